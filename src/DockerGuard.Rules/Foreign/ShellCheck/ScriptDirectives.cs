using System;
using System.Linq;
using System.Text.RegularExpressions;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Foreign.ShellCheck;

/// <summary>
/// The comments within a script by which ShellCheck itself leaves codes out, so that nobody here would ever hear of
/// them. Source: ShellCheck's manual, DIRECTIVES.
/// </summary>
internal static class ScriptDirectives
{
    private const string Name = "shellcheck";

    private static readonly Regex Disabling =
        new($@"#[ \t]*{Name}[ \t][^\n]*?disable=(?<codes>[^\s]*)", RegexOptions.CultureInvariant);

    private static readonly char[] Separators = [',', '"', '\''];

    /// <summary>
    /// The script in which no directive leaves out a code that a policy enforces: it becomes a comment like any other,
    /// of the same length, so that all places stay what they are.
    /// </summary>
    public static string WithoutEnforced(string script, RuleSettings settings)
    {
        if (settings.Enforcing.Count == 0 || script.IndexOf(Name, StringComparison.Ordinal) < 0) return script;
        return Disabling.Replace(script, directive =>
            directive.Groups["codes"].Value.Split(Separators).Any(code => IsEnforced(code.Trim(), settings))
                ? new Regex(Name).Replace(directive.Value, Name.ToUpperInvariant(), 1)
                : directive.Value);
    }

    /// <summary>True for an enforced code; of <c>all</c> and of a range as soon as one code is enforced.</summary>
    private static bool IsEnforced(string code, RuleSettings settings)
    {
        if (code.Length == 0) return false;
        var id = code.StartsWith("SC", StringComparison.OrdinalIgnoreCase) ? code : "SC" + code;
        return ShellCheckCodes.Find(id) is { } one
            ? settings.EnforcerOf(one) is not null
            : settings.Enforcing.Any(policy => policy.EnforcedOf(ShellCheckTool.Instance.Family).Any());
    }
}
