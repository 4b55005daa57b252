using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Oci;

namespace DockerGuard.Images.Tests;

[TestClass]
public sealed class ImageModelTests
{
    private const string Path = "/repo/Dockerfile";

    private static ImageModel Read(string text, RegistryMirrors? mirrors = null, string? target = null)
    {
        var file = Dockerfile.Parse(text);
        mirrors ??= RegistryMirrors.Empty;
        var evaluation = BuildEvaluation.Evaluate(
            file, new BuildOptions { ResolveBase = ImageCatalog.Default.BaseResolver(mirrors), Target = target });
        return ImageModel.FromDockerfile(file, Path, evaluation, ImageCatalog.Default, mirrors, project: null);
    }

    private static FileOrigin At(int line, int column, int endColumn) =>
        new(Path, new SourceSpan(line, column, line, endColumn));

    [TestMethod]
    [DataRow("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled", "1654", true)]
    [DataRow("FROM mcr.microsoft.com/dotnet/aspnet:10.0", "root", true)]
    [DataRow("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nUSER $APP_UID", "1654", false)]
    [DataRow("FROM mcr.microsoft.com/dotnet/aspnet:6.0\nUSER $APP_UID", "", false)]
    [DataRow("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\nUSER root", "root", false)]
    [DataRow("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base\nUSER 0\nFROM base", "0", false)]
    [DataRow("FROM scratch", "root", true)]
    [DataRow("FROM mcr.microsoft.com/dotnet/runtime:10.0-nanoserver-ltsc2025", "ContainerUser", true)]
    public void The_user_is_the_effective_one(string text, string user, bool isInherited)
    {
        var model = Read(text);
        Assert.AreEqual(user, model.User!.Value);
        Assert.AreEqual(isInherited, model.User.IsInherited);
    }

    [TestMethod]
    [DataRow("FROM ubuntu:24.04")]
    [DataRow("ARG BASE\nFROM $BASE")]
    [DataRow("# nothing")]
    [DataRow("")]
    public void The_user_of_an_unknown_base_is_unknown(string text) => Assert.IsNull(Read(text).User);

    [TestMethod]
    public void Origins_are_the_words_that_cause_a_value()
    {
        var model = Read(
            "FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base\nENV A=1\nFROM base AS final\nUSER app\nEXPOSE 80 "
                + "8000-8010/udp\nLABEL k=\"v w\"\nWORKDIR /app\nENTRYPOINT [\"./a\"]\n");
        Assert.AreEqual(At(4, 6, 9), model.User!.Origin);
        Assert.AreEqual(At(3, 6, 10), model.FixOrigin);
        Assert.AreEqual(At(1, 6, 42), model.Base!.Origin);
        Assert.AreEqual("base", model.Base.StageName);
        Assert.IsTrue(model.Base.IsFinalBase);
        CollectionAssert.AreEqual(
            new[] { new ContainerPort(80, 80, "tcp"), new ContainerPort(8000, 8010, "udp") },
            model.Ports.Select(port => port.Value).ToArray());
        Assert.AreEqual(new ImageLabel("k", "v w"), model.Labels.Single().Value);
        Assert.AreEqual("/app", model.WorkingDirectory!.Value);
        CollectionAssert.AreEqual(new[] { "./a" }, model.Entrypoint!.Value.ToArray());

        var inherited = model.Environment.Single(variable => variable.Value.Name == "ASPNETCORE_HTTP_PORTS");
        Assert.AreEqual("8080", inherited.Value.Value);
        Assert.IsTrue(inherited.IsInherited);
        Assert.AreEqual(At(1, 6, 42), inherited.Origin);
        var own = model.Environment.Single(variable => variable.Value.Name == "A");
        Assert.IsFalse(own.IsInherited);
        Assert.AreEqual(2, ((FileOrigin)own.Origin).Span.Line);
    }

    [TestMethod]
    [DataRow("LABEL key=value", "key value plain", DisplayName = "plain")]
    [DataRow("LABEL key=\"value\"", "key \"value\" plain", DisplayName = "between quotes")]
    [DataRow("LABEL key=", "key key=", DisplayName = "no value: the pair stands for it")]
    [DataRow("LABEL key=va\\lue", "key va\\lue", DisplayName = "with an escape")]
    [DataRow("ARG A=1\nLABEL key=$A", "key $A", DisplayName = "of a variable")]
    [DataRow("ARG A\nLABEL key=$A", "key $A incomplete", DisplayName = "of a variable without a value")]
    [DataRow("ARG A\nLABEL key=${A:-value}", "key ${A:-value}", DisplayName = "of a variable with a substitute")]
    public void A_label_knows_the_words_that_state_it(string instructions, string expected)
    {
        var text = "FROM scratch\n" + instructions;
        var label = Read(text).Labels.Single();
        var written = label.Written!;
        string Shown(Origin origin)
        {
            var span = ((FileOrigin)origin).Span;
            return text.Split('\n')[span.Line - 1][(span.Column - 1)..(span.EndColumn - 1)];
        }

        if (written.Plain is { } plain) Assert.AreEqual("value", text.Substring(plain.Start, plain.Length));
        Assert.AreEqual(
            expected,
            string.Join(" ", new[]
            {
                Shown(label.NameOrigin), Shown(label.ValueOrigin), written.Plain is null ? null : "plain",
                label.IsIncomplete ? "incomplete" : null,
            }.OfType<string>()));
    }

