using System.IO;
using System.Reflection;

namespace DockerGuard.Oci.Files;

/// <summary>Follows links, where the runtime can: .NET Framework cannot, and there none is seen.</summary>
public static class LinkTarget
{
    private static readonly MethodInfo? Resolve =
        typeof(File).GetMethod("ResolveLinkTarget", [typeof(string), typeof(bool)]);

    private static readonly PropertyInfo? Written = typeof(FileSystemInfo).GetProperty("LinkTarget");

    /// <summary>The absolute path a link leads to in the end, there or not; null for what is no link.</summary>
    /// <exception cref="IOException">It leads back to itself.</exception>
    public static string? Of(string path)
    {
        if (!IsLink(path)) return null;
        try
        {
            return (Resolve?.Invoke(null, [path, true]) as FileSystemInfo)?.FullName;
        }
        catch (TargetInvocationException exception) when (exception.InnerException is IOException inner)
        {
            throw new IOException(inner.Message, inner);
        }
    }

    /// <summary>What is written in a link: a path, often from the link's folder; null for what is none.</summary>
    /// <param name="path">Absolute path.</param>
    public static string? TextOf(string path)
    {
        try
        {
            return IsLink(path) ? Written?.GetValue(new FileInfo(path)) as string : null;
        }
        catch (TargetInvocationException)
        {
            // Whoever may not look at it reads nothing through it either.
            return null;
        }
    }

    private static bool IsLink(string path)
    {
        var attributes = RegularFile.AttributesOf(path);
        return attributes is not (RegularFile.NoAttributes or RegularFile.UnknownAttributes)
            && (attributes & (int)FileAttributes.ReparsePoint) != 0;
    }
}
