using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class ErrorTests
{
    [TestMethod]
    [DataRow("", 1, 1, "the file has no instructions")]
    [DataRow("# a\n\n", 2, 1, "the file has no instructions")]
    [DataRow("RUN a\nFROM b\n", 1, 1, "RUN stands before the first FROM")]
    [DataRow("FROM\n", 1, 1, "FROM takes an image, or an image with AS and a name")]
    [DataRow("FROM a b\n", 1, 1, "FROM takes an image, or an image with AS and a name")]
    [DataRow("FROM a # b c\n", 1, 1, "FROM takes an image, or an image with AS and a name")]
    [DataRow(
        "FROM a AS 1x\n",
        1,
        11,
        "the stage name '1x' must start with a letter and hold only letters, digits, '-', '_' and '.'")]
    [DataRow("FROM a\nRUNN b\n", 2, 1, "unknown instruction 'RUNN'; did you mean 'RUN'?")]
    [DataRow("FROM a\nCOPY b\n", 2, 1, "COPY needs at least one source and a destination")]
    [DataRow("FROM a\nCOPY --frm=x b c\n", 2, 6, "COPY has no flag '--frm'; did you mean '--from'?")]
    [DataRow("FROM a\nCOPY --link --link b c\n", 2, 13, "the flag '--link' is given twice")]
    [DataRow("FROM a\nCOPY --link=1 b c\n", 2, 6, "the flag '--link' is true or false, not '1'")]
    [DataRow("FROM a\nCOPY --from b c\n", 2, 6, "the flag '--from' needs a value")]
    [DataRow("FROM a\nCOPY b <<EOF\nEOF\n", 2, 8, "the destination of COPY cannot be a here-document")]
    [DataRow("FROM a\nENV b\n", 2, 5, "ENV needs a name and a value")]
    [DataRow("FROM a\nENV b=1 c d=2\n", 2, 9, "'c' has no '=': write name=value")]
    [DataRow("FROM a\nENV =1\n", 2, 5, "a name of ENV is empty")]
    [DataRow("FROM a\nLABEL\n", 2, 1, "LABEL needs at least one argument")]
    [DataRow("FROM a\nCMD [\"b\", 1]\n", 2, 5, "the JSON form takes an array of strings only")]
    [DataRow("FROM a\nONBUILD CMD [[]]\n", 2, 13, "the JSON form takes an array of strings only")]
    [DataRow("FROM a\nSHELL sh\n", 2, 7, "SHELL takes a JSON array, such as [\"/bin/sh\", \"-c\"]")]
    [DataRow("FROM a\nONBUILD FROM b\n", 2, 9, "FROM is not allowed in ONBUILD")]
    [DataRow("FROM a\nONBUILD ONBUILD CMD [1]\n", 2, 21, "the JSON form takes an array of strings only")]
    [DataRow("FROM a\nONBUILD ONBUILD RUN b\n", 2, 9, "ONBUILD cannot hold another ONBUILD")]
    [DataRow("FROM a\nRUN <<EOF\nb\n", 2, 5, "the here-document 'EOF' has no line 'EOF' that ends it")]
    [DataRow("FROM a\nRUN --mount= b\n", 2, 13, "the mount is empty")]
    [DataRow("FROM a\nRUN --network=x b\n", 2, 15, "the network 'x' is none of default, none and host")]
    [DataRow("FROM a\nHEALTHCHECK b\n", 2, 13, "HEALTHCHECK takes CMD or NONE, not 'b'")]
    [DataRow("FROM a\nHEALTHCHECK --interval=5 CMD b\n", 2, 24, "the duration '5' has no unit, such as s")]
    [DataRow(
        "FROM a\nHEALTHCHECK --retries=-1 CMD b\n", 2, 23, "the number of retries '-1' is not a whole number from 0")]
    [DataRow("# escape=x\nFROM a\n", 1, 10, "the escape character 'x' is neither '\\' nor '`'")]
    [DataRow("FROM a\nVOLUME [\"\"]\n", 2, 9, "a path of VOLUME is empty")]
    public void What_a_file_is_refused_for(string text, int line, int column, string message)
    {
        var error = Dockerfile.Parse(text).Errors.Single();
        Assert.AreEqual(message, error.Message);
        Assert.AreEqual((line, column), (error.Span.Line, error.Span.Column));
    }

    [TestMethod]
    public void Parsing_goes_on_after_an_error_and_errors_are_in_order()
    {
        var file = Dockerfile.Parse("FROM a b\nENV c\nFOO\nCOPY x\nFROM d AS e\nUSER f\n");
        CollectionAssert.AreEqual(new[] { 1, 2, 3, 4 }, file.Errors.Select(error => error.Span.Line).ToArray());
        Assert.HasCount(2, file.Stages);
        Assert.AreEqual("f", Fixture.Final(file.Text).User!.Value);
    }

    [TestMethod]
    [DataRow("FROM a\nSTOPSIGNAL --x 9\nARG --y b\nHEALTHCHECK --z NONE\n")]
    [DataRow("FROM a\nONBUILD foo b\n")]
    [DataRow("FROM a\nCOPY --link=TRUE --exclude=a --exclude=b c d\n")]
    [DataRow("FROM a\nRUN --mount=type=cache,target=/a --mount=type=cache,target=/b --security=insecure c\n")]
    [DataRow("FROM a\nHEALTHCHECK --interval=1h2m3.5s --timeout=0 --start-period=0s CMD b\n")]
    [DataRow("from a as B\nrun b\n")]
    [DataRow("FROM a\nCMD\nENTRYPOINT []\nRUN\n")]
    public void What_a_file_is_not_refused_for(string text) => Assert.HasCount(0, Dockerfile.Parse(text).Errors);

    [TestMethod]
    public void A_line_may_have_65535_bytes()
    {
        var text = "FROM a\nRUN " + new string('é', 32765) + "b";
        Assert.HasCount(0, Dockerfile.Parse(text + "\r\n").Errors);
        Assert.AreEqual("the line is longer than 65535 bytes", Dockerfile.Parse(text + "c\n").Errors.Single().Message);
        Assert.HasCount(
            0, Dockerfile.Parse(
                "FROM a\nRUN b" + string.Concat(Enumerable.Repeat(" \\\n" + new string('c', 60000), 10))).Errors);
    }

    [TestMethod]
    public void What_a_message_quotes_is_short_and_on_one_line()
    {
        var unknown = Dockerfile.Parse("FROM a\n" + new string('X', 5000) + "\n").Errors.Single().Message;
        Assert.AreEqual($"unknown instruction '{new string('X', 97)}...'", unknown);
        var mount = BuildEvaluation.Evaluate(
            Dockerfile.Parse("FROM a\nVOLUME [\"${\\n\\u0007é🐳\"]\n"), new BuildOptions()).Errors.Single().Message;
        Assert.AreEqual("'${ \uFFFDé🐳' cannot be expanded: a substitution holds a control character", mount);
    }

    [TestMethod]
    public void Messages_start_in_lower_case_and_have_no_full_stop()
    {
        var texts = new[]
        {
            "", "RUN a", "FROM a b", "FROM a\nFOO", "FROM a\nCOPY --x b c", "FROM a\nCMD [1]", "FROM a:b:c", "ARG a",
            "FROM a\nEXPOSE x",
        };
        foreach (var text in texts)
        {
            var file = Dockerfile.Parse(text);
            var errors = file.Errors.Count > 0
                ? file.Errors
                : BuildEvaluation.Evaluate(file, new BuildOptions()).Errors;
            Assert.AreNotEqual(0, errors.Count, text);
            foreach (var error in errors)
            {
                Assert.IsFalse(error.Message.EndsWith('.'), error.Message);
                Assert.IsTrue(
                    char.IsLower(error.Message[0]) || error.Message[0] == '\'' || char.IsUpper(error.Message[1]),
                    error.Message);
            }
        }
    }
}
