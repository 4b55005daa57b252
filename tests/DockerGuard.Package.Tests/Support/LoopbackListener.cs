using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace DockerGuard.Package.Tests.Support;

/// <summary>How a registry that is none behaves.</summary>
public enum Misbehaviour
{
    /// <summary>Hangs up on whoever connects.</summary>
    HangsUp,

    /// <summary>Answers every request with status 500.</summary>
    Fails,

    /// <summary>Takes the request and says nothing.</summary>
    KeepsSilent,

    /// <summary>Answers what is no HTTP.</summary>
    AnswersGarbage,

    /// <summary>Answers HTTP whose body is no manifest.</summary>
    AnswersNonsense,
}

/// <summary>A port on loopback that counts who comes and writes down what they ask.</summary>
internal sealed class LoopbackListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly TaskCompletionSource _firstVisit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Misbehaviour _misbehaviour;
    private readonly Task _work;
    private int _connections;

    public LoopbackListener(Misbehaviour misbehaviour)
    {
        _misbehaviour = misbehaviour;
        _listener.Start();
        Host = "127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port;
        _work = AcceptAsync();
    }

    /// <summary>The registry's name: address and port.</summary>
    public string Host { get; }

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The first lines of the requests, such as "GET /v2/ HTTP/1.1".</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Completes when somebody has connected; what he asks may be TLS and unreadable.</summary>
    public Task FirstVisit => _firstVisit.Task;

    /// <summary>Whether somebody tried to write to the registry.</summary>
    public bool SawPush =>
        Requests.Any(request => request.StartsWith("POST ", StringComparison.Ordinal)
            || request.StartsWith("PUT ", StringComparison.Ordinal)
            || request.StartsWith("PATCH ", StringComparison.Ordinal));

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _work.Wait(TimeSpan.FromSeconds(5));
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var visits = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Interlocked.Increment(ref _connections);
                _firstVisit.TrySetResult();
                visits.Add(ServeAsync(client));
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }

        await Task.WhenAll(visits);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (_misbehaviour != Misbehaviour.HangsUp && await ReadRequestAsync(stream) is { } request)
                {
                    _requests.Enqueue(request);
                    if (_misbehaviour == Misbehaviour.KeepsSilent)
                        await Task.Delay(Timeout.InfiniteTimeSpan, _end.Token);

                    await stream.WriteAsync(Encoding.ASCII.GetBytes(Answer()), _end.Token);
                    if (_misbehaviour == Misbehaviour.AnswersGarbage) return;
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private string Answer() => _misbehaviour switch
    {
        Misbehaviour.Fails => "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n",
        Misbehaviour.AnswersGarbage => "\u0001\u0002\u0003 SSH-2.0-OpenSSH_9.7\r\n\r\n",
        _ => "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.oci.image.index.v1+json\r\nContent-Length: 27\r\n\r\n"
            + "<html>not a manifest</html>",
    };

    /// <summary>
    /// Reads up to the empty line that ends the headers; the first line, or null at the end of the stream.
    /// </summary>
    private async Task<string?> ReadRequestAsync(NetworkStream stream)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), _end.Token);
            if (read == 0) return null;

            length += read;
            var text = Encoding.Latin1.GetString(buffer, 0, length);
            if (text.Contains("\r\n\r\n", StringComparison.Ordinal))
                return text[..text.IndexOf('\r', StringComparison.Ordinal)];
        }

        return null;
    }
}
