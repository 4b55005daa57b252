using System;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Rules;

/// <summary>pip leaves its downloads in a layer that ships. Source: hadolint DL3042, KICS.</summary>
public sealed class DG4019PipCacheLeft : FileRule
{
    private const string Switch = "PIP_NO_CACHE_DIR";

    private static readonly string[] TrueValues = ["1", "true", "on", "yes", "t", "y"];
    private static readonly PackageCache Cache = new(".cache/pip", "PIP_CACHE_DIR", "cache-dir");

    public override RuleDescriptor Descriptor { get; } = new("DG4019PipCacheLeft", "pip cache left in the image", Severity.Info, strict: Severity.Warning)
    {
        Aliases = [new("hadolint", "DL3042"), new("kics", "f2f903fb-b977-461e-98d7-b3e2185c6118")],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        // ENV before any FROM belongs to no stage; hadolint reads such a part of a file too.
        var isOffWithoutStage = false;
        foreach (var instruction in file.Instructions)
        {
            if (instruction is EnvInstruction { Stage: null } env)
                isOffWithoutStage = env.Pairs.LastOrDefault(pair => pair.Key.Text == Switch) is { } pair ? IsTrue(pair.Value?.Value) : isOffWithoutStage;
            if (((instruction as OnBuildInstruction)?.Inner ?? instruction) is not RunInstruction run || context.ScriptOf(run) is not { } script) continue;
            var isOff = run.Stage is { } stage
                ? context.Build[stage].StateBefore(run).Variables.TryGetValue(Switch, out var value) && IsTrue(value)
                : isOffWithoutStage;
            if (!isOff && (context.Follows(Profiles.Hadolint) || context.Ships(run))) Check(run, script, context);
        }
    }

    private static void Check(RunInstruction run, ShellScript script, FileContext context)
    {
        var commands = context.CommandsOf(script).ToList();
        var installs = commands.Select(PipInstall.Read).OfType<PipInstall>().Where(install => !install.IsPipx).ToList();
        if (installs.Count == 0 || script.Commands.Any(SwitchesOff)) return;
        var isCleaned = !context.Follows(Profiles.Hadolint) && commands.FindLastIndex(Cleans) > commands.IndexOf(installs[installs.Count - 1].Command);
        foreach (var install in installs)
        {
            // pip takes an unambiguous beginning of a flag for the flag.
            if (isCleaned || install.Command.HasFlag("no-cache-dir", "no-cache") || Cache.IsMounted(run, install.Command, context)) continue;
            var fix = ShellFixes.InsertAfter(install.Verb, install.Command, "--no-cache-dir", context);
            context.Report(install.Verb.Span, "pip keeps its downloads in this layer; --no-cache-dir leaves them out", fix);
        }
    }

    /// <summary>The switch before the command, behind <c>env</c>, or with <c>export</c>.</summary>
    private static bool SwitchesOff(SimpleCommand command) =>
        command.Assignments.Any(assignment => assignment.Name == Switch && IsTrue(assignment.Value.Value))
        || (command.Is("export", "env") && command.Arguments.Any(argument =>
            argument.Value.StartsWith(Switch + "=", StringComparison.Ordinal) && IsTrue(argument.Value.Substring(Switch.Length + 1))));

    private static bool Cleans(SimpleCommand command) => Cache.IsDeletedBy(command) || (command.HasArgument("cache") && command.HasArgument("purge"));

    private static bool IsTrue(string? value) => TrueValues.Contains(value, StringComparer.OrdinalIgnoreCase);
}
