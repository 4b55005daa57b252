using System;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Conformance.Fuzzing;

/// <summary>What holds for every input, whatever it is.</summary>
internal static class Invariants
{
    private static readonly string[] Paths = ["a", "src/App/bin/Debug/a.dll", ".git/HEAD", "é/🐳", "a b"];

    /// <summary>Reads and evaluates an input as a caller does.</summary>
    public static (Dockerfile File, BuildEvaluation Evaluation) Read(byte[] input)
    {
        var file = Dockerfile.Parse(input);
        return (file, BuildEvaluation.Evaluate(file, new BuildOptions()));
    }

    /// <summary>What does not hold, a sentence; null when everything does.</summary>
    public static string? Check(byte[] input, Random random)
    {
        var (file, evaluation) = Read(input);
        var text = file.Text;
        if (!file.ToBytes().AsSpan().SequenceEqual(input)) return "the bytes do not come back";
        if (file.ToString() != text) return "the nodes are not the text";
        return CheckNodes(file)
            ?? CheckErrors(file, evaluation)
            ?? CheckEdit(file, random)
            ?? CheckEvaluation(evaluation)
            ?? CheckIgnoreFile(text);
    }

    private static string? CheckNodes(Dockerfile file)
    {
        var at = 0;
        foreach (var node in file.Nodes)
        {
            if (node.Start != at || node.Length <= 0) return $"the node at {node.Start} does not follow the one before";
            at += node.Length;
            if (!Lies(file, node.Span, node.Start, node.Start + node.Length))
                return $"the span {node.Span} lies outside its node";
        }

        if (at != file.Text.Length) return "the nodes end before the text";
        foreach (var instruction in file.Instructions)
        {
            if (CheckInstruction(file, instruction) is { } problem)
                return $"{instruction.Keyword} on line {instruction.StartLine}: {problem}";
        }

        return null;
    }

    private static string? CheckInstruction(Dockerfile file, Instruction instruction)
    {
        int start = instruction.ContentStart, end = start + instruction.ContentLength;
        if (!Lies(file, instruction.KeywordSpan, start, end)) return "the keyword lies outside";
        if (!Lies(file, instruction.ArgumentsSpan, start, end)) return "the arguments lie outside";
        var at = start;
        foreach (var flag in instruction.Flags)
        {
            if (flag.Start < at || flag.Start + flag.Length > end) return "the flags do not follow each other";
            if (!Lies(file, flag.ValueSpan, flag.Start, flag.Start + flag.Length))
                return "a flag's value lies outside it";
            at = flag.Start + flag.Length;
        }

        foreach (var word in instruction.Words)
        {
            if (word.Start < at || word.Start + word.Length > end) return "the words do not follow each other";
            at = word.Start + word.Length;
        }

        foreach (var heredoc in instruction.Heredocs)
        {
            if (heredoc.Start < at
                || heredoc.Start + heredoc.Length > instruction.Start + instruction.Length && !instruction.IsOnBuild)
            {
                return "the here-documents do not follow each other";
            }

            at = heredoc.Start + heredoc.Length;
        }

        for (var i = 0; i <= instruction.Arguments.Length; i += Math.Max(1, instruction.Arguments.Length / 8))
        {
            if (instruction.SourceOffset(i) < start || instruction.SourceOffset(i) > end)
                return "an argument's character lies outside";
        }

        return instruction is OnBuildInstruction { Inner: { } inner } ? CheckInstruction(file, inner) : null;
    }

    /// <summary>Whether a span of lines and columns lies inside a part of the text.</summary>
    private static bool Lies(Dockerfile file, SourceSpan span, int start, int end)
    {
        var whole = file.GetSpan(start, end - start);
        var afterStart = span.Line > whole.Line || (span.Line == whole.Line && span.Column >= whole.Column);
        var beforeEnd = span.EndLine < whole.EndLine
            || (span.EndLine == whole.EndLine && span.EndColumn <= whole.EndColumn);
        return afterStart
            && beforeEnd
            && (span.Line < span.EndLine || (span.Line == span.EndLine && span.Column <= span.EndColumn));
    }

    private static string? CheckErrors(Dockerfile file, BuildEvaluation evaluation)
    {
        foreach (var error in file.Errors.Concat(evaluation.Errors))
        {
            if (error.Message.Length is 0 or > 400 || error.Message.Any(char.IsControl))
                return $"the message is no plain sentence: {error.Message}";
            if (!Lies(file, error.Span, 0, file.Text.Length))
                return $"the error '{error.Message}' lies outside the text";
            if (error.BuildLine < 0) return $"the error '{error.Message}' has no line";
        }

        var hasErrors = file.Errors.Count + evaluation.Errors.Count > 0;
        return evaluation.FirstError is null == hasErrors ? "the first error is not one of the errors" : null;
    }

    private static string? CheckEdit(Dockerfile file, Random random)
    {
        if (file.Instructions.Count == 0) return null;
        var instruction = file.Instructions[random.Next(file.Instructions.Count)];
        if (instruction.Words.Count == 0) return null;
        var word = instruction.Words[random.Next(instruction.Words.Count)];
        var edited = file.ApplyEdits([new TextEdit(word.Start, word.Length, "x")]);
        if (edited != file.Text[..word.Start] + "x" + file.Text[(word.Start + word.Length)..])
            return "an edit changed something else";
        return Dockerfile.Parse(Dockerfile.Encode(edited)).ToString() == edited || edited.Any(char.IsSurrogate)
            ? null
            : "an edited text does not come back";
    }

    private static string? CheckEvaluation(BuildEvaluation evaluation)
    {
        _ = evaluation.File.SyntaxImage;
        foreach (var stage in evaluation.Stages)
        {
            var settings = stage.Environment.Count
                + stage.Labels.Count
                + stage.ExposedPorts.Count
                + stage.Volumes.Count
                + stage.Sources.Count;
            if (settings < 0 || stage.EndState.Shell is null) return "a stage has no state";
            foreach (var instruction in stage.Stage.Instructions.Take(50))
                if (stage.StateBefore(instruction).Variables.Count < 0) return "an instruction has no state";
        }

        return null;
    }

    private static string? CheckIgnoreFile(string text)
    {
        // Matching costs patterns times paths: what is worth knowing shows in a few lines.
        var file = IgnoreFile.Parse(text.Length > 2000 ? text[..2000] : text);
        var length = file.Text.Length;
        foreach (var pattern in file.Patterns)
        {
            if (pattern.Start < 0 || pattern.Start + pattern.Length > length)
                return "a pattern lies outside the ignore file";
        }

        foreach (var error in file.Errors)
        {
            if (error.Message.Length is 0 or > 400 || error.Message.Any(char.IsControl))
                return $"the message is no plain sentence: {error.Message}";
        }

        foreach (var path in Paths)
        {
            if (file.SkipsFolder(path) && !file.IsIgnored(path + "/x"))
                return "a file of a skipped folder is not ignored";
        }

        return null;
    }
}
