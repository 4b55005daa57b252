using DockerGuard.Oci.Text;

namespace DockerGuard.Oci.Tests.Text;

/// <summary>Names of variables and settings that tell of a secret, and those that tell about one.</summary>
[TestClass]
public sealed class SecretNamesTests
{
    [TestMethod]
    [DataRow("PAT")]
    [DataRow("pat")]
    [DataRow("GITHUB_PAT")]
    [DataRow("pw")]
    [DataRow("NUGET_PW")]
    [DataRow("PGPASSWORD")]
    [DataRow("SONAR_LOGIN")]
    [DataRow("sonar.login")]
    public void A_name_of_a_secret(string name)
    {
        Assert.IsTrue(SecretNames.LooksSecret(name));
        Assert.AreEqual($"x {name}=***", SecretText.Hide($"x {name}=hunter"));
        Assert.AreEqual($"x /d:{name}=***", SecretText.Hide($"x /d:{name}=hunter"));
    }

    [TestMethod]
    [DataRow("PATH")]
    [DataRow("SPAT")]
    [DataRow("LOGIN")]
    [DataRow("MAX_TOKENS")]
    public void Any_other(string name)
    {
        Assert.IsFalse(SecretNames.LooksSecret(name));
        Assert.AreEqual($"x {name}=hunter", SecretText.Hide($"x {name}=hunter"));
    }
}
