using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>
/// A COPY to a relative path with no WORKDIR above. A WORKDIR is carried over to stages that continue one by its
/// name, or by its image when it has none.
/// </summary>
internal sealed class DL3045RelativeCopyDestination : FileRule
{
    public override RuleDescriptor Descriptor { get; } = Borrowed.Descriptor<DG5028RelativeCopyDestination>();

    public override void Check(Dockerfile file, FileContext context)
    {
        var withWorkdir = new HashSet<string>(StringComparer.Ordinal);
        var hasWorkdir = false;
        var current = "";
        foreach (var instruction in file.Instructions)
        {
            switch (instruction)
            {
                case FromInstruction { Image: { } image } from:
                    hasWorkdir = withWorkdir.Contains(image.Value);
                    current = from.StageName?.Value ?? image.Value;
                    break;
                case WorkdirInstruction:
                    hasWorkdir = true;
                    break;
                case CopyInstruction { Destination: { } path } when !hasWorkdir:
                    if (!DG5028RelativeCopyDestination.IsAbsolute(path.Value))
                        DG5028RelativeCopyDestination.Report(instruction, path, context);
                    break;
            }

            if (hasWorkdir) withWorkdir.Add(current);
        }
    }
}
