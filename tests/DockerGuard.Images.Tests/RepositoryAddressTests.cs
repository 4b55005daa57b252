using System.Globalization;
using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Tests;

[TestClass]
public sealed class RepositoryAddressTests
{
    [TestMethod]
    [DataRow("https://github.com/contoso/shop.git", "https://github.com/contoso/shop.git")]
    [DataRow("https://user:token@git.contoso.example/shop.git", "https://git.contoso.example/shop.git")]
    [DataRow("https://token@git.contoso.example", "https://git.contoso.example")]
    [DataRow("https://git.contoso.example/@team/shop", "https://git.contoso.example/@team/shop")]
    [DataRow("ssh://git@git.contoso.example/shop", "ssh://git@git.contoso.example/shop")]
    [DataRow("ssh://git@github.com:22/contoso/shop.git", "ssh://git@github.com:22/contoso/shop.git")]
    [DataRow("https://git@git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://hooks.slack.com/services/T0/B0/abcX", "https://hooks.slack.com")]
    [DataRow("https://api.telegram.org/bot12:abcX/x", "https://api.telegram.org")]
    [DataRow("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [DataRow("git@github.com:contoso/shop.git", "git@github.com:contoso/shop.git")]
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
    [DataRow("https://x-access-token:ghs_abc@github.com/contoso/shop.git", "https://github.com/contoso/shop.git")]
    [DataRow("//user:pw@git.contoso.example/shop", "//git.contoso.example/shop")]
    [DataRow("user:pw@git.contoso.example/shop", "git.contoso.example/shop")]
    [DataRow("user:p/w@git.contoso.example/shop", "git.contoso.example/shop")]
    [DataRow("token@git.contoso.example/shop", "git.contoso.example/shop")]
    [DataRow("token@github.com:contoso/shop.git", "github.com:contoso/shop.git")]
    [DataRow("user:pw@github.com:contoso/shop.git", "github.com:contoso/shop.git")]
    [DataRow("git:pw@github.com:contoso/shop.git", "github.com:contoso/shop.git")]
    [DataRow("git+https://user:pw@git.contoso.example/shop", "git+https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop.git?access_token=abc", "https://git.contoso.example/shop.git")]
    [DataRow("https://git.contoso.example/shop?path=/src&version=GBmain",
        "https://git.contoso.example/shop?path=/src&version=GBmain")]
    [DataRow("https://git.contoso.example/shop?path=/src&sig=abc", "https://git.contoso.example/shop?path=/src")]
    [DataRow("https://git.contoso.example/shop?abc", "https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop;token=abc", "https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop#a1b2c3", "https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop#readme", "https://git.contoso.example/shop#readme")]
    [DataRow("https://git.contoso.example/ghp_0123456789abcdef/shop", "https://git.contoso.example")]
    [DataRow("https://git.contoso.example:8443/shop@1.0/x", "https://git.contoso.example:8443/shop@1.0/x")]
    [DataRow("https://unpkg.com/shop@1.0", "https://unpkg.com/shop@1.0")]
    [DataRow("http://localhost:5000/shop", "http://localhost:5000/shop")]
    [DataRow("https://user:pw@", "")]
    [DataRow("https://user:s3cret\uFF20git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://user\uFF1As3cret\uFE6Bgit.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https:\uFF0F\uFF0Fuser:s3cret@git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("https://user%3As3cret%EF%BC%A0git.contoso.example/shop", "https://git.contoso.example/shop")]
    [DataRow("token:s3cret", "")]
    [DataRow("user:s3cret/x", "")]
    [DataRow("john.doe:s3cret", "")]
    [DataRow("https://user:s3cret/x", "")]
    [DataRow("https://user%3As3cret", "")]
    [DataRow("https://token:123456/x", "")]
    [DataRow("github.com:contoso/shop", "github.com:contoso/shop")]
    [DataRow("git@host:path", "git@host:path")]
    [DataRow("C:\\src\\shop", "C:\\src\\shop")]
    [DataRow("https://git.contoso.example&token=s3cret", "https://git.contoso.example")]
    [DataRow("git.contoso.example/shop&t=s3cret9", "git.contoso.example/shop")]
    public void What_a_label_shows_holds_no_secret(string address, string expected) =>
        Assert.AreEqual(expected, RepositoryAddress.Public(address));

    /// <summary>What follows an address on somebody's command line is none of the label's business.</summary>
    [TestMethod]
    [DataRow(" --username a --password s3cret246")]
    [DataRow(" --username jo@contoso.example --password p@ss.word")]
    [DataRow("\t-p s3cret246")]
    [DataRow("\u00A0--password s3cret246")]
    [DataRow("\u3000s3cret246")]
    [DataRow("\u200Bs3cret246")]
    [DataRow("\u2028s3cret246")]
    [DataRow("\" s3cret246")]
    [DataRow("' s3cret246")]
    [DataRow("\u201D s3cret246")]
    [DataRow("<s3cret246>")]
    [DataRow("> (s3cret246)")]
    [DataRow("%20--password%20s3cret246")]
    [DataRow("%2520--password%2520s3cret246")]
    [DataRow("%09-ps3cret246")]
    [DataRow("%C2%A0--password=s3cret246")]
    [DataRow("%20password%20s3cret246")]
    [DataRow("%22%20s3cret246")]
    [DataRow("%3Cs3cret246%3E")]
    [DataRow("?password=a%20s3cret246")]
    [DataRow("?q=a%26password%3Ds3cret246")]
    [DataRow("?next=https%3A%2F%2Fh%2Fx%3Ftoken%3Ds3cret246")]
    [DataRow("?p%61ssword=hunter")]
    [DataRow("?X-Amz-Signature=abc")]
    [DataRow("?state=Zm9vYmFyYmF6cXV4MTIz")]
    [DataRow("?path=/ghp_0123456789abcdef0123")]
    [DataRow("?path=/Zm9vYmFyYmF6cXV4MTIz9Qx")]
    [DataRow("#access_token=abc")]
    [DataRow("#hunter44")]
    [DataRow("?q=hunter44")]
    [DataRow("#xKqPzWmTbRvLc")]
    [DataRow("&t=s3cret246")]
    [DataRow("&s3cret246")]
    [DataRow("\uFF06token=abc")]
    [DataRow("\uFF1Ftoken=abc")]
    [DataRow("\uFF03s3cret246")]
    [DataRow("%3Ftoken%3Dabc")]
    [DataRow("%253Ftoken%253Dabc")]
    [DataRow("%26t=s3cret246")]
    [DataRow("%26amp%3Bt%3Ds3cret246")]
    [DataRow("%23s3cret246")]
    [DataRow("%252523s3cret246")]
    [DataRow("%3Bs3cret246/y")]
    [DataRow("%EF%BC%9Ftoken%EF%BC%9Dabc")]
    [DataRow("#s3cret246-words")]
    [DataRow("#my-secret-hunter44")]
    public void What_may_be_a_secret_is_cut(string tail)
    {
        foreach (var address in new[] { "https://svn.example.com/svn/x", "http://intranet.example:81/x" })
            Assert.AreEqual(address, RepositoryAddress.Public(address + tail));
    }

    [TestMethod]
    [DataRow("https://example.com/docs/index.git")]
    [DataRow("https://github.com/contoso/shop/blob/main/README.md#quick-start")]
    [DataRow("https://dev.azure.com/o/p/_wiki/wikis/w?pagePath=/Shop&anchor=x")]
    [DataRow("https://dev.azure.com/o/p/_wiki/wikis/w.wiki/120/My-Page?wikiVersion=GBwikiMaster&_a=edit")]
    [DataRow("https://dev.azure.com/org/P%2520Q/_git/repo.git?path=/docs#readme")]
    [DataRow("https://dev.azure.com/org/My%20Project%20-%20Two/_git/repo?path=/My%20Docs/a.md")]
    [DataRow("https://dev.azure.com/org/Team%20Access%20Portal/_git/Sign%20In")]
    [DataRow("https://dev.azure.com/o/p/_git/r?version=GC0123456789abcdef0123456789abcdef01234567")]
    [DataRow("https://example.com/?id=4711&lang=en-US")]
    [DataRow("https://example.com/x?author=jo&assignee=me&keywords=docker+net")]
    [DataRow("https://example.com/page#L10-L20")]
    [DataRow("https://example.com/page#section-3.2_net10")]
    [DataRow("https://example.com/page?path=/Internationalization2/Program3.cs#section4")]
    [DataRow("https://example.com/a;v=1/b?x=two#i18n")]
    [DataRow("https://example.com/it(s)/%C3%BC/%E4%B8%AD")]
    [DataRow("https://example.com/x?file=/node_modules/@types/y")]
    [DataRow("https://example.com/x?a=&b=2")]
    [DataRow("https://github.com/dotnet/dotnet-docker/blob/main/README.md#windows-server2025")]
    [DataRow("https://example.com/x#ubuntu2404")]
    [DataRow("https://example.com/R%26D/C%23/What%3F/a&b/x")]
    [DataRow("https://example.com/\u4E2D\uFF1A\u6587/a\uFF06b")]
    public void What_is_no_secret_stays_byte_for_byte(string address) =>
        Assert.AreEqual(address, RepositoryAddress.Public(address));

    [TestMethod]
    [DataRow("?token=abc&path=/docs#readme", "?path=/docs#readme")]
    [DataRow("?path=/docs&token=abc#readme", "?path=/docs#readme")]
    [DataRow("?tab=a;sig=b;view=c", "?tab=a;view=c")]
    [DataRow(";token=abc?view=c", "?view=c")]
    [DataRow("?view=c#token=abc", "?view=c")]
    public void A_secret_parameter_goes_alone(string written, string expected) =>
        Assert.AreEqual(
            "https://example.com/x" + expected, RepositoryAddress.Public("https://example.com/x" + written));

    [TestMethod]
    [DataRow("https://github.com/contoso/shop.git", "https://github.com/contoso/shop")]
    [DataRow("git@github.com:contoso/shop.git", "git@github.com:contoso/shop")]
    [DataRow("https://git.contoso.example/shop.git?token=abc", "https://git.contoso.example/shop")]
    [DataRow("https://git.contoso.example/shop.git#readme", "https://git.contoso.example/shop.git#readme")]
    public void A_repository_loses_the_ending_the_SDK_takes_off(string address, string expected) =>
        Assert.AreEqual(expected, RepositoryAddress.PublicRepository(address));

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
            Secret + " a", "1/" + Secret + " b", "a\u00A0" + Secret, "a=" + Secret, "a<" + Secret, Secret + "\"b",
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
