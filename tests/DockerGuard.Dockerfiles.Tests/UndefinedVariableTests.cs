using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class UndefinedVariableTests
{
    [TestMethod]
    [DataRow("LABEL a=$b", "b (2,9,2,11)")]
    [DataRow("ENV a=1 b=x${a}y", "a (2,12,2,16)")]
    [DataRow("COPY $a $a b", "a (2,6,2,8) a (2,9,2,11)")]
    [DataRow("COPY [\"$a\", \"/b\"]", "a (2,8,2,10)")]
    [DataRow("COPY --chown=$a --from=$b --chmod=$c d e", "a (2,14,2,16) c (2,35,2,37)")]
    [DataRow("ADD <<E /f\n$1 '$x' \\$y\nE", "1 (3,1,3,3) x (3,5,3,7)")]
    [DataRow("COPY <<'E' /f\n$1\nE", "")]
    [DataRow("ARG a=1 b=$a c d=$c$e", "e (2,20,2,22)")]
    [DataRow("RUN --mount=type=cache,target=$d echo $x", "d (2,13,2,33)")]
    [DataRow("RUN echo $x", "")]
    [DataRow("CMD $x", "")]
    [DataRow("EXPOSE $x", "")]
    [DataRow("ENV a='$x' b=\\$y c=$PATH", "")]
    [DataRow("ENV a=${x", "")]
    [DataRow("LABEL a=1$\\\nb", "b (2,9,3,2)")]
    public void Variables_without_a_value_are_found_with_their_places(string instruction, string expected) =>
        Assert.AreEqual(expected, Find($"FROM scratch\n{instruction}\n"));

    [TestMethod]
    [DataRow("${x:-1}", true)]
    [DataRow("${x-1}", true)]
    [DataRow("${x:+1}", true)]
    [DataRow("$x", false)]
    [DataRow("${x}${x:-1}", false)]
    [DataRow("${x#1}", false)]
    public void What_stands_in_the_place_of_a_variable_is_told(string text, bool hasSubstitute)
    {
        var stage = Evaluate($"FROM scratch\nENV a={text}\n").Stages[0];
        Assert.AreEqual(hasSubstitute, stage.UndefinedVariables(stage.Stage.Instructions[0]).Single().HasSubstitute);
    }

    [TestMethod]
    public void Suggestions_are_the_nearest_names_and_buildkits_have_a_value()
    {
        var stage = Evaluate(
            "FROM scratch\nARG VERSION\nARG DIR_ASSETS=a\nLABEL a=$VERSOIN b=$DIR_ASSET c=$version\n").Stages[0];
        var found = stage.UndefinedVariables(stage.Stage.Instructions[2]);
        Assert.AreEqual(
            "VERSION/|DIR_ASSETS/DIR_ASSETS|/",
            string.Join("|", found.Select(variable => $"{variable.Suggestion}/{variable.PeerSuggestion}")));
    }

    [TestMethod]
    public void Arguments_and_variables_of_a_stage_below_are_known()
    {
        var build = Evaluate(
            "ARG g=1\nFROM scratch AS a\nARG g\nARG n\nENV e=1\nFROM a\nLABEL x=$g$n$e$o\nFROM scratch\nLABEL x=$g\n");
        Assert.AreEqual("o", Names(build, 1));
        Assert.AreEqual("g", Names(build, 2));
    }

    [TestMethod]
    public void From_sees_the_first_arguments_and_the_platform_only()
    {
        var build = Evaluate("ARG a\nARG b=1\nFROM --platform=$BUILDPLATFORM x:$a$b$c\nARG d=1\nFROM x:${d:-1}\n");
        Assert.AreEqual(
            "c (3,38,3,40)", string.Join(
                " ",
                build.UndeclaredInFrom(build.Stages[0].Stage).Select(variable => $"{variable.Name} {variable.Span}")));
        Assert.IsTrue(build.UndeclaredInFrom(build.Stages[1].Stage).Single().HasSubstitute);
    }

    [TestMethod]
    [DataRow("ARG a=x:1\nFROM $a\n", null)]
    [DataRow("ARG a\nFROM $a\n", "it is empty")]
    [DataRow("ARG a\nFROM x:$a\n", "its tag is malformed")]
    [DataRow("ARG a\nFROM ${a:?missing}\n", null)]
    [DataRow("ARG b=${a:?missing}\nFROM $b\n", null)]
    public void Default_of_an_image_is_checked_without_build_arguments(string text, string? problem)
    {
        var build = BuildEvaluation.Evaluate(Dockerfile.Parse(text), new BuildOptions
        {
            BuildArguments = new System.Collections.Generic.Dictionary<string, string> { ["a"] = "1" },
        });
        Assert.AreEqual(problem, build.WhyDefaultImageIsInvalid(build.Stages[0].Stage));
    }

    private static BuildEvaluation Evaluate(string text) =>
        BuildEvaluation.Evaluate(Dockerfile.Parse(text), new BuildOptions());

    private static string Names(BuildEvaluation build, int stage) =>
        string.Join(
            " ", build.Stages[stage]
                .UndefinedVariables(build.Stages[stage].Stage.Instructions[0])
                .Select(variable => variable.Name));

    private static string Find(string text)
    {
        var stage = Evaluate(text).Stages[0];
        return string.Join(
            " ", stage.UndefinedVariables(stage.Stage.Instructions[0])
                .Select(variable => $"{variable.Name} {variable.Span}"));
    }
}
