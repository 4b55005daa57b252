using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Words;

namespace DockerGuard.Images.Builds;

/// <summary>What a script knows where it is read: its variables and the folder it is in.</summary>
internal sealed class ShellScope
{
    private static readonly char[] Expansions = ['$', '`', '%'];

    private readonly OverlaidVariables _variables;

    private ShellScope(OverlaidVariables variables, string? directory)
    {
        _variables = variables;
        Directory = directory;
    }

    /// <summary>The folder, absolute; null when it is not known.</summary>
    public string? Directory { get; private set; }

    /// <summary>The variables; parts of a value may be unknown.</summary>
    public IReadOnlyDictionary<string, string> Variables => _variables;

    /// <summary>What holds before a script.</summary>
    public static ShellScope At(IReadOnlyDictionary<string, string> variables, string? directory) =>
        new(new OverlaidVariables(variables), directory);

    /// <summary>A scope that changes by itself: of a subshell, or a branch that may not be taken.</summary>
    public ShellScope Copy() => new(_variables.Copy(), Directory);

    public void Set(string name, string value) => _variables[name] = value;

    /// <summary>Takes away what another scope, which may or may not have been run, leaves different.</summary>
    public void Doubt(ShellScope other)
    {
        if (Directory != other.Directory) Directory = null;
        foreach (var name in _variables.Changes.Keys.Concat(other._variables.Changes.Keys).ToList())
        {
            var isSame = _variables.TryGetValue(name, out var value)
                && other._variables.TryGetValue(name, out var changed)
                && value == changed;
            if (!isSame) _variables[name] = CommandWord.Unknown.ToString();
        }
    }

    /// <summary>Goes to a folder; null to one that nobody knows.</summary>
    public void Enter(string? path)
    {
        var isPlain = path is { Length: > 0 } && path != "-" && path[0] != '~' && CommandWord.IsKnown(path);
        Directory = isPlain ? ContainerPath.Join(Directory, path!) : null;
    }

    /// <summary>The words a shell makes of one; none for an unquoted variable that is empty.</summary>
    public IEnumerable<CommandWord> Expand(ShellWord word, ShellDialect dialect)
    {
        if (word.IsStatic)
            return [new CommandWord(WithoutGlobs(IsOfHome(word) ? OfHome(word.Value) : word.Value, word), word.Text)];
        var isPosix = dialect is ShellDialect.Sh or ShellDialect.Bash;
        if (!isPosix || word.Substitutions.Count > 0 || word.Variables.Any(static variable => !IsName(variable.Name)))
            return [Unread(word)];
        if (word.Variables.Count == 0) return [Unread(word)];
        var expansion = Expansion.Expand(word.Text, _variables);
        if (expansion.Missing.Count > 0)
        {
            var marked = _variables.Copy();
            foreach (var name in expansion.Missing) marked[name] = CommandWord.Unknown.ToString();
            expansion = Expansion.Expand(word.Text, marked);
        }

        if (expansion.Error is not null) return [Unread(word)];
        return expansion.Words.Select(
            text => new CommandWord(WithoutGlobs(text, word), word.Text, IsOpen(text, word)));
    }

    /// <summary>The text of a word that must be one; null when it is none or several.</summary>
    public string? ExpandOne(ShellWord word, ShellDialect dialect)
    {
        var words = Expand(word, dialect).Take(2).ToList();
        return words.Count == 1 ? words[0].Text : null;
    }

    /// <summary>As much as is sure of a word with commands, arithmetic or another shell's variables in it.</summary>
    private static CommandWord Unread(ShellWord word)
    {
        var at = word.Value.IndexOfAny(Expansions);
        var text = (at < 0 ? "" : word.Value.Substring(0, at)) + CommandWord.Unknown;
        return new CommandWord(text, word.Text, IsOpen(text, word));
    }

    private static bool IsOpen(string text, ShellWord word) =>
        text.Length == 1 && text[0] == CommandWord.Unknown && !word.IsQuoted;

    private static bool IsOfHome(ShellWord word) => !word.IsQuoted && word.Value.Length > 0 && word.Value[0] == '~';

    /// <summary>Whose home it is, and where that lies, the image alone knows.</summary>
    private static string OfHome(string path) =>
        CommandWord.Unknown + (path.IndexOf('/') is > 0 and var slash ? path.Substring(slash) : "");

    /// <summary>A glob stands for files that only the build has.</summary>
    private static string WithoutGlobs(string text, ShellWord word) =>
        word.HasGlob
            ? text.Replace('*', CommandWord.Unknown).Replace('?', CommandWord.Unknown).Replace('[', CommandWord.Unknown)
            : text;

    private static bool IsName(string text) =>
        text.Length > 0
            && !char.IsDigit(text[0])
            && text.All(static c => c == '_' || (c < 0x80 && char.IsLetterOrDigit(c)));
}
