using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Images.Model;

/// <summary>
/// What is known of the image that ships, whichever way it is made. Every value carries the place that caused it; what
/// is absent is mended at <see cref="FixOrigin"/>.
/// </summary>
public sealed class ImageModel
{
    private IReadOnlyList<Known<ImageLabel>>? _labels;
    private Lazy<AppFacts?>? _app;
    private IReadOnlyList<MissingSdk>? _missingSdks;
    private IReadOnlyList<MissingProgram>? _missingTools;
    private IReadOnlyList<MissingCommand>? _missingCommands;
    private IReadOnlyList<MissingProject>? _missingProjects;
    private IReadOnlyList<MissingSource>? _missingSources;
    private IReadOnlyList<SkippedStep>? _skippedSteps;
    private AddedSoftware? _added;

    /// <summary>The image it is built on; null for <c>scratch</c> and when the file names none.</summary>
    public UsedImage? Base { get; init; }

    /// <summary>Every external image the build uses, in the order of the file.</summary>
    public IReadOnlyList<UsedImage> UsedImages { get; init; } = [];

    /// <summary>
    /// The images that read the file and run its build (<c># syntax=</c>, <c>BUILDKIT_SYNTAX</c>); nothing of them is
    /// in the image that ships.
    /// </summary>
    public IReadOnlyList<UsedImage> Frontends { get; init; } = [];

    /// <summary>
    /// The effective user: as written, else the base image's, <c>root</c> when a known base sets none. Null when
    /// nothing sets one and the base is not known.
    /// </summary>
    public Known<string>? User { get; init; }

    /// <summary>Variables in the order first set, those of a known base included.</summary>
    public IReadOnlyList<Known<EnvironmentVariable>> Environment { get; init; } = [];

    /// <summary>The image's labels, those of a known base included.</summary>
    public IReadOnlyList<Known<ImageLabel>> Labels
    {
        get => _labels ??= ReadLabels?.Invoke() ?? [];
        init => _labels = value;
    }

    /// <summary>Reads the labels when the first rule asks for them: a file may have thousands.</summary>
    internal Func<IReadOnlyList<Known<ImageLabel>>>? ReadLabels { get; init; }

    /// <summary>The labels the image sets itself.</summary>
    public IEnumerable<Known<ImageLabel>> OwnLabels
    {
        get
        {
            // Not before somebody looks at one: most rules about labels have none to look for.
            foreach (var label in Labels)
                if (!label.IsInherited) yield return label;
        }
    }

    public IReadOnlyList<Known<ContainerPort>> Ports { get; init; } = [];

    public IReadOnlyList<Known<string>> Volumes { get; init; } = [];

    /// <summary>What the image will be pushed as; known for projects only.</summary>
    public IReadOnlyList<Known<string>> Tags { get; init; } = [];

    /// <summary>Whether it goes to a registry when it is published; known for projects only.</summary>
    public bool IsPushed { get; init; }

    public Known<IReadOnlyList<string>>? Entrypoint { get; init; }

    public Known<IReadOnlyList<string>>? Cmd { get; init; }

    /// <summary>The words of entry point and command: what is started, and how.</summary>
    public IEnumerable<string> StartWords => (Entrypoint?.Value ?? []).Concat(Cmd?.Value ?? []);

    /// <summary>True when <c>dotnet</c> starts an assembly, and no executable of the app's own is needed.</summary>
    public bool StartsDotNet => StartWords.SelectMany(static words => words.Split(' '))
        .Any(static word => word == "dotnet" || word.EndsWith("/dotnet", StringComparison.Ordinal));

    public Known<string>? WorkingDirectory { get; init; }

    /// <summary>
    /// Docker's test: <c>NONE</c>, or <c>CMD</c> or <c>CMD-SHELL</c> with the command; null when there is none.
    /// </summary>
    public Known<IReadOnlyList<string>>? Healthcheck { get; init; }

    /// <summary>False when the image's format has no place for a health check, as OCI's has none.</summary>
    public bool CanHaveHealthcheck { get; init; } = true;

    /// <summary>Where an absent thing is mended: the final <c>FROM</c>, or the project file.</summary>
    public required Origin FixOrigin { get; init; }

    /// <summary>
    /// The project the image is checked for, when there is one. What the image carries of it is <see cref="App"/>.
    /// </summary>
    public ProjectFacts? Project { get; init; }

    /// <summary>
    /// The project's app as it is in the image; null without a project, and for a Dockerfile that ships another one's.
    /// </summary>
    public AppFacts? App => (_app ??= new Lazy<AppFacts?>(FindApp)).Value;

