using System.Collections.Generic;
using System.Text;

namespace DockerGuard.Generation;

/// <summary>The lines of a Dockerfile as they are written, ended by LF.</summary>
internal sealed class DockerfileLines
{
    private readonly StringBuilder _text = new();

    public void Add(string text = "") => _text.Append(text).Append('\n');

    /// <summary>One LABEL of all pairs, a line each; none without pairs.</summary>
    public void AddLabel(IEnumerable<string> pairs)
    {
        var list = string.Join(" \\\n      ", pairs);
        if (list.Length > 0) Add("LABEL " + list);
    }

    public override string ToString() => _text.ToString();
}
