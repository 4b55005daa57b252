using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace DockerGuard.Testing;

/// <summary>A user's project in a temporary folder, and the dotnet commands he runs there.</summary>
public sealed class ProjectFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _environment = new(StringComparer.Ordinal);

    public ProjectFolder()
    {
        Path = _folder.CreateFolder("project");

        // What the MSBuild that started the tests left behind would reach into the user's build.
        foreach (var name in Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .Select(variable => (string)variable.Key))
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("TESTINGPLATFORM_", StringComparison.Ordinal))
            {
                _environment[name] = null;
            }
        }

        // No process may stay behind when the command has ended.
        _environment["MSBUILDDISABLENODEREUSE"] = "1";
        _environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        _environment["UseSharedCompilation"] = "false";
        _environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        _environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        _environment["DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE"] = "true";
        _environment["DOTNET_NOLOGO"] = "1";

        // What a build says must not depend on what is installed; tests of ShellCheck take this back.
        _environment["DockerGuardShellCheckPath"] = "off";
    }

    /// <summary>The absolute path of the project's folder; it is also the build context of its Dockerfile.</summary>
    public string Path { get; }

    /// <summary>The absolute path of a file in the folder.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    public ProjectFolder Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this;
    }

    /// <summary>The smallest web application: it answers "/" with <paramref name="answer"/>.</summary>
    /// <param name="projectContent">
    /// XML placed in the project file: properties in a PropertyGroup, items in an ItemGroup.
    /// </param>
    public ProjectFolder WriteWebApplication(string name, string answer, string projectContent = "")
    {
        Write(name + ".csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net{DotNetHost.Channel}</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              {projectContent}
            </Project>
            """);
        return Write("Program.cs", $$"""
            var application = WebApplication.CreateBuilder(args).Build();
            application.MapGet("/", () => "{{answer}}");
            application.Run();
            """);
    }

    /// <summary>
    /// Makes a folder of packages in the project its only source, so that restore works without a network, also inside
    /// an image build. The SDK brings all that a plain framework-dependent application needs.
    /// </summary>
    public ProjectFolder UseOnlyPackages(params string[] packageFiles)
    {
        Directory.CreateDirectory(this["feed"]);
        foreach (var file in packageFiles)
            File.Copy(file, this[System.IO.Path.Combine("feed", System.IO.Path.GetFileName(file))], overwrite: true);

        Write("feed/README.md", "The packages this project may use.\n");
        return Write("nuget.config", """
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="feed" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>
    /// Gives the project a package cache of its own: a package of the same version made by an earlier run is not taken
    /// for this one.
    /// </summary>
    public ProjectFolder UseOwnPackageCache() => SetVariable("NUGET_PACKAGES", _folder["packages"]);

    /// <summary>Sets a variable of all later commands; null removes it.</summary>
    public ProjectFolder SetVariable(string name, string? value)
    {
        _environment[name] = value;
        return this;
    }

    /// <summary>
    /// Runs dotnet in the folder, for at most five minutes; the exit code is for the caller to judge.
    /// </summary>
    public Task<CommandResult> RunDotnetAsync(params string[] arguments) =>
        CommandLine.RunAsync(DotNetHost.Path, arguments, Path, _environment, TimeSpan.FromMinutes(5));

    /// <summary>Runs a shell script in a folder with the project's variables, for at most five minutes.</summary>
    public Task<CommandResult> RunScriptAsync(string script, string folder) =>
        CommandLine.RunAsync("/bin/sh", ["-c", script], folder, _environment, TimeSpan.FromMinutes(5));

    /// <summary>Runs dotnet in the folder and presses Ctrl+C when <paramref name="moment"/> has come.</summary>
    public Task<CommandResult> InterruptDotnetAsync(Task moment, params string[] arguments) =>
        // A shell's background jobs ignore Ctrl+C and hand that on to whom they start; env takes it back, and becomes
        // dotnet.
        CommandLine.RunAsync(
            "/usr/bin/env",
            ["--default-signal=INT", DotNetHost.Path, .. arguments],
            Path,
            _environment,
            TimeSpan.FromMinutes(5),
            moment);

    public void Dispose() => _folder.Dispose();
}
