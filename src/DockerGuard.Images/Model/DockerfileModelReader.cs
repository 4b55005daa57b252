using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Words;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Files;

namespace DockerGuard.Images.Model;

/// <summary>Reads the model of an image from the evaluation of its Dockerfile.</summary>
internal sealed class DockerfileModelReader(
    string path, BuildEvaluation evaluation, ImageCatalog catalog, RegistryMirrors mirrors)
{
    private HashSet<string>? _stageNames;
    private ShippedBuilds? _builds;

    /// <summary>What a Dockerfile of .NET says somewhere.</summary>
    private static readonly string[] DotNetWords = ["dotnet", "aspnet", ".dll", ".csproj", ".fsproj", ".vbproj"];

    private static readonly string[] ProgramEnds = [".dll", ".exe"];

    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>The build argument that names another frontend than the file.</summary>
    private const string SyntaxArgument = "BUILDKIT_SYNTAX";

    public ImageModel Read(
        ProjectFacts? project, Origin? buildOrigin, ContextFolder? context, IBuildReader? build)
    {
        var used = UsedImages();
        var frontends = Frontends(buildOrigin ?? Origin.StartOf(path));
        if (evaluation.Final is not { } final)
        {
            return new ImageModel
            {
                UsedImages = used,
                Frontends = frontends,
                FixOrigin = Origin.StartOf(path),
                Project = project,
            };
        }

        return new ImageModel
        {
            Frontends = frontends,
            Base = used.FirstOrDefault(static image => image.IsFinalBase),
            UsedImages = used,
            User = UserOf(final),
            Environment = Pairs(final.Environment, static pair => new EnvironmentVariable(pair.Key, pair.Value)),
            ReadLabels = () => Pairs(final.Labels, static pair => new ImageLabel(pair.Key, pair.Value)),
            Ports = PortsOf(final),
            Volumes = [.. final.Volumes.Select(volume => Known(volume)!)],
            Entrypoint = Known(final.Entrypoint),
            Cmd = Known(final.Cmd),
            WorkingDirectory = Known(final.WorkingDirectory),
            Healthcheck = Known(final.Healthcheck),
            FixOrigin = At(ImageSpan(final.Stage.From)),
            Project = project,
            ReadApp = project is null ? null : () => AppReader.Read(
                path, evaluation, catalog, mirrors, project, context, build, Builds),
            ReadIsForeign = project is null ? null : () => IsForeign(project, used, final),
            ReadAdded = () => AddedSoftwareReader.Read(final),
            ReadMissingSdks = new MissingSdkReader(path, evaluation, catalog, mirrors).Read,
            ReadMissingTools = () => MissingTools(build),
            ReadMissingCommands = () => new MissingCommandReader(path, evaluation, Images).Read(),
            ReadSkippedSteps = () => new SkippedStepReader(
                path, evaluation, project, context?.IgnoreFile, Builds, Images).Read(),
            ReadMissingProjects = context is null
                ? null
                : () => new MissingProjectReader(
                    path, evaluation, context, Builds, Images).Read(),
            ReadMissingSources = context is null
                ? null
                : () => new MissingSourceReader(path, evaluation, context).Read(),
            TargetFrameworks = project?.TargetFrameworkVersions ?? [],
        };
    }

    /// <summary>The commands of the stages, which several readers ask for.</summary>
    private ShippedBuilds Builds => _builds ??= new ShippedBuilds(evaluation);

    private StageImages Images => new(evaluation, catalog, mirrors);

    private List<MissingProgram> MissingTools(IBuildReader? build)
    {
        var missing = new List<MissingProgram>();
        missing.AddRange(new MissingToolReader(path, evaluation, catalog, mirrors, build).Read());
        missing.AddRange(new MissingNodeReader(path, evaluation, Images).Read());
        return missing;
    }

    private bool IsForeign(ProjectFacts project, List<UsedImage> used, StageEvaluation final) =>
        project.ProjectDirectory.Length > 0
            && !AbsolutePath.IsWithin(project.ProjectDirectory, path)
            && !used.Exists(static image => image.Catalog is not null)
            && !Array.Exists(DotNetWords, Says)
            && !Starts(final.Entrypoint, project.AssemblyName)
            && !Starts(final.Cmd, project.AssemblyName);

    private bool Says(string word) => evaluation.File.Text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool Starts(Setting<IReadOnlyList<string>>? words, string assembly) =>
        assembly.Length > 0
            && words?.Value.SelectMany(static word => word.Split(Blanks)).Any(word => IsOf(assembly, word)) == true;

    /// <summary>Whether a word of a command is a program of an assembly, by whatever path.</summary>
    private static bool IsOf(string assembly, string word)
    {
        var name = ContainerPath.Name(word.Trim('"', '\'').Replace('\\', '/'));
        return name.Equals(assembly, StringComparison.OrdinalIgnoreCase)
            || ProgramEnds.Any(end => name.Equals(assembly + end, StringComparison.OrdinalIgnoreCase));
    }

    private List<UsedImage> UsedImages()
    {
        var images = new List<UsedImage>();
        foreach (var stage in evaluation.Stages)
        {
            if (stage.BaseStage is null && !stage.IsScratch && stage.Stage.From.Image is { } word)
                images.Add(BaseOf(stage, word));
            foreach (var source in stage.Sources)
                if (source.Stage is null && NamesAnImage(source)) images.Add(SourceOf(stage, source));
        }

        return images;
    }

    /// <summary>
    /// The argument takes the place of the directive, which is there all the same for whoever builds without it.
    /// </summary>
    private List<UsedImage> Frontends(Origin buildOrigin)
    {
        var images = new List<UsedImage>();
        if (evaluation.File.SyntaxImage is { Image.Length: > 0 } syntax)
            images.Add(FrontendOf(syntax.Image, At(syntax.Span)));
        if (evaluation.Options.BuildArguments.TryGetValue(SyntaxArgument, out var given)
            && given.Trim().Split(' ')[0] is { Length: > 0 } name)
        {
            images.Add(FrontendOf(name, buildOrigin));
        }

        return images;
    }

    private static UsedImage FrontendOf(string name, Origin origin)
    {
        var reference = Reference(name);
        return new UsedImage
        {
            Reference = reference,
            Written = name,
            Origin = origin,
            IsBase = false,
            Problem = reference is null ? ImageReference.Problem(name) : null,
        };
    }

    private UsedImage BaseOf(StageEvaluation stage, Word word)
    {
        var isOpen = stage.UnresolvedVariable is not null;
        var reference = isOpen ? null : Reference(stage.ImageName);
        return new UsedImage
        {
            Reference = reference,
            Written = word.Text,
            Origin = At(word.Span),
            IsFinalBase = evaluation.Final is not null
                && ReferenceEquals(evaluation.Final.ExternalFrom, stage.Stage.From),
            IsReachable = evaluation.IsReachable(stage.Stage),
            StageName = stage.Stage.Name,
            Catalog = reference is null ? null : catalog.Find(reference, mirrors),
            Problem = isOpen || reference is not null ? null : ProblemOf(stage.ImageName),
            HasUnresolvedVariable = isOpen,
        };
    }

    private UsedImage SourceOf(StageEvaluation stage, StageSource source)
    {
        // BuildKit refuses a variable there, podman and buildah take its value.
        var hasVariable = HasVariable(source.Name);
        var name = hasVariable ? stage.Expand(source.Name, source.Instruction) : source.Name;
        var reference = StageNames.Contains(name) ? null : Reference(name);
        return new UsedImage
        {
            Reference = reference,
            Written = source.Name,
            Origin = At(source.Span),
            IsReachable = evaluation.IsReachable(stage.Stage),
            IsBase = false,
            StageMeant = evaluation.StageMeantBy(source.Name),
            StageName = stage.Stage.Name,
            Catalog = reference is null ? null : catalog.Find(reference, mirrors),
            Problem = reference is null ? ProblemOf(source.Name) : null,
            HasUnresolvedVariable = hasVariable && reference is null,
        };
    }

    /// <summary>
    /// A dollar sign that is left is a variable that demands a value (<c>${name:?message}</c>): until somebody gives
    /// one, there is no name to judge, and no build either.
    /// </summary>
    private static string? ProblemOf(string name) =>
        name.Length == 0 || HasVariable(name) ? null : ImageReference.Problem(name);

    private static bool HasVariable(string name) => name.IndexOf('$') >= 0;

    // A number, a later stage or one of BuildKit's own names is not an image, even where it is a mistake.
    private bool NamesAnImage(StageSource source) =>
        source.Name is not ("scratch" or "context")
        && !source.Name.TrimStart('+', '-').All(char.IsDigit)
        && !StageNames.Contains(source.Name);

    private HashSet<string> StageNames => _stageNames ??= new(
        evaluation.Stages.Select(static stage => stage.Stage.Name).OfType<string>(), StringComparer.OrdinalIgnoreCase);

    private Known<string>? UserOf(StageEvaluation final)
    {
        // An empty USER takes back what the base says. Of a base nobody knows, a variable may come that fills it.
        var mayBeFilled = final.Base is null && final.User?.Instruction is UserInstruction { User.HasVariables: true };
        if (final.User is { } user && (user.Value.Length > 0 || !mayBeFilled)) return Known(user);
        return final.Base is null
            ? null
            : new Known<string>("root", At(ImageSpan(final.ExternalFrom)), IsInherited: true);
    }

    private List<Known<ContainerPort>> PortsOf(StageEvaluation final)
    {
        var ports = new List<Known<ContainerPort>>();
        foreach (var setting in final.ExposedPorts)
        {
            if (ContainerPort.TryParse(setting.Value) is { } port)
                ports.Add(new Known<ContainerPort>(port, At(setting.Span), setting.Instruction is null));
        }

        return ports;
    }

    private Known<T>[] Pairs<T>(
        IReadOnlyList<Setting<NamedValue>> settings, Func<NamedValue, T> convert) =>
        [
            .. settings.Select(
                setting => new Known<T>(convert(setting.Value), At(setting.Span), setting.Instruction is null)
                {
                    Written = Written(setting),
                })];

    private WrittenPair? Written(Setting<NamedValue> setting) =>
        setting is { Pair: { } pair, Instruction: { Stage: not null } instruction }
            ? new WrittenPair(
                path, pair, pair.Value?.HasVariables == true ? () => IsIncomplete(pair, instruction) : null)
            : null;

    private bool IsIncomplete(KeyValue pair, Instruction instruction) =>
        Expansion.Expand(
            pair.Value!.Text,
            evaluation[instruction.Stage!].StateBefore(instruction).Variables,
            evaluation.File.EscapeCharacter).Missing.Count > 0;

    private Known<T>? Known<T>(Setting<T>? setting) =>
        setting is null ? null : new Known<T>(setting.Value, At(setting.Span), setting.Instruction is null);

    private FileOrigin At(SourceSpan span) => new(path, span);

    private static SourceSpan ImageSpan(FromInstruction from) => from.Image?.Span ?? from.Span;

    private static ImageReference? Reference(string name) =>
        ImageReference.TryParse(name, out var reference) ? reference : null;
}
