using System;

namespace DockerGuard.Build.Publish;

/// <summary>An OCI platform: what a manifest of an image index is made for.</summary>
internal readonly record struct Platform(string Os, string Architecture, string? Variant)
{
    /// <summary>The platform a .NET runtime identifier runs on: <c>linux-musl-arm64</c> is linux/arm64.</summary>
    public static Platform Parse(string runtimeIdentifier)
    {
        var os = runtimeIdentifier.StartsWith("win", StringComparison.Ordinal) ? "windows" : "linux";
        var architecture = runtimeIdentifier.Substring(runtimeIdentifier.LastIndexOf('-') + 1);
        return architecture switch
        {
            "x64" => new(os, "amd64", null),
            "x86" => new(os, "386", null),
            "arm" => new(os, "arm", "v7"),
            "ppc64le" or "s390x" or "arm64" or "riscv64" => new(os, architecture, null),
            _ => new(os, "amd64", null),
        };
    }
}
