using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace DockerGuard.Testing;

/// <summary>A file in which a task keeps what it said.</summary>
public static class KeptFile
{
    private const string End = "\nend\t";

    /// <summary>Changes what is kept, so that it can be told from what is found out anew.</summary>
    public static void Edit(string path, string old, string edited) => File.WriteAllText(
        path, Edited(File.ReadAllText(path), old, edited));

    /// <summary>The same for the text of one.</summary>
    public static string Edited(string text, string old, string edited)
    {
        text = text[..(text.LastIndexOf(End, StringComparison.Ordinal) + 1)]
            .Replace(old, edited, StringComparison.Ordinal);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return text + End[1..] + hash + "\n";
    }
}
