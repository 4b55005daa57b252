namespace DockerGuard.Package.Tests.Support;

/// <summary>A diagnostic of the product as a binary log records it.</summary>
/// <param name="Severity">error, warning or message.</param>
public sealed record Finding(
    string Severity, string Code, string File, int Line, int Column, int EndLine, int EndColumn, string Message,
    string? Subcategory, string? Project)
{
    /// <summary>The file's name and the place in it, as MSBuild writes them.</summary>
    public string Place => $"{System.IO.Path.GetFileName(File)}({Line},{Column},{EndLine},{EndColumn})";

    public override string ToString() => $"{Place}: {Severity} {Code}: {Message}";
}
