using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>A value of the image's configuration, with what set it.</summary>
/// <param name="Value">The value after expansion.</param>
/// <param name="Instruction">What set it; null when the base image did.</param>
/// <param name="Span">The words that state the value; the image name in <c>FROM</c> when the base image set it.</param>
public sealed record Setting<T>(T Value, Instruction? Instruction, SourceSpan Span)
{
    /// <summary>The words of the pair that set a variable or a label; null for all else.</summary>
    public KeyValue? Pair { get; init; }
}

/// <summary>A variable or a label with its value, both expanded.</summary>
public sealed record NamedValue(string Key, string Value);

/// <summary>What holds just before an instruction.</summary>
public sealed class StageState
{
    internal StageState(
        string? user,
        string? workingDirectory,
        VariableMap variables,
        VariableMap declared,
        IReadOnlyList<string> shell)
    {
        Declared = declared;
        User = user;
        WorkingDirectory = workingDirectory;
        Map = variables;
        Shell = shell;
    }

    /// <summary>The user, expanded; null when neither the stage nor a known base image sets one.</summary>
    public string? User { get; }

    /// <summary>
    /// The directory, expanded and joined; null when not known. Relative when it depends on an unknown base image.
    /// </summary>
    public string? WorkingDirectory { get; }

    /// <summary>
    /// All variables an instruction can use: <c>ENV</c>, the base image's, <c>PATH</c>, and the <c>ARG</c>s declared so
    /// far that have a value.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables => Map;

    /// <summary>The <c>ARG</c>s declared so far that have no value: whoever builds may give them one.</summary>
    public IEnumerable<string> OpenArguments => Declared.Keys.Where(name => !Map.ContainsKey(name));

    /// <summary>What shell text is given to.</summary>
    public IReadOnlyList<string> Shell { get; }

    internal VariableMap Map { get; }

    /// <summary>
    /// The names of all <c>ARG</c>s so far, those of the stages below included, whether they have a value or not.
    /// </summary>
    internal VariableMap Declared { get; }
}

/// <summary>Another stage or image that an instruction takes files from.</summary>
/// <param name="Name">The name after expansion: of a stage, its number, or an image.</param>
/// <param name="Stage">The stage; null for an image or a named context.</param>
/// <param name="Instruction">The <c>COPY --from</c> or <c>RUN --mount=from=</c>.</param>
/// <param name="Span">The value of the flag.</param>
/// <param name="NamedContext">
/// The value of the <c>--build-context</c> that takes the place of the image; null when none does.
/// </param>
public sealed record StageSource(
    string Name, StageEvaluation? Stage, Instruction Instruction, SourceSpan Span, string? NamedContext = null);
