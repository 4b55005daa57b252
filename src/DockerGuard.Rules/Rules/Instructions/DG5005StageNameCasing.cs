using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A stage name has capitals, which Docker turns into small letters. Source: BuildKit StageNameCasing.
/// </summary>
public sealed class DG5005StageNameCasing : FileRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5005StageNameCasing", "stage name with capitals", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("buildkit", "StageNameCasing")],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        ILookup<string, Reference>? references = null;
        // Two stages of one name cannot be told apart.
        var shared = new Lazy<HashSet<string?>>(
            () => [.. file.Stages.GroupBy(static stage => stage.Name)
                .Where(static group => group.Count() > 1)
                .Select(static group => group.Key)]);
        foreach (var from in file.Stages.Select(static stage => stage.From))
        {
            // BuildKit looks before it knows whether the word between them is AS.
            if (from.Words.Count != 3 || from.Words[2] is not { } name || KeywordCasing.IsLower(name.Text)) continue;
            references ??= References(file)
                .ToLookup(static reference => reference.Name.ToLowerInvariant(), StringComparer.Ordinal);
            context.Report(
                name.Span,
                $"stage name '{name.Text}' has capitals; Docker knows it as '{name.Text.ToLowerInvariant()}'",
                shared.Value.Contains(name.Text.ToLowerInvariant()) ? null : Lower(name, file, references),
                [name.Text]);
        }
    }

    /// <summary>
    /// Writes the name and every mention of it in small letters; not where a mention cannot be edited.
    /// </summary>
    private static Fix? Lower(Word name, Dockerfile file, ILookup<string, Reference> references)
    {
        var lower = name.Text.ToLowerInvariant();
        var mentions = references[lower].ToList();
        if (!SourceEdits.IsPlain(file, name) || mentions.Any(static mention => mention.Start < 0)) return null;
        var edits = mentions.Where(mention => mention.Name != lower)
            .Select(mention => SourceEdits.Replace(mention.Start, mention.Name, lower));
        return new Fix($"write '{lower}'", [SourceEdits.Replace(name.Start, name.Text, lower), .. edits]);
    }

    /// <summary>
    /// The names in <c>COPY --from</c> and <c>RUN --mount=from=</c>, with their offset in the file, -1 where it is not
    /// plain to see.
    /// </summary>
    private static IEnumerable<Reference> References(Dockerfile file)
    {
        foreach (var outer in file.Instructions)
        {
            for (var instruction = outer;
                instruction is not null;
                instruction = (instruction as OnBuildInstruction)?.Inner)
            {
                if (instruction is CopyInstruction { From: { Value: { } value } flag })
                {
                    yield return new Reference(
                        value, SourceEdits.IsPlain(file, flag) ? flag.Start + flag.Length - value.Length : -1);
                }

                if (instruction is not RunInstruction run) continue;
                foreach (var mount in run.Mounts)
                {
                    if (mount.From is { Length: > 0 } from)
                        yield return new Reference(from, Find(mount.Flag, from, file));
                }
            }
        }
    }

    private static int Find(Flag mount, string name, Dockerfile file)
    {
        var at = mount.Text.IndexOf("from=" + name, StringComparison.Ordinal);
        return at > 0 && mount.Text[at - 1] is '=' or ',' && SourceEdits.IsPlain(file, mount)
            ? mount.Start + at + "from=".Length
            : -1;
    }

    private sealed record Reference(string Name, int Start);
}
