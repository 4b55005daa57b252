using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// The targets that an image build may come to, whatever conditions say then: what only <c>Clean</c> or <c>Pack</c>
/// calls is none of them.
/// </summary>
/// <param name="project">The evaluated project.</param>
internal sealed class ReachedTargets(ProjectInstance project)
{
    /// <summary>What a generated file, or a stage of tests, asks for.</summary>
    private static readonly string[] Asked = ["Restore", "Build", "Publish", "VSTest", "Test", "Run"];

    /// <summary>Targets of packing, to which a build comes where the project says so.</summary>
    private static readonly string[] OfPack = ["Pack", "GenerateNuspec"];

    private readonly bool _packs =
        project.GetPropertyValue("GeneratePackageOnBuild").Equals("true", StringComparison.OrdinalIgnoreCase);

    private HashSet<string>? _reached;

    /// <summary>
    /// False for a target that is hooked to others alone which are there and which none of these leads to. A name that
    /// no target has may be one of a package that is not restored yet.
    /// </summary>
    public bool MayReach(ProjectTargetInstance target)
    {
        var hooks = Names(target, $"{target.BeforeTargets};{target.AfterTargets}").ToList();
        return hooks.Count == 0
            || hooks.Exists(name => !project.Targets.ContainsKey(name) && !IsIdle(name))
            || (_reached ??= Find()).Overlaps(hooks.Append(target.Name));
    }

    private HashSet<string> Find()
    {
        var hooked = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var target in project.Targets.Values)
        {
            foreach (var name in Names(target, $"{target.BeforeTargets};{target.AfterTargets}"))
            {
                if (!hooked.TryGetValue(name, out var list)) hooked.Add(name, list = []);
                list.Add(target.Name);
            }
        }

        var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var waiting = new Stack<string>(Asked.Concat(project.InitialTargets));
        while (waiting.Count > 0)
        {
            var name = waiting.Pop();
            if (IsIdle(name) || !reached.Add(name)) continue;
            if (hooked.TryGetValue(name, out var list)) foreach (var next in list) waiting.Push(next);
            if (!project.Targets.TryGetValue(name, out var target)) continue;
            foreach (var next in Called(target)) waiting.Push(next);
        }

        return reached;
    }

    private bool IsIdle(string name) => !_packs && OfPack.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a target calls itself; of another project's targets, the names count as this one's.</summary>
    private IEnumerable<string> Called(ProjectTargetInstance target) => Names(target, target.DependsOnTargets)
        .Concat(target.Children.OfType<ProjectTaskInstance>()
            .SelectMany(task => task.Parameters.TryGetValue("Targets", out var list) ? Names(target, list) : []))
        .Concat(target.Children.OfType<ProjectOnErrorInstance>()
            .SelectMany(child => Names(target, child.ExecuteTargets)));

    private IEnumerable<string> Names(ProjectTargetInstance target, string list) =>
        list.Length < 2 ? [] : ProjectText.Names(project, target.FullPath, list);
}
