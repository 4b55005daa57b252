using System;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Registry.Tests;

/// <summary>What is the proxy's fault is told of the proxy, and never with the credentials in its address.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ProxyTests
{
    private const string Registry = "registry.example.com/team/app:1.0";

    private readonly IWebProxy _before = HttpClient.DefaultProxy;

    [TestCleanup]
    public void Restore() => HttpClient.DefaultProxy = _before;

    [TestMethod]
    public async Task A_proxy_that_is_down()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.AreEqual($"{Named(port)} refuses connections", await FailAsync($"127.0.0.1:{port}"));
    }

    [TestMethod]
    public async Task A_proxy_nobody_knows() => Assert.AreEqual(
        "the host of the proxy 'http://proxy.invalid:3128' (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY) is not known",
        await FailAsync("proxy.invalid:3128"));

    [TestMethod]
    [DataRow("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
        "does not let the request through")]
    [DataRow("HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", "does not let the request through")]
    [DataRow("SSH-2.0-OpenSSH_9.7\r\n\r\n", "does not answer in HTTP")]
    public async Task A_proxy_that_answers_otherwise(string answer, string expected)
    {
        await using var proxy = new FakeRegistry(_ => FakeAnswer.Write((stream, cancellation) =>
            stream.WriteAsync(Encoding.ASCII.GetBytes(answer), cancellation).AsTask()));

        Assert.AreEqual($"{Named(proxy.Port)} {expected}", await FailAsync(proxy.Host));
    }

    [TestMethod]
    public async Task A_proxy_that_says_nothing()
    {
        await using var proxy =
            new FakeRegistry(_ => FakeAnswer.Write((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation)));

        Assert.AreEqual(
            $"the registry does not answer in full within 0.7 seconds through {Named(proxy.Port)}",
            await FailAsync(proxy.Host, RegistryErrorKind.Timeout));
    }

    [TestMethod]
    public async Task This_machines_own_registry_is_not_asked_through_a_proxy()
    {
        HttpClient.DefaultProxy = new WebProxy("http://127.0.0.1:9");
        await using var registry = new FakeRegistry(new SampleImage().Answer);

        await RegistryTest.ReadAsync($"{registry.Host}/team/app:1.0");
    }

    private static string Named(int port) =>
        $"the proxy 'http://127.0.0.1:{port}' (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY)";

    private static async Task<string> FailAsync(
        string proxy, RegistryErrorKind kind = RegistryErrorKind.Unreachable)
    {
        HttpClient.DefaultProxy = new WebProxy($"http://user:s3cret@{proxy}");
        var message = await RegistryTest.FailAsync(
            kind, Registry, RegistryTest.Options(timeout: kind == RegistryErrorKind.Timeout
                ? TimeSpan.FromMilliseconds(700)
                : TimeSpan.FromSeconds(20)));
        return message[$"cannot read image {Registry}: ".Length..];
    }
}
