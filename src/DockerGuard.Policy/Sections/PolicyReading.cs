namespace DockerGuard.Policy.Sections;

/// <summary>The file that sections are read from.</summary>
/// <param name="file">Its absolute path.</param>
/// <param name="waiverFolder">The folder the paths of its waivers are relative to.</param>
/// <param name="errors">Takes what is wrong with it.</param>
internal sealed class PolicyReading(string file, string waiverFolder, PolicyErrors errors)
{
    public string File { get; } = file;

    public string WaiverFolder { get; } = waiverFolder;

    public PolicyErrors Errors { get; } = errors;
}
