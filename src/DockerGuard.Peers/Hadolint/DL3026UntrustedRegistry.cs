using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>An image of a registry that is not trusted, by its name as written.</summary>
internal sealed class DL3026UntrustedRegistry : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG1001UntrustedRegistry>();

    public override void Check(Dockerfile file, FileContext context)
    {
        if (context.Settings.Registries.Trusted.Count == 0) return;
        foreach (var used in HadolintText.Images(file))
        {
            // hadolint takes the number of a stage for an image; nobody is served by that.
            if (used.Name.All(char.IsDigit)) continue;
            var slash = used.Name.IndexOf('/');
            var hasRegistry = slash > 0 && used.Name.IndexOf('.', 0, slash) >= 0;
            var registry = hasRegistry ? used.Name.Substring(0, slash) : "docker.io";
            var repository = hasRegistry ? used.Name.Substring(slash + 1) : used.Name;
            if (!DG1001UntrustedRegistry.IsTrusted(registry, repository, context))
                context.Report(used.Span, DG1001UntrustedRegistry.Message(used.Name, registry));
        }
    }
}
