using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Oci;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class NamedContextTests
{
    private static BuildEvaluation Evaluate(
        string text, string platform, params (string Name, string Value)[] contexts) => BuildEvaluation.Evaluate(
        Dockerfile.Parse(text),
        new BuildOptions
        {
            Platform = platform,
            NamedContexts = contexts.ToDictionary(context => context.Name, context => context.Value),
            ResolveBase = name => new ImageConfig
            {
                User = "user-of-" + name,
                Environment = new Dictionary<string, string> { ["FROM"] = name },
            },
        });

    [TestMethod]
    [DataRow("alpine", "alpine")]
    [DataRow("alpine", "docker.io/library/alpine:latest")]
    [DataRow("docker.io/library/alpine:latest", "alpine")]
    [DataRow("contoso/web:1", "docker.io/contoso/web:1")]
    [DataRow("registry.contoso.com/library/a", "registry.contoso.com/library/a:latest")]
    [DataRow("alpine::linux/amd64", "alpine")]
    [DataRow("alpine::linux/x86_64", "alpine")]
    public void An_image_is_replaced_under_its_familiar_name(string name, string image)
    {
        var stage = Evaluate($"FROM {image}\nENV A=1\n", "linux/amd64", (name, "docker-image://mine:2")).Final!;
        Assert.AreEqual("mine:2", stage.ImageName);
        Assert.AreEqual("docker-image://mine:2", stage.NamedContext);
        Assert.IsFalse(stage.IsReplaced);
        Assert.AreEqual("user-of-mine:2", stage.User!.Value);
        Assert.AreEqual("1", stage.Environment.Single(variable => variable.Value.Key == "A").Value.Value);
    }

    [TestMethod]
    [DataRow("FROM alpine:3", "linux/amd64", "alpine:3")]
    [DataRow("FROM alpine", "linux/arm64", "alpine")]
    [DataRow("FROM --platform=linux/arm/v7 alpine", "linux/amd64", "alpine")]
    [DataRow("FROM other AS alp", "linux/amd64", "other")]
    public void Another_name_or_platform_stays(string from, string platform, string image)
    {
        var stage = Evaluate(from, platform, ("alpine::linux/amd64", "docker-image://mine")).Final!;
        Assert.AreEqual(image, stage.ImageName);
        Assert.IsNull(stage.NamedContext);
    }

    [TestMethod]
    public void The_context_of_the_platform_comes_first()
    {
        var build = Evaluate(
            "FROM --platform=linux/aarch64 a\nFROM a\n",
            "linux/amd64",
            ("a", "docker-image://all"),
            ("a::linux/arm64", "docker-image://arm"));
        Assert.AreEqual("arm", build.Stages[0].ImageName);
        Assert.AreEqual("all", build.Stages[1].ImageName);
    }

    [TestMethod]
    public void A_replaced_stage_hands_on_nothing_of_its_own()
    {
        var build = Evaluate(
            "FROM sdk AS build\nENV OWN=1\nUSER me\nFROM build AS deps\nUSER you\nCOPY --from=build /x /\nRUN "
                + "--mount=from=files,target=/f y\nFROM deps\nRUN z\n",
            "linux/amd64",
            ("Deps", "ignored"), ("deps", "docker-image://cache:1"), ("files", "../files"));
        var deps = build.Stages[1];
        Assert.IsTrue(deps.IsReplaced);
        Assert.IsNull(deps.BaseStage);
        Assert.AreEqual("cache:1", deps.ImageName);
        Assert.AreEqual("user-of-cache:1", deps.User!.Value);
        Assert.AreEqual("user-of-cache:1", build.Final!.User!.Value);
        Assert.AreEqual("you", deps.StateBefore(deps.Stage.Instructions[1]).User);
        Assert.IsFalse(build.Final.Environment.Any(variable => variable.Value.Key == "OWN"));
        Assert.IsFalse(build.IsReachable(build.Stages[0].Stage));
        Assert.IsTrue(build.IsReachable(deps.Stage));
        Assert.AreEqual("../files", deps.Sources[1].NamedContext);
        Assert.IsNull(deps.Sources[0].NamedContext);
        Assert.HasCount(0, build.Errors);
    }

    [TestMethod]
    public void A_folder_has_no_configuration()
    {
        var stage = Evaluate("FROM alpine\n", "linux/amd64", ("alpine", "./files")).Final!;
        Assert.AreEqual("", stage.ImageName);
        Assert.IsNull(stage.User);
        Assert.IsNotNull(stage.Base);
    }

    [TestMethod]
    public void Scratch_and_the_context_are_never_replaced()
    {
        var build = Evaluate(
            "FROM scratch\nCOPY --from=context a b\n",
            "linux/amd64",
            ("scratch", "docker-image://a"),
            ("context", "docker-image://b"));
        Assert.IsTrue(build.Final!.IsScratch);
        Assert.IsNull(build.Final.NamedContext);
        Assert.IsNull(build.Final.Sources[0].NamedContext);
        Assert.IsTrue(Evaluate("FROM a\n", "linux/amd64", ("a", "docker-image://scratch")).Final!.IsScratch);
    }

    [TestMethod]
    public void A_context_that_is_no_image_name_is_an_error()
    {
        var error = Evaluate("FROM a\n", "linux/amd64", ("a", "docker-image://b/C")).Errors.Single();
        Assert.AreEqual(
            "the named context 'docker-image://b/C' is no image name: its repository must be lower-case",
            error.Message);
        Assert.AreEqual(new SourceSpan(1, 6, 1, 7), error.Span);
    }
}
