using System;
using DockerGuard.Oci;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>What a build says by itself about the platforms it runs on and is for.</summary>
internal static class PlatformArguments
{
    /// <summary>The arguments a build defines by itself, usable in <c>FROM</c> without an <c>ARG</c>.</summary>
    public static VariableMap Of(BuildOptions options)
    {
        var build = Add(VariableMap.Empty, "BUILD", options.BuildPlatform);
        var defined = Add(build, "TARGET", options.Platform).Set("TARGETSTAGE", options.Target ?? "default");
        var arguments = defined;
        foreach (var name in defined.Keys)
            if (options.BuildArguments.TryGetValue(name, out var given)) arguments = arguments.Set(name, given);
        return arguments;
    }

    public static bool IsWindows(BuildOptions options) =>
        options.Platform.StartsWith("windows", StringComparison.OrdinalIgnoreCase);

    private static VariableMap Add(VariableMap map, string prefix, string text)
    {
        var platform = Platform.Read(text);
        return map
            .Set(prefix + "PLATFORM", platform.ToString())
            .Set(prefix + "OS", platform.Os)
            .Set(prefix + "OSVERSION", "")
            .Set(prefix + "ARCH", platform.Architecture)
            .Set(prefix + "VARIANT", platform.Variant ?? "");
    }
}
