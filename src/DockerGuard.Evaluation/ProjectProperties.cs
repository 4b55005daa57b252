using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using Microsoft.Build.Definition;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Evaluation.Context;
using Microsoft.Build.Exceptions;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>
/// What a project says of its properties by itself, whatever the command line of the build at hand adds; but for what
/// it says here, without the variables of this machine.
/// </summary>
public static class ProjectProperties
{
    /// <summary>The values in a configuration; null when the project cannot be evaluated.</summary>
    /// <param name="project">Absolute path of the project file.</param>
    /// <param name="configuration">The configuration; empty for the one nobody names.</param>
    /// <param name="question">What is asked for.</param>
    public static IReadOnlyDictionary<string, string>? Read(
        string project, string configuration, ConfigurationQuestion question)
    {
        using var collection = new ProjectCollection();
        return Read(project, configuration, question, isHere: false, collection, null, static _ => { });
    }

    /// <summary>What it says in another configuration; null when it cannot be evaluated.</summary>
    /// <param name="project">Absolute path of the project file.</param>
    /// <param name="configuration">The other configuration; empty for the one nobody names.</param>
    /// <param name="question">What is asked for.</param>
    public static IReadOnlyList<ConfigurationValue>? Differences(
        string project, string configuration, ConfigurationQuestion question)
    {
        if (question is null) throw new ArgumentNullException(nameof(question));
        if (!question.IsAnother(configuration)) return [];
        using var collection = new ProjectCollection();
        return Compare(project, configuration, question, collection, null, static _ => { });
    }

    internal static IReadOnlyList<ConfigurationValue>? Compare(
        string project,
        string configuration,
        ConfigurationQuestion question,
        ProjectCollection collection,
        EvaluationContext? context,
        Action<string> import)
    {
        IReadOnlyDictionary<string, string>? Values(string name, bool isHere) =>
            Read(project, name, question, isHere, collection, context, import);
        if (Values(question.Here, isHere: true) is not { } here) return null;
        if (Values(configuration, isHere: false) is not { } there) return null;
        return
        [
            .. here.Where(pair => pair.Value != there[pair.Key])
                .Select(pair => ConfigurationValue.Of(pair.Key, pair.Value, there[pair.Key])),
        ];
    }

    private static Dictionary<string, string>? Read(
        string project,
        string configuration,
        ConfigurationQuestion question,
        bool isHere,
        ProjectCollection collection,
        EvaluationContext? context,
        Action<string> import)
    {
        if (question is null) throw new ArgumentNullException(nameof(question));
        var global = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (configuration.Length > 0) global["Configuration"] = configuration;
        foreach (var given in question.Given) global[given.Key] = given.Value;
        if (question.Framework.Length > 0) global["TargetFramework"] = question.Framework;
        try
        {
            var options = new ProjectOptions
            {
                ProjectCollection = collection,
                EvaluationContext = context,
                LoadSettings = ProjectLoadSettings.IgnoreMissingImports,
                GlobalProperties = global,
            };
            var instance = isHere
                ? ProjectInstance.FromFile(project, options)
                : ImageEnvironment.Load(project, options);
            foreach (var path in instance.ImportPaths) import(path);
            return question.Names.Distinct(StringComparer.OrdinalIgnoreCase)
                .ToDictionary(static name => name, name => ValueOf(instance, name), StringComparer.OrdinalIgnoreCase);
        }
        catch (InvalidProjectFileException)
        {
            return null;
        }
    }

    private static string ValueOf(ProjectInstance project, string name) =>
        ContainerItems.IsOne(name)
            ? ContainerItems.Write(project.GetItems(name).Select(item => new KeyValuePair<string, string>(
                item.EvaluatedInclude, item.GetMetadataValue(ContainerItems.MetadataOf(name)))))
            : ProjectFacts.IsItemList(name)
            ? string.Join(";", project.GetItems(name).Select(static item => item.EvaluatedInclude))
            : project.GetPropertyValue(name);
}
