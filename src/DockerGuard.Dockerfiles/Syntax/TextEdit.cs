using System;
using System.Collections.Generic;
using System.Text;

namespace DockerGuard.Dockerfiles.Syntax;

/// <summary>A replacement of a part of a text.</summary>
/// <param name="Start">Offset of the first character replaced, 0-based, in UTF-16 code units.</param>
/// <param name="Length">Number of code units replaced; 0 inserts.</param>
/// <param name="NewText">What takes their place; empty deletes.</param>
public sealed record TextEdit(int Start, int Length, string NewText)
{
    /// <summary>
    /// Applies edits that lie inside the text and do not overlap; insertions at one place keep their order.
    /// </summary>
    /// <exception cref="ArgumentException">An edit lies outside the text or overlaps another.</exception>
    internal static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var ordered = new List<(TextEdit Edit, int Order)>();
        foreach (var edit in edits) ordered.Add((edit, ordered.Count));
        ordered.Sort(static (a, b) =>
            a.Edit.Start != b.Edit.Start ? a.Edit.Start.CompareTo(b.Edit.Start)
            : (a.Edit.Length == 0) != (b.Edit.Length == 0) ? (a.Edit.Length == 0 ? -1 : 1)
            : a.Order.CompareTo(b.Order));
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (edit, _) in ordered)
        {
            if (edit.Start < at || edit.Length < 0 || edit.Start > text.Length - edit.Length)
            {
                throw new ArgumentException(
                    $"the edit at {edit.Start} of length {edit.Length} overlaps another or lies outside the text",
                    nameof(edits));
            }

            result.Append(text, at, edit.Start - at).Append(edit.NewText);
            at = edit.Start + edit.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
