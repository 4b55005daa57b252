using System;

namespace DockerGuard.Oci;

/// <summary>
/// What an image is made for, in the names of the OCI image specification (Go's): <c>linux/amd64</c>,
/// <c>linux/arm/v7</c>. Names that mean the same are told apart, and compared, as containerd does.
/// </summary>
/// <param name="Os">Such as <c>linux</c> or <c>windows</c>.</param>
/// <param name="Architecture">Such as <c>amd64</c>, <c>arm64</c>, <c>arm</c>.</param>
/// <param name="Variant">Such as <c>v7</c>; null for the architecture's usual one.</param>
public sealed record Platform(string Os, string Architecture, string? Variant = null)
{
    private const int Same = 10;

    private static readonly string[] OperatingSystems =
    [
        "linux", "windows", "darwin", "freebsd", "openbsd", "netbsd", "dragonfly", "solaris", "illumos", "aix",
        "android", "ios", "js", "plan9", "wasip1", "zos",
    ];

    private static readonly string[] Architectures =
    [
        "amd64", "arm64", "arm", "386", "ppc64", "ppc64le", "s390x", "riscv64", "mips", "mipsle", "mips64", "mips64le",
        "loong64", "wasm", "x86_64", "x86-64", "aarch64", "armhf", "armel", "i386", "i486", "i586", "i686",
    ];

    /// <summary>
    /// Whether a text is a platform: one to three parts, a lone one being a known system or architecture.
    /// </summary>
    public static bool IsValid(string text)
    {
        var parts = (text ?? throw new ArgumentNullException(nameof(text))).Split('/');
        if (parts.Length > 3) return false;
        parts[0] = WithoutVersion(parts[0]);
        foreach (var part in parts)
            if (!IsPart(part)) return false;
        if (parts.Length > 1) return true;
        var only = parts[0].ToLowerInvariant();
        return Array.IndexOf(OperatingSystems, only) >= 0 || Array.IndexOf(Architectures, only) >= 0;
    }

    /// <summary>
    /// Reads a platform as people write it, in the form Docker gives it: <c>aarch64</c> is <c>linux/arm64</c>.
    /// </summary>
    public static Platform Read(string text)
    {
#pragma warning disable CA1308 // Platforms are lower-case by specification.
        var parts = (text ?? throw new ArgumentNullException(nameof(text))).ToLowerInvariant().Split('/');
#pragma warning restore CA1308
        // A lone part may be either.
        if (parts.Length == 1 && Array.IndexOf(Architectures, parts[0]) >= 0) parts = ["linux", parts[0]];
        return new Platform(parts[0], parts.Length > 1 ? parts[1] : "amd64", parts.Length > 2 ? parts[2] : null)
            .Normalized();
    }

    /// <summary>
    /// The names Docker gives what has several (containerd's normalisation): arm64/v8 is arm64, arm is arm/v7.
    /// </summary>
    public Platform Normalized() => (Architecture, Variant) switch
    {
        ("i386", _) => With("386", null),
        ("x86_64" or "x86-64" or "amd64", "v1" or "") => With("amd64", null),
        ("x86_64" or "x86-64", _) => With("amd64", Variant),
        ("aarch64" or "arm64", "8" or "v8" or "") => With("arm64", null),
        ("aarch64", _) => With("arm64", Variant),
        ("armhf", _) => With("arm", "v7"),
        ("armel", _) => With("arm", "v6"),
        ("arm", null or "" or "7") => With("arm", "v7"),
        ("arm", "5" or "6" or "8") => With("arm", "v" + Variant),
        (_, "") => With(Architecture, null),
        _ => this,
    };

    /// <summary>How well an image of another platform serves this one: 0 not at all, more is better.</summary>
    public int Match(Platform image)
    {
        var offered = (image ?? throw new ArgumentNullException(nameof(image))).Normalized();
        var wanted = Normalized();
        if (wanted.Os != offered.Os || wanted.Architecture != offered.Architecture) return 0;
        if (wanted.Variant == offered.Variant) return Same;
        // An older ARM's programs run on a newer ARM: v7 takes v6, and v5 if need be.
        return wanted.Architecture == "arm" && Level(offered.Variant) is { } level && level < Level(wanted.Variant)
            ? level
            : 0;
    }

    /// <summary>os/architecture, with the variant where there is one.</summary>
    public override string ToString() =>
        string.IsNullOrEmpty(Variant) ? $"{Os}/{Architecture}" : $"{Os}/{Architecture}/{Variant}";

    private static int? Level(string? variant) =>
        variant is { Length: 2 } && variant[0] == 'v' && variant[1] is >= '5' and <= '8' ? variant[1] - '0' : null;

    /// <summary>Windows may carry its version: windows(10.0.17763).</summary>
    private static string WithoutVersion(string os)
    {
        var bracket = os.IndexOf('(');
        return bracket > 0 && os[os.Length - 1] == ')' ? os.Substring(0, bracket) : os;
    }

    private static bool IsPart(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' or '-'))
                return false;
        }

        return text.Length > 0;
    }

    private Platform With(string architecture, string? variant) => new(Os, architecture, variant);
}
