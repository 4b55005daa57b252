using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>hadolint's rules, its view of a file and its way with comments. Source: hadolint 2.15.1.</summary>
internal static class HadolintRuleSet
{
    /// <summary>Made when the profile is first asked for.</summary>
    public static RuleSet Instance { get; } = new(Profiles.Hadolint, Borrowed.Replaced(Own))
    {
        View = new HadolintView(),
        Comments = new() { TellsOfIdle = false, DropsWhatHadolintDrops = true },
    };

    /// <summary>
    /// Where it answers otherwise than ours, by its ids: ours with other data, its own, and its reading of labels.
    /// The other rules are ours.
    /// </summary>
    private static IEnumerable<Rule> Own =>
    [
        new DG1011ReservedStageName(ignoresCase: false),
        new DG3001SecretInArgOrEnv(SecretWords.AreIn),
        new DG5004DuplicateStageName(StringComparer.Ordinal),
        new DG5017HostCommand(excusesUse: false),
        new DG5031IgnoreComment(onlyTool: "hadolint"),
        new OutsideOnBuild(new DG5024PortOutOfRange()),
        new DL3000RelativeWorkdir(),
        new DL3002RootUser(),
        new DL3003Cd(),
        new DL3006MissingTag(),
        new DL3007LatestTag(),
        new DL3008UnpinnedAptPackage(),
        new DL3009AptListsLeft(),
        new DL3010CopiedArchiveUnpacked(),
        new DL3013UnpinnedPipPackage(),
        new DL3014AptInstallWithoutYes(),
        new DL3015AptRecommendedPackages(),
        new DL3016UnpinnedNpmPackage(),
        new DL3018UnpinnedApkPackage(),
        new DL3019ApkCacheLeft(),
        new DL3020AddInsteadOfCopy(),
        new DL3021CopyDestinationNotFolder(),
        new DL3022UnknownCopySource(),
        new DL3023CopyFromOwnStage(),
        new DL3025ShellForm(),
        new DL3026UntrustedRegistry(),
        new DL3028UnpinnedGem(),
        new DL3029ConstantPlatform(),
        new DL3030RpmInstallWithoutYes(Borrowed.Descriptor<DG4008YumInstallWithoutYes>(), PackageManager.Yum),
        new DL3030RpmInstallWithoutYes(Borrowed.Descriptor<DG4011DnfInstallWithoutYes>(), HadolintPackages.Dnf),
        new DL3032YumCacheLeft(),
        new DL3033UnpinnedRpmPackage(Borrowed.Descriptor<DG4010UnpinnedYumPackage>(), PackageManager.Yum),
        new DL3033UnpinnedRpmPackage(Borrowed.Descriptor<DG4013UnpinnedDnfPackage>(), HadolintPackages.Dnf),
        new DL3034ZypperWithoutNonInteractive(),
        new DL3036ZypperCacheLeft(),
        new DL3037UnpinnedZypperPackage(),
        new DL3040DnfCacheLeft(),
        new DL3042PipCacheLeft(),
        new DL3044SelfReferencingEnv(),
        new DL3045RelativeCopyDestination(),
        new DL3046HugeUserId(),
        new DL3047WgetProgress(),
        new DL3049MissingRequiredLabel(),
        new DL3057MissingHealthcheck(),
        new DL3059ConsecutiveRuns(),
        new DL3060YarnCacheLeft(),
        new DL3062UnpinnedGoPackage(),
        new DL3065RedundantTargetPlatform(),
        new DL3066NonNumericUser(),
        new DL3067WholeFileSystemCopied(),
        new DL4003RepeatedInstruction(Borrowed.Descriptor<DG5011RepeatedCmd>(), InstructionKind.Cmd),
        new DL4003RepeatedInstruction(Borrowed.Descriptor<DG5012RepeatedEntrypoint>(), InstructionKind.Entrypoint),
        new DL4003RepeatedInstruction(Borrowed.Descriptor<DG5013RepeatedHealthcheck>(), InstructionKind.Healthcheck),
        new DL4005ShellReplacedByLink(),
        new DL4006PipeWithoutPipefail(),
        new ScriptFinding(),
        new WrittenLabels(
            Borrowed.Descriptor<DG6004InvalidLabelKey>(),
            static (labels, context) => DG6004InvalidLabelKey.Check(labels, context)),
        new WrittenLabels(Borrowed.Descriptor<DG6005UnlistedLabel>(), DG6005UnlistedLabel.Check),
        new WrittenLabels(Borrowed.Descriptor<DG6006EmptyLabel>(), DG6006EmptyLabel.Check),
        WrittenLabels.Of<DG6007LabelNotUrl>(DG6007LabelNotUrl.Form),
        WrittenLabels.Of<DG6008LabelNotRfc3339>(DG6008LabelNotRfc3339.Form),
        WrittenLabels.Of<DG6009LabelNotSpdx>(
            DG6009LabelNotSpdx.Form with { IsValid = id => SpdxList.Default.IsExactLicense(id) }),
        WrittenLabels.Of<DG6010LabelNotGitHash>(DG6010LabelNotGitHash.Form with { IsValid = IsGitHash }),
        WrittenLabels.Of<DG6011LabelNotSemVer>(DG6011LabelNotSemVer.Form),
        WrittenLabels.Of<DG6012LabelNotEmail>(DG6012LabelNotEmail.Form),
    ];

    /// <summary>The first seven digits of a commit or all forty, and no other number of them.</summary>
    private static bool IsGitHash(string text) => text.Length is 7 or 40 && LabelForms.IsGitHash(text);
}