    /// <summary>Reads the app when the first rule asks for it: it takes the scripts of other stages.</summary>
    internal Func<AppFacts?>? ReadApp { get; init; }

    /// <summary>
    /// True for an image that has nothing to do with .NET, as far as its Dockerfile tells, and lies outside the folder
    /// of the project that guards it.
    /// </summary>
    public bool IsForeign => ReadIsForeign?.Invoke() == true;

    internal Func<bool>? ReadIsForeign { get; init; }

    /// <summary>What the image adds to its base from elsewhere.</summary>
    public AddedSoftware Added => _added ??= ReadAdded?.Invoke() ?? AddedSoftware.None;

    internal Func<AddedSoftware>? ReadAdded { get; init; }

    /// <summary>The commands of the SDK that run in a stage without one.</summary>
    public IReadOnlyList<MissingSdk> MissingSdks => _missingSdks ??= ReadMissingSdks?.Invoke() ?? [];

    internal Func<IReadOnlyList<MissingSdk>>? ReadMissingSdks { get; init; }

    /// <summary>The dotnet tools, and Node.js, that the Dockerfile runs and that its stages lack.</summary>
    public IReadOnlyList<MissingProgram> MissingTools => _missingTools ??= ReadMissingTools?.Invoke() ?? [];

    internal Func<IReadOnlyList<MissingProgram>>? ReadMissingTools { get; init; }

    /// <summary>What instructions start in images that do not have it.</summary>
    public IReadOnlyList<MissingCommand> MissingCommands => _missingCommands ??= ReadMissingCommands?.Invoke() ?? [];

    internal Func<IReadOnlyList<MissingCommand>>? ReadMissingCommands { get; init; }

    /// <summary>The projects that the Dockerfile takes, and that its context does not have.</summary>
    public IReadOnlyList<MissingProject> MissingProjects => _missingProjects ??= ReadMissingProjects?.Invoke() ?? [];

    internal Func<IReadOnlyList<MissingProject>>? ReadMissingProjects { get; init; }

    /// <summary>The files that the Dockerfile copies, and that its context does not have.</summary>
    public IReadOnlyList<MissingSource> MissingSources => _missingSources ??= ReadMissingSources?.Invoke() ?? [];

    internal Func<IReadOnlyList<MissingSource>>? ReadMissingSources { get; init; }

    /// <summary>The commands that leave out a step which nothing has done.</summary>
    public IReadOnlyList<SkippedStep> SkippedSteps => _skippedSteps ??= ReadSkippedSteps?.Invoke() ?? [];

    internal Func<IReadOnlyList<SkippedStep>>? ReadSkippedSteps { get; init; }

    /// <summary>
    /// The .NET versions the application may be built for: one when it is published, several in a Dockerfile that may
    /// serve any.
    /// </summary>
    public IReadOnlyList<Version> TargetFrameworks { get; init; } = [];

    /// <summary>The model of what a Dockerfile builds.</summary>
    /// <param name="file">The parsed file.</param>
    /// <param name="path">Its absolute path.</param>
    /// <param name="evaluation">
    /// Its evaluation, with bases resolved by <see cref="ImageCatalog.BaseResolver"/> or a registry.
    /// </param>
    /// <param name="catalog">What is known of .NET images.</param>
    /// <param name="mirrors">Where images may have been copied to.</param>
    /// <param name="project">The project the Dockerfile belongs to.</param>
    /// <param name="buildOrigin">Where build arguments are given; the start of the file when null.</param>
    /// <param name="context">The folder it is built in; null when that is not known.</param>
    /// <param name="build">
    /// Finds out about other builds of the project, when something hangs on it; null where nobody can.
    /// </param>
    public static ImageModel FromDockerfile(
        Dockerfile file,
        string path,
        BuildEvaluation evaluation,
        ImageCatalog catalog,
        RegistryMirrors mirrors,
        ProjectFacts? project,
        Origin? buildOrigin = null,
        ContextFolder? context = null,
        IBuildReader? build = null)
    {
        if (file is null) throw new ArgumentNullException(nameof(file));
        if (path is null) throw new ArgumentNullException(nameof(path));
        if (evaluation is null) throw new ArgumentNullException(nameof(evaluation));
        if (catalog is null) throw new ArgumentNullException(nameof(catalog));
        if (mirrors is null) throw new ArgumentNullException(nameof(mirrors));
        return new DockerfileModelReader(path, evaluation, catalog, mirrors)
            .Read(project, buildOrigin, context, build);
    }

    private AppFacts? FindApp() =>
        ReadApp is not null ? ReadApp() : Project is null ? null : AppFacts.Of(Project, TargetFrameworks);
}
