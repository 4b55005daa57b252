using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Parsing;

/// <summary>
/// What the parser gathers before it knows enough to make the instruction. Offsets named "Line" count in the joined
/// text.
/// </summary>
internal sealed class InstructionParts
{
    public InstructionParts(LogicalLine line) => Line = line;

    public LogicalLine Line { get; }

    public SourceText Source => Line.Source;

    public InstructionKind Kind { get; set; }

    /// <summary>The joined text's offset of the keyword, of its end, and of the arguments after the flags.</summary>
    public int LineStart { get; set; }

    public int KeywordEnd { get; set; }

    public int ArgumentsStart { get; set; }

    public int ArgumentsEnd { get; set; }

    /// <summary>The file's offset of the keyword, and of the end of arguments or heredoc bodies.</summary>
    public int KeywordStart { get; set; }

    public int ContentEnd { get; set; }

    public int NodeStart { get; set; }

    public int NodeEnd { get; set; }

    public IReadOnlyList<Flag> Flags { get; set; } = [];

    public IReadOnlyList<Word> Words { get; set; } = [];

    public IReadOnlyList<KeyValue> Pairs { get; set; } = [];

    public IReadOnlyList<Heredoc> Heredocs { get; set; } = [];

    public IReadOnlyList<Comment> LeadingComments { get; set; } = [];

    public bool IsJson { get; set; }

    /// <summary>Whether <c>ENV</c> or <c>LABEL</c> is written without an equals sign.</summary>
    public bool IsLegacyPair { get; set; }

    public bool HasEmptyContinuationLine { get; set; }

    public int OnBuildDepth { get; set; }

    public InstructionParts? Inner { get; set; }

    /// <summary>Why the parser refuses the instruction; null when it does not.</summary>
    public string? SyntaxError { get; set; }

    public SourceSpan SyntaxErrorSpan { get; set; }

    /// <summary>
    /// The instruction that a heredoc would belong to, the inner one of <c>ONBUILD</c>; null when none may have one.
    /// </summary>
    public InstructionParts? HeredocOwner()
    {
        var owner = Inner ?? this;
        return owner.Kind is InstructionKind.Run or InstructionKind.Copy or InstructionKind.Add && !owner.IsJson
            ? owner
            : null;
    }

    public Instruction Create() => Kind switch
    {
        InstructionKind.From => new FromInstruction(this),
        InstructionKind.Run => new RunInstruction(this),
        InstructionKind.Cmd => new CmdInstruction(this),
        InstructionKind.Label => new LabelInstruction(this),
        InstructionKind.Maintainer => new MaintainerInstruction(this),
        InstructionKind.Expose => new ExposeInstruction(this),
        InstructionKind.Env => new EnvInstruction(this),
        InstructionKind.Add => new AddInstruction(this),
        InstructionKind.Copy => new CopyInstruction(this),
        InstructionKind.Entrypoint => new EntrypointInstruction(this),
        InstructionKind.Volume => new VolumeInstruction(this),
        InstructionKind.User => new UserInstruction(this),
        InstructionKind.Workdir => new WorkdirInstruction(this),
        InstructionKind.Arg => new ArgInstruction(this),
        InstructionKind.OnBuild => new OnBuildInstruction(this),
        InstructionKind.StopSignal => new StopSignalInstruction(this),
        InstructionKind.Healthcheck => new HealthcheckInstruction(this),
        InstructionKind.Shell => new ShellInstruction(this),
        _ => new UnknownInstruction(this),
    };
}
