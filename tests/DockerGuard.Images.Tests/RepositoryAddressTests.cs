using DockerGuard.Images.Project;

namespace DockerGuard.Images.Tests;

[TestClass]
public sealed class RepositoryAddressTests
{
    [TestMethod]
    [DataRow("https://github.com/contoso/shop.git", "https://github.com/contoso/shop")]
    [DataRow("https://user:token@git.contoso.example/shop.git", "https://git.contoso.example/shop")]
    [DataRow("https://token@git.contoso.example", "https://git.contoso.example")]
    [DataRow("https://git.contoso.example/@team/shop", "https://git.contoso.example/@team/shop")]
    [DataRow("ssh://git@git.contoso.example/shop", "ssh://git.contoso.example/shop")]
    [DataRow("git@github.com:contoso/shop.git", "git@github.com:contoso/shop")]
    [DataRow("", "")]
    public void What_a_label_shows_holds_no_secret(string address, string expected) =>
        Assert.AreEqual(expected, RepositoryAddress.Public(address));
}
