using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Foreign.ShellCheck;

/// <summary>The scripts of a Dockerfile at ShellCheck, and what it finds at its place in the Dockerfile.</summary>
internal sealed class ShellCheckVisit(
    ForeignSubject subject, Dockerfile file, IReadOnlyList<EmbeddedScript> scripts) : ForeignVisit
{
    /// <summary>
    /// Findings about how a script is handed over, not about the script: files it sources (1090, 1091), the line that
    /// names its shell (1128, 2148), ash (2187). Source: hadolint excludes 1090, 1091 and 2187.
    /// </summary>
    private static readonly string[] Excluded = ["SC1090", "SC1091", "SC1128", "SC2148", "SC2187"];

    /// <summary>A line end of Windows: said once, it is said of the whole script.</summary>
    private const string CarriageReturn = "SC1017";

    /// <summary>
    /// The line before the script names a shell that ShellCheck does not know; only hadolint asks it about such.
    /// </summary>
    private const string UnknownShell = "SC1071";

    private readonly HashSet<int> _scriptsWithReturns = [];

    public override IReadOnlyList<string> Inputs { get; } =
    [
        .. scripts.Select(script => ScriptDirectives.WithoutEnforced(script.Text, subject.Settings)),
    ];

    public override ForeignFinding? Translate(ForeignComment comment)
    {
        if (Array.IndexOf(Excluded, comment.Code) >= 0) return null;
        if (comment.Code == CarriageReturn && !_scriptsWithReturns.Add(comment.Input)) return null;
        var script = scripts[comment.Input];
        if ((comment.Code == UnknownShell ? script.Start : script.Locate(comment.Place)) is not { } span) return null;
        var code = ShellCheckCodes.Describe(comment.Code, ShellCheckCodes.SeverityOf(comment.Level), script.IsPortable);
        return new ForeignFinding(code, new FileOrigin(subject.Artifact, span), FixOf(script, comment));
    }

    /// <summary>
    /// The cure ShellCheck offers, where it is one that cannot change what the script does and its places are exact.
    /// </summary>
    private Fix? FixOf(EmbeddedScript script, ForeignComment comment)
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
        var isApart =
            edits.Zip(edits.Skip(1), (left, right) => left.Start + left.Length < right.Start).All(apart => apart);
        return isPlain && isApart ? new Fix(title, edits) : null;
    }
}
