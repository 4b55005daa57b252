using System.Collections.Generic;

namespace DockerGuard.Rules.Diagnostics;

/// <summary>
/// Conditions of the tool itself: bad input, broken configuration, an environment that does not answer.
/// </summary>
public static class ToolDiagnostics
{
    public static RuleDescriptor ParseError { get; } = new(
        "DG0001ParseError", "the Dockerfile does not parse", Severity.Error);

    public static RuleDescriptor UnreadableDockerfile { get; } = new(
        "DG0002UnreadableDockerfile", "the Dockerfile cannot be read", Severity.Error);

    public static RuleDescriptor InvalidPolicy { get; } = new(
        "DG0003InvalidPolicy", "the policy is invalid", Severity.Error);

    public static RuleDescriptor RuleFailed { get; } = new("DG0004RuleFailed", "a rule failed", Severity.Warning)
    {
        IsAlwaysTold = true,
    };

    public static RuleDescriptor UnusedSuppression { get; } = new(
        "DG0005UnusedSuppression", "a suppression silences nothing", Severity.Warning);

    public static RuleDescriptor InvalidSuppression { get; } = new(
        "DG0006InvalidSuppression", "a suppression is malformed", Severity.Warning);

    public static RuleDescriptor WaiverExpired { get; } = new(
        "DG0007WaiverExpired", "a waiver has expired", Severity.Error);

    public static RuleDescriptor WaiverExpiresSoon { get; } = new(
        "DG0008WaiverExpiresSoon", "a waiver expires soon", Severity.Warning);

    public static RuleDescriptor RegistryUnavailable { get; } = new(
        "DG0009RegistryUnavailable", "the base image cannot be read from its registry", Severity.Error);

    public static RuleDescriptor HandWrittenFile { get; } = new(
        "DG0010HandWrittenFile", "a hand-written file is in the way of generation", Severity.Error);

    public static RuleDescriptor CannotWrite { get; } = new(
        "DG0011CannotWrite", "a file cannot be written", Severity.Error);

    public static RuleDescriptor NoSuitableBase { get; } = new(
        "DG0012NoSuitableBase", "no base image runs this app", Severity.Error);

    public static RuleDescriptor UnsupportedMSBuild { get; } = new(
        "DG0013UnsupportedMSBuild", "this MSBuild cannot check a container publish", Severity.Error);

    public static RuleDescriptor InvalidProperty { get; } = new(
        "DG0014InvalidProperty", "a DockerGuard property has a bad value", Severity.Error);

    public static RuleDescriptor UnexpectedFailure { get; } = new(
        "DG0015UnexpectedFailure", "DockerGuard itself failed", Severity.Error);

    public static RuleDescriptor ShellCheckUnavailable { get; } = new(
        "DG0016ShellCheckUnavailable", "ShellCheck did not check the RUN scripts", Severity.Info);

    public static RuleDescriptor InvalidHadolintConfig { get; } = new(
        "DG0017InvalidHadolintConfig", "hadolint's configuration is invalid", Severity.Error);

    public static RuleDescriptor InvalidBaseline { get; } = new(
        "DG0018InvalidBaseline", "the baseline is invalid", Severity.Error);

    public static RuleDescriptor AnotherDay { get; } = new(
        "DG0019AnotherDay", "the build is judged by another day", Severity.Warning)
    {
        IsAlwaysTold = true,
    };

    public static RuleDescriptor UncheckedPart { get; } = new(
        "DG0020UncheckedPart", "a part of the Dockerfile is not checked", Severity.Error);

    public static RuleDescriptor OutdatedFile { get; } = new(
        "DG0021OutdatedFile", "a generated Dockerfile is out of date", Severity.Warning);

    public static RuleDescriptor OutsideRepository { get; } = new(
        "DG0022OutsideRepository", "a build reads what lies outside the repository", Severity.Error);

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<RuleDescriptor> All { get; } =
    [
        ParseError, UnreadableDockerfile, InvalidPolicy, RuleFailed, UnusedSuppression, InvalidSuppression,
        WaiverExpired,
        WaiverExpiresSoon, RegistryUnavailable, HandWrittenFile, CannotWrite, NoSuitableBase, UnsupportedMSBuild,
        InvalidProperty,
        UnexpectedFailure, ShellCheckUnavailable, InvalidHadolintConfig, InvalidBaseline,
        AnotherDay, UncheckedPart, OutdatedFile, OutsideRepository,
    ];
}
