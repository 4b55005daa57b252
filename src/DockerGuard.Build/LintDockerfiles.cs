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
    /// Where the files are written down that the policy consists of, a line a file, those it extends included: a lint
    /// is out of date when one of them has changed. Absolute; nowhere when empty.
    /// </summary>
    public string? PolicyList { get; set; }

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

    private protected override string CheckName => "dockerfiles";

    private protected override void Guard()
    {
        var verdict = DockerfileCheck.Run(CheckInput with { Baseline = Baseline });
        LintedFiles = verdict.Dockerfiles;
        Reporter.Report(verdict);
        if (Dockerfiles.Length > 0)
        {
            WritePolicyList(verdict.PolicyFiles);
            if (verdict.IsClean && !string.IsNullOrEmpty(StampFile))
                Files.TryStamp(Absolute("IntermediateOutputPath", StampFile!));
        }

        if (verdict.Summary is { } summary) Reporter.Say(summary);
    }

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

    /// <summary>Without a policy there is no list, unless there was one that would now be wrong.</summary>
    private void WritePolicyList(IReadOnlyList<string> files)
    {
        if (string.IsNullOrEmpty(PolicyList)) return;
        if (files.Count > 0 || RegularFile.KindOf(PolicyList!) == FileKind.Regular)
            Files.TryWrite(PolicyList!, string.Concat(files.Select(file => file + "\n")));
    }
}