    [TestMethod]
    public void What_a_base_brings_is_written_nowhere()
    {
        var inherited = Read("FROM mcr.microsoft.com/dotnet/aspnet:10.0").Environment[0];
        Assert.IsNull(inherited.Written);
        Assert.AreEqual(inherited.Origin, inherited.NameOrigin);
        Assert.AreEqual(inherited.Origin, inherited.ValueOrigin);
    }

    [TestMethod]
    [DataRow("biuld", "build")]
    [DataRow("alpine", null)]
    [DataRow("biuld:1", null)]
    public void A_source_may_be_a_stage_that_was_misspelt(string source, string? stage) =>
        Assert.AreEqual(
            stage, Read($"FROM a:1 AS build\nFROM b:1\nCOPY --from={source} /a /a").UsedImages[^1].StageMeant);

    [TestMethod]
    public void Every_external_image_is_listed_once()
    {
        var model = Read("""
            ARG TAG=10.0
            FROM mcr.microsoft.com/dotnet/sdk:$TAG AS build
            RUN --mount=type=bind,from=busybox:1.36,target=/b true
            FROM alpine AS unused
            FROM $UNSET AS odd
            FROM mcr.microsoft.com/dotnet/aspnet:10.0
            COPY --from=build /app .
            COPY --from=ghcr.io/tools/x:1 /x /x
            COPY --from=0 /app .
            COPY --from=7 /app .
            FROM scratch
            COPY --from=build / /
            """, target: "3");
        CollectionAssert.AreEqual(
            new[]
            {
                "mcr.microsoft.com/dotnet/sdk:$TAG", "busybox:1.36", "alpine", "$UNSET",
                "mcr.microsoft.com/dotnet/aspnet:10.0", "ghcr.io/tools/x:1",
            },
            model.UsedImages.Select(image => image.Written).ToArray());
        var images = model.UsedImages;
        Assert.AreEqual("mcr.microsoft.com/dotnet/sdk:10.0", images[0].Reference!.ToString());
        Assert.AreEqual(DotNetImageKind.Sdk, images[0].Catalog!.Kind);
        Assert.IsFalse(images[1].IsBase);
        Assert.AreEqual("build", images[1].StageName);
        Assert.IsFalse(images[2].IsReachable);
        Assert.IsTrue(images[3].HasUnresolvedVariable);
        Assert.IsNull(images[3].Reference);
        Assert.AreSame(images[4], model.Base);
        Assert.IsTrue(images[5].IsReachable);
    }

    [TestMethod]
    public void A_mirrored_base_is_known()
    {
        var mirrors = new RegistryMirrors(
            [System.Collections.Generic.KeyValuePair.Create("mcr.microsoft.com", "registry.contoso.com/mcr")]);
        var model = Read("FROM registry.contoso.com/mcr/dotnet/aspnet:10.0-noble-chiseled", mirrors);
        Assert.AreEqual("1654", model.User!.Value);
        Assert.AreEqual("noble-chiseled", model.Base!.Catalog!.Family.Name);
    }

    [TestMethod]
    public void Scratch_has_no_base()
    {
        var model = Read("FROM scratch\nCOPY a /");
        Assert.IsNull(model.Base);
        Assert.IsEmpty(model.UsedImages);
        Assert.IsEmpty(model.Environment);
    }

    [TestMethod]
    [DataRow(
        "mcr.microsoft.com/dotnet/aspnet:10.0.11-alpine3.24",
        "ASPNETCORE_HTTP_PORTS=8080 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true APP_UID=1654 ASPNET_VERSION=10.0.11 "
            + "DOTNET_RUNNING_IN_CONTAINER=true")]
    [DataRow("mcr.microsoft.com/dotnet/runtime:7.0", "ASPNETCORE_URLS=http://+:80 DOTNET_RUNNING_IN_CONTAINER=true")]
    [DataRow(
        "mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled-extra",
        "ASPNETCORE_HTTP_PORTS=8080 APP_UID=1654 DOTNET_RUNNING_IN_CONTAINER=true")]
    [DataRow(
        "mcr.microsoft.com/dotnet/sdk:10.0-alpine",
        "ASPNETCORE_HTTP_PORTS= APP_UID=1654 DOTNET_RUNNING_IN_CONTAINER=true DOTNET_GENERATE_ASPNET_CERTIFICATE=false "
            + "DOTNET_NOLOGO=true DOTNET_USE_POLLING_FILE_WATCHER=true NUGET_XMLDOC_MODE=skip")]
    public void Configurations_have_the_variables_of_their_images(string image, string variables)
    {
        var config = ImageCatalog.Default.Find(ImageReference.Parse(image))!.ToConfig();
        CollectionAssert.AreEquivalent(
            variables.Split(' '), config.Environment.Select(pair => pair.Key + "=" + pair.Value).ToArray());
        Assert.IsEmpty(config.Labels);
        Assert.IsEmpty(config.ExposedPorts);
        Assert.IsFalse(config.HasHealthcheck);
    }
}
