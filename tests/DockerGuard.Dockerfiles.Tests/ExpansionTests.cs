using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Words;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class ExpansionTests
{
    private static readonly Dictionary<string, string> Variables =
        new() { ["a"] = "one", ["empty"] = "", ["path"] = "x/y.tar.gz", ["words"] = " b  c " };

    [TestMethod]
    [DataRow("$a-${a}", "one-one")]
    [DataRow("$unset|${unset}", "|")]
    [DataRow("${unset:-d}${unset-d}${empty:-e}${empty-e}", "dde")]
    [DataRow("${a:+s}${empty:+s}${empty+s}${unset+s}", "ss")]
    [DataRow("${a:?m}${empty?m}", "one")]
    [DataRow("${unset:-${a:+${path}}}", "x/y.tar.gz")]
    [DataRow("${path%.*} ${path%%.*} ${path#*/} ${path##*.}", "x/y.tar x/y y.tar.gz gz")]
    [DataRow("${path/./_} ${path//./_} ${path//\\//-}", "x/y_tar.gz x/y_tar_gz x-y.tar.gz")]
    [DataRow("${path/?tar*/!}", "x/y!")]
    [DataRow("'$a' \"$a\" \\$a \"\\$a\" '\\'", "$a one $a $a \\")]
    [DataRow("\"a\\b\" a\\b", "a\\b ab")]
    [DataRow("$", "$")]
    [DataRow("$$a $1x", "a x")]
    [DataRow("$a_b", "")]
    public void Forms(string text, string expected)
    {
        var result = Expansion.Expand(text, Variables);
        Assert.IsNull(result.Error);
        Assert.AreEqual(expected, result.Value);
    }

    [TestMethod]
    [DataRow("${a")]
    [DataRow("${}")]
    [DataRow("${:-b}")]
    [DataRow("${a:=b}")]
    [DataRow("${a^^}")]
    [DataRow("${a:1}")]
    [DataRow("${#a}")]
    [DataRow("${a/b}")]
    [DataRow("${unset?}")]
    [DataRow("${empty:?must be given}")]
    [DataRow("${a#\\x}")]
    [DataRow("'a")]
    [DataRow("\"a")]
    public void Refusals_leave_the_text_as_it_is(string text)
    {
        var result = Expansion.Expand(text, Variables);
        Assert.IsNotNull(result.Error);
        Assert.AreEqual(text, result.Value);
        Assert.HasCount(0, result.Words);
    }

    [TestMethod]
    public void Words_are_divided_after_expansion_outside_quotes()
    {
        CollectionAssert.AreEqual(
            new[] { "a", "b", "c", "d" }, Expansion.Expand("a${words}d", Variables).Words.ToArray());
        CollectionAssert.AreEqual(
            new[] { "a", "b", "cd" },
            Expansion.Expand("a${words}d", new Dictionary<string, string> { ["words"] = " b c" }).Words.ToArray());
        CollectionAssert.AreEqual(new[] { "a b  c d" }, Expansion.Expand("a\"${words}\"d", Variables).Words.ToArray());
    }

    [TestMethod]
    public void Names_are_told_apart_by_what_became_of_them()
    {
        var result = Expansion.Expand("$a ${b:-x} $c ${d%x} ${e:+x}", Variables);
        CollectionAssert.AreEqual(new[] { "a" }, result.Matched.ToArray());
        CollectionAssert.AreEqual(new[] { "b", "c", "d", "e" }, result.Unmatched.ToArray());
        CollectionAssert.AreEqual(new[] { "c", "d" }, result.Missing.ToArray());
    }

    [TestMethod]
    public void The_other_escape_character_makes_the_backslash_plain() =>
        Assert.AreEqual("c:\\one $a", Expansion.Expand("c:\\$a `$a", Variables, '`').Value);

    [TestMethod]
    public void Deep_nesting_is_an_error_and_not_a_crash()
    {
        var deep = string.Concat(Enumerable.Repeat("${a:-", 200000));
        Assert.AreEqual(
            "substitutions are nested deeper than 50",
            Expansion.Expand(deep + new string('}', 200000), Variables).Error);
        var quoted = string.Concat(Enumerable.Repeat("\"${a:-", 200000));
        Assert.IsNotNull(Expansion.Expand(quoted, Variables).Error);
        Assert.IsNull(
            Expansion.Expand(string.Concat(Enumerable.Repeat("${u:-", 50)) + new string('}', 50), Variables).Error);
    }

    [TestMethod]
    public void Values_do_not_grow_without_end()
    {
        var lines = string.Concat(Enumerable.Range(1, 60).Select(i => $"ENV v{i}=$v{i - 1}$v{i - 1}\n"));
        var evaluation = BuildEvaluation.Evaluate(
            Dockerfile.Parse("FROM x\nENV v0=0123456789\n" + lines), new BuildOptions());
        Assert.IsTrue(evaluation.Errors.Any(error => error.Message.EndsWith(
            "the expanded value is longer than 131072 characters", System.StringComparison.Ordinal)));
        Assert.IsTrue(evaluation.Final!.EndState.Variables.Values.All(value => value.Length <= 2 * 131072));
    }

    [TestMethod]
    public void Costly_patterns_are_given_up()
    {
        var variables = new Dictionary<string, string> { ["v"] = new string('a', 100000) };
        var pattern = string.Concat(Enumerable.Repeat("*a", 1000)) + "b";
        Assert.AreEqual(
            "the pattern takes too many steps to match", Expansion.Expand("${v//" + pattern + "/x}", variables).Error);
    }

    [TestMethod]
    [DataRow("${x//b/'[$0]'}", "a[b]c[b]")]
    [DataRow("${x//b/'${0}0$$'}", "ab0$cb0$")]
    [DataRow("${x//b/'$1$00$0x${y}'}", "ac")]
    [DataRow("${x//b/'$-${0'}", "a$-${0c$-${0")]
    [DataRow("${x//b/$0}", "ac")]
    [DataRow("${x//?/$t}", "<a><b><c><b>")]
    [DataRow("${x//b/\\$0}", "a\\bc\\b")]
    [DataRow("${x/b/'[$0]'}", "a[$0]cb")]
    public void A_dollar_sign_that_is_left_in_a_replacement_of_all_means_the_match(string text, string expected)
    {
        var variables = new System.Collections.Generic.Dictionary<string, string> { ["x"] = "abcb", ["t"] = "<$0>" };
        Assert.AreEqual(expected, Expansion.Expand(text, variables).Value);
    }

    [TestMethod]
    public void A_replacement_cannot_grow_without_bound()
    {
        var variables = new System.Collections.Generic.Dictionary<string, string>
        {
            ["x"] = new('a', 100_000),
            ["y"] = new('b', 100_000),
        };
        var before = System.GC.GetAllocatedBytesForCurrentThread();
        Assert.AreEqual(
            "the expanded value is longer than 131072 characters", Expansion.Expand("${x//a/$y}", variables).Error);
        Assert.IsLessThan(20_000_000, System.GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
