using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Images.Selection;
using DockerGuard.Oci;
using static DockerGuard.Images.Tests.ProjectFactsTests;

namespace DockerGuard.Images.Tests;

[TestClass]
public sealed class BaseImageSelectorTests
{
    private static readonly DateTime Today = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private static BaseImageChoice Select(
        string properties, string? family = null, RegistryMirrors? mirrors = null, DateTime? today = null) =>
        BaseImageSelector.Select(
            Facts(["OutputType=Exe", .. properties.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Spell)]),
            ImageCatalog.Default,
            new BaseImageOptions
            {
                Today = today ?? Today,
                Family = family,
                Mirrors = mirrors ?? RegistryMirrors.Empty,
            });

    private static string Spell(string word) => word.Split(':', 2) switch
    {
        ["invariant"] => "InvariantGlobalization=true",
        ["web"] => "FrameworkReference=Microsoft.NETCore.App;Microsoft.AspNetCore.App",
        ["sc"] => "SelfContained=true",
        ["aot"] => "PublishAot=true",
        ["trim"] => "PublishTrimmed=true",
        ["rid", var rid] => "RuntimeIdentifier=" + rid,
        ["rids", var rids] => "ContainerRuntimeIdentifiers=" + rids,
        ["package", var packages] => "PackageReference=" + packages,
        _ => word.StartsWith("net", StringComparison.Ordinal) ? $"TargetFramework=net{word[3..]}.0" : word,
    };

    [TestMethod]
    // .NET 10, glibc
    [DataRow("net10 web", "aspnet:10.0-noble-chiseled-extra", "globalization is on, so -extra")]
    [DataRow("net10 web invariant", "aspnet:10.0-noble-chiseled", "globalization is invariant, so without ICU")]
    [DataRow("net10", "runtime:10.0-noble-chiseled-extra", "globalization is on, so -extra")]
    [DataRow("net10 invariant", "runtime:10.0-noble-chiseled", "globalization is invariant, so without ICU")]
    [DataRow(
        "net10 web sc",
        "runtime-deps:10.0-noble-chiseled-extra",
        "the application brings its runtime, globalization is on, so -extra")]
    [DataRow(
        "net10 web sc invariant",
        "runtime-deps:10.0-noble-chiseled",
        "the application brings its runtime, globalization is invariant, so without ICU")]
    [DataRow(
        "net10 web aot",
        "runtime-deps:10.0-noble-chiseled-extra",
        "native AOT needs no runtime, globalization is on, so -extra")]
    [DataRow(
        "net10 aot invariant",
        "runtime-deps:10.0-noble-chiseled",
        "native AOT needs no runtime, globalization is invariant, so without ICU")]
    [DataRow(
        "net10 trim",
        "runtime-deps:10.0-noble-chiseled-extra",
        "the application brings its runtime, globalization is on, so -extra")]
    [DataRow(
        "net10 PublishSingleFile=true PublishSelfContained=true",
        "runtime-deps:10.0-noble-chiseled-extra",
        "the application brings its runtime, globalization is on, so -extra")]
    // musl
    [DataRow(
        "net10 web rid:linux-musl-x64",
        "aspnet:10.0-alpine-extra",
        "linux-musl-x64 needs musl, globalization is on, so -extra")]
    [DataRow(
        "net10 web invariant rid:linux-musl-x64",
        "aspnet:10.0-alpine",
        "linux-musl-x64 needs musl, globalization is invariant, so without ICU")]
    [DataRow(
        "net10 aot rid:linux-musl-arm64",
        "runtime-deps:10.0-alpine-extra",
        "native AOT needs no runtime, linux-musl-arm64 needs musl, globalization is on, so -extra")]
    [DataRow(
        "net9 rid:linux-musl-x64",
        "runtime:9.0-alpine-extra",
        "linux-musl-x64 needs musl, globalization is on, so -extra")]
    [DataRow(
        "net8 aot rid:linux-musl-x64",
        "runtime-deps:8.0-alpine3.24-extra",
        "native AOT needs no runtime, linux-musl-x64 needs musl, globalization is on, so -extra")]
    [DataRow(
        "net8 aot invariant rid:linux-musl-x64",
        "runtime-deps:8.0-alpine",
        "native AOT needs no runtime, linux-musl-x64 needs musl, globalization is invariant, so without ICU")]
    [DataRow(
        "net8 web rid:linux-musl-x64",
        "aspnet:8.0-alpine-extra",
        "linux-musl-x64 needs musl, globalization is on, so -extra")]
    [DataRow(
        "net8 rid:linux-musl-x64",
        "runtime:8.0-alpine-extra",
        "linux-musl-x64 needs musl, globalization is on, so -extra")]
    // versions and architectures
    [DataRow("net8 web", "aspnet:8.0-noble-chiseled-extra", "globalization is on, so -extra")]
    [DataRow("net8 web rid:linux-arm64", "aspnet:8.0-noble-chiseled-extra", "globalization is on, so -extra")]
    [DataRow(
        "net8 web rid:linux-arm",
        "aspnet:8.0-jammy-chiseled-extra",
        "noble-chiseled-extra has no arm/v7, so jammy-chiseled-extra")]
    [DataRow(
        "net8 web invariant rids:linux-x64;linux-arm",
        "aspnet:8.0-jammy-chiseled",
        "noble-chiseled has no arm/v7, so jammy-chiseled")]
    [DataRow(
        "net8 web rid:linux-musl-arm",
        "aspnet:8.0-alpine-extra",
        "linux-musl-arm needs musl, globalization is on, so -extra")]
    [DataRow("net9 web", "aspnet:9.0-noble-chiseled-extra", "globalization is on, so -extra")]
    [DataRow("net9 rid:linux-arm", "runtime:9.0-noble-chiseled-extra", "globalization is on, so -extra")]
    [DataRow(
        "net10 sc rid:linux-arm",
        "runtime-deps:10.0-noble-chiseled-extra",
        "the application brings its runtime, globalization is on, so -extra")]
    [DataRow(
        "net11 web",
        "aspnet:11.0-preview-resolute-chiseled-extra",
        "globalization is on, so -extra; .NET 11.0 is a preview")]
    [DataRow(
        "net11 aot invariant",
        "runtime-deps:11.0-preview-resolute-chiseled",
        "native AOT needs no runtime, globalization is invariant, so without ICU; .NET 11.0 is a preview")]
    [DataRow(
        "net11 rid:linux-musl-x64",
        "runtime:11.0-preview-alpine-extra",
        "linux-musl-x64 needs musl, globalization is on, so -extra; .NET 11.0 is a preview")]
    // only the Linux part of what the project may be built for
    [DataRow(
        "net10 web RuntimeIdentifiers=win-x64;linux-x64",
        "aspnet:10.0-noble-chiseled-extra",
        "globalization is on, so -extra")]
    [DataRow(
        "net10 aot rid:win-x64 UseCurrentRuntimeIdentifier=true",
        "runtime-deps:10.0-noble-chiseled-extra",
        "native AOT needs no runtime, globalization is on, so -extra")]
    // packages
    [DataRow(
        "net10 web package:SkiaSharp.NativeAssets.Linux",
        "aspnet:10.0-noble",
        "SkiaSharp.NativeAssets.Linux needs libfontconfig, which a chiseled image cannot carry, so the full one")]
    [DataRow(
        "net8 web package:microsoft.aspnetcore.authentication.negotiate rid:linux-arm",
        "aspnet:8.0-jammy",
        "noble has no arm/v7, so jammy")]
    [DataRow(
        "net10 web package:Microsoft.Data.SqlClient",
        "aspnet:10.0-noble-chiseled-extra",
        "globalization is on, so -extra")]
    [DataRow(
        "net10 web invariant package:Microsoft.Data.SqlClient",
        "aspnet:10.0-noble-chiseled-extra",
        "Microsoft.Data.SqlClient needs ICU although InvariantGlobalization is on, so -extra")]
    [DataRow(
        "net10 web invariant package:SkiaSharp.NativeAssets.Linux rid:linux-musl-x64",
        "aspnet:10.0-alpine",
        "linux-musl-x64 needs musl, SkiaSharp.NativeAssets.Linux needs libfontconfig, which must be installed")]
    // the project's own family
    [DataRow("net10 web ContainerFamily=noble", "aspnet:10.0-noble", "the family noble is asked for")]
    [DataRow(
        "net10 web ContainerFamily=alpine",
        "aspnet:10.0-alpine-extra",
        "the family alpine is asked for and globalization is on, so -extra")]
    public void Chooses(string properties, string image, string reason)
    {
        var choice = Select(properties);
        Assert.IsNull(choice.Error);
        Assert.AreEqual("mcr.microsoft.com/dotnet/" + image, choice.Image!.ToString());
        Assert.AreEqual(reason, choice.Reason);
        Assert.IsTrue(choice.Catalog!.IsListed);
    }

    [TestMethod]
    [DataRow(
        "net10 web",
        "noble-chiseled",
        "aspnet:10.0-noble-chiseled-extra",
        "the family noble-chiseled is asked for and globalization is on, so -extra")]
    [DataRow(
        "net10 web invariant",
        "noble-chiseled",
        "aspnet:10.0-noble-chiseled",
        "the family noble-chiseled is asked for")]
    [DataRow(
        "net10 web",
        "azurelinux3.0-distroless",
        "aspnet:10.0-azurelinux3.0-distroless-extra",
        "the family azurelinux3.0-distroless is asked for and globalization is on, so -extra")]
    [DataRow(
        "net10 web",
        "noble-chiseled-composite",
        "aspnet:10.0-noble-chiseled-composite-extra",
        "the family noble-chiseled-composite is asked for and globalization is on, so -extra")]
    [DataRow(
        "net10 web",
        "alpine3.23",
        "aspnet:10.0-alpine3.23-extra",
        "the family alpine3.23 is asked for and globalization is on, so -extra")]
    [DataRow(
        "net8 aot rid:linux-musl-x64",
        "alpine",
        "runtime-deps:8.0-alpine3.24-extra",
        "the family alpine is asked for and globalization is on, so -extra")]
    [DataRow("net10 web", "resolute", "aspnet:10.0-resolute", "the family resolute is asked for")]
    [DataRow(
        "net10 web package:SkiaSharp.NativeAssets.Linux",
        "noble-chiseled-extra",
        "aspnet:10.0-noble-chiseled-extra",
        "the family noble-chiseled-extra is asked for; SkiaSharp.NativeAssets.Linux needs libfontconfig, which it "
            + "lacks")]
    public void Honours_a_family(string properties, string family, string image, string reason)
    {
        var choice = Select(properties, family);
        Assert.AreEqual("mcr.microsoft.com/dotnet/" + image, choice.Image?.ToString(), choice.Error);
        Assert.AreEqual(reason, choice.Reason);
    }

    [TestMethod]
    [DataRow(
        "net10 rid:win-x64",
        null,
        "the project is built for win-x64, which no Linux image runs: set ContainerRuntimeIdentifier to a Linux one "
            + "such as linux-x64")]
    [DataRow(
        "net10 RuntimeIdentifiers=win-x64;win-arm64",
        null,
        "the project is built for win-x64, which no Linux image runs: set ContainerRuntimeIdentifier to a Linux one "
            + "such as linux-x64")]
    [DataRow(
        "net10 rids:linux-x64;win-x64",
        null,
        "the project is built for win-x64, which no Linux image runs: set ContainerRuntimeIdentifier to a Linux one "
            + "such as linux-x64")]
    [DataRow(
        "net10 rid:osx-arm64",
        null,
        "the project is built for osx-arm64, which no Linux image runs: set ContainerRuntimeIdentifier to a Linux one "
            + "such as linux-x64")]
    [DataRow(
        "net10 rids:linux-x64;linux-musl-x64",
        null,
        "the project is built for both linux-x64 and linux-musl-x64, but one image has either glibc or musl: keep one "
            + "kind")]
    [DataRow("net10 sc rid:linux-s390x", null, "no dotnet/runtime-deps image of .NET 10.0 exists for linux-s390x")]
    [DataRow(
        "net10 web", "bookworm-slim", "no dotnet/aspnet image of .NET 10.0 has the family 'bookworm-slim'; there are")]
    [DataRow(
        "net10 web rid:linux-arm",
        "azurelinux3.0-distroless",
        "dotnet/aspnet:10.0-azurelinux3.0-distroless-extra does not exist for arm/v7; its architectures are amd64, "
            + "arm64")]
    [DataRow(
        "net10 sc rid:linux-x64",
        "alpine",
        "the family 'alpine' has musl, and a self-contained application built for linux-x64 needs glibc")]
    [DataRow(
        "net10 aot rid:linux-musl-x64",
        "noble",
        "the family 'noble' has glibc, and a self-contained application built for linux-musl-x64 needs musl")]
    [DataRow(
        "TargetFramework=net7.0",
        null,
        "no image of .NET 7.0 is maintained, its support ended on 2024-05-14: target net10.0")]
    [DataRow("TargetFramework=net12.0", null, "no image of .NET 12.0 is in the catalogue")]
    [DataRow("TargetFramework=net48", null, "the project targets net48, and .NET images run only .NET")]
    [DataRow(
        "TargetFrameworks=net8.0;net10.0",
        null,
        "the project targets net8.0 and net10.0: an image is built for one of them, name it with TargetFramework")]
    [DataRow("", null, "the project targets no framework, and .NET images run only .NET")]
    [DataRow(
        "net10 FrameworkReference=Microsoft.WindowsDesktop.App",
        null,
        "the project uses Microsoft.WindowsDesktop.App, which runs only on Windows")]
    [DataRow("net10 ContainerBaseImage=Not/Valid", null, "ContainerBaseImage 'Not/Valid' is not an image reference")]
    public void Says_why_there_is_none(string properties, string? family, string error)
    {
        var choice = Select(properties, family);
        Assert.IsNull(choice.Image);
        StringAssert.StartsWith(choice.Error, error);
    }

    [TestMethod]
    public void Names_the_mirror_and_remembers_the_original()
    {
        var mirrors = new RegistryMirrors([KeyValuePair.Create("mcr.microsoft.com", "registry.contoso.com/mcr")]);
        var choice = Select("net10 web", mirrors: mirrors);
        Assert.AreEqual("registry.contoso.com/mcr/dotnet/aspnet:10.0-noble-chiseled-extra", choice.Image!.ToString());
        Assert.AreEqual("dotnet/aspnet", choice.Catalog!.Repository);
    }

    [TestMethod]
    public void A_base_image_of_the_teams_own_is_kept()
    {
        var choice =
            Select("net10 web ContainerBaseImage=registry.contoso.com/base:1 package:SkiaSharp.NativeAssets.Linux");
        Assert.AreEqual("registry.contoso.com/base:1", choice.Image!.ToString());
        Assert.IsNull(choice.Catalog);
        Assert.IsEmpty(choice.MissingLibraries);
    }

    [TestMethod]
    public void Says_that_support_has_ended() =>
        StringAssert.EndsWith(
            Select("net8", today: new DateTime(2026, 11, 22)).Reason, "; .NET 8.0 is out of support since 2026-11-10");

    [TestMethod]
    public void Lists_the_libraries_to_install()
    {
        var missing = Select(
            "net10 web package:SkiaSharp.NativeAssets.Linux;Microsoft.AspNetCore.Authentication.Negotiate;"
                + "Microsoft.Data.SqlClient").MissingLibraries;
        CollectionAssert.AreEqual(
            new[] { "libfontconfig1", "libgssapi-krb5-2" }, missing.Select(need => need.AptPackage).ToArray());
    }

    [TestMethod]
    public void Every_combination_gets_an_existing_image_that_can_run_it()
    {
        foreach (var version in new[] { "net8", "net9", "net10", "net11" })
        {
            foreach (var framework in new[] { "", "web" })
            {
                foreach (var deployment in new[] { "", "sc", "aot", "trim" })
                {
                    foreach (var globalization in new[] { "", "invariant" })
                    {
                        foreach (var rid in new[]
                        {
                            "", "linux-x64", "linux-arm64", "linux-arm", "linux-musl-x64", "linux-musl-arm64",
                            "linux-musl-arm",
                        })
                        {
                            var properties =
                                $"{version} {framework} {deployment} {globalization} "
                                    + (rid.Length > 0 ? "rid:" + rid : "");
                            var choice = Select(properties);
                            Assert.IsNull(choice.Error, properties);
                            var image = choice.Catalog!;
                            Assert.IsTrue(image.IsListed, properties);
                            Assert.AreEqual(
                                deployment.Length > 0 ? DotNetImageKind.RuntimeDeps
                                    : framework.Length > 0 ? DotNetImageKind.AspNet
                                    : DotNetImageKind.Runtime, image.Kind, properties);
                            Assert.AreEqual(
                                rid.Contains("musl", StringComparison.Ordinal) ? Libc.Musl : Libc.Glibc,
                                image.Family.Libc,
                                properties);
                            Assert.AreEqual(globalization.Length == 0, image.Family.HasIcu, properties);
                            Assert.AreEqual(image.Family.Libc == Libc.Glibc, image.Family.IsDistroless, properties);
                            Assert.IsNull(image.FullVersion, properties);
                            if (RuntimeIdentifier.Parse(rid).Architecture is { } architecture)
                                Assert.Contains(architecture, image.Architectures, properties);
                        }
                    }
                }
            }
        }
    }
}
