using System;
using System.Text.RegularExpressions;

namespace DockerGuard.Oci.Text;

/// <summary>Tells by its name whether a parameter of an address or a header holds a secret.</summary>
public static class SecretParameterNames
{
    /// <summary>Parts of the names of parameters whose values are nobody's business.</summary>
    private static readonly string[] SecretParts =
    [
        "token", "secret", "passw", "passphrase", "pwd", "credential", "signature", "apikey", "accesskey", "oauth",
        "authentic", "authoriz", "authoris", "bearer",
    ];

    /// <summary>Words of such names, and what their words end with.</summary>
    private static readonly string[] SecretWords = ["sas", "pat", "access", "cred", "creds", "sign", "keys", "codes"];

    private static readonly string[] SecretEndings = ["key", "auth", "sig", "code", "pass"];

    private static readonly char[] NameDividers = ['_', '-', '.', '$', '[', ']', ':', ' '];

    /// <summary>
    /// True for the name of a parameter whose value is a secret: <c>access_token</c>, <c>X-Amz-Signature</c>,
    /// <c>sig</c>; not for <c>author</c> and <c>design</c>.
    /// </summary>
    public static bool IsSecret(string name) =>
        HasSecretWord(name) && HasSecretWord(EverydayWords.Pattern.Replace(name, ""));

    private static bool HasSecretWord(string name)
    {
        if (Array.Exists(SecretParts, part => name.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0)) return true;
        foreach (var word in name.Split(NameDividers))
        {
            if (Array.Exists(SecretWords, secret => word.Equals(secret, StringComparison.OrdinalIgnoreCase))
                || Array.Exists(SecretEndings, end => word.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A class of its own, for an ordinary build meets no name that makes it compile a pattern.</summary>
    private static class EverydayWords
    {
        /// <summary>What begins or ends as a secret's name does and is none.</summary>
        internal static readonly Regex Pattern = new(
            "secretar(y|ies|ial|iat)|tokeni[sz](e|ers?|ed|es|ing|ation)|passwordless|(mon|don|tur|hoc|joc|whis|hot)key"
                + "|(bar|post|zip|qr|country|language|lang|status|error|uni|en|de|op|vs|geo|area|source|byte)code"
                + "|(by|com|encom|tres|over|under)pass(?!w|p|c)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
