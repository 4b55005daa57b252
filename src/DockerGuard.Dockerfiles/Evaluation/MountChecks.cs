using System;
using System.Globalization;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>What BuildKit refuses in a <c>RUN --mount</c> (Dockerfile reference, "RUN --mount").</summary>
internal static class MountChecks
{
    private static readonly string[] Keys =
        [
            "type", "from", "source", "src", "target", "dst", "destination", "readonly", "ro", "readwrite", "rw", "id",
            "sharing", "required", "size", "mode", "uid", "gid", "env",
        ];

    /// <summary>What is wrong with one field; null when nothing is.</summary>
    public static string? CheckField(string type, string key, string? value)
    {
        if (value is null)
        {
            if (key is "readonly" or "ro" or "readwrite" or "rw") return null;
            if (key == "required")
            {
                return type is "secret" or "ssh"
                    ? null
                    : $"the mount type {Sentence.Show(type)} has no field 'required'";
            }

            return $"the mount field '{Sentence.Show(key)}' needs a value: write key=value";
        }

        switch (key)
        {
            case "type":
                return value.ToLowerInvariant() is "bind" or "cache" or "tmpfs" or "secret" or "ssh"
                    ? null
                    : $"'{Sentence.Show(value)}' is no mount type";
            case "from":
                return value.IndexOf('$') >= 0 ? "a variable is not expanded in from=" : null;
            case "readonly" or "ro" or "readwrite" or "rw":
                return IsBoolean(value)
                    ? null
                    : $"the mount field '{Sentence.Show(key)}' is true or false, not '{Sentence.Show(value)}'";
            case "required":
                if (type is not ("secret" or "ssh"))
                    return $"the mount type {Sentence.Show(type)} has no field 'required'";
                return IsBoolean(value)
                    ? null
                    : $"the mount field 'required' is true or false, not '{Sentence.Show(value)}'";
            case "size":
                if (type != "tmpfs") return $"the mount type {Sentence.Show(type)} has no field 'size'";
                return IsSize(value) ? null : $"'{Sentence.Show(value)}' is no size, such as 64m";
            case "sharing":
                return value.ToLowerInvariant() is "shared" or "private" or "locked"
                    ? null
                    : $"the sharing mode '{Sentence.Show(value)}' is none of shared, private and locked";
            case "mode":
                return IsNumber(value, 8) ? null : $"the mount mode '{Sentence.Show(value)}' is not an octal number";
            case "uid" or "gid":
                return IsNumber(value, 10)
                    ? null
                    : $"the mount field '{Sentence.Show(key)}' is a number, not '{Sentence.Show(value)}'";
            default:
                return Array.IndexOf(Keys, key) >= 0
                    ? null
                    : $"a mount has no field '{Sentence.Show(key)}'{Suggestion.For(key, Keys)}";
        }
    }

    /// <summary>What is wrong with the fields together; null when nothing is.</summary>
    /// <param name="mount">The mount.</param>
    /// <param name="target">Its expanded target, null when it has none.</param>
    /// <param name="workingDirectory">What a relative target is relative to; null when not known.</param>
    public static string? CheckWhole(Mount mount, string? target, string? workingDirectory)
    {
        if (mount.Type == "ssh") return null;
        if (mount.Type == "secret")
        {
            return string.IsNullOrEmpty(target) && mount.Source is null && mount.Id is null
                ? "a secret mount needs an id, a source or a target"
                : null;
        }

        if (mount.From is not null && mount.Type == "tmpfs")
            return "a tmpfs mount cannot take files from a stage or image";
        var path = target ?? "";
        if (path.Length == 0 || path[0] != '/') path = (workingDirectory ?? "/") + "/" + path;
        return PathNames.Normalize(path) is "/" or "." ? "a mount cannot have the root directory as its target" : null;
    }

    private static bool IsBoolean(string value) =>
        value is "1" or "t" or "T" or "true" or "TRUE" or "True" or "0" or "f" or "F" or "false" or "FALSE" or "False";

    private static bool IsNumber(string text, int radix)
    {
        long value = 0;
        foreach (var c in text)
        {
            if (c < '0' || c >= '0' + radix) return false;
            value = value * radix + c - '0';
            if (value > uint.MaxValue) return false;
        }

        return text.Length > 0;
    }

    /// <summary>A number with an optional unit: b, k, m, g, t or p, optionally followed by b or ib.</summary>
    private static bool IsSize(string text)
    {
        var end = 0;
        while (end < text.Length && text[end] is (>= '0' and <= '9') or '.') end++;
        if (!double.TryParse(
            text.Substring(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
        {
            return false;
        }

        var unit = text.Substring(end).TrimStart(' ').ToLowerInvariant();
        return unit is "" or "b" || ("kmgtp".IndexOf(unit[0]) >= 0 && unit.Substring(1) is "" or "b" or "ib");
    }
}
