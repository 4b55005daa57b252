using System;
using System.Collections.Generic;
using System.Threading;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Images;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Suppressions;

namespace DockerGuard.Rules.Engine;

/// <summary>A Dockerfile to lint and what is known around it.</summary>
public sealed class LintRequest
{
    /// <param name="dockerfile">The file.</param>
    /// <param name="path">Its absolute path.</param>
    /// <param name="settings">What profile and policy say.</param>
    /// <param name="ruleSet">The rules to run: those of the settings' profile, or of a policy that enforces.</param>
    public LintRequest(Dockerfile dockerfile, string path, RuleSettings settings, RuleSet ruleSet)
    {
        Dockerfile = dockerfile;
        Path = path;
        Settings = settings;
        RuleSet = ruleSet;
    }

    private LintRequest(LintRequest other, Dockerfile dockerfile)
        : this(dockerfile, other.Path, other.Settings, other.RuleSet)
    {
        Project = other.Project;
        Context = other.Context;
        Build = other.Build;
        Target = other.Target;
        BuildOrigin = other.BuildOrigin;
        BuildArguments = other.BuildArguments;
        OnlyReachableStages = other.OnlyReachableStages;
        ResolveBase = other.ResolveBase;
        IgnoreFile = other.IgnoreFile;
        Catalog = other.Catalog;
        ForeignCheckers = other.ForeignCheckers;
        Names = other.Names;
        EnforcedSets = other.EnforcedSets;
        Mirrors = other.Mirrors;
        Cancellation = other.Cancellation;
    }

    public Dockerfile Dockerfile { get; }

    /// <summary>Absolute path; findings carry it.</summary>
    public string Path { get; }

    public RuleSettings Settings { get; }

    /// <summary>The evaluated project the Dockerfile belongs to; null when there is none.</summary>
    public ProjectFacts? Project { get; init; }

    /// <summary>The folder the image is built in; null when it is not known.</summary>
    public ContextFolder? Context { get; init; }

    /// <summary>
    /// Finds out about other builds of the project; asked only where something hangs on it, null where nobody can.
    /// </summary>
    public IBuildReader? Build { get; init; }

    /// <summary>The stage that ships; the last one when null.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// Where target and build arguments are given; null where that is not known, and what is wrong with them is told in
    /// the file.
    /// </summary>
    public Origin? BuildOrigin { get; init; }

    /// <summary>Values for ARGs, as <c>docker build --build-arg</c> gives them.</summary>
    public IReadOnlyDictionary<string, string> BuildArguments { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// True to look at what one build does, as <c>docker build</c> itself: the instructions of stages that the target
    /// does not need are let be. False to look at every stage, as <c>docker build --check</c> does. <c>FROM</c> and the
    /// spelling are looked at in every stage either way.
    /// </summary>
    public bool OnlyReachableStages { get; init; }

    /// <summary>
    /// What has been read of a base image, such as from its registry; asked before the catalogue, and null for nothing.
    /// </summary>
    public Func<string, ImageConfig?>? ResolveBase { get; init; }

    /// <summary>The ignore file of the build context; null when there is none or it is not known.</summary>
    public IgnoreFile? IgnoreFile { get; init; }

    public ImageCatalog Catalog { get; init; } = ImageCatalog.Default;

    /// <summary>The tools of others to ask.</summary>
    public IReadOnlyList<IForeignChecker> ForeignCheckers { get; init; } = [];

    /// <summary>What comments may call a rule.</summary>
    public RuleIndex Names { get; init; } = RuleCatalog.Names;

    public RegistryMirrors Mirrors { get; init; } = RegistryMirrors.Empty;

    /// <summary>
    /// Ends the lint with an <see cref="OperationCanceledException"/>: nothing is known of a file half linted.
    /// </summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>The rules to run.</summary>
    public RuleSet RuleSet { get; }

    /// <summary>
    /// The sets of the policies that enforce, where these have several: what a policy enforces is found with the eyes
    /// of its own set. None where one set does for all.
    /// </summary>
    public IReadOnlyList<EnforcedRuleSet> EnforcedSets { get; init; } = [];

    /// <summary>The same request for another text of the file.</summary>
    public LintRequest For(Dockerfile dockerfile) => new(this, dockerfile);

    internal BuildEvaluation Evaluate()
    {
        var known = Catalog.BaseResolver(Mirrors);
        return BuildEvaluation.Evaluate(Dockerfile, new BuildOptions
        {
            BuildArguments = BuildArguments,
            Target = Target,
            Cancellation = Cancellation,
            ResolveShell = ShellComments.Resolver(Dockerfile, Settings),
            ResolveBase = ResolveBase is { } read ? name => read(name) ?? known(name) : known,
        });
    }
}
