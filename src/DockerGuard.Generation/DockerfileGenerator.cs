using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Generation.Stages;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Images.Selection;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;

namespace DockerGuard.Generation;

/// <summary>
/// Writes the Dockerfile a specialist would write for an application: multi-stage, cached restore, the smallest base
/// that runs it, a numeric user without rights over the application's files. A pure function: the same project gives
/// the same text on every machine.
/// </summary>
public static class DockerfileGenerator
{
    /// <param name="facts">The evaluated project.</param>
    /// <param name="build">What its build reads.</param>
    /// <param name="options">What the text depends on besides the project.</param>
    public static GeneratedDockerfile Generate(ProjectFacts facts, BuildFacts build, GenerationOptions options)
    {
        if (facts is null) throw new ArgumentNullException(nameof(facts));
        if (build is null) throw new ArgumentNullException(nameof(build));
        if (options is null) throw new ArgumentNullException(nameof(options));

        if (facts.Get("AzureFunctionsVersion") is not null)
        {
            return new GeneratedDockerfile
            {
                Error = "the host of Azure Functions starts this app, from an image of its own "
                    + "(azure-functions/dotnet-isolated); 'func init --docker-only' writes a Dockerfile for it",
                IsOfAnotherTool = true,
            };
        }

        if (!facts.IsExecutable)
            return Failed("the project builds a library, and only an application has an image of its own");
        if (facts.ProjectPath.Length == 0 || facts.AssemblyName.Length == 0)
            return Failed("the project's path or assembly name is not known");
        if (!DockerfileText.IsOneLine(facts.AssemblyName))
            return Failed("the assembly's name holds a control character, which no Dockerfile can name");
        facts = WithOneLibrary(facts);
        var choice = BaseImageSelector.Select(
            facts,
            options.Catalog,
            new BaseImageOptions { Mirrors = options.Mirrors, Family = options.Family, Today = options.Today });
        if (choice.Image is null) return Failed(choice.Error!);
        if (facts.TargetFrameworkVersion is null) return Failed("the project names no target framework");
        if (choice.Catalog?.Family.Libc == Libc.Windows)
            return Failed($"the base image {choice.Image} is a Windows image; Dockerfiles are generated for Linux");
        if (SdkImage.Select(facts, build, choice.Catalog, options) is not { } sdk)
            return Failed(NoSdk(facts, choice.Catalog));
        if (options.CopyGlobalJson && sdk.Remark is { } refusal) return Failed(refusal);
        if (BuildContext.Create(facts, build, options, out var error, out var isOutside) is not { } context)
            return new GeneratedDockerfile { Error = error, IsOutside = isOutside };
        if (MigrationsOf(build, context, options, out error) is var migrations && error is not null)
            return Failed(error);

        sdk = sdk with { Reference = Pinned(sdk.Reference, options) };
        var plan = new DockerfilePlan(facts, context, choice, Pinned(choice.Image, options), sdk)
        {
            Node = NodeImage.Select(build, context, sdk.IsMusl, options) is { } node
                ? node with { Reference = Pinned(node.Reference, options) }
                : null,
            Migrations = migrations,
            GivenOptions = GivenProperties.Options(build.Given.Kept),
            PackOption = build.Projects.Concat(build.Tests).Any(static project => project.Packs)
                ? " -p:GeneratePackageOnBuild=false"
                : "",
            FeedVariables = FeedVariables(build, context.Directory),
            Container = options.Container,
            RestoresLocked = build.Project.RestoresLocked
                && build.Project.Inputs.Any(static input => input.Kind == BuildInputKind.LockFile),
        };
        if ((AppStart.Refusal(plan) ?? ExposedPorts.Refusal(plan)) is { } reason) return Failed(reason);
        var body = DockerfileWriter.Write(plan);
        var directive = options.Syntax is null ? "" : "# syntax=" + DockerfileText.OneLine(options.Syntax) + "\n";
        return new GeneratedDockerfile
        {
            Dockerfile = GeneratedFileHeader.Mark(directive, body),
            IgnoreFile = IgnoreFileText.Of(context, options.CopyGlobalJson),
            ContextDirectory = context.Directory,
            Reason = string.Join("; ", Reasons(choice, context, sdk, build)),
            Remarks = [.. context.Remarks, .. WorktreeRemarks(context, options)],
        };
    }

