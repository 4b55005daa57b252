using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;

namespace DockerGuard.Checks.Fixes;

/// <summary>
/// What of the image's configuration no fix may change. Entry point, command and labels are not in it: some fixes are
/// about them.
/// </summary>
internal sealed class ImageConfiguration
{
    private readonly List<string> _settings = [];

    public static ImageConfiguration Of(BuildEvaluation build)
    {
        var configuration = new ImageConfiguration();
        foreach (var stage in build.Stages) configuration.Add(stage);
        return configuration;
    }

    public bool IsSameAs(ImageConfiguration other) => _settings.SequenceEqual(other._settings);

    private void Add(StageEvaluation stage)
    {
        _settings.Add($"from {stage.ImageName} {stage.BaseStage?.Stage.Index}");
        _settings.Add($"user {stage.User?.Value}");
        _settings.Add($"in {stage.WorkingDirectory?.Value}");
        _settings.Add($"stops by {stage.StopSignal?.Value}");
        // Each stage's own alone: with those of the stages it continues, many stages would add up to their square.
        _settings.AddRange(stage.OwnEnvironment.Select(variable => $"{variable.Value.Key}={variable.Value.Value}"));
        _settings.AddRange(stage.OwnExposedPorts.Select(port => $"port {port.Value.ToLowerInvariant()}"));
        _settings.AddRange(stage.OwnVolumes.Select(volume => $"volume {volume.Value}"));
    }
}
