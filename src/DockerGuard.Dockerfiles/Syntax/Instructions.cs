using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Parsing;

namespace DockerGuard.Dockerfiles.Syntax;

/// <summary><c>FROM image [AS name]</c>: begins a stage.</summary>
public sealed class FromInstruction : Instruction
{
    internal FromInstruction(InstructionParts parts) : base(parts)
    {
    }

    /// <summary>The image, or the name of an earlier stage.</summary>
    public Word? Image => Words.Count > 0 ? Words[0] : null;

    /// <summary>The name after <c>AS</c>, as written.</summary>
    public Word? StageName => AsKeyword is null ? null : Words[2];

    /// <summary>The word <c>AS</c>.</summary>
    public Word? AsKeyword =>
        Words.Count == 3 && Words[1].Text.Equals("AS", StringComparison.OrdinalIgnoreCase) ? Words[1] : null;

    public Flag? Platform => FindFlag("platform");
}

/// <summary>An instruction whose arguments are a command: shell text or a JSON array.</summary>
public abstract class CommandInstruction : Instruction
{
    private protected CommandInstruction(InstructionParts parts) : base(parts)
    {
    }

    /// <summary>The shell text; null in exec form and when nothing is written.</summary>
    public virtual string? CommandText => IsJson || Words.Count == 0 ? null : Arguments;
}

/// <summary><c>RUN</c>.</summary>
public sealed class RunInstruction : CommandInstruction
{
    private IReadOnlyList<Mount>? _mounts;

    internal RunInstruction(InstructionParts parts) : base(parts)
    {
    }

    /// <summary>The <c>--mount</c> flags, taken apart but not expanded.</summary>
    public IReadOnlyList<Mount> Mounts => _mounts ??= Mount.ReadAll(Flags);
}

/// <summary><c>CMD</c>.</summary>
public sealed class CmdInstruction : CommandInstruction
{
    internal CmdInstruction(InstructionParts parts) : base(parts)
    {
    }
}

/// <summary><c>ENTRYPOINT</c>.</summary>
public sealed class EntrypointInstruction : CommandInstruction
{
    internal EntrypointInstruction(InstructionParts parts) : base(parts)
    {
    }
}

/// <summary><c>SHELL</c>: always JSON.</summary>
public sealed class ShellInstruction : Instruction
{
    internal ShellInstruction(InstructionParts parts) : base(parts)
    {
    }
}

/// <summary><c>HEALTHCHECK NONE</c> or <c>HEALTHCHECK [flags] CMD command</c>.</summary>
public sealed class HealthcheckInstruction : CommandInstruction
{
    internal HealthcheckInstruction(InstructionParts parts) : base(parts)
    {
    }

    /// <summary><c>NONE</c> or <c>CMD</c>, as written.</summary>
    public Word? Type => Words.Count > 0 ? Words[0] : null;

    public bool IsNone => Type is { } type && type.Text.Equals("NONE", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string? CommandText => IsNone || IsJson || Words.Count < 2 ? null : Words[1].Text;
}

/// <summary><c>COPY</c> and <c>ADD</c>.</summary>
public abstract class TransferInstruction : Instruction
{
    private protected TransferInstruction(InstructionParts parts) : base(parts)
    {
        var words = Words;
        var sources = new Word[Math.Max(0, words.Count - 1)];
        for (var i = 0; i < sources.Length; i++) sources[i] = words[i];
        Sources = sources;
        Destination = words.Count > 1 ? words[words.Count - 1] : null;
    }

    /// <summary>Everything but the last word, heredoc words included.</summary>
    public IReadOnlyList<Word> Sources { get; }

    public Word? Destination { get; }
}

/// <summary><c>COPY</c>.</summary>
public sealed class CopyInstruction : TransferInstruction
{
    internal CopyInstruction(InstructionParts parts) : base(parts)
    {
    }

    /// <summary>The stage or image to copy from.</summary>
    public Flag? From => FindFlag("from");
}

/// <summary><c>ADD</c>.</summary>
public sealed class AddInstruction : TransferInstruction
{
    internal AddInstruction(InstructionParts parts) : base(parts)
    {
    }
}

/// <summary>An instruction made of names and values.</summary>
public abstract class PairInstruction : Instruction
{
    private protected PairInstruction(InstructionParts parts) : base(parts)
    {
    }

    public IReadOnlyList<KeyValue> Pairs => Parts.Pairs;
}

/// <summary><c>ENV</c>.</summary>
public sealed class EnvInstruction : PairInstruction
{
    internal EnvInstruction(InstructionParts parts) : base(parts)
    {
    }

    /// <summary>Whether name and value are divided by white space, the form that is no longer advised.</summary>
    public bool IsLegacy => Parts.IsLegacyPair;
}

/// <summary><c>LABEL</c>.</summary>
public sealed class LabelInstruction : PairInstruction
{
    internal LabelInstruction(InstructionParts parts) : base(parts)
    {
    }

    /// <summary>Whether name and value are divided by white space, the form that is no longer advised.</summary>
    public bool IsLegacy => Parts.IsLegacyPair;
}

/// <summary><c>ARG</c>.</summary>
public sealed class ArgInstruction : PairInstruction
{
    internal ArgInstruction(InstructionParts parts) : base(parts)
    {
    }
}

/// <summary><c>USER</c>.</summary>
public sealed class UserInstruction : Instruction
{
    internal UserInstruction(InstructionParts parts) : base(parts)
    {
    }

    public Word? User => Words.Count > 0 ? Words[0] : null;
}

/// <summary><c>WORKDIR</c>.</summary>
public sealed class WorkdirInstruction : Instruction
{
    internal WorkdirInstruction(InstructionParts parts) : base(parts)
    {
    }

    public Word? Path => Words.Count > 0 ? Words[0] : null;
}

/// <summary><c>EXPOSE</c>; the words are the ports.</summary>
public sealed class ExposeInstruction : Instruction
{
    internal ExposeInstruction(InstructionParts parts) : base(parts)
    {
    }
}

/// <summary><c>VOLUME</c>; the words are the paths.</summary>
public sealed class VolumeInstruction : Instruction
{
    internal VolumeInstruction(InstructionParts parts) : base(parts)
    {
    }
}

/// <summary><c>STOPSIGNAL</c>.</summary>
public sealed class StopSignalInstruction : Instruction
{
    internal StopSignalInstruction(InstructionParts parts) : base(parts)
    {
    }

    public Word? Signal => Words.Count > 0 ? Words[0] : null;
}

/// <summary><c>MAINTAINER</c>, deprecated in favour of a label.</summary>
public sealed class MaintainerInstruction : Instruction
{
    internal MaintainerInstruction(InstructionParts parts) : base(parts)
    {
    }
}

/// <summary><c>ONBUILD</c>: an instruction for the builds that use this image as their base.</summary>
public sealed class OnBuildInstruction : Instruction
{
    internal OnBuildInstruction(InstructionParts parts) : base(parts) => Inner = parts.Inner?.Create();

    public Instruction? Inner { get; }
}

/// <summary>A keyword the language does not have; the words are divided at white space.</summary>
public sealed class UnknownInstruction : Instruction
{
    internal UnknownInstruction(InstructionParts parts) : base(parts)
    {
    }
}
