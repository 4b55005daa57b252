using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// An archive is copied into the image and unpacked there, so the image holds it twice. Source: hadolint DL3010.
/// </summary>
public sealed class DG5023CopiedArchiveUnpacked : FileRule
{
    private static readonly string[] ArchiveEndings =
        [
            ".tar", ".Z", ".bz2", ".gz", ".lz", ".lzma", ".tZ", ".tb2", ".tbz", ".tbz2", ".tgz", ".tlz", ".tpz", ".txz",
            ".xz", ".zst", ".tzst",
        ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5023CopiedArchiveUnpacked", "archive copied and unpacked", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3010", Severity.Info)],
    };

    public override void Check(Dockerfile file, FileContext context) => Check(file, context, context.Ships, Unpacks);

    /// <summary>Reports the archives of each COPY that counts which a command of its stage unpacks.</summary>
    internal static void Check(
        Dockerfile file, FileContext context, Func<CopyInstruction, bool> counts, Func<SimpleCommand, bool> unpacks)
    {
        var copied = new Dictionary<string, Word>(StringComparer.Ordinal);
        foreach (var instruction in file.Instructions)
        {
            switch (instruction)
            {
                case FromInstruction:
                    copied.Clear();
                    break;
                case CopyInstruction { From: null } copy when counts(copy):
                    foreach (var (name, source) in ArchivesOf(copy)) copied[name] = source;
                    break;
                case RunInstruction run when copied.Count > 0 && context.ScriptOf(run) is { } script:
                    foreach (var command in context.CommandsOf(script).Where(unpacks)) Report(command, copied, context);
                    break;
            }
        }
    }

    private static void Report(SimpleCommand command, Dictionary<string, Word> copied, FileContext context)
    {
        foreach (var argument in command.Arguments)
        {
            var name = NameOf(argument.Value);
            if (!copied.TryGetValue(name, out var source)) continue;
            copied.Remove(name);
            context.Report(
                source.Span,
                $"'{NameOf(Unquoted(source))}' stays in the image beside what is unpacked from it; ADD unpacks it by "
                    + "itself, a bind mount leaves it out");
        }
    }

    /// <summary>The archives a COPY brings, by the names they have in the image.</summary>
    private static IEnumerable<(string Name, Word Source)> ArchivesOf(CopyInstruction copy)
    {
        // The words as written: in a Windows path a backslash divides, and escapes nothing.
        var target = copy.Destination is { } destination ? NameOf(Unquoted(destination)) : "";
        foreach (var source in copy.Sources)
        {
            var name = NameOf(Unquoted(source));
            if (IsArchive(name)) yield return (IsArchive(target) ? target : name, source);
        }
    }

    /// <summary>tar with its extract flag, or with its letters and no hyphen.</summary>
    private static bool Unpacks(SimpleCommand command) =>
        command.Is("tar", "bsdtar") && (command.HasFlag("x", "extract", "get")
            || (command.Arguments.Count > 0 && command.Arguments[0].Value is { Length: > 0 } letters
                && letters.All(char.IsLetter) && letters.IndexOf('x') >= 0));

    private static bool IsArchive(string name) =>
        ArchiveEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal));

    private static string Unquoted(Word word) => word.Text.Trim('"', '\'');

    private static string NameOf(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
