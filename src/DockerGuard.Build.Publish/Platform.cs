using DockerGuard.Images;

namespace DockerGuard.Build.Publish;

/// <summary>An OCI platform: what a manifest of an image index is made for.</summary>
internal readonly record struct Platform(string Os, string Architecture, string? Variant)
{
    /// <summary>The platform a .NET runtime identifier runs on: <c>linux-musl-arm64</c> is linux/arm64, <c>linux-arm</c> is linux/arm/v7.</summary>
    public static Platform Parse(string runtimeIdentifier)
    {
        var rid = RuntimeIdentifier.Parse(runtimeIdentifier);
        var parts = (rid.Architecture ?? "amd64").Split('/');
        return new(rid.Libc == Libc.Windows ? "windows" : "linux", parts[0], parts.Length > 1 ? parts[1] : null);
    }
}
