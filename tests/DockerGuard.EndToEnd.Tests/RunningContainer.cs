using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>What a container is not allowed to do, as arguments of "docker run".</summary>
internal sealed record ContainerRestrictions(IReadOnlyList<string> Arguments)
{
    public static readonly ContainerRestrictions None = new([]);

    /// <summary>
    /// A root file system that cannot be written except /tmp, no capability, no way to gain one, few processes.
    /// </summary>
    public static readonly ContainerRestrictions Hardened =
        new(["--read-only", "--tmpfs=/tmp", "--cap-drop=ALL", "--security-opt=no-new-privileges", "--pids-limit=200"]);

    public ContainerRestrictions With(params string[] arguments) => new([.. Arguments, .. arguments]);
}

/// <summary>A container that was started; it is removed with its volumes when disposed, running or not.</summary>
internal sealed class RunningContainer(ContainerEngine engine, string id) : IAsyncDisposable
{
    public string Id { get; } = id;

    /// <summary>Where its web application listens, when it has one.</summary>
    public Uri? BaseAddress { get; internal set; }

    public async Task<string> LogsAsync() => (await engine.RunClientAsync(["logs", Id])).Output;

    /// <summary>State, Config, HostConfig and the rest, as "docker inspect" gives them.</summary>
    public async Task<JsonNode> InspectAsync() =>
        JsonNode.Parse((await engine.RunClientAsync(["inspect", Id])).EnsureSuccess().Output)![0]!;

    /// <summary>Runs a program inside; in an image without a shell there is little to run.</summary>
    public Task<CommandResult> ExecuteAsync(params string[] arguments) =>
        engine.RunClientAsync(["exec", Id, .. arguments]);

    /// <summary>Waits until the container ended by itself.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan? timeout = null)
    {
        var ended = await engine.RunClientAsync(["wait", Id], timeout ?? TimeSpan.FromSeconds(30));
        return int.Parse(ended.EnsureSuccess().Output.Trim(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The body of a page; asks until the application answers, it ends, or the time is up.</summary>
    public async Task<string> GetAsync(string path, TimeSpan? timeout = null)
    {
        using var http = new HttpClient
        {
            BaseAddress = BaseAddress
                ?? throw new InvalidOperationException("the container was not started as a web container"),
            Timeout = TimeSpan.FromSeconds(5),
        };
        var limit = timeout ?? TimeSpan.FromSeconds(30);
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await http.GetStringAsync(new Uri(path, UriKind.Relative));
            }
            catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
            {
                var isRunning = (bool)(await InspectAsync())["State"]!["Running"]!;
                if (!isRunning || Stopwatch.GetElapsedTime(started) > limit)
                {
                    var what = isRunning ? "does not answer" : "has ended";
                    throw new InvalidOperationException(
                        $"the container {what}: {exception.Message}{Environment.NewLine}{await LogsAsync()}",
                        exception);
                }
            }

            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync() =>
        (await engine.RunClientAsync(["rm", "--force", "--volumes", Id])).EnsureSuccess();
}
