using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Dockerfiles.Tests.Shell;

/// <summary>Short ways to scripts in the tests.</summary>
internal static class Scripts
{
    /// <summary>The script of the last instruction that has one; a FROM is put in front where none is.</summary>
    public static ShellScript OfFile(string text, BuildOptions? options = null) => All(text, options)[^1];

    /// <summary>The scripts of all instructions, those in ONBUILD included.</summary>
    public static IReadOnlyList<ShellScript> All(string text, BuildOptions? options = null) =>
        [.. WithInstructions(text, options).Select(pair => pair.Script)];

    public static IEnumerable<(Instruction Instruction, ShellScript Script)> WithInstructions(
        string text, BuildOptions? options = null)
    {
        var file = Dockerfile.Parse(text);
        if (file.Stages.Count == 0) file = Dockerfile.Parse("FROM x\n" + text);
        foreach (var stage in BuildEvaluation.Evaluate(file, options ?? new BuildOptions()).Stages)
        {
            foreach (var instruction in stage.Stage.Instructions)
            {
                var inner = instruction is OnBuildInstruction { Inner: { } held } ? held : instruction;
                if (stage.ScriptOf(inner) is { } script) yield return (inner, script);
            }
        }
    }

    public static ShellScript Sh(string text) => ShellScript.Parse(text);

    public static ShellScript Bash(string text) => ShellScript.Parse(text, ShellDialect.Bash);

    /// <summary>Name and arguments of every command, as values with a bar between them.</summary>
    public static string[] Lines(ShellScript script) =>
        [.. script.Commands.Select(command => string.Join('|', command.Words.Select(word => word.Value)))];

    public static string[] Names(ShellScript script) => [.. script.Commands.Select(command => command.BaseName ?? "?")];

    /// <summary>
    /// The Dockerfiles of the peers' cases and of real repositories; null when the folder is not here.
    /// </summary>
    public static IReadOnlyList<string>? Corpus()
    {
        if (Folder() is not { } folder) return null;
        var texts = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(folder, "buildkit", "real-dockerfiles.jsonl")))
        {
            using var real = JsonDocument.Parse(line);
            texts.Add(real.RootElement.GetProperty("dockerfile").GetString()!);
        }

        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "hadolint", "cases.json")));
        foreach (var item in cases.RootElement.GetProperty("cases").EnumerateArray())
            texts.Add(item.GetProperty("dockerfile").GetString()!);
        return texts;
    }

    private static string? Folder()
    {
        var named = System.Environment.GetEnvironmentVariable("DOCKERGUARD_CONFORMANCE");
        if (!string.IsNullOrEmpty(named)) return Directory.Exists(named) ? named : null;
        for (var root = new DirectoryInfo(System.AppContext.BaseDirectory); root is not null; root = root.Parent)
        {
            if (!File.Exists(Path.Combine(root.FullName, "DockerGuard.Build.sln"))) continue;
            var shared = Path.GetFullPath(Path.Combine(root.FullName, "..", "shared", "conformance"));
            return Directory.Exists(shared) ? shared : null;
        }

        return null;
    }
}
