using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Finds dotnet tools that a Dockerfile runs itself (<c>dotnet ef</c>, <c>dotnet tool run swagger</c>) in stages of the
/// SDK that have none for sure: no image of the SDK brings any.
/// </summary>
/// <param name="path">Absolute path of the Dockerfile.</param>
/// <param name="evaluation">The file, evaluated.</param>
/// <param name="catalog">What is known of .NET images.</param>
/// <param name="mirrors">Where images may have been copied to.</param>
/// <param name="reader">Knows what targets of the project run; null where nobody does.</param>
internal sealed class MissingToolReader(
    string path, BuildEvaluation evaluation, ImageCatalog catalog, RegistryMirrors mirrors, IBuildReader? reader)
{
    private const string Host = "dotnet", Tool = "tool";

    /// <summary>Commands that an SDK knows itself, of any version.</summary>
    private static readonly string[] OfSdk =
    [
        "add", "build", "build-server", "clean", "complete", "completions", "dev-certs", "dnx", "exec", "format", "fsi",
        "help", "list", "msbuild", "new", "nuget", "pack", "package", "parse", "project", "publish", "reference",
        "remove", "restore", "run", "run-api", "sdk", "sln", "solution", "sql-cache", "store", "test", Tool,
        "user-jwts", "user-secrets", "vstest", "watch", "workload",
    ];

    /// <summary>What brings tools, with all blanks taken out.</summary>
    private static readonly string[] Bringing = ["toolinstall", "toolrestore", "toolupdate"];

    /// <summary>Before this version tools were part of a project, and some of the SDK.</summary>
    private static readonly Version Three = new(3, 0);

    /// <summary>The first of each stage, in the order of the file.</summary>
    public IReadOnlyList<MissingProgram> Read()
    {
        var found = new List<MissingProgram>();
        foreach (var stage in evaluation.Stages)
        {
            if (stage.IsReplaced || !MentionsTool(stage) || ImageOf(stage) is not { } image) continue;
            var commands = StageBuild.In(stage);
            var build = commands.Find(static build => ToolOf(build.Command) is not null);
            if (build is null || MayBeRestored(build) || StageAdditions.MayBring(build, BringsTool)) continue;
            found.Add(new MissingProgram
            {
                Program = $"the tool {Sentence.Quote(ToolOf(build.Command)!)}",
                Image = $"{image.Repository}:{image.Tag}",
                IsTool = true,
                Command = build.Say(),
                Origin = new FileOrigin(path, build.Command.Span),
            });
        }

        return found;
    }

    /// <summary>The tool that a command runs; null for a command of the SDK, and where that is not known.</summary>
    private static string? ToolOf(DotNetCommand command) =>
        command.Verb == Tool ? command.Tool : IsTool(command.Verb) ? command.Verb : null;

    /// <summary>What has a dot or a slash is an assembly.</summary>
    private static bool IsTool(string word)
    {
        foreach (var c in word)
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')) return false;
        return word.Length > 0 && word[0] != '-' && Array.IndexOf(OfSdk, word) < 0;
    }

    /// <summary>Targets that an earlier command runs may restore tools; only those of our project are known.</summary>
    private bool MayBeRestored(StageBuild build)
    {
        var isBuilt = false;
        for (var stage = build.Stage; stage is not null && !isBuilt; stage = stage.BaseStage)
        {
            isBuilt = StageBuild.In(stage)
                .TakeWhile(other => other.Command.Span != build.Command.Span)
                .Any(static other => other.Command.IsBuild);
        }

        return isBuilt
            && (reader?.Facts is not { } facts
                || facts.Projects.Any(static project => project.Programs.Any(
                    static call => call.Command.Contains("tool "))));
    }

    private static bool BringsTool(RunInstruction run, StageEvaluation stage)
    {
        var text = new string([.. run.ToString().Where(static c => !char.IsWhiteSpace(c) && c is not ('\\' or '"'))]);
        return Bringing.Any(word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    /// <summary>False for nearly all stages, which then cost nothing.</summary>
    private static bool MentionsTool(StageEvaluation stage)
    {
        foreach (var instruction in stage.Stage.Instructions)
            if (instruction is RunInstruction run && MentionsTool(run.ToString())) return true;
        return false;
    }

    private static bool MentionsTool(string text)
    {
        for (var at = 0; (at = text.IndexOf(Host, at, StringComparison.Ordinal)) >= 0;)
        {
            at += Host.Length;
            var start = at;
            while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] == '\\')) start++;
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            var word = text.Substring(start, end - start);
            if (start > at && (word == Tool || IsTool(word))) return true;
        }

        return false;
    }

    private CatalogImage? ImageOf(StageEvaluation stage) =>
        stage.ExternalFrom is { Image: not null, Stage: { } root }
            && ImageReference.TryParse(evaluation[root].ImageName, out var image)
            && catalog.Find(image, mirrors) is { Kind: DotNetImageKind.Sdk, Family.Libc: Libc.Glibc or Libc.Musl } sdk
            && sdk.DotNetVersion >= Three
            ? sdk
            : null;
}
