using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Text;

namespace DockerGuard.Generation;

/// <summary>
/// In what a Dockerfile differs from the one that would be generated. No value of an ENV or a LABEL is told, for it may
/// be a secret.
/// </summary>
public sealed class DockerfileDifferences
{
    private readonly List<DockerfileDifference> _all = [];
    private readonly BuildEvaluation _found;
    private readonly BuildEvaluation _wanted;
    private readonly GeneratedDockerfile _generated;

    private DockerfileDifferences(BuildEvaluation found, BuildEvaluation wanted, GeneratedDockerfile generated)
    {
        _found = found;
        _wanted = wanted;
        _generated = generated;
    }

    /// <summary>The differences that can be named, in the order of a build; layout has no name.</summary>
    /// <param name="text">The Dockerfile there is.</param>
    /// <param name="generated">What would be generated.</param>
    /// <param name="build">What the project's build reads: why a file is copied.</param>
    public static IReadOnlyList<DockerfileDifference> Between(
        string text, GeneratedDockerfile generated, BuildFacts build)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        if (generated is null) throw new ArgumentNullException(nameof(generated));
        if (build is null) throw new ArgumentNullException(nameof(build));
        // What is the team's own differs by their will.
        text = CustomRegions.Take(text)?.Rest ?? text;
        var differences = new DockerfileDifferences(Evaluate(text), Evaluate(generated.Dockerfile), generated);
        differences._all.AddRange(
            CopyDifferences.Between(differences._found, differences._wanted, generated.ContextDirectory, build));
        differences.CompareStages();
        if (differences._found.Final is { } final) differences.CompareImage(final, differences._wanted.Final!);
        return differences._all;
    }

    private static BuildEvaluation Evaluate(string text) => BuildEvaluation.Evaluate(
        Dockerfile.Parse(text), new BuildOptions { ResolveBase = ImageCatalog.Default.BaseResolver(new([])) });

    private void CompareStages()
    {
        var (found, wanted) = (BuildStage(_found), BuildStage(_wanted)!);
        if (found is null)
        {
            Add(
                DifferenceWeight.Image,
                "the app is built in the Dockerfile now",
                "no stage runs dotnet; generation builds the app in a stage of its own, so that an image never holds "
                    + "what a machine happens to have built");
            return;
        }

        Compare(
            DifferenceWeight.Image,
            "SDK image",
            ImageOf(_found, found),
            ImageOf(_wanted, wanted),
            "its tag names one SDK build");
        foreach (var command in new[] { "dotnet restore", "dotnet publish" })
            CompareRun(command, Run(found, command), Run(wanted, command));
    }

    private void CompareRun(string command, RunInstruction? found, RunInstruction? wanted)
    {
        if (wanted is null || Words(found) == Words(wanted)) return;
        var text = Sentence.Quote(DockerfileText.OneLine((wanted.CommandText ?? "").Replace("\\\n", " ")));
        var why = command == "dotnet restore"
            ? "packages are restored again only when what restore reads has changed"
            : "it builds for the processor the image is for, and leaves out what only developers need";
        Add(DifferenceWeight.Build, $"{command} has other options", found is null
            ? $"no RUN runs {command}; generation runs {text}, for {why}"
            : $"{command} is run otherwise; generation runs {text}, for {why}");
        if (found is not null && Mounts(found) != Mounts(wanted))
        {
            Add(
                DifferenceWeight.Build,
                $"{command} has other mounts",
                $"{command} has other mounts; generation gives it {Mounts(wanted)}, so that downloads are kept and no "
                    + "credential is");
        }
    }

    private void CompareImage(StageEvaluation found, StageEvaluation wanted)
    {
        Compare(
            DifferenceWeight.Image,
            "base image",
            ImageOf(_found, found.Stage),
            ImageOf(_wanted, wanted.Stage),
            _generated.Reason.Length > 0 ? _generated.Reason : "it is the smallest that runs the app");
        Compare(
            DifferenceWeight.App,
            "user",
            found.User?.Value,
            wanted.User?.Value,
            "it has no rights over the app's files, and a number can be verified not to be root");
        Compare(
            DifferenceWeight.App,
            "working directory",
            found.WorkingDirectory?.Value,
            wanted.WorkingDirectory?.Value,
            "the app lies there");
        Compare(
            DifferenceWeight.App,
            "list of ports",
            Joined(found.ExposedPorts.Select(static port => port.Value)),
            Joined(wanted.ExposedPorts.Select(static port => port.Value)),
            "the app listens there");
        ComparePairs(DifferenceWeight.App, "ENV", found.Environment, wanted.Environment, "the project asks for it");
        ComparePairs(DifferenceWeight.Detail, "LABEL", found.Labels, wanted.Labels, "an SDK publish sets it too");
        Compare(
            DifferenceWeight.App,
            "ENTRYPOINT",
            Exec(found.Entrypoint),
            Exec(wanted.Entrypoint),
            "it starts what the publish makes");
        Compare(DifferenceWeight.App, "CMD", Exec(found.Cmd), Exec(wanted.Cmd), "the project says so");
    }

    private void ComparePairs(
        DifferenceWeight weight,
        string keyword,
        IReadOnlyList<Setting<NamedValue>> found,
        IReadOnlyList<Setting<NamedValue>> wanted,
        string why)
    {
        Setting<NamedValue>? Known(Setting<NamedValue> setting) =>
            found.FirstOrDefault(other => other.Value.Key == setting.Value.Key);
        // What a base image sets comes and goes with it.
        var set = wanted.Where(static setting => setting.Instruction is not null).ToList();
        var missing = set.Where(setting => Known(setting) is null).Select(Name).ToList();
        // One line for all that is missing; each is a reason of its own why a file is out of date.
        var advice = missing.Count == 1
            ? $"{keyword} {missing[0]} is not set; generation sets it, for {why}"
            : $"{keyword} {string.Join(", ", missing)} are not set; generation sets them, for {why}";
        foreach (var name in missing) Add(weight, $"{keyword} {name} is set now", advice);
        foreach (var setting in set)
        {
            if (Known(setting) is not { } known || known.Value.Value == setting.Value.Value) continue;
            var name = Name(setting);
            Add(weight, $"{keyword} {name} has another value now", $"{keyword} {name} has not the project's value");
        }

        foreach (var setting in found.Where(static setting => setting.Instruction is not null))
        {
            if (wanted.Any(other => other.Value.Key == setting.Value.Key)) continue;
            var name = Name(setting);
            Add(
                weight,
                $"{keyword} {name} is set no more",
                $"{keyword} {name} is set, and nothing in the project says so");
        }
    }

    private static string Name(Setting<NamedValue> setting) => Sentence.Show(setting.Value.Key);

    private void Compare(DifferenceWeight weight, string topic, string? found, string? wanted, string why)
    {
        if (found == wanted) return;
        if (wanted is null)
        {
            Add(weight, $"there is no {topic} any more", $"the {topic} is {Shown(found)}; generation sets none");
            return;
        }

        Add(weight, $"the {topic} is {Shown(wanted)} now", found is null
            ? $"no {topic} is set; generation sets {Shown(wanted)}, for {why}"
            : $"the {topic} is {Shown(found)}; generation takes {Shown(wanted)}, for {why}");
    }

    private void Add(DifferenceWeight weight, string since, string advice) =>
        _all.Add(new DockerfileDifference(weight, since, advice));

    /// <summary>The stage the app is built in; null where none is.</summary>
    private static Stage? BuildStage(BuildEvaluation file) => file.Stages.Select(static stage => stage.Stage)
        .FirstOrDefault(static stage => Run(stage, "dotnet publish") is not null)
        ?? file.Stages.Select(static stage => stage.Stage)
            .FirstOrDefault(static stage => Run(stage, "dotnet ") is not null);

    private static RunInstruction? Run(Stage stage, string command) =>
        stage.Instructions.OfType<RunInstruction>()
            .FirstOrDefault(run => run.CommandText?.IndexOf(command, StringComparison.Ordinal) >= 0);

    private static string ImageOf(BuildEvaluation file, Stage stage) =>
        file[file[stage].ExternalFrom.Stage!].ImageName;

    private static string Words(RunInstruction? run) =>
        DockerfileText.OneLine((run?.CommandText ?? "").Replace("\\\r\n", " ").Replace("\\\n", " "));

    private static string Mounts(RunInstruction run) =>
        Joined(run.Flags.Select(static flag => flag.Value ?? "")) ?? "none";

    private static string? Joined(IEnumerable<string> values) =>
        string.Join(" ", values.OrderBy(static value => value, StringComparer.Ordinal)) is { Length: > 0 } text
            ? text
            : null;

    private static string? Exec(Setting<IReadOnlyList<string>>? command) =>
        command is { Value.Count: > 0 } ? DockerfileText.ExecForm([.. command.Value]) : null;

    private static string Shown(string? value) => Sentence.Show(value ?? "none");
}
