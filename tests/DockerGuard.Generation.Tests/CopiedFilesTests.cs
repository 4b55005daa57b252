using System;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Images.Project;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

/// <summary>Which files come into the build, and which of what it makes into the image.</summary>
[TestClass]
public sealed class CopiedFilesTests
{
    [TestMethod]
    [DataRow("ProjectReference=/repo/src/Lib/Lib.csproj", "/repo", null)]
    [DataRow("Title=Web", "/repo", null)]
    [DataRow("Title=Web", "/repo/src/Web", null)]
    [DataRow("Item=/outside/A.cs", "/repo", null)]
    [DataRow("NuGetConfig=/repo/nuget.config", "/repo/src", null)]
    [DataRow("Title=Web", "/repo/other", "the project lies outside the folder /repo/other, which is named as its")]
    [DataRow(
        "Import=/repo/Directory.Build.props",
        "/repo/src",
        "the build reads Directory.Build.props, which lies outside the folder /repo/src, which is named as its build")]
    public void The_context_is_the_one_that_is_named(string property, string context, string? error)
    {
        var generated = Generate(
            App(Web, property), new GenerationOptions { Today = Today, ContextDirectory = context + "/" });
        if (error is not null)
        {
            StringAssert.StartsWith(generated.Error, error);
            return;
        }

        Assert.IsNull(generated.Error);
        Assert.AreEqual(context, generated.ContextDirectory);
        StringAssert.Contains(
            generated.Dockerfile, $"COPY [\"{"/repo/src/Web/Web.csproj"[(context.Length + 1)..]}\", ");
    }

    [TestMethod]
    [DataRow(
        "Marker=/repo/.gitignore",
        "# Looked for by the build, which reads nothing of it.\nRUN touch .gitignore\n")]
    [DataRow(
        "Marker=/repo/.git/HEAD;/repo/global.json",
        "RUN mkdir -p .git && echo 'ref: refs/heads/main' > .git/HEAD \\\n && echo '{}' > global.json\nRUN --mount")]
    [DataRow(
        "Marker=/repo/All.slnx",
        "COPY [\"All.slnx\", \"./\"]\nCOPY [\"src/Web/Web.csproj\", \"src/Web/\"]\nRUN --m")]
    public void What_is_looked_for_is_there_before_restore(string property, string expected)
    {
        var generated = Generate(App(Web, property, "GlobalJson=/repo/global.json"));
        Assert.AreEqual("/repo", generated.ContextDirectory);
        StringAssert.Contains(generated.Dockerfile, expected);
        Assert.DoesNotContain("\n!", generated.IgnoreFile);
    }

    [TestMethod]
    public void All_of_the_context_is_copied_after_restore_on_demand()
    {
        var generated = Generate(
            App(Web, "ProjectReference=/repo/src/Lib/Lib.csproj"),
            new GenerationOptions { Today = Today, CopiesAll = true });
        var text = generated.Dockerfile;
        StringAssert.Contains(
            text,
            "# All of the folder, for DockerGuardCopySources is all.\nCOPY [\".\", \"./\"]\n"
                + "# Say which commit it is of: --build-arg REVISION=$(git rev-parse HEAD).\nARG REVISION\n"
                + "ARG VERSION\nRUN dotnet publish");
        StringAssert.Contains(text, "COPY [\"src/Lib/Lib.csproj\", \"src/Lib/\"]\n");
        StringAssert.EndsWith(
            generated.Reason, "; all of the build context is copied, for DockerGuardCopySources is all");
    }

    [TestMethod]
    [DataRow("sh", "sh make.sh", "target Make of Web.csproj runs sh, which may read anything")]
    [DataRow("python3", "python3 make.py", "target Make of Web.csproj runs python3, which may read anything")]
    [DataRow("dotnet", "dotnet run --project ../A", "target Make of Web.csproj runs dotnet, which may read anything")]
    [DataRow("dotnet", "dotnet bin/Maker.dll", "target Make of Web.csproj runs dotnet, which may read anything")]
    [DataRow(
        "$(Manager)", "$(Manager) install",
        "target Make of Web.csproj runs '$(Manager) install', a program of which only the running build knows, which "
            + "may read anything")]
    [DataRow("dotnet", "dotnet tool restore", null)]
    [DataRow("npm", "npm ci", null)]
    [DataRow("mkdir", "mkdir -p x", null)]
    public void All_of_the_repository_is_copied_where_a_program_may_read_anything(
        string program, string command, string? reason)
    {
        var facts = App(Web);
        var reading = Reading(facts);
        var call = new ProgramCall(program, command, "Make", "/repo/src/Web/Web.csproj", "/repo/src/Web");
        var build = reading with { Projects = [reading.Project with { Programs = [call] }] };
        var generated = DockerfileGenerator.Generate(facts, build, new GenerationOptions { Today = Today });
        Assert.AreEqual(reason is null ? "/repo/src/Web" : "/repo", generated.ContextDirectory);
        StringAssert.Contains(generated.Dockerfile, "COPY [\".\", \"./\"]");
        if (reason is not null) StringAssert.Contains(generated.Dockerfile, $"# All of the folder, for {reason}.\n");
        Assert.AreEqual(
            reason is not null, generated.Reason.Contains("copied, for " + reason, StringComparison.Ordinal));
    }

