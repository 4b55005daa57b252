using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Project;
using DockerGuard.Peers;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Tests.Support;

/// <summary>A Dockerfile with what its head comments say about policy, project and build.</summary>
/// <remarks>
/// <c># policy: trusted=mcr.microsoft.com,ghcr.io; required=a,b; schema=url:url; strict-labels=true;
/// profile=strict; on=DG5031; today=2026-11-10</c>, <c># ignorefile: bin, obj/</c>,
/// <c># project: TargetFramework=net10.0; RuntimeIdentifiers=linux-x64,linux-arm64</c> and
/// <c># build: target=final; VERSION=10.0</c> may stand among the comments before the first instruction. A comma is a
/// list's divider. <c># reads: Project=src/Lib/Lib.csproj; Item:Compile=shared/A.cs</c> is what the build of the
/// project reads, from <c>/repository</c>; an <c>Analyzer</c> is a project too, and
/// <c>Project:src/Lib/Lib.csproj=src/Core/Core.csproj</c> is referenced by another one.
/// A <c>Source</c> is one of its own sources, or, as above, of another project.
/// What is read as <c>Solution</c> is one that holds the project, and nothing of the build; a <c>Listing</c> is one
/// that holds it and does not build it.
/// With <c># sdk: 10.0.100 latestFeature</c> there is a <c>global.json</c> that pins it.
/// <c># runs: Publish:PublishSpa:SkipNpm=npm ci</c> is a command that a target of the project runs in every publish,
/// unless that property is set; <c>copy shared/a.txt</c> is a file that it copies, and
/// <c>script eng/a.sh</c> one that it runs.
/// <c># holds: .git/HEAD=; src/Web/packages.lock.json=net10.0 net10.0/linux-x64</c> are
/// further files of the context, a lock file with its sections; <c># restores: locked</c> says so of the project.
/// <c># decides: UseLib, TargetFramework</c> are the properties that decide about it. The image is built there, or with
/// <c># context: src</c> in that folder of it, which holds what is read and nothing else that anybody asks for;
/// behind <c>inferred</c> nobody says that it is that folder, and the file must tell.
/// <c># release: PublishAot=true</c> is what a project that is built as <c># project: Configuration=Debug</c> says as
/// <c>Release</c>.
/// </remarks>
internal sealed class LintCase
{
    public const string Path = Root + "Dockerfile";

    private const string Root = "/repository/", Copy = "copy ", Script = "script ", Inferred = " inferred";

    /// <summary>Twelve days after .NET 8 and 9 went out of support.</summary>
    public static readonly DateTime Today = new(2026, 11, 22);

