using System;
using System.IO;

namespace DockerGuard.Checks.Finding;

/// <summary>Tells by its name whether a file is a Dockerfile.</summary>
internal static class DockerfileName
{
    private static readonly string[] Words = ["Dockerfile", "Containerfile"];

    /// <summary>
    /// Last parts of names that are copies, templates, or something else; build/DockerGuard.Build.props has the same.
    /// </summary>
    private static readonly string[] Others =
    [
        ".dockerignore", ".containerignore", ".md", ".orig", ".original", ".bak", ".backup", ".old", ".save", ".rej",
        ".swp", ".tmp", ".template", ".tmpl", ".tpl", ".j2", ".cs", ".sh", ".ps1", ".py", ".json", ".yml", ".yaml",
        // Editors for web pages bring one for each language, such as mode/dockerfile/dockerfile.js.
        ".js", ".mjs", ".ts", ".css", ".html",
    ];

    /// <summary>
    /// True for <c>Dockerfile</c>, <c>Dockerfile.web</c>, <c>web.Dockerfile</c> and the same of <c>Containerfile</c>,
    /// in any case.
    /// </summary>
    public static bool IsOne(string name)
    {
        if (name.EndsWith("~", StringComparison.Ordinal)) return false;
        var extension = Path.GetExtension(name);
        if (Array.Exists(Others, other => other.Equals(extension, StringComparison.OrdinalIgnoreCase))) return false;
        return Array.Exists(
            Words,
            word => name.Equals(word, StringComparison.OrdinalIgnoreCase)
                || name.StartsWith(word + ".", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("." + word, StringComparison.OrdinalIgnoreCase));
    }
}
