using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Tests.Text;

[TestClass]
public sealed class SuggestionTests
{
    [TestMethod]
    [DataRow("RUNN", "RUN,COPY", "RUN")]
    [DataRow("warn", "error,warning", "warning")]
    [DataRow("inof", "info,off", "info")]
    [DataRow("on", "off,info", null)]
    [DataRow("JSONArgs", "JSONArgsRecommended", "JSONArgsRecommended")]
    [DataRow("DL30007", "DL3008,DL3007", "DL3007")]
    [DataRow("DG1005", "DG1004", null)]
    [DataRow("PROFILE", "profile", "profile")]
    [DataRow("", "a", null)]
    [DataRow("something", "else", null)]
    public void A_known_word_that_is_near_is_named(string word, string known, string? expected) =>
        Assert.AreEqual(Suggestion.Clause(expected), Suggestion.For(word, known.Split(',')));

    [TestMethod]
    public void The_clause_names_the_word_as_it_is_written() =>
        Assert.AreEqual("; did you mean '--from'?", Suggestion.For("frm", ["chown", "from"], "--"));

    [TestMethod]
    [DataRow("VERSON", true, "VERSION")]
    [DataRow("version", true, "VERSION")]
    [DataRow("version", false, null)]
    [DataRow("VERSIONS_OF", true, null)]
    public void A_name_is_taken_for_one_within_two_edits(string word, bool ignoreCase, string? expected) =>
        Assert.AreEqual(expected, Suggestion.Nearest(word, ["", "TARGET", "VERSION"], ignoreCase));
}
