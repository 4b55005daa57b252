using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Images.Project;

namespace DockerGuard.Generation;

/// <summary>
/// What stays out of the build context: build output, tools' folders, and files that hold secrets or change nothing.
/// </summary>
internal static class IgnoreFileText
{
    private static readonly string[] Patterns =
    [
        "# build output",
        "**/bin",
        "**/obj",
        "**/TestResults",
        "**/*.binlog",
        "**/node_modules",
        "# version control and editors",
        "**/.git",
        "**/.gitattributes",
        "**/.gitignore",
        "**/.github",
        "**/.idea",
        "**/.vs",
        "**/.vscode",
        "**/*.suo",
        "**/*.user",
        "# secrets",
        "**/.env",
        "**/.env.*",
        "**/*.p12",
        "**/*.pfx",
        "**/secrets.json",
        "# settings of the development machine",
        "**/appsettings.*.local.json",
        "**/appsettings.local.json",
        "**/launchSettings.json",
        "# container files",
        "**/*.dockerignore",
        "**/.dockerguard.y*ml",
        "**/Dockerfile",
        "**/Dockerfile.*",
        "**/compose.y*ml",
        "**/compose.*.y*ml",
        "**/docker-compose*.y*ml",
    ];

    /// <param name="facts">The evaluated project.</param>
    /// <param name="copyGlobalJson">Whether global.json goes into the build.</param>
    /// <param name="needed">Files that the build reads, from the context's root: they are never hidden.</param>
    public static string Of(ProjectFacts facts, bool copyGlobalJson, IEnumerable<string> needed)
    {
        IEnumerable<string> patterns = Patterns;
        if (facts.IsTrue("UseArtifactsOutput")) patterns = patterns.Concat(["# artifacts output", "artifacts"]);
        if (!copyGlobalJson) patterns = patterns.Concat(["# the tag of the SDK image pins the SDK", "**/global.json"]);
        var text = string.Join("\n", patterns) + "\n";
        var ignored = IgnoreFile.Parse(text);
        var kept = needed.Where(ignored.IsIgnored).Select(static path => "!" + Escape(path)).ToArray();
        if (kept.Length > 0) text += "# what the build reads all the same\n" + string.Join("\n", kept) + "\n";
        return GeneratedFileHeader.Mark("", text);
    }

    private static string Escape(string path)
    {
        var text = new StringBuilder();
        foreach (var c in path)
        {
            if (c is '*' or '?' or '[' or '\\') text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }
}
