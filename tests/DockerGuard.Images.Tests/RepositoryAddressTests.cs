using System.Globalization;
using System.Linq;
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
    [DataRow("https://user:p/w@git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://user:p?w@git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://user:p#w@git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://user:p@w@git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://user:p@s/w@git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://john.doe:12/3@git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://to/ken@git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://user:p%40w@git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://user%3Apw%40git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://user%3Apw%2540git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://x-access-token:ghs_abc@github.com/contoso/shop.git", "https://github.com/contoso/shop")]
    [DataRow("//user:pw@git.contoso.example/shop", "//git.contoso.example/shop")]
    [DataRow("user:pw@git.contoso.example/shop", "git.contoso.example/shop")]
    [DataRow("user:p/w@git.contoso.example/shop", "git.contoso.example/shop")]
    [DataRow("token@git.contoso.example/shop", "git.contoso.example/shop")]
    [DataRow("token@github.com:contoso/shop.git", "github.com:contoso/shop")]
    [DataRow("user:pw@github.com:contoso/shop.git", "github.com:contoso/shop")]
    [DataRow("git:pw@github.com:contoso/shop.git", "github.com:contoso/shop")]
    [DataRow("git+https://user:pw@git.contoso.example/shop", "git+https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop.git?access_token=abc", "https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop?path=/src&version=GBmain",
        "https://git.contoso.example/shop?path=/src&version=GBmain")]
    [DataRow("https://git.contoso.example/shop?path=/src&sig=abc", "https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop?abc", "https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop;token=abc", "https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop#abc", "https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop#readme", "https://git.contoso.example/shop#readme")]
    [DataRow("https://git.contoso.example/ghp_0123456789abcdef/shop", "https://git.contoso.example")]
    [DataRow("https://git.contoso.example:8443/shop@1.0/x", "https://git.contoso.example:8443/shop@1.0/x")]
    [DataRow("https://unpkg.com/shop@1.0", "https://unpkg.com/shop@1.0")]
    [DataRow("http://localhost:5000/shop", "http://localhost:5000/shop")]
    [DataRow("https://user:pw@", "")]
    public void What_a_label_shows_holds_no_secret(string address, string expected) =>
        Assert.AreEqual(expected, RepositoryAddress.Public(address));

    /// <summary>Every form an address has with every kind of password, and no part of one comes through.</summary>
    [TestMethod]
    public void No_password_comes_through()
    {
        const string Secret = "s3cret";
        string[] passwords =
        [
            Secret, "a/" + Secret, Secret + "/a", "a/b/" + Secret, "/" + Secret, Secret + "/", "a?" + Secret,
            Secret + "?a", "a#" + Secret, Secret + "#a", "a@" + Secret, Secret + "@a", "a:" + Secret, "1/" + Secret,
            "12:" + Secret, "a%40" + Secret, "a%2F" + Secret, "a\\" + Secret, "a@b/" + Secret, "a/b@" + Secret,
            "a;" + Secret, "a&" + Secret, "a.b/" + Secret, "@" + Secret, Secret + "@", "a/@" + Secret, "a b" + Secret,
        ];
        string[] users = ["user", "john.doe", "git", "", "x-access-token"];
        string[] hosts =
        [
            "git.contoso.example", "git.contoso.example:8443", "10.0.0.1", "10.0.0.1:80", "localhost", "localhost:5000",
        ];
        string[] forms =
        [
            "https://{0}:{1}@{2}/shop.git", "https://{1}@{2}/shop", "ssh://{0}:{1}@{2}/shop", "{0}:{1}@{2}/shop",
            "//{0}:{1}@{2}/shop", "https://{0}:{1}%40{2}/shop", "git+https://{0}:{1}@{2}/@team/shop",
            "https://{0}:{1}@{2}", "https://{2}/shop?token={1}", "https://{2}/shop?{1}", "https://{2}/shop#{1}",
            "https://{0}:{1}@{2}/shop?token={1}#{1}",
        ];
        var leaks = forms.SelectMany(form => passwords.SelectMany(password => users.SelectMany(user => hosts.Select(
                host => string.Format(CultureInfo.InvariantCulture, form, user, password, host)))))
            .Where(address => RepositoryAddress.Public(address).Contains("s3cret"))
            .Select(address => $"{address} => {RepositoryAddress.Public(address)}");
        Assert.AreEqual("", string.Join('\n', leaks.Take(200)));
    }
}
