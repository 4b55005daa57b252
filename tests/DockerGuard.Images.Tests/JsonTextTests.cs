using System.Text;
using DockerGuard.Images.Project;

namespace DockerGuard.Images.Tests;

[TestClass]
public sealed class JsonTextTests
{
    [TestMethod]
    public void A_member_is_an_element() => Assert.AreEqual(
        "24.x", JsonText.Parse(Encoding.UTF8.GetBytes("""{"engines": {"node": "24.x"}}"""))!.Element("engines")!.Value);

    [TestMethod]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("{\"a\": 1} x")]
    public void What_is_no_JSON_says_nothing(string text) =>
        Assert.IsNull(JsonText.Parse(Encoding.UTF8.GetBytes(text)));

    /// <summary>Read to its end, each of these takes the square of its length.</summary>
    [TestMethod]
    [DataRow("[")]
    [DataRow("{\"a\":")]
    public void Nor_what_is_deeper_than_anybody_writes(string part)
    {
        var text = string.Concat(System.Linq.Enumerable.Repeat(part, 500_000));
        Assert.IsNull(JsonText.Parse(Encoding.UTF8.GetBytes(text)));
    }
}
