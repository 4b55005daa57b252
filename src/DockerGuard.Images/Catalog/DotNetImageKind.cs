namespace DockerGuard.Images.Catalog;

/// <summary>What a .NET image is for, by its repository.</summary>
public enum DotNetImageKind
{
    /// <summary>Compilers and tools: for build stages only.</summary>
    Sdk,

    /// <summary>ASP.NET Core and .NET runtimes.</summary>
    AspNet,

    /// <summary>The .NET runtime without ASP.NET Core.</summary>
    Runtime,

    /// <summary>The libraries a self-contained or native application needs, and no runtime.</summary>
    RuntimeDeps,

    /// <summary>The dotnet-monitor tool; its version is the tool's.</summary>
    Monitor,

    /// <summary>The Aspire dashboard; its version is the dashboard's.</summary>
    AspireDashboard,
}
