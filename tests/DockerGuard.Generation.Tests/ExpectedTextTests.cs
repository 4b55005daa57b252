using System;
using System.Collections.Generic;
using System.IO;
using System.Runtime.CompilerServices;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Images.Catalog;
using DockerGuard.Oci;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>
/// The whole generated texts, in Expected/. After a wanted change run the tests once with DOCKERGUARD_UPDATE=1
/// and review the difference.
/// </summary>
[TestClass]
public sealed class ExpectedTextTests
{
    private static readonly RegistryMirrors Mirror =
        new([KeyValuePair.Create("mcr.microsoft.com", "registry.contoso.com/mcr")]);

    private static IEnumerable<object[]> Cases =>
    [
        [
            "web",
            Generate(App(
                Web, "Description=Shop of Contoso", "Authors=Contoso", "PackageVersion=1.2.3",
                "PackageLicenseExpression=MIT", "PackageProjectUrl=https://contoso.com/shop",
                "RepositoryUrl=https://github.com/contoso/shop.git", "Title=Shop", "ContainerVendor=Contoso Ltd")),
        ],
        ["console", Generate(App())],
        ["web-net8", Generate(App(Web, "TargetFramework=net8.0", "TargetFrameworkVersion=v8.0"))],
        ["web-net11", Generate(App(Web, "TargetFramework=net11.0", "TargetFrameworkVersion=v11.0"))],
        ["aot", Generate(App(Web, "PublishAot=true", "InvariantGlobalization=true"))],
        ["aot-musl", Generate(App("PublishAot=true", "ContainerRuntimeIdentifiers=linux-musl-x64;linux-musl-arm64"))],
        [
            "aot-old-sdk",
            Generate(App(
                "PublishAot=true",
                "TargetFramework=net8.0",
                "TargetFrameworkVersion=v8.0",
                "GlobalJson=/repo/global.json",
                "NETCoreSdkVersion=8.0.424")),
        ],
        ["self-contained", Generate(App(Web, "PublishSelfContained=true"))],
        ["musl", Generate(App(Web, "RuntimeIdentifier=linux-musl-x64"))],
        ["invariant", Generate(App(Web, "InvariantGlobalization=true", "UseAppHost=false"))],
        ["mirror", Generate(App(Web), Mirror)],
        ["family", Generate(App(Web), family: "noble")],
        ["lock-file", Generate(App(Web, "RestorePackagesWithLockFile=true"))],
        [
            "lock-file-identifiers",
            Generate(App(Web, "RestorePackagesWithLockFile=true", "RuntimeIdentifiers=linux-x64;linux-arm64")),
        ],
        [
            "libraries",
            Generate(
                App(
                    Web,
                    "PackageReference=SkiaSharp.NativeAssets.Linux;Microsoft.AspNetCore.Authentication.Negotiate")),
        ],
        [
            "libraries-musl",
            Generate(App(Web, "PackageReference=SkiaSharp.NativeAssets.Linux", "RuntimeIdentifier=linux-musl-x64")),
        ],
        ["own-base", Generate(App(Web, "ContainerBaseImage=registry.contoso.com/bases/aspnet:10"))],
        ["node", Generate(App(Web, "NodeFolders=/repo/src/Web/ClientApp!package-lock.json!>=18!npm"))],
        [
            "node-managers",
            Generate(App(
                Web,
                "RuntimeIdentifier=linux-musl-x64",
                "NodeFolders=/repo/src/Web/ui!pnpm-lock.yaml!v20.11.1!pnpm;/repo/src/Web/tools!!!")),
        ],
        ["several-frameworks", Generate(App("TargetFrameworks=net8.0;net10.0", "GenerateDocumentationFile=true"))],
        ["project-references", Generate(App(Web,
            "ProjectReference=/repo/src/Lib/Lib.csproj;/repo/src/Web.Core/Core.csproj;"
                + "/repo/src/Lib/Nested/Nested.csproj",
            "Import=/repo/Directory.Build.props;/repo/Directory.Packages.props;/repo/src/Directory.Build.targets",
            "NuGetConfig=/repo/nuget.config;/home/me/nuget.config",
            "GlobalJson=/repo/global.json",
            "RestorePackagesWithLockFile=true", "RuntimeIdentifiers=linux-x64", "OutputFolder=/repo/artifacts"))],
        [
            "pinned",
            Generate(App(Web), new GenerationOptions
            {
                Today = Today,
                Syntax = "docker/dockerfile:1",
                DigestOf = image => "sha256:"
                    + new string(image.Repository.EndsWith("sdk", StringComparison.Ordinal) ? 'a' : 'b', 64),
            }),
        ],
    ];

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void The_text_is_exactly_the_expected_one(string name, GeneratedDockerfile generated)
    {
        Assert.IsNull(generated.Error);
        Compare(name + ".Dockerfile", generated.Dockerfile);
        if (name is "web" or "project-references") Compare(name + ".dockerignore", generated.IgnoreFile);
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Every_text_is_a_right_Dockerfile_that_ships_without_root(string name, GeneratedDockerfile generated)
    {
        var file = Dockerfile.Parse(generated.Dockerfile);
        var evaluation = BuildEvaluation.Evaluate(
            file, new BuildOptions { ResolveBase = ImageCatalog.Default.BaseResolver(Mirror) });
        Assert.IsEmpty(file.Errors, name);
        Assert.IsEmpty(evaluation.Errors, name);
        Assert.AreEqual("base", file.Stages[0].Name);
        Assert.AreEqual("final", evaluation.Final!.Stage.Name);
        Assert.AreEqual("1654", evaluation.Final.User!.Value);
        Assert.AreEqual("/app", evaluation.Final.WorkingDirectory!.Value);
        Assert.IsFalse(generated.Dockerfile.Contains('\r', StringComparison.Ordinal));
        Assert.IsTrue(generated.Dockerfile.EndsWith("]\n", StringComparison.Ordinal));
        Assert.DoesNotContain("<<", generated.Dockerfile);
        Assert.IsTrue(GeneratedFileHeader.IsUnmodified(generated.Dockerfile));
        Assert.IsTrue(GeneratedFileHeader.IsUnmodified(generated.IgnoreFile));
    }

    private static void Compare(string name, string actual, [CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("DOCKERGUARD_UPDATE") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(source)!, "Expected", name), actual);
            return;
        }

        using var stream = typeof(ExpectedTextTests).Assembly.GetManifestResourceStream(name);
        Assert.IsNotNull(stream, $"Expected/{name} does not exist");
        using var reader = new StreamReader(stream);
        Assert.AreEqual(reader.ReadToEnd(), actual);
    }
}
