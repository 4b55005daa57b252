using DockerGuard.Generation;
using DockerGuard.Images;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Rules.Diagnostics;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>What the tasks do alike that know which Dockerfile the project would get.</summary>
public abstract class GenerationTask : DockerGuardTask
{
    /// <summary>Where the Dockerfile goes.</summary>
    [Required]
    public string OutputPath { get; set; } = "";

    /// <summary>What <see cref="CollectBuildFacts"/> writes.</summary>
    [Required]
    public string BuildFactsFile { get; set; } = "";

    /// <summary>Absolute path of the Dockerfile.</summary>
    private protected string DockerfilePath => Absolute("DockerGuardDockerfilePath", OutputPath);

    /// <summary>The ignore file lies beside it as <c>&lt;Dockerfile&gt;.dockerignore</c>.</summary>
    private protected string IgnoreFilePath => DockerfilePath + ".dockerignore";

    /// <summary>What would be generated, its error included; null after a file that cannot be read was told.</summary>
    /// <param name="facts">The evaluated project.</param>
    /// <param name="build">What its build reads.</param>
    /// <param name="policy">The policy in force.</param>
    private protected GeneratedDockerfile? Generate(ProjectFacts facts, BuildFacts build, Policy.Policy policy)
    {
        if (PinsMSBuildSdks(build) is not { } pinsMSBuildSdks) return null;
        return DockerfileGenerator.Generate(facts, build, new GenerationOptions
        {
            Catalog = ImageCatalog.Default,
            Mirrors = policy.Mirrors,
            Today = Day,
            DockerfilePath = DockerfilePath,
            CopyGlobalJson = pinsMSBuildSdks,
        });
    }

    /// <summary>What would be generated; null after an error has been reported.</summary>
    /// <param name="build">What the build reads.</param>
    private protected GeneratedDockerfile? GenerateOrReport(BuildFacts build)
    {
        if (LoadPolicy() is not { } policy || Generate(Project, build, policy) is not { } generated) return null;
        if (generated.Error is not { } error) return generated;
        Reporter.Report(ToolDiagnostics.NoSuitableBase, Origin.StartOf(ProjectFile), error);
        return null;
    }

    /// <summary>The facts; null after a file that cannot be read, or is none of ours, has been reported.</summary>
    private protected BuildFacts? ReadBuildFacts()
    {
        var path = Absolute(nameof(BuildFactsFile), BuildFactsFile);
        if (Files.TryRead(path) is not { } text) return null;
        if (BuildFactsState.Read(text) is { } state && BuildFactsText.Read(state.Facts) is { } facts) return facts;
        Files.Report(path, "cannot be read: it holds no facts of this version; delete it");
        return null;
    }

    /// <summary>A global.json that names the versions of MSBuild SDKs must go into the build; one that pins the .NET
    /// SDK must not, for the image's tag does. Null after one that cannot be read has been reported.</summary>
    private bool? PinsMSBuildSdks(BuildFacts build)
    {
        var pins = false;
        foreach (var file in build.InputsOf(BuildInputKind.GlobalJson))
        {
            if (Files.TryRead(file.Path) is not { } text) return null;
            pins |= SdkPins.Parse(text).MSBuildSdks.Count > 0;
        }

        return pins;
    }
}
