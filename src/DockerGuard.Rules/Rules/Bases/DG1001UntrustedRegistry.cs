using System;
using System.Linq;
using DockerGuard.Images;

namespace DockerGuard.Rules;

/// <summary>An image comes from a registry the policy does not list. Source: hadolint DL3026; CIS Docker Benchmark 4.2.</summary>
public sealed class DG1001UntrustedRegistry : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new("DG1001UntrustedRegistry", "untrusted registry", Severity.Error, cis: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3026", Severity.Error), new("cis", "CIS-4.2")],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        // Without a list there is nothing to trust or distrust: the rule speaks only where a policy does.
        if (context.Settings.TrustedRegistries.Count == 0) return;
        foreach (var used in image.UsedImages)
        {
            if (used.Reference is not { } reference) continue;
            var name = $"{reference.Registry}/{reference.Repository}";
            if (context.Settings.TrustedRegistries.Any(trusted => Holds(trusted, name))) continue;
            context.Report(used.Origin, $"image '{used.Written}' comes from '{reference.Registry}', which is not among the trusted registries");
        }
    }

    /// <summary>True when <paramref name="trusted"/> is the image's registry, or a path of it at a segment's end.</summary>
    private static bool Holds(string trusted, string name) =>
        name.StartsWith(trusted, StringComparison.OrdinalIgnoreCase) && (name.Length == trusted.Length || name[trusted.Length] == '/');
}
