using DockerGuard.Oci.Text;

namespace DockerGuard.Oci.Tests.Text;

[TestClass]
public sealed class SentenceTests
{
    [TestMethod]
    [DataRow("", "''")]
    [DataRow("plain text", "'plain text'")]
    [DataRow("Größe 🐳", "'Größe 🐳'")]
    [DataRow("two\nlines\tand\u2028three", "'two lines and three'")]
    [DataRow("\u001b[31mred", "'\uFFFD[31mred'")]
    [DataRow("turned \u202Earound", "'turned \uFFFDaround'")]
    [DataRow("a tag\U000E0041", "'a tag\uFFFD'")]
    public void What_a_message_cannot_hold_is_replaced(string text, string expected) =>
        Assert.AreEqual(expected, Sentence.Quote(text));

    [TestMethod]
    public void Half_a_pair_is_replaced() => Assert.AreEqual("a\uFFFDb", Sentence.Show("a" + '\uD83D' + "b"));

    [TestMethod]
    public void Long_text_is_cut_but_no_pair_in_two()
    {
        Assert.AreEqual(new string('x', 100), Sentence.Show(new string('x', 100)));
        Assert.AreEqual(new string('x', 97) + "...", Sentence.Show(new string('x', 101)));
        Assert.AreEqual(new string('x', 96) + "...", Sentence.Show(new string('x', 96) + "🐳" + new string('x', 10)));
    }
}
