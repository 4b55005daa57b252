using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Build.Publish;

/// <summary>
/// The environment of the build, where the SDK's container publish finds credentials and insecure registries: ours
/// reads the same.
/// </summary>
internal static class ContainerEnvironment
{
    /// <summary>The variables as they are now.</summary>
    public static IReadOnlyDictionary<string, string> Read() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(
                variable => (string)variable.Key, variable => (string?)variable.Value ?? "", StringComparer.Ordinal);
}
