using DockerGuard.Rules;

namespace DockerGuard.Checks.Silencers;

/// <summary>Somebody who may keep a finding from being reported.</summary>
public abstract class Silencer
{
    /// <summary>Who it is, in the words of the documentation.</summary>
    public abstract string Name { get; }
}

/// <summary>A silencer that speaks in a Dockerfile, and of that file alone.</summary>
public abstract class FileSilencer : Silencer
{
    /// <summary>Parts the findings of a file into those that are left and those it silences.</summary>
    public abstract LintResult Silence(LintResult result, LintedFile file);
}

/// <summary>A silencer that speaks of all findings of a project together.</summary>
public abstract class ProjectSilencer : Silencer
{
    /// <summary>
    /// Parts the findings into those that are left and those it silences; null after a problem has been told, for what
    /// is half understood silences nothing.
    /// </summary>
    internal abstract LintResult? Silence(LintResult result, SilencerScope scope);
}
