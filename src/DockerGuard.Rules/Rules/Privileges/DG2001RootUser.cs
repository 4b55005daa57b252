using DockerGuard.Images.Model;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The image runs as root. Source: CIS Docker Benchmark 4.1; hadolint DL3002, Trivy DS-0002, Checkov CKV_DOCKER_3 and
/// _8, dockle CIS-DI-0001.
/// </summary>
public sealed class DG2001RootUser : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG2001RootUser", "image runs as root", Severity.Error, cis: Severity.Error)
    {
        Aliases =
        [
            new("hadolint", "DL3002"), new("trivy", "DS-0002"), new("checkov", "CKV_DOCKER_3"),
            new("checkov", "CKV_DOCKER_8"),
            new("kics", "67fd0c4a-68cf-46d7-8c41-bc9fba7e40ae"), new("kics", "fd54f200-402c-4333-a5a4-36ef6709af2f"),
            new("dockle", "CIS-DI-0001"), new("cis", "CIS-4.1"),
        ],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        // Windows images run as ContainerUser or ContainerAdministrator; root is a Linux matter.
        if (WindowsBases.IsWindows(image.Base)) return;
        if (image.User is { } user)
        {
            if (ImageUser.Parse(user.Value).IsRoot && !HoldsFilesOnly(image, user))
                context.Report(user.Origin, Message(image, user));
        }
        else if (image.Base is { HasUnresolvedVariable: false } unknown)
        {
            var message =
                $"no user is set, and nothing is known of base '{unknown.Written}': the image may run as root";
            // Of a base that somebody chose for .NET apps one can be asked to know.
            if (image.IsForeign) context.ReportDoubt(image.FixOrigin, message);
            else context.Report(image.FixOrigin, message);
        }
    }

    /// <summary>
    /// True when the image is made from scratch and starts nothing: <c>docker build --output</c> takes its files out.
    /// </summary>
    private static bool HoldsFilesOnly(ImageModel image, Known<string> user) =>
        user.IsInherited
            && image.Base is null
            && image.Entrypoint is not { Value.Count: > 0 }
            && image.Cmd is not { Value.Count: > 0 };

    private static string Message(ImageModel image, Known<string> user)
    {
        if (user.Value.Length == 0) return "the image runs as root: USER is empty here, and that means root";
        if (!user.IsInherited) return $"the image runs as root (user '{user.Value}')";
        return image.Base is { } used
            ? $"the image runs as root: base '{used.Written}' does, and no other user is set"
            : "the image runs as root: scratch has no user, and none is set";
    }
}
