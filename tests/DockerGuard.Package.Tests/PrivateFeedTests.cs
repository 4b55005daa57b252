using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>Feeds that ask who one is: what the restore of a generated Dockerfile is given reaches them.</summary>
[TestClass]
public sealed class PrivateFeedTests
{
    [TestMethod]
    [DataRow("ClearTextPassword", "%FEED_TOKEN%", "FEED_TOKEN", PrivateFeed.Token)]
    [DataRow(
        "Password", "AQAAANCMnd8", "NuGetPackageSourceCredentials_contoso",
        "Username=ci;Password=" + PrivateFeed.Token)]
    public async Task A_committed_configuration_gets_its_credentials_as_secrets(
        string kind, string written, string variable, string value)
    {
        using var feed = new PrivateFeed();
        using var folder = await UserProject.EmptyAsync();
        folder.WriteConsole(
            "Shop.csproj",
            await UserProject.ReferenceAsync()
                + """<ItemGroup><PackageReference Include="Contoso.Private" Version="1.0.0" /></ItemGroup>""");
        var config = File.ReadAllText(folder["nuget.config"]).Replace(
            "</packageSources>",
            $"""
            <add key="contoso" value="{feed.Index}" allowInsecureConnections="true" /></packageSources>
            <packageSourceCredentials><contoso><add key="Username" value="ci" />
            <add key="{kind}" value="{written}" /></contoso></packageSourceCredentials>
            """,
            StringComparison.Ordinal);
        folder.Write("nuget.config", config).UseOwnPackageCache();
        Assert.AreNotEqual(0, (await folder.RunDotnetAsync("restore")).ExitCode, "the feed asks who one is");

        folder.SetVariable(variable, value);
        (await folder.RunAsync("build", "-t:DockerGuardGenerate")).EnsureSuccess();
        var dockerfile = File.ReadAllText(folder["Dockerfile"]);
        Assert.DoesNotContain(PrivateFeed.Token, dockerfile.Replace("rights", "", StringComparison.Ordinal));
        var variables = Regex.Matches(dockerfile, "--mount=type=secret,id=([^,]+),env=([^ ]+) ");
        Assert.AreEqual($"{variable} {variable}", variables.Single().Result("$1 $2"));
        StringAssert.Contains(dockerfile, $"--secret id={variable},env={variable} .");
        Assert.HasCount(0, (await folder.RunAsync("build", "--no-restore")).EnsureSuccess().Findings);
    }
}
