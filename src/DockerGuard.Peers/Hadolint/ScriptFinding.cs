using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Foreign.ShellCheck;

namespace DockerGuard.Peers.Hadolint;

/// <summary>What ShellCheck finds in the scripts that hadolint gives to it.</summary>
internal sealed class ScriptFinding : ForeignRule
{
    public override ForeignTool Tool => ShellCheckTool.Instance;

    public override ForeignVisit? Visit(ForeignSubject subject) =>
        ShellCheckTool.Visit(subject, static build => new HadolintScripts(build));
}
