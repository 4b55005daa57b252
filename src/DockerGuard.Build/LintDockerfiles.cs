using System.Collections.Generic;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Oci.Files;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Lints the project's Dockerfiles. It runs in every build and reports in every build: a finding does not go away by
/// building twice.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class LintDockerfiles : DockerfileTask
{
    /// <summary>The Dockerfiles that could be read.</summary>
    [Output]
    public string[] ReadFiles => [.. LintedFiles.Keys];

    /// <summary>
    /// Where the files are written down that a lint reads besides the items, a line a file: what the policy consists
    /// of, what it extends included, and Dockerfiles found elsewhere. A lint is out of date when one of them has
    /// changed. Absolute; nowhere when empty.
    /// </summary>
    public string? InputList { get; set; }

    /// <summary>
    /// The file whose time tells when a lint last reported nothing: only then may Visual Studio skip the next one.
    /// Relative to the project or absolute; nowhere when empty.
    /// </summary>
    public string? StampFile { get; set; }

    /// <summary>The file of accepted findings; none when empty: the property <c>DockerGuardBaseline</c>.</summary>
    public string? BaselineFile { get; set; }

    /// <summary>
    /// Writes the findings into the baseline instead of reporting them: the property <c>DockerGuardUpdateBaseline</c>.
    /// </summary>
    public string? UpdateBaseline { get; set; }

    /// <summary>
    /// Where is kept what the image build of the project reads: read, or found out, when a rule needs it. Absolute;
    /// nowhere when empty, and then no rule knows.
    /// </summary>
    public string? BuildFactsPath { get; set; }

    private protected override string CheckName => "dockerfiles";

    private protected override void Guard()
    {
        PrepareLint.End();
        var input = CheckInput with { Baseline = Baseline, Build = BuildReader };
        if (input.Files.Count == 0 && IsAsked) SayNothingThere();
        if (input.Files.Count == 0 && !MakesImages) return;
        var verdict = DockerfileCheck.Run(input);
        LintedFiles = verdict.Dockerfiles;
        Reporter.Report(verdict);
        if (input.Files.Count > 0)
        {
            var listed = Dockerfiles.Select(item => item.GetMetadata("FullPath")).ToList();
            var found = input.Files.Select(file => file.Path).Where(path => !listed.Contains(path));
            WriteInputList([.. verdict.PolicyFiles, .. found]);
            if (verdict.IsClean && !string.IsNullOrEmpty(StampFile))
                Files.TryStamp(Absolute("IntermediateOutputPath", StampFile!));
        }

        if (verdict.Summary is { } summary) Reporter.Say(summary);
    }

    private BuildReader? BuildReader =>
        string.IsNullOrEmpty(BuildFactsPath)
            ? null
            : new BuildReader(new BuildFactsFile(Project, Files, Reporter, Cancellation), BuildFactsPath!);

    private BaselineInput? Baseline
    {
        get
        {
            var isUpdate = TaskSettings.Flag("DockerGuardUpdateBaseline", UpdateBaseline, otherwise: false);
            return string.IsNullOrWhiteSpace(BaselineFile)
                ? null
                : new BaselineInput(Absolute("DockerGuardBaseline", BaselineFile!))
                {
                    Write = isUpdate ? (path, text) => SharedFile.Write(path, text, Cancellation) : null,
                };
        }
    }

    private void WriteInputList(IReadOnlyList<string> files)
    {
        if (string.IsNullOrEmpty(InputList)) return;
        // Without any there is no list, unless there was one that would now be wrong.
        if (files.Count > 0 || RegularFile.KindOf(InputList!) == FileKind.Regular)
            Files.TryWrite(InputList!, string.Concat(files.Select(file => file + "\n")));
    }
}
