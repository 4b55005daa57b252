using System;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>What the rules about yum and dnf share: the two take the same arguments. Sources: yum(8), dnf(8).</summary>
internal static class RpmInstalls
{
    private static readonly string[] YesFlags = ["y", "assumeyes"];
    private static readonly string[] AskingVerbs =
    [
        "install", "groupinstall", "localinstall", "in", "reinstall", "update", "upgrade", "swap", "distro-sync",
    ];

    /// <summary>
    /// Reports calls that ask whether to go on; <paramref name="configuration"/> is a part of the path of the files
    /// that may say yes.
    /// </summary>
    public static void CheckYes(
        PackageManager manager, string configuration, RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in manager.Calls(script, context, AskingVerbs))
        {
            if (SaysYes(call.Command)) continue;
            UnansweredQuestion.Check(
                call, run, script, context, YesFlags, Cure(call, context), ("assumeyes", configuration));
        }
    }

    /// <summary>True when nothing is asked.</summary>
    public static bool SaysYes(SimpleCommand command) => command.HasFlag(YesFlags);

    /// <summary>The flag that says yes, where it belongs.</summary>
    public static Fix? Cure(PackageCommand call, FileContext context) =>
        ShellFixes.InsertAfter(call.Verb, call.Command, "-y", context);

    /// <summary>Reports packages that are installed without a version; groups have none.</summary>
    public static void CheckVersions(
        PackageManager manager, RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in manager.Calls(script, context, "install", "in"))
        {
            if (!IsOfGroups(call))
                UnpinnedPackages.Check(call, run, script, context, package => IsPinned(call, package));
        }
    }

    /// <summary>True for the call that installs groups.</summary>
    public static bool IsOfGroups(PackageCommand call) => call.IsAbout("group", "groups");

    /// <summary>True when a package names its version, or a module its stream.</summary>
    public static bool IsPinned(PackageCommand call, string package) =>
        call.IsAbout("module") ? package.IndexOf(':') >= 0 : IsPinned(package);

    /// <summary>
    /// Hyphens divide name, version and release, and names have hyphens too: what follows the first must look like
    /// versions, one with a digit first.
    /// </summary>
    private static bool IsPinned(string package)
    {
        if (package.EndsWith(".rpm", StringComparison.Ordinal)) return true;
        var versions = package.Split('-').Skip(1).ToList();
        return versions.All(part => part.All(IsVersionCharacter))
            && versions.Any(part => part.Length > 0 && part[0] is >= '0' and <= '9');
    }

    private static bool IsVersionCharacter(char c) =>
        (c < 0x80 && char.IsLetterOrDigit(c)) || c is '.' or '~' or '^' or '_' or ':' or '+';
}
