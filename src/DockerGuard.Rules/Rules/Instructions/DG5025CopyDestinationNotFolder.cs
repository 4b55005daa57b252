using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// Several sources are copied to what reads as one file. Source: hadolint DL3021, Trivy DS-0011; Dockerfile reference,
/// COPY.
/// </summary>
public sealed class DG5025CopyDestinationNotFolder : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } =
        new("DG5025CopyDestinationNotFolder", "several sources and no folder", Severity.Warning, strict: Severity.Error)
        {
            Aliases =
            [
                new("hadolint", "DL3021", Severity.Error), new("trivy", "DS-0011"),
                new("kics", "6db6e0c2-32a3-4a2e-93b5-72c35f4119db"),
            ],
        };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Copy, InstructionKind.Add];

    public override void Check(Instruction instruction, FileContext context)
    {
        var transfer = (TransferInstruction)instruction;
        if (FileOfSeveral(transfer) is { } destination && !IsFolder(transfer, destination, context))
            Report(transfer, destination, context);
    }

    /// <summary>The destination of several sources that has no slash at its end; null when there is none.</summary>
    internal static Word? FileOfSeveral(TransferInstruction transfer) =>
        transfer.Sources.Count > 1
            && transfer.Destination is { } destination
            && !destination.Value.EndsWith("/", StringComparison.Ordinal)
            ? destination
            : null;

    /// <summary>Reports a destination that reads as one file.</summary>
    internal static void Report(TransferInstruction transfer, Word destination, FileContext context) =>
        context.Report(
            destination.Span,
            $"destination '{destination.Value}' of {transfer.Sources.Count} sources does not end with '/', so it is "
                + "taken for a file",
            FixOf(transfer, destination));

    /// <summary>
    /// True where the destination is a folder by its name, is the working directory, or may be a folder once its
    /// variables are known.
    /// </summary>
    private static bool IsFolder(TransferInstruction transfer, Word destination, FileContext context)
    {
        if (transfer.Stage is not { } stage) return false;
        var path = context.Build[stage].Expand(destination.Text, transfer).Replace('\\', '/').Trim('"', '\'');
        if (path.Length == 0 || path[path.Length - 1] == '/') return true;
        var name = path.Substring(path.LastIndexOf('/') + 1);
        if (name is "." or ".."
            || (destination.HasVariables && destination.Value.EndsWith("}", StringComparison.Ordinal)))
        {
            return true;
        }

        return path.Equals(context.Build[stage].StateBefore(transfer).WorkingDirectory, StringComparison.Ordinal);
    }

    private static Fix? FixOf(TransferInstruction transfer, Word destination)
    {
        var isPlain = !transfer.IsJson && !destination.HasVariables && destination.Text == destination.Value
            && destination.Length == destination.Text.Length
            && destination.Text.IndexOf('\\') < 0
            && transfer.Heredocs.Count == 0;
        return isPlain
            ? new Fix("end the destination with '/'", new TextEdit(destination.Start + destination.Length, 0, "/"))
            : null;
    }
}
