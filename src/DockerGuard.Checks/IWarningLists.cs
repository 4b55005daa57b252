namespace DockerGuard.Checks;

/// <summary>What a build system makes of the warnings it is given, beside what the project itself says.</summary>
public interface IWarningLists
{
    /// <summary>True for a code whose warnings it makes errors.</summary>
    bool IsRaised(string code);

    /// <summary>True for a code whose warnings it shows nobody.</summary>
    bool IsHidden(string code);
}
