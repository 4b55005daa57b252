using System;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>A stage uses wget and curl, which do the same. Source: hadolint DL4001, Trivy DS-0014, KICS.</summary>
public sealed class DG4025WgetAndCurl : FileRule
{
    private static readonly string[] Fetchers = ["wget", "curl"];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG4025WgetAndCurl", "wget and curl in one stage", Severity.Off, strict: Severity.Info)
    {
        Aliases =
        [
            new("hadolint", "DL4001"), new("trivy", "DS-0014"), new("kics", "fc775e75-fcfb-4c98-b2f2-910c5858b359"),
        ],
    };

    public override void Check(Dockerfile file, FileContext context)
    {
        bool hasWget = false, hasCurl = false;
        foreach (var instruction in file.Instructions)
        {
            if (instruction.Kind == InstructionKind.From) hasWget = hasCurl = false;
            if (((instruction as OnBuildInstruction)?.Inner ?? instruction) is not RunInstruction run
                || context.ScriptOf(run) is not { } script)
            {
                continue;
            }

            if (!context.RunsAny(script, Fetchers)) continue;
            var used = context.CommandsOf(script).Where(command => command.Is(Fetchers)).ToList();
            var usesWget = used.Exists(command => command.Is("wget"));
            var usesCurl = used.Exists(command => command.Is("curl"));
            // The later one of the two is the one too many.
            var isSurplus = hasWget ? "curl" : hasCurl || !usesCurl ? "wget" : used[0].Is("wget") ? "curl" : "wget";
            hasWget |= usesWget;
            hasCurl |= usesCurl;
            if (used.Count == 0 || !hasWget || !hasCurl) continue;
            var word = (used.Find(command => command.Is(isSurplus)) ?? used[0]).NameWord!;
            context.Report(
                word.Span,
                $"{word.Value} here, and {(word.Value.EndsWith("curl", StringComparison.Ordinal) ? "wget" : "curl")} "
                    + "too in this stage: one of them does it all");
        }
    }
}
