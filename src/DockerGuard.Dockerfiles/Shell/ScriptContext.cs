using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>What the readers of a script and of the scripts inside it share.</summary>
internal sealed class ScriptContext
{
    /// <summary>Deeper nesting is no longer read: the input must not choose the call depth.</summary>
    public const int MaximumDepth = 100;

    /// <summary>
    /// PowerShell and cmd take all that follows as a script, so every level reads the same words again. Nobody needs
    /// more levels than this.
    /// </summary>
    private const int MaximumJoinedDepth = 8;

    private readonly Stack<WordBuilder> _builders = new();
    private readonly Stack<List<ShellWord>> _words = new();
    private int _depth;
    private int _joinedDepth;
    private bool _isTooDeep;

    public List<SimpleCommand> Commands { get; } = [];

    public List<ShellPipeline> Pipelines { get; } = [];

    public List<ShellError> Errors { get; } = [];

    /// <summary>Where reading first went no deeper; null when everything was read.</summary>
    public SourceSpan? UnreadFrom { get; private set; }

    public static ShellScript Read(ScriptText text, ShellDialect dialect, ShellModes modes)
    {
        var context = new ScriptContext();
        if (ShellDialects.OfShebang(text.Text) is { } shebang) (dialect, modes) = shebang;
        return new ShellScript(text, dialect, context.ReadList(text, dialect, modes, opaque: null), context);
    }

    /// <summary>Reads a script, or one inside another.</summary>
    /// <param name="text">The script.</param>
    /// <param name="dialect">Its language; one that is not read gives an empty list.</param>
    /// <param name="modes">What holds at its start.</param>
    /// <param name="opaque">Pairs of offsets: ranges whose commands another reader has seen.</param>
    public ShellList ReadList(ScriptText text, ShellDialect dialect, ShellModes modes, int[]? opaque)
    {
        if (Enter(text, 0, 0))
        {
            try
            {
                switch (dialect)
                {
                    case ShellDialect.Sh or ShellDialect.Bash:
                        return new PosixParser(text, dialect, this, modes, opaque).ReadScript();
                    case ShellDialect.PowerShell: return new PowerShellParser(text, this).ReadScript();
                    case ShellDialect.Cmd: return new CmdParser(text, this).ReadScript();
                }
            }
            finally
            {
                Leave();
            }
        }

        return new ShellList(text, 0, text.Text.Length, []);
    }

    /// <summary>Reads a script made of all that follows a shell's name; null when that is too deep.</summary>
    public ShellList? ReadJoined(ScriptText text, ShellDialect dialect, int[]? opaque)
    {
        if (_joinedDepth == MaximumJoinedDepth)
        {
            Report(text, 0, 0, $"scripts are given to shells more than {MaximumJoinedDepth} levels deep");
            LeaveUnread(text, 0, text.Text.Length);
            return null;
        }

        _joinedDepth++;
        var list = ReadList(text, dialect, default, opaque);
        _joinedDepth--;
        return list;
    }

    /// <summary>Goes one level down; false, and an error noted, when that is too deep.</summary>
    public bool Enter(ScriptText text, int start, int length)
    {
        if (_depth < MaximumDepth)
        {
            _depth++;
            return true;
        }

        Report(text, start, length, $"the script is nested deeper than {MaximumDepth} levels");
        // Whatever is missing after this point, the depth is to blame.
        _isTooDeep = true;
        LeaveUnread(text, start, length);
        return false;
    }

    /// <summary>Notes that commands may stand at a place that nobody has read.</summary>
    public void LeaveUnread(ScriptText text, int start, int length) => UnreadFrom ??= text.GetSpan(start, length);

    public void Leave() => _depth--;

    public void Report(ScriptText text, int start, int length, string message)
    {
        if (!_isTooDeep) Errors.Add(new ShellError(message, text.GetSpan(start, length)));
    }

    /// <summary>Takes the place of the next command in the list; commands inside it come after.</summary>
    public int Reserve()
    {
        Commands.Add(null!);
        return Commands.Count - 1;
    }

    /// <summary>Puts a command where a place was reserved for it.</summary>
    public void Complete(int place, SimpleCommand command) => Commands[place] = command;

    /// <summary>Gives a place back; those reserved after it move up.</summary>
    public void Cancel(int place) => Commands.RemoveAt(place);

    public WordBuilder Rent()
    {
        if (_builders.Count == 0) return new WordBuilder();
        var builder = _builders.Pop();
        builder.Clear();
        return builder;
    }

    public void Return(WordBuilder builder) => _builders.Push(builder);

    /// <summary>An empty list to gather words in.</summary>
    public List<ShellWord> RentWords() => _words.Count == 0 ? new List<ShellWord>(16) : _words.Pop();

    public void Return(List<ShellWord> words)
    {
        words.Clear();
        _words.Push(words);
    }
}
