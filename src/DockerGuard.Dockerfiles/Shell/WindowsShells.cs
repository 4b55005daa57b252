using System;

namespace DockerGuard.Dockerfiles.Shell;

/// <summary>Finds the script among the arguments of <c>powershell</c>, <c>pwsh</c> and <c>cmd</c>.</summary>
internal static class WindowsShells
{
    private static readonly string[] ValueFlags =
        [
            "executionpolicy", "ep", "ex", "exec", "version", "v", "inputformat", "outputformat", "windowstyle", "w",
            "configurationname", "psconsolefile",
         "workingdirectory", "wd", "settingsfile", "custompipename"];

    /// <summary>Index of the first argument that is script; -1 when there is none.</summary>
    public static int FindScript(SimpleCommand command, ShellDialect dialect) =>
        dialect == ShellDialect.Cmd ? FindCmd(command) : FindPowerShell(command);

    private static int FindCmd(SimpleCommand command)
    {
        for (var i = 0; i + 1 < command.Arguments.Count; i++)
            if (command.Arguments[i].Value.ToUpperInvariant() is "/C" or "/K" or "/R") return i + 1;
        return -1;
    }

    private static int FindPowerShell(SimpleCommand command)
    {
        var arguments = command.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            var value = arguments[i].Value;
            // What stands first without a flag is a command to Windows PowerShell, a file to its successor.
            if (value.Length < 2 || value[0] is not ('-' or '/'))
                return FileNames.Stem(command.Name!).Equals("powershell", StringComparison.OrdinalIgnoreCase) ? i : -1;
            var flag = value.Substring(1).ToLowerInvariant();
            if (flag is "c" || (flag.Length > 2 && "command".StartsWith(flag, StringComparison.Ordinal)))
                return i + 1 < arguments.Count ? i + 1 : -1;
            if (flag is "f" or "file" or "e" or "ec" or "encodedcommand" or "enc") return -1;
            if (Array.IndexOf(ValueFlags, flag) >= 0) i++;
        }

        return -1;
    }
}
