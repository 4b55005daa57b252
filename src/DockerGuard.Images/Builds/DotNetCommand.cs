using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Images.Builds;

/// <summary>A <c>dotnet</c> command of a script, as the .NET CLI reads it.</summary>
internal sealed class DotNetCommand
{
    private static readonly string[] BuildingVerbs =
    [
        "build", "clean", "msbuild", "pack", "publish", "restore", "run", "test", "vstest", "watch",
    ];

    private static readonly HashSet<string> BuildingTargets =
        new(StringComparer.OrdinalIgnoreCase) { "Build", "Pack", "Publish", "Rebuild" };

    private static readonly string[] OtherTargets = ["Clean", "Restore"];

    /// <summary>Verbs that run nothing of a project's, or what the SDK has for all.</summary>
    private static readonly string[] PlainVerbs =
    [
        "--info", "--list-runtimes", "--list-sdks", "--version", "build", "build-server", "clean", "dev-certs", "list",
        "msbuild", "nuget", "pack", "publish", "restore", "test", "tool", "workload",
    ];

    /// <summary><c>publish</c>, <c>build</c> …; the path of a program that is started.</summary>
    public required string Verb { get; init; }

    /// <summary>The place of the command.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>
    /// The project, solution or folder it is given, from <see cref="WorkingDirectory"/>; null when it is given none.
    /// Parts may be unknown.
    /// </summary>
    public string? Project { get; init; }

    /// <summary>The folder it is run in, absolute; null when that is not known.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>MSBuild's global properties, whichever option sets them. Names are compared without case.</summary>
    public IReadOnlyDictionary<string, CommandValue> Properties { get; init; } =
        new Dictionary<string, CommandValue>();

    /// <summary><c>-a</c>: the processor of the runtime identifier.</summary>
    public CommandValue? Architecture { get; init; }

    /// <summary><c>--os</c>: the operating system of the runtime identifier.</summary>
    public CommandValue? OperatingSystem { get; init; }

    /// <summary><c>-o</c>.</summary>
    public CommandValue? Output { get; init; }

    /// <summary>The tool that <c>dotnet tool run</c> names; null for every other command.</summary>
    public string? Tool { get; init; }

    /// <summary>The targets of <c>-t</c>.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>False after <c>--no-restore</c> and <c>--no-build</c>.</summary>
    public bool Restores { get; init; } = true;

    /// <summary>False after <c>--no-build</c>.</summary>
    public bool Builds { get; init; } = true;

    /// <summary>True when the script comes to it whatever happens, and fails where it does.</summary>
    public bool IsSure { get; init; }

    /// <summary>True when <see cref="Project"/> may be the value of an option that nobody knows here.</summary>
    public bool HasDoubtfulProject { get; init; }

    /// <summary>
    /// True when options may be set that nobody sees here: a response file, a publish profile, a variable without a
    /// value.
    /// </summary>
    public bool HasUnknownOptions { get; init; }

    /// <summary>The variables it is started with, which MSBuild takes as properties; parts may be unknown.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>True when it evaluates a project.</summary>
    public bool IsBuild => Array.IndexOf(BuildingVerbs, Verb) >= 0;

    /// <summary>True for <c>dotnet ef migrations bundle</c>, whose output is a program of its own.</summary>
    public bool IsBundle { get; init; }

    /// <summary>True when it makes a program that can be shipped.</summary>
    public bool MakesApp => IsBundle || Verb is "publish" or "build" or "msbuild";

    /// <summary>True when it publishes, so that the properties <c>Publish…</c> count.</summary>
    public bool IsPublish =>
        Verb == "publish" || (MakesApp && Targets.Contains("Publish", StringComparer.OrdinalIgnoreCase));

    /// <summary>True when it runs the targets of a build, whether or not those of a publish.</summary>
    public bool RunsBuild => Builds && Verb switch
    {
        "build" or "msbuild" or "pack" or "publish" or "run" or "test" =>
            Targets.Count == 0 || Targets.Any(static target => BuildingTargets.Contains(target)),
        _ => false,
    };

    /// <summary>True when no project or solution comes of it: neither a template nor a program of somebody's.</summary>
    public bool MakesNoProject =>
        Array.IndexOf(PlainVerbs, Verb) >= 0
            && Project?.EndsWith(".proj", StringComparison.OrdinalIgnoreCase) != true
            && Targets.All(static target =>
                BuildingTargets.Contains(target) || OtherTargets.Contains(target, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// True when none of the properties is other than where the project was evaluated: in a publish of Release.
    /// </summary>
    /// <param name="properties">The properties.</param>
    /// <param name="configuration">The configuration it builds; null where that is not known.</param>
    public bool IsAsEvaluated(IEnumerable<string> properties, string? configuration) =>
        !properties.Any(property => property.Length > 0 && IsOther(property, configuration));

    /// <summary>
    /// The command with those of its words that set one of the properties: <c>dotnet publish -r linux-x64</c>.
    /// </summary>
    public string Say(params string[] properties)
    {
        var words = new List<string> { "dotnet", Verb };
        foreach (var property in properties)
        {
            if (Properties.TryGetValue(property, out var value)) words.Add(value.Written);
            if (property != KnownProperties.RuntimeIdentifier) continue;
            if (OperatingSystem is not null) words.Add(OperatingSystem.Written);
            if (Architecture is not null) words.Add(Architecture.Written);
        }

        return string.Join(" ", words.Distinct());
    }

    private bool IsOther(string property, string? configuration) => property switch
    {
        // Which of several it is, and which the image build takes, is not known here.
        KnownProperties.RuntimeIdentifier or KnownProperties.TargetFramework => true,
        "_IsPublishing" => Verb != "publish",
        // Every image of .NET says so, and no machine.
        "DOTNET_RUNNING_IN_CONTAINER" => true,
        KnownProperties.Configuration => !"Release".Equals(configuration, StringComparison.OrdinalIgnoreCase),
        _ => Properties.ContainsKey(property) || Environment.Keys.Contains(property, StringComparer.OrdinalIgnoreCase),
    };
}
