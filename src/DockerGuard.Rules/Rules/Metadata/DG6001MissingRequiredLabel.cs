using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;

namespace DockerGuard.Rules;

/// <summary>A label the policy requires is absent or empty. Source: hadolint DL3049; OCI image spec, annotations.</summary>
public sealed class DG6001MissingRequiredLabel : ImageRule, IHadolintTextRule
{
    public override RuleDescriptor Descriptor { get; } = new("DG6001MissingRequiredLabel", "missing required label", Severity.Error)
    {
        Aliases = [new("hadolint", "DL3049", Severity.Info)],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var required in context.Settings.Labels.Required)
        {
            var label = image.Labels.LastOrDefault(candidate => candidate.Value.Key.Equals(required, StringComparison.Ordinal));
            if (label is null) context.Report(image.FixOrigin, Message(required, "image"));
            else if (!label.IsIncomplete && string.IsNullOrWhiteSpace(label.Value.Value)) context.Report(label.Origin, $"label '{required}' is empty, and the policy requires it");
        }
    }

    /// <summary>hadolint asks every stage for the label, but those that another one takes files from.</summary>
    void IHadolintTextRule.CheckText(Dockerfile file, FileContext context)
    {
        if (context.Settings.Labels.Required.Count == 0) return;
        var keys = file.Stages.Select(stage =>
            new HashSet<string>(stage.Instructions.OfType<LabelInstruction>().SelectMany(label => label.Pairs).Select(pair => pair.Key.Value), StringComparer.Ordinal)).ToList();
        var sources = new HashSet<string?>(file.Instructions.OfType<CopyInstruction>().Select(copy => copy.From?.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var required in context.Settings.Labels.Required)
        {
            foreach (var stage in HadolintText.StagesWithout(file, stage => keys[stage.Index].Contains(required)))
            {
                if (stage.Name is null || !sources.Contains(stage.Name)) context.Report(stage.From.Image?.Span ?? stage.From.Span, Message(required, "stage"));
            }
        }
    }

    private static string Message(string label, string owner) => $"the policy requires label '{label}', and the {owner} has none";
}
