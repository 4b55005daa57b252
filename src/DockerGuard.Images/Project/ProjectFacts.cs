using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Images.Project;

/// <summary>
/// The evaluated project, as far as its image depends on it: MSBuild's property values and item lists, after imports,
/// conditions and global properties. Immutable.
/// </summary>
public sealed class ProjectFacts
{
    /// <summary>The facts that are lists of items, by the items' type.</summary>
    public static readonly IReadOnlyList<string> ItemLists =
        ["FrameworkReference", "PackageReference", "ProjectReference"];

    /// <summary>Whether a fact is such a list.</summary>
    public static bool IsItemList(string name) => ItemLists.Contains(name, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _values;

    private ProjectFacts(Dictionary<string, string> values) => _values = values;

    /// <summary>Absolute path of the project file.</summary>
    public string ProjectPath => Text("MSBuildProjectFullPath");

    /// <summary>Absolute path of the project's folder.</summary>
    public string ProjectDirectory => Text("MSBuildProjectDirectory");

    /// <summary>Absolute path of the folder that holds the repository, or the project when there is none.</summary>
    public string RepositoryRoot => Get("RepositoryRoot") ?? ProjectDirectory;

    public string AssemblyName => Text("AssemblyName");

    /// <summary>File name of the built assembly: <c>Web.dll</c>.</summary>
    public string TargetFileName => Get("TargetFileName") ?? AssemblyName + ".dll";

    /// <summary><c>Exe</c>, <c>WinExe</c>, <c>Library</c>.</summary>
    public string OutputType => Text("OutputType");

    public bool IsExecutable =>
        OutputType.Equals("Exe", StringComparison.OrdinalIgnoreCase)
            || OutputType.Equals("WinExe", StringComparison.OrdinalIgnoreCase);

    /// <summary>The framework of this evaluation; empty in the outer build of a project with several.</summary>
    public string TargetFramework => Text("TargetFramework");

    public IReadOnlyList<string> TargetFrameworks => List("TargetFrameworks");

    /// <summary>True for .NET and .NET Core, false for .NET Framework and .NET Standard.</summary>
    public bool IsDotNet => Get("TargetFrameworkIdentifier") is { } identifier
        ? identifier.Equals(".NETCoreApp", StringComparison.OrdinalIgnoreCase)
        : TargetFramework.StartsWith("net", StringComparison.OrdinalIgnoreCase) && TargetFramework.IndexOf('.') > 0
            && !TargetFramework.StartsWith("netstandard", StringComparison.OrdinalIgnoreCase);

    /// <summary>Major and minor of the target framework; null when the project names none.</summary>
    public Version? TargetFrameworkVersion =>
        ReadVersion(Get("TargetFrameworkVersion")) ?? ReadVersion(FrameworkNumber(TargetFramework));

    /// <summary>Major and minor of every framework the project targets: one Dockerfile serves them all.</summary>
    public IReadOnlyList<Version> TargetFrameworkVersions => TargetFrameworks.Count > 0
        ? TargetFrameworks.Select(static framework => ReadVersion(FrameworkNumber(framework)))
            .OfType<Version>()
            .ToArray()
        : TargetFrameworkVersion is { } version ? [version] : [];

    /// <summary>
    /// The RIDs the image is built for, by the SDK's order of precedence: the container's own, the project's, then the
    /// list the project may be built for. A RID that the SDK only inferred from the building machine is not the
    /// project's and is left out.
    /// </summary>
    public IReadOnlyList<string> RuntimeIdentifiers
    {
        get
        {
            var inferred = IsTrue("UseCurrentRuntimeIdentifier");
            foreach (var property in new[]
            {
                "ContainerRuntimeIdentifiers", "ContainerRuntimeIdentifier", "RuntimeIdentifier", "RuntimeIdentifiers",
            })
            {
                if (inferred && property == "RuntimeIdentifier") continue;
                var list = List(property);
                if (inferred
                    && property == "ContainerRuntimeIdentifier"
                    && list.SequenceEqual(List("RuntimeIdentifier")))
                {
                    continue;
                }

                if (list.Count > 0) return list;
            }

            return [];
        }
    }

    /// <summary>
    /// Whether the published application brings its own runtime. Native, trimmed and, unless told otherwise,
    /// single-file applications do (Microsoft.NET.RuntimeIdentifierInference.targets).
    /// </summary>
    public bool IsSelfContained => IsAot || IsTrimmed || IsTrue("SelfContained") || IsTrue("PublishSelfContained")
        || (IsSingleFile && !IsFalse("PublishSelfContained") && Get("SelfContained") is null);

    public bool IsAot => IsTrue("PublishAot");

    public bool IsTrimmed => IsTrue("PublishTrimmed");

    public bool IsSingleFile => IsTrue("PublishSingleFile");

    /// <summary>Whether a native executable is made beside the assembly; so by default.</summary>
    public bool UseAppHost => !IsFalse("UseAppHost");

    public bool InvariantGlobalization => IsTrue("InvariantGlobalization");

    /// <summary>Whether the project uses ASP.NET Core's shared framework.</summary>
    public bool UsesAspNet =>
        FrameworkReferences.Any(
            static name => name.StartsWith("Microsoft.AspNetCore.", StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<string> FrameworkReferences => List("FrameworkReference");

    /// <summary>Ids of the packages the project references itself.</summary>
    public IReadOnlyList<string> PackageReferences => List("PackageReference");

    /// <summary>
    /// Absolute paths of the files above the project that may set its properties, the nearest of each name:
    /// Directory.Build.props and its kin. <see cref="BuildFacts"/> has every import.
    /// </summary>
    public IReadOnlyList<string> ImportedFiles => List("ImportedFiles");

    /// <summary>Takes the values over. Names are compared as MSBuild compares them, without case.</summary>
    /// <param name="values">Property values, and item lists joined by ';', by MSBuild name.</param>
    public static ProjectFacts From(IReadOnlyDictionary<string, string> values)
    {
        if (values is null) throw new ArgumentNullException(nameof(values));
        var copy = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in values) copy[pair.Key] = pair.Value;
        return new ProjectFacts(copy);
    }

    /// <summary>The names of all facts.</summary>
    public IEnumerable<string> Names => _values.Keys;

    /// <summary>The same facts with one more, or with another value of one.</summary>
    public ProjectFacts With(string name, string value) =>
        new(new Dictionary<string, string>(_values, StringComparer.OrdinalIgnoreCase) { [name] = value });

    /// <summary>
    /// The same facts in another configuration. A value that is not the one the project has by itself stays: the
    /// command line of a build has set it, or a target.
    /// </summary>
    /// <param name="values">What the project says there and not here.</param>
    public ProjectFacts With(IEnumerable<ConfigurationValue> values)
    {
        if (values is null) throw new ArgumentNullException(nameof(values));
        var facts = this;
        foreach (var value in values)
        {
            if (ContainerItems.IsOne(value.Name)) continue;
            if (IsItemList(value.Name))
                facts = facts.With(value.Name, string.Join(";", facts.ItemsThere(value)));
            else if (ConfigurationValue.Mark(Get(value.Name) ?? "") == value.Here)
                facts = facts.With(value.Name, value.There);
        }

        return facts;
    }

    /// <summary>
    /// A property's value without surrounding blanks; null when it is absent or empty, which MSBuild does not tell
    /// apart.
    /// </summary>
    public string? Get(string property)
    {
        if (!_values.TryGetValue(property, out var value) || value is null) return null;
        value = value.Trim();
        return value.Length == 0 ? null : value;
    }

    /// <summary>A list property's parts; empty parts are dropped, repeated ones kept once.</summary>
    public IReadOnlyList<string> List(string property) => Get(property) is { } value ? Split(value) : [];

    /// <summary>Whether a property is <c>true</c>, in any case.</summary>
    public bool IsTrue(string property) => "true".Equals(Get(property), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a property is <c>false</c>, in any case; an absent one is not.</summary>
    public bool IsFalse(string property) => "false".Equals(Get(property), StringComparison.OrdinalIgnoreCase);

    private IEnumerable<string> ItemsThere(ConfigurationValue value)
    {
        var here = Split(value.Here);
        var there = Split(value.There);
        return List(value.Name)
            .Where(item => there.Contains(item, StringComparer.OrdinalIgnoreCase)
                || !here.Contains(item, StringComparer.OrdinalIgnoreCase))
            .Union(there, StringComparer.OrdinalIgnoreCase);
    }

    private static string[] Split(string list) => list
        .Split(';')
        .Select(static part => part.Trim())
        .Where(static part => part.Length > 0)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .ToArray();

    private string Text(string property) => Get(property) ?? "";

    private static string? FrameworkNumber(string framework)
    {
        var start = framework.StartsWith("netcoreapp", StringComparison.OrdinalIgnoreCase) ? 10
            : framework.StartsWith("net", StringComparison.OrdinalIgnoreCase) ? 3 : -1;
        if (start < 0) return null;
        var platform = framework.IndexOf('-');
        return platform < 0 ? framework.Substring(start) : framework.Substring(start, platform - start);
    }

    private static Version? ReadVersion(string? text) =>
        text is not null && Version.TryParse(text.TrimStart('v', 'V'), out var version)
            ? new Version(version.Major, version.Minor)
            : null;
}
