using System;
using System.Collections.Generic;
using System.Net;
using System.Xml;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Images.Project;

/// <summary>
/// Turns the reader's position into offsets of the text, and offsets into spans: the reader itself knows no ends.
/// </summary>
internal sealed class XmlPlaces
{
    private readonly string _text;
    private readonly IXmlLineInfo _position;
    private readonly List<int> _lineStarts = [0];

    public XmlPlaces(string text, IXmlLineInfo position)
    {
        _text = text;
        _position = position;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _lineStarts.Add(i + 1);
        }
    }

    /// <summary>Offset of the current node's first character.</summary>
    public int Offset
    {
        get
        {
            var line = Math.Min(Math.Max(_position.LineNumber, 1), _lineStarts.Count);
            return Math.Min(_lineStarts[line - 1] + Math.Max(_position.LinePosition - 1, 0), _text.Length);
        }
    }

    /// <summary>Offset of the <c>&lt;/</c> of the current end element; the reader stands on its name.</summary>
    public int EndTagStart => Math.Max(Offset - 2, 0);

    /// <summary>
    /// The offsets of the current attribute's value, without its quotes; the reader stands on its name.
    /// </summary>
    public (int Start, int End) AttributeValue()
    {
        var i = Offset;
        while (i < _text.Length && _text[i] is not ('"' or '\'')) i++;
        if (i == _text.Length) return (i, i);
        var close = _text.IndexOf(_text[i], i + 1);
        return (i + 1, close < 0 ? _text.Length : close);
    }

    /// <summary>
    /// The text between two offsets without blanks at its ends and without the brackets of a CDATA section.
    /// </summary>
    public LocatedText Trimmed(int start, int end)
    {
        const string cdataEnd = "]]>";
        end = Math.Max(start, end);
        if (end - start >= cdataEnd.Length
            && string.CompareOrdinal(_text, end - cdataEnd.Length, cdataEnd, 0, cdataEnd.Length) == 0)
        {
            end -= cdataEnd.Length;
        }

        while (start < end && char.IsWhiteSpace(_text[start])) start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        var (line, column) = Locate(start);
        var (endLine, endColumn) = Locate(end);
        return new LocatedText(
            WebUtility.HtmlDecode(_text.Substring(start, end - start)),
            new SourceSpan(line, column, endLine, endColumn));
    }

    /// <summary>The parts of a list separated by ';', empty ones left out.</summary>
    public IEnumerable<LocatedText> Parts(int start, int end)
    {
        while (start <= end)
        {
            var separator = start < end ? EndOfPart(start, end) : end;
            var part = Trimmed(start, separator);
            if (part.Text.Length > 0) yield return part;
            start = separator + 1;
        }
    }

    // The ';' that ends a character reference such as &amp; separates nothing.
    private int EndOfPart(int start, int end)
    {
        var inReference = false;
        for (var i = start; i < end; i++)
        {
            if (_text[i] == '&') inReference = true;
            else if (_text[i] == ';' && !inReference) return i;
            else if (_text[i] == ';') inReference = false;
        }

        return end;
    }

    private (int Line, int Column) Locate(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - _lineStarts[line] + 1);
    }
}
