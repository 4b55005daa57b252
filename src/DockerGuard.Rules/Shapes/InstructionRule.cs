using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Shapes;

/// <summary>A rule that looks at one kind of instruction at a time, wherever it stands, also inside ONBUILD.</summary>
public abstract class InstructionRule : Rule
{
    /// <summary>The kinds of instruction the engine hands to <see cref="Check"/>.</summary>
    public abstract IReadOnlyList<InstructionKind> Kinds { get; }

    /// <summary>Reports what is wrong with one instruction.</summary>
    public abstract void Check(Instruction instruction, FileContext context);
}
