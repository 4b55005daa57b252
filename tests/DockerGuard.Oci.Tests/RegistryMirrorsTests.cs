using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Oci.Tests;

[TestClass]
public sealed class RegistryMirrorsTests
{
    private static RegistryMirrors Mirrors(params string[] entries) =>
        new(entries.Select(entry => entry.Split('=')).Select(parts => KeyValuePair.Create(parts[0], parts[1])));

    [TestMethod]
    [DataRow(
        "mcr.microsoft.com=registry.contoso.com/mcr",
        "mcr.microsoft.com/dotnet/aspnet:10.0",
        "registry.contoso.com/mcr/dotnet/aspnet:10.0")]
    [DataRow("docker.io=hub.contoso.com", "ubuntu:24.04", "hub.contoso.com/library/ubuntu:24.04")]
    [DataRow("index.docker.io=hub.contoso.com", "ubuntu:24.04", "hub.contoso.com/library/ubuntu:24.04")]
    [DataRow("docker.io/library=contoso.com/official", "ubuntu", "contoso.com/official/ubuntu")]
    [DataRow("docker.io/library=contoso.com/official", "grafana/grafana", "docker.io/grafana/grafana")]
    [DataRow(
        "mcr.microsoft.com/dotnet=contoso.com/net,mcr.microsoft.com=contoso.com/mcr",
        "mcr.microsoft.com/dotnet/sdk",
        "contoso.com/net/sdk")]
    [DataRow(
        "mcr.microsoft.com/dotnet=contoso.com/net,mcr.microsoft.com=contoso.com/mcr",
        "mcr.microsoft.com/azurelinux",
        "contoso.com/mcr/azurelinux")]
    [DataRow("mcr.microsoft.com/dot=contoso.com/net", "mcr.microsoft.com/dotnet/sdk", "mcr.microsoft.com/dotnet/sdk")]
    [DataRow("mcr.microsoft.com=localhost:5000", "mcr.microsoft.com/dotnet/sdk:10.0", "localhost:5000/dotnet/sdk:10.0")]
    [DataRow("docker.io=docker.io/contoso", "ubuntu", "docker.io/contoso/library/ubuntu")]
    public void Applies_the_longest_prefix(string entries, string image, string expected)
    {
        var mirrors = Mirrors(entries.Split(','));
        var mapped = mirrors.Apply(ImageReference.Parse(image));
        Assert.AreEqual(expected, mapped.ToString());
        Assert.AreEqual(expected, mirrors.Apply(mapped).ToString(), "a second time changes nothing");
        Assert.AreEqual(ImageReference.Parse(image), mirrors.Originals(mapped)[0]);
    }

    [TestMethod]
    public void A_mirrored_name_is_not_mapped_by_another_entry()
    {
        var mirrors = Mirrors("mcr.microsoft.com=a.contoso.com/mcr", "a.contoso.com=b.contoso.com");
        Assert.AreEqual(
            "a.contoso.com/mcr/dotnet/sdk",
            mirrors.Apply(ImageReference.Parse("mcr.microsoft.com/dotnet/sdk")).ToString());
        Assert.AreEqual(
            "a.contoso.com/mcr/dotnet/sdk",
            mirrors.Apply(ImageReference.Parse("a.contoso.com/mcr/dotnet/sdk")).ToString());
        Assert.AreEqual("b.contoso.com/tools", mirrors.Apply(ImageReference.Parse("a.contoso.com/tools")).ToString());
    }

    [TestMethod]
    public void One_mirror_of_several_registries_has_several_originals()
    {
        var mirrors = Mirrors("docker.io=all.contoso.com", "mcr.microsoft.com=all.contoso.com");
        var originals = mirrors.Originals(ImageReference.Parse("all.contoso.com/dotnet/aspnet:8.0"));
        CollectionAssert.AreEqual(
            new[] { "docker.io/dotnet/aspnet:8.0", "mcr.microsoft.com/dotnet/aspnet:8.0" },
            originals.Select(o => o.ToString()).ToArray());
    }

    [TestMethod]
    [DataRow("mcr.microsoft.com", true)]
    [DataRow("mcr.microsoft.com/", true)]
    [DataRow("localhost:5000/a/b", true)]
    [DataRow("contoso/base", true)]
    [DataRow("", false)]
    [DataRow(null, false)]
    [DataRow("a.b/c:tag", false)]
    [DataRow("https://a.b", false)]
    [DataRow("a.b/C", false)]
    public void Prefixes_are_checked(string? text, bool expected) =>
        Assert.AreEqual(expected, RegistryMirrors.IsPrefix(text));

    [TestMethod]
    public void A_malformed_prefix_is_refused() =>
        Assert.ThrowsExactly<ArgumentException>(() => Mirrors("mcr.microsoft.com=not a registry"));

    [TestMethod]
    public void Tag_and_digest_are_kept()
    {
        var digest = "sha256:" + new string('a', 64);
        Assert.AreEqual(
            "b.c/x:1@" + digest, Mirrors("a.b=b.c").Apply(ImageReference.Parse("a.b/x:1@" + digest)).ToString());
    }
}
