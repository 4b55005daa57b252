using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Definition;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Exceptions;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// What a project says of its properties by itself, whatever the command line of the build at hand adds.
/// </summary>
public static class ProjectProperties
{
    /// <summary>The values; null when the project cannot be evaluated.</summary>
    /// <param name="project">Absolute path of the project file.</param>
    /// <param name="global">The global properties of the evaluation.</param>
    /// <param name="names">The properties asked for.</param>
    public static IReadOnlyDictionary<string, string>? Read(
        string project, IReadOnlyDictionary<string, string> global, IEnumerable<string> names)
    {
        if (global is null) throw new ArgumentNullException(nameof(global));
        using var collection = new ProjectCollection();
        try
        {
            var instance = ProjectInstance.FromFile(project, new ProjectOptions
            {
                ProjectCollection = collection,
                LoadSettings = ProjectLoadSettings.IgnoreMissingImports,
                GlobalProperties = global.ToDictionary(static pair => pair.Key, static pair => pair.Value),
            });
            return names.ToDictionary(static name => name, instance.GetPropertyValue, StringComparer.OrdinalIgnoreCase);
        }
        catch (InvalidProjectFileException)
        {
            return null;
        }
    }
}
