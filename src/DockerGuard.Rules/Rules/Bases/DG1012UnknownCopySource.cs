using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>Files are taken from a stage that does not exist, so the builder looks for an image of that name. Source: hadolint DL3022.</summary>
public sealed class DG1012UnknownCopySource : FileRule
{
    /// <summary>Each name is compared with that of each stage; files with more stages are made by programs, which make no slips.</summary>
    private const int MostStages = 100;

    public override RuleDescriptor Descriptor { get; } = new("DG1012UnknownCopySource", "files from an unknown stage", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3022")],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        if (context.Follows(Profiles.Hadolint))
        {
            CheckText(file, context);
            return;
        }

        foreach (var source in context.Build.Stages.SelectMany(stage => stage.Sources))
        {
            if (source.Stage is not null || source.NamedContext is not null) continue;
            var meant = StageMeantBy(source.Name, context.Build);
            if (meant.Length > 0) context.Report(source.Span, $"no stage is named '{source.Name}'{meant}");
        }
    }

    /// <summary>", did you mean 'build'?" for a name that is nearly a stage's; empty for a stage, an image and whatever else may be meant.</summary>
    internal static string StageMeantBy(string name, BuildEvaluation build)
    {
        // With a registry, a path or a tag it is an image; nearly all short words are near each other, and so are many names.
        if (build.Stages.Count > MostStages || name.Length < 4 || name.IndexOfAny(['/', ':', '@', '.', '$']) >= 0 || name.All(char.IsDigit)) return "";
        var stages = build.Stages.Select(stage => stage.Stage.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return stages.Contains(name, StringComparer.OrdinalIgnoreCase) ? "" : Suggestion.For(name, stages);
    }

    /// <summary>hadolint takes for an image what has a colon, and asks for an earlier stage's name or number else.</summary>
    private static void CheckText(Dockerfile file, FileContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var stages = 0;
        foreach (var instruction in file.Instructions)
        {
            if (instruction is FromInstruction from)
            {
                stages++;
                if (from.StageName is { } name) names.Add(name.Value);
            }
            else if (instruction is CopyInstruction { From: { Value: { Length: > 0 } source } flag })
            {
                var isStage = names.Contains(source) || (int.TryParse(source, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < stages);
                if (!isStage && source.IndexOf(':') < 0) context.Report(flag.ValueSpan, $"no stage above is named '{source}'");
            }
        }
    }
}
