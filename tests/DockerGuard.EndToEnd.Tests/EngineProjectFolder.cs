using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>A project that meets the engine of these tests.</summary>
internal static class EngineProjectFolder
{
    /// <summary>Lets the .NET SDK push to this engine when no registry is named.</summary>
    public static ProjectFolder UseEngine(this ProjectFolder project, ContainerEngine engine)
    {
        foreach (var (name, value) in engine.ClientEnvironment) project.SetVariable(name, value);

        return project;
    }
}