    private static IEnumerable<string> WorktreeRemarks(BuildContext context, GenerationOptions options)
    {
        if (options.IsWorktree && context.History is { } history)
        {
            yield return $"{history.Caller}, and here the repository is a worktree or a submodule, whose history lies "
                + "outside of it; build the image in a clone";
        }
    }

    /// <summary>The bundle that is wanted, its project as it is called in the build, its tool with a version.</summary>
    private static MigrationBundle? MigrationsOf(
        BuildFacts build, BuildContext context, GenerationOptions options, out string? error)
    {
        error = null;
        if (options.Migrations is not { } wanted) return null;
        var project = wanted.Project ?? build.Project.Path;
        if (build.Projects.All(known => known.Path != project))
        {
            error = $"the migrations of {ContextPath.FileNameOf(ContextPath.Normalize(project))} are wanted, and the "
                + "image's project does not reference it";
            return null;
        }

        var version = wanted.ToolVersion ?? build.Projects.Select(static known => known.EntityFramework)
            .OfType<string>()
            .OrderByDescending(static text => NuGet.Versioning.VersionRange.Parse(text).MinVersion)
            .FirstOrDefault();
        if (version is null)
        {
            error = "a bundle of migrations is wanted, and neither a manifest of tools names dotnet-ef nor does a "
                + "project reference Microsoft.EntityFrameworkCore with a version";
            return null;
        }

        return new MigrationBundle(
            wanted.Context, ContextPath.Relative(context.Directory, ContextPath.Normalize(project)), version);
    }

    /// <summary>A configuration above the context belongs to one machine, and its variables with it.</summary>
    private static string[] FeedVariables(BuildFacts build, string context) =>
    [
        .. build.Projects.SelectMany(static project => project.FeedVariables)
            .Where(variable => ContextPath.Relative(context, ContextPath.Normalize(variable.File)) is not null)
            .Select(static variable => variable.Name)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(static name => name, StringComparer.Ordinal),
    ];

    // RuntimeIdentifiers says what the project may be built for, and an image is one of it: the usual one where both
    // glibc and musl are listed. Who wants the other names it by ContainerRuntimeIdentifier.
    private static ProjectFacts WithOneLibrary(ProjectFacts facts)
    {
        const string list = "RuntimeIdentifiers";
        var all = facts.List(list);
        if (!facts.RuntimeIdentifiers.SequenceEqual(all)) return facts;
        var glibc = all.Where(static name => RuntimeIdentifier.Parse(name).Libc == Libc.Glibc).ToArray();
        var hasMusl = all.Any(static name => RuntimeIdentifier.Parse(name).Libc == Libc.Musl);
        return hasMusl && glibc.Length > 0 ? facts.With(list, string.Join(";", glibc)) : facts;
    }

    private static IEnumerable<string> Reasons(
        BaseImageChoice choice, BuildContext context, SdkImage sdk, BuildFacts build)
    {
        yield return choice.Reason;
        if (context.WholeBecause is { } whole) yield return $"all of the build context is copied, for {whole}";
        if (context.History is { } history)
            yield return $"the history of git is given to the build, for {history.Caller}";
        if (build.Given.Withheld.Count > 0)
        {
            yield return $"{string.Join(" and ", build.Given.Withheld.Select(Sentence.Show))} of the command line "
                + (build.Given.Withheld.Count == 1 ? "is" : "are")
                + " not kept in the file, for it may be a secret or is no plain word";
        }

        foreach (var missing in UnknownInputs.MissingPrograms(build)) yield return missing;
        if (sdk.Remark is { } remark)
            yield return "the ignore file keeps global.json out of the image; for the same SDK elsewhere: " + remark;
    }

    private static ImageReference Pinned(ImageReference image, GenerationOptions options) =>
        image.Digest is null && options.DigestOf?.Invoke(image) is { } digest ? image.WithDigest(digest) : image;

    private static string NoSdk(ProjectFacts facts, CatalogImage? final) => facts.IsAot
        ? $"no SDK image compiles native code for {final?.Family.Name ?? "this base image"}"
            + (facts.RuntimeIdentifiers.Count > 0 ? " and " + string.Join(" and ", facts.RuntimeIdentifiers) : "")
        : $"no SDK image for .NET {facts.TargetFrameworkVersion!.ToString(2)} is in the catalogue";

    private static GeneratedDockerfile Failed(string error) => new() { Error = error };
}
