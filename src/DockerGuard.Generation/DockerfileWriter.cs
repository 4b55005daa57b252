using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Images.Labels;
using DockerGuard.Images.Project;
using DockerGuard.Images.Selection;
using DockerGuard.Oci;

namespace DockerGuard.Generation;

/// <summary>The lines of one generated Dockerfile.</summary>
internal sealed class DockerfileWriter
{
    // Created by every .NET image since .NET 8 (its APP_UID); numeric, so that Kubernetes can verify it is not root.
    private const string AppUser = "1654";
    private const int WebPort = 8080;
    private const string HttpCache = "--mount=type=cache,target=/root/.local/share/NuGet/http-cache,sharing=locked";
    private const string NuGetSecret = "--mount=type=secret,id=nuget_config,target=/root/.nuget/NuGet/NuGet.Config";

    private readonly StringBuilder _text = new();
    private readonly ProjectFacts _facts;
    private readonly BuildContext _context;
    private readonly BaseImageChoice _choice;
    private readonly ImageReference _base;
    private readonly SdkImage _sdk;

    public DockerfileWriter(
        ProjectFacts facts, BuildContext context, BaseImageChoice choice, ImageReference baseImage, SdkImage sdk)
    {
        _facts = facts;
        _context = context;
        _choice = choice;
        _base = baseImage;
        _sdk = sdk;
    }

    private bool HasLockFile => _facts.IsTrue("RestorePackagesWithLockFile");

    // A lock file holds for the runtime identifiers it was made with (NuGet NU1004), so naming another would end locked
    // mode.
    private bool NamesArchitecture => !HasLockFile || NeedsArchitecture || _facts.RuntimeIdentifiers.Count > 0;

    private bool NeedsArchitecture =>
        _facts.IsSelfContained || _facts.IsSingleFile || _facts.IsTrue("PublishReadyToRun");

    private bool IsLocked => HasLockFile && (!NamesArchitecture || _facts.RuntimeIdentifiers.Count > 0);

    private bool HasAppHost =>
        _facts.IsSelfContained
            || _facts.IsSingleFile
            || (_facts.UseAppHost && NamesArchitecture && _choice.Catalog is not null);

    public string Write()
    {
        WriteIntroduction();
        WriteBaseStage();
        WriteBuildStage();
        WriteFinalStage();
        return _text.ToString();
    }

    private void WriteIntroduction()
    {
        var file = _context.Dockerfile;
        var option = file == "Dockerfile" ? "" : "-f " + DockerfileText.ShellWord(file) + " ";
        var secret = _context.HasNuGetConfig ? "--secret id=nuget_config,src=<NuGet.Config with credentials> " : "";
        var folder = _context.ProjectFile.IndexOf('/') < 0
            ? "the project's folder"
            : "the folder that holds all its projects";
        Line($"# Change {DockerfileText.OneLine(ContextPath.FileNameOf(_context.ProjectFile))} and build it again, "
            + "rather than this file.");
        Line($"# Build the image in {folder}: docker build {option}{secret}.");
        Line();
    }

    private void WriteBaseStage()
    {
        var family = _choice.Catalog?.Family;
        Line($"FROM {_base} AS base");
        if (_choice.Catalog is null || _choice.Catalog.User is not null)
        {
            Line("# The folder belongs to root, so that the application cannot replace its own files.");
            Line("USER 0");
        }

        if (_choice.Catalog is not null && InstallLibraries(family!.PackageManager) is { } install)
            Line("RUN " + install);
        Line("WORKDIR /app");
        if (_facts.UsesAspNet)
        {
            if (_choice.Catalog is null) Line($"ENV ASPNETCORE_HTTP_PORTS={WebPort}");
            Line($"EXPOSE {WebPort}");
        }

        Line("USER " + AppUser);
        Line();
    }

    private string? InstallLibraries(string? packageManager)
    {
        var packages = _choice.MissingLibraries
            .Select(need => packageManager == "apk" ? need.ApkPackage : need.AptPackage)
            .OfType<string>().OrderBy(static name => name, StringComparer.Ordinal).ToArray();
        if (packages.Length == 0) return null;
        var list = string.Join(" ", packages);
        return packageManager switch
        {
            "apt" =>
                $"apt-get update \\\n && apt-get install -y --no-install-recommends {list} \\\n && rm -rf "
                    + "/var/lib/apt/lists/*",
            "apk" => "apk add --no-cache " + list,
            _ => null,
        };
    }

