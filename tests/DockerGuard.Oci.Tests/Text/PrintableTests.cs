using DockerGuard.Oci.Text;

namespace DockerGuard.Oci.Tests.Text;

/// <summary>What leaves moves no cursor, forges no line and gives no order to a build server.</summary>
[TestClass]
public sealed class PrintableTests
{
    [TestMethod]
    [DataRow("", "")]
    [DataRow("Größe 🐳 '#1' a::b", "Größe 🐳 '#1' a::b")]
    [DataRow("abc\r::error::x", "abc ::error::x")]
    [DataRow("a\r\nb\tc\u0085d\u2028e\u2029f", "a  b c d e f")]
    [DataRow("a\u001b[2K\u0007\u007f\u009b31m\0", "a\uFFFD[2K\uFFFD\uFFFD\uFFFD31m\uFFFD")]
    [DataRow("a\u202Eb\u2066c\u200Bd\uFEFF", "a\uFFFDb\uFFFDc\uFFFDd\uFFFD")]
    [DataRow("a tag\U000E0041", "a tag\uFFFD")]
    [DataRow("::error::x", "\uFFFD:error::x")]
    [DataRow("  ::error::x", "  \uFFFD:error::x")]
    [DataRow("\r\n::error::x", "  \uFFFD:error::x")]
    [DataRow("a ##vso[task.complete]", "a #\uFFFDvso[task.complete]")]
    [DataRow("a ##[error]x", "a #\uFFFD[error]x")]
    [DataRow("a ##teamcity[x]", "a #\uFFFDteamcity[x]")]
    [DataRow("## a heading [x]", "## a heading [x]")]
    public void A_line(string text, string expected) => Assert.AreEqual(expected, Printable.Line(text));

    [TestMethod]
    [DataRow("a\nb\n", "a\nb\n")]
    [DataRow("a\r\n\tb\r\n", "a\r\n\tb\r\n")]
    [DataRow("a\rb\n", "a b\n")]
    [DataRow("a\n ::error::x\n+::error::y", "a\n \uFFFD:error::x\n+::error::y")]
    [DataRow(" RUN x ##vso[y]\n", " RUN x #\uFFFDvso[y]\n")]
    [DataRow("a\u001b\u2028\u202Eb\n", "a\uFFFD \uFFFDb\n")]
    public void A_block(string text, string expected) => Assert.AreEqual(expected, Printable.Block(text));

    [TestMethod]
    public void Half_a_pair_is_replaced()
    {
        Assert.AreEqual("a\uFFFDb", Printable.Line("a" + '\uD83D' + "b"));
        Assert.AreEqual("a\uFFFD", Printable.Block("a" + '\uDC00'));
    }

    [TestMethod]
    [DataRow("see https://user:pass@host.example/x now", "see https://***@host.example/x now")]
    [DataRow("'https://user:p/w@host.example/x'", "'https://***@host.example/x'")]
    [DataRow("https://ghs_a@github.com/a, ssh://git@github.com/a", "https://***@github.com/a, ssh://git@github.com/a")]
    [DataRow("https://u:p%40w@h.example https://u%3Ap%40h.example", "https://***@h.example https://***@h.example")]
    [DataRow("https://h.example/x?access_token=abc&b=1", "https://h.example/x?access_token=***&b=1")]
    [DataRow("https://h.example/x?a=1&sig=a/b#token=c", "https://h.example/x?a=1&sig=***#token=***")]
    [DataRow("https://h.example/x?author=a&api_key=b&keyword=c", "https://h.example/x?author=a&api_key=***&keyword=c")]
    [DataRow("https://u:s3cret\uFF20h.example/x", "https://***@h.example/x")]
    [DataRow("https:\uFF0F\uFF0Fu:s3cret@h.example/x", "https:\uFF0F\uFF0F***@h.example/x")]
    [DataRow("https://h.example/x&t=s3cret9, and", "https://h.example/x&t=***, and")]
    [DataRow("https://h.example/x?token=a,s3cret", "https://h.example/x?token=***")]
    [DataRow("(https://h.example/x?s3cret9)", "(https://h.example/x?***)")]
    [DataRow("https://h.example/x?s3cret9=1&tab=a", "https://h.example/x?***&tab=a")]
    [DataRow("https://h.example/x%3Ftoken%3Ds3cret y", "https://h.example/x*** y")]
    [DataRow("https://h.example/x%2523s3cret9", "https://h.example/x***")]
    [DataRow("https://token:s3cret/x", "https://***/x")]
    [DataRow("https://u:p s3cret@h.example/x", "https://***@h.example/x")]
    [DataRow("'https://u:p's3cret@h.example/x'", "'https://***@h.example/x'")]
    [DataRow("a https%3A%2F%2Fu%3As3cret%40h.example b", "a https://***@h.example b")]
    [DataRow("https://h.example/R%26D/a&b?path=/x&version=GBmain#windows-server2025",
        "https://h.example/R%26D/a&b?path=/x&version=GBmain#windows-server2025")]
    [DataRow("http://+:8080;http://*:80 https://$HOST:$PORT/x", "http://+:8080;http://*:80 https://$HOST:$PORT/x")]
    [DataRow("is it https://h.example/x?", "is it https://h.example/x?")]
    [DataRow("https://medium.com/@user/post", "https://medium.com/@user/post")]
    [DataRow("https://unpkg.com/react@1.0/x", "https://unpkg.com/react@1.0/x")]
    [DataRow("base a/b:1.0@sha256:abc", "base a/b:1.0@sha256:abc")]
    [DataRow("the token ghp_0123456789abcdef0123 is", "the token *** is")]
    public void Credentials_of_addresses_are_hidden(string text, string expected) =>
        Assert.AreEqual(expected, Printable.Line(text));

    [TestMethod]
    public void A_password_that_would_be_cut_in_two_is_hidden() =>
        Assert.AreEqual(
            "'https://***@host.example/x'",
            Sentence.Quote("https://user:" + new string('p', 200) + "@host.example/x"));
}
