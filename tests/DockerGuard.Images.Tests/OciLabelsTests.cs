using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Labels;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Images.Tests;

/// <summary>One table for both ways to an image.</summary>
[TestClass]
public sealed class OciLabelsTests
{
    private const string Prefix = "org.opencontainers.image.";

    [TestMethod]
    public void The_table_is_sorted_and_names_each_label_once()
    {
        var names = OciLabels.All.Select(label => label.Name).ToArray();
        CollectionAssert.AreEqual(names.Distinct().Order(System.StringComparer.Ordinal).ToArray(), names);
        Assert.IsTrue(
            OciLabels.All.All(label => (label.Argument is not null) == (label.KnownAt == LabelMoment.BuildArgument)));
    }

    [TestMethod]
    [DataRow("AssemblyName=Contoso.Shop", "title", "Contoso.Shop")]
    [DataRow("AssemblyName=Web|Title=Shop", "title", "Shop")]
    [DataRow("AssemblyName=Web|Title=Shop|ContainerTitle=The shop", "title", "The shop")]
    [DataRow("AssemblyName=Web|Company=Contoso", "vendor", "Contoso")]
    [DataRow("AssemblyName=Web|Company=Web", "vendor", null)]
    [DataRow("AssemblyName=Web|Company=Contoso|ContainerVendor=Contoso Ltd", "vendor", "Contoso Ltd")]
    [DataRow(
        "RepositoryUrl=https://user:secret@github.com/contoso/shop.git", "source", "https://github.com/contoso/shop")]
    [DataRow("RepositoryUrl=https://a.example/x --password s3cret", "source", "https://a.example/x")]
    [DataRow("ContainerTitle=a\u001b[2K\r\nb\u202E", "title", "a [2K  b\uFFFD")]
    [DataRow("Company=see https://u:p@a.example", "vendor", "see https://***@a.example")]
    [DataRow("Title=see https://a.example/x?t=s3cret9&tab=a#s3cret9.", "title", "see https://a.example/x?tab=a.")]
    [DataRow("Title=(https://u:p@a.example/x%3Ftoken%3Ds3cret) b", "title", "(https://***@a.example/x) b")]
    [DataRow("Title=a https://token:s3cret b c://x", "title", "a  b c://x")]
    [DataRow("Title=C: a:b, 1:2 and #3", "title", "C: a:b, 1:2 and #3")]
    public void Both_ways_have_the_same_value(string properties, string name, string? expected)
    {
        var facts = Facts(properties);
        Assert.AreEqual(expected, Value(OciLabels.OfProject(facts), name));
        Assert.AreEqual(expected, Value(OciLabels.Complete([], facts, []), name));
    }

    [TestMethod]
    public void Without_the_SDKs_own_both_ways_have_the_same_set()
    {
        var facts = Facts("AssemblyName=Web|Title=T|Company=C|Version=1.0|RepositoryUrl=https://a.b/c") with
        {
            SourceRevision = "0123",
            Tag = "1.0",
        };
        var published = OciLabels.All.Where(label => label.KnownAt == LabelMoment.Publish || label.IsSdks)
            .Select(label => label.Name);
        var dockerfile = OciLabels.OfProject(facts).Select(label => label.Key)
            .Concat(
                OciLabels.All.Where(label => label.KnownAt == LabelMoment.BuildArgument).Select(label => label.Name));
        CollectionAssert.AreEquivalent(
            OciLabels.Complete([], facts, []).Select(label => label.Key).Except(published).ToArray(),
            dockerfile.Except(published).ToArray());
    }

    [TestMethod]
    public void What_is_written_stays_and_what_is_missing_joins()
    {
        var facts = Facts("AssemblyName=Web|Version=1.0") with { SourceRevision = " 0123 ", Tag = "1.0-beta" };
        var labels = OciLabels.Complete(
            [new("b", "1"), new("b", "2"), new(Prefix + "title", "Mine")], facts, ["version"]);
        Assert.AreEqual(
            $"b=2 {Prefix}ref.name=1.0-beta {Prefix}revision=0123 {Prefix}title=Mine",
            string.Join(" ", labels.Select(label => $"{label.Key}={label.Value}")));
    }

    [TestMethod]
    [DataRow("ContainerInformationUrl", "url")]
    [DataRow("PackageProjectUrl", "url")]
    [DataRow("ContainerDocumentationUrl", "documentation")]
    [DataRow("PackageProjectUrl", "documentation")]
    [DataRow("RepositoryUrl", "source")]
    public void A_secret_of_an_address_reaches_no_label(string property, string name)
    {
        var facts = Facts(property + "=user:p/w@a.example/shop?t=s3cret#s3cret");
        Assert.AreEqual("a.example/shop", Value(OciLabels.OfProject(facts), name));
    }

    [TestMethod]
    public void What_the_project_and_the_SDK_write_is_cleaned_too()
    {
        var labels = OciLabels.Complete(
            [
                new(Prefix + "url", "https://user:p/w@a.example/x?token=y"), new(Prefix + "source", "https://user:pw@"),
                new("org.label-schema.vcs-url", "token@a.example:x/y"),
                new("org.label-schema.url", "token:s3cret"), new("note", "1\u001b[2K\n2"), new("e", " "),
                new(Prefix + "documentation", "https://a.example/index.git?author=me#top"),
            ],
            null, []);
        Assert.AreEqual(
            $"e= note=1 [2K 2 org.label-schema.vcs-url=a.example:x/y "
                + $"{Prefix}documentation=https://a.example/index.git?author=me#top {Prefix}url=https://a.example/x",
            string.Join(" ", labels.Select(label => $"{label.Key}={label.Value}")));
    }

    [TestMethod]
    public void A_project_that_wants_none_gets_none() =>
        CollectionAssert.AreEqual(
            new ImageLabel[] { new("a", "1") }, OciLabels.Complete([new("a", "1")], null, []).ToArray());

    [TestMethod]
    public void The_SDKs_base_is_the_one_that_is_built_on()
    {
        var pinned = "mcr.microsoft.com/dotnet/aspnet:10.0@sha256:" + new string('a', 64);
        var facts = Facts("AssemblyName=Web") with { BaseImage = ImageReference.Parse(pinned) };
        Assert.AreEqual(
            pinned, Value(OciLabels.Complete([new(Prefix + "base.name", "as written")], facts, []), "base.name"));
        Assert.IsNull(Value(OciLabels.Complete([], facts, []), "base.name"), "who switched it off gets none");
        Assert.AreEqual("mcr.microsoft.com/dotnet/aspnet:10.0", Value(OciLabels.OfProject(facts), "base.name"));
        Assert.AreEqual("sha256:" + new string('a', 64), Value(OciLabels.OfProject(facts), "base.digest"));
    }

    private static string? Value(IEnumerable<ImageLabel> labels, string name) =>
        labels.SingleOrDefault(label => label.Key == Prefix + name)?.Value;

    private static LabelFacts Facts(string properties) => new(
        ProjectFacts.From(properties.Split('|')
            .Select(property => property.Split('=', 2))
            .ToDictionary(parts => parts[0], parts => parts[1])),
        ImageReference.Parse("mcr.microsoft.com/dotnet/aspnet:10.0"));
}
