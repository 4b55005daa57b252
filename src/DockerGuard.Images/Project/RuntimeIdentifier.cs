using System;
using DockerGuard.Oci;

namespace DockerGuard.Images;

/// <summary>The operating system and processor a .NET build is for, read from a runtime identifier (RID).</summary>
public sealed class RuntimeIdentifier
{
    private RuntimeIdentifier(string text, Libc? libc, string? architecture)
    {
        Text = text;
        Libc = libc;
        Architecture = architecture;
    }

    /// <summary>The RID as written: <c>linux-musl-arm64</c>.</summary>
    public string Text { get; }

    /// <summary>
    /// What it links to; null for an operating system that no container image carries (osx, android).
    /// </summary>
    public Libc? Libc { get; }

    /// <summary>The architecture in the terms of the OCI image specification; null when the RID names none.</summary>
    public string? Architecture { get; }

    /// <summary>Reads a RID; unknown words give null parts, never an error.</summary>
    public static RuntimeIdentifier Parse(string text)
    {
        if (text == null) throw new ArgumentNullException(nameof(text));
        var words = text.Trim().ToLowerInvariant().Split('-');
        var system = words[0];
        Libc? libc =
            Array.IndexOf(words, "bionic") > 0 ? null
            : system.StartsWith("win", StringComparison.Ordinal) ? Images.Libc.Windows
            : system.StartsWith("alpine", StringComparison.Ordinal) || Array.IndexOf(words, "musl") > 0 ? Images.Libc.Musl
            : IsGlibcSystem(system) ? Images.Libc.Glibc
            : null;
        return new RuntimeIdentifier(text.Trim(), libc, words.Length > 1 ? ArchitectureOf(words[words.Length - 1]) : null);
    }

    /// <summary>
    /// The platform of the images it runs in: <c>linux-musl-arm64</c> is linux/arm64; linux/amd64 where it does not
    /// say.
    /// </summary>
    public Platform ToPlatform()
    {
        var parts = (Architecture ?? "amd64").Split('/');
        var os = Libc == Images.Libc.Windows ? "windows" : "linux";
        return new Platform(os, parts[0], parts.Length > 1 ? parts[1] : null);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsGlibcSystem(string system)
    {
        foreach (var name in new[] { "linux", "ubuntu", "debian", "rhel", "centos", "fedora", "ol", "opensuse", "sles", "azurelinux", "mariner" })
            if (system == name || system.StartsWith(name + ".", StringComparison.Ordinal)) return true;
        return false;
    }

    private static string? ArchitectureOf(string word) => word switch
    {
        "x64" => "amd64",
        "x86" => "386",
        "arm64" => "arm64",
        "arm" => "arm/v7",
        "armv6" => "arm/v6",
        "ppc64le" or "s390x" or "riscv64" => word,
        "loongarch64" => "loong64",
        _ => null,
    };
}
