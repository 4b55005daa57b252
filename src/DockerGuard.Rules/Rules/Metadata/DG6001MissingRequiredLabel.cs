using System;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A label the policy requires is absent or empty. Source: hadolint DL3049; OCI image spec, annotations.
/// </summary>
public sealed class DG6001MissingRequiredLabel : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG6001MissingRequiredLabel", "missing required label", Severity.Error)
    {
        Aliases = [new("hadolint", "DL3049", Severity.Info)],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var required in context.Settings.Labels.Required)
        {
            var label =
                image.Labels.LastOrDefault(candidate => candidate.Value.Key.Equals(required, StringComparison.Ordinal));
            if (label is null) context.Report(image.FixOrigin, Message(required, "image"));
            else if (!label.IsIncomplete && string.IsNullOrWhiteSpace(label.Value.Value))
                context.Report(label.Origin, $"label '{required}' is empty, and the policy requires it");
        }
    }

    internal static string Message(string label, string owner) =>
        $"the policy requires label '{label}', and the {owner} has none";
}
