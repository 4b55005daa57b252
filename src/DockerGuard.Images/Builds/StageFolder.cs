using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>The folder in which a stage works.</summary>
internal static class StageFolder
{
    private const string Root = "/";

    /// <summary>The folder an instruction is run in, absolute; null where that is not known.</summary>
    public static string? Before(Instruction instruction, StageEvaluation stage) =>
        Of(stage.StateBefore(instruction).WorkingDirectory, stage);

    /// <summary>
    /// The same from a WORKDIR as it stands: a relative one starts where the base image works, and of the images that
    /// are known to say nothing of it that is the root.
    /// </summary>
    public static string? Of(string? workingDirectory, StageEvaluation stage) =>
        workingDirectory is not null && PathNames.IsRooted(workingDirectory) ? workingDirectory
        : stage.Base is null ? null
        : workingDirectory is null ? Root
        : PathNames.Join(Root, workingDirectory);
}
