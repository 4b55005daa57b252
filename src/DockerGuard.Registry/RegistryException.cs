using System;

namespace DockerGuard.Registry;

/// <summary>What kept an image from being read; callers decide by it whether to warn or to stop.</summary>
public enum RegistryErrorKind
{
    /// <summary>The registry does not have the repository, tag or digest.</summary>
    NotFound,

    /// <summary>
    /// The registry wants other credentials than those found, or refuses access; or the credentials cannot be read.
    /// </summary>
    Unauthorized,

    /// <summary>
    /// No usable answer: no such host, connection refused, no trusted certificate, server errors or too many requests.
    /// </summary>
    Unreachable,

    /// <summary>No complete answer within <see cref="RegistryOptions.Timeout"/>.</summary>
    Timeout,

    /// <summary>
    /// An answer that breaks the OCI distribution or image specification, or the limits of this client.
    /// </summary>
    InvalidResponse,

    /// <summary>The image exists, but not for the wanted operating system and architecture.</summary>
    NoMatchingPlatform,

    /// <summary>The received bytes are not those that the digest promises.</summary>
    DigestMismatch,
}

/// <summary>
/// The one exception of <see cref="RegistryClient"/>. The message is a plain sentence that names the image, lower-case
/// start, no final full stop; it holds nothing secret.
/// </summary>
public sealed class RegistryException : Exception
{
    public RegistryException()
    {
    }

    public RegistryException(string message)
        : base(message)
    {
    }

    public RegistryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal RegistryException(RegistryErrorKind kind, string reason, Exception? innerException = null)
        : base(reason, innerException) => Kind = kind;

    public RegistryErrorKind Kind { get; } = RegistryErrorKind.InvalidResponse;

    /// <summary>The same failure, told about an image.</summary>
    internal RegistryException About(string image) =>
        new(Kind, $"cannot read image {image}: {Message}", InnerException);
}
