using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Evaluation;
using DockerGuard.Images.Project;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

/// <summary>Where a build runs Node.js, and what the folder says of it.</summary>
[TestClass]
public sealed class NodeFolderTests
{
    [TestMethod]
    [DataRow("npm run build", "client", "package.json={}", "client", null, null, "npm")]
    [DataRow("npm ci", "client", "package.json={};package-lock.json=", "client", "package-lock.json", null, "npm")]
    [DataRow("cd client && npx vite build", "", "package.json={}", "client", null, null, "npm")]
    [DataRow(
        "npm --prefix=client run x", "", """package.json={ "engines": { "node": ">=20" } }""", "client", null, ">=20",
        "npm")]
    [DataRow(
        "yarn build", "client", "package.json={};yarn.lock=;.nvmrc=\uFEFF lts/jod\n# why", "client", "yarn.lock",
        "lts/jod", "yarn")]
    [DataRow(
        "corepack pnpm i", "client", """package.json={ "packageManager": "pnpm@9.1.0" }""", "client", null, null,
        "pnpm")]
    [DataRow(
        "npm ci", "client", """package.json={ "scripts": { "postinstall": "node x.js" } };package-lock.json=""",
        "client", null, null, "npm")]
    [DataRow(
        "npm ci", "client", """package.json={ "workspaces": [ "a" ] };package-lock.json=""", "client", null, null,
        "npm")]
    [DataRow(
        "npm ci", "client", """package.json={ "dependencies": { "ui": "file:../lib" } };package-lock.json=""",
        "client", null, null, "npm")]
    [DataRow(
        "npm ci", "client", """package.json={ "dependencies": { "ui": "^1.2.0" } };package-lock.json=""", "client",
        "package-lock.json", null, "npm")]
    [DataRow("node words.js", "", ".node-version=22.1.0", "", null, null, null)]
    [DataRow("node x.js", "client", ".node-version=22.1.0;package.json={ broken", "client", null, "22.1.0", null)]
    public void It_is_told_by_what_lies_there(
        string command, string directory, string files, string path, string? lockFile, string? version, string? manager)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["client"]);
        foreach (var file in files.Split(';').Select(file => file.Split('=', 2)))
            File.WriteAllText(folder[Path.Combine("client", file[0])], file[1]);

        var found = Read(folder, "App.csproj", command, Full(folder, directory));

        Assert.AreEqual(new NodeFolder(Full(folder, path), lockFile, version, manager), found.Single());
    }

    [TestMethod]
    public void A_project_of_JavaScript_is_one()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["package.json"], "{}");

        var found = Read(folder, "client.esproj", "dotnet --info", folder.Path);

        Assert.AreEqual(new NodeFolder(Full(folder, ""), null, null, "npm"), found.Single());
    }

    [TestMethod]
    public void A_package_that_is_a_folder_is_an_input()
    {
        using var folder = new TemporaryFolder();
        folder.CreateFolder("lib/ui");
        folder.CreateFolder("src/client");
        File.WriteAllText(
            folder["src/client/package.json"], """{ "devDependencies": { "@own/ui": "file:../../lib/ui" } }""");
        var foreign = new ForeignFolders(Full(folder, ""));
        var inputs = new InputCollector(folder["src/App.csproj"], foreign, File.ReadAllBytes);
        inputs.Add(new ProgramCall("npm", "npm ci", "Client", folder["src/App.csproj"], folder["src/client"]));

        new NodeReader(inputs, foreign, new InputStamps()).Read(folder["src/App.csproj"]);

        Assert.AreEqual(
            new BuildInput(BuildInputKind.ItemFolder, folder["lib/ui"], "package.json"), inputs.Done.Inputs.Single());
    }

    [TestMethod]
    [DataRow("dotnet tool restore", "")]
    [DataRow("npm ci", "/elsewhere")]
    public void What_runs_none_of_the_repository_is_nowhere(string command, string directory)
    {
        using var folder = new TemporaryFolder();

        Assert.IsEmpty(Read(folder, "App.csproj", command, Full(folder, directory)));
    }

    private static IReadOnlyList<NodeFolder> Read(
        TemporaryFolder folder, string project, string command, string directory)
    {
        var foreign = new ForeignFolders(Full(folder, ""));
        var inputs = new InputCollector(folder[project], foreign, File.ReadAllBytes);
        inputs.Add(new ProgramCall(command.Split(' ')[0], command, "Client", folder[project], directory));
        if (command.Contains("npx", System.StringComparison.Ordinal))
            inputs.Add(new ProgramCall("npx", command, "Client", folder[project], directory));
        new NodeReader(inputs, foreign, new InputStamps()).Read(folder[project]);
        return inputs.Done.NodeFolders;
    }

    private static string Full(TemporaryFolder folder, string path) =>
        Path.Combine(folder.Path, path).TrimEnd(Path.DirectorySeparatorChar);
}
