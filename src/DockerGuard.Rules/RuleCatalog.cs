using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Rules;

/// <summary>Every rule, one sorted line each: the table of contents of this room.</summary>
public static class RuleCatalog
{
    /// <summary>The rules in the order of their ids. Retired ids stay below as comments and are never used again.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
    [
        new DG1001UntrustedRegistry(),
        new DG1002SdkInFinalStage(),
        new DG1003MissingTag(),
        new DG1004LatestTag(),
        new DG1005EndOfLifeDotNet(),
        new DG2001RootUser(),
        new DG2002PrivilegedPort(),
        new DG2003DevelopmentEnvironment(),
        new DG3001SecretInArgOrEnv(),
        new DG3002SecretInImageEnvironment(),
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
        new DG5001AddInsteadOfCopy(),
        new DG5002ShellFormEntrypoint(),
        new DG5003RelativeWorkdir(),
        new DG5004DuplicateStageName(),
        new DG6001MissingRequiredLabel(),
        new DG6002LatestImageTag(),
        new DG7004TargetFrameworkMismatch(),
        new DG7005MissingFramework(),
        new DG7006MissingIcu(),
        new DG7007LibcMismatch(),
    ];

    /// <summary>The conditions of the tool and the rules, in the order of their ids.</summary>
    public static IReadOnlyList<RuleDescriptor> Descriptors { get; } =
        [.. ToolDiagnostics.All, .. Rules.Select(rule => rule.Descriptor)];

    /// <summary>The rule with this id, name or alias, in any case; null when there is none.</summary>
    public static RuleDescriptor? Find(string idOrAlias) => Descriptors.FirstOrDefault(descriptor => descriptor.IsNamed(idOrAlias));

    /// <summary>All rules with this id, name or alias: a peer's rule may be several of ours.</summary>
    public static IReadOnlyList<RuleDescriptor> FindAll(string idOrAlias) =>
        [.. Descriptors.Where(descriptor => descriptor.IsNamed(idOrAlias))];
}
