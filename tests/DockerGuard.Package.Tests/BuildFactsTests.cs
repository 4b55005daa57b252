using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

/// <summary>What MSBuild is asked about the image build of a project, and when it is asked again.</summary>
[TestClass]
public sealed class BuildFactsTests
{
    private const string Evaluated = "projects as the image build does";

    [TestMethod]
    public async Task Every_kind_of_input_is_known_and_kept_until_something_changes()
    {
        var layout = SolutionLayout.Read(RepositoryRoot.File(UserProject.Layouts, "Facts", "every-kind.txt"));
        using var folder = await layout.WriteToAsync(await UserProject.EmptyAsync());
        // The SPA's SDK is not to be had, and restore must not try; the package's files are all it has to bring.
        string[] generate = ["build", layout.Project, "-t:DockerGuardGenerate", "-p:RestoreRecursive=false"];
        var first = (await folder.RunAsync(generate)).EnsureSuccess();
        Assert.IsTrue(first.Messages.Any(message => message.Contains(Evaluated, StringComparison.Ordinal)));

        var facts = Facts(folder);
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(StateIn(folder)));
        var next = Array.FindIndex(facts, 1, IsProject);
        Assert.AreEqual(OfProject, Text(facts[..next]));
        Assert.AreEqual(OfOthers, Text(facts[next..].Where(line => !Everywhere.Any(line.EndsWith))));

        var second = (await folder.RunAsync([.. generate, "--no-restore"])).EnsureSuccess();
        Assert.IsFalse(second.Messages.Any(message => message.Contains(Evaluated, StringComparison.Ordinal)));

