using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules.Shapes;

/// <summary>A rule that needs the whole Dockerfile.</summary>
public abstract class FileRule : Rule
{
    /// <summary>Reports what is wrong with the file.</summary>
    public abstract void Check(Dockerfile file, FileContext context);
}
