using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Checks.Fixes;
using DockerGuard.Dockerfiles;
using DockerGuard.Generation;
using DockerGuard.Images;
using DockerGuard.Rules;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>Applies the fixes that findings carry to the project's Dockerfiles, or shows them as a diff.</summary>
[MSBuildMultiThreadableTask]
public sealed class FixDockerfiles : DockerfileTask
{
    private static readonly char[] Separators = [';', ',', ' '];

    /// <summary>Shows a unified diff and writes nothing: the property <c>DockerGuardFixDryRun</c>.</summary>
    public bool DryRun { get; set; }

    /// <summary>The rules whose findings are mended, by id, name or alias; all when empty: the property <c>DockerGuardFixRules</c>.</summary>
    public string? Rules { get; set; }

    private protected override void Guard()
    {
        if (!TryReadRules(out var rules)) return;
        var fixes = DockerfileFixes.Run(CheckInput, finding => IsWanted(finding.Descriptor, rules), file => GeneratedFileHeader.IsUnmodified(file.Text));
        Reporter.Report(fixes.Verdict);
        foreach (var file in fixes.Files) Report(file);
    }

    private static bool IsWanted(RuleDescriptor rule, HashSet<RuleDescriptor> rules) =>
        rules.Count == 0 || rules.Contains(rule) || rules.Contains(rule.Family ?? rule);

    private void Report(FixedDockerfile file)
    {
        var name = Path.GetFileName(file.Path);
        if (file.Result is not { } result)
        {
            Reporter.Say($"{name} is generated from the project; what is to change in it changes there");
            return;
        }

        foreach (var refused in result.Refused)
        {
            Reporter.Say($"{name}({refused.Span.Line},{refused.Span.Column}): the fix of {refused.Descriptor.Id} was not applied, for it would not make the file better");
        }

        if (result.Applied.Count == 0) Reporter.Say($"{name} has nothing that can be mended mechanically");
        else if (DryRun) Reporter.Say($"{name} would get {Summary(result)}:\n{UnifiedDiff.Create(file.Before.Text, result.Dockerfile.Text, DiffName(file.Path))}");
        else if (Files.TryWrite(file.Path, result.Dockerfile.ToBytes())) Reporter.Say($"{name} got {Summary(result)}");
    }

    /// <summary>"3 fixes (DG5001, DG5014 twice)".</summary>
    private static string Summary(FixResult result)
    {
        var rules = result.Applied.GroupBy(finding => finding.Descriptor.Id).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Count() switch { 1 => group.Key, 2 => group.Key + " twice", var count => $"{group.Key} {count} times" });
        return $"{result.Applied.Count} {(result.Applied.Count == 1 ? "fix" : "fixes")} ({string.Join(", ", rules)})";
    }

    private bool TryReadRules(out HashSet<RuleDescriptor> rules)
    {
        rules = [];
        foreach (var id in (Rules ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var found = RuleCatalog.FindAll(id);
            if (found.Count == 0)
            {
                Reporter.Report(ToolDiagnostics.InvalidProperty, Origin.StartOf(ProjectFile), $"DockerGuardFixRules names '{id}', and no rule is called that");
                return false;
            }

            rules.UnionWith(found);
        }

        return true;
    }

    /// <summary>The path <c>git apply</c> wants: from the repository's root, else from the project's folder.</summary>
    private string DiffName(string path)
    {
        foreach (var root in new[] { Project.RepositoryRoot, Project.ProjectDirectory })
        {
            if (root is not { Length: > 0 }) continue;
            var folder = root.TrimEnd('/', '\\') + Path.DirectorySeparatorChar;
            if (path.StartsWith(folder, StringComparison.Ordinal)) return path.Substring(folder.Length).Replace('\\', '/');
        }

        return Path.GetFileName(path);
    }
}
