using System;
using System.Collections.Generic;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Questions about a command's name, flags and operands.</summary>
public sealed partial class SimpleCommand
{
    /// <summary>
    /// Whether the command has one of these names, whatever its path; without regard to case in Windows' shells.
    /// </summary>
    public bool Is(params string[] names)
    {
        if (BaseName is not { } own) return false;
        foreach (var name in names)
            if (own.Equals(name, NameComparison)) return true;
        return false;
    }

    /// <summary>
    /// Whether the command has this name and all of these arguments, in any place: <c>Runs("apt-get", "install")</c>.
    /// </summary>
    public bool Runs(string name, params string[] arguments)
    {
        if (!Is(name)) return false;
        foreach (var argument in arguments)
            if (!HasArgument(argument)) return false;
        return true;
    }

    /// <summary>Whether an argument is one of these values, flags included.</summary>
    public bool HasArgument(params string[] values)
    {
        foreach (var argument in Arguments)
        {
            foreach (var value in values)
                if (argument.Value == value) return true;
        }

        return false;
    }

    /// <summary>
    /// Whether a flag is given by one of its names, written without hyphens. One letter is <c>-y</c> and also found in
    /// <c>-qy</c>; more letters are <c>--yes</c>, <c>--yes=true</c> or <c>-yes</c>. PowerShell's and cmd's flags
    /// (<c>/y</c>) are found without regard to case.
    /// </summary>
    public bool HasFlag(params string[] names) => FindFlag(names) is not null;

    /// <summary>The argument that holds a flag, as <see cref="HasFlag"/> finds it; null when there is none.</summary>
    public ShellWord? FindFlag(params string[] names)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Value == "--") return null;
            foreach (var name in names)
                if (ReadFlag(argument.Value, name, out _) != FlagForm.None) return argument;
        }

        return null;
    }

    /// <summary>How often a flag is given by any of its names: 2 for <c>-qq</c>, and for <c>-q --quiet</c>.</summary>
    public int CountFlag(params string[] names)
    {
        var count = 0;
        for (var i = 0; i < Arguments.Count && Arguments[i].Value != "--"; i++)
        {
            foreach (var name in names)
            {
                var value = Arguments[i].Value;
                var form = ReadFlag(value, name, out var next);
                if (form == FlagForm.None) continue;
                count++;
                if (form == FlagForm.Alone || name.Length > 1) continue;
                for (; next < value.Length && char.IsLetterOrDigit(value[next]); next++)
                    if (value[next] == name[0]) count++;
            }
        }

        return count;
    }

    /// <summary>
    /// The last value of a flag by one of its names: <c>-u 5</c>, <c>-u5</c>, <c>--uid=5</c>, <c>--uid 5</c>; null when
    /// it is not given or has none.
    /// </summary>
    public string? FlagValue(params string[] names)
    {
        var values = FlagValues(names);
        return values.Count > 0 ? values[values.Count - 1] : null;
    }

    /// <summary>All values of a flag that takes one, by any of its names, in order.</summary>
    public IReadOnlyList<string> FlagValues(params string[] names)
    {
        List<string>? values = null;
        for (var i = 0; i < Arguments.Count && Arguments[i].Value != "--"; i++)
        {
            foreach (var name in names)
            {
                var form = ReadFlag(Arguments[i].Value, name, out var valueStart);
                if (form == FlagForm.None) continue;
                if (form == FlagForm.WithValue) (values ??= []).Add(Arguments[i].Value.Substring(valueStart));
                else if (++i < Arguments.Count) (values ??= []).Add(Arguments[i].Value);
                break;
            }
        }

        return values is null ? [] : values;
    }

    /// <summary>The arguments that are no flags: the subcommand, packages, files.</summary>
    /// <param name="valueFlags">
    /// The flags, without hyphens, whose next argument is their value and thus no operand.
    /// </param>
    public IReadOnlyList<ShellWord> Operands(params string[] valueFlags)
    {
        var operands = new List<ShellWord>();
        var isOver = false;
        for (var i = 0; i < Arguments.Count; i++)
        {
            var value = Arguments[i].Value;
            if (isOver || !IsFlag(value)) operands.Add(Arguments[i]);
            else if (value == "--") isOver = true;
            else if (TakesNext(value, valueFlags)) i++;
        }

        return operands;
    }

    private StringComparison NameComparison =>
        _dialect is ShellDialect.PowerShell or ShellDialect.Cmd
            ? StringComparison.OrdinalIgnoreCase
            : StringComparison.Ordinal;

    private bool IsFlag(string argument) =>
        argument.Length > 1 && (argument[0] == '-' || (_dialect == ShellDialect.Cmd && argument[0] == '/'));

    private bool TakesNext(string argument, string[] valueFlags)
    {
        foreach (var flag in valueFlags)
            if (ReadFlag(argument, flag, out _) == FlagForm.Alone) return true;
        return false;
    }

    private enum FlagForm
    {
        None,

        /// <summary>A value, if there is one, is the next argument.</summary>
        Alone,

        /// <summary>A value follows in the same argument, or the letters of other flags do.</summary>
        WithValue,
    }

    private FlagForm ReadFlag(string argument, string name, out int valueStart)
    {
        valueStart = 0;
        if (!IsFlag(argument)) return FlagForm.None;
        var nameStart = argument[1] == '-' ? 2 : 1;
        var nameEnd = nameStart + name.Length;
        if ((name.Length > 1 || nameStart == 2 || NameComparison != StringComparison.Ordinal)
            && nameEnd <= argument.Length
            && string.Compare(argument, nameStart, name, 0, name.Length, NameComparison) == 0)
        {
            if (nameEnd == argument.Length) return FlagForm.Alone;
            valueStart = nameEnd + 1;
            if (argument[nameEnd] is '=' or ':') return FlagForm.WithValue;
        }

        return name.Length == 1 && nameStart == 1 ? ReadLetter(argument, name[0], out valueStart) : FlagForm.None;
    }

    // Letters may stand together; what follows the first other character is the value of the letter before it.
    private static FlagForm ReadLetter(string argument, char letter, out int valueStart)
    {
        valueStart = 0;
        for (var i = 1; i < argument.Length && argument[i] < 0x80 && char.IsLetterOrDigit(argument[i]); i++)
        {
            if (argument[i] != letter) continue;
            valueStart = i + 1;
            if (valueStart == argument.Length) return FlagForm.Alone;
            if (argument[valueStart] == '=') valueStart++;
            return FlagForm.WithValue;
        }

        return FlagForm.None;
    }
}
