using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles;

/// <summary>A platform written as os/architecture/variant.</summary>
internal static class Platform
{
    private static readonly string[] OperatingSystems =
        ["linux", "windows", "darwin", "freebsd", "openbsd", "netbsd", "dragonfly", "solaris", "illumos", "aix", "android", "ios", "js", "plan9", "wasip1", "zos"];

    private static readonly string[] Architectures =
        ["amd64", "arm64", "arm", "386", "ppc64", "ppc64le", "s390x", "riscv64", "mips", "mipsle", "mips64", "mips64le", "loong64", "wasm",
         "x86_64", "x86-64", "aarch64", "armhf", "armel", "i386", "i486", "i586", "i686"];

    /// <summary>The arguments a build defines by itself, usable in <c>FROM</c> without an <c>ARG</c>.</summary>
    public static VariableMap Arguments(BuildOptions options)
    {
        var defined = Add(Add(VariableMap.Empty, "BUILD", options.BuildPlatform), "TARGET", options.Platform).Set("TARGETSTAGE", options.Target ?? "default");
        var arguments = defined;
        foreach (var name in defined.Keys)
            if (options.BuildArguments.TryGetValue(name, out var given)) arguments = arguments.Set(name, given);
        return arguments;
    }

    public static bool IsWindows(BuildOptions options) => options.Platform.StartsWith("windows", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a value of <c>--platform</c> can be read: one to three parts, a lone one being a known system or architecture.</summary>
    public static bool IsValid(string platform)
    {
        var parts = platform.Split('/');
        if (parts.Length > 3) return false;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            // Windows may carry its version: windows(10.0.17763).
            var version = i == 0 ? part.IndexOf('(') : -1;
            if (version > 0 && part[part.Length - 1] == ')') part = part.Substring(0, version);
            if (part.Length == 0) return false;
            foreach (var c in part)
                if (!(c < 0x80 && (char.IsLetterOrDigit(c) || c is '_' or '.' or '-'))) return false;
        }
        if (parts.Length > 1) return true;
        var only = parts[0].ToLowerInvariant();
        var bracket = only.IndexOf('(');
        if (bracket > 0) only = only.Substring(0, bracket);
        return Array.IndexOf(OperatingSystems, only) >= 0 || Array.IndexOf(Architectures, only) >= 0;
    }

    private static VariableMap Add(VariableMap map, string prefix, string platform)
    {
        var parts = platform.ToLowerInvariant().Split('/');
        var (architecture, variant) = Normalize(parts.Length > 1 ? parts[1] : "amd64", parts.Length > 2 ? parts[2] : "");
        return map
            .Set(prefix + "PLATFORM", parts[0] + "/" + architecture + (variant.Length > 0 ? "/" + variant : ""))
            .Set(prefix + "OS", parts[0])
            .Set(prefix + "OSVERSION", "")
            .Set(prefix + "ARCH", architecture)
            .Set(prefix + "VARIANT", variant);
    }

    /// <summary>The names Docker gives what has several (containerd's platform normalisation).</summary>
    private static (string Architecture, string Variant) Normalize(string architecture, string variant) => architecture switch
    {
        "i386" => ("386", ""),
        "x86_64" or "x86-64" => ("amd64", variant),
        "amd64" when variant == "v1" => ("amd64", ""),
        "aarch64" or "arm64" => ("arm64", variant is "8" or "v8" ? "" : variant),
        "armhf" => ("arm", "v7"),
        "armel" => ("arm", "v6"),
        "arm" => ("arm", variant switch { "" or "7" => "v7", "5" or "6" or "8" => "v" + variant, _ => variant }),
        _ => (architecture, variant),
    };
}
