using DockerGuard.Dockerfiles;

namespace DockerGuard.Images.Tests;

[TestClass]
public sealed class OriginTests
{
    private const string Digest = "sha256:1f3c0d2b8a7e4f5d6c9b0a1e2d3f4c5b6a7988f0e1d2c3b4a5968778695a4b3c";

    [TestMethod]
    public void A_place_in_a_file_reads_as_compilers_write_it()
    {
        Assert.AreEqual(
            "/repo/Dockerfile(3,6,3,10)", new FileOrigin("/repo/Dockerfile", new SourceSpan(3, 6, 3, 10)).ToString());
        Assert.AreEqual("/repo/Web.csproj(1,1,1,1)", Origin.StartOf("/repo/Web.csproj").ToString());
    }

    [TestMethod]
    [DataRow("shop:1.0", null, null, null, "shop:1.0, configuration")]
    [DataRow("shop:1.0", Digest, null, null, "shop:1.0@" + Digest + ", configuration")]
    [DataRow("shop@" + Digest, Digest, 0, null, "shop@" + Digest + ", layer 0")]
    [DataRow("shop:1.0", null, 3, "/app/web.pfx", "shop:1.0, layer 3, /app/web.pfx")]
    public void A_place_in_an_image_names_image_layer_and_path(
        string reference, string? digest, int? layer, string? path, string expected) =>
        Assert.AreEqual(expected, new ImageOrigin(reference, digest, layer, path).ToString());

    [TestMethod]
    [DataRow(null, "registry.contoso.com/shop:1.0")]
    [DataRow("/app/web.pfx", "registry.contoso.com/shop:1.0/app/web.pfx")]
    [DataRow("app/web.pfx", "registry.contoso.com/shop:1.0/app/web.pfx")]
    public void The_name_of_a_place_in_an_image_outlives_the_next_build(string? path, string expected)
    {
        Assert.AreEqual(expected, new ImageOrigin("registry.contoso.com/shop:1.0", Digest, 3, path).Name);
        Assert.AreEqual(expected, new ImageOrigin("registry.contoso.com/shop:1.0", null, 4, path).Name);
    }
}
