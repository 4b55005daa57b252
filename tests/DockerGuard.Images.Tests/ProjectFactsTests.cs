using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Tests;

[TestClass]
public sealed class ProjectFactsTests
{
    internal static ProjectFacts Facts(params string[] properties) => ProjectFacts.From(
        properties.Select(property => property.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]));

    [TestMethod]
    [DataRow("true", true)]
    [DataRow("TRUE", true)]
    [DataRow(" True ", true)]
    [DataRow("false", false)]
    [DataRow("", false)]
    [DataRow("yes", false)]
    public void Booleans_ignore_case_and_blanks(string value, bool expected) =>
        Assert.AreEqual(expected, Facts("publishaot=" + value).IsAot);

    [TestMethod]
    public void An_empty_property_is_an_absent_one()
    {
        var facts = Facts("Description=  ", "Title=Web");
        Assert.IsNull(facts.Get("Description"));
        Assert.IsNull(facts.Get("Nothing"));
        Assert.AreEqual("Web", facts.Get("TITLE"));
        Assert.AreEqual("", facts.AssemblyName);
    }

    [TestMethod]
    [DataRow("TargetFrameworkVersion=v10.0", "10.0")]
    [DataRow("TargetFramework=net8.0-windows", "8.0")]
    [DataRow("TargetFramework=netcoreapp3.1", "3.1")]
    [DataRow("TargetFramework=nonsense", null)]
    [DataRow("TargetFrameworkVersion=v", null)]
    public void Framework_version(string property, string? expected) =>
        Assert.AreEqual(expected, Facts(property).TargetFrameworkVersion?.ToString());

    [TestMethod]
    [DataRow("TargetFrameworkIdentifier=.NETCoreApp", true)]
    [DataRow("TargetFrameworkIdentifier=.NETFramework", false)]
    [DataRow("TargetFramework=net10.0", true)]
    [DataRow("TargetFramework=net48", false)]
    [DataRow("TargetFramework=netstandard2.0", false)]
    public void Only_dotnet_is_dotnet(string property, bool expected) =>
        Assert.AreEqual(expected, Facts(property).IsDotNet);

    [TestMethod]
    [DataRow("", false)]
    [DataRow("SelfContained=true", true)]
    [DataRow("PublishSelfContained=true", true)]
    [DataRow("PublishAot=true", true)]
    [DataRow("PublishTrimmed=true", true)]
    [DataRow("PublishSingleFile=true", true)]
    [DataRow("PublishSingleFile=true SelfContained=false", false)]
    [DataRow("PublishSingleFile=true SelfContained=false PublishSelfContained=true", true)]
    public void Self_contained_as_the_sdk_infers_it(string properties, bool expected) =>
        Assert.AreEqual(expected, Facts(properties.Split(' ', StringSplitOptions.RemoveEmptyEntries)).IsSelfContained);

    [TestMethod]
    [DataRow("RuntimeIdentifiers=linux-x64;win-x64", "linux-x64 win-x64")]
    [DataRow("RuntimeIdentifiers=linux-x64|RuntimeIdentifier=linux-arm64", "linux-arm64")]
    [DataRow("ContainerRuntimeIdentifiers=linux-x64; linux-arm64 ;|RuntimeIdentifier=win-x64", "linux-x64 linux-arm64")]
    [DataRow("RuntimeIdentifier=win-x64|UseCurrentRuntimeIdentifier=true", "")]
    [DataRow(
        "RuntimeIdentifier=win-x64|UseCurrentRuntimeIdentifier=true|ContainerRuntimeIdentifier=linux-x64", "linux-x64")]
    public void Runtime_identifiers_by_precedence(string properties, string expected) =>
        Assert.AreEqual(expected, string.Join(' ', Facts(properties.Split('|')).RuntimeIdentifiers));

    [TestMethod]
    public void Later_changes_of_the_source_do_not_reach_the_facts()
    {
        var values = new Dictionary<string, string> { ["Title"] = "a" };
        var facts = ProjectFacts.From(values);
        values["Title"] = "b";
        Assert.AreEqual("a", facts.Get("Title"));
    }

    [TestMethod]
    [DataRow("linux-x64", Libc.Glibc, "amd64")]
    [DataRow("linux-musl-arm64", Libc.Musl, "arm64")]
    [DataRow("linux-arm", Libc.Glibc, "arm/v7")]
    [DataRow("alpine.3.18-x64", Libc.Musl, "amd64")]
    [DataRow("ubuntu.22.04-x64", Libc.Glibc, "amd64")]
    [DataRow("win-x64", Libc.Windows, "amd64")]
    [DataRow("win10-x86", Libc.Windows, "386")]
    [DataRow("osx-arm64", null, "arm64")]
    [DataRow("linux-bionic-arm64", null, "arm64")]
    [DataRow("linux", Libc.Glibc, null)]
    [DataRow("", null, null)]
    public void Runtime_identifier_parts(string text, Libc? libc, string? architecture)
    {
        var identifier = RuntimeIdentifier.Parse(text);
        Assert.AreEqual(libc, identifier.Libc);
        Assert.AreEqual(architecture, identifier.Architecture);
    }
}
