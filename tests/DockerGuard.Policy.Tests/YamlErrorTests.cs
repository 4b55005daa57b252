using System;
using System.IO;
using System.Linq;
using System.Text;

namespace DockerGuard.Policy.Tests;

[TestClass]
public sealed class YamlErrorTests
{
    [TestMethod]
    [DataRow(
        "profile: [strict",
        "(1,10,1,11): not valid YAML: '[' is not closed; write ']' after the last item")]
    [DataRow(
        "profile: a: b", "(1,11,1,11): not valid YAML: the value has ': ' inside; put the value in quotes")]
    [DataRow(
        "profile: 'strict",
        "(1,10,1,17): not valid YAML: while scanning a quoted scalar, found unexpected end of stream")]
    [DataRow(
        "profile: @x",
        "(1,10,1,11): not valid YAML: no value begins with '@'; put the value in quotes")]
    [DataRow(
        "level: 1\nprofile: \"\\U99999999\"", "(2,8,2,8): not valid YAML: the text that follows cannot be decoded")]
    [DataRow(
        "level: one\n  profile: x",
        "(2,10,2,10): not valid YAML: this line goes on with the text above; indent it like its neighbours, or write "
            + "': ' after the key above")]
    public void Syntax_stops_the_file(string yaml, string error) => Scratch.Fails(yaml, error);

    [TestMethod]
    [DataRow("profile: &p strict", "(1,10,1,12): anchors are not allowed in a policy: '&p'")]
    [DataRow(
        "profile: *p",
        "(1,10,1,12): aliases are not allowed in a policy: '*p'; put text that begins with '*' in quotes")]
    [DataRow(
        "registries: {trusted: [*.azurecr.io]}",
        "(1,24,1,36): aliases are not allowed in a policy: '*.azurecr.io'; put text that begins with '*' in quotes")]
    [DataRow("profile: !!str strict", "(1,10,1,11): tags are not allowed in a policy: 'tag:yaml.org,2002:str'")]
    [DataRow("rules: !custom {}", "(1,8,1,9): tags are not allowed in a policy: '!custom'")]
    [DataRow("<<: {profile: cis}", "(1,1,1,3): merge keys are not allowed in a policy: '<<'")]
    [DataRow("%YAML 1.1\n---\nprofile: cis", "(1,1,1,1): a policy has no YAML directives")]
    [DataRow("%TAG ! tag:x,1:\n---\nprofile: cis", "(1,1,1,1): a policy has no YAML directives")]
    [DataRow("'a\n b'", "(1,1,2,4): a policy must be a map of keys such as 'profile: recommended', not text")]
    [DataRow(
        "profile: cis\n---\nprofile: strict", "(2,1,2,4): a policy is one YAML document; a second one starts here")]
    public void What_YAML_offers_and_policies_do_not_use(string yaml, string error) => Scratch.Fails(yaml, error);

    [TestMethod]
    public void An_anchor_does_not_hide_other_errors() => Scratch.Fails(
        "rules: &r\n  DG0005: loud\nlabels: *r\nlevel: x\n",
        "(1,8,1,10): anchors are not allowed in a policy: '&r'",
        "(2,11,2,15): 'loud' is not a severity: off, info, warning or error",
        "(3,9,3,11): aliases are not allowed in a policy: '*r'; put text that begins with '*' in quotes",
        "(4,8,4,9): 'x' is not a level: a whole number from 1 to 1");

    [TestMethod]
    public void A_bomb_of_anchors_is_defused()
    {
        var yaml = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i < 40; i++)
            yaml.Append($"a{i}: &a{i} [{string.Join(",", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        using var scratch = new Scratch();
        var errors = scratch.Errors(scratch.Write(".dockerguard.yml", yaml.ToString()).Load());
        Assert.HasCount(100, errors);
        Assert.AreEqual("(1,5,1,8): anchors are not allowed in a policy: '&a0'", errors[0]);
        Assert.IsTrue(
            errors.Any(error => error.EndsWith("the policy has more than 99 errors; the rest are not shown")));
    }

    [TestMethod]
    [DataRow("rules:\n\tDG0005: off", "(2,1,2,2): a tab indents this line; YAML indents with blanks")]
    [DataRow("rules:\n  \tDG0005: off", "(2,3,2,4): a tab indents this line; YAML indents with blanks")]
    [DataRow(
        "rules:\r\n  DG0005: off\r\n\tDG0006: off", "(3,1,3,2): a tab indents this line; YAML indents with blanks")]
    [DataRow("profile: cis\0", "(1,13,1,14): the character U+0000 is not allowed in a policy")]
    [DataRow("# a\n# \u202E b", "(2,3,2,4): the character U+202E is not allowed in a policy")]
    [DataRow("# a\n# \u2028rules: {}", "(2,3,2,4): the character U+2028 is not allowed in a policy")]
    [DataRow("# a\u0085rules: {}", "(1,4,1,5): the character U+0085 is not allowed in a policy")]
    [DataRow("profile: cis\n\uFEFF", "(2,1,2,2): the character U+FEFF is not allowed in a policy")]
    public void Characters_that_mislead(string yaml, string error) => Scratch.Fails(yaml, error);

    [TestMethod]
    public void Tabs_after_content_are_allowed() =>
        Assert.AreEqual("cis", Scratch.LoadText("profile: cis\t# comment\t\n").Settings.Profile);

