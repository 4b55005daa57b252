using System;
using System.Collections.Generic;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Sections.Labels;

/// <summary>The words for the types of labels.</summary>
internal static class LabelTypes
{
    /// <summary>The types by the words hadolint has for them.</summary>
    public static IReadOnlyDictionary<string, LabelType> ByWord { get; } =
        new Dictionary<string, LabelType>(StringComparer.Ordinal)
        {
            ["text"] = LabelType.Text,
            ["url"] = LabelType.Url,
            ["semver"] = LabelType.SemVer,
            ["hash"] = LabelType.Hash,
            ["rfc3339"] = LabelType.Rfc3339,
            ["spdx"] = LabelType.Spdx,
            ["email"] = LabelType.Email,
        };
}
