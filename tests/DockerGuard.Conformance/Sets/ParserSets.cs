using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Conformance.Sets;

/// <summary>BuildKit's own parser cases with their dumps.</summary>
internal sealed class ParserPositive : IConformanceSet
{
    public string Name => "parser-positive";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var name in data.Folders("buildkit", Name))
        {
            var ours = ParserDump.Of(Dockerfile.Parse(data.ReadBytes("buildkit", Name, name, "Dockerfile")));
            var theirs = data.ReadText("buildkit", Name, name, "result");
            yield return CaseResult.Compare(name, theirs, ours is null ? null : ours + "\n");
        }
    }
}

/// <summary>Files BuildKit's parser must refuse.</summary>
internal sealed class ParserNegative : IConformanceSet
{
    public string Name => "parser-negative";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        foreach (var name in data.Folders("buildkit", Name))
        {
            var dump = ParserDump.Of(Dockerfile.Parse(data.ReadBytes("buildkit", Name, name, "Dockerfile")));
            yield return CaseResult.Compare(name, null, dump);
        }
    }
}

/// <summary>The line ranges of one file.</summary>
internal sealed class ParserLines : IConformanceSet
{
    public string Name => "parser-lines";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        var file = Dockerfile.Parse(data.ReadBytes("buildkit", Name, "Dockerfile"));
        var ours = string.Join(
            " ", file.Instructions.Select(instruction => $"{instruction.StartLine}-{instruction.EndLine}"));
        yield return CaseResult.Compare("Dockerfile", "5-5 11-12 17-31", ours);
    }
}
