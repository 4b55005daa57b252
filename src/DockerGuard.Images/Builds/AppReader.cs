using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Images.Builds;

/// <summary>Finds out what a Dockerfile makes of the project it belongs to.</summary>
internal sealed class AppReader
{
    /// <summary>Commands of a stage that are looked at; nobody writes more.</summary>
    private const int MostCommands = 100;

    private readonly string _path;
    private readonly BuildEvaluation _evaluation;
    private readonly ImageCatalog _catalog;
    private readonly RegistryMirrors _mirrors;
    private readonly ProjectFacts _project;
    private readonly ShippedBuilds _shipped;
    private readonly Dictionary<StageBuild, ProjectRelation> _relations = [];

    private AppReader(
        string path, BuildEvaluation evaluation, ImageCatalog catalog, RegistryMirrors mirrors, ProjectFacts project)
    {
        _path = path;
        _evaluation = evaluation;
        _catalog = catalog;
        _mirrors = mirrors;
        _project = project;
        _shipped = new ShippedBuilds(evaluation);
    }

    /// <summary>
    /// The facts of the app in the image that ships; null when the file ships another project's, of which the project
    /// says nothing.
    /// </summary>
    public static AppFacts? Read(
        string path, BuildEvaluation evaluation, ImageCatalog catalog, RegistryMirrors mirrors, ProjectFacts project) =>
        new AppReader(path, evaluation, catalog, mirrors, project).Read();

    private AppFacts? Read()
    {
        if (_shipped.Find(RelationOf) is not { } builds) return null;
        var best = builds.Count == 0 ? ProjectRelation.Unsure : builds.Max(RelationOf);
        if (best == ProjectRelation.Other) return null;
        if (best == ProjectRelation.Unsure && StartsAnotherApp(builds)) return null;
        var ours = builds.Where(build => RelationOf(build) == best).ToList();
        if (ours.Any(static build => build.Command.IsPublish)) ours.RemoveAll(static build => !build.Command.IsPublish);
        return new AppFacts(_project, _project.TargetFrameworkVersions, [.. ours.Select(AppOf)], FindUnrelated);
    }

    private ProjectRelation RelationOf(StageBuild build)
    {
        if (!_relations.TryGetValue(build, out var relation))
            _relations.Add(build, relation = ProjectMatch.Of(build, _project));
        return relation;
    }

    private AppBuild AppOf(StageBuild build)
    {
        var root = _evaluation[build.Stage.ExternalFrom.Stage!];
        var sdk = ImageReference.TryParse(root.ImageName, out var image) ? _catalog.Find(image, _mirrors) : null;
        return new AppBuild(_project, build.Command, sdk, root.TargetPlatform);
    }

    /// <summary>True when the image plainly starts an assembly that is not the project's.</summary>
    private bool StartsAnotherApp(IReadOnlyList<StageBuild> builds)
    {
        // A command may give the assembly another name.
        if (_project.AssemblyName.Length == 0
            || builds.Any(static build => build.Command.Properties.ContainsKey(KnownProperties.AssemblyName)))
        {
            return false;
        }

        var started = new[] { _evaluation.Final?.Entrypoint?.Instruction, _evaluation.Final?.Cmd?.Instruction }
            .OfType<CommandInstruction>()
            .Select(instruction => _evaluation.ScriptOf(instruction))
            .OfType<ShellScript>()
            .SelectMany(static script => script.Commands)
            .SelectMany(static command => command.Words)
            .Where(static word => word.IsStatic && word.Value.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            .Select(static word => ContainerPath.Name(word.Value.Replace('\\', '/')))
            .ToList();
        return started.Count > 0 && !started.Contains(_project.TargetFileName, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Images in whose stages <c>dotnet</c> runs, and never for the project.</summary>
    private HashSet<Origin> FindUnrelated()
    {
        var images = new HashSet<Origin>();
        foreach (var group in _evaluation.Stages.GroupBy(static stage => stage.ExternalFrom))
        {
            var commands = group.SelectMany(_shipped.In).Take(MostCommands).ToList();
            var isElsewhere = commands.Count > 0
                && commands.All(build => !build.Command.IsBuild || RelationOf(build) == ProjectRelation.Other);
            if (isElsewhere && group.Key.Image is { } word) images.Add(new FileOrigin(_path, word.Span));
        }

        return images;
    }
}
