using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Builds;

/// <summary>
/// What one command makes of the project, as the SDK works it out (Microsoft.NET.RuntimeIdentifierInference.targets).
/// Null answers are not known before the build.
/// </summary>
internal sealed class AppBuild
{
    /// <summary>From this version on a runtime identifier no longer makes an app self-contained.</summary>
    private static readonly Version Eight = new(8, 0);

    private static readonly string[] RuntimeProperties =
    [
        KnownProperties.RuntimeIdentifier, KnownProperties.SelfContained, KnownProperties.PublishSelfContained,
        KnownProperties.UseCurrentRuntimeIdentifier, KnownProperties.PublishAot, KnownProperties.PublishTrimmed,
        KnownProperties.PublishSingleFile,
    ];

    /// <summary>What makes an app self-contained where nobody says whether it is to be.</summary>
    private static readonly string[] Implying =
    [
        KnownProperties.PublishAot, KnownProperties.PublishTrimmed, KnownProperties.PublishSingleFile,
    ];

    private readonly ConfiguredProject _configured;
    private readonly ProjectFacts _project;
    private readonly DotNetCommand _command;
    private readonly CatalogImage? _sdk;
    private readonly Platform? _platform;
    private readonly bool _isOpen;

    /// <param name="configured">The project as the command evaluates it.</param>
    /// <param name="command">The command.</param>
    /// <param name="sdk">What is known of the image it runs in; null for nothing.</param>
    /// <param name="platform">The platform of that image; null when it is not known.</param>
    public AppBuild(ConfiguredProject configured, DotNetCommand command, CatalogImage? sdk, Platform? platform)
    {
        _configured = configured;
        _project = configured.Facts;
        _command = command;
        _sdk = sdk is { Kind: DotNetImageKind.Sdk } ? sdk : null;
        _platform = platform;
        _isOpen = command.HasUnknownOptions || _project.List(DecidingProperties.Fact).Any(IsSetHere);
        BringsRuntime = FindBringsRuntime();
        RuntimeIdentifier = FindRuntimeIdentifier();
    }

    /// <summary>The assembly's name; null when it is not known.</summary>
    public string? AssemblyName => TryGet(KnownProperties.AssemblyName, out var name) ? name : null;

    /// <summary>Whether all of the app is one file, with no assembly beside it.</summary>
    public bool? IsSingleFile => _command.IsPublish ? Is(KnownProperties.PublishSingleFile) : false;

    /// <summary>Whether it makes an executable beside the assembly.</summary>
    public bool? HasExecutable
    {
        get
        {
            // Before .NET Core 3.0 only apps with a runtime of their own had one.
            if (_project.TargetFrameworkVersion is not { Major: >= 3 }) return null;
            if (!TryGet(KnownProperties.UseAppHost, out var value)) return null;
            return value is null || !value.Equals("false", StringComparison.OrdinalIgnoreCase);
        }
    }

    public bool? IsAot => _command.IsPublish ? Is(KnownProperties.PublishAot) : false;

    public bool? BringsRuntime { get; }

    /// <summary>Empty for an app that runs anywhere.</summary>
    public string? RuntimeIdentifier { get; }

    /// <summary>Whether the identifier is that of the SDK's own system, for nobody names one.</summary>
    private bool TakesSdkSystem { get; set; }

    /// <summary>The framework the command names; false when it names one that is not known.</summary>
    /// <param name="version">Null when it names none: then it is the project's.</param>
    public bool TryGetFramework(out Version? version)
    {
        version = null;
        if (!_command.Properties.ContainsKey(KnownProperties.TargetFramework))
            return !_isOpen && !_configured.IsUnsure(KnownProperties.TargetFramework);
        if (!TryGet(KnownProperties.TargetFramework, out var name) || name is null) return false;
        version = ProjectFacts.From(new Dictionary<string, string> { [KnownProperties.TargetFramework] = name })
            .TargetFrameworkVersion;
        return version is not null;
    }

