using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>ShellCheck in a build: the machine's own, one the project names, and none.</summary>
[TestClass]
public sealed class ShellCheckTests : SharedProjectTests<ShellCheckTests>
{
    private const string Given = """
        FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
        WORKDIR /src
        COPY . .
        RUN dotnet publish -o /app \
            # a comment
            && echo $name

        FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
        WORKDIR /app
        COPY --from=build /app .
        ENTRYPOINT ["dotnet", "Shop.dll"]

        """;

    protected override string? Dockerfile => Given;

    [TestInitialize]
    public void LetItBeFound() => Folder.SetVariable("DockerGuardShellCheckPath", null);

    [TestMethod]
    public async Task Findings_stand_at_their_place_with_their_code()
    {
        Tool.ShellCheck.Require();
        var outcome = (await Folder.BuildAsync()).EnsureSuccess();

        CollectionAssert.AreEqual(
            new[] { "message DG5032", "warning DG5032" }, outcome.Codes.ToArray(), outcome.Output);
        StringAssert.Contains(
            outcome.Output,
            "Dockerfile(6,13,6,18): DockerGuard warning DG5032: SC2154 name is referenced but not assigned");
        StringAssert.Contains(
            outcome.Output,
            "Dockerfile(6,13,6,18): DockerGuard message DG5032: SC2086 double quote to prevent globbing and word "
                + "splitting");
        Assert.IsEmpty(Directory.GetDirectories(Folder["obj"], "shellcheck-*", SearchOption.AllDirectories));
    }

    [TestMethod]
    [DataRow("NoWarn", "$(NoWarn);SC2086;SC2154")]
    [DataRow("NoWarn", "$(NoWarn);DG5032")]
    public async Task NoWarn_silences_a_code_or_all(string property, string value)
    {
        Tool.ShellCheck.Require();
        Folder.Edit("Shop.csproj", "<Nullable>", $"<{property}>{value}</{property}><Nullable>");
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);
    }

    [TestMethod]
    public async Task Policy_and_comments_name_codes()
    {
        Tool.ShellCheck.Require();
        Folder.Write(".dockerguard.yml", "rules:\n  SC2154: error\n");
        Folder.Write(
            "Dockerfile", Given.Replace("RUN", "# dockerguard ignore=SC2086 one word\nRUN", StringComparison.Ordinal));
        (await Folder.BuildAsync()).EnsureFailedWith("DG5032");
    }

    [TestMethod]
    public async Task Without_a_shellcheck_one_message_says_so()
    {
        Folder.Write("worker.Dockerfile", Given).SetVariable("PATH", "/bin-that-is-not-there");
        var outcome = (await Folder.BuildAsync()).EnsureSuccess();
        Folder.SetVariable("PATH", Environment.GetEnvironmentVariable("PATH"));

        Assert.AreEqual(
            "Shop.csproj(1,1,1,1): message DG0016: ShellCheck is not installed, so the scripts of RUN are not checked",
            outcome.Findings.Single().ToString());
        Assert.Contains(
            "DockerGuard: 2 Dockerfiles: 0 findings; ShellCheck is not installed, so RUN scripts are not checked",
            outcome.Output);
    }

    [TestMethod]
    public async Task Policy_may_demand_it()
    {
        Folder.Write(".dockerguard.yml", "rules:\n  DG0016: error\n");
        (await Folder.BuildAsync("-p:DockerGuardShellCheckPath=tools/shellcheck")).EnsureFailedWith("DG0016");
    }

    [TestMethod]
    public async Task Project_may_name_its_own()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("the program of this test is a shell script");
        Folder.Write("tools/shellcheck", "#!/bin/sh\necho not me >&2\nexit 7\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Folder["tools/shellcheck"], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var finding = (await Folder.BuildAsync("-p:DockerGuardShellCheckPath=tools/shellcheck"))
            .EnsureSuccess().Findings
            .Single();

        Assert.AreEqual(
            $"Dockerfile(1,1,1,1): warning DG0016: '{Folder["tools/shellcheck"]}' ended with exit code 7: not me, so "
                + $"the scripts of RUN are not checked",
            finding.ToString());
    }

    [TestMethod]
    [DataRow("off")]
    [DataRow("False")]
    public async Task Project_may_do_without(string value)
    {
        var outcome = (await Folder.BuildAsync("-p:DockerGuardShellCheckPath=" + value)).EnsureSuccess();
        Assert.HasCount(0, outcome.Findings);
        Assert.Contains("DockerGuard: Dockerfile: 0 findings; ShellCheck is off; ", outcome.Output);
    }

    [TestMethod]
    public async Task Nothing_makes_a_policy_blind_that_enforces_what_scripts_are_read_for()
    {
        Folder.Write(".dockerguard.yml", "enforce: [DG5032, DG2004]\n");
        Folder.Write(
            "Dockerfile",
            "# escape=`\n# hadolint shell=powershell\n"
                + Given.Replace('\\', '`').Replace("&& echo", "&& sudo echo", StringComparison.Ordinal));
        var outcome = await Folder.BuildAsync("-p:DockerGuardShellCheckPath=off", "-p:NoWarn=DG0016");

        Assert.Contains(
            "warning DG0016 : ShellCheck is switched off by DockerGuardShellCheckPath, and the policy "
                + "'.dockerguard.yml' enforces DG5032, so the scripts of RUN are not checked",
            outcome.Output);
        Assert.Contains(
            "Dockerfile(2,1,2,28): DockerGuard warning DG0006 : the policy '.dockerguard.yml' enforces rules; a "
                + "comment does not change the shell they read",
            outcome.Output);
        CollectionAssert.IsSubsetOf(
            new[] { "DG0006", "DG0016", "DG2004" },
            outcome.Findings.Select(finding => finding.Code).ToArray(),
            outcome.Output);
    }

    [TestMethod]
    public async Task Nobody_misses_it_where_there_is_no_script()
    {
        Folder.Write(
            "Dockerfile", UserProject.GoodDockerfile.Replace(
                "RUN dotnet publish -o /app",
                "RUN [\"dotnet\", \"publish\", \"-o\", \"/app\"]",
                StringComparison.Ordinal));
        Assert.HasCount(
            0, (await Folder.BuildAsync("-p:DockerGuardShellCheckPath=tools/shellcheck")).EnsureSuccess().Findings);
    }
}
