using System.IO;
using System.Reflection;

namespace DockerGuard.Build;

/// <summary>Follows links, where the runtime can: .NET Framework cannot, and there a link is replaced.</summary>
internal static class LinkTarget
{
    private static readonly MethodInfo? Resolve =
        typeof(File).GetMethod("ResolveLinkTarget", [typeof(string), typeof(bool)]);

    /// <summary>The absolute path a link leads to in the end, there or not; null for what is no link.</summary>
    /// <exception cref="IOException">It leads back to itself.</exception>
    public static string? Of(string path)
    {
        var attributes = new FileInfo(path).Attributes;
        if ((int)attributes == -1 || (attributes & FileAttributes.ReparsePoint) == 0) return null;
        try
        {
            return (Resolve?.Invoke(null, [path, true]) as FileSystemInfo)?.FullName;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is IOException inner)
        {
            throw new IOException(inner.Message, inner);
        }
    }
}
