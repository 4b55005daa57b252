using System;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using static DockerGuard.Generation.Tests.Projects;

namespace DockerGuard.Generation.Tests;

[TestClass]
public sealed class GeneratorTests
{
    private static StageEvaluation Final(GeneratedDockerfile generated)
    {
        Assert.IsNull(generated.Error);
        var file = Dockerfile.Parse(generated.Dockerfile);
        Assert.IsEmpty(file.Errors);
        var evaluation = BuildEvaluation.Evaluate(file, new BuildOptions());
        Assert.IsEmpty(evaluation.Errors);
        Assert.HasCount(3, evaluation.Stages);
        return evaluation.Final!;
    }

    [TestMethod]
    [DataRow("plain", "plain")]
    [DataRow("say \"hi\"", "say \"hi\"")]
    [DataRow("it's", "it's")]
    [DataRow("$HOME ${PATH} $$", "$HOME ${PATH} $$")]
    [DataRow("C:\\temp\\", "C:\\temp\\")]
    [DataRow("ends with \\", "ends with \\")]
    [DataRow("\\\" \\$ \\\\", "\\\" \\$ \\\\")]
    [DataRow("two\nlines\r\nUSER root", "two lines USER root")]
    [DataRow("tab\tand\0null", "tab and null")]
    [DataRow("next\u0085line\u2028separator", "next line separator")]
    [DataRow("# not a comment", "# not a comment")]
    [DataRow("<<EOF", "<<EOF")]
    [DataRow("`ticks` $(id) ; && ||", "`ticks` $(id) ; && ||")]
    [DataRow("ümlaut 漢字 🐳", "ümlaut 漢字 🐳")]
    [DataRow("k=v other=\"x\"", "k=v other=\"x\"")]
    public void Any_text_stays_the_value_of_its_label(string text, string expected)
    {
        var final = Final(Generate(App(Web, "Description=" + text, "Title=" + text, "PackageVersion=" + text)));
        foreach (var key in new[]
        {
            "org.opencontainers.image.description", "org.opencontainers.image.title",
            "org.opencontainers.image.version",
        })
        {
            Assert.AreEqual(expected, final.Labels.Single(label => label.Value.Key == key).Value.Value);
        }

        Assert.AreEqual("1654", final.User!.Value);
        CollectionAssert.AreEqual(new[] { "/app/Web" }, final.Entrypoint!.Value.ToArray());
    }

