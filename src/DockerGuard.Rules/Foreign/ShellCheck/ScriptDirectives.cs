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

    /// <summary>
    /// Whatever a comment may be taken for a directive by: between the sign and the name, and after it, more than the
    /// ASCII blanks count.
    /// </summary>
    private static readonly Regex Directive =
        new($@"(?<start>#[^\w\n]*){Name}(?<end>\W(?<keys>[^\n]*))", RegexOptions.CultureInvariant);

    private static readonly Regex Code = new(@"\d+|\ball\b", RegexOptions.CultureInvariant);

    /// <summary>
    /// The script in which no directive leaves out a code that a policy enforces, by its name or by another shell: it
    /// becomes a comment like any other, of the same length, so that all places stay what they are.
    /// </summary>
    public static string WithoutEnforced(string script, RuleSettings settings)
    {
        if (script.IndexOf(Name, StringComparison.Ordinal) < 0 || ShellCheckTool.Instance.EnforcedIn(settings) is null)
            return script;
        return Directive.Replace(script, directive => Hides(directive.Groups["keys"].Value, settings)
            ? directive.Result("${start}" + Name.ToUpperInvariant() + "${end}")
            : directive.Value);
    }

    private static bool Hides(string keys, RuleSettings settings)
    {
        if (keys.IndexOf("shell", StringComparison.Ordinal) >= 0) return true;
        // Of a range the codes between are hidden too.
        if (keys.IndexOf("disable", StringComparison.Ordinal) < 0) return false;
        return keys.IndexOf('-') >= 0 || Code.Matches(keys).Cast<Match>().Any(code => IsEnforced(code.Value, settings));
    }

    private static bool IsEnforced(string code, RuleSettings settings) =>
        ShellCheckCodes.Find("SC" + code) is not { } one || settings.EnforcerOf(one) is not null;
}
