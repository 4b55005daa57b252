using System.Collections.Generic;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>A <c># dockerguard ignore=…</c> comment, kept to tell whether it silences anything.</summary>
/// <param name="Rules">The rules it names.</param>
/// <param name="Written">The ids as written.</param>
/// <param name="Span">The place of the comment.</param>
/// <param name="Instruction">Number of the instruction it covers.</param>
internal sealed record Suppression(IReadOnlyList<RuleDescriptor> Rules, string Written, SourceSpan Span, int Instruction);
