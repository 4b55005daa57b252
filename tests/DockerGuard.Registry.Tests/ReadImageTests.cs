using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DockerGuard.Oci;
using DockerGuard.Testing;

namespace DockerGuard.Registry.Tests;

[TestClass]
public sealed class ReadImageTests
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task An_index_gives_the_image_of_the_wanted_platform(bool docker)
    {
        var image = new SampleImage(docker);
        await using var registry = new FakeRegistry(image.Answer);

        var read = await RegistryTest.ReadAsync($"{registry.Host}/team/app:1.0", architecture: "arm64");

        Assert.AreEqual(image.IndexDigest, read.IndexOrManifestDigest);
        Assert.AreEqual(image.ManifestDigests["arm64"], read.ManifestDigest);
        Assert.AreEqual(new Platform("linux", "arm64"), read.Config.Platform);
    }

    [TestMethod]
    public async Task The_configuration_is_read_in_full()
    {
        await using var registry = new FakeRegistry(new SampleImage().Answer);

        var config = (await RegistryTest.ReadAsync($"{registry.Host}/team/app:1.0")).Config;

        Assert.AreEqual("1654", config.User);
        Assert.AreEqual("/app", config.WorkingDirectory);
        CollectionAssert.AreEquivalent(
            new[] { "PATH=/bin", "APP_UID=1654", "EMPTY=", "A=b=c" },
            config.Environment.Select(variable => $"{variable.Key}={variable.Value}").ToArray());
        Assert.AreEqual("Contoso", config.Labels["vendor"]);
        CollectionAssert.AreEqual(new[] { "8080/tcp", "53/udp", "90/tcp" }, config.ExposedPorts.ToArray());
        CollectionAssert.AreEqual(new[] { "/data" }, config.Volumes.ToArray());
        CollectionAssert.AreEqual(new[] { "dotnet", "App.dll" }, config.Entrypoint!.ToArray());
        Assert.IsNull(config.Cmd);
        CollectionAssert.AreEqual(new[] { "/bin/bash", "-c" }, config.Shell!.ToArray());
        Assert.IsTrue(config.HasHealthcheck);
    }

    [TestMethod]
    [DataRow("null")]
    [DataRow(
        """{ "User": "", "WorkingDir": "", "Env": null, "Labels": null, "Healthcheck": { "Test": [ "NONE" ] } }""")]
    public async Task An_empty_configuration_is_a_root_image_that_sets_nothing(string json)
    {
        var image = new SampleImage();
        var configuration = image.Add("blobs", SampleImage.Configuration("amd64", json), "application/octet-stream");
        image.AddManifest(SampleImage.Manifest(configuration), SampleImage.OciManifest, "2.0");
        await using var registry = new FakeRegistry(image.Answer);

        var config = (await RegistryTest.ReadAsync($"{registry.Host}/team/app:2.0")).Config;

        Assert.IsNull(config.User);
        Assert.IsNull(config.WorkingDirectory);
        Assert.IsEmpty(config.Environment);
        Assert.IsEmpty(config.Labels);
        Assert.IsNull(config.Entrypoint);
        Assert.IsFalse(config.HasHealthcheck);
    }

    [TestMethod]
    public async Task A_digest_is_asked_for_instead_of_the_tag()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);

        var read = await RegistryTest.ReadAsync($"{registry.Host}/team/app:gone@{image.ManifestDigests["amd64"]}");

        Assert.AreEqual(image.ManifestDigests["amd64"], read.IndexOrManifestDigest);
        Assert.AreEqual(read.IndexOrManifestDigest, read.ManifestDigest);
        Assert.IsFalse(registry.Requests.Any(request => request.Path.EndsWith("/gone")));
    }

    [TestMethod]
    public async Task No_tag_means_latest()
    {
        var image = new SampleImage();
        image.Content["manifests/latest"] = image.Content["manifests/1.0"];
        await using var registry = new FakeRegistry(image.Answer);

        Assert.AreEqual(
            image.IndexDigest, (await RegistryTest.ReadAsync($"{registry.Host}/team/app")).IndexOrManifestDigest);
    }

    [TestMethod]
    [DataRow("arm", null, "arm")]
    [DataRow("arm", "v7", "arm")]
    [DataRow("arm", "v8", "arm")]
    [DataRow("arm64", "v8", "arm64")]
    [DataRow("amd64", "v1", "amd64")]
    public async Task Variants_are_matched_as_containerd_matches_them(
        string architecture, string? variant, string expected)
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);

        var read = await RegistryTest.ReadAsync(
            $"{registry.Host}/team/app:1.0", architecture: architecture, variant: variant);

        Assert.AreEqual(image.ManifestDigests[expected], read.ManifestDigest);
    }

    /// <summary>What the 10.0 SDK was seen to build on, whatever another reader would take.</summary>
    [TestMethod]
    [DataRow("amd64", """{ "architecture": "amd64" }""", 0, DisplayName = "of two the first")]
    [DataRow("amd64", """{ "architecture": "amd64", "variant": "v3" }""", 0, DisplayName = "a variant too")]
    [DataRow("arm64", """{ "architecture": "arm64", "variant": "v9" }""", 0, DisplayName = "also of arm64")]
    [DataRow("arm", """{ "architecture": "arm", "variant": "v6" }""", 1, DisplayName = "but none of arm")]
    [DataRow("amd64", """{ "architecture": "amd64", "os.version": "1" }""", 1, DisplayName = "and no one release")]
    public async Task Of_several_images_for_a_platform_the_one_that_is_built_on_is_read(
        string architecture, string first, int expected)
    {
        var image = new SampleImage();
        var variant = architecture == "arm" ? "v7" : null;
        string[] digests =
        [
            AddImage(image, architecture, "first", variant == "v7" ? "v6" : null),
            AddImage(image, architecture, "second", variant),
        ];
        var second = variant is null ? "" : $$""", "variant": "{{variant}}" """;
        image.AddManifest(
            $$"""
            { "schemaVersion": 2, "manifests": [
              { "mediaType": "{{SampleImage.OciManifest}}", "digest": "{{digests[0]}}", "size": 1,
                "annotations": { "vnd.docker.reference.type": "attestation-manifest" },
                "platform": {{first.Replace("{", "{ \"os\": \"linux\",")}} },
              { "mediaType": "{{SampleImage.OciManifest}}", "digest": "{{digests[1]}}", "size": 1,
                "platform": { "os": "linux", "architecture": "{{architecture}}"{{second}} } } ] }
            """,
            SampleImage.OciIndex,
            "many");
        await using var registry = new FakeRegistry(image.Answer);

        var read = await RegistryTest.ReadAsync(
            $"{registry.Host}/team/app:many", architecture: architecture, variant: variant);

        Assert.AreEqual(digests[expected], read.ManifestDigest);
    }

    private static string AddImage(SampleImage image, string architecture, string user, string? variant)
    {
        var text = SampleImage.Configuration(architecture, $$"""{ "User": "{{user}}" }""");
        if (variant is not null) text = text.Replace("\"os\"", $"\"variant\": \"{variant}\", \"os\"");
        var configuration = image.Add("blobs", text, "application/octet-stream");
        return image.AddManifest(SampleImage.Manifest(configuration), SampleImage.OciManifest);
    }

    [TestMethod]
    public async Task Several_platforms_are_read_side_by_side()
    {
        var image = new SampleImage();
        using var together = new Barrier(3);
        await using var registry = new FakeRegistry(request =>
        {
            // Each waits for the others: one after the other would be none.
            if (request.Path.Contains("/blobs/") && !together.SignalAndWait(TimeSpan.FromSeconds(15)))
                return FakeAnswer.Empty(404);
            return image.Answer(request);
        });
        var client = new RegistryClient(RegistryTest.Options());

        var read = client.ReadImages(
            ImageReference.Parse($"{registry.Host}/team/app:1.0"),
            [new("linux", "arm64"), new("linux", "amd64"), new("linux", "arm", "v7")],
            CancellationToken.None);

        CollectionAssert.AreEqual(
            new[] { "arm64", "amd64", "arm" }.Select(name => image.ManifestDigests[name]).ToArray(),
            read.Select(one => one.ManifestDigest).ToArray());
        Assert.IsTrue(read.All(one => one.IndexOrManifestDigest == image.IndexDigest));
        Assert.AreEqual(1, registry.Requests.Count(request => request.Path.EndsWith("/1.0", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task One_platform_that_fails_is_enough()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(request =>
            request.Path.EndsWith(image.ManifestDigests["arm64"], StringComparison.Ordinal) ? FakeAnswer.Empty(404)
            : request.Path.Contains("/sha256:", StringComparison.Ordinal)
            ? FakeAnswer.Write((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation))
            : image.Answer(request));
        var client = new RegistryClient(RegistryTest.Options(timeout: TimeSpan.FromMinutes(5)));

        var exception = Assert.ThrowsExactly<RegistryException>(() => client.ReadImages(
            ImageReference.Parse($"{registry.Host}/team/app:1.0"),
            [new("linux", "amd64"), new("linux", "arm64")],
            CancellationToken.None));

        Assert.AreEqual(RegistryErrorKind.NotFound, exception.Kind, exception.Message);
    }

    [TestMethod]
    public async Task The_time_limit_holds_for_all_platforms_together()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(request => request.Path.EndsWith("/1.0", StringComparison.Ordinal)
            ? image.Answer(request)
            : FakeAnswer.Write((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation)));
        var client = new RegistryClient(RegistryTest.Options(timeout: TimeSpan.FromMilliseconds(700)));

        var exception = Assert.ThrowsExactly<RegistryException>(() => client.ReadImages(
            ImageReference.Parse($"{registry.Host}/team/app:1.0"),
            [new("linux", "amd64"), new("linux", "arm64")],
            CancellationToken.None));

        Assert.AreEqual(RegistryErrorKind.Timeout, exception.Kind, exception.Message);
    }

    [TestMethod]
    public async Task A_missing_platform_is_reported_with_those_that_exist()
    {
        await using var registry = new FakeRegistry(new SampleImage().Answer);

        var message = await RegistryTest.FailAsync(
            RegistryErrorKind.NoMatchingPlatform, $"{registry.Host}/team/app:1.0", architecture: "s390x");

        StringAssert.Contains(message, "linux/s390x");
        StringAssert.Contains(message, "linux/amd64, linux/arm64/v8, linux/arm/v7");
        Assert.DoesNotContain("unknown", message);
    }

    [TestMethod]
    public async Task A_single_image_of_another_platform_is_no_match()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(image.Answer);

        await RegistryTest.FailAsync(
            RegistryErrorKind.NoMatchingPlatform, $"{registry.Host}/team/app@{image.ManifestDigests["arm64"]}");
    }

    [TestMethod]
    public async Task All_four_kinds_of_manifest_are_accepted()
    {
        await using var registry = new FakeRegistry(new SampleImage().Answer);

        await RegistryTest.ReadAsync($"{registry.Host}/team/app:1.0");

        var accept = registry.Requests.First().Headers["accept"];
        foreach (var type in new[]
        {
            SampleImage.OciIndex, SampleImage.OciManifest, SampleImage.DockerIndex, SampleImage.DockerManifest,
        })
        {
            StringAssert.Contains(accept, type);
        }
    }
}
