using System;
using System.Text;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Registry.Tests;

/// <summary>Registries that answer, but not with what was asked for.</summary>
[TestClass]
public sealed class HostileAnswerTests
{
    private static readonly string SomeDigest = "sha256:" + new string('a', 64);

    [TestMethod]
    [DataRow("", "not JSON")]
    [DataRow("{", "not JSON")]
    [DataRow("<html>", "not JSON")]
    [DataRow("[]", "object")]
    [DataRow("null", "object")]
    [DataRow("""{ "manifests": 5 }""", "'manifests'")]
    [DataRow("""{ "manifests": [ 5 ] }""", "object")]
    [DataRow("""{ "manifests": [ { } ] }""", "without a mediaType")]
    [DataRow(
        """
        {
          "manifests": [
            { "mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "sha256:../../etc" }
          ]
        }
        """,
        "neither sha256 nor sha512")]
    [DataRow("""{ "mediaType": 7, "manifests": [] }""", "'mediaType'")]
    [DataRow("""{ "mediaType": "\uD800", "manifests": [] }""", "not Unicode")]
    [DataRow("""{ "manifests": [], "layers": [] }""", "claims to be an index as well")]
    [DataRow("""{ "mediaType": "application/vnd.oci.image.manifest.v1+json", "manifests": [] }""", "calls itself")]
    [DataRow("""{ "layers": [] }""", "instead of an image manifest")]
    public async Task A_garbled_index_is_one_clear_sentence(string json, string expected) =>
        StringAssert.Contains(
            await RegistryTest.FailAsync(
                RegistryErrorKind.InvalidResponse, _ => FakeAnswer.Json(json, SampleImage.OciIndex)), expected);

    [TestMethod]
    public async Task An_empty_index_has_no_platform() =>
        StringAssert.Contains(
            await RegistryTest.FailAsync(
                RegistryErrorKind.NoMatchingPlatform,
                _ => FakeAnswer.Json("""{ "manifests": [] }""", SampleImage.OciIndex)), "no platform at all");

    [TestMethod]
    [DataRow("{ \"config\": 5 }", "object")]
    [DataRow(
        "{ \"config\": { \"mediaType\": \"application/vnd.cncf.helm.config.v1+json\", \"digest\": \"DIGEST\" } }",
        "no container image but 'application/vnd.cncf.helm.config.v1+json'")]
    public async Task A_manifest_of_something_else_is_refused(string json, string expected) =>
        StringAssert.Contains(
            await RegistryTest.FailAsync(
                RegistryErrorKind.InvalidResponse,
                _ => FakeAnswer.Json(json.Replace("DIGEST", SomeDigest), SampleImage.OciManifest)), expected);

    [TestMethod]
    [DataRow("text/html")]
    [DataRow("application/vnd.docker.distribution.manifest.v1+prettyjws")]
    public async Task A_wrong_content_type_is_named(string type) =>
        StringAssert.Contains(
            await RegistryTest.FailAsync(RegistryErrorKind.InvalidResponse, _ => FakeAnswer.Json("{}", type)),
            $"'{type}'");

    [TestMethod]
    public async Task Deep_nesting_is_refused_not_followed()
    {
        var json = new string('[', 100_000) + new string(']', 100_000);
        StringAssert.Contains(
            await RegistryTest.FailAsync(
                RegistryErrorKind.InvalidResponse,
                _ => FakeAnswer.Json($$"""{ "manifests": {{json}} }""", SampleImage.OciIndex)), "not JSON");
    }

    [TestMethod]
    [DataRow("""{ "User": 5 }""", "'User'")]
    [DataRow("""{ "Env": [ 5 ] }""", "'Env'")]
    [DataRow("""{ "Env": "A=b" }""", "'Env'")]
    [DataRow("""{ "Labels": { "a": 5 } }""", "'a'")]
    [DataRow("""{ "ExposedPorts": [] }""", "'ExposedPorts'")]
    [DataRow("""{ "Healthcheck": { "Test": "true" } }""", "'Test'")]
    [DataRow("5", "'config'")]
    public async Task A_wrong_type_in_the_configuration_is_named(string json, string expected)
    {
        var image = new SampleImage();
        var configuration = image.Add("blobs", SampleImage.Configuration("amd64", json), "application/octet-stream");
        image.AddManifest(SampleImage.Manifest(configuration), SampleImage.OciManifest, "1.0");

        StringAssert.Contains(await RegistryTest.FailAsync(RegistryErrorKind.InvalidResponse, image.Answer), expected);
    }

    [TestMethod]
    public async Task A_changed_manifest_is_detected_against_the_wanted_digest()
    {
        var image = new SampleImage();
        await using var registry = new FakeRegistry(_ => image.Content["manifests/1.0"]);

        await RegistryTest.FailAsync(RegistryErrorKind.DigestMismatch, $"{registry.Host}/team/app@{SomeDigest}");
    }

    [TestMethod]
    public async Task A_changed_manifest_is_detected_against_the_registrys_own_header() =>
        await RegistryTest.FailAsync(
            RegistryErrorKind.DigestMismatch,
            _ => new FakeAnswer(200, "{}"u8.ToArray(), SampleImage.OciIndex, ("Docker-Content-Digest", SomeDigest)));

    [TestMethod]
    public async Task A_changed_manifest_behind_an_index_is_detected()
    {
        var image = new SampleImage();
        image.Content["manifests/" + image.ManifestDigests["amd64"]] = FakeAnswer.Json(
            SampleImage.Manifest(SomeDigest), SampleImage.OciManifest);

        await RegistryTest.FailAsync(RegistryErrorKind.DigestMismatch, image.Answer);
    }

    [TestMethod]
    public async Task A_changed_configuration_is_detected()
    {
        var image = new SampleImage();
        image.AddManifest(SampleImage.Manifest(SomeDigest), SampleImage.OciManifest, "1.0");
        image.Content["blobs/" + SomeDigest] = FakeAnswer.Json(SampleImage.Configuration("amd64"));

        StringAssert.Contains(
            await RegistryTest.FailAsync(RegistryErrorKind.DigestMismatch, image.Answer), "the image configuration");
    }

    [TestMethod]
    public async Task A_huge_manifest_is_refused_by_its_announced_length()
    {
        const int Announced = 5 << 20;
        var answer = FakeAnswer.Write((stream, cancellation) => stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: {SampleImage.OciIndex}\r\nContent-Length: {Announced}\r\n\r\n"),
            cancellation).AsTask());

        StringAssert.Contains(
            await RegistryTest.FailAsync(RegistryErrorKind.InvalidResponse, _ => answer), "more than 4 MiB");
    }

    [TestMethod]
    public async Task An_endless_body_is_cut_off()
    {
        var answer = FakeAnswer.Write(async (stream, cancellation) =>
        {
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {SampleImage.OciIndex}\r\n\r\n"),
                cancellation);
            var spaces = new byte[64 * 1024];
            Array.Fill(spaces, (byte)' ');
            while (true) await stream.WriteAsync(spaces, cancellation);
        });

        StringAssert.Contains(
            await RegistryTest.FailAsync(RegistryErrorKind.InvalidResponse, _ => answer), "more than 4 MiB");
    }

    [TestMethod]
    public async Task A_message_quotes_a_stranger_in_one_short_line()
    {
        var message = await RegistryTest.FailAsync(
            RegistryErrorKind.InvalidResponse,
            _ => FakeAnswer.Json($$"""{ "mediaType": "a\r\nb{{new string('x', 5000)}}" }""", "application/json"));

        Assert.IsLessThan(400, message.Length);
    }
}
