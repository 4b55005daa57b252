using System;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// An image comes from a registry the policy does not list. Source: hadolint DL3026; CIS Docker Benchmark 4.2.
/// </summary>
public sealed class DG1001UntrustedRegistry : ImageRule
{
    private const string OwnFrontend = "docker/dockerfile";

    public override RuleDescriptor Descriptor { get; } = new(
        "DG1001UntrustedRegistry", "untrusted registry", Severity.Error, cis: Severity.Error)
    {
        Aliases = [new("hadolint", "DL3026", Severity.Error), new("cis", "CIS-4.2")],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        // Without a list there is nothing to trust or distrust: the rule speaks only where a policy does.
        if (context.Settings.Registries.Trusted.Count == 0) return;
        foreach (var used in image.UsedImages) Check("image", used, context);
        foreach (var frontend in image.Frontends)
            if (!IsBuildersOwn(frontend, context)) Check("frontend", frontend, context);
    }

    private static void Check(string noun, UsedImage used, RuleContext context)
    {
        // A list fails closed: what nobody can read comes from nowhere that is on it.
        if (used.Problem is { } problem)
        {
            if (context.Settings.Registries.Trusted.Contains("*")) return;
            context.Report(
                used.Origin, $"{noun} '{used.Written}' comes from no registry that could be trusted: {problem}");
        }
        else if (used.Reference is { } reference && !IsTrusted(reference.Registry, reference.Repository, context))
        {
            context.Report(used.Origin, Message(used.Written, reference.Registry, noun));
        }
    }

    /// <summary>
    /// True for the frontend that BuildKit itself is released with: whoever lets BuildKit build trusts its authors. A
    /// list that has another place for it means that place alone.
    /// </summary>
    private static bool IsBuildersOwn(UsedImage frontend, RuleContext context) =>
        frontend.Reference is { Registry: "docker.io", Repository: OwnFrontend }
            && !context.Settings.Registries.Trusted.Any(static entry =>
                entry.EndsWith("/" + OwnFrontend, StringComparison.OrdinalIgnoreCase));

    internal static string Message(string image, string registry, string noun = "image") =>
        $"{noun} '{image}' comes from '{registry}', which is not among the trusted registries";

    /// <summary>True when the policy's list has the registry, or a path of it that the image lies in.</summary>
    internal static bool IsTrusted(string registry, string repository, RuleContext context) =>
        context.Settings.Registries.Trusts(registry, $"{registry}/{repository}");
}
