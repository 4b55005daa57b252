using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using DockerGuard.Oci.Files;

namespace DockerGuard.Evaluation;

/// <summary>
/// The names of all properties that project files ask for, the SDK's among them: each variable of the environment is a
/// property for whoever asks for its name.
/// </summary>
internal sealed class Mentions
{
    private const int MostBytes = 1 << 22;

    private const string Use = "$(", Variable = "EnvironmentVariable(";

    private readonly HashSet<string> _files = new(AbsolutePath.Comparer);
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => _names;

    /// <summary>Takes the names in a file, once.</summary>
    public void Read(string file)
    {
        if (!_files.Add(file)) return;
        // What it says is stamped by itself where it may change.
        using var away = SeenFiles.LookAway();
        try
        {
            if (RegularFile.Read(file, MostBytes, out _) is { } bytes) Add(Encoding.UTF8.GetString(bytes));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // MSBuild has told already.
        }
    }

    private void Add(string text)
    {
        for (var at = 0; (at = text.IndexOf(Use, at, StringComparison.Ordinal)) >= 0;)
        {
            at += Use.Length;
            AddWord(text, at);
        }

        for (var at = 0; (at = text.IndexOf(Variable, at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += Variable.Length;
            while (at < text.Length && text[at] is ' ' or '\'' or '"' or '`' or '&') at++;
            AddWord(text, at);
        }
    }

    private void AddWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-')) end++;
        if (end > start) _names.Add(text.Substring(start, end - start));
    }
}
