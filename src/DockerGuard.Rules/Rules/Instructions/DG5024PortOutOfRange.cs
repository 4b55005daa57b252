using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// EXPOSE of a port there cannot be. Source: hadolint DL3011, Trivy DS-0008; ports are 16 bits wide (RFC 793).
/// </summary>
public sealed class DG5024PortOutOfRange : InstructionRule
{
    private const int LastPort = 65535;

    public override RuleDescriptor Descriptor { get; } = new(
        "DG5024PortOutOfRange", "port out of range", Severity.Error)
    {
        Aliases =
        [
            new("hadolint", "DL3011", Severity.Error), new("trivy", "DS-0008"),
            new("kics", "71bf8cf8-f0a1-42fa-b9d2-d10525e0a38e"),
        ],
        ExplainsRefusals = true,
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Expose];

    public override void Check(Instruction instruction, FileContext context)
    {
        foreach (var word in instruction.Words)
        {
            // 8000-9000/tcp: both ends count, the protocol does not; what holds a variable is no number.
            if (word.Value.Split('/')[0].Split('-').FirstOrDefault(IsOutOfRange) is { } port)
                context.Report(word.Span, $"port {port} is above {LastPort}, the last one there is");
        }
    }

    private static bool IsOutOfRange(string port)
    {
        if (port.Length == 0 || !port.All(character => character is >= '0' and <= '9')) return false;
        var digits = port.TrimStart('0');
        return digits.Length > 5 || (digits.Length == 5 && string.CompareOrdinal(digits, "65535") > 0);
    }
}
