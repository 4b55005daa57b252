using System;
using System.Collections;
using System.Collections.Generic;

namespace DockerGuard.Build.Publish;

/// <summary>
/// The environment of the build, where the SDK's container publish finds credentials and insecure registries: ours
/// reads the same.
/// </summary>
internal static class ContainerEnvironment
{
    /// <summary>The variables as they are now.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        return variables;
    }
}
