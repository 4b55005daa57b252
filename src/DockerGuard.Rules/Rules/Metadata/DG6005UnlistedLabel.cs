using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>A policy with strict labels does not list a label the image has. Source: hadolint DL3050.</summary>
public sealed class DG6005UnlistedLabel : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG6005UnlistedLabel", "unlisted label", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3050", Severity.Info)],
    };

    public override void Check(ImageModel image, RuleContext context) => Check(image.OwnLabels, context);

    /// <summary>Reports what is wrong with labels.</summary>
    internal static void Check(IEnumerable<Known<ImageLabel>> labels, RuleContext context)
    {
        var settings = context.Settings;
        if (!settings.Labels.IsStrict) return;
        var listed = new HashSet<string>(
            settings.Labels.Schema.Keys.Concat(settings.Labels.Required), StringComparer.Ordinal);
        foreach (var label in labels)
        {
            var key = label.Value.Key;
            if (!listed.Contains(key))
                context.Report(label.NameOrigin, $"label '{key}' is not among those the policy lists");
        }
    }
}
