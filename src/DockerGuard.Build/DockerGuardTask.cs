using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Policy;
using DockerGuard.Rules;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace DockerGuard.Build;

/// <summary>What every task does alike: read the project's facts and its policy, report, and turn whatever goes wrong into one coded error.</summary>
public abstract class DockerGuardTask : Task
{
    /// <summary>The evaluated project, an item a property: its name and the metadata <c>Value</c>.</summary>
    [Required]
    public ITaskItem[] Facts { get; set; } = [];

    /// <summary>A policy named by the project; the nearest <c>.dockerguard.yml</c> when empty.</summary>
    public string? PolicyFile { get; set; }

    /// <summary>The project's <c>NoWarn</c>: MSBuild applies it to warnings, the reporter to findings that are errors by default.</summary>
    public string? NoWarn { get; set; }

    /// <summary>The project's <c>TreatWarningsAsErrors</c>, which MSBuild itself applies to the compiler only.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The project's <c>WarningsNotAsErrors</c>.</summary>
    public string? WarningsNotAsErrors { get; set; }

    /// <summary>The day to compare end-of-life and expiry dates with, <c>yyyy-MM-dd</c>; today (UTC) when empty.</summary>
    public string? Today { get; set; }

    /// <summary>The folders NuGet restored packages into; a policy may extend a file of one.</summary>
    public string? PackageFolders { get; set; }

    /// <summary>NuGet's <c>project.assets.json</c>.</summary>
    public string? AssetsFile { get; set; }

    /// <summary>Where the findings also go as a SARIF log; nowhere when empty: the property <c>DockerGuardSarif</c>.</summary>
    public string? SarifFile { get; set; }

    internal DiagnosticReporter Reporter { get; private set; } = null!;

    private protected TaskFiles Files { get; private set; } = null!;

    private protected ProjectWarnings Warnings { get; private set; } = null!;

    private protected ProjectFacts Project { get; private set; } = null!;

    private protected DateTime Day { get; private set; }

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        Warnings = new ProjectWarnings(ProjectFile, NoWarn, TreatWarningsAsErrors, WarningsNotAsErrors);
        Reporter = new DiagnosticReporter(Log, Warnings);
        Files = new TaskFiles(Reporter);
        try
        {
            Project = ProjectFacts.From(Facts.ToDictionary(fact => fact.ItemSpec, fact => fact.GetMetadata("Value"), StringComparer.OrdinalIgnoreCase));
            if (TryReadDay()) Guard();
            if (!string.IsNullOrWhiteSpace(SarifFile))
                Files.TryWrite(Absolute(SarifFile!), SarifLog.Of(CheckName, Reporter, Project, LintedFiles));
        }
#pragma warning disable CA1031 // The user of a build tool gets one coded line for a fault of ours, never a stack trace in the error list.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Reporter.Report(ToolDiagnostics.UnexpectedFailure, Origin.StartOf(ProjectFile),
                $"{GetType().Name} failed with {exception.GetType().Name}: {FirstLine(exception.Message)}");
            Log.LogMessage(MessageImportance.Low, exception.ToString());
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>The task's work. Findings go to <see cref="Reporter"/>.</summary>
    private protected abstract void Guard();

    /// <summary>What the task checks, as a SARIF log names it.</summary>
    private protected virtual string CheckName => "dockerfiles";

    /// <summary>The Dockerfiles the task has linted, by absolute path.</summary>
    private protected IReadOnlyDictionary<string, Dockerfile> LintedFiles { get; set; } = new Dictionary<string, Dockerfile>();

    /// <summary>The project file findings without a better place are reported at.</summary>
    private protected string ProjectFile => Facts.FirstOrDefault(fact => fact.ItemSpec == "MSBuildProjectFullPath")?.GetMetadata("Value") ?? "";

    /// <summary>Which policy holds.</summary>
    private protected PolicyRequest PolicyRequest => new()
    {
        ProjectDirectory = Project.ProjectDirectory,
        ExplicitPath = string.IsNullOrWhiteSpace(PolicyFile) ? null : Absolute(PolicyFile!),
        Today = Day,
        ResolvePackage = id => !string.IsNullOrEmpty(AssetsFile) && File.Exists(AssetsFile) && Files.TryRead(AssetsFile!) is { } assets
            ? RestoredPackages.Find(id, assets, PackageFolders) : null,
    };

    /// <summary>The policy in force; null after its errors have been reported.</summary>
    private protected Policy.Policy? LoadPolicy()
    {
        var result = PolicyLoader.Load(PolicyRequest);
        Reporter.Report(result.Diagnostics);
        return result.IsBroken ? null : result.Policy;
    }

    /// <summary>Resolves a path against the project's folder; MSBuild's current directory belongs to nobody.</summary>
    private protected string Absolute(string path) =>
#pragma warning disable RS0030 // Of an absolute path GetFullPath only folds "..": it does not look at the current directory.
        Path.GetFullPath(Path.Combine(Project.ProjectDirectory, path.Replace('\\', Path.DirectorySeparatorChar)));
#pragma warning restore RS0030

    private bool TryReadDay()
    {
        Day = DateTime.UtcNow.Date;
        if (string.IsNullOrWhiteSpace(Today)) return true;
        if (DateTime.TryParseExact(Today, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            Day = day;
            return true;
        }

        Reporter.Report(ToolDiagnostics.InvalidProperty, Origin.StartOf(ProjectFile), $"DockerGuardToday is '{Today}'; write a date as yyyy-MM-dd");
        return false;
    }

    private static string FirstLine(string text) => text.Split('\r', '\n')[0];
}
