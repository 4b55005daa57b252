using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Oci;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class EvaluationTests
{
    private static readonly ImageConfig Base = new()
    {
        User = "1654",
        WorkingDirectory = "/base",
        Environment = new Dictionary<string, string> { ["PATH"] = "/bin", ["ASPNETCORE_HTTP_PORTS"] = "8080" },
        Labels = new Dictionary<string, string> { ["l"] = "base" },
        ExposedPorts = ["8080/tcp"],
        Entrypoint = ["/entry"],
        Cmd = ["base"],
        HasHealthcheck = true,
    };

    private static readonly BuildOptions Known = new() { ResolveBase = name => name == "base:1" ? Base : null };

    [TestMethod]
    public void Settings_of_the_base_image_come_through_a_chain_of_stages()
    {
        var final = Fixture.Final("ARG T=1\nFROM base:$T AS a\nENV X=1\nFROM a AS b\nFROM b\nRUN x\n", Known);
        Assert.AreEqual("", final.ImageName);
        Assert.AreEqual(1, final.BaseStage!.Stage.Index);
        Assert.AreSame(Base, final.Base);
        Assert.AreEqual(2, final.ExternalFrom.StartLine);
        Assert.AreEqual("1654", final.User!.Value);
        Assert.IsNull(final.User.Instruction);
        Assert.AreEqual(new SourceSpan(2, 6, 2, 13), final.User.Span);
        CollectionAssert.AreEqual(
            new[] { "PATH=/bin", "ASPNETCORE_HTTP_PORTS=8080", "X=1" },
            final.Environment.Select(setting => $"{setting.Value.Key}={setting.Value.Value}").ToArray());
        Assert.AreEqual("8080/tcp", final.ExposedPorts.Single().Value);
        CollectionAssert.AreEqual(new[] { "/entry" }, final.Entrypoint!.Value.ToArray());
        Assert.HasCount(0, final.Healthcheck!.Value);
        Assert.AreEqual("/base", final.WorkingDirectory!.Value);
    }

    [TestMethod]
    public void The_last_setting_wins_and_knows_its_place()
    {
        var final = Fixture.Final(
            "FROM base:1\nARG UID=5\nUSER root\nUSER $UID:$UID\nENV X=1\nENV X=2 Y=$X\nLABEL l=mine\n", Known);
        Assert.AreEqual("5:5", final.User!.Value);
        Assert.AreEqual(new SourceSpan(4, 6, 4, 15), final.User.Span);
        Assert.AreEqual(4, final.User.Instruction!.StartLine);
        Assert.AreEqual("2", final.Environment.Single(setting => setting.Value.Key == "X").Value.Value);
        Assert.AreEqual("1", final.Environment.Single(setting => setting.Value.Key == "Y").Value.Value);
        Assert.AreEqual(new SourceSpan(6, 5, 6, 8), final.Environment.Single(setting => setting.Value.Key == "X").Span);
        Assert.AreEqual("mine", final.Labels.Single().Value.Value);
    }

    [TestMethod]
    public void Args_reach_where_docker_lets_them()
    {
        var final = Fixture.Final(
            "ARG V=1\nARG W=$V.2\nFROM a AS one\nLABEL before=$V\nARG V\nLABEL after=$V w=$W\nARG W=own\nFROM one\n"
                + "LABEL derived=$V-$W\nFROM b\nLABEL other=[$V]\nFROM one\nLABEL x=$V-$W\n");
        var labels = final.Labels.ToDictionary(setting => setting.Value.Key, setting => setting.Value.Value);
        Assert.AreEqual("", labels["before"]);
        Assert.AreEqual("1", labels["after"]);
        Assert.AreEqual("", labels["w"]);
        Assert.AreEqual("1-own", labels["x"]);
        Assert.AreEqual("[]", Fixture.Final("ARG V=1\nFROM b\nLABEL other=[$V]\n").Labels.Single().Value.Value);
    }

    [TestMethod]
    public void Build_arguments_override_defaults()
    {
        var options = new BuildOptions
        {
            BuildArguments = new Dictionary<string, string> { ["V"] = "given", ["TARGETARCH"] = "riscv64" },
        };
        var final = Fixture.Final("ARG V=1\nFROM img:$V\nARG V=2\nARG U\nENV X=$V Y=${U:-none}\n", options);
        Assert.AreEqual("img:given", final.ImageName);
        Assert.AreEqual("given", final.EndState.Variables["X"]);
        Assert.AreEqual("none", final.EndState.Variables["Y"]);
        Assert.AreEqual("x:riscv64", Fixture.Final("FROM x:$TARGETARCH\n", options).ImageName);
    }

    [TestMethod]
    public void Platform_arguments_need_no_arg_in_from_only()
    {
        var options = new BuildOptions { Platform = "linux/arm/7" };
        var evaluation = BuildEvaluation.Evaluate(
            Dockerfile.Parse(
                "FROM x AS b_arm\nFROM --platform=$BUILDPLATFORM b_$TARGETARCH\nLABEL a=[$TARGETARCH]\nARG TARGETARCH "
                    + "TARGETVARIANT\nLABEL b=[$TARGETARCH$TARGETVARIANT]\n"),
            options);
        Assert.AreEqual(0, evaluation.Final!.BaseStage!.Stage.Index);
        Assert.IsNull(evaluation.Final.Stage.BaseStage);
        CollectionAssert.AreEqual(
            new[] { "[]", "[armv7]" }, evaluation.Final.Labels.Select(setting => setting.Value.Value).ToArray());
        Assert.HasCount(0, evaluation.Errors);
    }

    [TestMethod]
    [DataRow("linux/arm64/v8", "linux/arm64", "arm64", "")]
    [DataRow("linux/x86_64", "linux/amd64", "amd64", "")]
    [DataRow("linux/arm", "linux/arm/v7", "arm", "v7")]
    [DataRow("windows/amd64", "windows/amd64", "amd64", "")]
    public void Platforms_have_one_name(string platform, string expected, string architecture, string variant)
    {
        var variables = BuildEvaluation.Evaluate(
            Dockerfile.Parse("FROM x\n"), new BuildOptions { Platform = platform }).GlobalVariables;
        Assert.AreEqual(
            (expected, architecture, variant),
            (variables["TARGETPLATFORM"], variables["TARGETARCH"], variables["TARGETVARIANT"]));
    }

    [TestMethod]
    public void A_base_that_is_no_image_name_is_not_asked_for() =>
        Assert.IsNull(Fixture.Final(
            "FROM a:b:c\n", new BuildOptions { ResolveBase = _ => throw new AssertFailedException() }).Base);

    [TestMethod]
    [DataRow("ARG V\nFROM img:$V\n", "V")]
    [DataRow("FROM ${IMG}\n", "IMG")]
    [DataRow("ARG V\nFROM img:${V:-1}\n", null)]
    [DataRow("ARG V=1\nFROM img:$V\n", null)]
    public void A_variable_without_value_in_from_is_named(string text, string? expected) =>
        Assert.AreEqual(expected, Fixture.Final(text).UnresolvedVariable);

    [TestMethod]
    public void Working_directories_are_joined()
    {
        Assert.AreEqual("/a/c", Fixture.Final("FROM x\nWORKDIR /a/b\nWORKDIR ../c/\n").WorkingDirectory!.Value);
        Assert.AreEqual("/base/sub", Fixture.Final("FROM base:1\nWORKDIR sub\n", Known).WorkingDirectory!.Value);
        Assert.AreEqual("sub", Fixture.Final("FROM unknown\nWORKDIR sub\n").WorkingDirectory!.Value);
        Assert.AreEqual("/sub", Fixture.Final("FROM scratch\nWORKDIR sub\n").WorkingDirectory!.Value);
        Assert.AreEqual("C:\\app", Fixture.Final("# escape=`\nFROM x\nWORKDIR C:\\app\n").WorkingDirectory!.Value);
    }

    [TestMethod]
    public void Commands_carry_the_shell_they_are_given_to()
    {
        var final = Fixture.Final("FROM base:1\nENTRYPOINT [\"/app\"]\n", Known);
        Assert.IsNull(final.Cmd);
        final = Fixture.Final(
            "FROM base:1\nCMD run it\nSHELL [\"bash\",\"-c\"]\nENTRYPOINT start me\nHEALTHCHECK CMD probe\n", Known);
        CollectionAssert.AreEqual(new[] { "/bin/sh", "-c", "run it" }, final.Cmd!.Value.ToArray());
        CollectionAssert.AreEqual(new[] { "bash", "-c", "start me" }, final.Entrypoint!.Value.ToArray());
        CollectionAssert.AreEqual(new[] { "CMD-SHELL", "probe" }, final.Healthcheck!.Value.ToArray());
        CollectionAssert.AreEqual(
            new[] { "NONE" }, Fixture.Final("FROM base:1\nHEALTHCHECK NONE\n", Known).Healthcheck!.Value.ToArray());
        CollectionAssert.AreEqual(
            new[] { "cmd", "/S", "/C", "x" },
            Fixture.Final("FROM w\nCMD x\n", new BuildOptions { Platform = "windows/amd64" }).Cmd!.Value.ToArray());
    }

    [TestMethod]
    public void Ports_are_normal_and_divided_after_expansion()
    {
        var final =
            Fixture.Final("FROM x\nENV P=\"80 443\"\nEXPOSE $P 53/UDP 127.0.0.1:9000:9001 8000-8010\nEXPOSE 80/tcp\n");
        CollectionAssert.AreEqual(
            new[] { "80/tcp", "443/tcp", "53/udp", "9001/tcp", "8000-8010/tcp" },
            final.ExposedPorts.Select(setting => setting.Value).ToArray());
        Assert.AreEqual(4, final.ExposedPorts[0].Instruction!.StartLine);
    }

    [TestMethod]
    public void State_before_an_instruction()
    {
        var file = Dockerfile.Parse(
            "FROM base:1\nENV X=1\nUSER me\nRUN a\nSHELL [\"s\"]\nWORKDIR /w\nONBUILD RUN b\nUSER you\n");
        var final = BuildEvaluation.Evaluate(file, Known).Final!;
        var atUser = final.StateBefore(file.Instructions[2]);
        Assert.AreEqual("1654", atUser.User);
        Assert.AreEqual("1", atUser.Variables["X"]);
        Assert.AreEqual("/bin", atUser.Variables["PATH"]);
        Assert.IsFalse(final.StateBefore(file.Instructions[1]).Variables.ContainsKey("X"));
        Assert.AreEqual("me", final.StateBefore(file.Instructions[3]).User);
        var atOnBuild = final.StateBefore(((OnBuildInstruction)file.Instructions[6]).Inner!);
        Assert.AreEqual("/w", atOnBuild.WorkingDirectory);
        CollectionAssert.AreEqual(new[] { "s" }, atOnBuild.Shell.ToArray());
        Assert.AreEqual("x1", final.Expand("x$X", file.Instructions[3]));
        Assert.AreEqual("${", final.Expand("${", file.Instructions[3]));
        Assert.AreEqual("linux/amd64", final.Expand("$TARGETPLATFORM", file.Instructions[0]));
        Assert.AreEqual("you", final.EndState.User);
        Assert.ThrowsExactly<System.ArgumentException>(
            () => final.StateBefore(Dockerfile.Parse("FROM a\nRUN b\n").Instructions[1]));
    }

    [TestMethod]
    public void Reachable_stages_follow_bases_copies_and_mounts()
    {
        var file = Dockerfile.Parse(
            "FROM x AS base\nFROM base AS Build\nFROM y AS unused\nFROM z AS tool\nFROM w\nCOPY --from=BUILD /a /b\n"
                + "RUN --mount=from=tool,target=/t c\nCOPY --from=nginx:1 /d /e\n");
        var evaluation = BuildEvaluation.Evaluate(file, new BuildOptions());
        CollectionAssert.AreEqual(
            new[] { true, true, false, true, true }, file.Stages.Select(evaluation.IsReachable).ToArray());
        var sources = evaluation.Final!.Sources;
        CollectionAssert.AreEqual(
            new[] { "BUILD", "tool", "nginx:1" }, sources.Select(source => source.Name).ToArray());
        Assert.AreEqual("build", sources[0].Stage!.Stage.Name);
        Assert.IsNull(sources[2].Stage);
        Assert.AreEqual(new SourceSpan(6, 13, 6, 18), sources[0].Span);

        var target = BuildEvaluation.Evaluate(file, new BuildOptions { Target = "BASE" });
        Assert.AreEqual(0, target.Final!.Stage.Index);
        CollectionAssert.AreEqual(
            new[] { true, false, false, false, false }, file.Stages.Select(target.IsReachable).ToArray());
        Assert.AreEqual(2, BuildEvaluation.Evaluate(file, new BuildOptions { Target = "2" }).Final!.Stage.Index);
        var missing = BuildEvaluation.Evaluate(file, new BuildOptions { Target = "nope" });
        Assert.IsNull(missing.Final);
        Assert.AreEqual("there is no stage 'nope' to build", missing.Errors[0].Message);
    }

    [TestMethod]
    public void Stage_names_are_lower_case_and_the_last_of_a_name_wins()
    {
        var file = Dockerfile.Parse("FROM x AS A\nFROM y AS a\nFROM a\nFROM A\n");
        Assert.AreEqual("a", file.Stages[0].Name);
        Assert.AreSame(file.Stages[1], file.Stages[2].BaseStage);
        Assert.IsNull(file.Stages[3].BaseStage);
        Assert.AreEqual(1, file.Stages[2].From.Stage!.BaseStage!.Index);
    }

    [TestMethod]
    [DataRow("ARG a\n", 1, "the file has no FROM, so there is nothing to build")]
    [DataRow("FROM a:b:c\n", 1, "'a:b:c' is no image name: its repository is malformed")]
    [DataRow("FROM Abc\n", 1, "'Abc' is no image name: its repository must be lower-case")]
    [DataRow(
        "FROM a@md5:0123456789abcdef0123456789abcdef\n",
        1,
        "'a@md5:0123456789abcdef0123456789abcdef' is no image name: its digest is malformed")]
    [DataRow(
        "FROM x\nCOPY --from=a@sha256:F b c\n",
        2,
        "'a@sha256:F' is neither a stage nor an image: its digest is malformed")]
    [DataRow(
        "FROM x\nRUN --mount=from=a@sha256:F,target=/t b\n",
        2,
        "'a@sha256:F' is neither a stage nor an image: its digest is malformed")]
    [DataRow(
        "FROM x\nADD --checksum=md5:0123456789abcdef0123456789abcdef https://x/y /z\n",
        2,
        "'md5:0123456789abcdef0123456789abcdef' is no digest, such as sha256:...")]
    [DataRow("FROM $X\n", 1, "the image name '$X' is empty after expansion")]
    [DataRow("FROM --platform=a/b/c/d x\n", 1, "'a/b/c/d' is no platform, such as linux/amd64")]
    [DataRow("FROM --platform=$X x\n", 1, "the platform '$X' is empty after expansion")]
    [DataRow("FROM x\nCOPY --from=0 a b\n", 2, "a stage cannot take files from itself")]
    [DataRow("FROM x\nCOPY --from=y a b\nFROM z AS y\n", 2, "the stage 'y' comes later in the file")]
    [DataRow("FROM x\nCOPY --from=7 a b\n", 2, "there is no stage number 7")]
    [DataRow(
        "FROM x\nCOPY --from=$y a b\n",
        2,
        "a variable is not expanded in from=$y; name a stage with FROM and take it from there")]
    [DataRow("FROM x\nCOPY https://a/b c\n", 2, "COPY cannot fetch a URL; use ADD")]
    [DataRow("FROM x\nCOPY --chmod=99 a b\n", 2, "the mode '99' is not an octal number up to 07777")]
    [DataRow("FROM x\nADD --checksum=sha256:a https://x/y /z\n", 2, "'sha256:a' is no digest, such as sha256:...")]
    [DataRow("FROM x\nADD --checksum=sha256:a y /z\n", 2, "a checksum can be given for a URL or a git repository only")]
    [DataRow("FROM x\nEXPOSE 70000\n", 2, "'70000' is no port from 0 to 65535")]
    [DataRow("FROM x\nEXPOSE 80/http\n", 2, "the protocol of port '80/http' is none of tcp, udp and sctp")]
    [DataRow("FROM x\nEXPOSE localhost:80:80\n", 2, "the address of port 'localhost:80:80' is no IP address")]
    [DataRow("FROM x\nSTOPSIGNAL SIGFOO\n", 2, "'SIGFOO' is no signal")]
    [DataRow("FROM x\nENV a=${b\n", 2, "'${b' cannot be expanded: the closing '}' is missing")]
    [DataRow("FROM x\nRUN --mount=type=foo a\n", 2, "'foo' is no mount type")]
    [DataRow("FROM x\nRUN --mount=type=cache,targt=/a b\n", 2, "a mount has no field 'targt'; did you mean 'target'?")]
    [DataRow("FROM x\nRUN --mount=type=cache b\n", 2, "a mount cannot have the root directory as its target")]
    [DataRow("FROM x\nRUN --mount=type=secret b\n", 2, "a secret mount needs an id, a source or a target")]
    [DataRow(
        "FROM x\nCOPY <<EOF /a\n${b\nEOF\n",
        2,
        "the here-document 'EOF' cannot be expanded: a substitution holds a control character")]
    public void What_a_build_is_refused_for(string text, int line, string message)
    {
        var file = Dockerfile.Parse(text);
        Assert.HasCount(0, file.Errors);
        var error = BuildEvaluation.Evaluate(file, new BuildOptions()).Errors.Single();
        Assert.AreEqual(message, error.Message);
        Assert.AreEqual(line, error.Instruction?.StartLine ?? error.Span.Line);
    }

    [TestMethod]
    [DataRow("FROM localhost:5000/a/b:c@sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d\n")]
    [DataRow("FROM scratch\nCOPY --from=context a b\nSTOPSIGNAL term\nSTOPSIGNAL SIGRTMIN+3\nSTOPSIGNAL 9\n")]
    [DataRow("FROM x\nRUN --mount=type=ssh --mount=type=tmpfs,target=/t,size=64m "
        + "--mount=type=secret,id=a,env=B,required a\nCOPY --chmod=u=rw a b\n")]
    [DataRow("FROM x\nWORKDIR /w\nRUN --mount=type=cache,target=c,sharing=locked,ro=0,mode=0755,uid=1 a\n")]
    public void What_a_build_is_not_refused_for(string text) =>
        Assert.HasCount(0, BuildEvaluation.Evaluate(Dockerfile.Parse(text), new BuildOptions()).Errors);

    [TestMethod]
    public void Path_is_there_without_a_known_base() =>
        Assert.AreEqual(
            "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/app",
            Fixture.Final("FROM x\nENV PATH=$PATH:/app\n").Environment.Single().Value.Value);

    [TestMethod]
    public void Spelling_of_the_escape_directive_reaches_expansion() =>
        Assert.AreEqual("C:\\x", Fixture.Final("# escape=`\nFROM a\nENV B=x D=C:\\x\n").Environment[1].Value.Value);
}
