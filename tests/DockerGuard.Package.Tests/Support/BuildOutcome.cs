using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Testing;
using Microsoft.Build.Framework;
using Microsoft.Build.Logging.StructuredLogger;

namespace DockerGuard.Package.Tests.Support;

/// <summary>What a dotnet command wrote to the console, and what its binary log holds.</summary>
public sealed class BuildOutcome(CommandResult command, string logFile)
{
    private readonly Lazy<IReadOnlyList<BuildEventArgs>> _events =
        new(() => [.. BinaryLog.ReadRecords(logFile).Select(record => record.Args).OfType<BuildEventArgs>()]);

    public int ExitCode => command.ExitCode;

    /// <summary>The console's text.</summary>
    public string Output => command.Output;

    public IReadOnlyList<BuildEventArgs> Events => _events.Value;

    /// <summary>
    /// The product's diagnostics in the order they were logged, but for the one that tells of the tests' own day.
    /// </summary>
    public IReadOnlyList<Finding> Findings => [.. AllFindings.Where(finding => finding.Code != "DG0019")];

    /// <summary>Every diagnostic of the product in the order they were logged.</summary>
    public IEnumerable<Finding> AllFindings =>
        Events.Select(ToFinding)
            .OfType<Finding>()
            .Where(finding => finding.Code.StartsWith("DG", StringComparison.Ordinal));

    /// <summary>Severity and code of every finding, sorted: "error DG2001".</summary>
    public IReadOnlyList<string> Codes =>
        [.. Findings.Select(finding => $"{finding.Severity} {finding.Code}").Order(StringComparer.Ordinal)];

    /// <summary>All errors of the build, whoever logged them: "DG2001", "MSB4181".</summary>
    public IReadOnlyList<string> ErrorCodes =>
        [.. Events.OfType<BuildErrorEventArgs>().Select(error => error.Code ?? "")];

    /// <summary>The names of the tasks that ran, in their order.</summary>
    public IReadOnlyList<string> Tasks => [.. Events.OfType<TaskStartedEventArgs>().Select(task => task.TaskName)];

    /// <summary>The texts of all messages, whatever their importance.</summary>
    public IEnumerable<string> Messages =>
        Events.OfType<BuildMessageEventArgs>().Select(message => message.Message ?? "");

    /// <summary>The text of a file the binary log carries.</summary>
    public string EmbeddedFile(string name) =>
        BinaryLog.ReadBuild(logFile).SourceFiles.Single(file => Path.GetFileName(file.FullPath) == name).Text;

    public BuildOutcome EnsureSuccess()
    {
        command.EnsureSuccess();
        return this;
    }

    /// <summary>The build failed, with errors of the product only, and said so in sentences.</summary>
    public BuildOutcome EnsureFailedWith(params string[] codes)
    {
        Assert.AreNotEqual(0, ExitCode, Output);
        CollectionAssert.AreEquivalent(codes, ErrorCodes.ToArray(), Output);
        EnsureNoStackTrace();
        return this;
    }

    /// <summary>The only finding of this code.</summary>
    public Finding Single(string code)
    {
        var found = Findings.Where(finding => finding.Code == code).ToList();
        Assert.HasCount(1, found, Output);
        return found[0];
    }

    public void EnsureNoStackTrace()
    {
        Assert.IsFalse(Output.Contains("   at ", StringComparison.Ordinal), Output);
        Assert.IsFalse(Output.Contains("Unhandled exception", StringComparison.OrdinalIgnoreCase), Output);
    }

    private static Finding? ToFinding(BuildEventArgs record) => record switch
    {
        BuildErrorEventArgs e => new(
            "error", e.Code ?? "", e.File, e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message
                ?? "", e.Subcategory, e.ProjectFile),
        BuildWarningEventArgs e => new(
            // A blank after the code keeps MSBuild from lowering what nobody may silence.
            "warning", e.Code?.Trim() ?? "", e.File, e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber,
            e.Message ?? "", e.Subcategory, e.ProjectFile),
        BuildMessageEventArgs { Code: not null } e =>
            new(
                "message", e.Code, e.File, e.LineNumber, e.ColumnNumber, e.EndLineNumber, e.EndColumnNumber, e.Message
                    ?? "", e.Subcategory, e.ProjectFile),
        _ => null,
    };
}
