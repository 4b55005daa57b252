using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Dockerfiles.Words;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>
/// Finds the variables of an instruction that have no value, in the texts and in the order in which BuildKit expands
/// them.
/// </summary>
internal sealed class UndefinedVariableFinder
{
    /// <summary>
    /// Names looked at for a suggestion; more would make many undefined variables beside many defined ones cost their
    /// product.
    /// </summary>
    private const int MaximumCandidates = 300;

    /// <summary>What BuildKit gives a value only where a scanner runs.</summary>
    private static readonly string[] ScannerArguments = ["BUILDKIT_SBOM_SCAN_STAGE", "BUILDKIT_SBOM_SCAN_CONTEXT"];

    private readonly Dockerfile _file;
    private readonly IReadOnlyDictionary<string, string> _given;
    private readonly VariableMap _global;
    private readonly List<UndefinedVariable> _found = [];
    private VariableMap _variables;
    private VariableMap _declared;

    private UndefinedVariableFinder(
        Dockerfile file, BuildOptions options, VariableMap global, VariableMap variables, VariableMap declared)
    {
        _file = file;
        _global = global;
        _variables = variables;
        _declared = declared;
        _given = options.BuildArguments;
    }

    public static IReadOnlyList<UndefinedVariable> Find(
        Instruction instruction, StageState state, BuildEvaluation build)
    {
        if (build.IsCutShort || !HasDollar(instruction, build.File)) return [];
        var finder = new UndefinedVariableFinder(build.File, build.Options, build.GlobalMap, state.Map, state.Declared);
        finder.Read(instruction);
        return finder._found;
    }

    /// <summary>
    /// The variables of <c>FROM</c>, image and platform, that no <c>ARG</c> before the first <c>FROM</c> declares.
    /// </summary>
    public static IReadOnlyList<UndefinedVariable> FindInFrom(FromInstruction from, BuildEvaluation build)
    {
        if (build.IsCutShort || !HasDollar(from, build.File)) return [];
        var finder = new UndefinedVariableFinder(
            build.File, build.Options, build.GlobalMap, build.GlobalMap, build.GlobalNames);
        if (from.Image is { } image) finder.Read(image, from);
        if (from.Platform is { } platform) finder.Read(platform);
        return finder._found;
    }

    private static bool HasDollar(Instruction instruction, Dockerfile file) =>
        file.Text.IndexOf('$', instruction.Start, instruction.Length) >= 0;

    private void Read(Instruction instruction)
    {
        switch (instruction)
        {
            case ArgInstruction arg:
                foreach (var pair in arg.Pairs) Declare(pair, arg);
                break;
            case EnvInstruction or LabelInstruction or TransferInstruction or WorkdirInstruction or UserInstruction
                or VolumeInstruction or StopSignalInstruction:
                foreach (var word in instruction.Words) Read(word, instruction);
                break;
            case RunInstruction run:
                foreach (var mount in run.Mounts)
                {
                    foreach (var field in mount.Fields)
                    {
                        if (field is { Value: { } value, Key: not "from" })
                            Read(value, mount.Flag.ValueSpan, start: -1);
                    }
                }

                break;
        }

        if (instruction is not TransferInstruction transfer) return;
        foreach (var flag in transfer.Flags)
            if (flag.Name is "chown" or "chmod" or "checksum") Read(flag);
        foreach (var heredoc in transfer.Heredocs)
            if (heredoc.Expand) Read(heredoc.Content, heredoc.Span, heredoc.Start, ShellLexing.IgnoreQuotes);
    }

    /// <summary>The arguments of one ARG see those before them.</summary>
    private void Declare(KeyValue pair, ArgInstruction arg)
    {
        var name = pair.Key.Text;
        if (pair.Value is { } value) Read(value, arg);
        _declared = _declared.Set(name, "");
        if (_given.TryGetValue(name, out var set)) _variables = _variables.Set(name, set);
        else if (pair.Value is { } text) _variables = _variables.Set(name, text.Value);
        else if (_global.TryGetValue(name, out set)) _variables = _variables.Set(name, set);
    }

    private void Read(Word word, Instruction instruction)
    {
        var text = instruction.IsJson ? word.Value : word.Text;
        // A string of JSON stands between quotes; a word broken by a continuation, or with escapes in JSON, has no
        // plain way back to the file.
        var quotes = instruction.IsJson ? 2 : 0;
        Read(text, word.Span, word.Length == text.Length + quotes ? word.Start + (quotes / 2) : -1);
    }

    private void Read(Flag flag)
    {
        if (flag.Value is { } value)
            Read(value, flag.ValueSpan, flag.Length == flag.Text.Length ? flag.Start + flag.Length - value.Length : -1);
    }

    /// <summary>Notes the variables of one text.</summary>
    /// <param name="text">The text to expand.</param>
    /// <param name="span">Its place.</param>
    /// <param name="start">
    /// The offset in the file of its first character; -1 when the two do not run side by side.
    /// </param>
    /// <param name="lexing">How it is read.</param>
    private void Read(string text, SourceSpan span, int start, ShellLexing lexing = ShellLexing.None)
    {
        if (text.IndexOf('$') < 0) return;
        var lexer = new ShellLexer(
            text,
            lexing == ShellLexing.IgnoreQuotes ? '\\' : _file.EscapeCharacter,
            _variables,
            lexing)
        { References = [] };
        lexer.Run();
        // A text that cannot be expanded stops a build before anything is said of its variables.
        if (lexer.Error is not null || lexer.Unmatched.Count == 0) return;
        var places = new Dictionary<string, int>(System.StringComparer.Ordinal);
        foreach (var (name, at) in lexer.References)
            if (!places.ContainsKey(name)) places.Add(name, at);
        foreach (var name in lexer.Unmatched)
        {
            if (_declared.ContainsKey(name) || ScannerArguments.Contains(name)) continue;
            var place = start < 0 ? span : PlaceOf(name, text, start, places[name]);
            var peers = Nearest(name, _variables.Keys);
            _found.Add(new UndefinedVariable(
                name, place, !lexer.Missing.Contains(name), peers ?? Nearest(name, _declared.Keys), peers));
        }
    }

    /// <summary>From the dollar sign on; the braces and what they hold beside the name are left out.</summary>
    private SourceSpan PlaceOf(string name, string text, int start, int at)
    {
        var hasBrace = text[at - 1] == '{';
        var from = at - (hasBrace ? 2 : 1);
        var end = at + name.Length;
        if (hasBrace && end < text.Length && text[end] == '}') end++;
        return _file.GetSpan(start + from, end - from);
    }

    private static string? Nearest(string name, IEnumerable<string> names) =>
        Suggestion.Nearest(name, names.Take(MaximumCandidates), ignoreCase: false);
}