    private LintCase(
        Dockerfile dockerfile,
        Dictionary<string, string> policy,
        Dictionary<string, string>? project,
        Dictionary<string, string> build,
        List<KeyValuePair<string, string>> reads,
        Dictionary<string, string> release,
        string[] decides,
        string? context,
        string[] sdk,
        List<KeyValuePair<string, string>> runs,
        List<KeyValuePair<string, string>> holds,
        bool isLocked,
        IgnoreFile? ignoreFile)
    {
        Dockerfile = dockerfile;
        var settings = new RuleSettings
        {
            Profile = policy.GetValueOrDefault("profile", Profiles.Recommended),
            Registries = new RegistrySettings { Trusted = List(policy, "trusted") },
            Labels = new LabelSettings
            {
                Required = List(policy, "required"),
                Schema = List(policy, "schema").Select(entry => entry.Split(':'))
                    .ToDictionary(entry => entry[0], entry => Enum.Parse<LabelType>(entry[1], ignoreCase: true)),
                IsStrict = policy.GetValueOrDefault("strict-labels") == "true",
            },
            Severities = List(policy, "on").ToDictionary(id => id, _ => Severity.Warning),
            Today = policy.TryGetValue("today", out var today)
                ? DateTime.ParseExact(today, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                : Today,
        };
        build.Remove("target", out var target);
        Request = new LintRequest(dockerfile, Path, settings, RuleSets.Of(settings.Profile))
        {
            Project = project is null
                ? null
                : ProjectFacts.From(project.ToDictionary(pair => pair.Key, pair => pair.Value.Replace(',', ';'))),
            Target = target,
            BuildArguments = build,
            IgnoreFile = ignoreFile,
            Build = reads.Count + release.Count + runs.Count + holds.Count == 0
                ? null
                : new KnownBuild(
                    reads.Count + runs.Count + holds.Count == 0
                        ? null
                        : BuildOf(project!["MSBuildProjectFullPath"], reads, decides, runs, isLocked),
                    [.. release.Select(pair => ConfigurationValue.Of(
                        pair.Key, project!.GetValueOrDefault(pair.Key, ""), pair.Value.Replace(',', ';')))]),
            Context = reads.Count > 0 || context is not null
                ? ContextOf(context ?? ".", project!, reads, sdk, holds, ignoreFile)
                : null,
            ForeignCheckers = [new UnassignedChecker()],
        };
    }

    public Dockerfile Dockerfile { get; }

    public LintRequest Request { get; }

    public static LintCase Parse(byte[] bytes) => Parse(Dockerfile.Parse(bytes));

    public static LintCase Parse(string text) => Parse(Dockerfile.Parse(text));

    public IReadOnlyList<Diagnostic> Lint() => FileCheck.Run(Request).Findings;

    private static LintCase Parse(Dockerfile dockerfile)
    {
        Dictionary<string, string> policy = [], project = [], build = [], release = [];
        var hasProject = false;
        List<KeyValuePair<string, string>> reads = [], runs = [], holds = [];
        var isLocked = false;
        string[] decides = [];
        string? context = null;
        string[] sdk = [];
        IgnoreFile? ignoreFile = null;
        foreach (var line in dockerfile.Text.Split('\n')
            .Select(line => line.Trim('\r', ' ', '\uFEFF'))
            .TakeWhile(line => line.Length == 0 || line[0] == '#'))
        {
            Read(line, "# policy:", policy);
            Read(line, "# build:", build);
            hasProject |= Read(line, "# project:", project);
            Read(line, "# release:", release);
            Read(line, "# reads:", (name, path) => reads.Add(new(name, Root + path)));
            Read(line, "# runs:", (name, command) => runs.Add(new(name, command)));
            Read(line, "# holds:", (path, text) => holds.Add(new(Root + path, text)));
            isLocked |= line == "# restores: locked";
            const string deciding = "# decides:";
            if (line.StartsWith(deciding, StringComparison.Ordinal))
                decides = line[deciding.Length..].Split(',', StringSplitOptions.TrimEntries);
            const string pinned = "# sdk:";
            if (line.StartsWith(pinned, StringComparison.Ordinal)) sdk = line[pinned.Length..].Trim().Split(' ');
            const string folder = "# context:";
            if (line.StartsWith(folder, StringComparison.Ordinal)) context = line[folder.Length..].Trim();
            const string ignore = "# ignorefile:";
            if (line.StartsWith(ignore, StringComparison.Ordinal))
            {
                ignoreFile = IgnoreFile.Parse(
                    string.Join('\n', line[ignore.Length..].Split(',', StringSplitOptions.TrimEntries)));
            }
        }

        var unknown =
            policy.Keys.Except(["profile", "trusted", "required", "schema", "strict-labels", "on", "today"]).ToList();
        if (unknown.Count > 0) throw new FormatException($"'# policy:' has no {string.Join(", ", unknown)}");
        return new LintCase(
            dockerfile, policy, hasProject ? project : null, build, reads, release, decides, context, sdk, runs, holds,
            isLocked, ignoreFile);
    }

    private sealed record KnownBuild(BuildFacts? Facts, IReadOnlyList<ConfigurationValue> Release) : IBuildReader
    {
        public IReadOnlyList<ConfigurationValue>? ValuesIn(string configuration) =>
            configuration == "Release" ? Release : null;
    }

    private static BuildFacts BuildOf(
        string project,
        List<KeyValuePair<string, string>> reads,
        string[] decides,
        List<KeyValuePair<string, string>> runs,
        bool isLocked)
    {
        var links = reads.Select(pair => (Kind: pair.Key.Split(':'), pair.Value))
            .Where(pair => pair.Kind[0] is "Project" or "Analyzer")
            .ToLookup(
                pair => pair.Kind.Length > 1 ? Root + pair.Kind[1] : project,
                pair => new ProjectLink(pair.Value, pair.Kind[0] == "Analyzer", pair.Kind[0] == "Project"));
        var inputs = reads.Select(pair => (Kind: pair.Key.Split(':'), Path: pair.Value))
            .Where(pair => pair.Kind[0] is not ("Project" or "Analyzer" or "Solution" or "Listing" or "Source"))
            .Select(pair => new BuildInput(
                Enum.Parse<BuildInputKind>(pair.Kind[0]), pair.Path, pair.Kind.Length > 1 ? pair.Kind[1] : "")
            {
                NamedBy = pair.Kind.Length > 2 ? Root + pair.Kind[2] : "",
            })
            .ToList();
        return new BuildFacts
        {
            RepositoryRoot = Root.TrimEnd('/'),
            Projects =
            [
                new ProjectInputs(project)
                {
                    Inputs = inputs,
                    References = [.. links[project]],
                    DecidingProperties = decides,
                    Programs =
                    [
                        .. runs.Where(static pair => !IsOfFile(pair.Value))
                            .Select(pair => CallOf(project, pair.Key.Split(':'), pair.Value)),
                    ],
                    TargetFiles =
                    [
                        .. runs.Where(static pair => IsOfFile(pair.Value))
                            .Select(pair => FileOf(pair.Key.Split(':'), pair.Value)),
                    ],
                    RestoresLocked = isLocked,
                    OwnSource = SourceOf(project),
                },
                .. links.SelectMany(static group => group)
                    .Select(link => new ProjectInputs(link.Path)
                    {
                        References = [.. links[link.Path]],
                        OwnSource = SourceOf(link.Path),
                    }),
            ],
        };

        string? SourceOf(string path) => reads.Where(pair => pair.Key.Split(':')[0] == "Source")
            .Where(pair => (pair.Key.Split(':') is [_, var of] ? Root + of : project) == path)
            .Select(pair => pair.Value)
            .FirstOrDefault();
    }

    private static bool IsOfFile(string command) =>
        command.StartsWith(Copy, StringComparison.Ordinal) || IsScript(command);

    private static bool IsScript(string command) => command.StartsWith(Script, StringComparison.Ordinal);

    private static TargetFile FileOf(string[] name, string command) =>
        new(
            Root + command[(command.IndexOf(' ', StringComparison.Ordinal) + 1)..],
            name[1],
            Enum.Parse<ProgramMoment>(name[0]),
            name.Length > 2 ? name[2] : "")
        {
            IsScript = IsScript(command),
        };

    private static ProgramCall CallOf(string project, string[] name, string command) =>
        new(command.Split(' ')[0], command, name[1], project, Root)
        {
            Moment = Enum.Parse<ProgramMoment>(name[0]),
            DecidedBy = name.Length > 2 ? name[2] : "",
        };

    private static string LockOf(string sections) =>
        $$"""{ "version": 1, "dependencies": { {{string.Join(", ", sections.Split(' ').Select(
            static name => $$"""
                "{{name}}": { "Some.Package": { "contentHash": "5K+9/Vg==" } }
                """))}} } }""";

    private static ContextFolder ContextOf(
        string folder,
        Dictionary<string, string> project,
        List<KeyValuePair<string, string>> reads,
        string[] sdk,
        List<KeyValuePair<string, string>> holds,
        IgnoreFile? ignoreFile)
    {
        const string pins = Root + "global.json";
        var files = reads.Select(pair => pair.Value).Append(project["MSBuildProjectFullPath"]).ToList();
        if (sdk.Length > 0) files.Add(pins);
        files.AddRange(holds.Select(static pair => pair.Key));
        var rule = sdk.Length > 1 ? $", \"rollForward\": \"{sdk[1]}\"" : "";
        var isGiven = !folder.EndsWith(Inferred, StringComparison.Ordinal);
        if (!isGiven) folder = folder[..^Inferred.Length];
        var root = (Root + folder).TrimEnd('/', '.');
        return new ContextFolder(
            root,
            path => files.Exists(file => file == path || file.StartsWith(path + "/", StringComparison.Ordinal)),
            path =>
            [
                .. files.Where(file => file.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal))
                    .Select(file => file[(path.TrimEnd('/').Length + 1)..])
                    .Where(static name => !name.Contains('/')),
            ],
            path => path == pins && sdk.Length > 0 ? $$"""{ "sdk": { "version": "{{sdk[0]}}"{{rule}} } }"""
                : reads.Find(pair => pair.Value == path).Key is { } kind && (kind is "Solution" or "Listing")
                ? SolutionOf(path, project["MSBuildProjectFullPath"], kind == "Solution")
                : holds.Find(pair => pair.Key == path) is { Key: not null } held
                ? path.EndsWith(".gitmodules", StringComparison.Ordinal) ? "path = " + held.Value
                : path.EndsWith(".gitignore", StringComparison.Ordinal) ? held.Value.Replace(' ', '\n')
                : LockOf(held.Value)
                : null,
            ignoreFile)
        {
            IsGiven = isGiven,
        };
    }

