using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using DockerGuard.Oci.Text;

namespace DockerGuard.Registry.Credentials;

/// <summary>
/// A docker-credential-* program: the name of a registry on its input, JSON with user and secret on its output.
/// </summary>
internal sealed class CredentialHelper(string name, string? searchPath)
{
    private const int LongestOutput = 64 * 1024;

    // By the helpers' own convention, a name of a token instead of a user.
    private const string TokenUser = "<token>";
    private const string NotFoundAnswer = "credentials not found";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private string Program => "docker-credential-" + name;

    public RegistryCredential? Get(string registry, CancellationToken cancellationToken)
    {
        var path = FindProgram() ?? throw Failed("is not on the search path");
        var start = new ProcessStartInfo(path, ["get"])
        {
            WorkingDirectory = Path.GetDirectoryName(path)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var process = Start(start);
        try
        {
            // Its complaints are drained, not used: a full pipe would stop it.
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            Ask(process.StandardInput, registry);
            var output = Read(process.StandardOutput, limit.Token);
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            return process.ExitCode == 0 ? Parse(output)
                : output.Contains(NotFoundAnswer, StringComparison.OrdinalIgnoreCase) ? null
                : throw Failed($"ended with exit code {process.ExitCode}");
        }
        catch (OperationCanceledException)
        {
            // Otherwise the registry that waits for it would be blamed.
            throw Failed(cancellationToken.IsCancellationRequested
                ? "did not answer in time"
                : $"did not answer within {Wording.Seconds(Limit)}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    // Never from the current folder, which the operating system's own search may include: it holds the project being
    // built.
    private string? FindProgram()
    {
        if (name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            throw Failed("has a name that is no program's");

        var fileName = OperatingSystem.IsWindows() ? Program + ".exe" : Program;
        return (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, fileName))
            .FirstOrDefault(File.Exists);
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw Failed("cannot be started");
        }
    }

    private static void Ask(StreamWriter input, string registry)
    {
        try
        {
            input.WriteLine(registry);
            input.Close();
        }
        catch (IOException)
        {
            // It may answer without having read the question.
        }
    }

    private string Read(StreamReader reader, CancellationToken cancellationToken)
    {
        var buffer = new char[LongestOutput + 1];
        var count = reader.ReadBlockAsync(buffer, cancellationToken).AsTask().GetAwaiter().GetResult();
        return count <= LongestOutput
            ? new string(buffer, 0, count)
            : throw Failed($"writes more than {Wording.Size(LongestOutput)}");
    }

    private RegistryCredential? Parse(string output)
    {
        try
        {
            using var document = JsonDocument.Parse(output);
            var user = document.RootElement.GetProperty("Username").GetString();
            var secret = document.RootElement.GetProperty("Secret").GetString();
            return string.IsNullOrEmpty(secret) ? null
                : user == TokenUser ? RegistryCredential.FromIdentityToken(secret)
                : RegistryCredential.FromPassword(user ?? "", secret);
        }
        catch (Exception exception)
            when (exception is JsonException
                or InvalidOperationException
                or System.Collections.Generic.KeyNotFoundException)
        {
            throw Failed("does not answer with Username and Secret in JSON");
        }
    }

    private RegistryException Failed(string reason) =>
        new(RegistryErrorKind.Unauthorized, $"the credential helper {Sentence.Quote(Program)} {reason}");
}