    /// <summary>A property where the command runs; false when its value is not known.</summary>
    /// <param name="property">Its name.</param>
    /// <param name="value">The value without blanks around it; null when it is not set.</param>
    public bool TryGet(string property, out string? value)
    {
        value = null;
        if (_command.Properties.TryGetValue(property, out var given))
        {
            value = given.Value?.Trim() is { Length: > 0 } text ? text : null;
            return given.Value is not null;
        }

        if (_isOpen || _configured.IsUnsure(property)) return false;
        value = OfProject(property);
        if (value is not null) return true;
        // MSBuild takes variables for properties that nothing else sets.
        foreach (var variable in _command.Environment)
        {
            if (!variable.Key.Equals(property, StringComparison.OrdinalIgnoreCase)) continue;
            if (!CommandWord.IsKnown(variable.Value)) return false;
            value = variable.Value.Trim() is { Length: > 0 } text ? text : null;
        }

        return true;
    }

    /// <summary>Whether a property is <c>true</c>.</summary>
    public bool? Is(string property) =>
        TryGet(property, out var value) ? "true".Equals(value, StringComparison.OrdinalIgnoreCase) : null;

    /// <summary>The command, with the words that set one of these properties; null when none does.</summary>
    public string? Decision(params string[] properties)
    {
        var says = properties.Any(_command.Properties.ContainsKey)
            || (properties.Contains(KnownProperties.RuntimeIdentifier) && HasShorthand);
        return says ? Command(properties) : null;
    }

    /// <summary>The command with the words that decide about runtime and system; null when none does.</summary>
    public string? RuntimeDecision => Decision(RuntimeProperties);

    /// <summary>The command that takes the identifier of its SDK; null when the identifier is named.</summary>
    public string? SdkDecision => TakesSdkSystem ? Command(RuntimeProperties) : null;

    /// <summary>
    /// True for a property that the command or its surroundings set, and a condition may ask for; the project is that
    /// of the command's own configuration.
    /// </summary>
    private bool IsSetHere(string property) =>
        !property.Equals(KnownProperties.Configuration, StringComparison.OrdinalIgnoreCase)
            && (_command.Properties.ContainsKey(property)
                || _command.Environment.Keys.Contains(property, StringComparer.OrdinalIgnoreCase));

    private bool HasShorthand => _command.Architecture is not null || _command.OperatingSystem is not null;

    private string Command(string[] properties) =>
        $"{Sentence.Quote(_command.Say(properties))} at line {_command.Span.Line}";

    /// <summary>The project's own value, without those that only its evaluation elsewhere has brought.</summary>
    private string? OfProject(string property)
    {
        var value = _project.Get(property);
        switch (property)
        {
            // The machine's own identifier is not the project's.
            case KnownProperties.RuntimeIdentifier
                when _project.IsTrue(KnownProperties.UseCurrentRuntimeIdentifier):
                return null;
            // The SDK's default, where nobody has specified it.
            case KnownProperties.SelfContained
                when _project.IsFalse(property) && !_project.IsTrue("_SelfContainedWasSpecified"):
                return null;
            // Inferred from what the command may set otherwise.
            case KnownProperties.PublishSelfContained
                when _project.IsTrue(property) && Implying.Any(_project.IsTrue):
                return null;
            default:
                return value;
        }
    }

    private bool? FindBringsRuntime()
    {
        var aot = IsAot;
        if (aot == true) return true;
        var isSelfContained = FindSelfContained();
        return isSelfContained == true ? true : aot is null ? null : isSelfContained;
    }

    private bool? FindSelfContained()
    {
        if (!TryGet(KnownProperties.SelfContained, out var own)) return null;
        if (own is not null && _command.Properties.ContainsKey(KnownProperties.SelfContained)) return IsTrue(own);
        if (_command.IsPublish)
        {
            if (!TryGet(KnownProperties.PublishSelfContained, out var published)) return null;
            if (published is not null) return IsTrue(published);
            if (own is null)
            {
                if (Array.Exists(Implying, property => Is(property) == true)) return true;
                if (Array.Exists(Implying, property => Is(property) is null)) return null;
            }
        }

        return own is not null ? IsTrue(own) : IsImpliedByIdentifier();
    }

