using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Builds;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>How files that a build misses are told of: one finding a command.</summary>
internal static class MissingInputWords
{
    /// <summary>Files that are named besides the first; nobody reads more.</summary>
    private const int MostNames = 2;

    /// <summary>Characters of a path that are shown; of a longer one its end tells more than its beginning.</summary>
    private const int MostOfPath = 90;

    /// <summary>Reports what is missing.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="inputs">The files.</param>
    /// <param name="head">What follows the command: <c>lacks a file</c>.</param>
    /// <param name="tail">What follows from it; null for nothing.</param>
    public static void Report(
        RuleContext context, IEnumerable<MissingInput> inputs, string head, Func<MissingInput, string>? tail = null)
    {
        foreach (var group in inputs.GroupBy(static input => input.Origin))
        {
            var first = group.First();
            var end = tail is null ? "" : $" ({tail(first)})";
            context.Report(first.Origin, $"{first.Command} {head}: {Of(first)}{Others([.. group.Skip(1)])}{end}");
        }
    }

    /// <summary>The file, who reads it, and why it is not there.</summary>
    private static string Of(MissingInput input) => $"{Name(input)} {CauseOf(input)}, and {input.Why}";

    private static string Others(IReadOnlyList<MissingInput> inputs)
    {
        if (inputs.Count == 0) return "";
        var names = inputs.Take(MostNames).Select(Name).ToList();
        if (inputs.Count > MostNames) names.Add($"{inputs.Count - MostNames} more");
        var last = names[names.Count - 1];
        names.RemoveAt(names.Count - 1);
        return names.Count == 0 ? $"; so it is with {last}" : $"; so it is with {string.Join(", ", names)} and {last}";
    }

    private static string Name(MissingInput input) => Sentence.Quote(
        input.Path.Length > MostOfPath ? input.Path.Substring(input.Path.LastIndexOf('/') + 1) : input.Path);

    private static string CauseOf(MissingInput input) => input.Cause switch
    {
        MissingCause.Ignored => "is kept out of the build by the ignore file",
        MissingCause.Outside => "lies outside the build context",
        _ => "is not copied",
    };
}
