using System.Collections.Generic;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Shapes;

/// <summary>An instruction rule about the commands of <c>RUN</c>, which are parsed once for all rules.</summary>
public abstract class ShellRule : InstructionRule
{
    /// <inheritdoc/>
    public sealed override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.Run];

    /// <summary>
    /// The commands the rule is about, by base name: a script that runs none of them is not handed to it. Null: every
    /// script.
    /// </summary>
    public virtual IReadOnlyList<string>? Commands => null;

    /// <inheritdoc/>
    public sealed override void Check(Instruction instruction, FileContext context)
    {
        if (instruction is RunInstruction run
            && context.ScriptOf(run) is { } script
            && context.RunsAny(script, Commands))
        {
            Check(run, script, context);
        }
    }

    /// <summary>Reports what is wrong with one script.</summary>
    public abstract void Check(RunInstruction run, ShellScript script, FileContext context);
}
