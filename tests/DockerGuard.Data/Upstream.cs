using System;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DockerGuard.Data;

/// <summary>The files of an upstream repository at one commit.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Commit">The commit, in full.</param>
/// <param name="Date">The commit's day, <c>yyyy-MM-dd</c>.</param>
/// <param name="Find">The text of a file by its path; null when there is none.</param>
public sealed record Upstream(string Name, string Commit, string Date, Func<string, string?> Find)
{
    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>
    /// What is committed in the clone, which may be a bare one: changed files of a work tree are no source to name.
    /// </summary>
    public static Upstream Of(string folder)
    {
        var head = Git(folder, "log", "-1", "--format=%H %cs")?.Trim().Split(' ');
        if (head is not [var commit, var date]) throw new UpstreamException($"{folder} is not a clone of a repository");
        return new Upstream(folder, commit, date, path => Git(folder, "show", $"HEAD:{path}"));
    }

    /// <summary>The text of a file that must be there.</summary>
    public string Read(string path) => Find(path) ?? throw new UpstreamException($"{Name} has no {path}");

    /// <summary>A file of JSON that must be there.</summary>
    public JsonElement ReadJson(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(Read(path), Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new UpstreamException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path} of {Name} is no JSON: line {exception.LineNumber + 1}, byte "
                        + $"{exception.BytePositionInLine}"));
        }
    }

    private static string? Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-C", folder, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : null;
    }
}
