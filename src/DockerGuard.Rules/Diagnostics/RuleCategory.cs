namespace DockerGuard.Rules.Diagnostics;

/// <summary>What a rule is about; the thousands digit of its id and the folder it lives in.</summary>
public enum RuleCategory
{
    /// <summary>DG0xxx: the tool itself: unreadable input, broken policy, stale suppressions.</summary>
    Tool,

    /// <summary>DG1xxx: base images and stages.</summary>
    Bases,

    /// <summary>DG2xxx: privileges and the running container.</summary>
    Privileges,

    /// <summary>DG3xxx: secrets and the build context.</summary>
    Secrets,

    /// <summary>DG4xxx: packages and downloads.</summary>
    Packages,

    /// <summary>DG5xxx: instructions and syntax.</summary>
    Instructions,

    /// <summary>DG6xxx: metadata.</summary>
    Metadata,

    /// <summary>DG7xxx: agreement of the image with the .NET project.</summary>
    Project,

    /// <summary>DG8xxx: the built image.</summary>
    BuiltImage,

    /// <summary>DG9xxx: supply chain.</summary>
    SupplyChain,
}
