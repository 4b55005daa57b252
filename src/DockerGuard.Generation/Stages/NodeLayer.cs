using System.Linq;
using DockerGuard.Images.Project;

namespace DockerGuard.Generation.Stages;

/// <summary>Node.js in the build stage, and the packages that a lock file fixes.</summary>
internal static class NodeLayer
{
    /// <summary>What npm has fetched, for later builds.</summary>
    public const string Cache = "--mount=type=cache,target=/root/.npm";

    /// <summary>The last version that was published with an image of Node.js, which newer ones leave out.</summary>
    private const string Corepack = "corepack@0.34.0";

    private const string Modules = "/usr/local/lib/node_modules", Programs = "/usr/local/bin";

    public static void WriteTools(DockerfilePlan plan, DockerfileLines lines)
    {
        if (plan.Node is not { } node) return;
        lines.Add($"COPY --from=node [\"{Programs}/node\", \"{Programs}/\"]");
        lines.Add($"COPY --from=node [\"{Modules}/npm/\", \"{Modules}/npm/\"]");
        lines.Add($"RUN ln -s {Modules}/npm/bin/npm-cli.js {Programs}/npm \\");
        lines.Add($" && ln -s {Modules}/npm/bin/npx-cli.js {Programs}/npx"
            + (node.NeedsCorepack ? " \\" : ""));
        if (node.NeedsCorepack) lines.Add($" && npm install --global {Corepack} && corepack enable");
    }

    public static void WritePackages(DockerfilePlan plan, DockerfileLines lines)
    {
        foreach (var folder in plan.Node?.Folders ?? [])
        {
            if (NodeImage.InstallCommand(folder) is not { } command) continue;
            var files = new[] { "package.json", folder.LockFile! }.Select(name => new CopySource(In(folder, name)))
                .Append(new CopySource(In(folder, ".npmrc*"), IsPattern: true));
            lines.Add("COPY " + DockerfileText.CopyForm(files, DockerfileText.FolderPath(folder.Path)));
            lines.Add($"RUN {Cache} \\");
            lines.Add("    " + command);
        }
    }

    private static string In(NodeFolder folder, string name) =>
        folder.Path.Length == 0 ? name : folder.Path + "/" + name;
}
