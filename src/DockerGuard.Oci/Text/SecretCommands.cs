using System;
using System.Collections.Generic;

namespace DockerGuard.Oci.Text;

/// <summary>Commands that take a password as an operand, without an option's name before it.</summary>
internal static class SecretCommands
{
    /// <summary>Of <c>htpasswd</c>, that no file is named; no password follows yet.</summary>
    private const int NoFile = -2;

    /// <summary>
    /// How many operands stand between a word of a command and a password; below 0 when none follows.
    /// </summary>
    /// <param name="word">The word, itself an operand.</param>
    /// <param name="last">The word before it.</param>
    /// <param name="command">The words of the command so far.</param>
    public static int Before(string word, string last, HashSet<string> command)
    {
        var name = word.Substring(word.LastIndexOf("\\n", StringComparison.Ordinal) is >= 0 and var end ? end + 2 : 0);
        return name.ToLowerInvariant() switch
        {
            "setapikey" => 0,
            "password" when IsBeforePassword(word, last, command) => 0,
            "by" when command.Contains("identified") => 0,
            "login" when command.Contains("vault") || command.Contains("wandb") || command.Contains("cargo") => 0,
            "auth" when command.Contains("snyk") => 0,
            "authtoken" or "add-authtoken" when command.Contains("ngrok") => 0,
            "passwd" when command.Contains("openssl") => 0,
            "requirepass" or "masterauth" => 0,
            "add-token" when command.Contains("paket") => 1,
            "add_user" or "change_password" or "authenticate_user" when command.Contains("rabbitmqctl") => 1,
            "user" when command.Contains("net") => 1,
            _ when !command.Contains("config") => -1,
            var key when command.Contains("composer") || command.Contains("poetry") => OfKey(key),
            var key when command.Contains("bundle") => IsHostOfBundler(key) ? 0 : -1,
            _ => -1,
        };
    }

    /// <summary>The same behind options of <c>htpasswd</c>, which takes a password with <c>-b</c> alone.</summary>
    /// <param name="options">Letters of options.</param>
    /// <param name="before">What the options before them gave.</param>
    public static int BeforeOfHtpasswd(string options, int before)
    {
        // A file, a user; with -n no file; with -C a number.
        var hasBatch = options.IndexOf('b') > 0;
        if (before < 0 && !hasBatch) return options.IndexOf('n') > 0 ? NoFile : before;
        var count = hasBatch ? (before == NoFile ? 1 : 2) : before;
        if (options.IndexOf('n') > 0) count--;
        return options.IndexOf('C') > 0 ? count + 1 : count;
    }

    /// <summary>Of netrc <c>login joe password s3cret</c>, of SQL <c>WITH PASSWORD 's3cret'</c>.</summary>
    private static bool IsBeforePassword(string word, string last, HashSet<string> command) =>
        command.Contains("mysqladmin")
            || last.Equals("with", StringComparison.OrdinalIgnoreCase)
            || last.Equals("encrypted", StringComparison.OrdinalIgnoreCase)
            || last.Equals("by", StringComparison.OrdinalIgnoreCase)
            || (command.Contains("login") && !last.Equals("login", StringComparison.OrdinalIgnoreCase))
            || command.Contains("machine")
            || command.Contains("identified");

    private static bool IsHostOfBundler(string key) =>
        key.IndexOf('.') > 0 || key.IndexOf("__", StringComparison.Ordinal) > 0;

    private static int OfKey(string key)
    {
        if (key.StartsWith("http-basic.", StringComparison.Ordinal)) return 1;
        var isToken = key.StartsWith("pypi-token.", StringComparison.Ordinal)
            || key.StartsWith("github-oauth.", StringComparison.Ordinal)
            || key.StartsWith("gitlab-oauth.", StringComparison.Ordinal)
            || key.StartsWith("gitlab-token.", StringComparison.Ordinal)
            || key.StartsWith("bearer.", StringComparison.Ordinal);
        return isToken ? 0 : key.StartsWith("bitbucket-oauth.", StringComparison.Ordinal) ? 1 : -1;
    }
}
