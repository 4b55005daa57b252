using DockerGuard.Images.Model;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The image's user is a name, and Kubernetes' <c>runAsNonRoot</c> admits numbers only. Source: hadolint DL3066;
/// Kubernetes, securityContext.
/// </summary>
public sealed class DG2007NonNumericUser : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG2007NonNumericUser", "user without a number", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3066", Severity.Info)],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        // Windows has no such numbers; root by name is DG2001's finding; a variable without a value leaves nothing to
        // judge.
        if (image.User is not { IsInherited: false } user || WindowsBases.IsWindows(image.Base)) return;
        if (ImageUser.Parse(user.Value) is { IsRoot: false, IsNumeric: false })
            context.Report(user.Origin, Message(user.Value));
    }

    internal static string Message(string user) =>
        $"user '{user}' is a name, and Kubernetes cannot tell that it is not root";
}