    /// <summary>Before .NET 8 whoever named a runtime identifier got its runtime as well.</summary>
    private bool? IsImpliedByIdentifier()
    {
        // Some SDKs take these for a wish to be framework-dependent, others do not.
        var hasShorthand = HasShorthand || Is(KnownProperties.UseCurrentRuntimeIdentifier) != false;
        if (!hasShorthand && TryGet(KnownProperties.RuntimeIdentifier, out var identifier) && identifier is null)
            return false;
        if (!TryGetFramework(out var framework)) return null;
        framework ??= _project.TargetFrameworkVersion
            ?? (_project.TargetFrameworkVersions is { Count: > 0 } all ? all.Min() : null);
        if (framework is not null && framework >= Eight) return false;
        return framework is null || hasShorthand || !TryGet(KnownProperties.RuntimeIdentifier, out _) ? null : true;
    }

    private string? FindRuntimeIdentifier()
    {
        if (HasShorthand) return OfShorthand();
        var isCurrent = Is(KnownProperties.UseCurrentRuntimeIdentifier);
        if (!TryGet(KnownProperties.RuntimeIdentifier, out var identifier)) return null;
        if (identifier is not null) return identifier;
        if (isCurrent is null) return null;
        if (isCurrent == false && BringsRuntime != true) return BringsRuntime is null ? null : "";
        TakesSdkSystem = true;
        return SdkSystem is { } system && SdkArchitecture is { } architecture ? $"{system}-{architecture}" : null;
    }

    /// <summary><c>-a</c> and <c>--os</c>: what one of them does not say is the SDK's.</summary>
    private string? OfShorthand()
    {
        var system = _command.OperatingSystem is { } named ? named.Value : SdkSystem;
        var architecture = _command.Architecture is { } given
            ? given.Value is { } name ? ArchitectureName(name) : null
            : SdkArchitecture;
        return system is null || architecture is null ? null : $"{system}-{architecture}";
    }

    private string? SdkSystem => _sdk?.Family.Libc switch
    {
        Libc.Glibc => "linux",
        Libc.Musl => "linux-musl",
        Libc.Windows => "win",
        _ => null,
    };

    private string? SdkArchitecture => _platform is null ? null : ArchitectureName(_platform.Architecture);

    private static string ArchitectureName(string name) => name switch
    {
        "amd64" => "x64",
        "386" => "x86",
        _ => name,
    };

    /// <summary>
    /// The folder it publishes to where the command names none, from that of the project; null when that is not known.
    /// </summary>
    public string? DefaultPublishFolder
    {
        get
        {
            if (!HasUsualFolders || RuntimeIdentifier is not { } identifier || TakesSdkSystem) return null;
            if (!TryGet(KnownProperties.TargetFramework, out var framework) || framework is null) return null;
            if (ProjectConfigurations.NameFor(_command, _project) is not { } configuration) return null;
            if (configuration.Length == 0) configuration = "Debug";
            return $"bin/{configuration}/{framework}/{(identifier.Length == 0 ? "" : identifier + "/")}publish";
        }
    }

    /// <summary>True when the project is known to change nothing about where the SDK writes to.</summary>
    public bool HasUsualFolders
    {
        get
        {
            // Each configuration has its own.
            if (_configured.Unsure is null || _project.Get(KnownProperties.PublishDir) is not { } folder) return false;
            var parts = folder.Replace('\\', '/').TrimEnd('/').Split('/');
            return parts.Length is 4 or 5
                && parts[0] == "bin"
                && parts[2].Equals(_project.TargetFramework, StringComparison.Ordinal)
                && parts[parts.Length - 1] == "publish";
        }
    }

    private static bool IsTrue(string value) => value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
