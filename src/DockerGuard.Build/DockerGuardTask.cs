using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using DockerGuard.Oci.Text;
using DockerGuard.Policy;
using DockerGuard.Rules.Diagnostics;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace DockerGuard.Build;

// A cancellation without a timer holds nothing to dispose of, and MSBuild disposes no tasks.
#pragma warning disable CA1001
/// <summary>
/// What every task does alike: read the project's facts and its policy, report, and turn whatever goes wrong into one
/// coded error.
/// </summary>
public abstract class DockerGuardTask : Task, ICancelableTask
#pragma warning restore CA1001
{
    private const string Sarif = "DockerGuardSarif";

    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The evaluated project, an item a property: its name and the metadata <c>Value</c>.</summary>
    [Required]
    public ITaskItem[] Facts { get; set; } = [];

    /// <summary>
    /// What the project's properties ask for, an item a property: its name and the metadata <c>Value</c>.
    /// </summary>
    public ITaskItem[] Settings { get; set; } = [];

    internal DiagnosticReporter Reporter { get; private set; } = null!;

    private protected TaskFiles Files { get; private set; } = null!;

    private protected ProjectWarnings Warnings { get; private set; } = null!;

    private protected EngineWarnings EngineWarnings { get; private set; } = null!;

    private protected ProjectFacts Project { get; private set; } = null!;

    /// <summary>What the command line, or the project that builds this one, sets.</summary>
    private protected IReadOnlyDictionary<string, string> GlobalProperties =>
        (BuildEngine as IBuildEngine6)?.GetGlobalProperties() ?? new Dictionary<string, string>();

    /// <summary>True where a solution is built, and a line must say whose it is.</summary>
    private protected bool IsOfSolution => GlobalProperties.ContainsKey("BuildingSolutionFile");

    /// <summary>The day the build is judged by.</summary>
    private protected DateTime Day { get; private set; }

    /// <summary>The day it is, UTC.</summary>
    internal DateTime RealDay { get; set; } = DateTime.UtcNow.Date;

    /// <summary>True when this build has been told that it is judged by another day.</summary>
    private protected virtual bool DayIsTold => false;

    /// <summary>The settings, as values.</summary>
    private protected TaskSettings Setting { get; private set; } = null!;

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        Use(new ProjectWarnings(ProjectFile));
        try
        {
            Project = MSBuildItem.FactsOf(Facts);
            Setting = new TaskSettings(Settings);
            Read(ReadAndGuard);
            Cancellation.ThrowIfCancellationRequested();
            Read(WriteLog);
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            // Nobody waits for an answer any more, and half of one would be wrong. MSBuild says that it was stopped.
            return false;
        }
        // The user of a build tool gets one coded line for a fault of ours, never a stack trace in the error list.
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Reporter.Report(ToolDiagnostics.UnexpectedFailure, Origin.StartOf(ProjectFile),
                $"{GetType().Name} failed with {exception.GetType().Name}: {FirstLine(exception.Message)}");
            Reporter.Trace(exception);
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>Cancelled when the build is stopped; whoever looks at it throws.</summary>
    private protected CancellationToken Cancellation => _cancellation.Token;

    /// <summary>The task's work. Findings go to <see cref="Reporter"/>.</summary>
    private protected abstract void Guard();

    /// <summary>What the task checks, as a SARIF log names it; null for a task that writes none.</summary>
    private protected virtual string? CheckName => null;

    /// <summary>
    /// Checks of the project that had nothing to look at in this build: what an earlier one found leaves the log.
    /// </summary>
    private protected virtual IReadOnlyList<string> SilentChecks => [];

    /// <summary>Where the log goes: the property <c>DockerGuardSarif</c>, or beside it.</summary>
    private protected virtual string SarifPath(string path) => path;

    /// <summary>The Dockerfiles the task has linted, by absolute path.</summary>
    private protected IReadOnlyDictionary<string, Dockerfile> LintedFiles { get; set; } =
        new Dictionary<string, Dockerfile>();

    /// <summary>The project file findings without a better place are reported at.</summary>
    private protected string ProjectFile =>
        Facts.FirstOrDefault(fact => fact.ItemSpec == "MSBuildProjectFullPath")?.GetMetadata("Value") ?? "";

    /// <summary>Which policy holds.</summary>
    private protected PolicyRequest PolicyRequest => new()
    {
        ProjectDirectory = Project.ProjectDirectory,
        ProjectFile = ProjectFile,
        ExplicitPath = AbsoluteSetting("DockerGuardPolicyFile"),
        Binding = [.. BindingPolicies()],
        Today = Day,
        RealDay = RealDay,
        ResolvePackage = FindPackage,
    };

    /// <summary>
    /// The policies that the project's surroundings name: the item, and the property as it stood before the project
    /// could change it.
    /// </summary>
    private IEnumerable<BindingPolicy> BindingPolicies()
    {
        const string Item = "DockerGuardBindingPolicy";
        var places = (Setting.Text(Item) ?? "").Split([';'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var place in places.Select(place => place.Trim()).Where(place => place.Length > 0))
            yield return new BindingPolicy(BindingPolicy.IsInPackage(place) ? place : Absolute(Item, place));
        if (AbsoluteSetting("_DockerGuardEarlyPolicyFile") is { } early)
            yield return new BindingPolicy(early, OnlyAsRoot: true);
    }

    /// <summary>The policy in force; null after its errors have been reported.</summary>
    private protected Policy.Policy? LoadPolicy()
    {
        var result = PolicyLoader.Load(PolicyRequest);
        Reporter.Report(result.Diagnostics);
        return result.IsBroken ? null : result.Policy;
    }

    private string? FindPackage(string id) =>
        Setting.Text("ProjectAssetsFile") is { } path && RegularFile.IsThere(path) && Files.TryRead(path) is { } assets
            ? RestoredPackages.Find(id, assets, Setting.Text("NuGetPackageFolders")) : null;

    /// <summary>
    /// Who keeps what this task says, after all that every task is asked has become part of the question; null where
    /// nothing is kept: no file is named, or a log is wanted of what was found.
    /// </summary>
    /// <param name="path">Absolute path of the file; empty for none.</param>
    private protected VerdictKeeper? KeeperAt(string? path)
    {
        if (string.IsNullOrEmpty(path) || (CheckName is not null && Setting.Text(Sarif) is not null)) return null;
        if (FileArrival.Of(ProjectFile) is not { } arrival) return null;
        var keeper = new VerdictKeeper(path!, arrival);
        keeper.Ask(nameof(Facts), Facts, "Value");
        keeper.Ask(nameof(Settings), Settings, "Value", "Kind");
        keeper.Ask(nameof(Day), [Iso(Day), Iso(RealDay)]);
        return keeper;
    }

    /// <summary>Resolves a path against the project's folder; MSBuild's current directory belongs to nobody.</summary>
    /// <param name="name">The property the path is of.</param>
    /// <param name="path">What it says.</param>
    /// <param name="folder">The folder to resolve against, where it is not the project's.</param>
    /// <exception cref="InvalidSettingException">It is no path on this system.</exception>
    private protected string Absolute(string name, string path, string? folder = null)
    {
        try
        {
            return AbsolutePath.Of(folder ?? Project.ProjectDirectory, path);
        }
        catch (Exception exception)
            when (exception is ArgumentException or NotSupportedException or PathTooLongException)
        {
            throw new InvalidSettingException($"{name} is {Sentence.Quote(path)}; write a path");
        }
    }

    /// <summary>The path a property names; null when it names none.</summary>
    /// <inheritdoc cref="Absolute"/>
    private protected string? AbsoluteSetting(string name) =>
        Setting.Text(name)?.Trim() is { } path ? Absolute(name, path) : null;

    private void ReadAndGuard()
    {
        var hasBadFlag = false;
        // A slip in one that only a target reads would go unseen, and a guard that was meant to be off or on is not.
        foreach (var name in TaskSettings.Flags) hasBadFlag |= !Read(() => Setting.Flag(name, otherwise: false));
        hasBadFlag |= !Read(CheckFramework);
        if (hasBadFlag) return;
        var treatsWarningsAsErrors = Setting.Flag("TreatWarningsAsErrors", otherwise: false);
        EngineWarnings = new EngineWarnings(BuildEngine);
        Use(new ProjectWarnings(
            ProjectFile,
            Setting.Text("NoWarn"),
            treatsWarningsAsErrors,
            Setting.Text("WarningsNotAsErrors") + ";" + Setting.Text("MSBuildWarningsNotAsErrors"),
            EngineWarnings));
        Day = Setting.Day("DockerGuardToday", RealDay);
        if (Day != RealDay && CheckName is not null && !DayIsTold)
        {
            Reporter.Report(
                ToolDiagnostics.AnotherDay,
                Origin.StartOf(ProjectFile),
                $"DockerGuardToday says {Iso(Day)}, and today is {Iso(RealDay)}: ends of life and of waivers are "
                    + "judged by another day");
        }

        Guard();
    }

    /// <summary>Only targets choose by it, and they take another where it is none of the project's.</summary>
    private void CheckFramework()
    {
        const string Name = "DockerGuardFramework";
        if (Setting.Text(Name)?.Trim() is not { } framework || Project.TargetFrameworks.Count == 0) return;
        if (Project.TargetFrameworks.Contains(framework, StringComparer.OrdinalIgnoreCase)) return;
        throw new InvalidSettingException(
            $"{Name} is {Sentence.Quote(framework)}; write one of {string.Join(", ", Project.TargetFrameworks)}");
    }

    private void WriteLog()
    {
        if (CheckName is not { } check || AbsoluteSetting(Sarif) is not { } named) return;
        var path = SarifPath(named);
        // A slip of the pen must not cost a source file; what cannot be read, the writer tells of.
        if (RegularFile.KindOf(path) == FileKind.Regular && !SarifLog.MayReplace(path))
        {
            Files.Report(path, "is there and no SARIF log; DockerGuardSarif names the file that becomes one");
            return;
        }

        // The projects of a solution may all name one file, and are built side by side.
        Files.TryWriteShared(
            path, () => SarifLog.Of(path, check, SilentChecks, Reporter, Project, LintedFiles), Cancellation);
    }

    /// <summary>Does what reads settings; false after a bad one has become an error.</summary>
    private bool Read(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (InvalidSettingException exception)
        {
            Reporter.Report(ToolDiagnostics.InvalidProperty, Origin.StartOf(ProjectFile), exception.Message);
            return false;
        }
    }

    private void Use(ProjectWarnings warnings)
    {
        Warnings = warnings;
        Reporter = new DiagnosticReporter(Log, warnings)
        {
            Speaker = IsOfSolution ? Path.GetFileNameWithoutExtension(ProjectFile) : null,
        };
        Files = new TaskFiles(Reporter);
    }

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string FirstLine(string text) => text.Split('\r', '\n')[0];
}
