using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Builds;

/// <summary>A <c>dotnet</c> command with the stage that runs it.</summary>
/// <param name="stage">The stage.</param>
/// <param name="instruction">The <c>RUN</c>.</param>
/// <param name="command">The command.</param>
internal sealed class StageBuild(StageEvaluation stage, RunInstruction instruction, DotNetCommand command)
{
    private static readonly string[] OutputProperties =
        [KnownProperties.PublishDir, "OutDir", "OutputPath", KnownProperties.ArtifactsPath];

    /// <summary>The stage.</summary>
    public StageEvaluation Stage => stage;

    /// <summary>The <c>RUN</c>.</summary>
    public RunInstruction Instruction => instruction;

    /// <summary>The command.</summary>
    public DotNetCommand Command => command;

    /// <summary>
    /// True when its output goes to a path of the stage, or to somewhere above or below; false when that is not known.
    /// </summary>
    public bool WritesTo(string path)
    {
        if (Command.Output is { } output)
            return output.Value is not null && Meets(ContainerPath.Join(Command.WorkingDirectory, output.Value), path);
        foreach (var property in OutputProperties)
        {
            if (!Command.Properties.TryGetValue(property, out var folder)) continue;
            return folder.Value is not null
                && ProjectFolder is { } project
                && Meets(ContainerPath.Join(project, folder.Value), path);
        }

        // Without a word it writes to bin/, below the folder of the project.
        if (Command.IsBundle || Command.HasUnknownOptions || ProjectFolder is not { } own) return false;
        return ContainerPath.Below(path, own) is not null
            || (ContainerPath.Below(own, path) is { } rest && rest.Split('/').Any(IsOutputName));
    }

    /// <summary>The project, solution or folder it builds, absolute; parts of it may be unknown.</summary>
    public string? Target => Command.Project is { } named
        ? ContainerPath.Join(Command.WorkingDirectory, named)
        : Command.WorkingDirectory;

    /// <summary>The command for a message: <c>'dotnet publish' at line 12</c>.</summary>
    /// <param name="properties">Properties whose words are said too.</param>
    public string Say(params string[] properties) =>
        $"{Sentence.Quote(Command.Say(properties))} at line {Command.Span.Line}";

    /// <summary>True when a property says where the output goes.</summary>
    public bool HasOutputProperty => OutputProperties.Any(property => Command.Properties.ContainsKey(property)
        || Command.Environment.Keys.Contains(property, StringComparer.OrdinalIgnoreCase));

    private static bool Meets(string? folder, string path) => folder is not null && ContainerPath.Meet(folder, path);

    private static bool IsOutputName(string name) => name is "bin" or "artifacts" or "publish";

    /// <summary>The folder of the project, absolute; null when it is not known.</summary>
    public string? ProjectFolder
    {
        get
        {
            if (Target is not { } target) return null;
            var folder = ProjectMatch.IsFile(target) ? ContainerPath.Join(target, "..") : target;
            return folder is not null && CommandWord.IsKnown(folder) ? folder : null;
        }
    }

    /// <summary>The commands of a stage's own instructions, in the order of the file.</summary>
    public static List<StageBuild> In(StageEvaluation stage)
    {
        var found = new List<StageBuild>();
        if (stage.IsReplaced) return found;
        foreach (var instruction in stage.Stage.Instructions)
        {
            if (instruction is not RunInstruction run || stage.ScriptOf(run) is not { } script) continue;
            var state = stage.StateBefore(run);
            // A known image that sets no folder starts in the root.
            var directory = StageFolder.Of(state.WorkingDirectory, stage);
            if (directory is not null) directory = ContainerPath.Join(null, directory);
            foreach (var command in DotNetCommands.Of(script, () => VariablesOf(state), directory))
                found.Add(new StageBuild(stage, run, command));
        }

        return found;
    }

    /// <summary>
    /// The variables of a <c>RUN</c>: an <c>ARG</c> without a value may have any, and MSBuild reads it as a property.
    /// </summary>
    private static OverlaidVariables VariablesOf(StageState state)
    {
        var variables = new OverlaidVariables(state.Variables);
        foreach (var name in state.OpenArguments) variables[name] = CommandWord.Unknown.ToString();
        return variables;
    }
}
