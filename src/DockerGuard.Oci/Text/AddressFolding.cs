using System.Globalization;
using System.Text;

namespace DockerGuard.Oci.Text;

/// <summary>
/// Reads an address as those do who normalise it: a full-width <c>＠</c> and its like end a password as <c>@</c> does.
/// </summary>
public static class AddressFolding
{
    /// <summary>
    /// Every character whose compatibility form (Unicode 16, NFKC) has a delimiter of addresses in it, and below it
    /// the first one of these.
    /// </summary>
    private const string Alike =
        "\u037E\u2024\u2047\u2048\u2049\u207C\u208C\u2100\u2101\u2105\u2106\u2A74\u2A75\u2A76\uFE13\uFE14\uFE16\uFE52"
            + "\uFE54\uFE55\uFE56\uFE5F\uFE60\uFE66\uFE68\uFE6A\uFE6B\uFF03\uFF05\uFF06\uFF0E\uFF0F\uFF1A\uFF1B\uFF1D"
            + "\uFF1F\uFF20\uFF3C";

    private const string Plain = ";.???==////:==:;?.;:?#&=\\%@#%&./:;=?@\\";

    /// <summary>Bytes of UTF-8 that one of these characters takes.</summary>
    private const int MostBytes = 3;

    private const string Delimiters = "/\\?#;&=@";

    /// <summary>The text with plain delimiters, as long as it was; itself where it has no others.</summary>
    public static string Fold(string text)
    {
        StringBuilder? folded = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < Alike[0] || Alike.IndexOf(text[i]) is not (>= 0 and var at)) continue;
            folded ??= new StringBuilder(text);
            folded[i] = Plain[at];
        }

        return folded?.ToString() ?? text;
    }

    /// <summary>
    /// The delimiter of addresses at an index, plain or encoded over and over, and how long it is as it is written; a
    /// NUL and 1 where there is none.
    /// </summary>
    /// <param name="text">Holds the address, its delimiters plain.</param>
    /// <param name="index">Where to look.</param>
    /// <param name="end">Where the address ends.</param>
    internal static (char Delimiter, int Length) DelimiterAt(string text, int index, int end)
    {
        var c = text[index];
        if (c != '%') return (Delimiters.IndexOf(c) >= 0 ? c : default, 1);
        var bytes = new byte[MostBytes];
        var (count, next) = (0, index);
        while (count < MostBytes && CodeAt(text, next, end) is var (value, after) && after > 0)
        {
            bytes[count++] = value;
            next = after;
            if (value < 0x80 || (bytes[0] < 0xE0 && count == 2)) break;
        }

        var decoded = count == 0 ? "" : Fold(Encoding.UTF8.GetString(bytes, 0, count));
        return decoded.Length == 1 && Delimiters.IndexOf(decoded[0]) >= 0
            ? (decoded[0], next - index)
            : (default, 1);
    }

    /// <summary>A byte that is encoded, its percent sign perhaps too, and where its code ends; 0 for none.</summary>
    private static (byte Value, int End) CodeAt(string text, int index, int end)
    {
        if (index >= end || text[index] != '%') return default;
        var code = index + 1;
        while (code + 1 < end && text[code] == '2' && text[code + 1] == '5') code += 2;
        return code + 1 < end
            && byte.TryParse(
                text.Substring(code, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? (value, code + 2)
            : default;
    }
}
