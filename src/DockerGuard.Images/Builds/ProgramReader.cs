using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Holds the programs that the build of the project runs against what its stage has: the image's own, and what
/// instructions add. Every SDK image for Linux has git, none has Node.js.
/// </summary>
/// <param name="file">Absolute path of the Dockerfile.</param>
/// <param name="project">Absolute path of the project, with slashes.</param>
/// <param name="packages">The packages that the project references.</param>
/// <param name="read">The text of a file of the context by its absolute path; null where it cannot be read.</param>
/// <param name="imageOf">The SDK image that a stage continues; null for every other.</param>
/// <param name="configurationOf">The configuration a command builds; null where that is not known.</param>
internal sealed class ProgramReader(
    string file,
    string project,
    IReadOnlyList<string> packages,
    Func<string, string?> read,
    Func<StageBuild, CatalogImage?> imageOf,
    Func<StageBuild, string?> configurationOf)
{
    private const string Run = "dotnet tool run ", Restore = "tool restore";

    private static readonly string[] NodePrograms = ["corepack", "node", "npm", "npx", "pnpm", "yarn"];

    private static readonly string[] NpmPrograms = ["npm", "npx"];

    /// <summary>What names anything that brings Node.js, or may.</summary>
    private static readonly string[] NodeWords = ["bun", "corepack", "fnm", "node", "npm", "nvm", "volta", "yarn"];

    private static readonly string[] ToolWords = ["tool"];

    private const StringComparison NoCase = StringComparison.OrdinalIgnoreCase;

    /// <summary>The first program that is not there; null when each is, or that is not known.</summary>
    /// <param name="commands">The commands about the project.</param>
    /// <param name="facts">What the build reads and runs.</param>
    public MissingProgram? Read(IEnumerable<StageBuild> commands, BuildFacts facts) =>
        commands.Where(static build => !build.Command.HasUnknownOptions
                && (build.Command.RunsBuild || build.Command.IsPublish))
            .Select(build => Look(build, facts))
            .OfType<MissingProgram>()
            .FirstOrDefault();

    private MissingProgram? Look(StageBuild build, BuildFacts facts)
    {
        if (imageOf(build) is not { Family.Libc: Libc.Glibc or Libc.Musl } image) return null;
        if (FindOwn(facts) is not { Problem: null } own || !IsAsEvaluated(build, own.DecidingProperties)) return null;
        var calls = facts.Projects.SelectMany(other => CallsOf(other, other == own, build)).ToList();
        if (!packages.Any(static id => NodeWords.Any(word => id.IndexOf(word, NoCase) >= 0))
            && NodeNeed(calls, build, facts) is { } need
            && !StageAdditions.MayBring(build, static (run, _) => MentionsNode(run.ToString())))
        {
            return Say(need.Program, need.Why, isTool: false);
        }

        if (calls.Find(static call => NpmPrograms.Contains(call.Program) && IsBare(call)) is { } npm
            && !StageAdditions.MayBring(build, BringsNpm, byFeed: true))
        {
            return Say(npm.Program, npm.Say(), isTool: false, hasNode: true);
        }

        return ToolNeed(calls, facts) is { } tool
            && !StageAdditions.MayBring(build, static (run, _) => StageAdditions.Mentions(run.ToString(), ToolWords))
            ? Say($"the tool {Sentence.Quote(tool.Program)}", tool.Why, isTool: true)
            : null;

        MissingProgram Say(string program, string why, bool isTool, bool hasNode = false) => new()
        {
            Program = program,
            Why = why,
            Image = $"{image.Repository}:{image.Tag}",
            IsTool = isTool,
            HasNode = hasNode,
            Command = build.Say(),
            Origin = new FileOrigin(file, build.Command.Span),
        };
    }

    /// <summary>True for a text that names anything that brings Node.js, or may.</summary>
    public static bool MentionsNode(string text) => StageAdditions.Mentions(text, NodeWords);

    private static bool BringsNpm(RunInstruction run, StageEvaluation stage) =>
        MentionsNode(run.ToString()) && !NodePackage.IsAlone(run, stage, MentionsNode);

    private ProjectInputs? FindOwn(BuildFacts facts) =>
        facts.Projects.FirstOrDefault(other => other.Path.Replace('\\', '/') == project);

    private bool IsAsEvaluated(StageBuild build, IEnumerable<string> properties) =>
        build.Command.IsAsEvaluated(properties, configurationOf(build));

    /// <summary>What a project runs for sure when the command builds it.</summary>
    private IEnumerable<ProgramCall> CallsOf(ProjectInputs other, bool isOwn, StageBuild build) =>
        other.Programs.Where(call => call.Moment switch
            {
                ProgramMoment.Build => build.Command.RunsBuild,
                ProgramMoment.Publish => isOwn && build.Command.IsPublish,
                _ => false,
            })
            .Where(call => IsAsEvaluated(build, call.DecidedBy.Split(';')));

    private (string Program, string Why)? NodeNeed(List<ProgramCall> calls, StageBuild build, BuildFacts facts)
    {
        if (calls.Find(static call => NodePrograms.Contains(call.Program) && IsBare(call)) is { } call)
            return (call.Program, call.Say());
        if (!build.Command.RunsBuild) return null;
        foreach (var client in facts.Projects)
        {
            if (!client.Path.EndsWith(".esproj", NoCase) || client.NodeFolders.Count == 0) continue;
            if (client.NodeFolders[0].Manager is not { } manager) continue;
            // Whoever says when it installs and builds may say never.
            if (read(client.Path) is { } text
                && text.IndexOf("ShouldRun", NoCase) < 0
                && text.IndexOf("Condition", NoCase) < 0)
            {
                return (manager, "the build of " + ContainerPath.Name(client.Path.Replace('\\', '/')));
            }
        }

        return null;
    }

    private static (string Program, string Why)? ToolNeed(List<ProgramCall> calls, BuildFacts facts)
    {
        if (facts.Projects.Any(static other => other.Programs.Any(static call => call.Command.Contains(Restore))))
            return null;
        foreach (var call in calls)
        {
            var at = call.Command.IndexOf(Run, StringComparison.Ordinal);
            if (at < 0) continue;
            var name = call.Command.Substring(at + Run.Length).TrimStart().Split(' ')[0];
            if (name.Length > 0 && name[0] != '-') return (name, call.Say());
        }

        return null;
    }

    /// <summary>False where a path says which one is meant.</summary>
    private static bool IsBare(ProgramCall call) =>
        call.Command.IndexOf("/" + call.Program, NoCase) < 0
            && call.Command.IndexOf("\\" + call.Program, NoCase) < 0;
}
