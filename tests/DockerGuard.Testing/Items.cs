using System.Collections.Generic;
using System.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DockerGuard.Testing;

/// <summary>Facts and settings as a target hands them to a task.</summary>
public static class Items
{
    /// <summary>An item a pair: its name, and the metadata <c>Value</c>.</summary>
    public static ITaskItem[] Of(params (string Name, string Value)[] pairs) =>
        [.. pairs.Select(pair => With(pair.Name, "Value", pair.Value))];

    /// <summary>The facts of the web project <c>Web.csproj</c> in a folder; what is added wins.</summary>
    public static ITaskItem[] FactsOf(TemporaryFolder folder, params (string Name, string Value)[] more)
    {
        var facts = new Dictionary<string, string>
        {
            ["MSBuildProjectFullPath"] = folder["Web.csproj"],
            ["MSBuildProjectDirectory"] = folder.Path,
            ["AssemblyName"] = "Web",
            ["OutputType"] = "Exe",
            ["TargetFramework"] = "net10.0",
            ["TargetFrameworkIdentifier"] = ".NETCoreApp",
            ["TargetFrameworkVersion"] = "v10.0",
            ["FrameworkReference"] = "Microsoft.NETCore.App;Microsoft.AspNetCore.App",
            ["RuntimeIdentifier"] = "linux-x64",
        };
        foreach (var (name, value) in more) facts[name] = value;
        return Of([.. facts.Select(fact => (fact.Key, fact.Value))]);
    }

    /// <summary>An item with one metadatum, whose value is taken as it is.</summary>
    public static ITaskItem With(string name, string metadata, string value)
    {
        ITaskItem2 item = new TaskItem(name);
        item.SetMetadataValueLiteral(metadata, value);
        return item;
    }
}
