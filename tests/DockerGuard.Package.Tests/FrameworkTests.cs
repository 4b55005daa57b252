using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>Of which target framework the image is, where a project has several.</summary>
[TestClass]
public sealed class FrameworkTests
{
    private static readonly Dictionary<string, string> Chosen = new()
    {
        ["net8.0;net10.0;net9.0 "] = "net10.0",
        ["net10.0;net8.0"] = "net10.0",
        ["netstandard2.0; net8.0"] = "net8.0",
        ["net10.0-windows;net9.0"] = "net9.0",
        ["net11.0\n;net10.0.1"] = "net11.0",
        [" ;;net472;netstandard2.0"] = "net472",
        ["net10.0-android;net10.0-ios"] = "net10.0-android",
    };

    [TestMethod]
    public async Task The_newest_that_runs_everywhere_or_the_one_that_is_named()
    {
        using var folder = new ProjectFolder();
        (string List, string Wish)[] asked =
        [
            .. Chosen.Keys.Select(static list => (list, "")),
            ("net8.0;net10.0", " net8.0 "), ("net8.0;net10.0", "net9.0"),
        ];
        var lines = string.Concat(asked.Select(static pair => $"""
            <Ask Include="a">
              <AdditionalProperties>
                TargetFrameworks={pair.List.Replace(";", "%3B")};DockerGuardFramework={pair.Wish}
              </AdditionalProperties>
            </Ask>

            """));
        folder.Write("ask.proj", $"""
            <Project>
              <Import Project="{RepositoryRoot.File("build", "DockerGuard.Framework.targets")}" />
              <ItemGroup>
                {lines}
              </ItemGroup>
              <Target Name="Ask">
                <MSBuild Projects="ask.proj" Targets="Answer" Properties="%(Ask.AdditionalProperties)" />
              </Target>
              <Target Name="Answer">
                <Message Text="answer:$(_DockerGuardFramework)" Importance="high" />
              </Target>
            </Project>
            """);

        var output = (await folder.RunDotnetAsync("msbuild", "ask.proj", "-t:Ask", "-tl:off")).EnsureSuccess().Output;
        CollectionAssert.AreEqual(
            Chosen.Values.Concat(["net8.0", "net10.0"]).ToArray(),
            output.Split('\n').Where(static line => line.Contains("answer:"))
                .Select(static line => line.Trim()["answer:".Length..])
                .ToArray(),
            output);
    }
}
