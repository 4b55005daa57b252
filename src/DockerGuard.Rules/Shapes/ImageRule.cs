using DockerGuard.Images.Model;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Shapes;

/// <summary>A rule over the image that ships, whichever way it is made: it reports at the origin of the fact.</summary>
public abstract class ImageRule : Rule
{
    /// <summary>Reports what is wrong with the image.</summary>
    public abstract void Check(ImageModel image, RuleContext context);
}
