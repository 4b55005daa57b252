using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>Files as no one should write them: one clear coded error each, no stack trace, no hang.</summary>
[TestClass]
public sealed class BadInputTests : SharedProjectTests<BadInputTests>
{
    protected override bool ArePublishing => true;

    [TestMethod]
    [DataRow("")]
    [DataRow("\n\n")]
    [DataRow("# only a comment\n")]
    public async Task An_empty_Dockerfile_is_one_error(string text)
    {
        Folder.Write("Dockerfile", text);
        await AssertOneErrorAsync("DG0001");
    }

    /// <summary>A slip neither switches the guard off nor goes unseen, and blanks change nothing.</summary>
    [TestMethod]
    public async Task A_condition_that_is_neither_true_nor_false_is_an_error_whoever_reads_it()
    {
        Folder.Write("Dockerfile", UserProject.RootDockerfile);
        var outcome = await Folder.BuildAsync(
            "-p:DockerGuardEnabled=ture", "-p:DockerGuardEnableDefaultItems=flase",
            "-p:DockerGuardGenerateDockerfile=1");
        string[] slips = ["Enabled is 'ture'", "EnableDefaultItems is 'flase'", "GenerateDockerfile is '1'"];
        foreach (var name in slips)
            StringAssert.Contains(outcome.Output, $"DG0014: DockerGuard{name}; write true or false");
        Folder.Edit("Shop.csproj", "</Nullable>", "</Nullable><DockerGuardEnabled>\n  false </DockerGuardEnabled>");
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);
    }

    [TestMethod]
    public async Task A_binary_Dockerfile_is_one_error()
    {
        WriteBytes("Dockerfile", [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 0, 1, 0xff, .. new byte[4096]]);
        StringAssert.Contains((await AssertOneErrorAsync("DG0002")).Message, "binary");
    }

    [TestMethod]
    public async Task A_Dockerfile_of_50_MB_is_one_error()
    {
        WriteBytes("Dockerfile", Encoding.ASCII.GetBytes("FROM scratch\n" + new string('#', 50_000_000)));
        StringAssert.Contains((await AssertOneErrorAsync("DG0002")).Message, "MiB");
    }

    [TestMethod]
    public async Task A_Dockerfile_of_just_the_greatest_size_is_read()
    {
        WriteBytes(
            "Dockerfile", Encoding.ASCII.GetBytes(UserProject.RootDockerfile
                + string.Concat(Enumerable.Repeat("# " + new string('x', 98) + "\n", 160_000))));
        await AssertOneErrorAsync("DG2001");
    }

    [TestMethod]
    public async Task CRLF_and_BOM_move_no_finding()
    {
        WriteBytes("Dockerfile", [
            0xef,
            0xbb,
            0xbf,
            .. Encoding.UTF8.GetBytes(UserProject.RootDockerfile.Replace("\n", "\r\n", StringComparison.Ordinal)),
        ]);
        Assert.AreEqual("Dockerfile(9,6,9,10)", (await AssertOneErrorAsync("DG2001")).Place);
    }

    [TestMethod]
    public async Task Bytes_that_are_no_UTF_8_stop_nothing()
    {
        WriteBytes(
            "Dockerfile", [.. "# caf"u8, 0xe9, (byte)'\n', .. Encoding.UTF8.GetBytes(UserProject.RootDockerfile)]);
        Assert.AreEqual("Dockerfile(10,6,10,10)", (await AssertOneErrorAsync("DG2001")).Place);
    }

    [TestMethod]
    public async Task A_folder_in_the_Dockerfiles_place_is_one_error()
    {
        Directory.CreateDirectory(Folder["Dockerfile"]);
        StringAssert.Contains((await AssertOneErrorAsync("DG0002")).Message, "folder");
    }

    [TestMethod]
    public async Task A_Dockerfile_that_is_named_must_exist()
    {
        var finding = await AssertOneErrorAsync("DG0002", "-p:DockerfileFile=deploy/Containerfile");
        Assert.AreEqual(Folder["deploy/Containerfile"], finding.File);
        StringAssert.Contains(finding.Message, "does not exist");
    }

    [TestMethod]
    public async Task A_link_that_leads_nowhere_is_one_error()
    {
        File.CreateSymbolicLink(Folder["shop.Dockerfile"], Folder["gone"]);
        await AssertOneErrorAsync("DG0002");
    }

    [TestMethod]
    public async Task A_link_in_a_circle_is_one_error()
    {
        File.CreateSymbolicLink(Folder["shop.Dockerfile"], Folder["shop.Dockerfile"]);
        await AssertOneErrorAsync("DG0002");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task A_pipe_is_one_error_and_stops_no_binary_log()
    {
        using (var process = Process.Start("mkfifo", Folder["shop.Dockerfile"])) await process.WaitForExitAsync();
        StringAssert.Contains((await AssertOneErrorAsync("DG0002")).Message, "is not a regular file");
    }

    [TestMethod]
    public async Task A_bad_Dockerfile_keeps_no_good_one_from_being_judged()
    {
        WriteBytes("a.Dockerfile", [0, 1, 2]);
        Folder.Write("b.Dockerfile", UserProject.RootDockerfile);
        (await Folder.BuildAsync()).EnsureFailedWith("DG0002", "DG2001");
    }

    [TestMethod]
    public async Task An_empty_policy_is_the_recommended_one()
    {
        Folder.Write("Dockerfile", UserProject.LatestDockerfile).Write(".dockerguard.yml", "");
        (await Folder.BuildAsync()).EnsureSuccess().Single("DG1004");
    }

    [TestMethod]
    [DataRow("profile: [strict\n")]
    [DataRow("\tprofile: strict\n")]
    [DataRow("- profile\n")]
    [DataRow("profile: \"strict\n")]
    [DataRow("profile: strict\u0000\n")]
    [DataRow("profile: strict\nprofile: recommended\n")]
    public async Task A_malformed_policy_is_one_error(string policy)
    {
        Folder.Write(".dockerguard.yml", policy);
        await AssertOneErrorAsync("DG0003");
    }

    [TestMethod]
    public async Task Policies_that_extend_each_other_are_one_error()
    {
        Folder.Write(".dockerguard.yml", "extends: other.yml\n").Write("other.yml", "extends: .dockerguard.yml\n");
        Assert.AreEqual(Folder["other.yml"], (await AssertOneErrorAsync("DG0003")).File);
    }

    [TestMethod]
    public async Task A_policy_that_extends_itself_is_one_error()
    {
        Folder.Write(".dockerguard.yml", "extends: .dockerguard.yml\n");
        await AssertOneErrorAsync("DG0003");
    }

    [TestMethod]
    public async Task A_bomb_of_anchors_is_refused()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level <= 40; level++)
            bomb.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");

        Folder.Write(".dockerguard.yml", bomb.ToString());
        var outcome = await Folder.BuildAsync();
        Assert.AreNotEqual(0, outcome.ExitCode);
        Assert.IsTrue(outcome.ErrorCodes.All(code => code == "DG0003"), outcome.Output);
        Assert.IsLessThanOrEqualTo(100, outcome.ErrorCodes.Count);
        outcome.EnsureNoStackTrace();
    }

    [TestMethod]
    public async Task A_policy_of_10_MB_is_one_error()
    {
        Folder.Write(".dockerguard.yml", string.Concat(Enumerable.Repeat("# " + new string('x', 98) + "\n", 100_000)));
        StringAssert.Contains((await AssertOneErrorAsync("DG0003")).Message, "1 MiB");
    }

    [TestMethod]
    public async Task A_deep_policy_is_one_error()
    {
        Folder.Write(".dockerguard.yml", "rules: " + new string('[', 100_000) + "\n");
        await AssertOneErrorAsync("DG0003");
    }

    [TestMethod]
    public async Task A_binary_policy_is_one_error()
    {
        WriteBytes(".dockerguard.yml", [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 0, 1, 0xff]);
        await AssertOneErrorAsync("DG0003");
    }

    [TestMethod]
    public async Task A_folder_in_the_policys_place_is_one_error()
    {
        Directory.CreateDirectory(Folder[".dockerguard.yml"]);
        await AssertOneErrorAsync("DG0003");
    }

    [TestMethod]
    public async Task A_policy_link_that_leads_nowhere_is_one_error()
    {
        File.CreateSymbolicLink(Folder[".dockerguard.yml"], Folder["gone"]);
        await AssertOneErrorAsync("DG0003");
    }

    [TestMethod]
    public async Task A_folder_in_the_place_of_the_list_of_inputs_is_one_error()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile).Write(".dockerguard.yml", "profile: recommended\n");
        // Output stays from test to test.
        var list = Folder[$"obj/Debug/net{DotNetHost.Channel}/dockerguard.inputs.txt"];
        File.Delete(list);
        Directory.CreateDirectory(list);
        await AssertOneErrorAsync("DG0011");
        Directory.Delete(list);
    }

    [TestMethod]
    [DataRow("DockerGuardUpdateBaseline", "nonsense")]
    [DataRow("DockerGuardSarif", "a%00b")]
    [DataRow("DockerGuardPolicyFile", "a%00b")]
    [DataRow("DockerGuardBaseline", "a%00b")]
    [DataRow("DockerGuardHadolintConfig", "a%00b")]
    [DataRow("DockerGuardShellCheckPath", "a%00b")]
    public async Task A_property_of_the_lint_with_a_bad_value_is_one_error_that_names_it(string property, string value)
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile);
        StringAssert.Contains((await AssertOneErrorAsync("DG0014", $"-p:{property}={value}")).Message, property);
    }

    [TestMethod]
    public async Task A_place_for_the_Dockerfile_that_is_no_path_is_one_error_that_names_it()
    {
        var outcome = await Folder.BuildAsync("-t:DockerGuardGenerate", "-p:DockerGuardDockerfilePath=a%00b");
        StringAssert.Contains(
            outcome.EnsureFailedWith("DG0014").Single("DG0014").Message, "DockerGuardDockerfilePath");
    }

    [TestMethod]
    [DataRow("DockerGuardRegistryTimeout", "soon")]
    [DataRow("DockerGuardToday", "01.06.2026")]
    public async Task A_property_with_a_bad_value_is_one_error_that_names_it(string property, string value)
    {
        var outcome = (await Folder.PublishContainerAsync(
            $"-p:{property}={value}",
            "-p:DockerGuardReadBaseImage=false",
            "-p:ContainerArchiveOutputPath=" + Folder["shop.tar"]));
        Assert.AreNotEqual(0, outcome.ExitCode, outcome.Output);
        Assert.IsTrue(outcome.ErrorCodes.All(code => code == "DG0014"), outcome.Output);
        StringAssert.Contains(outcome.Findings[0].Message, property);
        outcome.EnsureNoStackTrace();
        Assert.IsFalse(File.Exists(Folder["shop.tar"]));
    }

    private async Task<Finding> AssertOneErrorAsync(string code, params string[] arguments) =>
        (await Folder.BuildAsync(arguments)).EnsureFailedWith(code).Single(code);

    private void WriteBytes(string name, byte[] bytes) => File.WriteAllBytes(Folder[name], bytes);
}
