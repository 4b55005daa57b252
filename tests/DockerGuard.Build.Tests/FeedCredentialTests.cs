using System.Text;
using DockerGuard.Evaluation;

namespace DockerGuard.Build.Tests;

[TestClass]
public sealed class FeedCredentialTests
{
    [TestMethod]
    [DataRow(
        """
        <packageSources><add key="a" value="https://%FEED_USER%:%FEED_TOKEN%@feed.contoso.com/" /></packageSources>
        """,
        "FEED_USER,FEED_TOKEN")]
    [DataRow(
        """
        <packageSourceCredentials><Our_x0020_feed><add key="Username" value="ci" />
        <add key="ClearTextPassword" value="%FEED_TOKEN%" /></Our_x0020_feed></packageSourceCredentials>
        """,
        "FEED_TOKEN")]
    [DataRow(
        """
        <packageSourceCredentials><contoso><add key="Username" value="ci" />
        <add key="Password" value="AQAAANCMnd8" /></contoso></packageSourceCredentials>
        """,
        "NuGetPackageSourceCredentials_contoso")]
    [DataRow(
        """
        <packageSourceCredentials><contoso><add key="Password" value="" />
        <add key="ClearTextPassword" value="100%" /></contoso></packageSourceCredentials>
        <packageSources><add key="local" value="%USERPROFILE%/feed" /></packageSources>
        """,
        "")]
    [DataRow("<packageSources>", "")]
    [DataRow(
        """<packageSources><add key="a" value="https://feed/a%20b%C3%BC/%1X%?%KEY%" /></packageSources>""", "KEY")]
    public void The_variables_of_a_configuration_are_known(string content, string expected)
    {
        var names = FeedCredentials.VariablesOf(Encoding.UTF8.GetBytes($"<configuration>{content}</configuration>"));
        Assert.AreEqual(expected, string.Join(",", names));
    }
}
