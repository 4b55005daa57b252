using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Evaluation;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

/// <summary>What is read of NuGet's own files.</summary>
[TestClass]
public sealed class NuGetFilesTests
{
    [TestMethod]
    public void Local_package_sources_are_the_folders_that_exist()
    {
        using var folder = new TemporaryFolder();
        folder.CreateFolder("feed");
        File.WriteAllText(folder["nuget.config"], """
            <configuration>
              <config><add key="globalPackagesFolder" value="feed" /></config>
              <packageSources>
                <clear />
                <add key="local" value="feed" />
                <add key="backslash" value=".\feed" />
                <add key="missing" value="nowhere" />
                <add key="remote" value="https://feed.contoso.example/v3/index.json" />
              </packageSources>
              <disabledPackageSources><add key="x" value="feed" /></disabledPackageSources>
            </configuration>
            """);

        var sources = LocalPackageSources.Of(folder["nuget.config"], File.ReadAllBytes(folder["nuget.config"]));

        CollectionAssert.AreEqual(new[] { folder["feed"], folder["feed"] }, sources.Select(Path.GetFullPath).ToArray());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("<configuration><packageSources>")]
    [DataRow("<!DOCTYPE x [<!ENTITY a 'b'>]><configuration/>")]
    public void A_nuget_config_that_is_not_plain_XML_has_no_sources(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["nuget.config"], text);
        Assert.IsEmpty(LocalPackageSources.Of(folder["nuget.config"], File.ReadAllBytes(folder["nuget.config"])));
    }

    [TestMethod]
    [DataRow("", true)]
    [DataRow(
        "<packageSources><clear /><add key=\"n\" value=\"https://api.nuget.org/v3/index.json\" /></packageSources>",
        true)]
    [DataRow("<config><add key=\"defaultPushSource\" value=\"x\" /></config><disabledPackageSources />", true)]
    [DataRow("<packageRestore><add key=\"enabled\" value=\"True\" /></packageRestore>", true)]
    [DataRow("<packageRestore><add key=\"enabled\" value=\"False\" /></packageRestore>", false)]
    [DataRow(
        "<packageSources><add key=\"f\" value=\"https://feed.contoso.example/v3/index.json\" /></packageSources>",
        false)]
    [DataRow("<packageSources><add key=\"f\" value=\"feed\" /></packageSources>", false)]
    [DataRow("<packageSourceMapping />", false)]
    [DataRow("<config><add key=\"globalPackagesFolder\" value=\"p\" /></config>", false)]
    [DataRow("<", false)]
    public void A_nuget_config_may_say_what_NuGet_does_without(string content, bool expected) => Assert.AreEqual(
        expected,
        NuGetDefaults.AreAll(Encoding.UTF8.GetBytes($"<configuration>{content}</configuration>")));

    [TestMethod]
    public void A_restored_package_is_found_by_its_id_in_any_case()
    {
        using var folder = new TemporaryFolder();
        folder.CreateFolder("packages/contoso.policy/1.2.0");
        const string assets =
            """{ "libraries": { "Contoso.Policy/1.2.0": { "type": "package", "path": "contoso.policy/1.2.0" } } }""";

        Assert.AreEqual(
            folder["packages/contoso.policy/1.2.0"],
            RestoredPackages.Find("Contoso.POLICY", assets, $"{folder["elsewhere"]};{folder["packages"]}"));
        Assert.IsNull(RestoredPackages.Find("Contoso.Other", assets, folder["packages"]));
        Assert.IsNull(RestoredPackages.Find("Contoso.Policy", assets, null));
    }
}
