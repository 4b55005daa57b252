using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>Each USER that is no number; one that holds an ARG above may be one.</summary>
internal sealed class DL3066NonNumericUser : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG2007NonNumericUser>();

    public override void Check(Dockerfile file, FileContext context)
    {
        var arguments = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instruction in file.Instructions)
        {
            if (instruction is ArgInstruction arg) arguments.UnionWith(arg.Pairs.Select(pair => pair.Key.Value));
            if (instruction is not UserInstruction { User: { } user }) continue;
            var mayBeNumber = VariableNames.In(user.Value).Any(arguments.Contains);
            if (!mayBeNumber && !IsNumeric(user.Value))
                context.Report(user.Span, DG2007NonNumericUser.Message(user.Value));
        }
    }

    /// <summary>It takes digits alone for a number, no sign.</summary>
    private static bool IsNumeric(string user)
    {
        var name = user.Split(':')[0];
        return name.Length > 0 && name.All(character => character is >= '0' and <= '9');
    }
}
