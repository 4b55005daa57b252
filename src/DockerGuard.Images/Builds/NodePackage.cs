using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>
/// The package <c>nodejs</c> of Alpine, Debian and Ubuntu, which is Node.js without npm. That of NodeSource has npm,
/// but needs its feed first.
/// </summary>
internal static class NodePackage
{
    private static readonly string[] Managers = ["apk", "apt", "apt-get"];

    private static readonly string[] Names = ["nodejs", "nodejs-current"];

    /// <summary>True when a script installs it, and says nothing else of Node.js.</summary>
    /// <param name="run">The instruction.</param>
    /// <param name="stage">Its stage.</param>
    /// <param name="mentions">Tells of a text whether it names anything that may bring Node.js.</param>
    public static bool IsAlone(RunInstruction run, StageEvaluation stage, Func<string, bool> mentions)
    {
        if (stage.ScriptOf(run) is not { } script) return false;
        var packages = script.Find(Managers)
            .Where(static command => command.HasArgument("add", "install"))
            .SelectMany(static command => command.Words)
            .Select(static word => word.Value)
            .Where(static word => Names.Contains(word.Split('=', '~')[0]))
            .ToList();
        if (packages.Count == 0) return false;
        var text = run.ToString();
        foreach (var package in packages.OrderByDescending(static package => package.Length))
            text = text.Replace(package, "");
        return !mentions(text);
    }
}
