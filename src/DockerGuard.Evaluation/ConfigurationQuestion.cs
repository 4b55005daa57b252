using System;
using System.Collections.Generic;

namespace DockerGuard.Evaluation;

/// <summary>What is to be known of a project in two configurations.</summary>
/// <param name="Here">The configuration that is built; empty for the one that is taken where nobody names one.</param>
/// <param name="Framework">The target framework that is built of several; empty for a project with one.</param>
/// <param name="Names">The properties and the types of items asked for.</param>
public sealed record ConfigurationQuestion(string Here, string Framework, IReadOnlyList<string> Names)
{
    /// <summary>The configuration of images.</summary>
    public const string Release = "Release";

    /// <summary>What a command line gives besides.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Given { get; init; } = [];

    /// <summary>Whether a configuration is another one than that which is built.</summary>
    public bool IsAnother(string configuration) => !Here.Equals(configuration, StringComparison.OrdinalIgnoreCase);
}
