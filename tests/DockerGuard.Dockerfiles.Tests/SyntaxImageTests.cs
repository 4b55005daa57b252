using DockerGuard.Dockerfiles.Evaluation;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class SyntaxImageTests
{
    [TestMethod]
    [DataRow("# syntax=docker/dockerfile:1\nFROM a\n", "docker/dockerfile:1", "(1,10,1,29)")]
    [DataRow("\uFEFF#SYNTAX = a:b // more \r\nFROM a\n", "a:b", "(1,11,1,22)")]
    [DataRow("# check=skip=all\n# syntax=a\n", "a", "(2,10,2,11)")]
    [DataRow("#!/usr/bin/env docker\n# syntax=a\n", "a", "(2,10,2,11)")]
    [DataRow("//syntax=a\n//key=b", "a", "(1,10,1,11)")]
    [DataRow("#!/x\n// syntax = a", "a", "(2,13,2,14)")]
    [DataRow("{\"syntax\": \"a b\", \"x\": [{}]}", "a b", "(1,12,1,17)")]
    [DataRow("#!/x\n\n {\n\"syntax\"\n:\"\\u0061\"}\r\n", "a", "(5,2,5,10)")]
    [DataRow("{\"syntax\":1,\"syntax\":\"b\"}", "b", "(1,22,1,25)")]
    [DataRow("# syntax=a\n# syntax=b\n", "a", "(1,10,1,11)")]
    public void The_frontend_is_found(string text, string image, string span)
    {
        var found = Dockerfile.Parse(text).SyntaxImage;
        Assert.IsNotNull(found);
        Assert.AreEqual(image, found.Image);
        Assert.AreEqual(span, found.Span.ToString());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("\uFEFF")]
    [DataRow("#!")]
    [DataRow("#!/x\n")]
    [DataRow("FROM a\n# syntax=a\n")]
    [DataRow("\n# syntax=a\n")]
    [DataRow(" # syntax=a\n")]
    [DataRow("# a comment\n# syntax=a\n")]
    [DataRow("# escape=`\n# escape=`\n# syntax=a\n")]
    [DataRow("#!/x\n#!/x\n# syntax=a\n")]
    [DataRow("/syntax=a\n")]
    [DataRow("# check=a\n//syntax=a\n")]
    [DataRow("{\"syntax\": \"a\"")]
    [DataRow("{\"syntax\": \"a\"}\n# syntax=b")]
    [DataRow("{\"syntax\":\"b\",\"syntax\":1}")]
    [DataRow("{\"Syntax\":\"b\"}")]
    [DataRow("[\"syntax\"]")]
    [DataRow("{}")]
    public void No_frontend_is_asked_for(string text) => Assert.IsNull(Dockerfile.Parse(text).SyntaxImage);

    [TestMethod]
    [DataRow("FROM a\nRUNN b\n# escape=x\n", "unknown instruction 'RUNN'; did you mean 'RUN'?", 2)]
    [DataRow("# escape=x\nRUNN\n", "the escape character 'x' is neither '\\' nor '`'", 0)]
    [DataRow("FROM a\nFOO\nCMD [1]\n", "the JSON form takes an array of strings only", 3)]
    [DataRow(
        "FROM a\nCOPY --from=$x b c\nENV a=\"\n",
        "a variable is not expanded in from=$x; name a stage with FROM and take it from there",
        2)]
    [DataRow("FROM A\nFROM b\nCOPY --chown=a\n", "COPY needs at least one source and a destination", 3)]
    [DataRow("", "the file has no instructions", 1)]
    public void The_first_error_is_that_of_the_first_step_of_a_build(string text, string message, int line)
    {
        var error = BuildEvaluation.Evaluate(Dockerfile.Parse(text), new BuildOptions()).FirstError;
        Assert.IsNotNull(error);
        Assert.AreEqual(message, error.Message);
        Assert.AreEqual(line, error.BuildLine);
    }

    [TestMethod]
    public void A_file_without_errors_has_no_first_one()
    {
        var file = Dockerfile.Parse("FROM a\n");
        Assert.IsNull(file.FirstError);
        Assert.IsNull(BuildEvaluation.Evaluate(file, new BuildOptions()).FirstError);
    }
}
