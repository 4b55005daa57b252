using System;
using System.Collections.Generic;

namespace DockerGuard.Evaluation;

/// <summary>Calls of property functions in an expression, as <c>$([System.IO.File]::Exists('a'))</c>.</summary>
internal static class FunctionCalls
{
    /// <summary>Types whose functions look at the machine, and MSBuild sees nothing of it.</summary>
    public const string File = "[System.IO.File]::", Directory = "[System.IO.Directory]::",
        Intrinsic = "[MSBuild]::", Registry = Intrinsic + "GetRegistry",
        Expansion = "[System.Environment]::ExpandEnvironmentVariables";

    /// <summary>The calls of a type's functions: the name of each and what stands in its parentheses.</summary>
    public static IEnumerable<(string Function, string Arguments)> In(string text, string type)
    {
        for (var at = text.IndexOf(type, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(type, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var start = text.IndexOf('(', at);
            if (start < 0) yield break;
            var depth = 0;
            var end = start;
            do
            {
                depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };
                end++;
            }
            while (depth > 0 && end < text.Length);
            yield return (
                text.Substring(at + type.Length, Math.Max(start - at - type.Length, 0)).Trim(),
                text.Substring(start + 1, Math.Max(end - start - 2, 0)).Trim());
        }
    }

    /// <summary>The first of several arguments.</summary>
    public static string First(string arguments) => arguments.Substring(0, EndOfFirst(arguments)).Trim();

    /// <summary>What follows the first argument; empty where nothing does.</summary>
    public static string Rest(string arguments) =>
        arguments.Substring(Math.Min(EndOfFirst(arguments) + 1, arguments.Length)).Trim();

    private static int EndOfFirst(string arguments)
    {
        var depth = 0;
        char? quote = null;
        for (var i = 0; i < arguments.Length; i++)
        {
            var c = arguments[i];
            if (quote is not null) quote = c == quote ? null : quote;
            else if (c is '\'' or '"' or '`') quote = c;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (c == ',' && depth == 0) return i;
        }

        return arguments.Length;
    }
}
