using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Gives each command the project in the configuration it builds. The build at hand may have another one, and what only
/// one of them sets decides about images as well.
/// </summary>
/// <param name="project">The project in the build at hand.</param>
/// <param name="reader">Finds out about others; null where nobody can.</param>
internal sealed class ProjectConfigurations(ProjectFacts project, IBuildReader? reader)
{
    private const string Release = "Release", Debug = "Debug", PublishRelease = "PublishRelease";

    /// <summary>Switches that undo what a publish does since .NET 8.</summary>
    private const string NoRelease = "DOTNET_CLI_DISABLE_PUBLISH_AND_PACK_RELEASE";

    private static readonly Version Eight = new(8, 0);

    private readonly Dictionary<string, ConfiguredProject> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The project as a command sees it.</summary>
    public ConfiguredProject For(DotNetCommand command)
    {
        // Who says nothing of the configuration says nothing of others.
        if (project.Get(KnownProperties.Configuration) is not { } here) return ConfiguredProject.Of(project);
        return NameFor(command, project) is not { } name ? Unsure()
            : name.Equals(here, StringComparison.OrdinalIgnoreCase)
                || (name.Length == 0 && here.Equals(Debug, StringComparison.OrdinalIgnoreCase))
            ? ConfiguredProject.Of(project)
            : In(name);
    }

    /// <summary>
    /// The project as a command outside the Dockerfile has built it. Nobody sees which one, so it is asked for only
    /// where the project's text decides something by it.
    /// </summary>
    public ConfiguredProject Elsewhere() =>
        project.List(DecidingProperties.Fact).Contains(KnownProperties.Configuration, StringComparer.OrdinalIgnoreCase)
            && !Release.Equals(project.Get(KnownProperties.Configuration), StringComparison.OrdinalIgnoreCase)
            ? Unsure()
            : ConfiguredProject.Of(project);

    /// <summary>
    /// The configuration a command builds: empty where it is the one that is taken when nobody names one, null where it
    /// is not known.
    /// </summary>
    public static string? NameFor(DotNetCommand command, ProjectFacts project)
    {
        if (command.Properties.TryGetValue(KnownProperties.Configuration, out var given))
            return given.Value?.Trim() is { Length: > 0 } name ? name : null;
        if (command.HasUnknownOptions
            || command.Environment.Keys.Any(static name => Is(name, KnownProperties.Configuration)))
        {
            return null;
        }

        if (command.Verb is not ("publish" or "pack")) return "";
        if (command.Environment.Keys.Any(static name => Is(name, NoRelease) || Is(name, PublishRelease))
            || command.Properties.ContainsKey(PublishRelease))
        {
            return null;
        }

        if (project.IsTrue(PublishRelease)) return Release;
        return !project.IsFalse(PublishRelease) && project.TargetFrameworkVersion >= Eight ? Release : "";
    }

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private ConfiguredProject In(string name)
    {
        if (!_known.TryGetValue(name, out var known))
        {
            known = reader?.ValuesIn(name) is { } values
                ? ConfiguredProject.Of(project.With(values))
                : new ConfiguredProject(project, null);
            _known.Add(name, known);
        }

        return known;
    }

    /// <summary>The project in one of its usual configurations.</summary>
    private ConfiguredProject Unsure()
    {
        var isRelease = Release.Equals(project.Get(KnownProperties.Configuration), StringComparison.OrdinalIgnoreCase);
        return new ConfiguredProject(
            project, reader?.ValuesIn(isRelease ? "" : Release)?.Select(static value => value.Name).ToList());
    }
}
