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
    public static VariableMap Arguments(BuildOptions options) =>
        Add(Add(VariableMap.Empty, "BUILD", options.BuildPlatform), "TARGET", options.Platform).Set("TARGETSTAGE", options.Target ?? "default");

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
        var parts = platform.Split('/');
        return map
            .Set(prefix + "PLATFORM", platform)
            .Set(prefix + "OS", parts[0])
            .Set(prefix + "OSVERSION", "")
            .Set(prefix + "ARCH", parts.Length > 1 ? parts[1] : "")
            .Set(prefix + "VARIANT", parts.Length > 2 ? parts[2] : "");
    }
}
