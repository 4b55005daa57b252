using System.Collections.Generic;
using System.Linq;
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

    public static string Of(ProjectFacts facts, bool copyGlobalJson)
    {
        IEnumerable<string> patterns = Patterns;
        if (facts.IsTrue("UseArtifactsOutput")) patterns = patterns.Concat(["# artifacts output", "artifacts"]);
        if (!copyGlobalJson) patterns = patterns.Concat(["# the tag of the SDK image pins the SDK", "**/global.json"]);
        return GeneratedFileHeader.Mark("", string.Join("\n", patterns) + "\n");
    }
}