    private static string SolutionOf(string path, string project, bool isBuilt)
    {
        var name = System.IO.Path.GetRelativePath(System.IO.Path.GetDirectoryName(path)!, project);
        if (path.EndsWith('x'))
        {
            var build = isBuilt ? "" : """<Build Project="false" />""";
            return $"""<Solution><Project Path="{name}">{build}</Project></Solution>""";
        }

        const string id = "{8A2C5E61-0000-4000-8000-000000000001}";
        return $"""
            Project("{id}") = "Web", "{name.Replace('/', '\\')}", "{id}"
            EndProject
                {id}.Release|Any CPU.ActiveCfg = Release|Any CPU
                {(isBuilt ? id + ".Release|Any CPU.Build.0 = Release|Any CPU" : "")}
            """;
    }

    private static bool Read(string line, string head, Dictionary<string, string> values) =>
        Read(line, head, values.Add);

    private static bool Read(string line, string head, Action<string, string> add)
    {
        if (!line.StartsWith(head, StringComparison.Ordinal)) return false;
        foreach (var part in line[head.Length..]
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            if (equals <= 0) throw new FormatException($"'{part}' in '{line}' is not name=value");
            add(part[..equals], part[(equals + 1)..]);
        }

        return true;
    }

    private static List<string> List(Dictionary<string, string> policy, string name) =>
        [.. policy.GetValueOrDefault(name, "").Split(',', StringSplitOptions.RemoveEmptyEntries)];
}
