using System;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>
/// A package manager asks before it changes anything, and during a build nobody answers. What the rules about that
/// share.
/// </summary>
internal static class UnansweredQuestion
{
    /// <summary>
    /// Reports a call that has none of the flags which say yes (without hyphens, the best one first), unless something
    /// else does: a variable, the input, or the option of <paramref name="setting"/> in an argument or in one of the
    /// files it names a part of the path of.
    /// </summary>
    public static void Check(
        PackageCommand call, RunInstruction run, ShellScript script, FileContext context, string[] flags, Fix? fix,
        (string Option, string File)? setting = null)
    {
        if (IsAnsweredByInput(call.Command) || ConstantWords.MayHoldFlag(call.Command, run, script, context, flags))
            return;
        if (setting is var (option, file)
            && (HasOption(call.Command, option) || EarlierSettings.Hold(option, file, run, context)))
        {
            return;
        }

        Report(call, flags[0].Length == 1 ? "-" + flags[0] : "--" + flags[0], fix, context);
    }

    /// <summary>Reports a call that lacks the flag which says yes.</summary>
    public static void Report(PackageCommand call, string flag, Fix? fix, FileContext context) =>
        context.Report(
            call.Verb.Span, $"'{call.Title}' may stop to ask, and nobody answers in a build: it has no {flag}", fix);

    private static bool HasOption(SimpleCommand command, string option) =>
        command.Arguments.Any(argument => argument.Value.IndexOf(option, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>True for <c>yes | apt-get install</c>; <c>xargs</c> takes the input for itself.</summary>
    private static bool IsAnsweredByInput(SimpleCommand command)
    {
        for (; command.Wrapper is { } wrapper; command = wrapper)
            if (wrapper.Is("xargs")) return false;
        return command.PipelineIndex > 0 && command.Pipeline is { } pipeline
            && pipeline.Commands[command.PipelineIndex - 1] is SimpleCommand input && input.Is("yes", "echo", "printf");
    }
}
