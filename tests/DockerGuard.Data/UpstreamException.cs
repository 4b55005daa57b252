using System;

namespace DockerGuard.Data;

/// <summary>
/// What an upstream file is not as it was when this console learnt to read it: one sentence for the reader.
/// </summary>
public sealed class UpstreamException(string message) : Exception(message);
