using System.Collections.Generic;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Syntax;

/// <summary>A <c>FROM</c> and the instructions up to the next one.</summary>
public sealed class Stage
{
    private readonly SourceText _source;

    internal Stage(
        SourceText source,
        int index,
        string? name,
        FromInstruction from,
        IReadOnlyList<Instruction> instructions,
        Stage? baseStage)
    {
        _source = source;
        Index = index;
        Name = name;
        From = from;
        Instructions = instructions;
        BaseStage = baseStage;
    }

    /// <summary>0-based position, the number <c>COPY --from</c> takes.</summary>
    public int Index { get; }

    /// <summary>Lower-case name, as BuildKit keeps it; null for a stage without one.</summary>
    public string? Name { get; }

    public FromInstruction From { get; }

    /// <summary>The instructions after <c>FROM</c>.</summary>
    public IReadOnlyList<Instruction> Instructions { get; }

    /// <summary>
    /// The earlier stage this one continues when its name is written out; a name made of variables is known to the
    /// evaluation only.
    /// </summary>
    public Stage? BaseStage { get; }

    public SourceSpan Span
    {
        get
        {
            var last = Instructions.Count == 0 ? From : Instructions[Instructions.Count - 1];
            return _source.GetSpan(From.ContentStart, last.ContentStart + last.ContentLength - From.ContentStart);
        }
    }
}
