using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>
/// A required label that a stage neither has nor inherits; stages that others take files from are excused.
/// </summary>
internal sealed class DL3049MissingRequiredLabel : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG6001MissingRequiredLabel>();

    public override void Check(Dockerfile file, FileContext context)
    {
        if (context.Settings.Labels.Required.Count == 0) return;
        var keys = file.Stages.Select(KeysOf).ToList();
        var copied = file.Instructions.OfType<CopyInstruction>().Select(copy => copy.From?.Value);
        var sources = new HashSet<string?>(copied, StringComparer.OrdinalIgnoreCase);
        foreach (var required in context.Settings.Labels.Required)
        {
            foreach (var stage in HadolintText.StagesWithout(file, stage => keys[stage.Index].Contains(required)))
            {
                if (stage.Name is not null && sources.Contains(stage.Name)) continue;
                var message = DG6001MissingRequiredLabel.Message(required, "stage");
                context.Report(stage.From.Image?.Span ?? stage.From.Span, message);
            }
        }
    }

    private static HashSet<string> KeysOf(Stage stage)
    {
        var pairs = stage.Instructions.OfType<LabelInstruction>().SelectMany(label => label.Pairs);
        return new(pairs.Select(pair => pair.Key.Value), StringComparer.Ordinal);
    }
}
