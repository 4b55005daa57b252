using System;
using DockerGuard.Dockerfiles;

namespace DockerGuard.Policy.Yaml;

/// <summary>A text is deeper or larger than a policy can be; reading it ends here.</summary>
/// <param name="span">Where the limit is passed.</param>
/// <param name="message">What the limit is.</param>
internal sealed class YamlLimitException(SourceSpan span, string message) : Exception(message)
{
    public SourceSpan Span { get; } = span;
}
