namespace DockerGuard.Registry.Content;

/// <summary>An operating system and processor, in Go's names, compared as containerd compares them.</summary>
internal sealed record Platform(string Os, string Architecture, string? Variant)
{
    /// <summary>arm64 means arm64/v8, arm means arm/v7, amd64 means amd64/v1.</summary>
    public Platform Normalized() => (Architecture, Variant) switch
    {
        ("arm64", "v8") or ("amd64", "v1") => this with { Variant = null },
        ("arm", null) => this with { Variant = "v7" },
        _ => this,
    };

    /// <summary>How well an image of another platform serves this one: 0 not at all, more is better.</summary>
    public int Match(Platform image)
    {
        Platform wanted = Normalized(), offered = image.Normalized();
        if (wanted.Os != offered.Os || wanted.Architecture != offered.Architecture)
        {
            return 0;
        }

        if (wanted.Variant == offered.Variant)
        {
            return 10;
        }

        // An older ARM's programs run on a newer ARM: v7 takes v6, and v5 if need be.
        return wanted.Architecture == "arm" && Level(offered.Variant) is int level && level < Level(wanted.Variant) ? level : 0;
    }

    public override string ToString() => Variant is null ? $"{Os}/{Architecture}" : $"{Os}/{Architecture}/{Variant}";

    private static int? Level(string? variant) => variant is ['v', >= '5' and <= '8' and var digit] ? digit - '0' : null;
}
