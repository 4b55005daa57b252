namespace DockerGuard.Dockerfiles.Syntax;

/// <summary>
/// Which step of a build refuses the file. A build stops at the first error of the first step that has one.
/// </summary>
public enum DockerfileErrorKind
{
    /// <summary>A parser directive is wrong.</summary>
    Directive,

    /// <summary>The text is no Dockerfile.</summary>
    Syntax,

    /// <summary>An instruction has wrong flags or arguments.</summary>
    Instruction,

    /// <summary>An instruction means nothing a build could do, once variables and stages are known.</summary>
    Build,

    /// <summary>The build asks for a stage that the file does not have: nothing is wrong with the file.</summary>
    Target,
}

/// <summary>Why a build would refuse the file.</summary>
/// <param name="Kind">The step that refuses it.</param>
/// <param name="Message">A plain sentence, lower-case start, no full stop.</param>
/// <param name="Span">What to look at.</param>
/// <param name="Instruction">The instruction that is wrong, when there is one.</param>
public sealed record DockerfileError(
    DockerfileErrorKind Kind, string Message, SourceSpan Span, Instruction? Instruction = null)
{
    /// <summary>
    /// True where no value of a variable mends it, though the instruction may have some: <c>--from</c> is never
    /// expanded.
    /// </summary>
    public bool IsCertain { get; init; }

    /// <summary>
    /// The line BuildKit names: the first one of the instruction. A wrong directive and a line that is too long are
    /// named by the line before, because BuildKit counts a line once it is read; 0 is then possible.
    /// </summary>
    public int BuildLine
    {
        get
        {
            if (Instruction is not null) return Instruction.StartLine;
            var isWholeLine = Kind == DockerfileErrorKind.Syntax && Span.Column < Span.EndColumn;
            return Kind == DockerfileErrorKind.Directive || isWholeLine ? Span.Line - 1 : Span.Line;
        }
    }
}
