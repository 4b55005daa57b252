using System;
using System.Linq;
using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Evaluation;

/// <summary>The part that tells which stage was meant by a name that is none.</summary>
public sealed partial class BuildEvaluation
{
    /// <summary>
    /// Each name is compared with that of each stage; files with more stages are made by programs, which make no slips.
    /// </summary>
    private const int MostStages = 100;

    /// <summary>
    /// The stage whose name is nearly this one; null for a stage, an image and whatever else may be meant.
    /// </summary>
    public string? StageMeantBy(string name)
    {
        if (name is null) throw new ArgumentNullException(nameof(name));
        // With a registry, a path or a tag it is an image; nearly all short words are near each other.
        if (_stages.Count > MostStages || name.Length < 4 || name.IndexOfAny(['/', ':', '@', '.', '$']) >= 0)
            return null;
        if (name.All(char.IsDigit)) return null;
        var names =
            _stages.Select(stage => stage.Stage.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return names.Contains(name, StringComparer.OrdinalIgnoreCase) ? null : Suggestion.Nearest(name, names);
    }
}
