using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>
/// What is known of the app that an image ships: the project's properties, overridden by what the command that builds
/// it says. What nobody can know before the build is null, never guessed.
/// </summary>
public sealed class AppFacts
{
    /// <summary>What decides whether an app brings its runtime.</summary>
    private static readonly string[] OfRuntime =
    [
        KnownProperties.SelfContained, KnownProperties.PublishSelfContained, KnownProperties.PublishAot,
        KnownProperties.PublishTrimmed, KnownProperties.PublishSingleFile,
    ];

    private readonly ConfiguredProject _project;
    private readonly IReadOnlyList<AppBuild> _builds;
    private readonly IReadOnlyList<Version> _frameworks;
    private readonly Lazy<ISet<Origin>> _unrelated;
    private readonly Lazy<AppStart?>? _start;
    private readonly Lazy<IReadOnlyList<MissingCopy>>? _missingCopies;
    private readonly Lazy<IReadOnlyList<MissingInput>>? _missingInputs;
    private readonly Lazy<RefusedSdk?>? _refusedSdk;
    private readonly BuildNeeds? _needs;

    internal AppFacts(
        ConfiguredProject project,
        IReadOnlyList<Version> frameworks,
        IReadOnlyList<AppBuild> builds,
        Func<ISet<Origin>> unrelated,
        Func<AppStart?>? start = null,
        Func<IReadOnlyList<MissingCopy>>? missingCopies = null,
        Func<IReadOnlyList<MissingInput>>? missingInputs = null,
        Func<RefusedSdk?>? refusedSdk = null,
        BuildNeeds? needs = null)
    {
        _needs = needs;
        _project = project;
        _builds = builds;
        _frameworks = frameworks;
        _unrelated = new Lazy<ISet<Origin>>(unrelated);
        _start = start is null ? null : new Lazy<AppStart?>(start);
        _missingInputs = missingInputs is null ? null : new Lazy<IReadOnlyList<MissingInput>>(missingInputs);
        _refusedSdk = refusedSdk is null ? null : new Lazy<RefusedSdk?>(refusedSdk);
        _missingCopies = missingCopies is null ? null : new Lazy<IReadOnlyList<MissingCopy>>(missingCopies);
    }

    /// <summary>The project, as it is evaluated where nobody says anything else than a configuration.</summary>
    public ProjectFacts Project => _project.Facts;

    /// <summary>
    /// True when a command of the Dockerfile builds the app; else it is built elsewhere, by a command nobody sees.
    /// </summary>
    public bool IsBuiltHere => _builds.Count > 0;

    /// <summary>True unless the project is known to make no program.</summary>
    public bool IsProgram => Project.OutputType.Length == 0 || Project.IsExecutable;

    /// <summary>
    /// Whether the app needs no .NET in its image: it is self-contained or native. Null when that is not known.
    /// </summary>
    public bool? BringsRuntime =>
        _builds.Count > 0 ? Common(static build => build.BringsRuntime)
            : Array.Exists(OfRuntime, _project.IsUnsure) ? null
            : Project.IsSelfContained || Project.IsAot;

    /// <summary>
    /// True when a command, and not the project, names the runtime identifier of an app that needs .NET in its image.
    /// </summary>
    public bool IsAimedByCommand =>
        BringsRuntime == false
            && _builds.Any(static build => build.Decision(KnownProperties.RuntimeIdentifier) is not null);

    /// <summary>Whether the app is linked without shared libraries, so that no libc is needed; null as above.</summary>
    public bool? IsStatic => Is(KnownProperties.StaticExecutable);

    /// <summary>Whether the app runs without cultures. Null when that is not known.</summary>
    public bool? InvariantGlobalization => Is(KnownProperties.InvariantGlobalization);

    /// <summary>Whether the app uses ASP.NET Core's shared framework.</summary>
    public bool UsesAspNet => Project.UsesAspNet;

    /// <summary>
    /// The RIDs the app is built for; empty for one that runs anywhere, null when they are not known. A build without
    /// one that must have one takes that of its SDK image.
    /// </summary>
    public IReadOnlyList<string>? RuntimeIdentifiers
    {
        get
        {
            if (_builds.Count == 0)
                return _project.IsUnsure(KnownProperties.RuntimeIdentifier) ? null : Project.RuntimeIdentifiers;
            var first = _builds[0].RuntimeIdentifier;
            return first is null || _builds.Any(build => build.RuntimeIdentifier != first)
                ? null
                : first.Length == 0
                ? []
                : [first];
        }
    }

