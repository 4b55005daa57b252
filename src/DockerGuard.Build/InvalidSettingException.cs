using System;

namespace DockerGuard.Build;

/// <summary>A property of the project has a bad value; the message says which, and what to write.</summary>
internal sealed class InvalidSettingException(string message) : Exception(message);
