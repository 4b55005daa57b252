using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Generation;
using DockerGuard.Images;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>What the tasks do alike that know which Dockerfile the project would get.</summary>
public abstract class GenerationTask : DockerGuardTask
{
    private const string CopySources = "DockerGuardCopySources", All = "all", Needed = "needed",
        VisualStudioContext = "DockerfileContext", TestProjectsSetting = "DockerGuardTestProjects",
        BundleSetting = "DockerGuardEfBundle", BundleProject = "DockerGuardEfProject";

    /// <summary>Where the Dockerfile goes.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>Where what the build reads is kept.</summary>
    [Required]
    public string BuildFactsFile { get; set; } = "";

    /// <summary>
    /// The project's Dockerfiles; the metadata <c>Context</c> of the one that is written names its build context.
    /// </summary>
    public ITaskItem[] Dockerfiles { get; set; } = [];

    /// <summary>The project's <c>ContainerPort</c>, with its <c>Type</c>.</summary>
    public ITaskItem[] Ports { get; set; } = [];

    /// <summary>The project's <c>ContainerEnvironmentVariable</c>, with its <c>Value</c>.</summary>
    public ITaskItem[] EnvironmentVariables { get; set; } = [];

    /// <summary>The project's <c>ContainerLabel</c>, with its <c>Value</c>.</summary>
    public ITaskItem[] Labels { get; set; } = [];

    /// <summary>The project's <c>ContainerAppCommand</c>.</summary>
    public string[] AppCommand { get; set; } = [];

    /// <summary>The project's <c>ContainerAppCommandArgs</c>.</summary>
    public string[] AppCommandArguments { get; set; } = [];

    /// <summary>The project's <c>ContainerEntrypoint</c>.</summary>
    public string[] Entrypoint { get; set; } = [];

    /// <summary>The project's <c>ContainerEntrypointArgs</c>.</summary>
    public string[] EntrypointArguments { get; set; } = [];

    /// <summary>The project's <c>ContainerDefaultArgs</c>.</summary>
    public string[] DefaultArguments { get; set; } = [];

    /// <summary>Whether there was a generated file to write or to compare.</summary>
    [Output]
    public bool IsOfGenerated { get; private protected set; }

    private protected override string? CheckName => IsOfGenerated ? SarifLog.Generation : null;

    /// <summary>Lint tells of a day that is not today's.</summary>
    private protected override bool DayIsTold => true;

    /// <summary>True for a project that makes images.</summary>
    public bool MakesImages { get; set; } = true;

    /// <summary>
    /// Whether nobody asked this very project: a target of a solution comes to all of its projects, and those that make
    /// no image are passed by. It is said once in a build.
    /// </summary>
    private protected bool IsPassedBy()
    {
        const RegisteredTaskObjectLifetime build = RegisteredTaskObjectLifetime.Build;
        const string key = "DockerGuard passes by";
        if (MakesImages || !IsOfSolution) return false;
        var registry = BuildEngine as IBuildEngine4;
        if (registry?.GetRegisteredTaskObject(key, build) is not null) return true;
        registry?.RegisterTaskObject(key, key, build, allowEarlyCollection: false);
        Reporter.Say("makes no image, and gets no Dockerfile; so it is with all such projects of the solution");
        return true;
    }

