using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>Files go to a relative path and nothing says relative to what. Source: hadolint DL3045.</summary>
public sealed class DG5028RelativeCopyDestination : FileRule
{
    public override RuleDescriptor Descriptor { get; } =
        new(
            "DG5028RelativeCopyDestination",
            "relative destination without WORKDIR",
            Severity.Warning,
            strict: Severity.Error)
        {
            Aliases = [new("hadolint", "DL3045")],
        };

    public override void Check(Dockerfile file, FileContext context)
    {
        foreach (var instruction in file.Instructions)
        {
            if (instruction is not TransferInstruction { Destination: { } destination, Stage: { } owner }
                || context.Build[owner] is not { } stage)
            {
                continue;
            }

            if (stage.StateBefore(instruction).WorkingDirectory is not null) continue;
            var path = instruction.IsJson ? destination.Value : stage.Expand(destination.Text, instruction);
            // A variable without a value may hold any path.
            if (path.Length > 0 && !IsAbsolute(path)) Report(instruction, destination, context);
        }
    }

    /// <summary>Reports a relative destination.</summary>
    internal static void Report(Instruction instruction, Word destination, FileContext context) =>
        context.Report(
            destination.Span,
            $"destination '{destination.Value}' of {instruction.Keyword} is relative, and no WORKDIR says to what");

    /// <summary>Absolute on Linux or Windows; a variable may hold either.</summary>
    internal static bool IsAbsolute(string path) =>
        path.Length > 0 && (path[0] is '/' or '\\' or '$' || (path.Length > 1 && path[1] == ':'));
}
