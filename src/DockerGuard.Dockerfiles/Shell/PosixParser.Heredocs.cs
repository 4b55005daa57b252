using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Here-documents: they begin after the line that asks for them.</summary>
internal sealed partial class PosixParser
{
    /// <summary>Reads the bodies asked for, at the start of a line.</summary>
    private void ReadHeredocs()
    {
        var asked = _pending.ToArray();
        _pending.Clear();
        foreach (var (redirection, isQuoted) in asked)
        {
            var start = _at;
            var chomp = redirection.Operator == "<<-";
            var (contentEnd, next) = FindTerminator(redirection.Target!.Value, chomp);
            if (contentEnd < 0)
            {
                ReportUnended(redirection);
                contentEnd = next;
            }

            var expansions = _context.Rent();
            if (!isQuoted)
            {
                ReadExpansions(expansions, contentEnd);
                EndHeredocs();
            }

            redirection.Heredoc = new ShellHeredoc(
                _source, start, contentEnd, !isQuoted, chomp, expansions)
            { Parent = redirection };
            _context.Return(expansions);
            _at = next;
            if (redirection.Parent is SimpleCommand command)
                CommandWrappers.ReadInput(command, redirection.Heredoc, _context);
        }
    }

    /// <summary>
    /// Where the body ends and the next line begins; -1 for the former, and the end of the text, when no line ends it.
    /// </summary>
    private (int ContentEnd, int Next) FindTerminator(string name, bool chomp)
    {
        for (var line = _at; line < _end;)
        {
            var newline = _text.IndexOf('\n', line, _end - line);
            var lineEnd = newline < 0 ? _end : newline;
            var next = newline < 0 ? _end : newline + 1;
            if (newline > line && _text[newline - 1] == '\r') lineEnd--;
            var from = line;
            while (chomp && from < lineEnd && _text[from] == '\t') from++;
            if (lineEnd - from == name.Length && string.CompareOrdinal(_text, from, name, 0, name.Length) == 0)
                return (line, next);
            line = next;
        }

        return (-1, _end);
    }

    /// <summary>Gives up on bodies whose line never came.</summary>
    private void EndHeredocs()
    {
        foreach (var (redirection, _) in _pending) ReportUnended(redirection);
        _pending.Clear();
    }

    private void ReportUnended(ShellRedirection redirection)
    {
        var name = Sentence.Show(redirection.Target!.Value);
        Report(redirection.Start, redirection.Length, $"the here-document '{name}' has no line '{name}' that ends it");
    }
}
