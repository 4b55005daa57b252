using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DockerGuard.Testing;

/// <summary>What came in, headers by lower-case name.</summary>
public sealed record FakeRequest(
    string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Content)
{
    public string Body => Encoding.UTF8.GetString(Content);

    public string? Authorization => Headers.GetValueOrDefault("authorization");
}

/// <summary>What goes out. Without a length the body ends when the connection does.</summary>
public sealed record FakeAnswer(
    int Status, byte[] Body, string? ContentType = null, params (string Name, string Value)[] Headers)
{
    /// <summary>Written instead of the answer: for servers that break the protocol.</summary>
    public Func<Stream, CancellationToken, Task>? Raw { get; init; }

    public static FakeAnswer Empty(int status, params (string Name, string Value)[] headers) =>
        new(status, [], null, headers);

    public static FakeAnswer Json(string text, string type = "application/json") =>
        new(200, Encoding.UTF8.GetBytes(text), type);

    public static FakeAnswer Write(Func<Stream, CancellationToken, Task> raw) => new(200, []) { Raw = raw };
}

/// <summary>
/// An HTTP/1.1 server on a loopback port that answers as badly as a test wants; one request per connection.
/// </summary>
public sealed class FakeRegistry : IAsyncDisposable
{
    private const int LargestHead = 64 * 1024;
    private const byte TlsHandshake = 0x16;

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<FakeRequest, FakeAnswer> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly Task _loop;

    public FakeRegistry(
        Func<FakeRequest, FakeAnswer> answer, X509Certificate2? certificate = null, IPAddress? address = null)
    {
        _listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        _answer = answer;
        _certificate = certificate;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _loop = AcceptAsync();
    }

    public int Port { get; }

    public string Host => $"127.0.0.1:{Port}";

    public ConcurrentQueue<FakeRequest> Requests { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        await Task.Yield();
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                if (_certificate is not null)
                {
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(
                        new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
                    stream = secure;
                }

                await using (stream)
                {
                    if (await ReadAsync(stream) is { } request)
                    {
                        Requests.Enqueue(request);
                        await WriteAsync(stream, _answer(request));
                    }
                }
            }
            catch (Exception exception)
                when (exception is IOException or OperationCanceledException or AuthenticationException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<FakeRequest?> ReadAsync(Stream stream)
    {
        var buffer = new byte[LargestHead];
        int length = 0, end;
        while ((end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(length), _stop.Token);
            length += count;
            if (count == 0 || buffer[0] == TlsHandshake) return null;
        }

        var lines = Encoding.ASCII.GetString(buffer, 0, end).Split("\r\n");
        var first = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).GroupBy(pair => pair[0].ToLowerInvariant())
            .ToDictionary(pairs => pairs.Key, pairs => string.Join(", ", pairs.Select(pair => pair[1].Trim())));
        var bodyLength = int.Parse(headers.GetValueOrDefault("content-length", "0"));
        var body = new byte[bodyLength];
        var start = Math.Min(length - (end + 4), bodyLength);
        buffer.AsSpan(end + 4, start).CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(start), _stop.Token);
        return new FakeRequest(first[0], first[1], headers, body);
    }

    private async Task WriteAsync(Stream stream, FakeAnswer answer)
    {
        if (answer.Raw is not null)
        {
            await answer.Raw(stream, _stop.Token);
            return;
        }

        var head = new StringBuilder(
            $"HTTP/1.1 {answer.Status} Status\r\nConnection: close\r\nContent-Length: {answer.Body.Length}\r\n");
        if (answer.ContentType is not null) head.Append($"Content-Type: {answer.ContentType}\r\n");

        foreach (var (name, value) in answer.Headers) head.Append($"{name}: {value}\r\n");

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), _stop.Token);
        await stream.WriteAsync(answer.Body, _stop.Token);
    }
}
