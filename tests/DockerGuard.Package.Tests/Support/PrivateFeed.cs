using System;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace DockerGuard.Package.Tests.Support;

/// <summary>A feed on loopback that gives its one package to the user ci with a token.</summary>
internal sealed class PrivateFeed : IDisposable
{
    public const string Token = "right";

    private readonly HttpListener _listener = new();
    private readonly string _host = $"http://127.0.0.1:{FreePort()}/";
    private readonly byte[] _package = Package();

    public PrivateFeed()
    {
        _listener.Prefixes.Add(_host);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Index => _host + "index.json";

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var response = context.Response;
        var allowed = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ci:" + Token));
        if (context.Request.Headers["Authorization"] != allowed)
        {
            response.StatusCode = 401;
            response.AddHeader("WWW-Authenticate", "Basic realm=\"feed\"");
            return;
        }

        var answer = context.Request.Url!.AbsolutePath switch
        {
            "/index.json" => Encoding.UTF8.GetBytes(
                $$"""{"version":"3.0.0","resources":[{"@id":"{{_host}}flat/","@type":"PackageBaseAddress/3.0.0"}]}"""),
            "/flat/contoso.private/index.json" => Encoding.UTF8.GetBytes("""{"versions":["1.0.0"]}"""),
            var path when path.EndsWith(".nupkg", StringComparison.Ordinal) => _package,
            _ => null,
        };
        response.StatusCode = answer is null ? 404 : 200;
        if (answer is not null) await response.OutputStream.WriteAsync(answer);
    }

    private static byte[] Package()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var writer = new StreamWriter(archive.CreateEntry("Contoso.Private.nuspec").Open());
            writer.Write("""
                <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
                <id>Contoso.Private</id><version>1.0.0</version><authors>Contoso</authors><description>x</description>
                </metadata></package>
                """);
        }

        return bytes.ToArray();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