    /// <summary>The container items of the configuration that images are built in, as one value.</summary>
    private ContainerSettings ContainerOf(BuildFacts build)
    {
        IReadOnlyList<KeyValuePair<string, string>> There(
            string type, IEnumerable<KeyValuePair<string, string>> here) => ContainerItems.There(
            [.. here],
            build.ReleaseValues.FirstOrDefault(value => value.Name.Equals(type, StringComparison.OrdinalIgnoreCase)));
        IReadOnlyList<string> Words(string type, string[] here) =>
            [.. There(type, here.Select(static word => new KeyValuePair<string, string>(word, "")))
                .Select(static pair => pair.Key)];
        return new ContainerSettings
        {
            Ports =
            [
                .. There("ContainerPort", Ports.Select(static item =>
                        new KeyValuePair<string, string>(item.ItemSpec, item.GetMetadata("Type"))))
                    .Select(static pair => $"{pair.Key}/{pair.Value}"),
            ],
            Environment =
            [
                // What is no name, the SDK leaves out too.
                .. Last(There("ContainerEnvironmentVariable", EnvironmentVariables.Select(MSBuildItem.Read)))
                    .Where(static pair => IsName(pair.Key))
                    .Select(static pair => new EnvironmentVariable(pair.Key, pair.Value)),
            ],
            Labels =
            [
                .. Last(There("ContainerLabel", Labels.Select(MSBuildItem.Read)))
                    .Select(static pair => new ImageLabel(pair.Key, pair.Value)),
            ],
            AppCommand = Words("ContainerAppCommand", AppCommand),
            AppCommandArguments = Words("ContainerAppCommandArgs", AppCommandArguments),
            Entrypoint = Words("ContainerEntrypoint", Entrypoint),
            EntrypointArguments = Words("ContainerEntrypointArgs", EntrypointArguments),
            DefaultArguments = Words("ContainerDefaultArgs", DefaultArguments),
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Last(IEnumerable<KeyValuePair<string, string>> pairs) =>
        pairs.GroupBy(static pair => pair.Key, StringComparer.Ordinal).Select(static group => group.Last());

    private static bool IsName(string text) =>
        text.Length > 0
            && !(text[0] is >= '0' and <= '9')
            && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');

    /// <summary>Absolute path of the Dockerfile.</summary>
    private protected string DockerfilePath => Absolute("DockerGuardDockerfilePath", OutputPath);

    /// <summary>The ignore file lies beside it as <c>&lt;Dockerfile&gt;.dockerignore</c>.</summary>
    private protected string IgnoreFilePath => DockerfilePath + ".dockerignore";

    /// <summary>What would be generated, its error included; null after a file that cannot be read was told.</summary>
    /// <param name="facts">The evaluated project.</param>
    /// <param name="build">What its build reads.</param>
    /// <param name="policy">The policy in force.</param>
    private protected GeneratedDockerfile? Generate(ProjectFacts facts, BuildFacts build, Policy.Policy policy)
    {
        if (Pins(build) is not { } pins) return null;
        var context = Context();
        var generated = DockerfileGenerator.Generate(facts, build, new GenerationOptions
        {
            Catalog = ImageCatalog.Default,
            Mirrors = policy.Mirrors,
            Today = Day,
            DockerfilePath = DockerfilePath,
            ContextDirectory = context,
            CopiesAll = CopiesAll(),
            Migrations = Migrations(build),
            IsWorktree = build.RepositoryRoot is { } root && AbsolutePath.HasFile(Path.Combine(root, ".git")),
            SdkPins = pins,
            Container = ContainerOf(build),
        });
        if (context is not null || generated.Error is not null || !SourceFolders.IsTooWide(generated.ContextDirectory))
            return generated;
        return new GeneratedDockerfile
        {
            Error = $"the image would be built in {Sentence.Quote(generated.ContextDirectory)}, which is a home, a "
                + "whole volume or the folder of temporary files: all of it would go to the builder; give the "
                + "sources a folder of their own, or name it as DockerfileContext",
            IsOutside = true,
        };
    }

    /// <summary>
    /// The project as its image builds it, in whichever configuration it is generated; what the command line sets
    /// stays.
    /// </summary>
    private protected ProjectFacts Released(BuildFacts build)
    {
        var set = GlobalProperties;
        return Project.With(build.ReleaseValues.Where(value => !set.ContainsKey(value.Name)));
    }

    /// <summary>True, and said, when a region of a file has no end, or an end no beginning.</summary>
    private protected bool HasOpenRegion(string path, string text)
    {
        if (CustomRegions.FirstOpen(text) is not { } line) return false;
        Refuse(path, line, "has a custom region that is not closed, so it is left as it is; each needs "
            + "'# dockerguard begin custom' before and '# dockerguard end custom' after it, or set ");
        return true;
    }

    /// <summary>True, and said, when a generated file has a region where none is kept.</summary>
    private protected bool HasMisplacedRegion(string path, string text, bool isDockerfile)
    {
        if (CustomRegions.Take(text)?.FirstMisplaced(isDockerfile) is not { } line) return false;
        Refuse(path, line, "has a custom region where none is kept, so it is left as it is; move it to right above the "
            + "last USER of stage base, the dotnet publish of build or the ENTRYPOINT of final (in an ignore file to "
            + "the end), or set ");
        return true;
    }

    private protected void Refuse(string path, int line, string why) => Reporter.Report(
        ToolDiagnostics.HandWrittenFile,
        new FileOrigin(path, new SourceSpan(line, 1, line, 1)),
        $"'{Path.GetFileName(path)}' {why}DockerGuardOverwriteDockerfile=true to replace it, or "
            + "DockerGuardDockerfilePath to write elsewhere");

    /// <summary>What would be generated; null after an error has been reported.</summary>
    /// <param name="build">What the build reads.</param>
    private protected GeneratedDockerfile? GenerateOrReport(BuildFacts build)
    {
        if (LoadPolicy() is not { } policy)
        {
            IsOfGenerated = false;
            return null;
        }

        if (Generate(Released(build), build, policy) is not { } generated) return null;
        if (generated.Error is not { } error)
        {
            Reporter.Report(generated.Remarks.Select(remark => new Diagnostic(
                ToolDiagnostics.OutsideRepository, Severity.Info, remark, Origin.StartOf(ProjectFile))));
            return generated;
        }

        if (generated.IsOfAnotherTool)
        {
            Reporter.Say($"no {Path.GetFileName(DockerfilePath)} is generated: {error}");
            return null;
        }

        Reporter.Report(
            generated.IsOutside ? ToolDiagnostics.OutsideRepository : ToolDiagnostics.NoSuitableBase,
            Origin.StartOf(ProjectFile),
            error);
        return null;
    }

    /// <summary>What the build reads; null after an error has been reported.</summary>
    private protected BuildFacts? ReadBuildFacts()
    {
        var file = FactsWith(GivenProperties.Of(GlobalProperties));
        return file.Read(Absolute(nameof(BuildFactsFile), BuildFactsFile)) is { } kept
            ? BuildFactsText.Read(kept.Facts)
            : null;
    }

    /// <summary>Finds out what the build reads.</summary>
    /// <param name="given">What a command line gives to it.</param>
    private protected BuildFactsFile FactsWith(GivenProperties given) =>
        new(Project, Files, Reporter, Cancellation) { Given = given, Tests = TestProjects() };

    /// <summary>What the project asks of generation, in one line.</summary>
    private protected string Wishes =>
        $"{Context()} {CopiesAll()} {Setting.Text(BundleSetting)} {Setting.Text(BundleProject)}";

    /// <summary>The build context somebody has named; null when it is for us to choose.</summary>
    private string? Context()
    {
        var item = Array.Find(
            Dockerfiles,
            item => AbsolutePath.Comparer.Equals(Absolute("DockerGuardDockerfile", item.ItemSpec), DockerfilePath));
        var context = item?.GetMetadata("Context") is { Length: > 0 } named
            ? named
            : Setting.Text(VisualStudioContext)?.Trim();
        return context is null ? null : Absolute(VisualStudioContext, context, Path.GetDirectoryName(DockerfilePath));
    }

    /// <summary>The projects whose tests somebody wants to be run where the image is built.</summary>
    private string[] TestProjects() =>
    [
        .. (Setting.Text(TestProjectsSetting) ?? "").Split(';').Select(static part => part.Trim())
            .Where(static part => part.Length > 0)
            .Select(TestProject)
            .Distinct(AbsolutePath.Comparer),
    ];

    private string TestProject(string text)
    {
        var path = Absolute(TestProjectsSetting, text);
        return RegularFile.KindOf(path) == FileKind.Regular ? path : throw new InvalidSettingException(
            $"{TestProjectsSetting} names {Sentence.Quote(text)}, and there is no such project");
    }

    /// <summary>The bundle of migrations somebody wants a stage to make; null for none.</summary>
    private MigrationBundle? Migrations(BuildFacts build)
    {
        if (Setting.Text(BundleSetting)?.Trim() is not { } wish) return null;
        var isFlag = TaskSettings.IsFlag(wish, out var isWanted);
        if (isFlag && !isWanted) return null;
        if (!isFlag && wish.Any(static c => !char.IsLetterOrDigit(c) && c is not ('.' or '_' or '+' or '*')))
        {
            throw new InvalidSettingException(
                $"{BundleSetting} is {Sentence.Quote(wish)}; write true, or the name of a database context");
        }

        var project = Setting.Text(BundleProject)?.Trim();
        return new MigrationBundle(
            isFlag ? null : wish, project is null ? null : Absolute(BundleProject, project), ToolVersion(build));
    }

    /// <summary>The version of dotnet-ef that the nearest manifest of tools names; null for none.</summary>
    private string? ToolVersion(BuildFacts build) => build.Project.Inputs
        .Where(static input => input.Kind == BuildInputKind.ToolManifest)
        .Select(input => Files.TryReadBytes(input.Path))
        .OfType<byte[]>()
        .Select(static text => JsonText.Parse(text)?.Element("tools")?.Element("dotnet-ef")?.Element("version")?.Value)
        .FirstOrDefault(static version => NuGet.Versioning.NuGetVersion.TryParse(version, out _));

    private bool CopiesAll()
    {
        var value = Setting.Text(CopySources)?.Trim() ?? Needed;
        if (value.Equals(Needed, StringComparison.OrdinalIgnoreCase)) return false;
        if (value.Equals(All, StringComparison.OrdinalIgnoreCase)) return true;
        throw new InvalidSettingException($"{CopySources} is {Sentence.Quote(value)}; write {All} or {Needed}");
    }

    /// <summary>
    /// What global.json pins; one beside a referenced project can only add MSBuild SDKs. Null after one that cannot be
    /// read has been reported.
    /// </summary>
    private SdkPins? Pins(BuildFacts build)
    {
        SdkPins? pins = null;
        foreach (var file in build.InputsOf(BuildInputKind.GlobalJson))
        {
            if (Files.TryRead(file.Path) is not { } text) return null;
            var more = SdkPins.Parse(text);
            if (pins is null) pins = more;
            else if (pins.MSBuildSdks.Count == 0) pins = pins with { MSBuildSdks = more.MSBuildSdks };
        }

        return pins ?? SdkPins.None;
    }
}
