using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>
/// Looks through variables whose value stands in the file: those a script assigns once, and those of <c>ENV</c> and
/// <c>ARG</c>.
/// </summary>
internal static class ConstantWords
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];

    /// <summary>The words the shell makes of one; null when that is not known before the build.</summary>
    public static IReadOnlyList<string>? Of(ShellWord word, RunInstruction run, ShellScript script, FileContext context)
    {
        if (word.IsStatic) return [word.Value];
        if (word.Variables.Count != 1 || word.Substitutions.Count > 0) return null;
        var variable = word.Variables[0];
        var (name, text) = (variable.Name, variable.Text);
        if (text != "$" + name && text != "${" + name + "}") return null;
        if (ValueOf(name, run, script, context) is not { } value || value.IndexOfAny(['$', '`']) >= 0) return null;
        var at = word.Value.IndexOf(text, StringComparison.Ordinal);
        if (at < 0) return null;
        var whole = word.Value.Substring(0, at) + value + word.Value.Substring(at + text.Length);
        return variable.IsQuoted ? [whole] : whole.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>
    /// True when a variable among the arguments holds one of these flags, or may hold it for all that is known. The
    /// flags are named without hyphens; one letter is also found among others.
    /// </summary>
    public static bool MayHoldFlag(
        SimpleCommand command, RunInstruction run, ShellScript script, FileContext context, params string[] names)
    {
        foreach (var argument in command.Arguments)
        {
            // What a command prints is a list of packages; options come from variables.
            if (argument.Variables.Count == 0 || argument.Substitutions.Count > 0 || argument.Value[0] != '$') continue;
            if (Of(argument, run, script, context) is not { } values || values.Any(value => IsFlag(value, names)))
                return true;
        }

        return false;
    }

    private static bool IsFlag(string value, string[] names) =>
        value.StartsWith("--", StringComparison.Ordinal) ? names.Contains(value.Substring(2))
        : value.StartsWith("-", StringComparison.Ordinal)
            && names.Any(name => name.Length == 1 && value.IndexOf(name[0]) > 0);

    private static string? ValueOf(string name, RunInstruction run, ShellScript script, FileContext context)
    {
        if (context.FactOf(script, Assignments).TryGetValue(name, out var assigned)) return assigned;
        return run.Stage is { } stage
            && context.Build[stage].StateBefore(run).Variables.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>What a script assigns to each name; null where that is not one constant.</summary>
    private static Dictionary<string, string?> Assignments(ShellScript script)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var command in script.Commands)
        {
            if (command.NameWord is not null) continue;
            foreach (var assignment in command.Assignments)
            {
                var isOne = assignment.Value.IsStatic && !assignment.IsAppend && !values.ContainsKey(assignment.Name);
                values[assignment.Name] = isOne ? assignment.Value.Value : null;
            }
        }

        return values;
    }
}
