using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using DockerGuard.EndToEnd.Tests.Seed;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>
/// The same project as an image of the SDK's publish and of the generated Dockerfile. The two are the same but for what
/// <see cref="Differences"/> lists; what it lists and is not so is as wrong as what it does not.
/// </summary>
[TestClass]
public sealed class TwoWaysTests
{
    private const string Plain = "plain", Items = "items", Unlabelled = "unlabelled", Switched = "switched",
        Tree = "tree";

    private const string Publish = "a time, a tag or a digest of the registry, known when the SDK publishes and to no "
            + "Dockerfile",
        Symbols = "symbols are for who debugs an app, not for who runs it",
        Settings = "settings of a developer's machine are none of an image's",
        Modes = "the SDK makes every file a program; a builder keeps what the file is, readable for all",
        SdkLabel = "label net.dot.sdk.version",
        Owners = "the SDK gives the app to its user, who could then replace it";

    private static readonly string[] Labelled = [Plain, Items, Tree];

    private static readonly KnownDifference[] Differences =
    [
        new("working directory", null, null, "a builder writes a folder without its last slash"),
        new(
            "entry point",
            "dotnet /app/Web.dll",
            "/app/Web",
            "a build for one architecture has a program of its own, which shows by its name among processes",
            Plain, Unlabelled, Switched, Tree),
        new("label org.opencontainers.artifact.created", null, "", Publish, Labelled),
        new("label org.opencontainers.image.created", null, "", Publish, Labelled),
        new("label org.opencontainers.image.ref.name", null, "", Publish, [.. Labelled, Switched]),
        new("label org.opencontainers.image.base.digest", null, "", Publish, Labelled),
        new("label org.opencontainers.image.base.name", null, null, Publish, Labelled),
        new(
            SdkLabel,
            null,
            null,
            "the SDK of the build stage is the newest that has an image, not that of this machine",
            Labelled),
        new("file Web.pdb", null, "", Symbols),
        new("mode of Web.pdb", "755", "", Symbols),
        new("owner of Web.pdb", null, "", Symbols),
        new("file appsettings.Development.json", null, "", Settings, Tree),
        new("mode of appsettings.Development.json", "755", "", Settings, Tree),
        new("owner of appsettings.Development.json", "0:0", "", Settings, Tree),
        new("mode of *", "755", "644", Modes),
        new("owner of *", "1001:0", "0:0", Owners, Items),
        new(
            "file Web.staticwebassets.endpoints.json",
            null,
            null,
            "it holds the times at which a build compressed files",
            Tree),
    ];

    private static readonly string Architecture = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    [TestMethod]
    public Task A_plain_web_application() => CompareAsync(Plain, "");

    [TestMethod]
    public Task A_project_that_sets_every_container_item_and_property() => CompareAsync(Items, """
        <PropertyGroup>
          <ContainerUser>1001</ContainerUser>
          <ContainerWorkingDirectory>/srv/shop/</ContainerWorkingDirectory>
          <ContainerAppCommandInstruction>DefaultArgs</ContainerAppCommandInstruction>
          <ContainerTitle>Shop</ContainerTitle>
          <ContainerDescription>It's a "quoted" $HOME</ContainerDescription>
          <ContainerAuthors>Team; Contoso</ContainerAuthors>
          <ContainerVendor>Contoso Ltd</ContainerVendor>
          <ContainerVersion>7.1.0-rc.2</ContainerVersion>
          <ContainerLicenseExpression>MIT</ContainerLicenseExpression>
          <ContainerInformationUrl>https://contoso.com/shop</ContainerInformationUrl>
          <ContainerDocumentationUrl>https://contoso.com/docs?page=1</ContainerDocumentationUrl>
          <RepositoryUrl>https://contoso.com/shop.git</RepositoryUrl>
        </PropertyGroup>
        <ItemGroup>
          <ContainerPort Include="9090" Type="tcp" />
          <ContainerPort Include="53" Type="udp" />
          <ContainerPort Include="7070" />
          <ContainerEnvironmentVariable Include="ASPNETCORE_HTTP_PORTS" Value="9000%3B9001" />
          <ContainerEnvironmentVariable Include="GREETING" Value="it's $HOME%3B &quot;quoted&quot; \n" />
          <ContainerEnvironmentVariable Include="EMPTY" Value="" />
          <ContainerLabel Include="team" Value="a b $x" />
          <ContainerLabel Include="org.opencontainers.image.title" Value="lost" />
          <ContainerEntrypoint Include="/srv/shop/start" />
          <ContainerEntrypointArgs Include="--with;it's $HOME" />
          <ContainerAppCommand Include="/srv/shop/Web" />
          <ContainerAppCommandArgs Include="--greet;a b" />
          <ContainerDefaultArgs Include="--verbose" />
        </ItemGroup>
        """);

    [TestMethod]
    public Task A_project_without_labels() => CompareAsync(Unlabelled, """
        <PropertyGroup><ContainerGenerateLabels>false</ContainerGenerateLabels></PropertyGroup>
        <ItemGroup><ContainerLabel Include="team" Value="shop" /></ItemGroup>
        """);

