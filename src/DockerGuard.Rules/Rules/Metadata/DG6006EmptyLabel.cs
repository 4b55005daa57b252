using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>A label of the policy's schema has no value. Source: hadolint DL3051.</summary>
public sealed class DG6006EmptyLabel : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG6006EmptyLabel", "empty label", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3051")],
    };

    // A label that is required too is DG6001's finding when it is empty.
    public override void Check(ImageModel image, RuleContext context) =>
        Check(image.OwnLabels.Where(label => !context.Settings.Labels.Required.Contains(label.Value.Key)), context);

    /// <summary>Reports what is wrong with labels.</summary>
    internal static void Check(IEnumerable<Known<ImageLabel>> labels, RuleContext context)
    {
        if (context.Settings.Labels.Schema.Count == 0) return;
        foreach (var label in labels)
        {
            if (label.IsIncomplete || label.Value.Value.Trim().Length > 0) continue;
            if (!context.Settings.Labels.Schema.ContainsKey(label.Value.Key)) continue;
            context.Report(label.ValueOrigin, $"label '{label.Value.Key}' is empty");
        }
    }
}
