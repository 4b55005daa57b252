namespace DockerGuard.Images.Builds;

/// <summary>What an image adds to its base by packages and copies, as far as .NET apps depend on it.</summary>
/// <param name="mayHaveDotNet">Whether a .NET runtime is added, or may be.</param>
/// <param name="hasIcu">Whether ICU is added for sure.</param>
/// <param name="mayHaveIcu">Whether ICU is added, or may be.</param>
/// <param name="mayHaveLibc">Whether another C library than the base's is added, or may be.</param>
/// <param name="mayHaveSdk">Whether the SDK is added, or may be by anything but <c>dotnet</c> itself.</param>
public sealed class AddedSoftware(
    bool mayHaveDotNet, bool hasIcu, bool mayHaveIcu, bool mayHaveLibc, bool mayHaveSdk)
{
    public bool MayHaveDotNet { get; } = mayHaveDotNet;

    public bool HasIcu { get; } = hasIcu;

    public bool MayHaveIcu { get; } = mayHaveIcu;

    public bool MayHaveLibc { get; } = mayHaveLibc;

    public bool MayHaveSdk { get; } = mayHaveSdk;

    /// <summary>Nothing is added.</summary>
    public static AddedSoftware None { get; } = new(false, false, false, false, false);
}
