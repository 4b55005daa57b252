using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Images.Builds;

/// <summary>
/// Reads the words behind <c>dotnet</c> by the grammar of the .NET CLI: its own options (<c>--name value</c>,
/// <c>--name=value</c>, <c>--name:value</c>) and the switches it hands on to MSBuild (<c>-name:value</c>, with
/// <c>/</c> and <c>--</c> too).
/// </summary>
internal sealed class DotNetCommandLine
{
    /// <summary>Switches of MSBuild, which a path may look like: <c>/src</c>.</summary>
    private static readonly string[] Switches =
    [
        "bl", "binarylogger", "clp", "consoleloggerparameters", "dl", "distributedlogger", "ds", "detailedsummary",
        "fl", "filelogger", "flp", "fileloggerparameters", "graph", "graphbuild", "ignore", "ignoreprojectextensions",
        "interactive", "isolate", "l", "logger", "low", "lowpriority", "m", "maxcpucount", "noautoresponse",
        "noautorsp", "noconlog", "noconsolelogger", "nologo", "nr", "nodereuse", "p", "property", "r", "restore",
        "t", "target", "terminallogger", "tl", "v", "verbosity", "warnaserror", "warnnotaserror", "warnasmessage",
    ];

    private const string Ef = "ef";

    private readonly IReadOnlyList<CommandWord> _words;
    private readonly Dictionary<string, CommandValue> _properties = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _targets = [];
    private readonly List<string> _operands = [];
    private string _verb = "";
    private string? _project;
    private CommandValue? _architecture;
    private CommandValue? _operatingSystem;
    private CommandValue? _output;
    private bool _hasUnknownOptions;
    private bool _hasDoubtfulProject;
    private bool _mayBeValue;
    private bool _restores = true;
    private bool _builds = true;
    private int _at;

    private DotNetCommandLine(IReadOnlyList<CommandWord> words) => _words = words;

    /// <summary>Reads a command.</summary>
    /// <param name="words">The words behind <c>dotnet</c>.</param>
    /// <param name="span">The place of the command.</param>
    /// <param name="directory">The folder it is run in, absolute; null when that is not known.</param>
    /// <param name="environment">The variables it is started with.</param>
    /// <param name="isSure">See <see cref="DotNetCommand.IsSure"/>.</param>
    /// <returns>The command; null when nobody knows what is run.</returns>
    public static DotNetCommand? Read(
        IReadOnlyList<CommandWord> words,
        SourceSpan span,
        string? directory,
        IReadOnlyDictionary<string, string> environment,
        bool isSure) =>
        new DotNetCommandLine(words).Read(span, directory, environment, isSure);

    private DotNetCommand? Read(
        SourceSpan span, string? directory, IReadOnlyDictionary<string, string> environment, bool isSure)
    {
        while (_at < _words.Count && _words[_at].Text is "-d" or "--diagnostics") _at++;
        if (_at == _words.Count || _words[_at].Text is not { Length: > 0 } verb || !CommandWord.IsKnown(verb))
            return null;
        _verb = verb;
        _at++;
        if (_verb is "watch") ReadWatched();
        ReadOptions();
        return new DotNetCommand
        {
            Verb = _verb,
            Span = span,
            WorkingDirectory = directory,
            Environment = environment,
            Project = _project ?? (_operands.Count > 0 ? _operands[0] : null),
            IsBundle = _verb == Ef && _operands.Contains("bundle"),
            Tool = _verb == "tool" && _operands.Count > 1 && _operands[0] == "run" && CommandWord.IsKnown(_operands[1])
                ? _operands[1]
                : null,
            Properties = _properties,
            Architecture = _architecture,
            OperatingSystem = _operatingSystem,
            Output = _output,
            Targets = _targets,
            IsSure = isSure,
            HasDoubtfulProject = _project is null && _hasDoubtfulProject,
            Restores = _restores && _builds,
            Builds = _builds,
            HasUnknownOptions = _hasUnknownOptions || _properties.ContainsKey(KnownProperties.PublishProfile),
        };
    }

    /// <summary>Of <c>dotnet watch --project x run</c> the options before the command it repeats.</summary>
    private void ReadWatched()
    {
        while (_at < _words.Count && _words[_at].Text is not ("run" or "build" or "test" or "publish"))
        {
            if (_words[_at].Text == "--project" && _at + 1 < _words.Count) _project = _words[++_at].Text;
            _at++;
        }

        _at++;
    }

    private void ReadOptions()
    {
        while (_at < _words.Count)
        {
            var word = _words[_at++];
            // What follows is for the program that is run; the other commands do not read it.
            if (word.Text == "--") return;
            if (word.IsOpen || word.Text.StartsWith("@", StringComparison.Ordinal))
            {
                _hasUnknownOptions = true;
            }
            else if (IsOption(word.Text))
            {
                ReadOption(word);
            }
            else if (_verb is not ("run" or "watch"))
            {
                if (_operands.Count == 0) _hasDoubtfulProject = _mayBeValue;
                _operands.Add(word.Text);
            }
        }
    }

    private static bool IsOption(string text)
    {
        if (text.Length < 2) return false;
        if (text[0] == '-') return true;
        if (text[0] != '/') return false;
        var end = text.IndexOf(':');
        return IsSwitch(end < 0 ? text.Substring(1) : text.Substring(1, end - 1));
    }

    private static bool IsSwitch(string name) => Switches.Contains(name, StringComparer.OrdinalIgnoreCase);

