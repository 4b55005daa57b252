using DockerGuard.Oci.Text;

namespace DockerGuard.Oci.Tests.Text;

/// <summary>Tokens that their services mark are known anywhere, without a name before them.</summary>
[TestClass]
public sealed class MarkedTokensTests
{
    private const string Letters = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0eF3hJ6kM9nP2rS5tV8xY";

    [TestMethod]
    [DataRow("ghp_", 36)]
    [DataRow("github_pat_", 30)]
    [DataRow("glpat-", 20)]
    [DataRow("glcbt-64_", 20)]
    [DataRow("glrt-", 20)]
    [DataRow("gldt-", 20)]
    [DataRow("glptt-", 40)]
    [DataRow("sk-proj-", 24)]
    [DataRow("sk-ant-api03-", 40)]
    [DataRow("sk-", 48)]
    [DataRow("sk_live_", 24)]
    [DataRow("rk_live_", 24)]
    [DataRow("hf_", 34)]
    [DataRow("AIza", 35)]
    [DataRow("xapp-1-", 30)]
    [DataRow("xoxa-2-", 30)]
    [DataRow("xoxb-", 30)]
    [DataRow("pypi-AgEI", 40)]
    [DataRow("npm_", 36)]
    [DataRow("ya29.", 40)]
    [DataRow("dckr_oat_", 32)]
    [DataRow("GOCSPX-", 28)]
    [DataRow("hvs.", 24)]
    [DataRow("ATATT3", 40)]
    [DataRow("glsa_", 32)]
    public void A_marked_token(string start, int length) => AssertHidden(start + Letters[..length]);

    [TestMethod]
    [DataRow("AKIAIOSFODNN7EXAMPLE")]
    [DataRow("ASIAIOSFODNN7EXAMPLE")]
    [DataRow("shpat_0123456789abcdef0123456789abcdef")]
    [DataRow("dop_v1_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [DataRow("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")]
    [DataRow("oy2ab3de6gh9jk2mn5pq8st1vw4yz7bc0ef3hj6km9np2r")]
    [DataRow("dapi0123456789abcdef0123456789abcdef")]
    public void A_marked_token_of_an_exact_form(string token) => AssertHidden(token);

    [TestMethod]
    [DataRow("Uses sk-learn, sk-proj and ghp_ prefixes")]
    [DataRow("hf_transfer_is_a_library_for_downloads and self_hf_hub_download_with_etag_check")]
    [DataRow("task-force-of-the-whole-of-contoso-and-many-other-companies-here")]
    [DataRow("SG.Contoso.Web and AKIA, ASIAPACIFICREGIONWEST2")]
    [DataRow("docker.io/contoso/sk-live-dashboard-for-everybody-in-the-company:1.0")]
    [DataRow("https://h.example/MAKIAAAAAAAAAAAAAAAAAX/oy2x")]
    public void What_only_begins_as_one_stays(string text) => Assert.AreEqual(text, Printable.Line(text));

    private static void AssertHidden(string token)
    {
        Assert.AreEqual("the token '***'.", Printable.Line($"the token '{token}'."), token);
        Assert.AreEqual("a ***\nb", Printable.Block($"a {token}\nb"));
        Assert.IsTrue(AddressCredentials.AreInPath("x/" + token));
    }
}
