using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Selection;
using DockerGuard.Oci;
using DockerGuard.Oci.Files;
using DockerGuard.Rules.Diagnostics;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Says which base image the SDK shall build on: the one the project names, or else the safest one that runs the app;
/// either from the policy's mirror.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class ChooseBaseImage : DockerGuardTask
{
    private const string BaseWord = "base";

    /// <summary>The project's <c>ContainerBaseImage</c>; empty when it leaves the choice to us.</summary>
    public string? WrittenBaseImage { get; set; }

    /// <summary>
    /// False where the check that follows cannot run, because this MSBuild starts no .NET task: then nothing may be
    /// published.
    /// </summary>
    public bool CanCheck { get; set; } = true;

    /// <summary>For the message about it.</summary>
    public string? MSBuildVersion { get; set; }

    /// <summary>
    /// Where is kept what was chosen, to be chosen again while nothing changes that it hangs on. Absolute; nowhere when
    /// empty.
    /// </summary>
    public string? VerdictPath { get; set; }

    /// <summary>The image for <c>ContainerBaseImage</c>.</summary>
    [Output]
    public string BaseImage { get; set; } = "";

    private protected override void Guard()
    {
        if (!CanCheck)
        {
            Reporter.Report(ToolDiagnostics.UnsupportedMSBuild, Origin.StartOf(ProjectFile),
                $"MSBuild {MSBuildVersion} on .NET Framework cannot check a container publish; use 'dotnet publish', "
                    + "or MSBuild 18 and later");
            return;
        }

        var keeper = KeeperAt(VerdictPath);
        keeper?.Ask(nameof(WrittenBaseImage), [WrittenBaseImage ?? ""]);
        if (keeper?.Last(EngineWarnings) is { } kept)
        {
            foreach (var line in kept.Told) Reporter.Tell(line);
            BaseImage = kept.ValuesOf(BaseWord).Single();
            return;
        }

        using var seen = SeenFiles.Watch();
        var said = Reporter.Told.Count;
        Choose();
        if (keeper is null || seen.All is not { } files || Reporter.HasErrors) return;
        keeper.Keep(files, EngineWarnings, Reporter.Told.Skip(said), [[BaseWord, BaseImage]]);
    }

    private void Choose()
    {
        if (LoadPolicy() is not { } policy) return;
        if (!string.IsNullOrEmpty(WrittenBaseImage))
        {
            // What does not parse is left as it is: the SDK has the better message for it (CONTAINER2009).
            BaseImage = ImageReference.TryParse(WrittenBaseImage!, out var written) && written is not null
                ? Mirrored(written, policy.Mirrors)
                : WrittenBaseImage!;
            return;
        }

        var choice = BaseImageSelector.Select(Project, ImageCatalog.Default, new BaseImageOptions
        {
            Mirrors = policy.Mirrors,
            Today = Day,
        });
        if (choice.Image is null)
        {
            Reporter.Report(
                ToolDiagnostics.NoSuitableBase,
                Origin.StartOf(ProjectFile),
                choice.Error ?? "no base image is known for this app; set ContainerBaseImage");
            return;
        }

        BaseImage = choice.Image.ToString();
        Reporter.Say($"base {BaseImage} ({choice.Reason})");
        foreach (var need in choice.MissingLibraries)
        {
            // A container publish installs nothing, so the app would start and fail when it first calls the library.
            Reporter.Report([new Diagnostic(ToolDiagnostics.NoSuitableBase, Severity.Warning,
                $"{need.PackageId} loads {need.Library}, which no .NET image has; name a ContainerBaseImage with "
                    + $"{need.AptPackage} installed, or generate a Dockerfile",
                ProjectFile, SourceSpan.FileStart)]);
        }
    }

    private string Mirrored(ImageReference written, RegistryMirrors mirrors)
    {
        var mirrored = mirrors.Apply(written);
        if (mirrored.ToString() == written.ToString()) return WrittenBaseImage!;
        Reporter.Say($"base {mirrored} (the policy's mirror of {WrittenBaseImage})");
        return mirrored.ToString();
    }
}
