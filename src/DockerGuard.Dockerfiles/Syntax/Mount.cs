using System.Collections.Generic;
using System.Text;

namespace DockerGuard.Dockerfiles.Syntax;

/// <summary>A <c>RUN --mount</c> flag taken apart; values are not expanded.</summary>
public sealed class Mount
{
    private Mount(Flag flag, IReadOnlyList<MountField> fields, string? error)
    {
        Flag = flag;
        Fields = fields;
        Error = error;
        Type = Find("type")?.ToLowerInvariant() ?? "bind";
        From = Find("from");
    }

    public Flag Flag { get; }

    public IReadOnlyList<MountField> Fields { get; }

    /// <summary>Why the value is no comma-separated record (RFC 4180); null when it is one.</summary>
    public string? Error { get; }

    /// <summary>Lower-case type; <c>bind</c> when not written.</summary>
    public string Type { get; }

    /// <summary>The stage or image to mount from.</summary>
    public string? From { get; }

    public string? Target => Find("target") ?? Find("destination") ?? Find("dst");

    public string? Source => Find("source") ?? Find("src");

    public string? Id => Find("id");

    /// <summary>
    /// The last value of a key, keys in lower case; empty for a key without value, null for no such key.
    /// </summary>
    public string? Find(string key)
    {
        for (var i = Fields.Count - 1; i >= 0; i--)
            if (Fields[i].Key == key) return Fields[i].Value ?? "";
        return null;
    }

    internal static IReadOnlyList<Mount> ReadAll(IReadOnlyList<Flag> flags)
    {
        List<Mount>? mounts = null;
        foreach (var flag in flags)
            if (flag is { Name: "mount", Value: not null }) (mounts ??= []).Add(Read(flag, flag.Value));
        return mounts is null ? [] : mounts;
    }

    internal static Mount Read(Flag flag, string value)
    {
        var fields = new List<MountField>();
        var error = value.Trim('\r', '\n').Length == 0 ? "the mount is empty" : null;
        for (var at = 0; error is null && at <= value.Length;)
        {
            var field = ReadField(value, ref at, out error);
            var equals = field.IndexOf('=');
            fields.Add(equals < 0
                ? new MountField(field.ToLowerInvariant(), null)
                : new MountField(field.Substring(0, equals).ToLowerInvariant(), field.Substring(equals + 1)));
        }

        return new Mount(flag, fields, error);
    }

    private static string ReadField(string value, ref int at, out string? error)
    {
        error = null;
        if (at == value.Length || value[at] != '"')
        {
            var comma = value.IndexOf(',', at);
            var end = comma < 0 ? value.Length : comma;
            var plain = value.Substring(at, end - at);
            if (plain.IndexOf('"') >= 0) error = "the mount has a double quote inside an unquoted field";
            at = end + 1;
            return plain;
        }

        var result = new StringBuilder();
        for (at++; at < value.Length; at++)
        {
            if (value[at] != '"')
            {
                result.Append(value[at]);
                continue;
            }

            if (at + 1 < value.Length && value[at + 1] == '"')
            {
                result.Append(value[at++]);
                continue;
            }

            if (at + 1 < value.Length && value[at + 1] != ',')
                error = "the mount has text after a closing double quote";
            at += 2;
            return result.ToString();
        }

        error = "the mount has a double quote that is not closed";
        at = value.Length + 1;
        return result.ToString();
    }
}

/// <summary>One field of a mount.</summary>
/// <param name="Key">Lower-case key.</param>
/// <param name="Value">The value; null for a key on its own, such as <c>ro</c>.</param>
public sealed record MountField(string Key, string? Value);
