using DockerGuard.Images.Builds;
using DockerGuard.Images.Model;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The image starts a file that the build of the project does not make, or not there, so the container ends at once. No
/// peer sees the project.
/// </summary>
public sealed class DG7008StartOfMissingFile : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7008StartOfMissingFile", "the image starts a file that is not there", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        // What the base image starts is not the app's.
        if (image is { Entrypoint: null or { IsInherited: true }, Cmd: null or { IsInherited: true } }) return;
        if (image.App?.Start is { } start) context.Report(start.Origin, Message(start));
    }

    private static string Message(AppStart start)
    {
        var word = Sentence.Quote(start.Word);
        return start.Fault switch
        {
            StartFault.OtherPlace =>
                $"the image starts {Sentence.Quote(start.Path)}, and the app of {start.Command} is {start.Expected}",
            StartFault.NoAssembly =>
                $"dotnet is to start {word}, and {start.Command} makes one executable: start '{start.Expected}'",
            StartFault.NoExecutable =>
                $"the image starts {word}, and {start.Command} makes no executable: start 'dotnet {start.Expected}'",
            StartFault.AssemblyAsProgram => $"{word} is no program: start 'dotnet {start.Expected}'",
            StartFault.NoExtension =>
                $"'dotnet {start.Word}' is a command of the SDK: the assembly is '{start.Expected}'",
            _ => $"the image starts {word}, and {start.Command} makes '{start.Expected}'",
        };
    }
}