    [TestMethod]
    public void All_is_copied_where_a_project_cannot_be_evaluated()
    {
        var facts = App(Web);
        var reading = Reading(facts);
        var broken = new ProjectInputs("/repo/src/Spa/Spa.esproj") { Problem = "no SDK" };
        var generated = DockerfileGenerator.Generate(
            facts,
            reading with { Projects = [reading.Project, broken] },
            new GenerationOptions { Today = Today });
        StringAssert.EndsWith(
            generated.Reason, "; all of the build context is copied, for MSBuild cannot evaluate Spa.esproj here");
    }

    [TestMethod]
    public void What_a_project_ships_of_its_own_folder_is_never_ignored()
    {
        var ignored = IgnoreFile.Parse(Generate(App(
            Web,
            "ProjectReference=/repo/src/Lib/Lib.csproj",
            "OwnFile=/repo/src/Web/certs/ca.pfx;/repo/src/Web/Templates/Dockerfile.txt;/repo/src/Lib/Data/bin/a.cs",
            "WebRoot=/repo/src/Web/wwwroot",
            "OutputFolder=/repo/out")).IgnoreFile);
        foreach (var path in new[]
        {
            "src/Web/certs/ca.pfx", "src/Web/Templates/Dockerfile.txt", "src/Lib/Data/bin/a.cs",
            "src/Lib/Data/bin/new.cs", "src/Web/wwwroot/lib/x/bin/y.js", "src/Web/wwwroot/lib/x/secrets.json",
            "src/Web/wwwroot/site.css",
        })
        {
            Assert.IsFalse(ignored.IsIgnored(path), path);
        }

        foreach (var path in new[]
        {
            "src/Web/certs/other.pfx", "src/Web/Dockerfile", "src/Lib/bin/a.dll", "src/Web/obj/project.assets.json",
            "out/Web/Web.dll",
        })
        {
            Assert.IsTrue(ignored.IsIgnored(path), path);
        }
    }

    [TestMethod]
    [DataRow("Swashbuckle.AspNetCore", false)]
    [DataRow("NSwag.AspNetCore", false)]
    [DataRow("Serilog", true)]
    public void Documentation_stays_out_unless_the_application_reads_it(string package, bool isLeftOut)
    {
        var text = Generate(App(
            Web, "ProjectReference=/repo/src/Lib/Lib.csproj", "PackageReference=" + package)).Dockerfile;
        Assert.AreEqual(isLeftOut, text.Contains("-p:PublishDocumentationFiles=false", StringComparison.Ordinal));
        Assert.DoesNotContain("PublishDocumentationFiles", Generate(App(Web)).Dockerfile);
    }

    [TestMethod]
    public void A_single_file_that_unpacks_itself_has_a_place_for_it()
    {
        var all = Generate(App("PublishSingleFile=true", "IncludeAllContentForSelfExtract=true")).Dockerfile;
        StringAssert.Contains(all, "ENV DOTNET_BUNDLE_EXTRACT_BASE_DIR=/extract\n");
        StringAssert.Contains(all, "COPY --from=build --chown=1654:1654 /extract /extract\n");
        // Native libraries alone need not be packed at all.
        var native = Generate(App("PublishSingleFile=true", "IncludeNativeLibrariesForSelfExtract=true")).Dockerfile;
        StringAssert.Contains(native, " -p:IncludeNativeLibrariesForSelfExtract=false ");
        Assert.DoesNotContain("EXTRACT_BASE_DIR", native);
        Assert.DoesNotContain(
            "SelfExtract", Generate(App("IncludeNativeLibrariesForSelfExtract=true")).Dockerfile);
    }
}
