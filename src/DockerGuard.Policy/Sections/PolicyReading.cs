namespace DockerGuard.Policy.Sections;

/// <summary>The file that sections are read from.</summary>
/// <param name="File">Its absolute path.</param>
/// <param name="WaiverFolder">The folder the paths of its waivers are relative to.</param>
/// <param name="Errors">Takes what is wrong with it.</param>
internal sealed record PolicyReading(string File, string WaiverFolder, PolicyErrors Errors);
