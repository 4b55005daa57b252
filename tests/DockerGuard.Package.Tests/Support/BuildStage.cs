using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests.Support;

/// <summary>
/// The build stage of a generated Dockerfile without an engine: its COPY lines fill an empty folder from the context,
/// as far as the ignore file shows it, and its RUN lines run there with the SDK that runs the tests, and with an npm
/// that installs nothing. What it installs before its WORKDIR is the machine's.
/// </summary>
internal sealed partial class BuildStage(ProjectFolder project, string context, string dockerfile) : IDisposable
{
    private readonly TemporaryFolder _image = new();
    private readonly IgnoreFile _ignored = IgnoreFile.Parse(File.ReadAllText(dockerfile + ".dockerignore"));

    /// <summary>Where the sources are: /src in the image.</summary>
    public string Sources => _image.CreateFolder("src");

    /// <summary>Where the application is published to: /app in the image.</summary>
    public string Application => _image["app"];

    /// <summary>What the COPY lines brought, from /src.</summary>
    public List<string> Copied { get; } = [];

    /// <summary>Runs all of it.</summary>
    public async Task RunAsync()
    {
        var stage = Dockerfile.Parse(File.ReadAllText(dockerfile)).Stages.Single(stage => stage.Name == "build");
        WriteNpm();
        foreach (var instruction in stage.Instructions.SkipWhile(instruction => instruction is not WorkdirInstruction))
        {
            if (instruction is CopyInstruction copy) Copy(copy);
            if (instruction is RunInstruction run)
                (await project.RunScriptAsync(Here(run.CommandText!), Sources)).EnsureSuccess();
        }
    }

    public void Dispose() => _image.Dispose();

    private string Here(string script)
    {
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "amd64";
        var path = $"{_image.CreateFolder("bin")}:{Path.GetDirectoryName(DotNetHost.Path)}:$PATH";
        var dotnet = $"export PATH=\"{path}\" TARGETARCH={architecture}; ";
        // The tests' own day would be a warning, and warnings may be errors here.
        return "unset DockerGuardToday; " + dotnet + ApplicationFolder().Replace(script, Application);
    }

    private void WriteNpm()
    {
        var file = Path.Combine(_image.CreateFolder("bin"), "npm");
        File.WriteAllText(file, StandInNpm.Script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private void Copy(CopyInstruction copy)
    {
        var target = Path.Combine(Sources, copy.Words[^1].Value);
        foreach (var source in copy.Words.SkipLast(1).Select(word => word.Value))
        {
            var from = Path.Combine(context, source);
            var folder = Path.GetDirectoryName(from)!;
            if (Directory.Exists(from))
            {
                foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
                    CopyFile(file, Path.Combine(target, Path.GetRelativePath(from, file)));
            }
            else if (source.Contains('*', StringComparison.Ordinal))
            {
                foreach (var file in Directory.EnumerateFiles(folder, Path.GetFileName(from)))
                    CopyFile(file, Path.Combine(target, Path.GetFileName(file)));
            }
            else
            {
                Assert.IsTrue(File.Exists(from) && !IsHidden(from), $"{source} is not in the context");
                CopyFile(from, Path.Combine(target, Path.GetFileName(from)));
            }
        }
    }

    private void CopyFile(string from, string to)
    {
        if (IsHidden(from)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to, overwrite: true);
        Copied.Add(Path.GetRelativePath(Sources, Path.GetFullPath(to)));
    }

    private bool IsHidden(string path) =>
        _ignored.IsIgnored(Path.GetRelativePath(context, path).Replace('\\', '/'));

    [GeneratedRegex(@"(?<=\s)/app(?=[\s/]|$)")]
    private static partial Regex ApplicationFolder();
}
