namespace DockerGuard.Rules.Engine;

/// <summary>The form of a label's value. Source: hadolint's <c>label-schema</c>.</summary>
public enum LabelType
{
    /// <summary>Any text that is not empty.</summary>
    Text,

    /// <summary>An absolute URI (RFC 3986).</summary>
    Url,

    /// <summary>A version (SemVer 2.0.0).</summary>
    SemVer,

    /// <summary>A git commit: 7 or 40 hexadecimal digits, or more of a newer kind.</summary>
    Hash,

    /// <summary>A point in time (RFC 3339).</summary>
    Rfc3339,

    /// <summary>A licence (SPDX).</summary>
    Spdx,

    /// <summary>An e-mail address (RFC 5322).</summary>
    Email,
}
