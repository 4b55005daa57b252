using System;
using System.Collections.Generic;
using System.Reflection;
using DockerGuard.Checks;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// What MSBuild makes of the warnings it is given: the lists of its command line, of <c>MSBuildWarningsAsErrors</c> and
/// its kin.
/// </summary>
/// <remarks>
/// MSBuild tells a task which warnings it raises, though not those of a bare <c>-warnaserror</c> where the project has
/// a list of its own, and of those it hides nothing. Its engine has the lists under these names (18.x); where it has
/// none, a summary counts what a command line raises or hides as warnings.
/// </remarks>
internal sealed class EngineWarnings(IBuildEngine engine) : IWarningLists
{
    private HashSet<string>? _hidden, _notAsErrors;
    private bool? _raisesAll;

    /// <inheritdoc/>
    public bool IsRaised(string code) =>
        (engine is IBuildEngine8 knowing && knowing.ShouldTreatWarningAsError(code))
            || (RaisesAll && !IsHidden(code) && !(_notAsErrors ??= List("WarningsNotAsErrors")).Contains(code));

    /// <inheritdoc/>
    public bool IsHidden(string code) => (_hidden ??= List("WarningsAsMessages")).Contains(code);

    /// <summary>True for a bare <c>-warnaserror</c>: the list of the command line is there, and empty.</summary>
    private bool RaisesAll => _raisesAll ??= PartOf(PartOf(PartOf(engine, "LoggingContext"), "LoggingService"),
        "WarningsAsErrors") is ICollection<string> { Count: 0 };

    private HashSet<string> List(string name) =>
        new(PartOf(engine, name) as IEnumerable<string> ?? [], StringComparer.OrdinalIgnoreCase);

    private static object? PartOf(object? whole, string name)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return whole?.GetType().GetProperty(name, Any)?.GetValue(whole);
    }
}
