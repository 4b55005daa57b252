using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DockerGuard.EndToEnd.Tests.Tools;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>
/// A Docker daemon of our own, with its data, socket and network apart from any other on the machine. It has no bridge:
/// builds and containers share the machine's network, so that they reach the loopback registry and need no firewall
/// rules.
/// </summary>
internal sealed class ContainerEngine : IAsyncDisposable
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder;
    private readonly Daemon _daemon;
    private readonly string _client;

    private ContainerEngine(TemporaryFolder folder, Daemon daemon, string client)
    {
        _folder = folder;
        _daemon = daemon;
        _client = client;
        ClientEnvironment = new Dictionary<string, string?>
        {
            ["DOCKER_HOST"] = "unix://" + folder["docker.sock"],
            ["DOCKER_CONFIG"] = folder.CreateFolder("client"),
            ["DOCKER_CONTEXT"] = null,
            ["DOCKER_BUILDKIT"] = "1",
            ["BUILDKIT_PROGRESS"] = "plain",
            ["PATH"] = Path.GetDirectoryName(client) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"),
        };
    }

    /// <summary>What makes the docker client, and through it the .NET SDK's local push, use this engine.</summary>
    public IReadOnlyDictionary<string, string?> ClientEnvironment { get; }

    /// <summary>What the daemon itself wrote, for the message of a failed test.</summary>
    public string Log => _daemon.Log;

    public static async Task<ContainerEngine> StartAsync()
    {
        var program = Tool.DockerDaemon.Require();
        var client = Tool.Docker.Require();
        if (!Environment.IsPrivilegedProcess) Tool.ReportMissing("dockerd needs root's rights", Tool.IsCI());

        var folder = new TemporaryFolder();
        string[] arguments =
        [
            "--data-root", folder["data"], "--exec-root", folder["exec"], "--pidfile", folder["docker.pid"], "--host",
            "unix://" + folder["docker.sock"],
            "--config-file", folder["daemon.json"], "--bridge=none", "--iptables=false", "--ip6tables=false",
            "--insecure-registry", "127.0.0.0/8",
        ];
        await File.WriteAllTextAsync(folder["daemon.json"], "{}");
        var engine = new ContainerEngine(folder, Daemon.Start(program, arguments, folder.Path), client);
        if (!await engine._daemon.WaitUntilAsync(engine.AnswersAsync, TimeSpan.FromSeconds(30)))
        {
            var log = engine.Log;
            await engine.DisposeAsync();
            Tool.ReportMissing($"dockerd does not start on this machine{Environment.NewLine}{log}", Tool.IsCI());
        }

        return engine;
    }

    /// <summary>Builds with BuildKit; the build's steps share the machine's network.</summary>
    /// <param name="dockerfile">Relative to the context.</param>
    public Task<CommandResult> BuildAsync(
        string context, string tag, string dockerfile = "Dockerfile", params string[] moreArguments) =>
        RunClientAsync(
            [
                "build", "--network=host", "--tag", tag, "--file", Path.Combine(context, dockerfile), .. moreArguments,
                context,
            ], BuildLimit);

    /// <summary>
    /// Starts a container. By default as hardened as a cluster would: see <see cref="ContainerRestrictions"/>.
    /// </summary>
    public async Task<RunningContainer> StartContainerAsync(
        string image,
        ContainerRestrictions? restrictions = null,
        IReadOnlyDictionary<string, string>? environment = null,
        params string[] arguments)
    {
        var variables = (environment ?? new Dictionary<string, string>())
            .SelectMany(variable => new[] { "--env", $"{variable.Key}={variable.Value}" });
        var started = await RunClientAsync([
            "run",
            "--detach",
            "--network=host",
            .. (restrictions ?? ContainerRestrictions.Hardened).Arguments,
            .. variables,
            image,
            .. arguments,
        ]);
        started.EnsureSuccess();
        return new RunningContainer(this, started.Output.Trim().Split('\n')[^1]);
    }

    /// <summary>
    /// Runs a container to its end and removes it; 125 to 127 are the engine's own exit codes, 127 for a missing
    /// program.
    /// </summary>
    public async Task<CommandResult> RunToEndAsync(
        string image, ContainerRestrictions restrictions, params string[] arguments)
    {
        (await RunClientAsync(["pull", "--quiet", image])).EnsureSuccess();
        return await RunClientAsync(["run", "--rm", "--network=host", .. restrictions.Arguments, image, .. arguments]);
    }

    /// <summary>
    /// Starts a web application under restrictions, on a port of its own, and waits until it answers.
    /// </summary>
    public async Task<RunningContainer> StartWebContainerAsync(
        string image,
        ContainerRestrictions? restrictions = null,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var port = LoopbackRegistry.FreePort();
        var variables = new Dictionary<string, string>(environment ?? new Dictionary<string, string>())
        {
            ["ASPNETCORE_HTTP_PORTS"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
        var container = await StartContainerAsync(image, restrictions, variables);
        container.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
        return container;
    }

    /// <summary>
    /// What the engine knows of an image it has: the "Config" holds User, Env, Labels, ExposedPorts and the rest.
    /// </summary>
    public async Task<JsonNode> InspectImageAsync(string image) =>
        JsonNode.Parse((await RunClientAsync(["image", "inspect", image])).EnsureSuccess().Output)![0]!;

    public Task<CommandResult> RunClientAsync(IEnumerable<string> arguments, TimeSpan? timeout = null) =>
        CommandLine.RunAsync(_client, arguments, _folder.Path, ClientEnvironment, timeout);

    public async ValueTask DisposeAsync()
    {
        await _daemon.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<bool> AnswersAsync() =>
        (await RunClientAsync(["version"], TimeSpan.FromSeconds(10))).ExitCode == 0;
}
