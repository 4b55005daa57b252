using System.Globalization;

namespace DockerGuard.Oci.Text;

/// <summary>Tells text from what only looks like nothing: a reason nobody can read is none.</summary>
public static class VisibleText
{
    /// <summary>
    /// Letters and symbols without ink: the fillers of Hangul, and the empty pattern of Braille. Source: Unicode 16,
    /// Default_Ignorable_Code_Point, U+2800.
    /// </summary>
    private const string Blank = "\u115F\u1160\u3164\uFFA0\u2800";

    /// <summary>
    /// True when at least one character shows, that is a letter, a digit, a mark of punctuation or a symbol.
    /// </summary>
    public static bool IsIn(string text)
    {
        for (var index = 0; index < text.Length; index++)
            if (Shows(text, index) && !HasNoInk(text[index])) return true;
        return false;
    }

    /// <summary>True for a letter or symbol that shows nothing, and is no white space to .NET.</summary>
    public static bool HasNoInk(char c) => Blank.IndexOf(c) >= 0;

    private static bool Shows(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.SpacingCombiningMark => false,
        _ => true,
    };
}