    private void WriteBuildStage()
    {
        if (_facts.IsAot)
        {
            Line("# Native code is compiled on the processor it is for, so this stage follows the target's platform.");
            Line($"FROM {_sdk.Reference} AS build");
        }
        else
        {
            Line($"FROM --platform=$BUILDPLATFORM {_sdk.Reference} AS build");
        }

        if (_sdk.Toolchain is not null) Line("RUN " + _sdk.Toolchain);
        if (NamesArchitecture) Line("ARG TARGETARCH");
        Line("WORKDIR /src");
        foreach (var group in _context.RestoreFiles)
            Line("COPY " + DockerfileText.CopyForm(group.Sources, FolderPath(group.Folder)));
        foreach (var folder in _context.PackageFolders)
            Line("COPY " + DockerfileText.CopyForm([new CopySource(FolderPath(folder))], FolderPath(folder)));
        Line("RUN " + HttpCache + " \\");
        if (_context.HasNuGetConfig) Line("    " + NuGetSecret + " \\");
        Line("    " + string.Join(" ", RestoreCommand()));
        CopySources();
        Line("RUN " + string.Join(" ", PublishCommand()) + " \\");
        Line(" && rm -f /app/*.dbg /app/*.pdb /app/appsettings.Development.json");
        Line();
    }

    private void CopySources()
    {
        if (_context.SourceFolders[0].Length == 0)
        {
            Line("COPY [\".\", \"./\"]");
            return;
        }

        // Analyzer settings can turn warnings into errors; the wildcard makes the files optional.
        Line("COPY " + DockerfileText.CopyForm(
            [new CopySource(".editorconfig*", true), new CopySource(".globalconfig*", true)], "./"));
        foreach (var group in _context.SourceFiles)
            Line("COPY " + DockerfileText.CopyForm(group.Sources, FolderPath(group.Folder)));
        foreach (var folder in _context.SourceFolders)
            Line("COPY " + DockerfileText.CopyForm([new CopySource(FolderPath(folder))], FolderPath(folder)));
    }

    private IEnumerable<string> RestoreCommand()
    {
        yield return "dotnet restore " + DockerfileText.ShellWord(_context.ProjectFile);
        if (NamesArchitecture) yield return "-a $TARGETARCH";
        if (IsLocked) yield return "--locked-mode";
        // Restore does not know that a publish follows; without this it leaves the runtime pack out (NETSDK1112).
        if (_facts.IsSelfContained && !_facts.IsAot) yield return "-p:SelfContained=true";
    }

    private IEnumerable<string> PublishCommand()
    {
        yield return $"dotnet publish {DockerfileText.ShellWord(_context.ProjectFile)} -c Release";
        if (_facts.TargetFrameworks.Count > 0) yield return "-f " + DockerfileText.ShellWord(_facts.TargetFramework);
        if (NamesArchitecture) yield return "-a $TARGETARCH";
        else yield return "-p:UseAppHost=false";
        if (_facts.IsTrue("GenerateDocumentationFile")) yield return "-p:PublishDocumentationFile=false";
        yield return "--no-restore -o /app";
    }

    private void WriteFinalStage()
    {
        Line("FROM base AS final");
        Line("COPY --from=build /app .");
        var labels = new LabelFacts(_facts, _base) { SdkVersion = _sdk.Version };
        Label(OciLabels.OfProject(labels).Select(static label => label.Key + "=" + DockerfileText.Quote(label.Value)));
        WriteLateLabels(labels);
        Line("ENTRYPOINT " + (HasAppHost
            ? DockerfileText.ExecForm("./" + _facts.AssemblyName)
            : DockerfileText.ExecForm("dotnet", _facts.TargetFileName)));
    }

    // Last, so that a new version or commit reuses every layer.
    private void WriteLateLabels(LabelFacts facts)
    {
        var pairs = new List<string>();
        foreach (var label in OciLabels.All.Where(static label => label.KnownAt == LabelMoment.BuildArgument))
        {
            var value = OciLabels.ValueOf(label, facts);
            if (value is null && !label.IsAskedFor(facts)) continue;
            Line("ARG " + label.Argument + (value is null ? "" : "=" + DockerfileText.Quote(value)));
            pairs.Add($"{label.Name}=${label.Argument}");
        }

        Label(pairs);
    }

    private void Label(IEnumerable<string> pairs)
    {
        var list = string.Join(" \\\n      ", pairs);
        if (list.Length > 0) Line("LABEL " + list);
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private static string FolderPath(string folder) => folder.Length == 0 ? "./" : folder + "/";
}
