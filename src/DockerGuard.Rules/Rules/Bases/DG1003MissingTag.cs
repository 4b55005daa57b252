using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// An image is named without tag or digest, so it means <c>latest</c>. Source: hadolint DL3006, Trivy DS-0001.
/// </summary>
public sealed class DG1003MissingTag : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG1003MissingTag", "image without a tag", Severity.Warning, strict: Severity.Error)
    {
        Aliases =
        [
            new("hadolint", "DL3006"), new("trivy", "DS-0001"), new("checkov", "CKV_DOCKER_7"),
            new("kics", "9efb0b2d-89c9-41a3-91ca-dcc0aec911fd"),
        ],
    };

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var used in image.UsedImages)
        {
            var hasNone = used.HasUnresolvedVariable
                ? LacksTagWhateverTheVariable(used.Written)
                : used.Reference is { Tag: null, Digest: null };
            // A stage's name with a slip in it is DG1012's finding.
            if (hasNone && used.StageMeant is null) context.Report(used.Origin, Message(used.Written));
        }
    }

    internal static string Message(string name) => $"image '{name}' has no tag, so every build may get another one";

    /// <summary>
    /// True for <c>${REGISTRY}/dotnet/sdk</c>: the variable is not in the last part of the name, and a tag stands
    /// nowhere else.
    /// </summary>
    private static bool LacksTagWhateverTheVariable(string name)
    {
        var last = name.Substring(name.LastIndexOf('/') + 1);
        return last.Length < name.Length && last.IndexOfAny(['$', '{', '}', ':', '@']) < 0;
    }
}
