using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Words;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>
/// The part that looks at what leaves no trace in the configuration: <c>COPY</c>, <c>ADD</c> and mounts.
/// </summary>
internal sealed partial class StageRunner
{
    private void CheckTransfer(TransferInstruction transfer)
    {
        foreach (var word in transfer.Words)
            if (word.HasVariables || transfer.IsJson || word.Text.IndexOfAny(['\'', '"']) >= 0) Expand(word, transfer);
        if (transfer is CopyInstruction)
        {
            foreach (var source in transfer.Sources)
                if (BuildChecks.IsUrl(source.Value)) Note("COPY cannot fetch a URL; use ADD", source.Span, transfer);
        }

        foreach (var flag in transfer.Flags)
        {
            if (flag.Name is not ("chown" or "chmod" or "checksum" or "exclude")) continue;
            var value = Expand(flag, transfer);
            if (flag.Name == "chmod") Note(BuildChecks.CheckMode(value), flag.ValueSpan, transfer);
            if (flag.Name == "checksum" && value.Length > 0)
                Note(BuildChecks.CheckChecksum(value, transfer.Sources), flag.ValueSpan, transfer);
        }

        foreach (var heredoc in transfer.Heredocs)
        {
            if (!heredoc.Expand || heredoc.Content.IndexOf('$') < 0 || _build.IsCutShort) continue;
            var lexer = new ShellLexer(heredoc.Content, '\\', _variables, ShellLexing.IgnoreQuotes);
            if (lexer.Run() is { } content)
            {
                _build.Spend(content.Length, heredoc.Span);
            }
            else
            {
                Note(
                    $"the here-document '{Sentence.Show(heredoc.Name)}' cannot be expanded: {lexer.Error}",
                    heredoc.Span,
                    transfer);
            }
        }
    }

    private void CheckMounts(RunInstruction run)
    {
        foreach (var mount in run.Mounts)
        {
            if (mount.Error is not null) continue;
            foreach (var field in mount.Fields)
            {
                var value = field.Value is null || field.Key == "from"
                    ? field.Value : _build.ExpandText(field.Value, mount.Flag.ValueSpan, run, _variables, _errors);
                if (MountChecks.CheckField(mount.Type, field.Key, value) is not { } problem) continue;
                Note(problem, mount.Flag.ValueSpan, run);
                return;
            }

            var target = mount.Target is { } text
                ? _build.ExpandText(text, mount.Flag.ValueSpan, run, _variables, [])
                : null;
            Note(MountChecks.CheckWhole(mount, target, WorkingDirectory?.Value), mount.Flag.ValueSpan, run);
        }
    }
}