    [TestMethod]
    public Task A_project_that_switches_single_labels_off() => CompareAsync(Switched, """
        <PropertyGroup>
          <ContainerGenerateLabelsImageCreated>false</ContainerGenerateLabelsImageCreated>
          <ContainerGenerateLabelsImageDescription>false</ContainerGenerateLabelsImageDescription>
          <ContainerGenerateLabelsImageAuthors>False</ContainerGenerateLabelsImageAuthors>
          <ContainerGenerateLabelsImageVersion>false</ContainerGenerateLabelsImageVersion>
          <ContainerGenerateLabelsImageTitle>false</ContainerGenerateLabelsImageTitle>
          <ContainerGenerateLabelsImageVendor>false</ContainerGenerateLabelsImageVendor>
          <ContainerGenerateLabelsImageBaseDigest>false</ContainerGenerateLabelsImageBaseDigest>
          <ContainerGenerateLabelsImageBaseName>false</ContainerGenerateLabelsImageBaseName>
          <ContainerGenerateLabelsDotnetToolset>false</ContainerGenerateLabelsDotnetToolset>
          <Description>A shop</Description>
          <Company>Contoso Ltd</Company>
        </PropertyGroup>
        <ItemGroup>
          <ContainerLabel Include="org.opencontainers.image.title" Value="mine" />
          <ContainerLabel Include="org.opencontainers.image.version" Value="mine" />
        </ItemGroup>
        """);

    /// <summary>The version is given to both, as one gives it to each.</summary>
    [TestMethod]
    public Task A_tree_of_files_and_a_version_of_the_build() => CompareAsync(
        Tree,
        """
        <ItemGroup><Content Include="scripts/**;certs/**" CopyToPublishDirectory="PreserveNewest" /></ItemGroup>
        """,
        "9.9.9",
        """
        mkdir -p wwwroot/lib/tool/bin scripts/deep/er certs
        echo 'let x;' > wwwroot/lib/tool/bin/tool.js
        echo '<p>hello</p>' > wwwroot/index.html
        echo notes > scripts/deep/er/notes.txt
        printf '#!/bin/sh\nexit 0\n' > scripts/run.sh
        echo none > certs/ca.pem
        echo '{}' > appsettings.Development.json
        chmod 755 scripts/run.sh && chmod 600 certs/ca.pem && chmod 700 certs
        """);

    private static async Task CompareAsync(
        string name, string content, string? version = null, string script = "")
    {
        var bases = await EndToEndEnvironment.RegistryAsync();
        var engine = await EndToEndEnvironment.EngineAsync();
        using var project = (await GuardedProject.CreateAsync(bases, name, content)).UseEngine(engine);
        (await project.RunScriptAsync(script, project.Path)).EnsureSuccess();

        // Before the publish, whose output the folder then has.
        (await project.RunDotnetAsync("build", "-t:Restore;DockerGuardGenerate")).EnsureSuccess();
        var sdk = await bases.AddSdkOfAsync(await File.ReadAllTextAsync(project["Dockerfile"]));
        string[] arguments = version is null ? [] : ["--build-arg", "VERSION=" + version];
        (await engine.BuildAsync(project.Path, $"ways:{name}-ours", "Dockerfile", arguments)).EnsureSuccess();

        arguments = version is null ? [] : ["-p:Version=" + version];
        (await project.RunDotnetAsync([
            "publish",
            "-t:PublishContainer",
            "-a",
            Architecture,
            // The compiler writes the paths of the sources into the assembly.
            $"-p:PathMap={project.Path}/=/src/",
            "-p:ContainerRepository=ways",
            $"-p:ContainerImageTag={name}-sdks",
            .. arguments,
        ])).EnsureSuccess();
        if (version is not null) AssertVersion(project, version);

        var problems = Compare(
            name,
            await ImageContents.ReadAsync(engine, $"ways:{name}-sdks"),
            await ImageContents.ReadAsync(engine, $"ways:{name}-ours"),
            // On a machine with that very SDK there is nothing to tell.
            sdk == DotNetInstallation.Current.SdkVersion
                ? [.. Differences.Where(static difference => difference.Thing != SdkLabel)]
                : [.. Differences]);
        Assert.AreEqual("", string.Join("\n", problems));
    }

    private static IEnumerable<string> Compare(
        string name,
        SortedDictionary<string, string> sdks,
        SortedDictionary<string, string> ours,
        List<KnownDifference> listed)
    {
        var unseen = listed.Where(difference => difference.IsOf(name)).ToHashSet();
        foreach (var thing in sdks.Keys.Union(ours.Keys).Order(StringComparer.Ordinal))
        {
            var (left, right) = (sdks.GetValueOrDefault(thing, ""), ours.GetValueOrDefault(thing, ""));
            if (left == right) continue;
            var known = listed.Find(difference => difference.IsOf(name) && difference.Covers(thing, left, right));
            if (known is null) yield return $"{thing}: '{left}' of the SDK is '{right}' here, and nobody says why";
            else unseen.Remove(known);
        }

        foreach (var difference in unseen)
            yield return $"{difference.Thing}: no difference any more, though '{difference.Reason}' is listed";
    }

    /// <summary>The assembly in the image is, by its hash, the one that was published.</summary>
    private static void AssertVersion(ProjectFolder project, string version)
    {
        var assembly = Directory.GetFiles(project["bin"], "Web.dll", SearchOption.AllDirectories)
            .Single(static path => path.Contains("/publish/", StringComparison.Ordinal));
        Assert.AreEqual(version + ".0", AssemblyName.GetAssemblyName(assembly).Version!.ToString());
        Assert.AreEqual(version, FileVersionInfo.GetVersionInfo(assembly).ProductVersion);
    }
}
