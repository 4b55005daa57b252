using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DockerGuard.Generation;

/// <summary>
/// Writes values of the project into Dockerfile text so that they stay values: no quote, dollar, backslash or line end
/// of theirs can end a word, name a variable or start an instruction.
/// </summary>
internal static class DockerfileText
{
    /// <summary>
    /// A double-quoted word for LABEL, ENV and ARG. Line ends and other control characters, which no quoting can carry,
    /// become blanks.
    /// </summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in OneLine(value))
        {
            if (c is '"' or '\\' or '$') text.Append('\\');
            text.Append(c);
        }

        return text.Append('"').ToString();
    }

    /// <summary>An exec-form array for ENTRYPOINT, whose elements the builder does not expand.</summary>
    public static string ExecForm(params string[] words) => "[" + string.Join(", ", words.Select(Json)) + "]";

    /// <summary>The arguments of COPY; the builder expands variables in them, and wildcards in the sources.</summary>
    public static string CopyForm(IEnumerable<CopySource> sources, string destination) =>
        "[" + string.Join(
            ", ",
            sources.Select(
                static source => Json(Unexpanded(source.IsPattern ? source.Path : WithoutWildcards(source.Path))))
                .Concat([Json(Unexpanded(destination))])) + "]";

    /// <summary>The arguments of COPY that bring a folder to the same place; empty text is the context.</summary>
    public static string CopyForm(string folder) => CopyForm([new CopySource(FolderPath(folder))], FolderPath(folder));

    /// <summary>A folder of the context as source or destination of COPY.</summary>
    public static string FolderPath(string folder) => folder.Length == 0 ? "./" : folder + "/";

    /// <summary>
    /// One argument of a command in a shell-form RUN; a leading hyphen, which would make it an option, gets a folder.
    /// </summary>
    public static string ShellWord(string value)
    {
        if (value.Length > 0 && value[0] == '-') value = "./" + value;
        foreach (var c in value)
            if (!IsPlain(c)) return "'" + value.Replace("'", "'\\''") + "'";
        return value;
    }

    /// <summary>
    /// Whether a name can be written at all: a line end in a path has no safe spelling in every place.
    /// </summary>
    public static bool IsOneLine(string value) => !value.Any(char.IsControl);

    /// <summary>Runs of blanks and control characters as one blank.</summary>
    public static string OneLine(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            if (!char.IsControl(c) && !char.IsWhiteSpace(c)) text.Append(c);
            else if (text.Length > 0 && text[text.Length - 1] != ' ') text.Append(' ');
        }

        return text.ToString().TrimEnd(' ');
    }

    private static bool IsPlain(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '/' or '-' or '+'
            or '=' or ':' or ',';

    /// <summary>A word that names no variable and no here-document.</summary>
    public static string Unexpanded(string word)
    {
        // The builder takes a word that begins with << for a here-document even in a JSON array.
        var text = new StringBuilder(
            word.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').StartsWith("<<", StringComparison.Ordinal)
                ? "./"
                : "");
        foreach (var c in word)
        {
            if (c is '$' or '"' or '\'' or '\\') text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }

    private static string WithoutWildcards(string path)
    {
        var text = new StringBuilder();
        foreach (var c in path)
        {
            if (c is '*' or '?' or '[') text.Append('[').Append(c).Append(']');
            else text.Append(c);
        }

        return text.ToString();
    }

    private static string Json(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (char.IsControl(c))
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else text.Append(c);
        }

        return text.Append('"').ToString();
    }
}

/// <summary>A source of COPY below the build context.</summary>
/// <param name="Path">With forward slashes.</param>
/// <param name="IsPattern">Whether its wildcards are meant, which also makes the file optional.</param>
internal readonly record struct CopySource(string Path, bool IsPattern = false);
