using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>In which builds the tasks of a project's own targets run for sure, and what decides about it.</summary>
/// <param name="project">The evaluated project.</param>
/// <param name="conditions">Knows what properties are made of.</param>
/// <param name="targets">The targets a build comes to.</param>
/// <param name="calledByName">Targets that MSBuild calls by their names.</param>
internal sealed class TargetMoments(
    ProjectInstance project,
    InputConditions conditions,
    IReadOnlyList<ProjectTargetInstance> targets,
    IReadOnlyList<string> calledByName)
{
    /// <summary>Targets of the SDK that every build runs.</summary>
    private static readonly string[] OfBuild =
    [
        "AfterBuild", "AfterCompile", "AssignTargetPaths", "BeforeBuild", "BeforeCompile", "BeforeResolveReferences",
        "Build", "Compile", "CoreBuild", "CoreCompile", "CopyFilesToOutputDirectory", "PostBuildEvent", "PreBuildEvent",
        "PrepareForBuild", "ResolveReferences", "ResolveProjectReferences",
    ];

    /// <summary>Targets of the SDK that every publish runs besides.</summary>
    private static readonly string[] OfPublish =
    [
        "AfterPublish", "BeforePublish", "ComputeFilesToPublish", "ComputeResolvedFilesToPublishList",
        "CopyFilesToPublishDirectory", "PrepareForPublish", "PreparePublish", "Publish",
    ];

    /// <summary>Properties of the SDK that an image build of Release has as they are here.</summary>
    private static readonly string[] Plain =
        ["_IsPublishing", "Configuration", "MSBuildProjectDirectory", "MSBuildThisFileDirectory"];

    /// <summary>What asks for the machine, or for what only the running build knows.</summary>
    private static readonly string[] Unknown = ["Exists", "IsOSPlatform", "IsOSUnixLike", "$(OS)", "@(", "%("];

    private readonly Dictionary<ProjectTargetInstance, ProgramMoment> _moments = [];

    private readonly HashSet<string> _setInTargets = SetIn(targets);

    /// <summary>When a task of a target runs, and fails the build if it cannot.</summary>
    public ProgramMoment Of(ProjectTargetInstance target, ProjectTaskInstance task, out string decidedBy)
    {
        var expressions = Callers(target).Select(static caller => caller.Condition).Append(task.Condition).ToList();
        var names = conditions.Behind(expressions.SelectMany(InputConditions.Names));
        decidedBy = string.Join(";", names);
        var mayFail = MayBe(task, "IgnoreExitCode")
            || (task.ContinueOnError.Length > 0 && !IsNo(task.ContinueOnError));
        return mayFail || expressions.Exists(AsksForMachine) || names.Any(IsOfMachine)
            ? ProgramMoment.Unsure
            : MomentOf(target);
    }

    private ProgramMoment MomentOf(ProjectTargetInstance target)
    {
        if (_moments.TryGetValue(target, out var known)) return known;
        // Whoever comes back here is no way to it.
        _moments[target] = ProgramMoment.Unsure;
        // One that makes files is passed over where these are new enough.
        var moment = target.Outputs.Length > 0 && target.Outputs.IndexOf("node_modules", StringComparison.Ordinal) < 0
            ? ProgramMoment.Unsure
            : Hooks(target).Select(MomentOf).Concat(Dependents(target).Select(MomentOf))
                .Append(ProgramMoment.Unsure)
                .Max();
        return _moments[target] = moment;
    }

    private ProgramMoment MomentOf(string name)
    {
        if (OfBuild.Contains(name, StringComparer.OrdinalIgnoreCase)) return ProgramMoment.Build;
        if (OfPublish.Contains(name, StringComparer.OrdinalIgnoreCase)) return ProgramMoment.Publish;
        return Find(name) is { } own ? MomentOf(own) : ProgramMoment.Unsure;
    }

    private ProjectTargetInstance? Find(string name) => targets.FirstOrDefault(
        other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private List<string> Hooks(ProjectTargetInstance target)
    {
        var names = List($"{target.BeforeTargets};{target.AfterTargets}", target);
        if (project.InitialTargets.Contains(target.Name, StringComparer.OrdinalIgnoreCase)) names.Add("Build");
        if (calledByName.Contains(target.Name, StringComparer.OrdinalIgnoreCase)) names.Add(target.Name);
        return names;
    }

    private IEnumerable<ProjectTargetInstance> Dependents(ProjectTargetInstance target) => targets.Where(other =>
        other != target
            && List(other.DependsOnTargets, other).Contains(target.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>A target, and our targets that lead to it.</summary>
    private List<ProjectTargetInstance> Callers(ProjectTargetInstance target)
    {
        var all = new List<ProjectTargetInstance> { target };
        for (var i = 0; i < all.Count; i++)
        {
            var further = Hooks(all[i]).Select(Find).OfType<ProjectTargetInstance>().Concat(Dependents(all[i]));
            all.AddRange([.. further.Distinct().Where(other => !all.Contains(other))]);
        }

        return all;
    }

    /// <summary>True for a value that is neither the files' own nor the same everywhere: a variable's.</summary>
    private bool IsOfMachine(string property) =>
        _setInTargets.Contains(property)
            || (!Plain.Contains(property, StringComparer.OrdinalIgnoreCase)
                && !conditions.Sets(property)
                && project.GetPropertyValue(property).Length > 0);

    /// <summary>The properties that only a running build sets.</summary>
    private static HashSet<string> SetIn(IEnumerable<ProjectTargetInstance> targets)
    {
        var children = targets.SelectMany(static target => target.Children).ToList();
        var groups = children.OfType<ProjectPropertyGroupTaskInstance>()
            .SelectMany(static group => group.Properties)
            .Select(static property => property.Name);
        var outputs = children.OfType<ProjectTaskInstance>()
            .SelectMany(static task => task.Outputs)
            .OfType<ProjectTaskOutputPropertyInstance>()
            .Select(static output => output.PropertyName);
        return new HashSet<string>(groups.Concat(outputs), StringComparer.OrdinalIgnoreCase);
    }

    private static bool AsksForMachine(string condition) =>
        Unknown.Any(part => condition.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0);

    private static bool MayBe(ProjectTaskInstance task, string parameter) =>
        task.Parameters.TryGetValue(parameter, out var value) && !IsNo(value);

    private static bool IsNo(string value) =>
        value.Equals("false", StringComparison.OrdinalIgnoreCase)
            || value.Equals("ErrorAndStop", StringComparison.OrdinalIgnoreCase);

    private List<string> List(string list, ProjectTargetInstance target) =>
        [.. ProjectText.Names(project, target.FullPath, list)];
}
