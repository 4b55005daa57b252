using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Rules;

/// <summary>Tells whether a variable's name or value looks like a credential.</summary>
public static class SecretNames
{
    /// <summary>The words BuildKit's SecretsUsedInArgOrEnv looks for between underscores.</summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "apikey", "auth", "credential", "credentials", "key", "password", "pword", "passwd", "secret", "token",
    };

    /// <summary>
    /// The words that tell of something about a secret instead of the secret; BuildKit lets these names be.
    /// </summary>
    private static readonly HashSet<string> HarmlessWords =
        new(StringComparer.OrdinalIgnoreCase) { "public", "file", "version" };

    /// <summary>
    /// Endings of .NET configuration keys (<c>Auth__ClientSecret</c>), which have no underscores inside.
    /// </summary>
    private static readonly string[] Endings =
    [
        "Password", "Secret", "ApiKey", "AccessKey", "AccountKey", "PrivateKey", "AccessToken",
    ];

    /// <summary>
    /// Last words of names in capitals: Azure DevOps' access tokens, and the short forms of password (<c>_PSW</c> is
    /// Jenkins').
    /// </summary>
    private static readonly string[] LastWords = ["_PAT", "_PASS", "_PSW", "_PWD"];

    /// <summary>Parts of connection strings that are credentials.</summary>
    private static readonly string[] ConnectionStringKeys =
    [
        "password", "pwd", "accountkey", "sharedaccesskey", "sharedaccesssignature",
    ];

    /// <summary>True when a part of a name is such a word, and none tells of something harmless.</summary>
    public static bool HasSecretWord(string name)
    {
        var parts = name.Split('_');
        return parts.Any(Words.Contains) && !parts.Any(HarmlessWords.Contains);
    }

    /// <summary>True for a name of a secret, in the spellings of BuildKit, .NET and build servers.</summary>
    public static bool LooksSecret(string name)
    {
        var parts = name.Split('_');
        if (parts.Any(HarmlessWords.Contains)) return false;
        return parts.Where((part, index) => Words.Contains(part) && !IsKeyOfList(parts, index)).Any()
            || Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal) && name.Length > ending.Length)
            || LastWords.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            || name.StartsWith("NuGetPackageSourceCredentials_", StringComparison.OrdinalIgnoreCase)
            || name.Equals("VSS_NUGET_EXTERNAL_FEED_ENDPOINTS", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// True for the last part of <c>Filters__0__Key</c>: an element of a .NET configuration list has a key and a value,
    /// and neither is secret.
    /// </summary>
    private static bool IsKeyOfList(string[] parts, int index) =>
        index >= 3 && parts[index].Equals("key", StringComparison.OrdinalIgnoreCase)
        && parts[index - 1].Length == 0 && parts[index - 2].Length > 0 && parts[index - 2].All(char.IsDigit);

    /// <summary>True for a connection string that has a password in it and for a private key.</summary>
    public static bool HoldsSecret(string value)
    {
        if (value.IndexOf("-----BEGIN ", StringComparison.Ordinal) >= 0
            && value.IndexOf("PRIVATE KEY-----", StringComparison.Ordinal) >= 0)
        {
            return true;
        }

        foreach (var part in value.Split(';'))
        {
            var equals = part.IndexOf('=');
            if (equals <= 0) continue;
            var key = part.Substring(0, equals).Replace(" ", "");
            var secret = part.Substring(equals + 1).Trim();
            if (secret.Length == 0 || IsPlaceholder(secret)) continue;
            if (ConnectionStringKeys.Contains(key, StringComparer.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    /// <summary>
    /// True for a text that stands for a value given later, such as <c>${PASSWORD}</c> or <c>&lt;password&gt;</c>.
    /// </summary>
    private static bool IsPlaceholder(string secret) =>
        secret[0] == '$' || (secret[0] is '<' or '{' or '#' && secret[secret.Length - 1] is '>' or '}' or '#');
}
