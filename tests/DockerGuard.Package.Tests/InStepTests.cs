using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;

namespace DockerGuard.Package.Tests;

/// <summary>A generated Dockerfile that its project has left behind, and what of it is the team's own.</summary>
[TestClass]
public sealed class InStepTests : SharedProjectTests<InStepTests>
{
    private const string OnDemand = "-t:DockerGuardGenerate";
    private const string Verify = "-p:DockerGuardVerifyGenerated=true";
    private const string Region = "# dockerguard begin custom\nENV COLOR=green\n# dockerguard end custom\n";

    [TestMethod]
    public async Task A_file_in_step_is_not_told_of_whatever_the_command_line_adds()
    {
        (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        var first = (await Folder.BuildAsync()).EnsureSuccess();
        Assert.HasCount(0, first.Findings);
        Assert.Contains("VerifyDockerfile", first.Tasks);
        Assert.HasCount(0, (await Folder.BuildAsync(
            Verify, "-p:Version=9.9.9", "-p:InvariantGlobalization=true")).EnsureSuccess().Findings);
    }

    [TestMethod]
    public async Task A_new_reference_makes_it_out_of_date_and_generation_keeps_the_custom_region()
    {
        (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        Folder.Write("Dockerfile", File.ReadAllText(Folder["Dockerfile"])
            .Replace("ENTRYPOINT", Region + "ENTRYPOINT", StringComparison.Ordinal));
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);

        Directory.CreateDirectory(Folder["Lib"]);
        Folder.WriteConsole("Lib/Lib.csproj", outputType: "Library");
        var project = File.ReadAllText(Folder["Shop.csproj"]);
        Folder.Write("Shop.csproj", project.Replace(
            "</Project>",
            """
            <PropertyGroup><EnableDefaultCompileItems>false</EnableDefaultCompileItems></PropertyGroup>
            <ItemGroup><Compile Include="Program.cs" /><ProjectReference Include="Lib/Lib.csproj" /></ItemGroup>
            </Project>
            """,
            StringComparison.Ordinal));
        await Folder.RestoreAsync();
        var before = File.ReadAllText(Folder["Dockerfile"]);
        var warning = (await Folder.BuildAsync()).EnsureSuccess().Single("DG0021");
        Assert.AreEqual("warning", warning.Severity);
        Assert.AreEqual(Folder["Dockerfile"], warning.File);
        StringAssert.Contains(
            warning.Message, "the Dockerfile is out of date: Shop.csproj references Lib.csproj since");

        var refused = (await Folder.BuildAsync(Verify, "-p:DockerGuardGenerateDockerfile=true"))
            .EnsureFailedWith("DG0021");
        StringAssert.Contains(refused.Output, "DockerGuard: Dockerfile would become:");
        StringAssert.Contains(refused.Output, "+COPY [\"Lib/Lib.csproj\", \"Lib/\"]");
        Assert.AreEqual(before, File.ReadAllText(Folder["Dockerfile"]));

        (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        StringAssert.Contains(File.ReadAllText(Folder["Dockerfile"]), Region + "ENTRYPOINT");
        Assert.HasCount(0, (await Folder.BuildAsync(Verify)).EnsureSuccess().Findings);
    }

    /// <summary>A label of one name and value is no variable, whatever was in step before.</summary>
    [TestMethod]
    public async Task A_label_that_becomes_a_variable_makes_it_out_of_date()
    {
        const string label = """<ContainerLabel Include="team" Value="shop" />""";
        var project = File.ReadAllText(Folder["Shop.csproj"]);
        Folder.Write("Shop.csproj", project.Replace("</Project>", $"<ItemGroup>{label}</ItemGroup></Project>"));
        (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);
        Folder.Write("Shop.csproj", File.ReadAllText(Folder["Shop.csproj"])
            .Replace("ContainerLabel", "ContainerEnvironmentVariable", StringComparison.Ordinal));
        (await Folder.BuildAsync()).EnsureSuccess().Single("DG0021");
    }

    /// <summary>What a build server says of itself, no image build hears.</summary>
    [TestMethod]
    public async Task A_variable_of_the_machine_makes_no_other_file()
    {
        Folder.Edit("Shop.csproj", "</Project>", """
            <PropertyGroup>
              <InvariantGlobalization Condition="'$(CI)' == 'true'">true</InvariantGlobalization>
            </PropertyGroup>
            <PropertyGroup><Flavor Condition="'$(Flavor)' == ''">plain</Flavor></PropertyGroup>
            <PropertyGroup><ContainerUser Condition="'$(Flavor)' != 'plain'">4711</ContainerUser></PropertyGroup>
            <Import Project="ci.props" Condition="'$(CI)' == 'true'" />
            <Target Name="Css" BeforeTargets="DoNothing" Condition="'$(CI)' == 'true'">
              <Exec Command="sass x" />
            </Target>
            </Project>
            """);
        Folder.Write("ci.props", "<Project />");
        string[][] builds = [[OnDemand], [OnDemand, "-c", "Release"]];
        foreach (var build in builds)
        {
            (await Folder.BuildAsync(build)).EnsureSuccess();
            var text = File.ReadAllText(Folder["Dockerfile"]);
            Folder.SetVariable("CI", "true").SetVariable("Flavor", "dark").SetVariable("VERSION", "7.7.7");
            Assert.HasCount(0, (await Folder.BuildAsync([Verify, .. build[1..]])).EnsureSuccess().Findings);
            File.Delete(Folder["Dockerfile"]);
            (await Folder.BuildAsync(build)).EnsureSuccess();
            Assert.AreEqual(text, File.ReadAllText(Folder["Dockerfile"]));
            Folder.SetVariable("CI", null).SetVariable("Flavor", null).SetVariable("VERSION", null);
        }

        // What is given is meant.
        (await Folder.BuildAsync(OnDemand, "-p:CI=true")).EnsureSuccess();
        StringAssert.Contains(File.ReadAllText(Folder["Dockerfile"]), " -c Release -p:CI=true ");
        StringAssert.Contains(File.ReadAllText(Folder["Dockerfile"]), "ci.props");
    }

    /// <summary>What a referenced project brings is known to who only asks for lint, too.</summary>
    [TestMethod]
    public async Task A_framework_of_a_referenced_project_counts_in_lint_alone()
    {
        Folder.WriteConsole("Lib/Lib.csproj", """
            <ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup>
            """, outputType: "Library");
        Folder.Edit("Shop.csproj", "Microsoft.NET.Sdk.Web", "Microsoft.NET.Sdk");
        Folder.Edit("Shop.csproj", "</Project>", """
            <PropertyGroup>
              <OutputType>Exe</OutputType>
              <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
            </PropertyGroup>
            <ItemGroup><ProjectReference Include="Lib/Lib.csproj" /></ItemGroup>
            </Project>
            """);
        await Folder.RestoreAsync();
        (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        StringAssert.Contains(File.ReadAllText(Folder["Dockerfile"]), "/aspnet:");
        Assert.HasCount(0, (await Folder.BuildAsync("-t:DockerGuardLint")).EnsureSuccess().Findings);
        Folder.Write("Dockerfile", UserProject.GoodDockerfile.Replace("dotnet/aspnet", "dotnet/runtime"));
        (await Folder.BuildAsync("-t:DockerGuardLint")).EnsureFailedWith("DG7005");
    }

    [TestMethod]
    public async Task One_that_is_wanted_and_gone_or_has_half_a_region_fails_too()
    {
        const string Kept = "-p:DockerGuardGenerateDockerfile=true";
        var missing = (await Folder.BuildAsync(Verify, Kept)).EnsureFailedWith("DG0021").Single("DG0021");
        StringAssert.Contains(missing.Message, "is not there, and DockerGuardGenerateDockerfile wants it");
        Assert.HasCount(0, (await Folder.BuildAsync(Verify)).EnsureSuccess().Findings);
        Folder.Write("Dockerfile", UserProject.GoodDockerfile);
        (await Folder.BuildAsync(Verify, Kept)).EnsureFailedWith("DG0010");
        File.Delete(Folder["Dockerfile"]);

        (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        Folder.Write("Dockerfile", File.ReadAllText(Folder["Dockerfile"])
            .Replace("ENTRYPOINT", "# dockerguard begin custom\nENTRYPOINT", StringComparison.Ordinal));
        foreach (var how in new[] { OnDemand, "-t:Build" })
        {
            var open = (await Folder.BuildAsync(how)).EnsureFailedWith("DG0010").Single("DG0010");
            StringAssert.Contains(open.Message, "a custom region that is not closed");
            Assert.AreEqual(
                Array.FindIndex(File.ReadAllLines(Folder["Dockerfile"]), static line => line.Contains("begin")) + 1,
                open.Line);
        }
    }

    [TestMethod]
    public async Task A_file_changed_by_hand_fails_a_strict_build_alone_and_a_region_elsewhere_is_refused()
    {
        (await Folder.BuildAsync(OnDemand)).EnsureSuccess();
        var generated = File.ReadAllText(Folder["Dockerfile"]);
        Folder.Write("Dockerfile", generated.Replace("ENTRYPOINT", "ENV A=1\nENTRYPOINT", StringComparison.Ordinal));
        Assert.HasCount(0, (await Folder.BuildAsync()).EnsureSuccess().Findings);
        var finding = (await Folder.BuildAsync(Verify)).EnsureFailedWith("DG0021").Single("DG0021");
        StringAssert.Contains(finding.Message, "changed by hand");

        Folder.Write(
            "Dockerfile", generated.Replace("WORKDIR /src", Region + "WORKDIR /src", StringComparison.Ordinal));
        foreach (var how in new[] { OnDemand, Verify, "-p:Plain=true" })
        {
            finding = (await Folder.BuildAsync(how)).EnsureFailedWith("DG0010").Single("DG0010");
            StringAssert.Contains(finding.Message, "custom region where none is kept");
            Assert.IsGreaterThan(1, finding.Line);
        }

        // A policy may want of every build what that property wants of one, and nobody silences what it enforces.
        Folder.Write("Dockerfile", generated)
            .Write(".dockerguard.yml", "enforce: DG0021\nrules: {DG0021: error}\n")
            .Edit("Shop.csproj", "</Nullable>", "</Nullable><AssemblyName>Other</AssemblyName>");
        (await Folder.BuildAsync("-p:NoWarn=DG0021")).EnsureFailedWith("DG0021");
    }

    [TestMethod]
    public async Task A_hand_written_file_is_compared_on_demand_and_stays()
    {
        Folder.Write("Dockerfile", UserProject.GoodDockerfile);
        var outcome = (await Folder.BuildAsync("-t:DockerGuardSuggest")).EnsureSuccess();
        StringAssert.Contains(outcome.Output, "DockerGuard: Dockerfile differs from what would be generated:");
        StringAssert.Contains(outcome.Output, "no RUN runs dotnet restore; generation runs 'dotnet restore Shop");
        StringAssert.Contains(outcome.Output, "Dockerfile.dockerignore is not there");
        Assert.AreEqual(UserProject.GoodDockerfile, File.ReadAllText(Folder["Dockerfile"]));
        Assert.IsFalse(File.Exists(Folder["Dockerfile.dockerignore"]));
        var plain = (await Folder.BuildAsync()).EnsureSuccess();
        Assert.IsFalse(plain.Messages.Any(message => message.Contains("as the image build", StringComparison.Ordinal)));
    }
}
