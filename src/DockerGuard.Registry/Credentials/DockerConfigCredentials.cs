using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using DockerGuard.Oci.Files;

namespace DockerGuard.Registry.Credentials;

/// <summary>
/// What "docker login" and "podman login" keep: a config.json with the credentials, or with the names of programs that
/// have them.
/// </summary>
/// <param name="file">An absolute path; the file need not exist.</param>
/// <param name="searchPath">The PATH to find credential helpers on.</param>
public sealed class DockerConfigCredentials(string file, string? searchPath) : ICredentialSource
{
    private const string DockerHub = "docker.io";

    // The name under which Docker has always kept its Hub's credentials.
    private const string DockerHubKey = "https://index.docker.io/v1/";
    private const int LargestFile = 1 << 20;

    private static readonly string[] DockerHubNames = ["docker.io", "index.docker.io", "registry-1.docker.io"];

    /// <summary>
    /// The files that exist, in the order they are asked: Podman's explicit one, Docker's, Podman's own.
    /// </summary>
    public static IReadOnlyList<string> FindFiles(IReadOnlyDictionary<string, string> environment)
    {
        var explicitFile = Variable("REGISTRY_AUTH_FILE");
        var dockerFolder = Variable("DOCKER_CONFIG") ?? Join(Variable("HOME") ?? Variable("USERPROFILE"), ".docker");
        var podmanFile = Join(Variable("XDG_RUNTIME_DIR"), "containers/auth.json");
        return [.. new[] { explicitFile, Join(dockerFolder, "config.json"), podmanFile }
            .OfType<string>()
            .Where(path => Path.IsPathFullyQualified(path) && Path.Exists(path))];

        string? Variable(string name) =>
            environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

        static string? Join(string? folder, string name) => folder is null ? null : Path.Combine(folder, name);
    }

    public RegistryCredential? Find(string registry, CancellationToken cancellationToken)
    {
        using var document = Load();
        if (document is null || document.RootElement.ValueKind != JsonValueKind.Object) return null;

        try
        {
            var helper = FindHelper(document.RootElement, registry);
            var kept = helper is null
                ? null
                : new CredentialHelper(helper, searchPath).Get(KeyOf(registry), cancellationToken);
            return kept
                ?? (FindEntry(document.RootElement, "auths", registry) is { ValueKind: JsonValueKind.Object } entry
                    ? ReadEntry(entry, registry)
                    : null);
        }
        catch (InvalidOperationException)
        {
            throw Unreadable("holds text that is not Unicode");
        }
    }

    private JsonDocument? Load()
    {
        try
        {
            if (!Path.Exists(file)) return null;
            if (Directory.Exists(file)) throw Unreadable("is a folder");
            if (RegularFile.Read(file, LargestFile, out var refusal) is not { } bytes)
            {
                throw Unreadable(refusal == FileRefusal.TooLarge
                    ? $"is larger than {Wording.Size(LargestFile)}"
                    : "is not a regular file");
            }

            return JsonDocument.Parse(
                bytes, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException exception)
        {
            throw Unreadable($"is not JSON at line {exception.LineNumber + 1}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable("cannot be read");
        }
    }

    private static string? FindHelper(JsonElement root, string registry)
    {
        var name = FindEntry(root, "credHelpers", registry);
        if (name is null && root.TryGetProperty("credsStore", out var store)) name = store;

        return name is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 } helper
            ? helper
            : null;
    }

    // Keys are host names, or addresses as Docker's oldest versions wrote them: https://host/v1/.
    private static JsonElement? FindEntry(JsonElement root, string section, string registry)
    {
        if (!root.TryGetProperty(section, out var entries) || entries.ValueKind != JsonValueKind.Object) return null;

        foreach (var entry in entries.EnumerateObject())
        {
            var host = HostOf(entry.Name);
            var isHub = registry == DockerHub && DockerHubNames.Contains(host, StringComparer.OrdinalIgnoreCase);
            if (isHub || host.Equals(registry, StringComparison.OrdinalIgnoreCase)) return entry.Value;
        }

        return null;
    }

    private RegistryCredential? ReadEntry(JsonElement entry, string registry)
    {
        if (Text(entry, "identitytoken") is { } identityToken)
            return RegistryCredential.FromIdentityToken(identityToken);

        if (Text(entry, "auth") is { } auth)
        {
            var decoded = new byte[auth.Length];
            var pair = Convert.TryFromBase64String(auth, decoded, out var length)
                ? Encoding.UTF8.GetString(decoded, 0, length).TrimEnd('\0')
                : "";
            var colon = pair.IndexOf(':', StringComparison.Ordinal);
            return colon > 0
                ? RegistryCredential.FromPassword(pair[..colon], pair[(colon + 1)..])
                : throw Unreadable($"has no user and password in its auth for {registry}");
        }

        return Text(entry, "username") is { } user && Text(entry, "password") is { } password
            ? RegistryCredential.FromPassword(user, password)
            : null;
    }

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;

    private static string KeyOf(string registry) => registry == DockerHub ? DockerHubKey : registry;

    private static string HostOf(string key)
    {
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? key : key[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? rest : rest[..slash];
    }

    private RegistryException Unreadable(string reason) =>
        new(RegistryErrorKind.Unauthorized, $"the credentials file {file} {reason}");
}
