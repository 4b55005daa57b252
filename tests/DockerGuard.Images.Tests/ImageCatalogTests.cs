using System;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Oci;

namespace DockerGuard.Images.Tests;

[TestClass]
public sealed class ImageCatalogTests
{
    private static CatalogImage? Find(string image) => ImageCatalog.Default.Find(ImageReference.Parse(image));

    [TestMethod]
    [DataRow("mcr.microsoft.com/dotnet/aspnet:10.0", DotNetImageKind.AspNet, "10.0", "noble", true)]
    [DataRow("mcr.microsoft.com/dotnet/aspnet:8.0", DotNetImageKind.AspNet, "8.0", "bookworm-slim", true)]
    [DataRow("mcr.microsoft.com/dotnet/sdk", DotNetImageKind.Sdk, "10.0", "noble", true)]
    [DataRow("mcr.microsoft.com/dotnet/sdk:latest", DotNetImageKind.Sdk, "10.0", "noble", true)]
    [DataRow("mcr.microsoft.com/dotnet/sdk:10.0.400", DotNetImageKind.Sdk, "10.0", "noble", true)]
    [DataRow(
        "mcr.microsoft.com/dotnet/runtime-deps:8.0-noble-chiseled",
        DotNetImageKind.RuntimeDeps,
        "8.0",
        "noble-chiseled",
        true)]
    [DataRow("mcr.microsoft.com/dotnet/runtime:10.0-alpine", DotNetImageKind.Runtime, "10.0", "alpine3.24", true)]
    [DataRow(
        "mcr.microsoft.com/dotnet/aspnet:8.0.3-noble-chiseled", DotNetImageKind.AspNet, "8.0", "noble-chiseled", false)]
    [DataRow("mcr.microsoft.com/dotnet/aspnet:6.0", DotNetImageKind.AspNet, "6.0", "bullseye-slim", false)]
    [DataRow("mcr.microsoft.com/dotnet/runtime:7.0-alpine3.18", DotNetImageKind.Runtime, "7.0", "alpine3.18", false)]
    [DataRow(
        "mcr.microsoft.com/dotnet/runtime:7.0-alpine3.18-arm64v8", DotNetImageKind.Runtime, "7.0", "alpine3.18", false)]
    [DataRow("mcr.microsoft.com/dotnet/sdk:9.0.100-rc.2-alpine3.20", DotNetImageKind.Sdk, "9.0", "alpine3.20", false)]
    [DataRow("mcr.microsoft.com/dotnet/sdk:12.0-preview", DotNetImageKind.Sdk, "12.0", "resolute", false)]
    [DataRow(
        "mcr.microsoft.com/dotnet/core/aspnet:3.1-buster-slim", DotNetImageKind.AspNet, "3.1", "buster-slim", false)]
    [DataRow("mcr.microsoft.com/dotnet/core/sdk:3.1", DotNetImageKind.Sdk, "3.1", "buster-slim", false)]
    [DataRow("mcr.microsoft.com/dotnet/core/sdk", DotNetImageKind.Sdk, "3.1", "buster-slim", false)]
    [DataRow("mcr.microsoft.com/dotnet/nightly/aspnet:11.0-preview", DotNetImageKind.AspNet, "11.0", "resolute", false)]
    [DataRow("mcr.microsoft.com/dotnet/nightly/sdk", DotNetImageKind.Sdk, "10.0", "noble", false)]
    [DataRow("microsoft/dotnet:2.1-sdk", DotNetImageKind.Sdk, "2.1", "stretch-slim", false)]
    [DataRow("microsoft/dotnet:2.1-aspnetcore-runtime-alpine", DotNetImageKind.AspNet, "2.1", "alpine", false)]
    [DataRow("microsoft/dotnet:1.1.2-runtime-deps", DotNetImageKind.RuntimeDeps, "1.1", "jessie", false)]
    [DataRow("microsoft/dotnet:2.0.0-sdk-2.0.2-jessie", DotNetImageKind.Sdk, "2.0", "jessie", false)]
    [DataRow("microsoft/dotnet", DotNetImageKind.Sdk, "2.2", "stretch-slim", false)]
    [DataRow("microsoft/aspnetcore-build:2.0", DotNetImageKind.Sdk, "2.0", "stretch", false)]
    [DataRow(
        "mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025",
        DotNetImageKind.AspNet,
        "10.0",
        "nanoserver-ltsc2025",
        true)]
    [DataRow("mcr.microsoft.com/dotnet/monitor:9", DotNetImageKind.Monitor, "9.0", "azurelinux3.0-distroless", false)]
    public void Finds_by_table_and_by_shape(
        string image, DotNetImageKind kind, string version, string family, bool isListed)
    {
        var found = Find(image);
        Assert.IsNotNull(found);
        Assert.AreEqual(kind, found.Kind);
        Assert.AreEqual(Version.Parse(version), found.DotNetVersion);
        Assert.AreEqual(family, found.Family.Name);
        Assert.AreEqual(isListed, found.IsListed);
    }

