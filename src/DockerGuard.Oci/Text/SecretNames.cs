using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DockerGuard.Oci.Text;

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
        "Password", "Secret", "ApiKey", "AccessKey", "AccountKey", "PrivateKey", "AccessToken", "PASSWORD",
    ];

    /// <summary>
    /// Last words of names in capitals: Azure DevOps' access tokens, and the short forms of password (<c>_PSW</c> is
    /// Jenkins').
    /// </summary>
    private static readonly string[] LastWords = ["_PAT", "_PASS", "_PSW", "_PWD", "_PW"];

    /// <summary>Whole names: short forms alone, and SonarScanner's token.</summary>
    private static readonly string[] WholeNames = ["pat", "pw", "sonar.login", "SONAR_LOGIN"];

    private static readonly HashSet<string> OptionWordsOfSecrets = new(StringComparer.Ordinal)
    {
        "password", "passwd", "pass", "pwd", "passphrase", "passcode", "passin", "passout", "storepass", "keypass",
        "token", "authtoken", "secret", "apikey", "accesskey", "bearer", "credential", "credentials", "creds",
        "authorization", "authkey", "activationkey", "requirepass", "masterauth",
    };

    /// <summary>Last words of options that name where a secret is, or what kind it is of.</summary>
    private static readonly HashSet<string> HarmlessOptionWords = new(StringComparer.Ordinal)
    {
        "stdin", "file", "path", "dir", "fd", "prompt", "env", "variable", "policy", "type", "name", "id", "url", "uri",
        "ttl", "length", "helper", "store", "version", "required", "optional", "mount", "mode", "method", "enabled",
        "disabled", "provider", "issuer", "audience", "scheme", "endpoint", "lifetime", "expiry", "expiration", "limit",
    };

    /// <summary>
    /// Last words of <see cref="HarmlessOptionWords"/> that a secret's own name may have: a secret's id.
    /// </summary>
    private static readonly string[] DoubtfulWords = ["id", "env", "variable", "store", "mount", "fd"];

    /// <summary>Values that say whether there is a secret, or of which kind.</summary>
    private static readonly HashSet<string> HarmlessValues = new(StringComparer.OrdinalIgnoreCase)
    {
        "none", "null", "true", "false", "yes", "no", "on", "off", "required", "optional", "enabled", "disabled",
        "basic", "bearer", "jwt", "oauth", "oauth2", "oidc", "saml", "ntlm", "kerberos", "anonymous", "value", "digest",
    };

    private static readonly HashSet<string> KindsOfKeys =
        new(StringComparer.Ordinal) { "api", "access", "account", "secret", "private", "subscription", "encryption" };

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
            || WholeNames.Contains(name, StringComparer.OrdinalIgnoreCase)
            || name.StartsWith("NuGetPackageSourceCredentials_", StringComparison.OrdinalIgnoreCase)
            || name.Equals("VSS_NUGET_EXTERNAL_FEED_ENDPOINTS", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// True for the name of an option or a setting of a program whose value is a secret: <c>http-password</c>,
    /// <c>ApiKey</c>, <c>_authToken</c>; not for <c>password-stdin</c>.
    /// </summary>
    public static bool IsOptionOfSecret(string name)
    {
        var words = OptionWords(name);
        if (words.Count == 0 || HarmlessOptionWords.Contains(words[words.Count - 1]) || words[0] == "public")
            return false;
        return words.Exists(OptionWordsOfSecrets.Contains)
            || (words[words.Count - 1] == "key" && words.Exists(KindsOfKeys.Contains))
            || (words.Count == 1 && words[0] is "auth" or "pat" or "pw");
    }

    /// <summary>
    /// True for a setting that tells about a secret and not the secret: <c>AUTH_TYPE=jwt</c>, <c>SECRET_NAME=shop</c>,
    /// <c>password=required</c>.
    /// </summary>
    public static bool IsHarmless(string name, string value)
    {
        if (IsHarmlessValue(value)) return true;
        var words = OptionWords(name);
        var last = words.Count == 0 ? "" : words[words.Count - 1];
        return HarmlessOptionWords.Contains(last) && !DoubtfulWords.Contains(last);
    }

    /// <summary>
    /// True for a value that says whether there is a secret, or of which kind: <c>none</c>, <c>jwt</c>.
    /// </summary>
    public static bool IsHarmlessValue(string value) =>
        HarmlessValues.Contains(value.Trim('"', '\'', ',', '.', '\\'));

    /// <summary>The words of a name, in small letters: divided by signs and by capitals.</summary>
    private static List<string> OptionWords(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= name.Length; i++)
        {
            var isLetter = i < name.Length && char.IsLetterOrDigit(name[i]);
            var isHump = isLetter && i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]);
            if ((!isLetter || isHump) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (isLetter) word.Append(char.ToLowerInvariant(name[i]));
        }

        return words;
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