    [TestMethod]
    [DataRow("My App")]
    [DataRow("it's")]
    [DataRow("$HOME")]
    [DataRow("a\"b")]
    [DataRow("a\\b")]
    [DataRow("-option")]
    [DataRow("a;rm -rf x")]
    [DataRow("Ünïcode")]
    public void Any_name_reaches_copy_shell_and_entry_point_unchanged(string name)
    {
        var generated = Generate(App(
            $"MSBuildProjectFullPath=/repo/{name}/{name}.csproj",
            $"MSBuildProjectDirectory=/repo/{name}",
            "AssemblyName=" + name,
            "ProjectReference=/repo/Lib/Lib.csproj"));
        var final = Final(generated);
        CollectionAssert.AreEqual(new[] { "/app/" + name }, final.Entrypoint!.Value.ToArray());

        var file = Dockerfile.Parse(generated.Dockerfile);
        var build = BuildEvaluation.Evaluate(file, new BuildOptions()).Stages[1];
        var copied = build.Stage.Instructions.OfType<CopyInstruction>()
            .SelectMany(copy => copy.Sources.Append(copy.Destination!).Select(word => build.Expand(word.Value, copy)))
            .ToArray();
        Assert.Contains($"{name}/{name}.csproj", copied);
        Assert.Contains(name + "/", copied);

        var restore = build.Stage.Instructions.OfType<RunInstruction>().First().CommandText!;
        var quoted = name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? $"{(name[0] == '-' ? "./" : "")}{name}/{name}.csproj"
            : $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}/"
                + $"{name.Replace("'", "'\\''", StringComparison.Ordinal)}.csproj'";
        StringAssert.Contains(restore, "dotnet restore " + quoted + " -a");
    }

    [TestMethod]
    public void Wildcards_of_a_name_are_literal()
    {
        var generated = Generate(
            App("MSBuildProjectFullPath=/repo/src/[Web]/Web*.csproj", "MSBuildProjectDirectory=/repo/src/[Web]"));
        StringAssert.Contains(generated.Dockerfile, "COPY [\"Web[*].csproj\", \"./\"]");
    }

    [TestMethod]
    [DataRow("MSBuildProjectFullPath=/repo/a\nb/Web.csproj")]
    [DataRow("AssemblyName=a\nb")]
    [DataRow("ProjectReference=/repo/a\u0001b/Lib.csproj")]
    public void A_name_with_a_line_end_is_refused(string property)
    {
        var generated = Generate(App(property));
        StringAssert.Contains(generated.Error, "control character");
        Assert.AreEqual("", generated.Dockerfile);
    }

    [TestMethod]
    [DataRow("OutputType=Library", "the project builds a library, and only an application has an image of its own")]
    [DataRow("TargetFrameworkVersion=v7.0", "no image of .NET 7.0 is maintained")]
    [DataRow("RuntimeIdentifier=win-x64", "the project is built for win-x64, which no Linux image runs")]
    [DataRow(
        "PublishAot=true|RuntimeIdentifier=linux-arm",
        "no SDK image compiles native code for noble-chiseled-extra and linux-arm")]
    [DataRow(
        "ContainerFamily=nanoserver-ltsc2025|FrameworkReference=Microsoft.AspNetCore.App",
        "the base image mcr.microsoft.com/dotnet/aspnet:10.0-nanoserver-ltsc2025 is a Windows image")]
    [DataRow(
        "ProjectReference=/elsewhere/Lib/Lib.csproj",
        "the project references Lib.csproj, which lies outside the folder /repo")]
    [DataRow("TargetFrameworkVersion=|TargetFramework=", "the project targets")]
    public void Says_why_there_is_nothing(string properties, string error)
    {
        var generated = Generate(App(properties.Split('|')));
        StringAssert.StartsWith(generated.Error, error);
        Assert.AreEqual("", generated.Dockerfile);
        Assert.AreEqual("", generated.IgnoreFile);
    }

    [TestMethod]
    public void The_same_project_gives_the_same_text_on_every_machine()
    {
        var linux = Generate(
            App(Web, "ProjectReference=/repo/src/Lib/Lib.csproj", "Import=/repo/Directory.Build.props"));
        var windows = Generate(App(Web,
            @"MSBuildProjectFullPath=C:\Work\Repo\src\Web\Web.csproj",
            @"MSBuildProjectDirectory=C:\Work\Repo\src\Web",
            @"RepositoryRoot=c:\work\repo\",
            @"ProjectReference=C:\Work\Repo\src\Web\..\Lib\Lib.csproj",
            @"Import=C:\Work\Repo\Directory.Build.props"));
        Assert.AreEqual(linux.Dockerfile, windows.Dockerfile);
        Assert.AreEqual(linux.IgnoreFile, windows.IgnoreFile);
        Assert.AreEqual(
            linux.Dockerfile, Generate(App(
                "Import=/repo/Directory.Build.props",
                "ProjectReference=/repo/src/Lib/Lib.csproj",
                Web,
                "NETCoreSdkVersion=11.0.100")).Dockerfile);
    }

    [TestMethod]
    [DataRow("", "/repo/src/Web")]
    [DataRow("GlobalJson=/repo/global.json", "/repo/src/Web")]
    [DataRow("Import=/repo/src/Web/Directory.Build.props", "/repo/src/Web")]
    [DataRow("Import=/repo/Directory.Build.props", "/repo")]
    [DataRow("ProjectReference=/repo/Lib/Lib.csproj", "/repo")]
    [DataRow("ProjectReference=/repo/src/Web/Lib/Lib.csproj", "/repo/src/Web")]
    [DataRow(
        "RepositoryRoot=/repo/src/Web|ProjectReference=/repo/src/Lib/Lib.csproj|NuGetConfig=/home/nuget.config",
        "/repo/src")]
    public void The_context_is_the_smallest_folder_that_holds_the_build(string properties, string expected) =>
        Assert.AreEqual(
            expected, Generate(App(properties.Split('|', StringSplitOptions.RemoveEmptyEntries)
                .DefaultIfEmpty("Title=Web")
                .ToArray())).ContextDirectory);

    [TestMethod]
    [DataRow("AnalyzerConfig=/repo/.editorconfig", "/repo")]
    [DataRow("Item=/repo/SharedVersion.cs", "/repo")]
    [DataRow("PackItem=/repo/README.md", "/repo/src/Web")]
    [DataRow("SolutionImport=/repo/Directory.Solution.props", "/repo/src/Web")]
    [DataRow("ToolManifest=/repo/.config/dotnet-tools.json", "/repo/src/Web")]
    [DataRow("PackageFolder=/repo/feed", "/repo/src/Web")]
    [DataRow("RepositoryRoot=/repo/src/Web|AnalyzerConfig=/repo/.editorconfig", "/repo/src/Web")]
    [DataRow(
        "RepositoryRoot=/repo/src/Web|SolutionFolder=/repo|AnalyzerConfig=/repo/.editorconfig;/.editorconfig", "/repo")]
    [DataRow("RepositoryRoot=/repo/src/Web|Item=/repo/src/Shared/A.cs", "/repo/src")]
    public void The_context_holds_what_the_build_reads(string properties, string expected) =>
        Assert.AreEqual(expected, Generate(App(properties.Split('|'))).ContextDirectory);

    [TestMethod]
    public void What_lies_outside_the_projects_is_copied_when_it_is_read()
    {
        var text = Generate(App(
            "ProjectReference=/repo/src/Lib/Lib.csproj",
            "Import=/repo/Directory.Build.props;/repo/eng/Versions.props;/repo/src/Lib/Lib.props",
            "Text=/repo/version.txt",
            "ResponseFile=/repo/Directory.Build.rsp",
            "LockFile=/repo/src/Lib/packages.lock.json",
            "Item=/repo/SharedVersion.cs;/repo/src/Lib/Linked.cs;/repo/src/Shared/Deep/A.cs;/repo/eng/Versions.props",
            "ItemFolder=/repo/src/Shared",
            "Property=/repo/build/key.snk",
            "Script=/repo/build/make.sh",
            "Task=/repo/tools/Tasks.dll",
            "AnalyzerConfig=/repo/.editorconfig;/repo/src/.editorconfig",
            "PackageFolder=/repo/feed",
            "PackItem=/repo/README.md",
            "SolutionImport=/repo/Directory.Solution.props",
            "ToolManifest=/repo/.config/dotnet-tools.json")).Dockerfile;

        var copies = text[text.IndexOf("WORKDIR /src", StringComparison.Ordinal)..]
            .Split('\n')
            .Where(line => line.StartsWith("COPY [", StringComparison.Ordinal)
                || line.StartsWith("    dotnet restore", StringComparison.Ordinal))
            .Select(line => line.Replace(" -a $TARGETARCH", ""));
        CollectionAssert.AreEqual(
            new[]
            {
                """COPY ["Directory.Build.props", "Directory.Build.rsp", "version.txt", "./"]""",
                """COPY ["eng/Versions.props", "eng/"]""",
                """COPY ["src/Lib/Lib.csproj", "src/Lib/Lib.props", "src/Lib/packages.lock.json", "src/Lib/"]""",
                """COPY ["src/Web/Web.csproj", "src/Web/"]""",
                """COPY ["feed/", "feed/"]""",
                "    dotnet restore src/Web/Web.csproj",
                """COPY [".editorconfig*", ".globalconfig*", "./"]""",
                """COPY ["SharedVersion.cs", "./"]""",
                """COPY ["build/key.snk", "build/make.sh", "build/"]""",
                """COPY ["src/.editorconfig", "src/"]""",
                """COPY ["tools/Tasks.dll", "tools/"]""",
                """COPY ["src/Lib/", "src/Lib/"]""",
                """COPY ["src/Shared/", "src/Shared/"]""",
                """COPY ["src/Web/", "src/Web/"]""",
            },
            copies.ToArray());
    }

    [TestMethod]
    public void What_the_build_reads_is_never_ignored()
    {
        var ignored = IgnoreFile.Parse(Generate(App(
            "Item=/repo/certs/ca.pfx;/repo/lib/bin/Old.dll;/repo/Dockerfile.[1].txt;/repo/plain.cs")).IgnoreFile);
        foreach (var path in new[] { "certs/ca.pfx", "lib/bin/Old.dll", "Dockerfile.[1].txt", "plain.cs" })
            Assert.IsFalse(ignored.IsIgnored(path), path);
        foreach (var path in new[] { "certs/other.pfx", "lib/bin/New.dll", "Dockerfile.1.txt", "src/Web/bin/a.dll" })
            Assert.IsTrue(ignored.IsIgnored(path), path);
        Assert.DoesNotContain("plain.cs", Generate(App("Item=/repo/plain.cs")).IgnoreFile);
    }

    [TestMethod]
    public void A_wildcard_through_the_whole_repository_copies_all_of_it() =>
        StringAssert.Contains(Generate(App("ItemFolder=/repo")).Dockerfile, "COPY [\".\", \"./\"]");

    [TestMethod]
    public void The_introduction_names_the_file_from_the_context()
    {
        static string At(string path) =>
            Generate(
                App(), new GenerationOptions { Today = Today, DockerfilePath = path }).Dockerfile;
        StringAssert.Contains(At("/repo/src/Web/Dockerfile"), "docker build .");
        StringAssert.Contains(At("/repo/deploy/web.Dockerfile"), "docker build -f ../../deploy/web.Dockerfile .");
        Assert.DoesNotContain("/repo", At("/repo/deploy/web.Dockerfile"));
    }

    [TestMethod]
    public void Credentials_in_the_repository_url_are_left_out()
    {
        var final = Final(Generate(App(Web, "RepositoryUrl=https://user:token@dev.azure.com/contoso/_git/shop@1.git")));
        Assert.AreEqual(
            "https://dev.azure.com/contoso/_git/shop@1",
            final.Labels.Single(label => label.Value.Key.EndsWith("source", StringComparison.Ordinal)).Value.Value);
    }

    [TestMethod]
    public void A_project_without_a_title_has_its_assemblys_name_as_the_SDK_way_has_it() =>
        Assert.AreEqual("Contoso.Shop", LabelOf("title", App(Web, "AssemblyName=Contoso.Shop")));

    [TestMethod]
    public void Authors_are_the_SDKs_even_where_it_takes_the_assemblys_name() =>
        Assert.AreEqual("Web", LabelOf("authors", App(Web, "Authors=Web")));

    [TestMethod]
    public void A_commit_is_asked_for_without_a_stand_in()
    {
        var text = Generate(App(Web)).Dockerfile;
        StringAssert.Contains(text, "# Say which commit it is of: --build-arg REVISION=$(git rev-parse HEAD).\nARG ");
        StringAssert.Contains(text, "\nARG REVISION\nLABEL org.opencontainers.image.revision=$REVISION");
        StringAssert.Contains(text, " ${REVISION:+\"-p:SourceRevisionId=$REVISION\"} ");
        foreach (var off in new[] { "", "ImageRevision" })
            Assert.DoesNotContain("REVISION", Generate(App(Web, $"ContainerGenerateLabels{off}=false")).Dockerfile);
    }

    private static string? LabelOf(string name, ProjectFacts facts) =>
        Final(Generate(facts)).Labels
            .SingleOrDefault(label => label.Value.Key == "org.opencontainers.image." + name)
            ?.Value.Value;

    [TestMethod]
    public void Credentials_of_feeds_are_secrets_of_the_restore_that_the_build_command_names()
    {
        var facts = App(Web, "NuGetConfig=/repo/src/Web/nuget.config");
        var build = Reading(facts);
        build = build with
        {
            Projects =
            [
                build.Project with
                {
                    FeedVariables =
                    [
                        new FeedVariable("FEED_TOKEN", "/repo/src/Web/nuget.config"),
                        new FeedVariable("NuGetPackageSourceCredentials_old", "/repo/src/Web/nuget.config"),
                        new FeedVariable("MY_TOKEN", "/home/me/nuget.config"),
                    ],
                },
            ],
        };
        var text = DockerfileGenerator.Generate(facts, build, new GenerationOptions { Today = Today }).Dockerfile;
        var restore = Dockerfile.Parse(text).Stages[1].Instructions.OfType<RunInstruction>().First();
        CollectionAssert.IsSubsetOf(
            new[]
            {
                "type=secret,id=nuget_config,target=/root/.nuget/NuGet/NuGet.Config",
                "type=secret,id=FEED_TOKEN,env=FEED_TOKEN",
                "type=secret,id=NuGetPackageSourceCredentials_old,env=NuGetPackageSourceCredentials_old",
            },
            restore.Flags.Select(flag => flag.Value).ToArray());
        StringAssert.Contains(text, "docker build --secret id=FEED_TOKEN,env=FEED_TOKEN "
            + "--secret id=NuGetPackageSourceCredentials_old,env=NuGetPackageSourceCredentials_old .\n");
        Assert.DoesNotContain("MY_TOKEN", text);
        Assert.IsEmpty(BuildEvaluation.Evaluate(Dockerfile.Parse(text), new BuildOptions()).Errors);
    }

    [TestMethod]
    public void A_feed_that_only_a_users_configuration_knows_has_its_secret_too()
    {
        var text = Generate(App(Web)).Dockerfile;
        StringAssert.Contains(text, "--mount=type=secret,id=nuget_config,target=/root/.nuget/NuGet/NuGet.Config");
        StringAssert.Contains(
            text, "# For a feed that only your own NuGet.Config knows, add --secret id=nuget_config,");
    }

    [TestMethod]
    public void Global_json_is_copied_only_on_demand()
    {
        var facts = App(Web, "GlobalJson=/repo/global.json");
        Assert.DoesNotContain("global.json", Generate(facts).Dockerfile);
        StringAssert.Contains(Generate(facts).IgnoreFile, "**/global.json");
        var pins = SdkPins.Parse("""{ "msbuild-sdks": { "My.Sdk": "1.0.0" } }""");
        var copied = Generate(facts, new GenerationOptions { Today = Today, SdkPins = pins });
        StringAssert.Contains(copied.Dockerfile, "COPY [\"global.json\", \"./\"]");
        Assert.DoesNotContain("global.json", copied.IgnoreFile);
    }

    [TestMethod]
    public void A_framework_dependent_single_file_starts_itself()
    {
        var generated =
            Generate(App("PublishSingleFile=true", "SelfContained=false", "RestorePackagesWithLockFile=true"));
        StringAssert.Contains(generated.Dockerfile, "-a $TARGETARCH");
        StringAssert.EndsWith(generated.Dockerfile, "ENTRYPOINT [\"/app/Web\"]\n");
    }

    [TestMethod]
    public void The_reason_is_that_of_the_base_image() =>
        Assert.AreEqual("globalization is on, so -extra", Generate(App(Web)).Reason);

    [TestMethod]
    public void Every_kind_of_application_gets_an_SDK_of_the_catalogue()
    {
        foreach (var version in new[] { "8.0", "9.0", "10.0", "11.0" })
        {
            foreach (var aot in new[] { "false", "true" })
            {
                foreach (var rid in new[] { "", "linux-x64", "linux-arm64", "linux-musl-x64", "linux-musl-arm64" })
                {
                    foreach (var local in new[] { "8.0.424", "10.0.100", "12.0.100", "" })
                    {
                        var name = $"{version} {aot} {rid} {local}";
                        var generated = Generate(App(
                            Web,
                            "TargetFramework=net" + version,
                            "TargetFrameworkVersion=v" + version,
                            "PublishAot=" + aot,
                            "RuntimeIdentifier=" + rid,
                            "NETCoreSdkVersion=" + local,
                            "GlobalJson=/repo/global.json"));
                        Assert.IsNull(generated.Error, name);
                        var build = BuildEvaluation.Evaluate(
                            Dockerfile.Parse(generated.Dockerfile), new BuildOptions()).Stages[1];
                        var sdk = ImageCatalog.Default.Find(ImageReference.Parse(build.ImageName))!;
                        Assert.IsTrue(sdk.IsListed, name);
                        Assert.IsNotNull(sdk.FullVersion, name);
                        Assert.AreEqual(DotNetImageKind.Sdk, sdk.Kind, name);
                        Assert.IsGreaterThanOrEqualTo(Version.Parse(version), sdk.DotNetVersion, name);
                        Assert.AreEqual(
                            rid.Contains("musl", StringComparison.Ordinal) ? Libc.Musl : Libc.Glibc,
                            sdk.Family.Libc,
                            name);
                    }
                }
            }
        }
    }
}
