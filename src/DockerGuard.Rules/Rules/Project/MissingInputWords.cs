using DockerGuard.Images.Builds;
using DockerGuard.Oci.Text;

namespace DockerGuard.Rules;

/// <summary>How a file that a build misses is told of.</summary>
internal static class MissingInputWords
{
    /// <summary>The file, who reads it, and why it is not there.</summary>
    public static string Of(MissingInput input) => $"{Sentence.Quote(input.Path)} {CauseOf(input)}, and {input.Why}";

    private static string CauseOf(MissingInput input) => input.Cause switch
    {
        MissingCause.Ignored => "is kept out of the build by the ignore file",
        MissingCause.Outside => "lies outside the build context",
        _ => "is not copied",
    };
}
