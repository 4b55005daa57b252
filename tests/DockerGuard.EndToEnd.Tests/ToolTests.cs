using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

[TestClass]
public sealed class ToolTests
{
    [TestMethod]
    public void A_missing_tool_is_inconclusive_on_a_developers_machine()
    {
        var exception =
            Assert.ThrowsExactly<AssertInconclusiveException>(() => Tool.ReportMissing("no engine", isCI: false));
        StringAssert.Contains(exception.Message, "no engine");
    }

    [TestMethod]
    public void A_missing_tool_is_a_failure_in_CI() =>
        StringAssert.Contains(
            Assert.ThrowsExactly<AssertFailedException>(() => Tool.ReportMissing("no engine", isCI: true)).Message,
            "no engine");

    [TestMethod]
    [DataRow("true", true)]
    [DataRow("True", true)]
    [DataRow("1", true)]
    [DataRow("false", false)]
    [DataRow("", false)]
    [DataRow(null, false)]
    public void CI_is_told_by_its_variable(string? value, bool expected) => Assert.AreEqual(expected, Tool.IsCI(value));

    [TestMethod]
    public void A_tool_is_found_on_the_search_path_but_not_in_relative_folders()
    {
        using var folder = new TemporaryFolder();
        var tool = new Tool("dockerguard-imaginary-tool", "none");
        var file = folder[tool.Name];
        System.IO.File.WriteAllText(file, "");

        Assert.AreEqual(file, tool.Find("/nonexistent:relative:" + folder.Path));
        Assert.IsNull(tool.Find("/nonexistent:."));
        Assert.IsNull(tool.Find(null));
    }
}