    [TestMethod]
    [DataRow("ubuntu")]
    [DataRow("mcr.microsoft.com/azurelinux/base/core:3.0")]
    [DataRow("mcr.microsoft.com/dotnet/framework/aspnet:4.8")]
    [DataRow("mcr.microsoft.com/dotnet/samples:aspnetapp")]
    [DataRow("mcr.microsoft.com/dotnet/aspnet:not-a-version")]
    [DataRow("mcr.microsoft.com/dotnet/aspnet:99999999999999999999.0")]
    [DataRow("contoso.com/dotnet/aspnet:8.0")]
    [DataRow("mcr.microsoft.com/dotnet/aspnet@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void Knows_nothing_of_other_images(string image) => Assert.IsNull(Find(image));

    [TestMethod]
    [DataRow("noble", Libc.Glibc, true, "apt", true, true, null)]
    [DataRow("noble-chiseled", Libc.Glibc, false, null, false, false, "1654")]
    [DataRow("noble-chiseled-extra", Libc.Glibc, false, null, true, true, "1654")]
    [DataRow("noble-chiseled-composite", Libc.Glibc, false, null, false, false, "1654")]
    [DataRow("alpine3.24", Libc.Musl, true, "apk", false, false, null)]
    [DataRow("alpine3.24-composite-extra", Libc.Musl, true, "apk", true, true, null)]
    [DataRow("azurelinux3.0-distroless-extra", Libc.Glibc, false, null, true, true, "1654")]
    [DataRow("cbl-mariner2.0", Libc.Glibc, true, "tdnf", true, true, null)]
    [DataRow("nanoserver-ltsc2025", Libc.Windows, true, null, true, true, "ContainerUser")]
    [DataRow("vivid-chiseled-extra", Libc.Glibc, false, null, true, true, "1654")]
    public void Families_have_traits(
        string family, Libc libc, bool shell, string? packageManager, bool icu, bool timeZones, string? user)
    {
        var traits = Find("mcr.microsoft.com/dotnet/aspnet:10.0-" + family)!.Family;
        Assert.AreEqual(libc, traits.Libc);
        Assert.AreEqual(shell, traits.HasShell);
        Assert.AreEqual(packageManager, traits.PackageManager);
        Assert.AreEqual(icu, traits.HasIcu);
        Assert.AreEqual(timeZones, traits.HasTimeZones);
        Assert.AreEqual(user, traits.User);
        Assert.AreEqual(!shell && libc != Libc.Windows, traits.IsDistroless);
    }

    [TestMethod]
    public void Every_listed_family_is_described() =>
        Assert.IsEmpty(ImageCatalog.Default.Tags.Where(tag => !tag.Family.IsKnown).Select(tag => tag.ToString()));

    [TestMethod]
    public void The_shape_of_every_listed_tag_agrees_with_its_row()
    {
        foreach (var tag in ImageCatalog.Default.Tags.Where(tag => tag.Tag != "latest"))
        {
            var shape = TagShape.Parse(tag.Tag);
            Assert.IsNotNull(shape, tag.ToString());
            Assert.AreEqual(tag.DotNetVersion, shape.DotNetVersion, tag.ToString());
        }
    }

    [TestMethod]
    public void Tags_are_sorted_and_single()
    {
        var names = ImageCatalog.Default.Tags.Select(tag => tag.Repository + "\t" + tag.Tag).ToArray();
        CollectionAssert.AreEqual(names.Distinct().Order(StringComparer.Ordinal).ToArray(), names);
        Assert.IsGreaterThan(500, names.Length);
    }

    [TestMethod]
    public void Lifecycles_end_after_their_last_day()
    {
        var eight = ImageCatalog.Default.Lifecycle(new Version(8, 0, 3))!;
        Assert.IsFalse(eight.HasEnded(new DateTime(2026, 11, 10, 23, 0, 0, DateTimeKind.Unspecified)));
        Assert.IsTrue(eight.HasEnded(new DateTime(2026, 11, 11)));
        Assert.IsTrue(eight.IsLongTermSupport);
        Assert.IsNull(ImageCatalog.Default.Lifecycle(new Version(4, 8)));
        Assert.IsTrue(ImageCatalog.Default.Lifecycle(new Version(11, 0))!.IsPreview);
    }

    [TestMethod]
    public void An_image_is_found_at_a_mirror_of_several_registries()
    {
        var mirrors =
            new RegistryMirrors([new("docker.io", "all.contoso.com"), new("mcr.microsoft.com", "all.contoso.com")]);
        var image = ImageReference.Parse("all.contoso.com/dotnet/aspnet:8.0");
        Assert.AreEqual(new Version(8, 0), ImageCatalog.Default.Find(image, mirrors)!.DotNetVersion);
    }

    [TestMethod]
    public void Images_tell_their_versions_users_and_age()
    {
        var sdk = Find("mcr.microsoft.com/dotnet/sdk:10.0.400-noble-aot")!;
        Assert.AreEqual("10.0.400", sdk.FullVersion);
        Assert.IsTrue(sdk.HasIcu);
        Assert.IsNull(sdk.User);
        Assert.AreEqual(
            "11.0.0-preview.7", Find("mcr.microsoft.com/dotnet/runtime:11.0.0-preview.7-resolute")!.FullVersion);
        Assert.IsTrue(Find("mcr.microsoft.com/dotnet/runtime:11.0-preview-resolute")!.IsPreview);
        Assert.AreEqual("app", Find("mcr.microsoft.com/dotnet/runtime:7.0-jammy-chiseled")!.User);
        Assert.AreEqual(new Version(2, 1), Find("microsoft/dotnet:2.1-sdk")!.DotNetVersion);
        Assert.AreEqual(new Version(10, 0), Find("mcr.microsoft.com/dotnet/nightly/sdk:10.0")!.DotNetVersion);
        CollectionAssert.AreEqual(
            new[] { "arm64" },
            Find("mcr.microsoft.com/dotnet/runtime:7.0-alpine3.18-arm64v8")!.Architectures.ToArray());
        Assert.IsEmpty(Find("mcr.microsoft.com/dotnet/runtime:7.0")!.Architectures);
    }
}
