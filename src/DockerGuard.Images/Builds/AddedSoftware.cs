namespace DockerGuard.Images.Builds;

/// <summary>What an image adds to its base by packages and copies, as far as .NET apps depend on it.</summary>
/// <param name="MayHaveDotNet">Whether a .NET runtime is added, or may be.</param>
/// <param name="HasIcu">Whether ICU is added for sure.</param>
/// <param name="MayHaveIcu">Whether ICU is added, or may be.</param>
/// <param name="MayHaveLibc">Whether another C library than the base's is added, or may be.</param>
public sealed record AddedSoftware(bool MayHaveDotNet, bool HasIcu, bool MayHaveIcu, bool MayHaveLibc)
{
    /// <summary>Nothing is added.</summary>
    public static AddedSoftware None { get; } = new(false, false, false, false);
}
