namespace DockerGuard.Rules;

/// <summary>The turns of phrase that BuildKit's messages share.</summary>
internal static class BuildKitText
{
    /// <summary>A text between double quotes as Go writes it (<c>%q</c>); control characters do not occur in what is quoted here.</summary>
    public static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    /// <summary><c> (did you mean x?)</c>; empty when there is nothing to suggest.</summary>
    public static string DidYouMean(string? suggestion, string prefix = "") => suggestion is null ? "" : $" (did you mean {prefix}{suggestion}?)";
}
