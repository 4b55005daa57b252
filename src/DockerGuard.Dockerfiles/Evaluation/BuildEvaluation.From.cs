using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Words;
using DockerGuard.Oci;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>The part that tells what <c>FROM</c> makes of its variables.</summary>
public sealed partial class BuildEvaluation
{
    private readonly Lazy<VariableMap?> _defaults;
    private readonly Lazy<VariableMap> _globalNames;

    /// <summary>
    /// The variables of a stage's <c>FROM</c> that neither an <c>ARG</c> before the first <c>FROM</c> nor the build
    /// itself declares.
    /// </summary>
    public IReadOnlyList<UndefinedVariable> UndeclaredInFrom(Stage stage) =>
        UndefinedVariableFinder.FindInFrom((stage ?? throw new ArgumentNullException(nameof(stage))).From, this);

    /// <summary>
    /// Why the image of a stage's <c>FROM</c> is no image name as long as nobody gives build arguments; null when it is
    /// one, and when a variable demands a value (<c>${name:?message}</c>) or has a default that cannot be expanded.
    /// </summary>
    public string? WhyDefaultImageIsInvalid(Stage stage)
    {
        if (stage is null) throw new ArgumentNullException(nameof(stage));
        if (stage.From.Image is not { } image || _defaults.Value is not { } variables) return null;
        if (IsCutShort) return null;
        var expansion = Expansion.Expand(image.Text, variables, File.EscapeCharacter);
        if (expansion.Error is not null) return null;
        return expansion.Value.Length == 0 ? "it is empty" : ImageReference.Problem(expansion.Value);
    }

    /// <summary>The names of the <c>ARG</c>s before the first <c>FROM</c>, with or without a value.</summary>
    internal VariableMap GlobalNames => _globalNames.Value;

    /// <summary>
    /// The global variables of a build without build arguments; null when a default cannot be expanded.
    /// </summary>
    private VariableMap? EvaluateDefaults()
    {
        if (Options.BuildArguments.Count == 0) return _hasGlobalErrors ? null : GlobalMap;
        var errors = new List<DockerfileError>();
        var variables = EvaluateGlobalArgs(VariableMap.Empty, errors);
        return errors.Count == 0 ? variables : null;
    }
}
