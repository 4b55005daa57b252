namespace DockerGuard.Oci;

/// <summary>The names of labels that the OCI image specification defines (annotations.md).</summary>
public static class OciLabelNames
{
    /// <summary>What every one of them begins with.</summary>
    public const string Prefix = "org.opencontainers.image.";

    public const string Authors = Prefix + "authors";
    public const string BaseDigest = Prefix + "base.digest";
    public const string BaseName = Prefix + "base.name";
    public const string Created = Prefix + "created";
    public const string Description = Prefix + "description";
    public const string Documentation = Prefix + "documentation";
    public const string Licenses = Prefix + "licenses";
    public const string RefName = Prefix + "ref.name";
    public const string Revision = Prefix + "revision";
    public const string Source = Prefix + "source";
    public const string Title = Prefix + "title";
    public const string Url = Prefix + "url";
    public const string Vendor = Prefix + "vendor";
    public const string Version = Prefix + "version";
}
