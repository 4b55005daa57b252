using System;
using System.Collections.Generic;
using System.Globalization;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>A COPY from what is no stage above, by name or number; what has a colon is an image.</summary>
internal sealed class DL3022UnknownCopySource : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG1012UnknownCopySource>();

    public override void Check(Dockerfile file, FileContext context)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var stages = 0;
        foreach (var instruction in file.Instructions)
        {
            if (instruction is FromInstruction from)
            {
                stages++;
                if (from.StageName is { } name) names.Add(name.Value);
            }
            else if (instruction is CopyInstruction { From: { Value: { Length: > 0 } source } flag })
            {
                var isStage = names.Contains(source) || IsNumberBelow(stages, source);
                if (!isStage && source.IndexOf(':') < 0)
                    context.Report(flag.ValueSpan, $"no stage above is named '{source}'");
            }
        }
    }

    private static bool IsNumberBelow(int stages, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < stages;
}
