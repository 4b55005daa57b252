using System;
using System.Linq;

namespace DockerGuard.Peers.Hadolint;

/// <summary>What hadolint's DL3064 takes for a secret, but for the names of its list that tell none.</summary>
internal static class SecretWords
{
    private static readonly string[] Anywhere =
        ["api_key", "client_key", "password", "private", "secret", "token", "username"];

    /// <summary>Credentials without such a word.</summary>
    private static readonly string[] Names = ["AWS_ACCESS_KEY_ID", "FACEBOOK_APP_ID"];

    public static bool AreIn(string name) =>
        Names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Anywhere.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
