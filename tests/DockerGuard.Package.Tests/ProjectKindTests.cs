using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>Ways to reference the package, and kinds of projects: each has the Dockerfile with the one error.</summary>
[TestClass]
public sealed class ProjectKindTests
{
    [TestMethod]
    public async Task Dotnet_add_package_makes_it_work()
    {
        using var folder = (await UserProject.EmptyAsync())
            .WriteConsole("Shop.csproj")
            .Write("Dockerfile", UserProject.RootDockerfile);
        (await folder.RunDotnetAsync(
            "add", "package", PackedProduct.Id, "--version", await PackedProduct.VersionAsync())).EnsureSuccess();
        StringAssert.Contains(File.ReadAllText(folder["Shop.csproj"]), "<PrivateAssets>all</PrivateAssets>");
        (await folder.BuildAsync()).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task A_reference_written_by_hand_without_PrivateAssets_works()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.WriteConsole(
            "Shop.csproj",
            $"""<ItemGroup><PackageReference Include="DockerGuard.Build" """
                + $"""Version="{await PackedProduct.VersionAsync()}" /></ItemGroup>""");
        await folder.Write("Dockerfile", UserProject.RootDockerfile).RestoreAsync();
        (await folder.BuildAsync()).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task GlobalPackageReference_guards_every_project_of_a_repository()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.Write("Directory.Packages.props", $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><GlobalPackageReference Include="DockerGuard.Build" Version="{await PackedProduct.VersionAsync()}" /></ItemGroup>
            </Project>
            """);
        folder.WriteConsole("Shop.csproj").Write("Dockerfile", UserProject.RootDockerfile);
        await folder.RestoreAsync();
        (await folder.BuildAsync()).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    [DataRow("Microsoft.NET.Sdk.Web")]
    [DataRow("Microsoft.NET.Sdk.Worker")]
    [DataRow("Microsoft.NET.Sdk")]
    public async Task Web_worker_and_console_applications_are_guarded(string sdk)
    {
        using var folder = await UserProject.EmptyAsync();
        folder.WriteConsole("Shop.csproj", await UserProject.ReferenceAsync(), sdk)
            .Write("Dockerfile", UserProject.RootDockerfile);
        await folder.RestoreAsync();
        (await folder.BuildAsync()).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task A_solution_generates_for_what_makes_an_image_alone()
    {
        using var folder = await UserProject.EmptyAsync();
        var reference = await UserProject.ReferenceAsync();
        folder.WriteConsole("Shop/Shop.csproj", reference)
            .WriteConsole("Basket/Basket.csproj", reference, outputType: "Library")
            .WriteConsole("Money/Money.csproj", reference, outputType: "Library")
            .WriteConsole("Tests/Tests.csproj", reference
                + "<PropertyGroup><IsTestProject>true</IsTestProject></PropertyGroup>")
            .Write("All.slnx", """
                <Solution>
                  <Project Path="Shop/Shop.csproj" /><Project Path="Basket/Basket.csproj" />
                  <Project Path="Money/Money.csproj" /><Project Path="Tests/Tests.csproj" />
                </Solution>
                """)
            .Write("Libraries.slnx", """
                <Solution>
                  <Project Path="Basket/Basket.csproj" /><Project Path="Money/Money.csproj" />
                </Solution>
                """);
        await folder.RestoreAsync("All.slnx");
        const string passedBy = ": makes no image, and gets no Dockerfile; so it is with all such projects";
        foreach (var target in new[] { "-t:DockerGuardGenerate", "-t:DockerGuardSuggest" })
        {
            var outcome = (await folder.BuildAsync("All.slnx", target, "-m:1")).EnsureSuccess();
            Assert.HasCount(0, outcome.Findings);
            StringAssert.Contains(outcome.Output, "DockerGuard: Shop: Dockerfile ");
            outcome = (await folder.BuildAsync("Libraries.slnx", target, "-m:1")).EnsureSuccess();
            Assert.HasCount(2, outcome.Output.Split(passedBy), outcome.Output);
        }

        CollectionAssert.AreEqual(
            new[] { folder["Shop/Dockerfile"] },
            Directory.GetFiles(folder.Path, "Dockerfile", SearchOption.AllDirectories));
        // Who asks the library itself is answered.
        (await folder.BuildAsync("Basket", "-t:DockerGuardGenerate")).EnsureFailedWith("DG0012");
    }

    [TestMethod]
    public async Task A_class_library_without_a_Dockerfile_is_left_alone()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.WriteConsole("Basket.csproj", await UserProject.ReferenceAsync(), outputType: "Library")
            .Write(".dockerguard.yml", "no policy at all");
        await folder.RestoreAsync();
        var outcome = (await folder.BuildAsync()).EnsureSuccess();
        Assert.IsFalse(outcome.Tasks.Any(task => task is "LintDockerfiles" or "GenerateDockerfile"));
        Assert.IsFalse(outcome.Output.Contains("DockerGuard", StringComparison.Ordinal), outcome.Output);
        var evaluated = (await folder.RunDotnetAsync(
            "msbuild",
            "-getItem:UpToDateCheckInput",
            "-getItem:UpToDateCheckOutput",
            "-getItem:FileWrites",
            "-getItem:_DockerGuardSetting")).EnsureSuccess();
        Assert.IsFalse(evaluated.Output.Contains("DockerGuard\"", StringComparison.Ordinal), evaluated.Output);
        Assert.IsFalse(evaluated.Output.Contains("dockerguard.stamp", StringComparison.Ordinal), evaluated.Output);
        Assert.IsFalse(evaluated.Output.Contains("HADOLINT", StringComparison.Ordinal), evaluated.Output);

        var asked = (await folder.RunAsync(
            "msbuild", "-t:DockerGuardFix;DockerGuardLint;DockerGuardBaseline")).EnsureSuccess();
        Assert.AreEqual(
            2,
            asked.Output.Split("DockerGuard: Basket.csproj has no Dockerfile; ").Length - 1,
            "once for fixes, once for lint\n" + asked.Output);
        Assert.IsFalse(File.Exists(folder["dockerguard.baseline.yml"]));
    }

    /// <summary>Without the SDK there are no references of references, and nothing is known of the base.</summary>
    [TestMethod]
    public async Task A_project_without_the_SDK_gets_a_coded_sentence_of_every_target()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.Write("Old.csproj", $"""
            <Project ToolsVersion="15.0" xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
              <Import Project="$(MSBuildExtensionsPath)/$(MSBuildToolsVersion)/Microsoft.Common.props" />
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFrameworkVersion>v4.7.2</TargetFrameworkVersion>
                <RuntimeIdentifiers>win</RuntimeIdentifiers>
              </PropertyGroup>
              {await UserProject.ReferenceAsync()}
              <Import Project="$(MSBuildToolsPath)/Microsoft.CSharp.targets" />
            </Project>
            """);
        await folder.RestoreAsync();
        (await folder.RunAsync("msbuild", "-t:DockerGuardLint;DockerGuardFix;DockerGuardExplain")).EnsureSuccess();
        (await folder.RunAsync("msbuild", "-t:DockerGuardGenerate")).EnsureFailedWith("DG0012");
    }

    [TestMethod]
    public async Task A_project_that_references_a_guarded_one_is_not_guarded_with_it()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.WriteConsole("basket/Basket.csproj", await UserProject.ReferenceAsync(), outputType: "Library");
        folder.WriteConsole(
            "shop/Shop.csproj", """<ItemGroup><ProjectReference Include="../basket/Basket.csproj" /></ItemGroup>""");
        folder.Write("shop/Dockerfile", UserProject.RootDockerfile);
        await folder.RestoreAsync("shop");
        var outcome = (await folder.BuildAsync("shop")).EnsureSuccess();
        Assert.IsFalse(outcome.Tasks.Contains("LintDockerfiles"));
    }

    [TestMethod]
    public async Task A_project_with_two_target_frameworks_reports_a_finding_once()
    {
        using var folder = await MultiTargetAsync();
        folder.Write("Dockerfile", UserProject.LatestDockerfile);
        var outcome = (await folder.BuildAsync()).EnsureSuccess();
        outcome.Single("DG1004");
        Assert.AreEqual(2, outcome.Tasks.Count(task => task == "Csc"), "both frameworks were compiled");
        (await folder.BuildAsync("-graph")).EnsureSuccess().Single("DG1004");
    }

    [TestMethod]
    [DataRow("-f", "net8.0")]
    [DataRow("-p:TargetFramework=net8.0")]
    public async Task A_build_of_one_target_framework_reports_the_finding_whichever_it_is(params string[] arguments)
    {
        using var folder = await MultiTargetAsync();
        folder.Write("Dockerfile", UserProject.LatestDockerfile);
        var outcome = (await folder.BuildAsync(arguments)).EnsureSuccess();
        outcome.Single("DG1004");
        Assert.AreEqual(1, outcome.Tasks.Count(task => task == "Csc"), "the other framework was not compiled");
        folder.Write("Dockerfile", UserProject.RootDockerfile);
        (await folder.BuildAsync(arguments)).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task A_project_with_two_target_frameworks_lints_and_generates_on_demand()
    {
        using var folder = await MultiTargetAsync();
        (await folder.RunAsync("msbuild", "-t:DockerGuardGenerate")).EnsureSuccess();
        Assert.IsTrue(File.Exists(folder["Dockerfile"]));
        folder.Write("Dockerfile", UserProject.RootDockerfile);
        (await folder.RunAsync("msbuild", "-t:DockerGuardLint")).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task A_project_with_several_runtime_identifiers_builds_and_is_guarded()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.WriteConsole("Shop.csproj", await UserProject.ReferenceAsync() + """
            <PropertyGroup><RuntimeIdentifiers>linux-x64;linux-arm64</RuntimeIdentifiers></PropertyGroup>
            <!-- The runtimes of other machines need a network, and a plain build does not need them. -->
            <PropertyGroup><UseAppHost>false</UseAppHost><EnableRuntimePackDownload>false</EnableRuntimePackDownload><EnableAppHostPackDownload>false</EnableAppHostPackDownload></PropertyGroup>
            """);
        await folder.Write("Dockerfile", UserProject.LatestDockerfile).RestoreAsync();
        (await folder.BuildAsync()).EnsureSuccess().Single("DG1004");
    }

    [TestMethod]
    public async Task Artifacts_output_works_and_keeps_the_projects_folder_clean()
    {
        using var folder = await UserProject.EmptyAsync();
        folder.Write(
            "Directory.Build.props",
            "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>");
        folder.WriteConsole("shop/Shop.csproj", await UserProject.ReferenceAsync())
            .Write("shop/Dockerfile", UserProject.LatestDockerfile);
        await folder.RestoreAsync("shop");
        (await folder.BuildAsync("shop")).EnsureSuccess().Single("DG1004");
        CollectionAssert.AreEquivalent(
            new[] { "Dockerfile", "Program.cs", "Shop.csproj" },
            Directory.GetFileSystemEntries(folder["shop"]).Select(Path.GetFileName).ToArray());
    }

    [TestMethod]
    public async Task Paths_with_spaces_and_letters_of_any_script_work()
    {
        using var folder = await UserProject.EmptyAsync();
        const string Shop = "mein größter Laden/商店 №1";
        folder.WriteConsole($"{Shop}/Süßes & Saures.csproj", await UserProject.ReferenceAsync());
        var dockerfile = UserProject.LatestDockerfile.Replace("Shop", "Süßes & Saures", StringComparison.Ordinal);
        folder.Write($"{Shop}/Dockerfile", dockerfile).Write($"{Shop}/zweite Küche.Dockerfile", dockerfile);
        await folder.RestoreAsync(Shop);
        var outcome = (await folder.BuildAsync(Shop)).EnsureSuccess();
        CollectionAssert.AreEquivalent(
            new[] { folder[$"{Shop}/Dockerfile"], folder[$"{Shop}/zweite Küche.Dockerfile"] },
            outcome.Findings.Select(finding => finding.File).ToArray());
    }

    [TestMethod]
    public async Task A_solution_publish_guards_each_application_once_and_leaves_libraries_alone()
    {
        using var folder = await UserProject.EmptyAsync();
        var reference = await UserProject.ReferenceAsync();
        folder.Write(
            "Shop.slnx",
            """<Solution><Project Path="shop/Shop.csproj" /><Project Path="basket/Basket.csproj" /></Solution>""");
        folder.WriteConsole(
            "shop/Shop.csproj",
            reference + """<ItemGroup><ProjectReference Include="../basket/Basket.csproj" /></ItemGroup>""");
        folder.WriteConsole("basket/Basket.csproj", reference, outputType: "Library");
        folder.Write("shop/Dockerfile", UserProject.LatestDockerfile);
        await folder.RestoreAsync("Shop.slnx");
        var outcome = (await folder.RunAsync("publish", "Shop.slnx", "--no-restore")).EnsureSuccess();
        outcome.Single("DG1004");
        Assert.AreEqual(1, outcome.Tasks.Count(task => task == "LintDockerfiles"));
    }

    [TestMethod]
    public async Task A_package_that_is_there_for_the_second_framework_alone_guards_there()
    {
        using var folder = await MultiTargetAsync();
        folder.Edit(
            "Shop.csproj",
            "<PackageReference",
            "<PackageReference Condition=\"'$(TargetFramework)' == 'net8.0'\"");
        folder.Write("Dockerfile", UserProject.RootDockerfile);
        (await folder.RunDotnetAsync("restore")).EnsureSuccess();
        (await folder.BuildAsync()).EnsureFailedWith("DG2001");
    }

    [TestMethod]
    public async Task Of_several_frameworks_the_newest_is_the_images_or_the_one_that_is_named()
    {
        using var folder = await MultiTargetAsync();
        string all = $"net{DotNetHost.Channel}", windows = all + "-windows";
        folder.Edit("Shop.csproj", $" ; ;{all};net8.0", $"netstandard2.0; net8.0;\n{windows};{all} ");
        await GenerateAsync($"-f {all} ");
        await GenerateAsync("-f net8.0 ", "-p:DockerGuardFramework= Net8.0");
        folder.Edit("Shop.csproj", $";{all} ", "");
        await GenerateAsync("-f net8.0 ");

        var wrong = await folder.RunDotnetAsync(
            "msbuild", "-t:DockerGuardLint", "-p:DockerGuardFramework=net(9.0");
        Assert.Contains(
            $"DockerGuardFramework is 'net(9.0'; write one of netstandard2.0, net8.0, {windows}", wrong.Output);
        Assert.AreNotEqual(0, wrong.ExitCode);

        async Task GenerateAsync(string expected, params string[] options)
        {
            (await folder.RunDotnetAsync(["msbuild", "-t:DockerGuardGenerate", .. options])).EnsureSuccess();
            Assert.Contains(expected, File.ReadAllText(folder["Dockerfile"]));
        }
    }

    /// <summary>
    /// A console application for this .NET and for .NET 8 (with empty entries in front, as where a property that is
    /// not set begins the list), whose reference assemblies come from the machine's own
    /// feeds, as they do for the product.
    /// </summary>
    private static async Task<ProjectFolder> MultiTargetAsync()
    {
        var folder = await UserProject.EmptyAsync();
        folder.Write(
            "nuget.config",
            File.ReadAllText(folder["nuget.config"]).Replace("<clear />", "", StringComparison.Ordinal));
        folder.WriteConsole("Shop.csproj", await UserProject.ReferenceAsync() + $"""
            <PropertyGroup><TargetFramework></TargetFramework><TargetFrameworks> ; ;net{DotNetHost.Channel};net8.0</TargetFrameworks><UseAppHost>false</UseAppHost></PropertyGroup>
            """);
        var restore = await folder.RunDotnetAsync("restore");
        if (restore.Output.Contains("NU1101", StringComparison.Ordinal)
            || restore.Output.Contains("NU1102", StringComparison.Ordinal))
        {
            folder.Dispose();
            Tool.ReportMissing(
                "no feed of this machine has the .NET 8 reference assemblies (Microsoft.NETCore.App.Ref)", Tool.IsCI());
        }

        restore.EnsureSuccess();
        return folder;
    }
}
