using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Rules;

/// <summary>Files are taken from a stage that does not exist, so the builder looks for an image of that name. Source: hadolint DL3022.</summary>
public sealed class DG1012UnknownCopySource : FileRule
{
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
            if (context.Build.StageMeantBy(source.Name) is not { } meant) continue;
            context.Report(source.Span, $"no stage is named '{source.Name}'{Suggestion.For(source.Name, [meant])}");
        }
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
