using System;
using System.Collections.Generic;

namespace DockerGuard.Generation.Stages;

/// <summary>How the image starts its app: ENTRYPOINT and CMD as the SDK's publish sets them.</summary>
internal static class AppStart
{
    public static void Write(DockerfilePlan plan, DockerfileLines lines)
    {
        var container = plan.Container;
        var app = container.AppCommand.Count > 0 ? container.AppCommand
            : plan.HasAppHost ? ["./" + plan.Facts.AssemblyName]
            : (IReadOnlyList<string>)["dotnet", plan.Facts.TargetFileName];
        app = [.. app, .. container.AppCommandArguments];
        // With an entry point of its own the app is what that starts, unless the project says otherwise.
        var instruction = plan.Facts.Get("ContainerAppCommandInstruction")
            ?? (container.Entrypoint.Count > 0 ? "DefaultArgs" : "Entrypoint");
        var (entrypoint, command) =
            Is(instruction, "None") ? (container.Entrypoint, container.DefaultArguments)
            : Is(instruction, "DefaultArgs") ? (container.Entrypoint, [.. app, .. container.DefaultArguments])
            : (app, container.DefaultArguments);
        if (entrypoint.Count > 0) lines.Add("ENTRYPOINT " + DockerfileText.ExecForm([.. entrypoint]));
        if (command.Count > 0) lines.Add("CMD " + DockerfileText.ExecForm([.. command]));
    }

    private static bool Is(string instruction, string name) =>
        instruction.Equals(name, StringComparison.OrdinalIgnoreCase);
}
