using System;
using System.Collections.Generic;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Peers.BuildKit;

/// <summary>
/// What BuildKit says of a finding of ours, word for word: a table from the name of its check to a sentence made of the
/// things our message names. Source: BuildKit, frontend/dockerfile/linter/ruleset.go 1.26.
/// </summary>
public static class BuildKitWords
{
    private static readonly Dictionary<string, Func<IReadOnlyList<string>, string>> Sentences =
        new(StringComparer.Ordinal)
        {
            ["ConsistentInstructionCasing"] =
                of => $"Command '{of[0]}' should match the case of the command majority ({of[1]})",
            ["CopyIgnoredFile"] =
                of => $"Attempting to {Verb(of[0])} file \"{of[2]}\" that is excluded by .dockerignore",
            ["DuplicateStageName"] =
                of => $"Duplicate stage name {Quote(of[0].ToLowerInvariant())}, stage names should be unique",
            ["ExposeInvalidFormat"] =
                of => $"EXPOSE instruction should not define an IP address or host-port mapping, found '{of[0]}'",
            ["ExposeProtoCasing"] = of => $"Defined protocol '{of[0]}' in EXPOSE instruction should be lowercase",
            ["FromAsCasing"] = of => $"'{of[0]}' and '{of[1]}' keywords' casing do not match",
            ["FromPlatformFlagConstDisallowed"] =
                of => $"FROM --platform flag should not use constant value \"{of[0]}\"",
            ["InvalidBaseImagePlatform"] = of =>
                $"Base image {of[0]} was pulled with platform \"{of[1]}\", expected \"{of[2]}\" for current build",
            ["InvalidDefaultArgInFrom"] =
                of => $"Default value for ARG {of[0]} results in empty or invalid base image name",
            ["InvalidDefinitionDescription"] = of =>
                $"Comment for {of[0]} should follow the format: `# {(of.Count == 2 ? of[1] : "<arg_key>")} "
                    + "<description>`",
            ["JSONArgsRecommended"] =
                of => $"JSON arguments recommended for {of[0]} to prevent unintended behavior related to OS signals",
            ["LegacyKeyValueFormat"] =
                of => $"\"{of[0]} key=value\" should be used instead of legacy \"{of[0]} key value\" format",
            ["MaintainerDeprecated"] = _ => "Maintainer instruction is deprecated in favor of using label",
            ["MultipleInstructionsDisallowed"] = of =>
                $"Multiple {of[0]} instructions should not be used in the same stage because only the last one will be "
                    + "used",
            ["NoEmptyContinuation"] = _ => "Empty continuation line",
            ["RedundantTargetPlatform"] =
                of => $"Setting platform to predefined {of[0]} in FROM is redundant as this is the default behavior",
            ["ReservedStageName"] =
                of => $"Stage name should not use the same name as reserved stage {Quote(of[0].ToLowerInvariant())}",
            ["SecretsUsedInArgOrEnv"] =
                of => $"Do not use ARG or ENV instructions for sensitive data ({of[0]} {Quote(of[1])})",
            ["StageNameCasing"] = of => $"Stage name '{of[0]}' should be lowercase",
            ["UndefinedArgInFrom"] = of => $"FROM argument '{of[0]}' is not declared{DidYouMean(of, "")}",
            ["UndefinedVar"] = of => $"Usage of undefined variable '${of[0]}'{DidYouMean(of, "$")}",
            ["WorkdirRelativePath"] =
                of => $"Relative workdir {Quote(of[1])} can have unexpected results if the base image changes",
        };

    /// <summary>
    /// BuildKit's message; null for a finding that it has no check for, or that a peer's rule made without naming
    /// things.
    /// </summary>
    public static string? Of(Diagnostic finding) =>
        finding.Values.Count > 0
            && finding.Descriptor.BuildKitName is { } check
            && Sentences.TryGetValue(check, out var sentence)
            ? sentence(finding.Values)
            : null;

    /// <summary>
    /// A text between double quotes as Go writes it (<c>%q</c>); control characters do not occur in what is quoted
    /// here.
    /// </summary>
    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    /// <summary><c> (did you mean x?)</c>; empty when there is nothing to suggest.</summary>
    private static string DidYouMean(IReadOnlyList<string> values, string prefix) =>
        values.Count > 1 ? $" (did you mean {prefix}{values[1]}?)" : "";

    private static string Verb(string keyword) => keyword == "ADD" ? "Add" : "Copy";
}
