using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Peers;
using DockerGuard.Policy;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Reading;

/// <summary>The files of a check, read, with all that is known around each.</summary>
/// <param name="Policy">The policy in force.</param>
/// <param name="Requests">A request for each file that can be read and whose settings are understood.</param>
internal sealed record OpenedDockerfiles(Policy.Policy Policy, IReadOnlyList<LintRequest> Requests)
{
    /// <summary>Reads policy and files; null when the policy is broken. What cannot be read is told.</summary>
    public static OpenedDockerfiles? Open(DockerfileCheckInput input, VerdictBuilder verdict)
    {
        var loaded = PolicyLoader.Load(input.Policy);
        verdict.PolicyFiles = loaded.Files;
        verdict.Tell(loaded.Diagnostics);
        if (loaded.Policy is not { } policy) return null;
        verdict.Policy = policy;
        var settings = new HadolintSettings(policy, input, verdict);
        var files = input.Files.GroupBy(file => file.Path, StringComparer.Ordinal).Select(group => group.Last());
        return new OpenedDockerfiles(
            policy, [.. files.Select(file => Read(file, input, policy, settings, verdict)).OfType<LintRequest>()]);
    }

    private static LintRequest? Read(
        DockerfileInput file,
        DockerfileCheckInput input,
        Policy.Policy policy,
        HadolintSettings hadolint,
        VerdictBuilder verdict)
    {
        input.Cancellation.ThrowIfCancellationRequested();
        if (DockerfileReader.Read(file.Path, out var problem) is not { } dockerfile)
        {
            verdict.Tell([Unreadable(file.Path, problem!)]);
            return null;
        }

        var ignoreFile = IgnoreFileReader.Read(file.Path, file.Context, out var ignoreProblem);
        if (ignoreProblem is { } unreadable)
        {
            // What the build leaves out is not known, so nothing can be said of what it copies.
            verdict.Tell([Unreadable(unreadable.Path, unreadable.Why)]);
            return null;
        }

        if (hadolint.In(Path.GetDirectoryName(file.Path)!) is not { } settings) return null;
        verdict.Dockerfiles[file.Path] = dockerfile;
        return new LintRequest(dockerfile, file.Path, settings, RuleSets.Of(settings.RuleSetProfile))
        {
            Project = input.Project,
            Mirrors = policy.Mirrors,
            ForeignCheckers = input.ForeignCheckers,
            Cancellation = input.Cancellation,
            Target = file.Stage,
            BuildArguments = file.BuildArguments,
            IgnoreFile = ignoreFile,
        };
    }

    private static Diagnostic Unreadable(string path, string problem)
    {
        var condition = ToolDiagnostics.UnreadableDockerfile;
        var message = $"'{Path.GetFileName(path)}' {problem}";
        return new Diagnostic(condition, condition.Recommended, message, path, SourceSpan.FileStart);
    }
}
