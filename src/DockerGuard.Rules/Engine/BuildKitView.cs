namespace DockerGuard.Rules;

/// <summary>What BuildKit's checks see of a file.</summary>
internal sealed class BuildKitView : FileView
{
    public static readonly BuildKitView Instance = new();

    /// <summary>BuildKit looks at what ONBUILD holds only where it is triggered.</summary>
    public override bool LooksIntoOnBuild => false;
}
