using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>
/// A Dockerfile before and after its fixes, built by the real engine: the same image, but for what the fixes are about.
/// </summary>
[TestClass]
public sealed class FixedDockerfileTests
{
    [TestMethod]
    public async Task A_mended_Dockerfile_builds_the_same_image()
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        var engine = await EndToEndEnvironment.EngineAsync();
        using var project = await GuardedProject.CreateAsync(bases, "hello");
        project.Write("hello.txt", "hello\n").Write("Dockerfile", $"""
            FROM {bases.Host}/dotnet/sdk:10.0-noble as Files
            maintainer Team <team@contoso.com>
            ENV GREETING hello to you
            WORKDIR /app
            ADD hello.txt .
            EXPOSE 8080/TCP
            LABEL one two three
            RUN echo one > /app/one \

                # a comment inside
                && echo two > /app/two
            USER 1654
            CMD ["cat", "never"]
            CMD ["cat", "/app/one", "/app/two", "/app/hello.txt"]

            """);
        (await engine.BuildAsync(project.Path, "fixed:before")).EnsureSuccess();
        var before = File.ReadAllText(project["Dockerfile"]);

        var fix = (await project.RunDotnetAsync("build", "-t:Restore;DockerGuardFix")).EnsureSuccess();
        var after = File.ReadAllText(project["Dockerfile"]);
        (await engine.BuildAsync(project.Path, "fixed:after")).EnsureSuccess();

        Assert.AreNotEqual(before, after, fix.Output);
        foreach (var cure in new[]
        {
            "AS files", "COPY hello.txt .", "GREETING=\"hello to you\"", "8080/tcp", "one=\"two three\"",
        })
        {
            Assert.Contains(cure, after);
        }

        foreach (var cured in new[] { "maintainer", "never" }) Assert.DoesNotContain(cured, after);
        Assert.AreEqual(
            await ConfigurationAsync(engine, "fixed:before"), await ConfigurationAsync(engine, "fixed:after"));
        Assert.AreEqual(await OutputAsync(engine, "fixed:before"), await OutputAsync(engine, "fixed:after"));
    }

    /// <summary>What the image starts with; the author has become a label.</summary>
    private static async Task<string> ConfigurationAsync(ContainerEngine engine, string image)
    {
        var configuration = (await engine.InspectImageAsync(image))["Config"]!;
        string[] settings = ["User", "ExposedPorts", "Env", "Entrypoint", "Cmd", "Volumes", "WorkingDir", "StopSignal"];
        return string.Join(
            Environment.NewLine, settings.Select(setting => $"{setting}: {configuration[setting]?.ToJsonString()}")
                .Append($"one: {configuration["Labels"]!["one"]}"));
    }

    private static async Task<string> OutputAsync(ContainerEngine engine, string image) =>
        (await engine.RunClientAsync(["run", "--rm", "--network", "host", image])).EnsureSuccess().Output;
}
