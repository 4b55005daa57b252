namespace DockerGuard.Rules.Diagnostics;

/// <summary>The name another tool has for the thing a rule finds; it works wherever the rule's own id does.</summary>
/// <param name="Tool">
/// <c>hadolint</c>, <c>buildkit</c>, <c>trivy</c>, <c>checkov</c>, <c>kics</c>, <c>dockle</c> or <c>cis</c>.
/// </param>
/// <param name="Id">The tool's id, such as <c>DL3007</c>.</param>
/// <param name="Severity">The tool's default severity; the parity profile of that tool uses it.</param>
public sealed record RuleAlias(string Tool, string Id, Severity Severity = Severity.Warning);