    [TestMethod]
    public void Bytes_that_are_not_UTF8()
    {
        byte[] text = [.. "# \uFFFD ä 😀\nprofile: "u8, 0xE4, .. "x\n"u8];
        Scratch.Fails(text, "(2,10,2,11): the policy is not UTF-8: the character here is broken");
        Scratch.Fails(
            [.. "\uFEFF# \uFFFD"u8, 0xEF, 0xBF], "(1,4,1,5): the policy is not UTF-8: the character here is broken");
        Scratch.Fails([0xC0, 0x80], "(1,1,1,2): the policy is not UTF-8: the character here is broken");
        Scratch.Fails(
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("profile: cis")],
            "(1,1,1,1): the policy is UTF-16; save it as UTF-8");
    }

    [TestMethod]
    public void A_large_file_is_one_error_and_is_not_read()
    {
        using var scratch = new Scratch();
        using (var file = File.Create(scratch.At(".dockerguard.yml"))) file.SetLength(10 << 20);
        Scratch.Fails(new byte[(1 << 20) + 1], "(1,1,1,1): the policy is larger than 1 MiB");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = scratch.Load();
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
        CollectionAssert.AreEqual(new[] { "(1,1,1,1): the policy is larger than 1 MiB" }, scratch.Errors(result));
    }

    [TestMethod]
    public void The_largest_file_is_read() =>
        Assert.AreEqual("cis", Scratch.LoadText("profile: cis\n".PadRight(1 << 20, '#')).Settings.Profile);

    [TestMethod]
    public void Deep_nesting_is_one_error()
    {
        Scratch.Fails("a: " + new string('[', 100_000), "(1,19,1,20): a policy is at most 16 levels deep");
        Scratch.Fails(
            string.Concat(Enumerable.Range(0, 1000).Select(i => new string(' ', i) + "a:\n")),
            "(16,16,16,17): a policy is at most 16 levels deep");
        Scratch.Fails(
            string.Concat(Enumerable.Repeat("- ", 100_000)) + "x", "(1,33,1,34): a policy is at most 16 levels deep");
        Scratch.Fails("a: " + new string('{', 100_000), "(1,19,1,20): a policy is at most 16 levels deep");
        Scratch.Fails(
            string.Concat(Enumerable.Repeat("[a: ", 100_000)), "(1,30,1,31): a policy is at most 16 levels deep");
        Scratch.Fails(new string('?', 50).Replace("?", "? "), "(1,33,1,34): a policy is at most 16 levels deep");
    }

    [TestMethod]
    public void Many_values_are_one_error() =>
        Scratch.Fails(
            "a: [" + string.Concat(Enumerable.Repeat("x,", 100_000)) + "]",
            "(1,99999,1,100000): a policy has at most 50,000 values");

    /// <summary>
    /// Inputs that make a careless reader quadratic or recursive, each at the size limit: minutes then, or a crash. A
    /// busy machine stays far below the bound.
    /// </summary>
    [TestMethod]
    [DataRow("[")]
    [DataRow("{")]
    [DataRow("[\n")]
    [DataRow("- ")]
    [DataRow("? ")]
    [DataRow("x ")]
    [DataRow("x: y\n")]
    [DataRow("DG00055: x\n")]
    [DataRow("a,")]
    [DataRow("\n")]
    [DataRow("'")]
    [DataRow("\"\n")]
    [DataRow("#")]
    [DataRow("#\n")]
    [DataRow("%TAG !a! b\n")]
    [DataRow("&a ")]
    [DataRow("*a ")]
    [DataRow("!")]
    [DataRow("| \n")]
    [DataRow(":")]
    [DataRow(" ")]
    [DataRow("---\n")]
    [DataRow("\uFFFD")]
    [DataRow("\\")]
    public void Hostile_repetition_is_read_to_its_end(string piece)
    {
        using var scratch = new Scratch();
        var bytes = Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Repeat(piece, (1 << 20) / Encoding.UTF8.GetByteCount(piece))));
        scratch.Write(".dockerguard.yml", bytes);
        var result = scratch.Load();
        Assert.IsLessThanOrEqualTo(100, result.Diagnostics.Count);
    }

    [TestMethod]
    public void Of_many_unknown_names_a_hundred_are_told()
    {
        using var scratch = new Scratch().Write(
            ".dockerguard.yml",
            "rules:\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"  unknown-rule-{i}: maybe\n")));
        Assert.HasCount(100, scratch.Load().Diagnostics);
    }

    [TestMethod]
    [DataRow("rules: {\"a\\nb\": off}", "(1,9,1,15): unknown rule 'a b'")]
    [DataRow(
        "rules: {\"DG0005\\e[31m\": }",
        "(1,9,1,23): unknown rule 'DG0005\uFFFD[31m'",
        "(1,9,1,23): 'DG0005\uFFFD[31m' has no value")]
    [DataRow(
        "profile: \"\\u202Estrict\"",
        "(1,10,1,24): '\uFFFDstrict' is not a profile: recommended, strict, cis, hadolint or buildkit; did you mean "
            + "'strict'?")]
    [DataRow(
        "registries: {trusted: [\"A\\n.io\"]}", "(1,24,1,32): registry 'A .io' is not of the form host[:port][/path]")]
    [DataRow(
        "waivers: [{rule: DG0005, reason: r, owner: o, expires: 2030-01-01, path: \"a\\n/\"}]",
        "(1,74,1,80): path 'a /' has a control character")]
    public void Messages_stay_on_their_line(string yaml, params string[] errors) => Scratch.Fails(yaml, errors);
}
