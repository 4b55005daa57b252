using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Construction;
using Microsoft.Build.Definition;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// MSBuild takes each variable of the environment for a property, and no build of an image has those of this machine:
/// of a build server (<c>CI</c>, <c>TF_BUILD</c>), a terminal, a user.
/// </summary>
internal static class ImageEnvironment
{
    /// <summary>By what the system, the SDK and packages are found here, or what an image has too.</summary>
    private static readonly string[] Kept =
    [
        "ALLUSERSPROFILE", "APPDATA", "CommonProgramFiles", "HOME", "LOCALAPPDATA", "OS", "PATH", "ProgramData",
        "ProgramFiles", "ProgramW6432", "SystemDrive", "SystemRoot", "TEMP", "TMP", "TMPDIR", "USERPROFILE", "windir",
    ];

    private static readonly string[] KeptBeginnings = ["DOTNET", "DockerGuard", "MSBUILD", "NETCORE", "NUGET", "VS"];

    /// <summary>Whether one of some properties may have its value from a variable that no image has.</summary>
    public static bool Sets(IEnumerable<string> properties) =>
        Hidden().Intersect(properties, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>Evaluates a project without them; what a command line gives is no variable.</summary>
    /// <param name="path">Absolute path of the project file.</param>
    /// <param name="options">How to evaluate it; its collection is nobody else's.</param>
    public static ProjectInstance Load(string path, ProjectOptions options)
    {
        var root = ProjectRootElement.Open(path, options.ProjectCollection);
        var global = options.GlobalProperties;
        var hidden = Hidden().Where(name => !global.TryGetValue(name, out var value) || value.Length == 0).ToList();
        foreach (var name in hidden) global[name] = "";
        // A global property would win over what the project's files say.
        root.TreatAsLocalProperty = string.Join(
            ";", root.TreatAsLocalProperty.Split(';').Concat(hidden).Distinct(StringComparer.OrdinalIgnoreCase));
        return ProjectInstance.FromProjectRootElement(root, options);
    }

    private static IEnumerable<string> Hidden() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Select(static variable => (string)variable.Key)
        .Where(static name => IsName(name)
            && !Kept.Contains(name, StringComparer.OrdinalIgnoreCase)
            && !KeptBeginnings.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a property can have it.</summary>
    private static bool IsName(string text) =>
        text.Length > 0
            && !(text[0] is >= '0' and <= '9' or '-')
            && text.All(static c =>
                c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-');
}
