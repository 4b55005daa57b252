using System;
using System.Linq;

namespace DockerGuard.Oci.Tests;

[TestClass]
public sealed class ImageReferenceTests
{
    private const string Sha = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [TestMethod]
    [DataRow("ubuntu", "docker.io", "library/ubuntu", null, "docker.io/library/ubuntu")]
    [DataRow("ubuntu:24.04", "docker.io", "library/ubuntu", "24.04", "docker.io/library/ubuntu:24.04")]
    [DataRow("contoso/web", "docker.io", "contoso/web", null, "docker.io/contoso/web")]
    [DataRow("docker.io/ubuntu", "docker.io", "library/ubuntu", null, "docker.io/library/ubuntu")]
    [DataRow("docker.io/library/ubuntu", "docker.io", "library/ubuntu", null, "docker.io/library/ubuntu")]
    [DataRow("index.docker.io/a/b", "docker.io", "a/b", null, "docker.io/a/b")]
    [DataRow("localhost/web:1", "localhost", "web", "1", "localhost/web:1")]
    [DataRow("localhost:5000", "docker.io", "library/localhost", "5000", "docker.io/library/localhost:5000")]
    [DataRow("localhost:5000/web", "localhost:5000", "web", null, "localhost:5000/web")]
    [DataRow(
        "registry.contoso.com:443/a/b/c:v1.0",
        "registry.contoso.com:443",
        "a/b/c",
        "v1.0",
        "registry.contoso.com:443/a/b/c:v1.0")]
    [DataRow(
        "mcr.microsoft.com/dotnet/aspnet:10.0",
        "mcr.microsoft.com",
        "dotnet/aspnet",
        "10.0",
        "mcr.microsoft.com/dotnet/aspnet:10.0")]
    [DataRow("[::1]:5000/web", "[::1]:5000", "web", null, "[::1]:5000/web")]
    [DataRow("[fe80::1]/web", "[fe80::1]", "web", null, "[fe80::1]/web")]
    [DataRow("HOST/web", "HOST", "web", null, "HOST/web")]
    [DataRow("a__b/c---d/e.f_g", "docker.io", "a__b/c---d/e.f_g", null, "docker.io/a__b/c---d/e.f_g")]
    [DataRow("library/a/b", "docker.io", "library/a/b", null, "docker.io/library/a/b")]
    public void Parts_and_defaults(string text, string registry, string repository, string? tag, string canonical)
    {
        Assert.IsTrue(ImageReference.TryParse(text, out var reference));
        Assert.AreEqual(registry, reference.Registry);
        Assert.AreEqual(repository, reference.Repository);
        Assert.AreEqual(tag, reference.Tag);
        Assert.AreEqual(canonical, reference.ToString());
        Assert.AreEqual(text, reference.Text);
    }