    /// <summary>
    /// The .NET versions the app may be built for, empty when the project names none; null when they are not known.
    /// </summary>
    public IReadOnlyList<Version>? TargetFrameworks
    {
        get
        {
            if (_builds.Count == 0)
                return _project.IsUnsure(KnownProperties.TargetFramework) ? null : _frameworks;
            if (!_builds[0].TryGetFramework(out var framework)) return null;
            foreach (var build in _builds)
                if (!build.TryGetFramework(out var other) || other != framework) return null;
            return framework is null ? _frameworks : [framework];
        }
    }

    /// <summary>Whether the app runs on a newer major version of .NET, or may.</summary>
    public bool MayRollForward => _builds.Count == 0
        ? IsMajor(Project.Get(KnownProperties.RollForward))
        : _builds.Any(static build => !build.TryGet(KnownProperties.RollForward, out var value) || IsMajor(value));

    /// <summary>
    /// The command that decides about runtime and system, for a message: <c>'dotnet publish -r linux-x64' at line
    /// 12</c>. Null where the project alone does.
    /// </summary>
    public string? RuntimeDecision => First(static build => build.RuntimeDecision);

    /// <summary>
    /// The command that takes the runtime identifier of its SDK image, for nobody names one; else null.
    /// </summary>
    public string? SdkDecision => First(static build => build.SdkDecision);

    /// <summary>The command that decides which framework is built, as above.</summary>
    public string? FrameworkDecision => First(static build => build.Decision(KnownProperties.TargetFramework));

    /// <summary>The command that decides about cultures, as above.</summary>
    public string? GlobalizationDecision =>
        First(static build => build.Decision(KnownProperties.InvariantGlobalization));

    /// <summary>What is wrong with the file that the image starts; null when nothing is, or it is not known.</summary>
    public AppStart? Start => _start?.Value;

    /// <summary>What is copied from a stage that publishes the app, and is not there for sure.</summary>
    public IReadOnlyList<MissingCopy> MissingCopies => _missingCopies?.Value ?? [];

    /// <summary>What the build of the app reads, and what is not there for sure when it does.</summary>
    public IReadOnlyList<MissingInput> MissingInputs => _missingInputs?.Value ?? [];

    /// <summary>The command whose SDK a <c>global.json</c> refuses; null when none does, or it is not known.</summary>
    public RefusedSdk? RefusedSdk => _refusedSdk?.Value;

    /// <summary>A program that the build runs and its stage lacks; null when none is, or it is not known.</summary>
    public MissingProgram? MissingProgram => _needs?.Program;

    /// <summary>The build whose version lacks its history; null when none does, or it is not known.</summary>
    public MissingHistory? MissingHistory => _needs?.History;

    /// <summary>A locked restore that its lock file does not serve; null when each is, or it is not known.</summary>
    public LockedRestore? LockedRestore => _needs?.Restore;

    /// <summary>True when nothing is known to build the project with the SDK image named there.</summary>
    public bool IsUnrelated(Origin image) => _unrelated.Value.Contains(image);

    /// <summary>The facts of an app that nothing but its project says anything about.</summary>
    /// <param name="project">The project.</param>
    /// <param name="frameworks">The .NET versions it may be built for.</param>
    internal static AppFacts Of(ProjectFacts project, IReadOnlyList<Version> frameworks) =>
        new(ConfiguredProject.Of(project), frameworks, [], static () => new HashSet<Origin>());

    private string? First(Func<AppBuild, string?> say) =>
        _builds.Select(say).FirstOrDefault(static text => text is not null);

    /// <summary>True for a policy of rolling forward (<c>RollForward</c>) that goes to a newer major version.</summary>
    public static bool IsMajor(string? policy) =>
        "Major".Equals(policy, StringComparison.OrdinalIgnoreCase)
            || "LatestMajor".Equals(policy, StringComparison.OrdinalIgnoreCase);

    private bool? Is(string property) =>
        _builds.Count > 0 ? Common(build => build.Is(property))
            : _project.IsUnsure(property) ? null
            : Project.IsTrue(property);

    private bool? Common(Func<AppBuild, bool?> ask)
    {
        var first = ask(_builds[0]);
        return _builds.All(build => ask(build) == first) ? first : null;
    }
}
