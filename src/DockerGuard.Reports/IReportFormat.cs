namespace DockerGuard.Reports;

/// <summary>A way to write a report. The same report gives the same text on any machine.</summary>
public interface IReportFormat
{
    /// <summary>What people call it, such as <c>sarif</c>.</summary>
    string Name { get; }

    /// <summary>The ending of its files, with the dot.</summary>
    string Extension { get; }

    /// <summary>The text of a file.</summary>
    string Write(CheckReport report);
}
