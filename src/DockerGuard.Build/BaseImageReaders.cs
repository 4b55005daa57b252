using System;
using System.Reflection;

namespace DockerGuard.Build;

/// <summary>
/// The reader that lies beside the tasks in an assembly of its own, for registries are asked by .NET alone. It is
/// loaded where the tasks are and is no task itself: MSBuild gives every assembly of tasks a context of its own, all
/// that both use would be loaded twice, and ahead-of-time code serves only the first.
/// </summary>
internal static class BaseImageReaders
{
    private const string Name = "DockerGuard.Build.Publish";

    /// <summary>Makes a reader; it asks nobody yet.</summary>
    /// <param name="outputRegistry">Where the built image goes; null when it stays on the machine.</param>
    /// <param name="timeout">How long one reading may take.</param>
    public static IBaseImageReader Create(string? outputRegistry, TimeSpan timeout)
    {
        var type = Assembly.Load(Name).GetType(Name + ".BaseImageReader", throwOnError: true);
        return (IBaseImageReader)Activator.CreateInstance(type!, outputRegistry, timeout)!;
    }
}
