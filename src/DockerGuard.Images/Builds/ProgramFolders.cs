using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>The folders in which a program is looked for by its name, and what may put one there.</summary>
internal static class ProgramFolders
{
    private static readonly string[] Folders =
        ["/bin", "/sbin", "/usr/bin", "/usr/local/bin", "/usr/local/sbin", "/usr/sbin"];

    private static readonly string[] Managers =
        ["apk", "apt", "apt-get", "aptitude", "dnf", "microdnf", "tdnf", "yum", "zypper"];

    private static readonly string[] Installing = ["add", "install"];

    /// <summary>Packages that bring data, and no program that another one would need.</summary>
    private static readonly string[] Data = ["ca-certificates", "fontconfig", "locales", "openssl", "tzdata"];

    /// <summary>How packages of libraries and fonts begin.</summary>
    private static readonly string[] Libraries = ["fonts-", "icu-", "lib", "ttf-"];

    private const StringComparison Ordinal = StringComparison.Ordinal;

    /// <summary>True for a program that is looked for by its name, or by a path into one of the folders.</summary>
    public static bool Has(string program) =>
        program.IndexOf('/') < 0
            ? program.IndexOf('\\') < 0
            : Array.IndexOf(Folders, ContainerPath.Join(null, program) is { } path
                ? path.Substring(0, path.LastIndexOf('/')) : "") >= 0;

    /// <summary>True when a copy may put a program into one of the folders.</summary>
    public static bool MayBring(TransferInstruction transfer, StageEvaluation stage) =>
        CopiedPath.HasOpenDestination(transfer, stage)
            || MeetsAny(ContainerPath.Join(
                StageFolder.Before(transfer, stage), stage.Expand(DestinationOf(transfer), transfer)));

    /// <summary>True when a folder that is mounted may bring a program, or hide one.</summary>
    public static bool MayMount(RunInstruction run, StageEvaluation stage) =>
        run.Mounts.Any(mount => mount.Type is not ("secret" or "ssh")
            && (mount.From is { Length: > 0 }
                || mount.Target is not { } target
                || MeetsAny(ContainerPath.Join(StageFolder.Before(run, stage), stage.Expand(target, run)))));

    /// <summary>True unless nothing that a script does can put a program there, by packages or otherwise.</summary>
    public static bool MayBring(string program, RunInstruction run, StageEvaluation stage)
    {
        if (run.ToString().IndexOf(program, Ordinal) >= 0 || MayMount(run, stage)) return true;
        if (stage.ScriptOf(run) is not { } script) return true;
        return script.Find(Managers).Any(InstallsPrograms)
            || !Array.TrueForAll(Folders, folder =>
                ScriptEffects.LeavesAlone(new PathQuery(folder + "/" + program, false), run, stage));
    }

    private static bool InstallsPrograms(SimpleCommand command) =>
        command.HasArgument(Installing)
            && !command.Operands().All(static word => word.IsStatic
                && (Array.IndexOf(Installing, word.Value) >= 0 || IsLibrary(word.Value.Split('=')[0])));

    private static bool IsLibrary(string package) =>
        Array.IndexOf(Data, package) >= 0
            || package.EndsWith("-libs", Ordinal)
            || Array.Exists(Libraries, start => package.StartsWith(start, Ordinal));

    private static string DestinationOf(TransferInstruction transfer) =>
        transfer.IsJson ? transfer.Destination!.Value : transfer.Destination!.Text;

    private static bool MeetsAny(string? path) =>
        path is null || Array.Exists(Folders, folder => ContainerPath.Meet(folder, path));
}
