using DockerGuard.Rules.Engine;

namespace DockerGuard.Peers.BuildKit;

/// <summary>What BuildKit's checks see of a file.</summary>
internal sealed class BuildKitView : FileView
{
    /// <summary>BuildKit looks at what ONBUILD holds only where it is triggered.</summary>
    public override bool LooksIntoOnBuild => false;
}
