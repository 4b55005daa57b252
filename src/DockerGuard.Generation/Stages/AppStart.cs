using System.Collections.Generic;
using DockerGuard.Oci.Text;

namespace DockerGuard.Generation.Stages;

/// <summary>How the image starts its app: ENTRYPOINT and CMD as the SDK's publish sets them.</summary>
internal static class AppStart
{
    private const string InstructionName = "ContainerAppCommandInstruction",
        Entrypoint = "Entrypoint", DefaultArguments = "DefaultArgs", None = "None";

    /// <summary>Why the SDK, too, would make no image of these settings; null where it would.</summary>
    public static string? Refusal(DockerfilePlan plan)
    {
        var (container, instruction) = (plan.Container, Instruction(plan));
        if (container.EntrypointArguments.Count > 0 && container.Entrypoint.Count == 0 && !IsOfOldSdk(plan))
            return "ContainerEntrypointArgs are given without a ContainerEntrypoint";
        return instruction switch
        {
            null or DefaultArguments => null,
            None => container.AppCommand.Count + container.AppCommandArguments.Count == 0
                ? null
                : $"ContainerAppCommand and ContainerAppCommandArgs cannot be combined with {InstructionName} '{None}'",
            Entrypoint => container.Entrypoint.Count == 0
                ? null
                : $"ContainerEntrypoint cannot be combined with {InstructionName} '{Entrypoint}'",
            _ => $"{InstructionName} is {Sentence.Quote(instruction)}; write {Entrypoint}, {DefaultArguments} or "
                + None,
        };
    }

    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        var (entrypoint, command) = Words(plan);
        if (entrypoint.Length > 0) lines.Add("ENTRYPOINT " + DockerfileText.ExecForm(entrypoint));
        // Without either, the base's own command would run.
        if (command.Length > 0 || entrypoint.Length == 0) lines.Add("CMD " + DockerfileText.ExecForm(command));
    }

    private static (string[] Entrypoint, string[] Command) Words(DockerfilePlan plan)
    {
        var container = plan.Container;
        // Whole, for who runs the image may choose another working directory.
        var folder = plan.WorkingDirectory + "/";
        string[] app =
        [
            .. container.AppCommand.Count > 0 ? container.AppCommand
                : plan.HasAppHost ? [folder + plan.Facts.AssemblyName]
                : (IReadOnlyList<string>)["dotnet", folder + plan.Facts.TargetFileName],
            .. container.AppCommandArguments,
        ];
        string[] entrypoint = [.. container.Entrypoint, .. container.EntrypointArguments];
        string[] arguments = [.. container.DefaultArguments];
        if (IsOfOldSdk(plan)) return (app, [.. container.EntrypointArguments]);
        // With an entry point of its own the app is what that starts, unless the project says otherwise.
        return (Instruction(plan) ?? (entrypoint.Length > 0 ? DefaultArguments : Entrypoint)) switch
        {
            None => (entrypoint, arguments),
            DefaultArguments => (entrypoint, [.. app, .. arguments]),
            _ => (app, arguments),
        };
    }

    /// <summary>Arguments of an entry point that nobody names were those of the app, before it had its own.</summary>
    private static bool IsOfOldSdk(DockerfilePlan plan)
    {
        var container = plan.Container;
        return Instruction(plan) is null
            && container.EntrypointArguments.Count > 0
            && container.Entrypoint.Count + container.DefaultArguments.Count + container.AppCommandArguments.Count == 0;
    }

    private static string? Instruction(DockerfilePlan plan) => plan.Facts.Get(InstructionName);
}
