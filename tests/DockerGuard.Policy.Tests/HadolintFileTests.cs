using System.Linq;
using DockerGuard.Policy.Hadolint;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Tests;

/// <summary>
/// A <c>.hadolint.yaml</c> is read as hadolint reads it, and what hadolint drops without a word is an error.
/// </summary>
[TestClass]
public sealed class HadolintFileTests
{
    [TestMethod]
    public void Every_key_is_read()
    {
        var configuration = Read("""
            ---
            ignored:
              - DL3008
              - SC2086
            override:
              error: [DL3020]
              warning: [DL3001]
              info: [DL3007]
              style: [DL3006]
            failure-threshold: warning
            no-fail: yes
            trustedRegistries:
              - mcr.microsoft.com
              - "*.contoso.com"
            label-schema:
              org.opencontainers.image.source: url
              text: ""
            strict-labels: true
            disable-ignore-pragma: True
            format: tty
            no-color: true
            verbose: false
            """);

        Assert.AreEqual("DL3008 SC2086", string.Join(" ", configuration.Ignored));
        Assert.AreEqual(
            "DL3020=Error DL3001=Warning DL3007=Info DL3006=Style",
            string.Join(" ", configuration.Overrides.Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.AreEqual((HadolintSeverity.Warning, true, true, true),
            (
                configuration.FailureThreshold,
                configuration.NoFail,
                configuration.StrictLabels,
                configuration.DisableIgnorePragma));
        Assert.AreEqual("mcr.microsoft.com *.contoso.com", string.Join(" ", configuration.TrustedRegistries));
        Assert.AreEqual(
            "org.opencontainers.image.source=Url text=Text",
            string.Join(" ", configuration.LabelSchema.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    /// <summary>hadolint's manual shows it so, and hadolint refuses the whole file for it.</summary>
    [TestMethod]
    public void One_registry_may_be_plain_text() =>
        Assert.AreEqual("my.co", Read("trustedRegistries: my.co").TrustedRegistries.Single());

    [TestMethod]
    [DataRow("")]
    [DataRow("# nothing yet\n")]
    [DataRow("---\n")]
    [DataRow("ignored: []\ntrustedRegistries: []\n")]
    public void A_file_that_says_nothing_asks_for_nothing(string yaml)
    {
        var configuration = Read(yaml);
        Assert.IsEmpty(configuration.Ignored);
        Assert.IsEmpty(configuration.TrustedRegistries);
        Assert.IsNull(configuration.FailureThreshold);
    }

    [TestMethod]
    [DataRow("ignore: [DL3008]", "(1,1,1,7): unknown key 'ignore'; did you mean 'ignored'?")]
    [DataRow("ignored: [dl3008]", "(1,11,1,17): unknown rule 'dl3008'; did you mean 'DL3008'?")]
    [DataRow("ignored: [DL3999]", "(1,11,1,17): unknown rule 'DL3999'")]
    [DataRow("ignored: [DG1004]", "(1,11,1,17): unknown rule 'DG1004'; did you mean 'DL3007'?")]
    [DataRow("ignored: [DG3001]", "(1,11,1,17): unknown rule 'DG3001'; did you mean 'DL3064'?")]
    [DataRow("ignored: [DG0005]", "(1,11,1,17): unknown rule 'DG0005'")]
    [DataRow("ignored: [JSONArgs]", "(1,11,1,19): unknown rule 'JSONArgs'; did you mean 'DL3025'?")]
    [DataRow("ignored: [DL1000]", "(1,11,1,17): 'DL1000' is a Dockerfile that does not parse, which cannot be ignored")]
    [DataRow("ignored: DL3008", "(1,10,1,16): 'ignored' must be a list, not text")]
    [DataRow("ignored:", "(1,1,1,8): 'ignored' has no value")]
    [DataRow("override:\n  warn: [DL3008]", "(2,3,2,7): unknown severity 'warn'; did you mean 'warning'?")]
    [DataRow("override:\n  error: [DL30O8]", "(2,11,2,17): unknown rule 'DL30O8'; did you mean 'DL3008'?")]
    [DataRow(
        "failure-threshold: bogus", "(1,20,1,25): 'bogus' is not a threshold: error, warning, info, style or none")]
    [DataRow(
        "failure-threshold: warn",
        "(1,20,1,24): 'warn' is not a threshold: error, warning, info, style or none; did you mean 'warning'?")]
    [DataRow("no-fail: maybe", "(1,10,1,15): 'maybe' is neither 'true' nor 'false'")]
    [DataRow("strict-labels: [true]", "(1,16,1,22): 'strict-labels' must be text, not a list")]
    [DataRow(
        "label-schema:\n  foo: mail",
        "(2,8,2,12): 'mail' is not a label type: text, url, semver, hash, rfc3339, spdx or email; did you mean "
            + "'email'?")]
    [DataRow("label-schema: [foo]", "(1,15,1,20): 'label-schema' must be a map, not a list")]
    [DataRow(
        "trustedRegistries: [https://my.co]",
        "(1,21,1,34): registry 'https://my.co' has a scheme; write host[:port] only")]
    [DataRow(
        "trustedRegistries: [my.*.co]",
        "(1,21,1,28): registry 'my.*.co' has '*' in its middle; it may be the first or the last character")]
    [DataRow("trustedRegistries: {my.co: true}", "(1,20,1,33): 'trustedRegistries' must be text or a list, not a map")]
    [DataRow("- DL3008", "(1,1,1,9): hadolint's configuration must be a map of keys such as 'ignored', not a list")]
    [DataRow("ignored: [DL3008]\nignored: [DL3007]", "(2,1,2,8): duplicate key 'ignored'; the first is on line 1")]
    [DataRow("ignored: &a [DL3008]", "(1,10,1,12): anchors are not allowed in a hadolint configuration: '&a'")]
    public void What_hadolint_drops_is_an_error_at_its_place(string yaml, string error)
    {
        HadolintConfiguration.Parse(yaml, "/repo/.hadolint.yaml", out var errors);
        Assert.AreEqual(error, string.Join("\n", errors.Select(found => $"{found.Span}: {found.Message}")));
        Assert.IsTrue(errors.All(found => found is
        {
            Descriptor.Id: "DG0017",
            Severity: Severity.Error,
            IsSetByPolicy: true,
            File: "/repo/.hadolint.yaml"
        }));
    }

    private static HadolintConfiguration Read(string yaml)
    {
        var configuration = HadolintConfiguration.Parse(yaml, "/repo/.hadolint.yaml", out var errors);
        Assert.IsEmpty(errors, string.Join("\n", errors));
        return configuration;
    }
}