        folder.Write(
            "src/Directory.Build.props", """<Project><Import Project="../Directory.Build.props" /></Project>""");
        var third = (await folder.RunAsync([.. generate, "--no-restore"])).EnsureSuccess();
        Assert.IsTrue(third.Messages.Any(message => message.Contains(Evaluated, StringComparison.Ordinal)));
    }

    /// <summary>What every project finds above itself, here.</summary>
    private static readonly string[] Everywhere =
    [
        "Import Directory.Build.props Directory.Build.props", "Versions.props Directory.Build.props",
        "Local.props eng/Versions.props", "version.txt Version eng/Versions.props",
        "property MSBuildThisFileDirectory",
        "Directory.Packages.props", "Directory.Build.targets", "global.json", ".rsp", "Directory.Solution.props",
        "dotnet-tools.json", "NuGetConfig nuget.config nuget.config", "PackageFolder feed", "cleared",
    ];

    private const string OfProject = """
        project src/Web/Web.csproj
        input Import Directory.Build.props Directory.Build.props
        input Import eng/Versions.props Versions.props Directory.Build.props
        input Text eng/version.txt Version eng/Versions.props
        input OptionalImport eng/Local.props Local.props eng/Versions.props
        input Import Directory.Packages.props Directory.Packages.props
        input Import Directory.Build.targets Directory.Build.targets
        input ItemFolder src/Shared/Deep Compile
        input Task eng/tools/Tasks.dll X
        input PackItem README.md None
        input CopiedItem eng/settings.txt None
        input Item src/Shared/Linked.cs Compile
        input Item src/Shared/Deep/One.cs Compile
        input Item src/Shared.resx EmbeddedResource
        input Item src/extra.txt AdditionalFiles
        input Item eng/maybe.txt Content
        input Item eng/protos/greet.proto Protobuf
        input ItemFolder eng/protos Protobuf
        input Item lib/Old.dll Reference.HintPath
        input AnalyzerConfig .editorconfig EditorConfigFiles
        input AnalyzerConfig src/.globalconfig EditorConfigFiles
        input Property eng/app.ico ApplicationIcon
        input GlobalJson global.json global.json
        input ResponseFile Directory.Build.rsp Directory.Build.rsp
        input ResponseFile eng/more.rsp more.rsp
        input SolutionImport Directory.Solution.props Directory.Solution.props
        input ToolManifest .config/dotnet-tools.json dotnet-tools.json
        input NuGetConfig nuget.config nuget.config
        input PackageFolder feed
        input LockFile src/Web/packages.lock.json packages.lock.json
        input VersionFile version.json Nerdbank.GitVersioning
        input VersionFile GitInfo.txt GitInfo
        input Script eng/run.sh BuildSpa
        input TaskFile eng/copied.txt BuildSpa
        reference src/Lib/Lib.csproj no yes
        reference src/Generator/Generator.csproj yes no
        reference src/Spa/Spa.esproj no no
        reference eng/Make.proj no no
        program npm cd . && npm run build BuildSpa src/Web/Web.csproj src/Web/client Unsure
        program dotnet dotnet tool restore; sh ../../eng/run.sh BuildSpa src/Web/Web.csproj src/Web Publish
        program sh dotnet tool restore; sh ../../eng/run.sh BuildSpa src/Web/Web.csproj src/Web Publish
        program node node client.js Client src/Web/Web.csproj src/Web Build NoClient;WithClient
        program $(Manager) $(Manager) install --token *** Client src/Web/Web.csproj src/Web Build NoClient;WithClient
        program node node may.js Client src/Web/Web.csproj src/Web Unsure NoClient;WithClient
        program run.sh ../../eng/run.sh --fast && ../../eng/run.sh Client src/Web/Web.csproj src/Web Build NoClient;WithClient
        program sh sh ../../eng/run.sh || true Client src/Web/Web.csproj src/Web Unsure NoClient;WithClient
        program node node machine.js OfMachine src/Web/Web.csproj src/Web Unsure OS
        program npm npm ci InstallSpa src/Web/Web.csproj src/Web/client Publish
        target-file eng/copied.txt BuildSpa Publish
        target-script eng/run.sh Client Build NoClient;WithClient
        unknown $(Found)/more.txt BuildSpa src/Web/Web.csproj
        node src/Web/client
        node src/Web
        property Configuration
        property MSBuildThisFileDirectory
        property _IsPublishing
        cleared
        """;

    private const string OfOthers = """
        project eng/Make.proj
        project src/Generator/Generator.csproj
        input ItemFolder docs None
        input PackItem README.md None
        input PackItem docs/more.md None
        input Marker .gitignore .gitignore
        input Marker README.md README.md
        target-file README.md Pack Build GeneratePackageOnBuild;IsPackable
        locked
        packs
        project src/Inner/Inner.csproj
        project src/Lib/Lib.csproj
        input Import src/Lib/Directory.Build.props Directory.Build.props
        input Import Directory.Build.props Directory.Build.props src/Lib/Directory.Build.props
        optional-input Item src/Shared/Linked.cs Compile
        input Item src/Shared.resx EmbeddedResource
        input AnalyzerConfig .editorconfig EditorConfigFiles
        input AnalyzerConfig src/.globalconfig EditorConfigFiles
        optional-input Property eng/app.ico ApplicationIcon
        input DefaultNuGetConfig src/Lib/nuget.config nuget.config
        optional-reference src/Inner/Inner.csproj no yes
        property Flavor
        property NoInner
        project src/Spa/Spa.esproj
        problem The SDK 'No.Such.Sdk/1.0.0' specified could not be found.
        node src/Spa
        """;

    private static bool IsProject(string line) => line.StartsWith("project ", StringComparison.Ordinal);

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines);

    // The response file gives a property, and so the facts are kept beside those that lint asks for.
    private static string StateIn(ProjectFolder folder) => Directory.EnumerateFiles(
        folder["src/Web/obj"], "dockerguard.buildfacts.given.txt", SearchOption.AllDirectories).Single();

    private static string[] Facts(ProjectFolder folder)
    {
        var root = folder.Path + Path.DirectorySeparatorChar;
        return
        [
            .. File.ReadLines(StateIn(folder))
                .SkipWhile(line => line != "facts")
                .SkipWhile(line => !IsProject(line.Replace('\t', ' ')))
                .Select(line => line.Replace(root, "", StringComparison.Ordinal).Replace('\t', ' ').Trim()),
        ];
    }
}
