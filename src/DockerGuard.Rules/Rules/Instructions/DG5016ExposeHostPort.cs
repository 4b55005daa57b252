using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// EXPOSE names an address or a port of the host, which only a run can choose. Source: BuildKit ExposeInvalidFormat.
/// </summary>
public sealed class DG5016ExposeHostPort : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5016ExposeHostPort", "host port in EXPOSE", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("buildkit", "ExposeInvalidFormat")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Expose];

    public override void Check(Instruction instruction, FileContext context)
    {
        foreach (var (word, port) in ExposedPorts.Of(instruction, context))
        {
            var colon = port.LastIndexOf(':');
            if (colon < 0 || port.Substring(0, colon).All(static c => c == ':')) continue;
            // A name in the place of an address is an error of its own; what it was to mean nobody knows.
            var isAddress =
                port.Substring(0, colon).All(static c => c is ':' or '.' or '[' or ']' || Uri.IsHexDigit(c));
            var isPlain = isAddress
                && port == word.Text
                && SourceEdits.IsPlain(context.Build.File, word)
                && colon + 1 < port.Length
                && char.IsDigit(port[colon + 1]);
            var fix = isPlain ? new Fix("write the container's port", new TextEdit(word.Start, colon + 1, "")) : null;
            context.Report(
                word.Span, $"port '{port}' maps to the host, which EXPOSE cannot do", fix,
                [port]);
        }
    }
}
