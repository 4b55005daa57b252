using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Tests.Support;

namespace DockerGuard.Rules.Tests.Engine;

/// <summary>A finding in an image that has been built goes the way of one in a file, though it has no lines.</summary>
[TestClass]
public sealed class ImageOriginTests
{
    private const string Image = "registry.contoso.com:5000/shop:1.0";

    [TestMethod]
    public void It_has_no_place_in_a_text()
    {
        var finding = Finding(new ImageOrigin(Image, null, 3, "/app/web.pfx"));
        Assert.AreEqual((Image, default(SourceSpan)), (finding.File, finding.Span));
        Assert.AreEqual($"{Image}, layer 3, /app/web.pfx: Error DG2001: the image runs as root", finding.ToString());
    }

    [TestMethod]
    public void Rules_report_there_and_the_order_is_configuration_then_layers()
    {
        var (configuration, high, low) =
            (new ImageOrigin(Image), new ImageOrigin(Image, null, 12, "/b"), new ImageOrigin(Image, null, 2, "/b"));
        var image = new ImageModel
        {
            FixOrigin = configuration,
            User = new("1654", configuration),
            Environment =
            [
                new(new("ASPNETCORE_ENVIRONMENT", "Development"), high),
                new(new("ASPNETCORE_ENVIRONMENT", "Development"), low),
                new(new("ASPNETCORE_ENVIRONMENT", "Development"), configuration),
            ],
        };
        var findings = Linter.CheckImage(image, new RuleSettings { Today = LintCase.Today }).Findings;
        CollectionAssert.AreEqual(
            new[] { configuration, low, high }, findings.Select(finding => finding.Origin).ToArray());
    }

    [TestMethod]
    public void A_rule_that_fails_is_reported_for_the_image() => Assert.AreEqual(
        new ImageOrigin(Image),
        Linter.CheckImage(
            new ImageModel { FixOrigin = new ImageOrigin(Image) },
            new RuleSettings { Today = LintCase.Today },
            rules: [new ProjectImageTests.Throwing()]).Findings.Single().Origin);

    [TestMethod]
    public void Its_fingerprint_is_of_image_and_path_and_outlives_digest_and_layer()
    {
        string[] prints =
        [
            Fingerprint(new ImageOrigin(Image, "sha256:1", 3, "/app/a")),
            Fingerprint(new ImageOrigin(Image, "sha256:2", 4, "/app/a")),
            Fingerprint(new ImageOrigin(Image, null, 3, "/app/b")), Fingerprint(new ImageOrigin(Image)),
            Fingerprint(new ImageOrigin("shop:2.0")),
        ];
        Assert.AreEqual(prints[0], prints[1]);
        Assert.HasCount(4, prints.Distinct());
        Assert.AreEqual(
            $"image:{Image}", new Fingerprints(new Dictionary<string, Dockerfile>(), "/src")
                .NameOf(new ImageOrigin(Image, null, 3, "/app/a")));
    }

    private static string Fingerprint(Origin origin) =>
        new Fingerprints(new Dictionary<string, Dockerfile>(), "/src").Next(Finding(origin));

    private static Diagnostic Finding(Origin origin) =>
        new(RuleCatalog.Find("DG2001")!, Severity.Error, "the image runs as root", origin);
}
