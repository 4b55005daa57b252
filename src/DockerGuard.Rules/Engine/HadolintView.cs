using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>What hadolint sees of a file, for its parity profile. Source: hadolint 2.15.1.</summary>
internal static class HadolintView
{
    /// <summary>Commands that stand in the script itself or in substitutions: not those behind <c>sudo</c>, <c>env</c> or in <c>sh -c "…"</c>, and only those named by their bare name.</summary>
    public static IEnumerable<SimpleCommand> Commands(ShellScript script) =>
        script.Commands.Where(command => IsSeen(command) && (command.Name is not { } name || name.IndexOf('/') < 0));

    /// <summary>Pipelines that stand where its <see cref="Commands"/> do.</summary>
    public static IEnumerable<ShellPipeline> Pipelines(ShellScript script) => script.Pipelines.Where(IsSeen);

    /// <summary>True for instructions of the last stage, and of a stage whose name a later <c>FROM</c> takes.</summary>
    public static bool Ships(Instruction instruction, Dockerfile file)
    {
        if (instruction.Stage is not { } stage || stage.Index == file.Stages.Count - 1) return true;
        return stage.From.StageName is { } name
            && file.Stages.Skip(stage.Index + 1).Any(later => later.From.Image?.Value.Equals(name.Value, StringComparison.Ordinal) == true);
    }

    private static bool IsSeen(ShellNode node)
    {
        for (var child = node; child.Parent is { } parent; child = parent)
        {
            // A command above is either one whose argument holds a substitution, or one that starts this one.
            if (parent is SimpleCommand && child is not ShellSubstitution) return false;
        }

        return true;
    }
}
