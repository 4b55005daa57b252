using System;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Checks.Reading;

/// <summary>
/// What a project says about a file's build and the file does not: another stage or another value is another image, and
/// a finding may be in one of them alone.
/// </summary>
internal static class GivenBuild
{
    /// <summary>Notes the stage and the arguments that differ from the file's own.</summary>
    public static void Note(DockerfileInput input, Dockerfile file, VerdictBuilder verdict)
    {
        if (input.Stage is { } stage && !IsLast(stage, file)) verdict.Stages.Add(stage);
        foreach (var argument in input.BuildArguments)
            if (!IsDefault(argument.Key, argument.Value, file)) verdict.Arguments.Add(argument.Key);
    }

    private static bool IsLast(string stage, Dockerfile file)
    {
        if (file.Stages.Count == 0) return false;
        var last = file.Stages[file.Stages.Count - 1];
        return stage.Equals(last.Name, StringComparison.OrdinalIgnoreCase) || stage == $"{last.Index}";
    }

    private static bool IsDefault(string name, string value, Dockerfile file)
    {
        var pairs = file.Instructions.OfType<ArgInstruction>()
            .SelectMany(static arg => arg.Pairs)
            .Where(pair => pair.Key.Text == name)
            .ToList();
        return pairs.Exists(static pair => pair.Value is not null)
            && pairs.TrueForAll(pair => pair.Value is null || pair.Value.Value == value);
    }
}
