using System;
using System.Linq;

namespace DockerGuard.Images.Project;

/// <summary>Commands of git that do nothing without the history of a repository.</summary>
public static class GitHistory
{
    /// <summary>The name of the program.</summary>
    public const string Program = "git";

    private static readonly string[] Asking =
        ["branch", "describe", "log", "name-rev", "rev-list", "rev-parse", "show", "symbolic-ref"];

    /// <summary>Options of git itself that a word belongs to.</summary>
    private static readonly string[] WithValue = ["-C", "-c"];

    private static readonly char[] BetweenWords = [' ', '\t', '\r', '\n', ';', '&', '|', '"'];

    /// <summary>Whether a command asks for it: <c>describe</c>.</summary>
    public static bool IsAsking(string command) => Asking.Contains(command);

    /// <summary>Whether a program that a target runs is one of git that asks for it.</summary>
    public static bool IsAskedBy(ProgramCall call)
    {
        if (call is null) throw new ArgumentNullException(nameof(call));
        if (call.Program != Program) return false;
        var words = call.Command.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] != Program) continue;
            var next = i + 1;
            while (next < words.Length && words[next][0] == '-') next += WithValue.Contains(words[next]) ? 2 : 1;
            if (next < words.Length && IsAsking(words[next])) return true;
        }

        return false;
    }
}
