using System;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Rules.Foreign.ShellCheck;

/// <summary>ShellCheck, which finds mistakes in shell scripts.</summary>
public sealed class ShellCheckTool : ForeignTool
{
    private ShellCheckTool()
    {
    }

    public static ShellCheckTool Instance { get; } = new();

    public override string Name => "ShellCheck";

    public override RuleDescriptor Family => DG5032ShellCheckFinding.All;

    public override RuleDescriptor Unavailable => ToolDiagnostics.ShellCheckUnavailable;

    public override string Subject => "the scripts of RUN";

    public override string ShortSubject => "RUN scripts";

    public override string Unit => "scripts";

    /// <summary>More scripts than any file has, and as many names as a command line can hold.</summary>
    public override int MostInputs => 4000;

    public override RuleDescriptor? Find(string code) => ShellCheckCodes.Find(code);

    public override ForeignVisit? Visit(ForeignSubject subject) =>
        Visit(subject, static build => new EmbeddedScripts(build));

    /// <summary>The visit with the scripts somebody else gathers.</summary>
    internal static ForeignVisit? Visit(ForeignSubject subject, Func<BuildEvaluation, EmbeddedScripts> scriptsOf) =>
        subject.Build is { } build
            ? new ShellCheckVisit(subject, build.File, scriptsOf(build).Read())
            : null;
}
