using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>What the rules about yum and dnf share: the two take the same arguments. Sources: yum(8), dnf(8).</summary>
internal static class RpmInstalls
{
    private static readonly string[] YesFlags = ["y", "assumeyes"];
    private static readonly string[] PeerVerbs = ["install", "groupinstall", "localinstall"];
    private static readonly string[] AskingVerbs = [.. PeerVerbs, "in", "reinstall", "update", "upgrade", "swap", "distro-sync"];

    /// <summary>Reports calls that ask whether to go on; <paramref name="configuration"/> is a part of the path of the files that may say yes.</summary>
    public static void CheckYes(PackageManager manager, string configuration, RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in manager.Calls(script, context, context.Follows(Profiles.Hadolint) ? PeerVerbs : AskingVerbs))
        {
            if (call.Command.HasFlag(YesFlags)) continue;
            var fix = ShellFixes.InsertAfter(call.Verb, call.Command, "-y", context);
            UnansweredQuestion.Report(call, run, script, context, YesFlags, fix, ("assumeyes", configuration));
        }
    }

    /// <summary>Reports packages that are installed without a version; groups have none.</summary>
    public static void CheckVersions(PackageManager manager, RunInstruction run, ShellScript script, FileContext context)
    {
        foreach (var call in manager.Calls(script, context, context.Follows(Profiles.Hadolint) ? ["install"] : ["install", "in"]))
        {
            if (call.IsAbout("group", "groups")) continue;
            var isModule = call.IsAbout("module");
            UnpinnedPackages.Report(call, run, script, context, (package, word) =>
                isModule ? package.IndexOf(':') >= 0 : IsPinned(package) || HoldsKnownVariable(word, run, context));
        }
    }

    /// <summary>Hyphens divide name, version and release, and names have hyphens too: what follows the first must look like versions, one with a digit first.</summary>
    private static bool IsPinned(string package)
    {
        if (package.EndsWith(".rpm", StringComparison.Ordinal)) return true;
        var versions = package.Split('-').Skip(1).ToList();
        return versions.All(part => part.All(IsVersionCharacter)) && versions.Any(part => part.Length > 0 && part[0] is >= '0' and <= '9');
    }

    private static bool IsVersionCharacter(char c) => (c < 0x80 && char.IsLetterOrDigit(c)) || c is '.' or '~' or '^' or '_' or ':' or '+';

    /// <summary>hadolint trusts any variable that an ARG of the file or an ENV of the stage names; elsewhere its value is looked at.</summary>
    private static bool HoldsKnownVariable(ShellWord word, RunInstruction run, FileContext context) =>
        context.Follows(Profiles.Hadolint) && word.Variables.Any(variable => IsKnown(variable.Name, run, context));

    private static bool IsKnown(string name, RunInstruction run, FileContext context) =>
        context.FactOf(context.Build.File, NamesForAll).Contains(name)
        || (run.Stage is { } stage && context.Build[stage].StateBefore(run).Variables.ContainsKey(name));

    /// <summary>The names of every ARG, and of every ENV that stands before the first FROM.</summary>
    private static HashSet<string> NamesForAll(Dockerfile file) =>
        new(file.Instructions.OfType<PairInstruction>().Where(pairs => pairs is ArgInstruction || (pairs is EnvInstruction && pairs.Stage is null))
            .SelectMany(pairs => pairs.Pairs).Select(pair => pair.Key.Value), StringComparer.Ordinal);
}
