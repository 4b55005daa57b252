namespace DockerGuard.Images.Builds;

/// <summary>The names of the MSBuild properties that decide what an image must bring.</summary>
internal static class KnownProperties
{
    public const string ArtifactsPath = "ArtifactsPath";

    public const string AssemblyName = "AssemblyName";

    public const string Configuration = "Configuration";

    public const string InvariantGlobalization = "InvariantGlobalization";

    public const string PublishAot = "PublishAot";

    public const string PublishDir = "PublishDir";

    public const string PublishProfile = "PublishProfile";

    public const string PublishSelfContained = "PublishSelfContained";

    public const string PublishSingleFile = "PublishSingleFile";

    public const string PublishTrimmed = "PublishTrimmed";

    public const string RestoreLockedMode = "RestoreLockedMode";

    public const string RollForward = "RollForward";

    public const string RuntimeIdentifier = "RuntimeIdentifier";

    public const string SelfContained = "SelfContained";

    public const string StaticExecutable = "StaticExecutable";

    public const string TargetFramework = "TargetFramework";

    public const string UseAppHost = "UseAppHost";

    public const string UseCurrentRuntimeIdentifier = "UseCurrentRuntimeIdentifier";
}
