using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Hadolint;

namespace DockerGuard.Policy.Tests;

/// <summary>hadolint's environment variables.</summary>
[TestClass]
public sealed class HadolintEnvironmentTests
{
    [TestMethod]
    public void Every_variable_is_read()
    {
        var configuration = HadolintConfiguration.FromEnvironment(
            new Dictionary<string, string>
            {
                ["HADOLINT_NOFAIL"] = "1",
                ["HADOLINT_IGNORE"] = "DL3008, SC2086",
                ["HADOLINT_OVERRIDE_ERROR"] = "DL3020",
                ["HADOLINT_OVERRIDE_WARNING"] = "DL3001",
                ["HADOLINT_OVERRIDE_INFO"] = "DL3007,DL3006",
                ["HADOLINT_OVERRIDE_STYLE"] = "DL3015",
                ["HADOLINT_FAILURE_THRESHOLD"] = "none",
                ["HADOLINT_TRUSTED_REGISTRIES"] = "mcr.microsoft.com,*.contoso.com",
                ["HADOLINT_REQUIRE_LABELS"] = "maintainer:email,version:semver",
                ["HADOLINT_STRICT_LABELS"] = "on",
                ["HADOLINT_DISABLE_IGNORE_PRAGMA"] = "N",
            },
            "/repo/Web.csproj", out var errors);

        Assert.IsEmpty(errors);
        Assert.AreEqual("DL3008 SC2086", string.Join(" ", configuration.Ignored));
        Assert.AreEqual(
            "DL3020=Error DL3001=Warning DL3007=Info DL3006=Info DL3015=Style",
            string.Join(" ", configuration.Overrides.Select(pair => $"{pair.Key}={pair.Value}")));
        Assert.AreEqual((HadolintSeverity.Ignore, true, true, false),
            (
                configuration.FailureThreshold,
                configuration.NoFail,
                configuration.StrictLabels,
                configuration.DisableIgnorePragma));
        Assert.AreEqual("mcr.microsoft.com *.contoso.com", string.Join(" ", configuration.TrustedRegistries));
        Assert.AreEqual(
            "maintainer=Email version=SemVer",
            string.Join(" ", configuration.LabelSchema.Select(pair => $"{pair.Key}={pair.Value}")));
    }

    [TestMethod]
    [DataRow("HADOLINT_NOFAIL", "perhaps", "'perhaps' is neither 'true' nor 'false'")]
    [DataRow("HADOLINT_IGNORE", "DL3008,dl3007", "unknown rule 'dl3007'; did you mean 'DL3007'?")]
    [DataRow("HADOLINT_OVERRIDE_STYLE", "LD3008", "unknown rule 'LD3008'; did you mean 'DL3008'?")]
    [DataRow(
        "HADOLINT_FAILURE_THRESHOLD",
        "errors",
        "'errors' is not a threshold: error, warning, info, style or none; did you mean 'error'?")]
    [DataRow(
        "HADOLINT_TRUSTED_REGISTRIES", "http://my.co", "registry 'http://my.co' has a scheme; write host[:port] only")]
    [DataRow("HADOLINT_REQUIRE_LABELS", "maintainer", "'maintainer' is not of the form name:type")]
    [DataRow(
        "HADOLINT_REQUIRE_LABELS",
        "maintainer:mail",
        "'mail' is not a label type: text, url, semver, hash, rfc3339, spdx or email; did you mean 'email'?")]
    [DataRow("HADOLINT_STRICT_LABELS", "2", "'2' is neither 'true' nor 'false'")]
    [DataRow("HADOLINT_DISABLE_IGNORE_PRAGMA", "oui", "'oui' is neither 'true' nor 'false'")]
    public void A_value_hadolint_drops_is_an_error_that_names_the_variable(
        string variable, string value, string problem)
    {
        HadolintConfiguration.FromEnvironment(
            new Dictionary<string, string> { [variable] = value }, "/repo/Web.csproj", out var errors);
        var error = errors.Single();
        Assert.AreEqual($"the environment variable {variable}: {problem}", error.Message);
        Assert.AreEqual(("DG0017", "/repo/Web.csproj"), (error.Descriptor.Id, error.File));
    }

    [TestMethod]
    public void An_empty_variable_is_one_that_is_not_set()
    {
        var configuration = HadolintConfiguration.FromEnvironment(
            new Dictionary<string, string>
            {
                ["HADOLINT_NOFAIL"] = "",
                ["HADOLINT_IGNORE"] = "",
                ["HADOLINT_FAILURE_THRESHOLD"] = " ",
            }, "/repo/Web.csproj", out var errors);
        Assert.IsEmpty(errors);
        Assert.AreEqual((null, null), (configuration.NoFail, configuration.FailureThreshold));
    }
}
