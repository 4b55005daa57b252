using DockerGuard.Images.Model;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// A non-root user shall listen below 1024. Docker 20.10 and later allow it by a sysctl of theirs, many Kubernetes
/// nodes do not. Source: ip(7).
/// </summary>
public sealed class DG2002PrivilegedPort : ImageRule
{
    private const int FirstUnprivilegedPort = 1024;

    public override RuleDescriptor Descriptor { get; } =
        new("DG2002PrivilegedPort", "privileged port with a non-root user", Severity.Warning, strict: Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.User is not { } user || ImageUser.Parse(user.Value).IsRoot) return;
        if (WindowsBases.IsWindows(image.Base)) return;
        foreach (var port in image.Ports)
        {
            if (port.IsInherited || port.Value.Number is 0 or >= FirstUnprivilegedPort) continue;
            context.Report(
                port.Origin,
                $"port {port.Value.Number} is below {FirstUnprivilegedPort}, and user '{user.Value}' may not listen "
                    + "there");
        }

        foreach (var port in ListeningPorts.Of(image.Environment))
        {
            if (port.IsInherited || port.Value is 0 or >= FirstUnprivilegedPort) continue;
            context.Report(
                port.Origin,
                $"the app is told to listen on port {port.Value}, which is below {FirstUnprivilegedPort}, and user "
                    + $"'{user.Value}' may not");
        }
    }
}