    [TestMethod]
    public void Digest_with_and_without_tag()
    {
        var pinned = ImageReference.Parse("ubuntu@" + Sha);
        Assert.IsNull(pinned.Tag);
        Assert.AreEqual(Sha, pinned.Digest);
        var both = ImageReference.Parse("a.b/c:1@" + Sha);
        Assert.AreEqual("1", both.Tag);
        Assert.AreEqual("a.b/c:1@" + Sha, both.ToString());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(null)]
    [DataRow(" ")]
    [DataRow("Ubuntu")]
    [DataRow("contoso/Web")]
    [DataRow("ubuntu:")]
    [DataRow("ubuntu:-1")]
    [DataRow("ubuntu:.1")]
    [DataRow("ubuntu:a b")]
    [DataRow("ubuntu:1:2")]
    [DataRow("ubuntu@")]
    [DataRow("ubuntu@sha256:abc")]
    [DataRow("ubuntu@sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef")]
    [DataRow("ubuntu@md5:0123456789abcdef0123456789abcdef")]
    [DataRow("ubuntu@@")]
    [DataRow("a//b")]
    [DataRow("/a")]
    [DataRow("a/")]
    [DataRow("-a")]
    [DataRow("a-")]
    [DataRow("a._b")]
    [DataRow("a___b")]
    [DataRow("a..b")]
    [DataRow("https://a.b/c")]
    [DataRow("a.b:port/c")]
    [DataRow("a.b:/c")]
    [DataRow("-a.b/c")]
    [DataRow("a-.b/c")]
    [DataRow("a..b/c")]
    [DataRow("[::1/c")]
    [DataRow("[]/c")]
    [DataRow("[::1]x/c")]
    [DataRow("$IMAGE")]
    [DataRow("ubuntu\n")]
    [DataRow("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void Rejects(string? text)
    {
        Assert.IsFalse(ImageReference.TryParse(text, out var reference));
        Assert.IsNull(reference);
    }

    [TestMethod]
    [DataRow("ubuntu:24.04", null)]
    [DataRow("a.b/c@" + Sha, null)]
    [DataRow("", "its repository is malformed")]
    [DataRow("Ubuntu", "its repository must be lower-case")]
    [DataRow("a:b:c", "its repository is malformed")]
    [DataRow("ubuntu:.1", "its tag is malformed")]
    [DataRow("ubuntu@md5:0123456789abcdef0123456789abcdef", "its digest is malformed")]
    [DataRow(
        "ubuntu@sha256:0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef", "its digest is malformed")]
    [DataRow("a.b:port/c", "its registry is malformed")]
    [DataRow("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "it is the id of an image")]
    public void Says_what_is_wrong(string text, string? problem) =>
        Assert.AreEqual(problem, ImageReference.Problem(text));

    [TestMethod]
    public void Lengths_are_bounded_as_in_the_grammar()
    {
        Assert.IsTrue(ImageReference.TryParse("a:" + new string('t', 128), out _));
        Assert.IsFalse(ImageReference.TryParse("a:" + new string('t', 129), out _));
        Assert.IsTrue(ImageReference.TryParse("a.b/" + new string('r', 255), out _));
        Assert.AreEqual("it is longer than 255 characters", ImageReference.Problem("a.b/" + new string('r', 256)));
    }

    [TestMethod]
    [DataRow("a-")]
    [DataRow("a/")]
    [DataRow("a.")]
    [DataRow(":")]
    [DataRow("@")]
    [DataRow("a__")]
    [DataRow("[")]
    [DataRow("-")]
    [DataRow("A.")]
    public void Hostile_text_is_refused_for_the_same_reason_at_any_length(string piece)
    {
        var reason = ImageReference.Problem(Repeated(300));
        Assert.IsNotNull(reason);
        // Of a text this long anything but one pass would keep the test from ever ending.
        Assert.AreEqual(reason, ImageReference.Problem(Repeated(5_000_000)));

        string Repeated(int count) => string.Concat(Enumerable.Repeat(piece, count));
    }

    [TestMethod]
    public void A_digest_can_be_replaced()
    {
        var image = ImageReference.Parse("ubuntu:24.04");
        Assert.AreEqual("docker.io/library/ubuntu:24.04@" + Sha, image.WithDigest(Sha).ToString());
        Assert.AreEqual("docker.io/library/ubuntu:24.04", image.WithDigest(Sha).WithDigest(null).ToString());
        Assert.ThrowsExactly<ArgumentException>(() => image.WithDigest("x"));
    }

    [TestMethod]
    public void Spelling_does_not_matter_to_equality()
    {
        Assert.AreEqual(ImageReference.Parse("ubuntu"), ImageReference.Parse("docker.io/library/ubuntu"));
        Assert.AreEqual(
            ImageReference.Parse("ubuntu").GetHashCode(), ImageReference.Parse("index.docker.io/ubuntu").GetHashCode());
        Assert.AreNotEqual(ImageReference.Parse("ubuntu"), ImageReference.Parse("ubuntu:latest"));
    }
}
