using System.Collections.Generic;
using System.Linq;
using DockerGuard.Build.ShellCheck;
using DockerGuard.Checks;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using DockerGuard.Rules.Foreign;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Lints the project's Dockerfiles. It runs in every build and reports in every build: a finding does not go away by
/// building twice.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class LintDockerfiles : DockerfileTask
{
    /// <summary>What is kept besides what is said; see <see cref="KeptVerdict.Given"/>.</summary>
    private const string Stamps = "stamps", IsClean = "clean", ReadFile = "read", InputFile = "input", Yes = "yes",
        No = "no";

    private IReadOnlyList<string> _readFiles = [];

    /// <summary>The Dockerfiles that could be read.</summary>
    [Output]
    public string[] ReadFiles => [.. _readFiles];

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

    /// <summary>Whether somebody has named it, and not its usual place is taken.</summary>
    public bool BaselineIsNamed { get; set; }

    /// <summary>
    /// Writes the findings into the baseline instead of reporting them: the property <c>DockerGuardUpdateBaseline</c>.
    /// </summary>
    public string? UpdateBaseline { get; set; }

    /// <summary>
    /// Where is kept what the image build of the project reads: read, or found out, when a rule needs it. Absolute;
    /// nowhere when empty, and then no rule knows.
    /// </summary>
    public string? BuildFactsPath { get; set; }

    /// <summary>
    /// Where is kept what the lint said, to be said again while nothing changes that it hangs on. Absolute; nowhere
    /// when empty.
    /// </summary>
    public string? VerdictPath { get; set; }

    /// <summary>Whether this build has written the Dockerfile, or looked whether it is in step.</summary>
    public bool FollowsGeneration { get; set; }

    private protected override string CheckName => SarifLog.Dockerfiles;

    private protected override IReadOnlyList<string> SilentChecks => FollowsGeneration ? [] : [SarifLog.Generation];

    private protected override void Guard()
    {
        var elsewhere = FoundElsewhere();
        var shellCheck = ShellCheck();
        var keeper = Keeper(elsewhere, shellCheck);
        if (keeper?.Last(EngineWarnings) is { } kept && kept.ValuesOf(Stamps).All(InputStamps.Hold)) Repeat(kept);
        else Lint(elsewhere, shellCheck, keeper);
    }

    private void Lint(IReadOnlyList<DockerfileInput> elsewhere, IForeignChecker shellCheck, VerdictKeeper? keeper)
    {
        using var seen = SeenFiles.Watch();
        var said = Reporter.Told.Count;
        var build = BuildReader;
        var input = CheckInput(elsewhere, shellCheck) with { Baseline = Baseline, Build = build };
        if (input.Files.Count == 0 && IsAsked && !FollowsGeneration) SayNothingThere();
        if (input.Files.Count == 0 && !MakesImages) return;
        var verdict = DockerfileCheck.Run(input);
        LintedFiles = verdict.Dockerfiles;
        _readFiles = [.. verdict.Dockerfiles.Keys];
        Reporter.Report(verdict);
        var listed = Dockerfiles.Select(item => item.GetMetadata("FullPath")).ToList();
        var found = input.Files.Select(file => file.Path).Where(path => !listed.Contains(path));
        List<string> inputs = [.. verdict.PolicyFiles, .. found];
        if (verdict.Summary is { } summary) Reporter.Say(summary);
        var files = seen.All;
        seen.Dispose();
        if (input.Files.Count > 0) WriteDown(inputs, verdict.IsClean);
        var stamps = build is null ? "" : build.Stamps;
        if (keeper is null || files is null || stamps is null || !verdict.IsLasting || Reporter.HasErrors) return;
        keeper.Keep(files, EngineWarnings, Reporter.Told.Skip(said),
        [
            [Stamps, stamps],
            [IsClean, verdict.IsClean ? Yes : No],
            .. _readFiles.Select(static path => new[] { ReadFile, path }),
            .. inputs.Select(static path => new[] { InputFile, path }),
        ]);
    }

    private void Repeat(KeptVerdict kept)
    {
        _readFiles = kept.ValuesOf(ReadFile);
        foreach (var line in kept.Told) Reporter.Tell(line);
        if (_readFiles.Count > 0) WriteDown(kept.ValuesOf(InputFile), kept.ValuesOf(IsClean).Contains(Yes));
    }

    private BuildReader? BuildReader =>
        string.IsNullOrEmpty(BuildFactsPath)
            ? null
            : new BuildReader(new BuildFactsFile(Project, Files, Reporter, Cancellation), BuildFactsPath!);

    private BaselineInput? Baseline =>
        string.IsNullOrWhiteSpace(BaselineFile)
            ? null
            : new BaselineInput(Absolute("DockerGuardBaseline", BaselineFile!))
            {
                IsNamed = BaselineIsNamed,
                Write = IsUpdate ? (path, text) => SharedFile.Write(path, text, Cancellation) : null,
            };

    /// <summary>Who keeps the verdict; null where it is not kept, as where accepted findings are written.</summary>
    private VerdictKeeper? Keeper(IReadOnlyList<DockerfileInput> elsewhere, IForeignChecker shellCheck)
    {
        if (IsUpdate || KeeperAt(VerdictPath) is not { } keeper) return null;
        keeper.Ask(nameof(Dockerfiles), Dockerfiles, "FullPath", "Context", "Stage", "BuildArguments");
        foreach (var file in elsewhere)
            keeper.Ask(nameof(FoundElsewhere), [file.Path, file.Context, .. file.OtherContexts]);
        keeper.Ask(nameof(LintDockerfiles),
        [
            $"{MakesImages} {IsAsked}", BaselineFile ?? "", InputList ?? "", StampFile ?? "", BuildFactsPath ?? "",
        ]);
        if (shellCheck is ShellCheckProgram tool)
        {
            keeper.Ask(nameof(ShellCheck), [tool.Problem ?? ""]);
            if (tool.Program is { } program) keeper.AskTool(program);
        }

        return keeper;
    }

    private bool IsUpdate => TaskSettings.Flag("DockerGuardUpdateBaseline", UpdateBaseline, otherwise: false);

    /// <summary>For what decides whether a lint is needed at all.</summary>
    private void WriteDown(IReadOnlyList<string> inputs, bool isClean)
    {
        WriteInputList(inputs);
        if (isClean && !string.IsNullOrEmpty(StampFile))
            Files.TryStamp(Absolute("IntermediateOutputPath", StampFile!));
    }

    private void WriteInputList(IReadOnlyList<string> files)
    {
        if (string.IsNullOrEmpty(InputList)) return;
        // Without any there is no list, unless there was one that would now be wrong.
        if (files.Count > 0 || RegularFile.KindOf(InputList!) == FileKind.Regular)
            Files.TryWritePrivately(InputList!, string.Concat(files.Select(file => file + "\n")));
    }
}
