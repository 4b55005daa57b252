using System.IO;
using System.Linq;
using DockerGuard.Generation;
using DockerGuard.Oci.Files;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Says in what the project's Dockerfile differs from the one that would be generated, and why; writes nothing.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class SuggestDockerfile : GenerationTask
{
    private protected override void Guard()
    {
        if (IsPassedBy()) return;
        if (ReadBuildFacts() is not { } build || GenerateOrReport(build) is not { } generated) return;
        var name = Path.GetFileName(DockerfilePath);
        if (!RegularFile.IsThere(DockerfilePath))
        {
            Reporter.Say($"there is no {name}; 'dotnet build -t:DockerGuardGenerate' writes one ({generated.Reason})");
            return;
        }

        if (Files.TryRead(DockerfilePath) is not { } text) return;
        var advice = DockerfileDifferences.Between(text, generated, build)
            .Select(static difference => "  " + difference.Advice)
            .Distinct()
            .ToList();
        if (!RegularFile.IsThere(IgnoreFilePath))
        {
            advice.Add($"  {Path.GetFileName(IgnoreFilePath)} is not there; generation writes one, for build output "
                + "and secrets stay out of the context");
        }

        if (advice.Count == 0) Reporter.Say($"{name} is as it would be generated");
        else Reporter.Say($"{name} differs from what would be generated:", string.Join("\n", advice));
    }
}
