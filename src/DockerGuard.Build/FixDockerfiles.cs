using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Checks.Fixes;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Generation;
using DockerGuard.Oci.Text;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>Applies the fixes that findings carry to the project's Dockerfiles, or shows them as a diff.</summary>
[MSBuildMultiThreadableTask]
public sealed class FixDockerfiles : DockerfileTask
{
    private protected override void Guard()
    {
        var isDryRun = Setting.Flag("DockerGuardFixDryRun", otherwise: false);
        var rules = ReadRules();
        var input = CheckInput(FoundElsewhere(), ShellCheck());
        if (input.Files.Count == 0)
        {
            SayNothingThere();
            return;
        }

        var fixes = DockerfileFixes.Run(
            input,
            finding => IsWanted(finding.Descriptor, rules),
            file => GeneratedFileHeader.IsUnmodified(file.Text));
        Reporter.Report(fixes.Verdict);
        foreach (var file in fixes.Files) Report(file, isDryRun);
    }

    private static bool IsWanted(RuleDescriptor rule, HashSet<RuleDescriptor> rules) =>
        rules.Count == 0 || rules.Contains(rule) || rules.Contains(rule.Family ?? rule);

    private void Report(FixedDockerfile file, bool isDryRun)
    {
        Cancellation.ThrowIfCancellationRequested();
        var name = Path.GetFileName(file.Path);
        if (file.Result is not { } result)
        {
            Reporter.Say($"{name} is generated from the project; what is to change in it changes there");
            return;
        }

        foreach (var refused in result.Refused)
        {
            Reporter.Say(
                $"{name}({refused.Span.Line},{refused.Span.Column}): the fix of {refused.Descriptor.Id} was not "
                    + "applied, for it would not make the file better");
        }

        if (result.Applied.Count == 0)
        {
            Reporter.Say($"{name} has nothing that can be mended mechanically");
        }
        else if (isDryRun)
        {
            ShowDiff(name, file, result);
        }
        else if (Files.TryWrite(file.Path, result.Dockerfile.ToBytes()))
        {
            Reporter.Say($"{name} got {Summary(result)}");
        }
    }

    /// <summary>
    /// Secrets and what would move the reader's cursor are not shown, not even to those who could read the file: build
    /// logs are kept. git takes the diff where nothing had to be hidden.
    /// </summary>
    private void ShowDiff(string name, FixedDockerfile file, FixResult result)
    {
        var (before, after, diffName) = (file.Before.Text, result.Dockerfile.Text, DiffName(file.Path));
        var mask = SecretMask.Of(file.Before, result.Dockerfile);
        var whole = UnifiedDiff.Create(before, after, diffName);
        var masked = UnifiedDiff.Create(before, after, diffName, mask.Apply);
        var reason = masked != whole ? "secret values are shown as ***"
            : Printable.Block(whole) != whole ? "characters that cannot be printed are shown as \uFFFD"
            : null;
        var warning = reason is null ? "" : $"; git cannot apply this diff, for {reason}";
        Reporter.Say($"{name} would get {Summary(result)}{warning}:", masked);
    }

    /// <summary>"3 fixes (DG5001, DG5014 twice)".</summary>
    private static string Summary(FixResult result)
    {
        var rules = result.Applied.GroupBy(finding => finding.Descriptor.Id)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Count() switch
            {
                1 => group.Key,
                2 => group.Key + " twice",
                var count => $"{group.Key} {count} times",
            });
        return $"{result.Applied.Count} {(result.Applied.Count == 1 ? "fix" : "fixes")} ({string.Join(", ", rules)})";
    }

    /// <summary>The rules whose findings are mended, by id, name or alias; all when empty.</summary>
    private HashSet<RuleDescriptor> ReadRules()
    {
        var rules = new HashSet<RuleDescriptor>();
        foreach (var id in Setting.List("DockerGuardFixRules"))
        {
            var found = RuleCatalog.FindAll(id);
            if (found.Count == 0)
            {
                throw new InvalidSettingException(
                    $"DockerGuardFixRules names {Sentence.Quote(id)}, and no rule is called that");
            }

            rules.UnionWith(found);
        }

        return rules;
    }

    /// <summary>The path <c>git apply</c> wants: from the repository's root, else from the project's folder.</summary>
    private string DiffName(string path)
    {
        foreach (var root in new[] { Project.RepositoryRoot, Project.ProjectDirectory })
            if (root is { Length: > 0 } && RelativePath.Below(root, path) is { } name) return name;

        return Path.GetFileName(path);
    }
}
