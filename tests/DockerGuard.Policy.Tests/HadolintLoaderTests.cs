using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Policy.Hadolint;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Tests;

/// <summary>Where hadolint's configuration is found, and what it changes: only what the policy leaves open.</summary>
[TestClass]
public sealed class HadolintLoaderTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly Dictionary<string, string> _environment = [];

    public void Dispose() => _scratch.Dispose();

    [TestMethod]
    [DataRow("src/Web/docker/.hadolint.yaml")]
    [DataRow("src/Web/.hadolint.yml")]
    [DataRow("src/.hadolint.yaml")]
    [DataRow(".hadolint.yml")]
    public void A_file_from_the_Dockerfile_up_to_the_repository_root_is_found(string path)
    {
        _scratch.Write(path, "ignored: [DL3007]");
        var result = Load(dockerfileDirectory: "src/Web/docker");
        Assert.AreEqual(Severity.Off, Of(result, "DG1004"));
        Assert.AreEqual(_scratch.At(path), result.Files.Single());
    }

    [TestMethod]
    public void The_nearest_file_wins_alone()
    {
        _scratch.Write(".hadolint.yaml", "ignored: [DL3007]")
            .Write("src/Web/.hadolint.yaml", "ignored: [DL3020]")
            .Write("src/Web/.hadolint.yml", "ignored: [DL3000]");
        var result = Load();
        Assert.AreEqual(
            (Severity.Warning, Severity.Off, Severity.Warning),
            (Of(result, "DG1004"), Of(result, "DG5001"), Of(result, "DG5003")));
    }

    [TestMethod]
    public void The_projects_file_serves_a_Dockerfile_elsewhere()
    {
        _scratch.Write("src/Web/.hadolint.yaml", "ignored: [DL3007]");
        Assert.AreEqual(Severity.Off, Of(Load(dockerfileDirectory: "docker"), "DG1004"));
    }

    [TestMethod]
    [DataRow("XDG_CONFIG_HOME", "hadolint.yaml")]
    [DataRow("HOME", ".config/hadolint.yaml")]
    [DataRow("HOME", ".hadolint/hadolint.yaml")]
    [DataRow("HOME", ".hadolint/config.yml")]
    [DataRow("HOME", ".hadolint.yaml")]
    [DataRow("USERPROFILE", ".hadolint.yaml")]
    public void The_users_own_file_comes_last(string variable, string path)
    {
        _environment[variable] = _scratch.At("home");
        _scratch.Write("home/" + path, "ignored: [DL3007]");
        Assert.AreEqual(Severity.Off, Of(Load(), "DG1004"));

        _scratch.Write(".hadolint.yaml", "ignored: [DL3020]");
        Assert.AreEqual(Severity.Warning, Of(Load(), "DG1004"));
    }

    [TestMethod]
    public void Without_configuration_the_policy_stays_as_it_is()
    {
        var policy = Scratch.LoadText("rules: {DG1004: error}");
        _environment["HADOLINT_IGNORE"] = " ";
        Assert.AreSame(policy, Load(policy).Policy);
    }

    [TestMethod]
    public void A_file_that_is_named_must_exist()
    {
        var error = Load(explicitPath: "team/hadolint.yaml").Diagnostics.Single();
        Assert.AreEqual(("DG0017", "the hadolint configuration does not exist"), (error.Descriptor.Id, error.Message));
        Assert.AreEqual(
            "the hadolint configuration is a folder, not a file", Load(explicitPath: "").Diagnostics.Single().Message);
        _scratch.Write("team/hadolint.yaml", "ignored: [DL3007]").Write(".hadolint.yaml", "ignored: [DL3020]");
        Assert.AreEqual(
            (Severity.Off, Severity.Warning), (
                Of(Load(explicitPath: "team/hadolint.yaml"), "DG1004"),
                Of(Load(explicitPath: "team/hadolint.yaml"), "DG5001")));
    }

    [TestMethod]
    public void Everything_that_is_wrong_is_told_and_nothing_is_used()
    {
        _environment["HADOLINT_IGNORE"] = "nonsense";
        _scratch.Write(".hadolint.yaml", "ignored: [DL3007, x]\nignore: []\n");
        var result = Load();
        Assert.IsTrue(result.IsBroken);
        Assert.HasCount(3, result.Diagnostics);
    }

    [TestMethod]
    [DataRow("rules: {DG1004: info}", Severity.Info)]
    [DataRow("rules: {DL3007: info}", Severity.Info)]
    [DataRow("profile: strict", Severity.Off)]
    public void The_policy_wins_rule_by_rule(string yaml, Severity expected)
    {
        _scratch.Write(".hadolint.yaml", "ignored: [DL3007]\noverride: {error: [DL3000]}");
        var result = Load(Scratch.LoadText(yaml));
        Assert.AreEqual((expected, Severity.Error), (Of(result, "DG1004"), Of(result, "DG5003")));
    }

    [TestMethod]
    public void The_policy_wins_on_registries_and_required_labels()
    {
        _scratch.Write(
            ".hadolint.yaml",
            "trustedRegistries: [hadolint.co]\nlabel-schema: {maintainer: email}\nstrict-labels: true\n"
                + "disable-ignore-pragma: true");
        var open = Load(Scratch.LoadText("registries: {mirrors: {mcr.microsoft.com: mirror.co/mcr}}")).Policy!.Settings;
        Assert.AreEqual("hadolint.co mirror.co/mcr", string.Join(" ", open.Registries.Trusted));
        Assert.AreEqual("maintainer", string.Join(" ", open.Labels.Required));
        Assert.IsTrue(open.Labels.IsStrict && open.IgnoresHadolintPragmas);

        var own = Load(
            Scratch.LoadText("registries: {trusted: [policy.co]}\nlabels: {required: [version]}")).Policy!.Settings;
        Assert.AreEqual("policy.co", string.Join(" ", own.Registries.Trusted));
        Assert.AreEqual("version", string.Join(" ", own.Labels.Required));
        Assert.AreEqual(LabelType.Email, own.Labels.Schema["maintainer"]);
    }

    /// <summary>Source: hadolint's manual, "conflicting overrides".</summary>
    [TestMethod]
    [DataRow("override: {style: [DL3007], error: [DL3007], info: [DL3007]}", Severity.Error)]
    [DataRow("override: {warning: [DL3007], info: [DL3007]}", Severity.Warning)]
    [DataRow("override: {error: [DL3007]}\nignored: [DL3007]", Severity.Off)]
    [DataRow("override: {style: [DL3007]}", Severity.Info)]
    public void Of_conflicting_severities_the_worse_counts_and_ignored_beats_all(string yaml, Severity expected)
    {
        _scratch.Write(".hadolint.yaml", yaml);
        Assert.AreEqual(expected, Of(Load(), "DG1004"));
    }

    [TestMethod]
    public void Lists_of_file_and_environment_unite_and_the_files_single_values_win()
    {
        _environment["HADOLINT_IGNORE"] = "DL3020";
        _environment["HADOLINT_OVERRIDE_ERROR"] = "DL3000";
        _environment["HADOLINT_TRUSTED_REGISTRIES"] = "a.co,b.co";
        _environment["HADOLINT_FAILURE_THRESHOLD"] = "none";
        _scratch.Write(
            ".hadolint.yaml",
            "ignored: [DL3007]\noverride: {info: [DL3000]}\ntrustedRegistries: [c.co, a.co]\nfailure-threshold: "
                + "error\n");
        var result = Load();
        Assert.AreEqual(
            (Severity.Off, Severity.Off, Severity.Error),
            (Of(result, "DG1004"), Of(result, "DG5001"), Of(result, "DG5003")));
        Assert.AreEqual("c.co a.co b.co", string.Join(" ", result.Policy!.Settings.Registries.Trusted));
    }

    [TestMethod]
    [DataRow("failure-threshold: error", Severity.Error, Severity.Warning, Severity.Info)]
    [DataRow("failure-threshold: warning", Severity.Error, Severity.Error, Severity.Info)]
    [DataRow("failure-threshold: info", Severity.Error, Severity.Error, Severity.Error)]
    [DataRow("failure-threshold: style", Severity.Error, Severity.Error, Severity.Error)]
    [DataRow("failure-threshold: none", Severity.Warning, Severity.Warning, Severity.Info)]
    [DataRow("no-fail: true", Severity.Warning, Severity.Warning, Severity.Info)]
    [DataRow("no-fail: true\nfailure-threshold: info", Severity.Warning, Severity.Warning, Severity.Info)]
    [DataRow("no-fail: false", Severity.Error, Severity.Warning, Severity.Info)]
    public void What_reaches_the_threshold_fails_and_nothing_else_does(
        string yaml, Severity error, Severity warning, Severity info)
    {
        _scratch.Write(".hadolint.yaml", yaml + "\noverride: {error: [DL3000], warning: [DL3007], info: [DL3020]}\n");
        var result = Load();
        Assert.AreEqual((error, warning, info), (Of(result, "DG5003"), Of(result, "DG1004"), Of(result, "DG5001")));
        Assert.AreEqual(warning, Of(result, "SC2154"), "a finding of ShellCheck nobody named");
        Assert.AreEqual(Severity.Error, Of(result, "DG1002"), "a rule hadolint does not have is none of its business");
        Assert.AreEqual(Severity.Error, Of(result, "DG0001"), "nor is a condition of the tool");
    }

    [TestMethod]
    public void A_style_finding_does_not_reach_the_threshold_info()
    {
        _scratch.Write(".hadolint.yaml", "failure-threshold: info\noverride: {style: [DL3007]}");
        Assert.AreEqual(Severity.Info, Of(Load(), "DG1004"));
    }

    [TestMethod]
    public void Codes_of_ShellCheck_are_kept_under_their_own_name()
    {
        _scratch.Write(
            ".hadolint.yaml", "ignored: [SC2086]\noverride: {warning: [SC2046]}\nfailure-threshold: warning");
        var settings = Load().Policy!.Settings;
        Assert.AreEqual("'ignored' in hadolint's configuration", settings.Overlay!.Ignored["SC2086"].Justification);
        Assert.AreEqual(Severity.Error, settings.Severities["SC2046"]);
    }

    /// <summary>A threshold decides what fails, not what is looked for.</summary>
    [TestMethod]
    public void A_rule_that_is_off_stays_off()
    {
        _scratch.Write(".hadolint.yaml", "failure-threshold: style");
        Assert.AreEqual(Severity.Off, Of(Load(Scratch.LoadText("profile: buildkit")), "DG1004"));
        Assert.AreEqual(Severity.Off, Of(Load(Scratch.LoadText("rules: {DG1004: off}")), "DG1004"));
    }

    private static Severity Of(PolicyLoadResult result, string rule)
    {
        Assert.IsEmpty(result.Diagnostics, string.Join("\n", result.Diagnostics));
        var settings = result.Policy!.Settings;
        return settings.Overlay?.Ignored.ContainsKey(rule) == true
            ? Severity.Off
            : settings.SeverityOf(RuleCatalog.Find(rule)!);
    }

    private PolicyLoadResult Load(
        Policy? policy = null, string dockerfileDirectory = "src/Web", string? explicitPath = null)
    {
        _scratch.Folder("src/Web").Folder(dockerfileDirectory);
        return HadolintLoader.Load(policy ?? Policy.Default, new HadolintRequest
        {
            ProjectFile = _scratch.At("src/Web/Web.csproj"),
            ProjectDirectory = _scratch.At("src/Web"),
            DockerfileDirectory = _scratch.At(dockerfileDirectory),
            ExplicitPath = explicitPath is null ? null : _scratch.At(explicitPath),
            Environment = _environment,
        });
    }
}
