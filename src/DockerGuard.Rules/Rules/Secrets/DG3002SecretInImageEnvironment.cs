using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The environment the image ships with holds a credential. Source: dockle CIS-DI-0010, CIS 4.10; connection strings:
/// no peer.
/// </summary>
public sealed class DG3002SecretInImageEnvironment : ImageRule
{
    public override RuleDescriptor Descriptor { get; } =
        new("DG3002SecretInImageEnvironment", "secret in the image's environment", Severity.Error, cis: Severity.Error)
        {
            Aliases = [new("dockle", "CIS-DI-0010"), new("cis", "CIS-4.10")],
        };

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var variable in image.Environment)
        {
            if (variable.IsInherited) continue;
            var (name, value) = (variable.Value.Name, variable.Value.Value);

            // The instruction that writes a telling name is DG3001's finding.
            var nameTells = variable.Written is null && value.Length > 0 && SecretNames.LooksSecret(name);
            if (nameTells || SecretNames.HoldsSecret(value))
                context.Report(variable.Origin, $"environment variable '{name}' ships a secret in the image");
        }
    }
}
