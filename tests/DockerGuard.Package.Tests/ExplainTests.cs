using System;
using System.IO;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>
/// dotnet build -t:DockerGuardExplain prints a rule's page, in a project that was never built and has no Dockerfile.
/// </summary>
[TestClass]
public sealed class ExplainTests
{
    private static ProjectFolder _folder = null!;

    [ClassInitialize]
    public static async Task CreateAsync(TestContext context) => _folder = await UserProject.WebAsync();

    [ClassCleanup]
    public static void Delete() => _folder.Dispose();

    [TestMethod]
    [DataRow("DG2001", "Privileges/DG2001RootUser")]
    [DataRow("dg2001rootuser", "Privileges/DG2001RootUser")]
    [DataRow("DL3007", "Bases/DG1004LatestTag")]
    [DataRow("JSONArgsRecommended", "Instructions/DG5002ShellFormEntrypoint")]
    [DataRow("DG0014", "Tool/DG0014InvalidProperty")]
    public async Task It_prints_the_page_of_a_rule_by_any_of_its_names(string name, string page)
    {
        var outcome = (await ExplainAsync("-p:Rule=" + name)).EnsureSuccess();
        Assert.Contains(PageOf(page), Unindented(outcome.Output));
        Assert.IsFalse(Directory.Exists(_folder["bin"]), "nothing is built");
    }

    [TestMethod]
    public async Task A_code_of_ShellCheck_has_our_page_and_the_address_of_its_own()
    {
        var outcome = (await ExplainAsync("-p:Rule=SC2086")).EnsureSuccess();
        Assert.Contains(PageOf("Instructions/DG5032ShellCheckFinding"), Unindented(outcome.Output));
        Assert.Contains("https://www.shellcheck.net/wiki/SC2086", outcome.Output);
    }

    [TestMethod]
    public async Task A_name_of_several_rules_prints_each()
    {
        var text = Unindented((await ExplainAsync("-p:Rule=CKV_DOCKER_3")).EnsureSuccess().Output);
        Assert.Contains(PageOf("Privileges/DG2001RootUser"), text);
    }

    [TestMethod]
    public async Task An_unknown_name_is_an_error_with_the_nearest_one()
    {
        var outcome = await ExplainAsync("-p:Rule=DL30007");
        outcome.EnsureFailedWith("DG0014");
        Assert.Contains(
            "Rule is 'DL30007', and no rule is called that (-t:DockerGuardExplain without Rule lists all); "
                + "did you mean 'DL3007'?",
            outcome.Output);
    }

    [TestMethod]
    public async Task Without_a_name_it_lists_all()
    {
        var text = Unindented((await ExplainAsync()).EnsureSuccess().Output);
        Assert.Contains("DG0001  the Dockerfile does not parse\n", text);
        Assert.Contains("\nDG2001  ", text);
    }

    /// <summary>On a terminal MSBuild shows no messages: there the page is the text of a warning.</summary>
    [TestMethod]
    public async Task The_terminal_logger_shows_it_too()
    {
        var outcome = (await ExplainAsync("-p:Rule=DG2001", "-tl:on")).EnsureSuccess();
        Assert.Contains("## How to mend", outcome.Output);
    }

    private static Task<BuildOutcome> ExplainAsync(params string[] arguments) =>
        _folder.BuildAsync(["-t:DockerGuardExplain", .. arguments]);

    private static string PageOf(string page) =>
        Unindented(File.ReadAllText(RepositoryRoot.File("src", "DockerGuard.Rules", "Rules", page + ".md")).TrimEnd());

    /// <summary>Loggers indent what they print.</summary>
    private static string Unindented(string text) =>
        string.Join('\n', Array.ConvertAll(text.ReplaceLineEndings("\n").Split('\n'), line => line.Trim()));
}