    private void ReadOption(CommandWord word)
    {
        var text = word.Text;
        _mayBeValue = false;
        var dashes = text.StartsWith("--", StringComparison.Ordinal) ? 2 : 1;
        var end = text.IndexOfAny([':', '='], dashes);
        var name = end < 0 ? text.Substring(dashes) : text.Substring(dashes, end - dashes);
        var inline = end < 0 ? null : text.Substring(end + 1);
        if (!CommandWord.IsKnown(name)) _hasUnknownOptions = true;
        else if (Is(name, "p", "property") && _verb != Ef) ReadProperties(word, inline, dashes);
        else if (Is(name, "t", "target")) AddTargets(inline);
        else if (text[0] == '-' && _verb != "msbuild") ReadOwn((dashes == 2 ? "--" : "-") + name, word, inline);
    }

    private void ReadOwn(string written, CommandWord word, string? inline)
    {
        var option = DotNetOptions.NameOf(_verb, written);
        switch (option)
        {
            case "--runtime":
                Set(KnownProperties.RuntimeIdentifier, Value(word, inline));
                break;
            case "--framework":
                Set(KnownProperties.TargetFramework, Value(word, inline));
                break;
            case "--configuration":
                Set(KnownProperties.Configuration, Value(word, inline));
                break;
            case "--arch":
                _architecture = Value(word, inline);
                break;
            case "--os":
                _operatingSystem = Value(word, inline);
                break;
            case "--output":
                _output = Value(word, inline);
                break;
            case "--artifacts-path":
                Set(KnownProperties.ArtifactsPath, Value(word, inline));
                break;
            case "--self-contained":
                Set(KnownProperties.SelfContained, Switch(word, inline));
                break;
            case "--no-self-contained":
                var isOff = Switch(word, inline);
                Set(
                    KnownProperties.SelfContained,
                    isOff with { Value = "true".Equals(isOff.Value, StringComparison.Ordinal) ? "false" : null });
                break;
            case "--use-current-runtime":
                Set(KnownProperties.UseCurrentRuntimeIdentifier, Switch(word, inline));
                break;
            case "--locked-mode":
                Set(KnownProperties.RestoreLockedMode, Switch(word, inline));
                break;
            case "--no-restore":
                _restores = Switch(word, inline).Value == "false";
                break;
            case "--no-build":
                _builds = Switch(word, inline).Value == "false";
                break;
            case "--project":
                _project = Value(word, inline)?.Value ?? CommandWord.Unknown.ToString();
                break;
            default:
                if (inline is not null) break;
                if (DotNetOptions.HasValue(_verb, option)) _at++;
                else _mayBeValue = !IsSwitch(option.TrimStart('-')) && DotNetOptions.MayHaveValue(option);
                break;
        }
    }

    /// <summary>The value of an option: in its own word, or the next one.</summary>
    private CommandValue? Value(CommandWord option, string? inline)
    {
        if (inline is not null) return new CommandValue(Known(inline), option.Written);
        if (_at == _words.Count) return null;
        var next = _words[_at++];
        // Behind an open word nobody can count.
        if (next.IsOpen) _hasUnknownOptions = true;
        return new CommandValue(Known(next.Text), option.Written + " " + next.Written);
    }

    /// <summary>
    /// True or false: an option that stands alone is true, and the next word is its value if it is one.
    /// </summary>
    private CommandValue Switch(CommandWord option, string? inline)
    {
        if (inline is not null)
            return new CommandValue(Known(inline)?.Trim().ToLowerInvariant(), option.Written);
        if (_at == _words.Count) return new CommandValue("true", option.Written);
        var next = _words[_at];
        if (next.IsOpen)
        {
            // It may be the value, or anything else.
            return new CommandValue(null, option.Written);
        }

        var isValue = bool.TryParse(next.Text, out _) || next.Text == CommandWord.Unknown.ToString();
        if (!isValue) return new CommandValue("true", option.Written);
        _at++;
        return new CommandValue(Known(next.Text)?.Trim().ToLowerInvariant(), option.Written + " " + next.Written);
    }

    private void ReadProperties(CommandWord word, string? inline, int dashes)
    {
        var written = word.Written;
        if (inline is null)
        {
            if (_at == _words.Count) return;
            var next = _words[_at];
            if (next.Text.IndexOf('=') < 0)
            {
                // What -p meant to dotnet run before it meant a property.
                if (_verb is not ("run" or "watch") || dashes != 1 || word.Text[0] != '-') return;
                _at++;
                _project = next.Text;
                return;
            }

            _at++;
            inline = next.Text;
            written += " " + next.Written;
        }

        foreach (var pair in PropertyList.Read(inline))
        {
            if (CommandWord.IsKnown(pair.Key)) Set(pair.Key, new CommandValue(Known(pair.Value), written));
            else _hasUnknownOptions = true;
        }

        if (inline.IndexOf('=') < 0 && !CommandWord.IsKnown(inline)) _hasUnknownOptions = true;
    }

    private void AddTargets(string? list)
    {
        if (list is null) return;
        foreach (var (target, _) in PropertyList.Split(list))
            if (target.Trim() is { Length: > 0 } name) _targets.Add(name);
    }

    private void Set(string property, CommandValue? value)
    {
        if (value is not null) _properties[property] = value;
    }

    private static string? Known(string text) => CommandWord.IsKnown(text) ? text : null;

    private static bool Is(string name, string first, string second) =>
        name.Equals(first, StringComparison.OrdinalIgnoreCase)
            || name.Equals(second, StringComparison.OrdinalIgnoreCase);
}
