using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Generation.Tests;

/// <summary>Projects as MSBuild describes them, in few words.</summary>
internal static class Projects
{
    public static readonly DateTime Today = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public const string Web = "FrameworkReference=Microsoft.NETCore.App;Microsoft.AspNetCore.App";

    /// <summary>
    /// An application at /repo/src/Web/Web.csproj with further properties, the last of a name winning.
    /// </summary>
    public static ProjectFacts App(params string[] properties)
    {
        var values = new Dictionary<string, string>
        {
            ["MSBuildProjectFullPath"] = "/repo/src/Web/Web.csproj",
            ["MSBuildProjectDirectory"] = "/repo/src/Web",
            ["RepositoryRoot"] = "/repo",
            ["AssemblyName"] = "Web",
            ["TargetFileName"] = "Web.dll",
            ["OutputType"] = "Exe",
            ["TargetFramework"] = "net10.0",
            ["TargetFrameworkIdentifier"] = ".NETCoreApp",
            ["TargetFrameworkVersion"] = "v10.0",
            ["UseAppHost"] = "true",
            ["NETCoreSdkVersion"] = "10.0.401",
        };
        foreach (var parts in properties.Select(property => property.Split('=', 2))) values[parts[0]] = parts[1];
        return ProjectFacts.From(values);
    }

    /// <summary>
    /// What the build reads: the properties ProjectReference and the kinds of inputs, such as Import and Item, list
    /// absolute paths, NodeFolders paths with the file that locks their packages, their version and their manager, and
    /// Test, TestProgram and TestReference projects of tests with a host, without, and what they reference, and
    /// Outside kind, path, name, whether it is needed, link and its flaw of inputs outside the repository.
    /// </summary>
    public static BuildFacts Reading(ProjectFacts facts)
    {
        var repository = facts.RepositoryRoot;
        return new BuildFacts
        {
            RepositoryRoot = repository == facts.ProjectDirectory ? null : repository,
            SolutionFolder = facts.Get("SolutionFolder"),
            SourceLimit = facts.Get("SourceLimit"),
            Projects =
            [
                new ProjectInputs(facts.ProjectPath)
                {
                    Inputs =
                    [
                        .. Enum.GetValues<BuildInputKind>().SelectMany(kind =>
                            facts.List(kind.ToString()).Select(path => new BuildInput(kind, path))),
                    ],
                    OutsideInputs = [.. facts.List("Outside").Select(Outside)],
                    RestoresLocked = facts.IsTrue("RestoreLockedMode"),
                    Packs = facts.IsTrue("GeneratePackageOnBuild"),
                    NodeFolders = [.. facts.List("NodeFolders").Select(Node)],
                },
                .. facts.List("ProjectReference").Select(path => new ProjectInputs(path)),
            ],
            Tests =
            [
                .. facts.List("Test").Select(path => new ProjectInputs(path) { HasTestHost = true }),
                .. facts.List("TestProgram").Select(path => new ProjectInputs(path)),
                .. facts.List("TestReference").Select(path => new ProjectInputs(path)),
            ],
            TestCount = facts.List("Test").Count + facts.List("TestProgram").Count,
        };
    }

    private static OutsideInput Outside(string text)
    {
        var fields = text.Split('!');
        return new OutsideInput(
            new BuildInput(Enum.Parse<BuildInputKind>(fields[0]), fields[1], fields[2]), fields[3] == "needed")
        {
            Link = fields.Length > 4 ? fields[4] : "",
            Flaw = fields.Length > 5 ? Enum.Parse<LinkFlaw>(fields[5]) : LinkFlaw.None,
        };
    }

    private static NodeFolder Node(string text)
    {
        var fields = Array.ConvertAll(text.Split('!'), field => field.Length > 0 ? field : null);
        return new NodeFolder(fields[0]!, fields[1], fields[2], fields[3]);
    }

    public static GeneratedDockerfile Generate(ProjectFacts facts, GenerationOptions options) =>
        DockerfileGenerator.Generate(facts, Reading(facts), options);

    public static GeneratedDockerfile Generate(
        ProjectFacts facts, RegistryMirrors? mirrors = null, string? family = null) =>
        Generate(
            facts,
            new GenerationOptions { Today = Today, Mirrors = mirrors ?? RegistryMirrors.Empty, Family = family });
}
