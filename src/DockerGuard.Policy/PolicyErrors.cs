using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy;

/// <summary>
/// Collects everything that is wrong with one policy file, or with another file that is read as strictly.
/// </summary>
/// <param name="file">Absolute path of the file.</param>
/// <param name="condition">What a broken file of this kind is reported as; DG0003 when null.</param>
/// <param name="noun">What the messages call the file, as in "a policy".</param>
internal sealed class PolicyErrors(string file, RuleDescriptor? condition = null, string noun = "policy")
{
    /// <summary>Nobody mends more in one go, and a hostile file must not flood the log.</summary>
    internal const int Limit = 100;

    private readonly List<Diagnostic> _found = [];

    /// <summary>The errors in the order of the file's lines.</summary>
    public IEnumerable<Diagnostic> InOrder => _found.Count == 0 ? _found : _found.OrderBy(error => error.Span);

    /// <summary>What the messages call the file.</summary>
    public string Noun => noun;

    public void Add(SourceSpan span, string message)
    {
        if (_found.Count == Limit) return;
        if (_found.Count == Limit - 1) message = $"the {noun} has more than {Limit - 1} errors; the rest are not shown";
        // As if the policy said it: a project's NoWarn must not be able to switch its policy off.
        _found.Add(new Diagnostic(
            condition ?? ToolDiagnostics.InvalidPolicy, Severity.Error, message, file, span)
        { IsSetByPolicy = true });
    }

    /// <summary>Adds "unknown <paramref name="what"/>" with the nearest name there is.</summary>
    public void AddUnknown(SourceSpan span, string what, string name, IEnumerable<string> known)
    {
        // Past the limit the search for a near name would be work for nothing.
        if (_found.Count < Limit) Add(span, $"unknown {what} {Sentence.Quote(name)}{Suggestion.For(name, known)}");
    }
}
