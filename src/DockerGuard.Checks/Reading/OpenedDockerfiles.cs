using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Images;
using DockerGuard.Images.Builds;
using DockerGuard.Oci.Files;
using DockerGuard.Peers;
using DockerGuard.Policy;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Checks.Reading;

/// <summary>The files of a check, read, with all that is known around each.</summary>
/// <param name="policy">The policy in force.</param>
/// <param name="requests">A request for each file that can be read and whose settings are understood.</param>
internal sealed class OpenedDockerfiles(Policy.Policy policy, IReadOnlyList<LintRequest> requests)
{
    public Policy.Policy Policy { get; } = policy;

    public IReadOnlyList<LintRequest> Requests { get; } = requests;

    /// <summary>Reads policy and files; null when the policy is broken. What cannot be read is told.</summary>
    /// <remarks>The files are read beside the policy, for a build waits and neither needs the other.</remarks>
    public static OpenedDockerfiles? Open(DockerfileCheckInput input, VerdictBuilder verdict)
    {
        var reading = Task.Run(() => DockerfileText.ReadAll(input), input.Cancellation);
        var loaded = PolicyLoader.Load(input.Policy);
        var files = reading.GetAwaiter().GetResult();
        verdict.PolicyFiles = loaded.Files;
        verdict.Tell(loaded.Diagnostics);
        if (loaded.Policy is not { } policy) return null;
        verdict.Policy = policy;
        var settings = new HadolintSettings(policy, input, verdict);
        return new OpenedDockerfiles(
            policy, [.. files.Select(file => Request(file, input, policy, settings, verdict)).OfType<LintRequest>()]);
    }

    private static LintRequest? Request(
        DockerfileText text,
        DockerfileCheckInput input,
        Policy.Policy policy,
        HadolintSettings hadolint,
        VerdictBuilder verdict)
    {
        var file = text.Input;
        if (text.Dockerfile is not { } dockerfile)
        {
            verdict.Tell([text.Unreadable!]);
            return null;
        }

        if (hadolint.In(Path.GetDirectoryName(file.Path)!) is not { } settings) return null;
        verdict.Dockerfiles[file.Path] = dockerfile;
        GivenBuild.Note(file, dockerfile, verdict);
        var enforced = EnforcedSets(settings);
        return new LintRequest(dockerfile, file.Path, settings, RuleSetOf(settings, enforced))
        {
            EnforcedSets = enforced.Count > 1 ? enforced : [],
            Project = input.Project,
            Context = new ContextFolder(
                file.Context,
                static path => RegularFile.IsThere(path),
                FolderContent.NamesIn,
                FolderContent.TextOf,
                text.IgnoreFile)
            {
                IsGiven = file.IsContextGiven,
            },
            Build = input.Build,
            Mirrors = policy.Mirrors,
            ForeignCheckers = input.ForeignCheckers,
            Cancellation = input.Cancellation,
            Target = file.Stage,
            BuildOrigin = Origin.StartOf(input.ProjectFile),
            BuildArguments = file.BuildArguments,
            IgnoreFile = text.IgnoreFile,
        };
    }

    /// <summary>
    /// The rule set that runs: ours where a policy that enforces has it, for it sees everything; else the first of
    /// those that enforce, for a rule that another set does not have would be silenced by it; else the profile's.
    /// </summary>
    private static RuleSet RuleSetOf(RuleSettings settings, IReadOnlyList<EnforcedRuleSet> enforced) =>
        enforced.Count == 0 ? SetOf(settings)
            : enforced.Any(set => set.RuleSet == RuleSet.Ours) ? RuleSet.Ours
            : enforced[0].RuleSet;

    /// <summary>The peers' assembly is loaded for their profiles alone.</summary>
    private static RuleSet SetOf(RuleSettings settings) =>
        settings.Profile is Profiles.Hadolint or Profiles.BuildKit ? RuleSets.Of(settings.Profile) : RuleSet.Ours;

    private static IReadOnlyList<EnforcedRuleSet> EnforcedSets(RuleSettings settings) =>
        settings.Enforcing.Count == 0
            ? []
            :
            [
                .. settings.Enforcing.GroupBy(policy => SetOf(policy.Settings))
                    .Select(set => new EnforcedRuleSet(set.Key, [.. set])),
            ];
}
