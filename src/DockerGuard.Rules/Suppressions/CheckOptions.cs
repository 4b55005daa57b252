using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Suppressions;

/// <summary>
/// BuildKit's check options, <c>skip=A,B;error=true;experimental=C</c>: of the <c># check=</c> directive, a comment or
/// a build argument.
/// </summary>
internal sealed class CheckOptions
{
    private const string All = "all";

    /// <summary>BuildKit divides no further; what is left belongs to the last option.</summary>
    private const int MaximumOptions = 3;

    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>The values Go's <c>strconv.ParseBool</c> knows.</summary>
    private static readonly string[] True = ["1", "t", "T", "TRUE", "true", "True"],
        False = ["0", "f", "F", "FALSE", "false", "False"];

    public static CheckOptions None { get; } = new();

    /// <summary>The checks to skip by name.</summary>
    public IReadOnlyList<string> Skipped { get; private set; } = [];

    public bool SkipsAll { get; private set; }

    /// <summary>The experimental checks to run by name.</summary>
    public IReadOnlyList<string> Experimental { get; private set; } = [];

    public bool RunsAllExperimental { get; private set; }

    /// <summary>Whether a warning is an error.</summary>
    public bool IsError { get; private set; }

    /// <summary>Why the options mean nothing, or less than they seem to; null when they are right.</summary>
    public string? Problem { get; private set; }

    /// <summary>Where they stand; the start of the file for those of a build argument.</summary>
    public SourceSpan Span { get; set; }

    /// <summary>The free text after the options; null when there is none.</summary>
    public string? Reason { get; private set; }

    /// <summary>Reads options. What BuildKit refuses leaves no option standing, as there.</summary>
    public static CheckOptions Read(string text)
    {
        var options = new CheckOptions();
        var end = text.IndexOfAny(Blanks);
        var value = end < 0 ? text : text.Substring(0, end);
        if (end >= 0 && text.Substring(end).Trim(' ', '\t', '/', '#', ':') is { Length: > 0 } reason)
            options.Reason = reason;
        if (value.Length == 0) return options;
        foreach (var part in value.Split([';'], MaximumOptions))
        {
            if (options.ReadOption(part) is not { } problem) continue;
            var isCut = part.Length == 0 && end >= 0;
            return new CheckOptions
            {
                Problem = isCut ? $"the check options '{value}' end at the blank; write them without blanks" : problem,
            };
        }

        if (end >= 0 && value[value.Length - 1] == ',')
            options.Problem = $"the check options '{value}' end at the blank; write the names without blanks";
        return options;
    }

    public bool Skips(RuleDescriptor rule, bool isExact) =>
        (SkipsAll && rule.BuildKitName is not null)
            || Skipped.Any(name => isExact ? name == rule.BuildKitName : rule.IsNamed(name));

    public bool RunsExperimental(RuleDescriptor rule) =>
        rule.IsExperimental && (RunsAllExperimental || Experimental.Contains(rule.BuildKitName));

    private string? ReadOption(string part)
    {
        var equals = part.IndexOf('=');
        var (name, value) = equals < 0 ? (part, "") : (part.Substring(0, equals), part.Substring(equals + 1));
        switch (name)
        {
            case "skip" when equals > 0:
                SkipsAll = value == All;
                Skipped = SkipsAll ? [] : Names(value);
                return null;
            case "experimental" when equals > 0:
                RunsAllExperimental = value == All;
                Experimental = RunsAllExperimental ? [] : Names(value);
                return null;
            case "error" when equals > 0:
                IsError = True.Contains(value);
                return IsError || False.Contains(value)
                    ? null
                    : $"the check option error is true or false, not '{value}'";
            default:
                return $"'{part}' is no check option; there are skip=, error= and experimental=";
        }
    }

    private static List<string> Names(string list) => [.. list.Split([','], StringSplitOptions.RemoveEmptyEntries)];
}
