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

/// <summary>An ENV that uses what it sets itself and nothing above has set; it forgets nothing at a FROM.</summary>
internal sealed class DL3044SelfReferencingEnv : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5027SelfReferencingEnv>();

    public override void Check(Dockerfile file, FileContext context)
    {
        var defined = new HashSet<string>(StringComparer.Ordinal);
        foreach (var instruction in file.Instructions.OfType<PairInstruction>())
        {
            if (instruction is EnvInstruction { Pairs.Count: > 1 } env)
            {
                DG5027SelfReferencingEnv.Check(
                    env, value => VariableNames.In(value.Value).Where(name => !defined.Contains(name)), context);
            }

            if (instruction is not LabelInstruction)
                defined.UnionWith(instruction.Pairs.Select(pair => pair.Key.Value));
        }
    }
}
