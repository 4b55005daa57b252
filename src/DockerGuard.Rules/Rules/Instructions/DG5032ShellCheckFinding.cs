using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>What ShellCheck finds in the scripts of RUN, at their place in the Dockerfile. Source: ShellCheck; hadolint has it built in.</summary>
public sealed class DG5032ShellCheckFinding : FileRule
{
    /// <summary>Far more than any sentence of ShellCheck has.</summary>
    private const int LongestMessage = 300;

    /// <summary>The line before the script names a shell that ShellCheck does not know; only hadolint asks it about such.</summary>
    private const int UnknownShell = 1071;

    /// <summary>The findings of all codes; <see cref="ShellCheckCodes"/> has the parts.</summary>
    internal static RuleDescriptor All { get; } = new("DG5032ShellCheckFinding", "a finding of ShellCheck", Severity.Warning)
    {
        Aliases = [new("hadolint", "SC*")],
    };

    public override RuleDescriptor Descriptor => All;

    public override void Check(Dockerfile file, FileContext context)
    {
        if (context.ShellCheck is not { } shellCheck) return;
        foreach (var (script, comment) in shellCheck.Findings())
        {
            if ((comment.Code == UnknownShell ? script.Start : script.Locate(comment.Place)) is not { } span) continue;
            var code = ShellCheckCodes.Describe(comment.Code, ShellCheckCodes.SeverityOf(comment.Level), script.IsPortable);
            context.Report(code, span, $"{code.Key} {Sentence(comment.Message)}", FixOf(script, comment, file));
        }
    }

    /// <summary>A sentence in the house's style: on one line, lower-case unless it begins with a name, without a stop.</summary>
    private static string Sentence(string message)
    {
        var text = new StringBuilder(message.Length);
        foreach (var c in message.Trim()) text.Append(char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c);
        if (text.Length > LongestMessage) text.Length = LongestMessage;
        if (text.Length > 1 && char.IsUpper(text[0]) && !char.IsUpper(text[1]) && text[1] is not '_') text[0] = char.ToLowerInvariant(text[0]);
        return text.ToString().TrimEnd(' ', '.', '!');
    }

    /// <summary>The cure ShellCheck offers, where it is one that cannot change what the script does and its places are exact.</summary>
    private static Fix? FixOf(EmbeddedScript script, ShellCheckComment comment, Dockerfile file)
    {
        if (comment.Replacements.Count == 0 || ShellCheckCodes.SafeFix(comment.Code) is not { } title) return null;
        var edits = new List<TextEdit>();
        foreach (var replacement in comment.Replacements)
        {
            if (script.Translate(replacement) is not { } edit) return null;
            edits.Add(edit);
        }

        edits.Sort((left, right) => left.Start.CompareTo(right.Start));
        var between = file.Text.Substring(edits[0].Start, edits[edits.Count - 1].Start - edits[0].Start);
        // A backslash or a quote between backticks means another thing between parentheses.
        var isPlain = between.IndexOfAny(['\\', '"']) < 0;
        var isApart = edits.Zip(edits.Skip(1), (left, right) => left.Start + left.Length < right.Start).All(apart => apart);
        return isPlain && isApart ? new Fix(title, edits) : null;
    }
}
