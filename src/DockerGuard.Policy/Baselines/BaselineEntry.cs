namespace DockerGuard.Policy.Baselines;

/// <summary>One accepted finding of a baseline.</summary>
/// <param name="Rule">The rule's id, for the reader.</param>
/// <param name="File">
/// Path from the baseline's folder, with <c>/</c> between its parts; <c>image:</c> and the reference of a built image.
/// </param>
/// <param name="Fingerprint">What the finding is known by.</param>
/// <param name="Message">What was found, for the reader.</param>
public sealed record BaselineEntry(string Rule, string File, string Fingerprint, string Message);
