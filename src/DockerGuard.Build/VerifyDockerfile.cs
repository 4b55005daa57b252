using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Checks.Fixes;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Generation;
using DockerGuard.Images;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Files;
using DockerGuard.Policy;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Compares a generated Dockerfile with the one that would be generated now, and writes neither. A file a person wrote
/// is none of its business.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class VerifyDockerfile : GenerationTask
{
    /// <summary>How many of the differences one message names.</summary>
    private const int MostReasons = 3;

    /// <summary>Where is kept what was last found to be in step.</summary>
    [Required]
    public string StateFile { get; set; } = "";

    private RuleSettings _settings = new();

    private bool IsKept => Setting.Flag("DockerGuardGenerateDockerfile", otherwise: false);

    private bool IsStrict => Setting.Flag("DockerGuardVerifyGenerated", otherwise: false);

    private protected override void Guard()
    {
        var path = DockerfilePath;
        if (RegularFile.KindOf(path) == FileKind.Unknown && IsStrict && IsKept)
        {
            IsOfGenerated = true;
            Tell("is not there, and DockerGuardGenerateDockerfile wants it; 'dotnet build -t:DockerGuardGenerate' "
                + "writes it");
            return;
        }

        // What is no file, lint tells of.
        if (RegularFile.KindOf(path) != FileKind.Regular || Files.TryRead(path) is not { } text) return;
        IsOfGenerated = GeneratedMark.IsIn(text);
        if (!IsOfGenerated || HasOpenRegion(path, text)) return;
        var isUnmodified = GeneratedFileHeader.IsUnmodified(text);
        // Who changed it without being asked to keep it in step knows it.
        if (!isUnmodified && !IsStrict) return;
        // A broken policy is lint's matter.
        var loaded = PolicyLoader.Load(PolicyRequest);
        if (loaded.IsBroken || loaded.Policy is not { } policy) return;
        _settings = policy.Settings;
        if (!isUnmodified) TellOfChange(text, policy);
        else if (!HasMisplacedRegion(path, text, isDockerfile: true)) Compare(text, policy);
    }

    private void TellOfChange(string text, Policy.Policy policy)
    {
        Tell("has been changed by hand since it was generated; put what is yours between '# dockerguard begin custom' "
            + "and '# dockerguard end custom', and 'dotnet build -t:DockerGuardGenerate "
            + "-p:DockerGuardOverwriteDockerfile=true' writes the rest anew");
        var known = FactsWith(GivenProperties.In(text)).Read(Absolute(nameof(BuildFactsFile), BuildFactsFile));
        if (known is null || BuildFactsText.Read(known.Facts) is not { } build) return;
        if (Generate(Released(build), build, policy) is { Error: null } generated)
            ShowDiff(DockerfilePath, text, generated.Dockerfile, isDockerfile: true);
    }

    private void Compare(string text, Policy.Policy policy)
    {
        var known = FactsWith(GivenProperties.In(text)).Read(Absolute(nameof(BuildFactsFile), BuildFactsFile));
        if (known is null || BuildFactsText.Read(known.Facts) is not { } build) return;
        var ignoreFile = RegularFile.KindOf(IgnoreFilePath) == FileKind.Regular ? Files.TryRead(IgnoreFilePath) : null;
        if (ignoreFile is not null
            && GeneratedFileHeader.IsUnmodified(ignoreFile)
            && HasMisplacedRegion(IgnoreFilePath, ignoreFile, isDockerfile: false))
        {
            return;
        }

        var state = Absolute(nameof(StateFile), StateFile);
        var key = Key(known, text, ignoreFile, policy);
        if (RegularFile.IsThere(state) && Files.TryRead(state) == key) return;
        if (IsInStep(build, text, ignoreFile, policy)) Files.TryWritePrivately(state, key);
    }

    private bool IsInStep(BuildFacts build, string text, string? ignoreFile, Policy.Policy policy)
    {
        var project = Released(build);
        if (Generate(project, build, policy) is not { } generated) return false;
        var isSame = IsSame(generated, text, ignoreFile)
            || (OwnFacts(project, build.Given) is { } own
                && Generate(own, build, policy) is { } other
                && IsSame(other, text, ignoreFile));
        if (isSame || generated.IsOfAnotherTool) return true;
        if (generated.Error is { } error)
        {
            Tell($"is out of date, and none can be generated: {error}");
            return false;
        }

        var isDockerfileSame = IsSame(generated.Dockerfile, text);
        Tell($"is out of date: {(isDockerfileSame ? IgnoreFileReason(ignoreFile) : Reasons(text, generated, build))}; "
            + $"'dotnet build -t:DockerGuardGenerate{GivenProperties.Options(build.Given.Kept)}' writes it anew");
        if (IsStrict && !isDockerfileSame) ShowDiff(DockerfilePath, text, generated.Dockerfile, isDockerfile: true);
        else if (IsStrict && ignoreFile is not null)
            ShowDiff(IgnoreFilePath, ignoreFile, generated.IgnoreFile, isDockerfile: false);
        return false;
    }

    /// <summary>
    /// The project as it says itself: a build that was given properties on its command line makes no file out of date.
    /// </summary>
    private ProjectFacts? OwnFacts(ProjectFacts project, GivenProperties given) => FactsWith(given).FindRelease()
            // Packages add to lists of items.
            ?.Where(static value => !ProjectFacts.IsItemList(value.Key) && !ContainerItems.IsOne(value.Key))
            .Aggregate(project, static (facts, value) => facts.With(value.Key, value.Value));

    private static bool IsSame(GeneratedDockerfile generated, string text, string? ignoreFile) =>
        generated.Error is null
            && IsSame(generated.Dockerfile, text)
            // One that a person wrote, generation leaves alone.
            && ignoreFile is not null
            && (!GeneratedFileHeader.IsUnmodified(ignoreFile) || IsSame(generated.IgnoreFile, ignoreFile));

    private static bool IsSame(string generated, string text) => CustomRegions.Take(text)?.Rest == generated;

    private static string IgnoreFileReason(string? ignoreFile) => ignoreFile is null
        ? "its ignore file is gone"
        : "its ignore file would be another one";

    private static string Reasons(string text, GeneratedDockerfile generated, BuildFacts build)
    {
        var reasons = DockerfileDifferences.Between(text, generated, build)
            .OrderBy(static difference => difference.Weight)
            .Select(static difference => difference.Since)
            .Distinct()
            .ToList();
        if (reasons.Count == 0) return "it would be written otherwise now";
        var more = reasons.Count > MostReasons ? $" and {reasons.Count - MostReasons} more" : "";
        return string.Join(", ", reasons.Take(MostReasons)) + more;
    }

    private void ShowDiff(string path, string text, string generated, bool isDockerfile)
    {
        var after = CustomRegions.Take(text)!.PutInto(generated, isDockerfile);
        var before = text.TrimStart('\uFEFF').Replace("\r\n", "\n");
        var mask = SecretMask.Of(Dockerfile.Parse(before), Dockerfile.Parse(after));
        Reporter.Say(
            $"{Path.GetFileName(path)} would become:",
            UnifiedDiff.Create(before, after, Path.GetFileName(path), mask.Apply));
    }

    private void Tell(string what) => Reporter.Report(
        [
            _settings.Raised(new Diagnostic(
                ToolDiagnostics.OutdatedFile,
                IsStrict ? Severity.Error : ToolDiagnostics.OutdatedFile.Recommended,
                $"the {Path.GetFileName(DockerfilePath)} {what}",
                Origin.StartOf(DockerfilePath))),
        ]);

    /// <summary>What an answer hangs on; a new version of the product is in the facts' own key.</summary>
    private string Key(BuildFactsState build, string text, string? ignoreFile, Policy.Policy policy)
    {
        var all = new StringBuilder(build.Text);
        foreach (var part in new[] { text, ignoreFile ?? "", policy.Mirrors.ToString(), DockerfilePath, Wishes })
            BuildFactsText.Line(all, part);
        // Each with the name of its list: a label of one name and value is no variable.
        foreach (var item in Ports)
            BuildFactsText.Line(all, nameof(Ports), item.ItemSpec, item.GetMetadata("Type"));
        foreach (var item in EnvironmentVariables)
            BuildFactsText.Line(all, nameof(EnvironmentVariables), item.ItemSpec, item.GetMetadata("Value"));
        foreach (var item in Labels) BuildFactsText.Line(all, nameof(Labels), item.ItemSpec, item.GetMetadata("Value"));
        foreach (var list in new[]
        {
            AppCommand, AppCommandArguments, Entrypoint, EntrypointArguments, DefaultArguments,
        })
        {
            BuildFactsText.Line(all, list);
        }

        foreach (var fact in Facts)
            BuildFactsText.Line(all, nameof(Facts), fact.ItemSpec, fact.GetMetadata("Value"));
        return Sha256.Hex(all.ToString());
    }
}
