using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>The protocol of a port has capitals. Source: BuildKit ExposeProtoCasing.</summary>
public sealed class DG5015ExposeProtocolCasing : InstructionRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG5015ExposeProtocolCasing", "port protocol with capitals", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("buildkit", "ExposeProtoCasing")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Expose];

    public override void Check(Instruction instruction, FileContext context)
    {
        foreach (var (word, port) in ExposedPorts.Of(instruction, context))
        {
            var slash = port.IndexOf('/');
            if (slash < 0 || KeywordCasing.IsLower(port.Substring(slash))) continue;
            var isPlain = port == word.Text && SourceEdits.IsPlain(context.Build.File, word);
            var protocol = port.Substring(slash + 1);
            var fix = isPlain ? new Fix(
                $"write {protocol.ToLowerInvariant()}",
                SourceEdits.Replace(word.Start + slash + 1, protocol, protocol.ToLowerInvariant())) : null;
            context.Report(
                word.Span, $"protocol of port '{port}' is written with capitals", fix,
                [port]);
        }
    }
}
