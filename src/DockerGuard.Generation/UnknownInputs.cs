using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Text;

namespace DockerGuard.Generation;

/// <summary>Whether a build may read files that nothing names.</summary>
internal static class UnknownInputs
{
    /// <summary>Programs that read no file, or none but what their words, their folder or the projects name.</summary>
    private static readonly string[] Known =
    [
        "attrib", "bun", "chmod", "corepack", "date", "del", "dotnet", "false", "git", "hostname", "id", "ls", "md",
        "mkdir", "node", "npm", "npx", "pnpm", "printf", "rd", "rm", "rmdir", "sleep", "touch", "uname", "where",
        "which", "whoami", "yarn",
    ];

    /// <summary>Programs that each system of the images has.</summary>
    private static readonly string[] OfSystem =
    [
        "awk", "basename", "bash", "cat", "cmp", "cp", "curl", "cut", "diff", "dirname", "env", "find", "grep", "gzip",
        "head", "install", "ln", "mktemp", "mv", "pwd", "pwsh", "readlink", "realpath", "sed", "sh", "sha256sum",
        "sort", "tail", "tar", "tee", "tr", "uniq", "wc", "wget", "xargs",
    ];

    /// <summary>Commands of dotnet that run what somebody has written.</summary>
    private static readonly string[] RunsOthers = ["run", "exec", "script", "fsi"];

    /// <summary>Why it may, in one clause; null when all inputs are known.</summary>
    public static string? Of(BuildFacts build)
    {
        foreach (var project in build.Projects)
        {
            if (project.Problem is not null)
                return $"MSBuild cannot evaluate {FileNameOf(project.Path)} here";
            if (project.Programs.FirstOrDefault(static call => !IsKnown(call)) is { } call)
                return $"target {call.Target} of {FileNameOf(call.File)} runs {Name(call)}, which may read anything";
            if (project.UnknownReads.Count > 0) return Reason(project.UnknownReads[0]);
        }

        return null;
    }

    /// <summary>The programs that an image of the SDK is not known to have, a clause each.</summary>
    public static IEnumerable<string> MissingPrograms(BuildFacts build) => build.Projects
        .SelectMany(static project => project.Programs)
        .Where(static call => !Known.Contains(call.Program, StringComparer.OrdinalIgnoreCase)
            && !OfSystem.Contains(call.Program)
            && call.Program.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '+'))
        .GroupBy(static call => call.Program, StringComparer.Ordinal)
        .Select(static group => $"target {group.First().Target} of {FileNameOf(group.First().File)} runs {group.Key}, "
            + "which the SDK's image may not have: install it in a custom region before dotnet publish");

    private static string Reason(UnknownRead read)
    {
        var target = read.Target.Length > 0 ? $"target {read.Target} of " : "";
        var why = read.Path.Contains("$(") ? "of which only the running build knows" : "which leaves the repository";
        return $"{target}{FileNameOf(read.File)} reads {Sentence.Quote(read.Path)}, {why}";
    }

    // One that only the running build knows has no name yet.
    private static string Name(ProgramCall call) =>
        call.Program.IndexOfAny(['"', '\'', '%', '$', '@']) >= 0
            ? Sentence.Quote(call.Command) + ", a program of which only the running build knows"
            : call.Program;

    private static bool IsKnown(ProgramCall call) =>
        Known.Contains(call.Program, StringComparer.OrdinalIgnoreCase)
            && (call.Program != "dotnet" || !RunsProgram(call.Command));

    private static bool RunsProgram(string command)
    {
        var words = command.Split([' ', '\t', '\r', '\n', ';', '&', '"'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i] is "dotnet" or "dotnet.exe"
                && (RunsOthers.Contains(words[i + 1]) || words[i + 1].EndsWith(".dll", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static string FileNameOf(string path) => ContextPath.FileNameOf(ContextPath.Normalize(path));
}
