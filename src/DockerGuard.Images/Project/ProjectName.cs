using System;

namespace DockerGuard.Images.Project;

/// <summary>Tells by its name whether a file is a project of .NET.</summary>
public static class ProjectName
{
    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>True for <c>Web.csproj</c> and its like.</summary>
    public static bool IsOne(string name) =>
        Array.Exists(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
