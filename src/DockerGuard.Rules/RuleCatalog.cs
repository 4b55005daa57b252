using System.Collections.Generic;
using System.Linq;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>Every rule, one sorted line each: the table of contents of this room.</summary>
public static class RuleCatalog
{
    /// <summary>
    /// The rules in the order of their ids. Retired ids stay below as comments and are never used again.
    /// </summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new DG1001UntrustedRegistry(),
        new DG1002SdkInFinalStage(),
        new DG1003MissingTag(),
        new DG1004LatestTag(),
        new DG1005EndOfLifeDotNet(),
        new DG1006UndefinedArgInFrom(),
        new DG1007InvalidDefaultArgInFrom(),
        new DG1008ConstantPlatform(),
        new DG1009RedundantTargetPlatform(),
        new DG1010InvalidBaseImagePlatform(),
        new DG1011ReservedStageName(),
        new DG1012UnknownCopySource(),
        new DG1013CopyFromOwnStage(),
        new DG1014WholeFileSystemCopied(),
        new DG1015MissingSdk(),
        new DG1016MissingCommand(),
        new DG2001RootUser(),
        new DG2002PrivilegedPort(),
        new DG2003DevelopmentEnvironment(),
        new DG2004Sudo(),
        new DG2005HugeUserId(),
        new DG2006MissingHealthcheck(),
        new DG2007NonNumericUser(),
        new DG2008FailingHealthcheck(),
        new DG3001SecretInArgOrEnv(),
        new DG3002SecretInImageEnvironment(),
        new DG3003CopiedIgnoredFile(),
        new DG4001UnpinnedAptPackage(),
        new DG4002AptListsLeft(),
        new DG4003AptInstallWithoutYes(),
        new DG4004AptRecommendedPackages(),
        new DG4005AptInsteadOfAptGet(),
        new DG4006UnpinnedApkPackage(),
        new DG4007ApkCacheLeft(),
        new DG4008YumInstallWithoutYes(),
        new DG4009YumCacheLeft(),
        new DG4010UnpinnedYumPackage(),
        new DG4011DnfInstallWithoutYes(),
        new DG4012DnfCacheLeft(),
        new DG4013UnpinnedDnfPackage(),
        new DG4014ZypperWithoutNonInteractive(),
        new DG4015ZypperDistUpgrade(),
        new DG4016ZypperCacheLeft(),
        new DG4017UnpinnedZypperPackage(),
        new DG4018UnpinnedPipPackage(),
        new DG4019PipCacheLeft(),
        new DG4020UnpinnedNpmPackage(),
        new DG4021UnpinnedGem(),
        new DG4022UnpinnedGoPackage(),
        new DG4023YarnCacheLeft(),
        new DG4024WgetProgress(),
        new DG4025WgetAndCurl(),
        new DG5001AddInsteadOfCopy(),
        new DG5002ShellFormEntrypoint(),
        new DG5003RelativeWorkdir(),
        new DG5004DuplicateStageName(),
        new DG5005StageNameCasing(),
        new DG5006FromAsCasing(),
        new DG5007EmptyContinuationLine(),
        new DG5008InconsistentInstructionCasing(),
        new DG5009MaintainerInstruction(),
        new DG5010UndefinedVariable(),
        new DG5011RepeatedCmd(),
        new DG5012RepeatedEntrypoint(),
        new DG5013RepeatedHealthcheck(),
        new DG5014LegacyKeyValueFormat(),
        new DG5015ExposeProtocolCasing(),
        new DG5016ExposeHostPort(),
        new DG5017HostCommand(),
        new DG5018CdInsteadOfWorkdir(),
        new DG5019ConsecutiveRuns(),
        new DG5020ShellReplacedByLink(),
        new DG5021PipeWithoutPipefail(),
        new DG5023CopiedArchiveUnpacked(),
        new DG5024PortOutOfRange(),
        new DG5025CopyDestinationNotFolder(),
        new DG5026ForbiddenOnbuildInstruction(),
        new DG5027SelfReferencingEnv(),
        new DG5028RelativeCopyDestination(),
        new DG5029InstructionBeforeFrom(),
        new DG5031IgnoreComment(),
        new DG5032ShellCheckFinding(),
        new DG5033MissingCopySource(),
        new DG6001MissingRequiredLabel(),
        new DG6002LatestImageTag(),
        new DG6003MismatchedDescriptionComment(),
        new DG6004InvalidLabelKey(),
        new DG6005UnlistedLabel(),
        new DG6006EmptyLabel(),
        new DG6007LabelNotUrl(),
        new DG6008LabelNotRfc3339(),
        new DG6009LabelNotSpdx(),
        new DG6010LabelNotGitHash(),
        new DG6011LabelNotSemVer(),
        new DG6012LabelNotEmail(),
        new DG7004TargetFrameworkMismatch(),
        new DG7005MissingFramework(),
        new DG7006MissingIcu(),
        new DG7007LibcMismatch(),
        new DG7008StartOfMissingFile(),
        new DG7009CopyOfMissingOutput(),
        new DG7010MissingBuildInput(),
        new DG7011MissingRestoreInput(),
        new DG7012MissingBuildSetting(),
        new DG7013MissingAnalyzerSetting(),
        new DG7014RefusedSdk(),
        new DG7015MissingProgram(),
        new DG7016MissingHistory(),
        new DG7017UnlockedRestore(),
        new DG7018RefusedLockFile(),
        new DG7019MissingProject(),
        new DG7020SkippedStep(),
    ];

    /// <summary>The tools whose findings are passed on.</summary>
    public static IReadOnlyList<ForeignTool> ForeignTools { get; } =
    [
        .. Rules.OfType<ForeignRule>().Select(rule => rule.Tool),
    ];

    /// <summary>The conditions of the tool and the rules, in the order of their ids.</summary>
    public static IReadOnlyList<RuleDescriptor> Descriptors { get; } =
        [.. ToolDiagnostics.All, .. Rules.Select(rule => rule.Descriptor)];

    /// <summary>Every way to name one of them.</summary>
    public static RuleIndex Names { get; } = new(Descriptors, ForeignTools);

    /// <summary>
    /// The rule with this id, name or alias, in any case; null when there is none. A foreign tool's code, such as
    /// <c>SC2086</c>, is a part of its family.
    /// </summary>
    public static RuleDescriptor? Find(string idOrAlias) => Names.Find(idOrAlias);

    /// <summary>All rules with this id, name or alias: a peer's rule may be several of ours.</summary>
    public static IReadOnlyList<RuleDescriptor> FindAll(string idOrAlias) => Names.FindAll(idOrAlias);
}
