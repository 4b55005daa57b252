using System.Linq;
using DockerGuard.Policy.Yaml;

namespace DockerGuard.Policy.Tests;

/// <summary>What people write who know YAML a little, and what they are told: where to look and what to do.</summary>
[TestClass]
public sealed class YamlMistakeTests
{
    [TestMethod]
    [DataRow("enforce: [DG2001, DL3007\nprofile: strict", "(1,10,1,11)", '[')]
    [DataRow("enforce: [DG2001, DL3007\r\n\r\nprofile: strict", "(1,10,1,11)", '[')]
    [DataRow("# 😀\nenforce: [DG2001, DL3007\n", "(2,10,2,11)", '[')]
    [DataRow("rules: {DG2001: off\nprofile: strict", "(1,8,1,9)", '{')]
    [DataRow("rules: {DG2001: off, DG1004: error\n", "(1,8,1,9)", '{')]
    [DataRow("rules: {DG2001: off]", "(1,8,1,9)", '{')]
    [DataRow("waivers:\n  - {rule: DG2001, path: a\n  - rule: DG1004", "(2,5,2,6)", '{')]
    [DataRow("waivers:\n  - rule: [DG2001\n    reason: x\n    owner: y", "(2,11,2,12)", '[')]
    [DataRow("waivers: [{rule: [DG2001], path: a\nprofile: cis", "(1,11,1,12)", '{')]
    [DataRow("enforce: [DG2001\nrules: {DG1004: error}\nextends: [a]", "(1,10,1,11)", '[')]
    public void A_bracket_is_not_closed(string yaml, string place, char bracket) => Scratch.Fails(
        yaml,
        place + (bracket == '['
            ? ": not valid YAML: '[' is not closed; write ']' after the last item"
            : ": not valid YAML: '{' is not closed; write '}' after the last entry"));

    [TestMethod]
    [DataRow("rules: {\nDG2001: off\n}", "(2,1,2,12)", '{', 1)]
    [DataRow("enforce: [DG2001,\n\n# x\nDL3007]\nprofile: strict", "(4,1,4,8)", '[', 1)]
    [DataRow("level: 1\r\nenforce: [\r\nDG2001\r\n]\r\n", "(3,1,3,7)", '[', 2)]
    [DataRow("waivers:\n  - {rule: DG2001,\nreason: x}", "(3,1,3,11)", '{', 2)]
    public void A_line_in_brackets_is_not_indented(string yaml, string place, char bracket, int line) => Scratch.Fails(
        yaml, $"{place}: not valid YAML: this line is inside the '{bracket}' of line {line}; indent it with blanks");

    [TestMethod]
    [DataRow(
        "profile: '*' b",
        "(1,14,1,15): not valid YAML: text follows the closing quote; put all of it in quotes, with '' for a ' inside")]
    [DataRow(
        "profile: \"*\" b",
        "(1,14,1,15): not valid YAML: text follows the closing quote; put all of it in quotes, with \\\" for a \" "
            + "inside")]
    [DataRow(
        "profile: [a] b", "(1,14,1,15): not valid YAML: text follows the closing bracket; put the value in quotes")]
    [DataRow("enforce: [DG2001]]", "(1,18,1,18): not valid YAML: ']' closes nothing; take it out")]
    [DataRow("registries: {trusted: [*]}", "(1,24,1,25): not valid YAML: '*' begins an alias; put the value in quotes")]
    [DataRow("profile: *", "(1,10,1,11): not valid YAML: '*' begins an alias; put the value in quotes")]
    [DataRow(
        "profile: a: see JIRA-123", "(1,11,1,11): not valid YAML: the value has ': ' inside; put the value in quotes")]
    [DataRow("profile: @org/team", "(1,10,1,11): not valid YAML: no value begins with '@'; put the value in quotes")]
    [DataRow("profile: `org`", "(1,10,1,11): not valid YAML: no value begins with '`'; put the value in quotes")]
    [DataRow("profile: %org%", "(1,10,1,11): not valid YAML: no value begins with '%'; put the value in quotes")]
    [DataRow(
        "profile: >= 3",
        "(1,10,1,11): not valid YAML: while scanning a block scalar, did not find expected comment or line break; put "
            + "the value in quotes")]
    [DataRow(
        "profile: - x",
        "(1,10,1,10): not valid YAML: block sequence entries are not allowed in this context; put the value in quotes")]
    [DataRow(
        "profile: , x",
        "(1,10,1,11): not valid YAML: while parsing a node, did not find expected node content; put the value in "
            + "quotes")]
    [DataRow(
        "profile: \"C:\\users\"",
        "(1,10,1,15): not valid YAML: while scanning a quoted scalar, did not find expected hexadecimal number; write "
            + @"\\ for a backslash, or use single quotes")]
    [DataRow(
        "profile: {{ a }}",
        "(1,10,1,17): 'profile' must be text, not a map",
        "(1,11,1,16): a key must be text, not a map; put a value that begins with '{' in quotes")]
    [DataRow(
        "enforce: [${RULE}]", "(1,12,1,12): not valid YAML: a policy has no variables; write the value itself")]
    public void A_value_needs_quotes(string yaml, params string[] errors) => Scratch.Fails(yaml, errors);

    [TestMethod]
    [DataRow("enforce:\n-DG2001\n", "(2,1,2,2): not valid YAML: a blank is missing after '-'")]
    [DataRow("enforce:\n-DG2001\n-DL3007\n", "(2,1,2,2): not valid YAML: a blank is missing after '-'")]
    [DataRow("enforce:\n-DG2001\n# x\n\nprofile: strict", "(2,1,2,2): not valid YAML: a blank is missing after '-'")]
    [DataRow("enforce:\n  - DG2001\n  -DL3007\n", "(3,3,3,4): not valid YAML: a blank is missing after '-'")]
    [DataRow("enforce:\n- DG2001\n-DL3007\n", "(3,1,3,2): not valid YAML: a blank is missing after '-'")]
    [DataRow("enforce:\n  -DG2001\n  -DL3007\n", "(2,3,2,4): a blank is missing after '-'")]
    [DataRow("registries:\n  trusted:\n    -a.io\n  mirrors: {}", "(3,5,3,6): a blank is missing after '-'")]
    [DataRow("level: 1\nprofile:strict", "(2,8,2,9): not valid YAML: a blank is missing after ':'")]
    [DataRow(
        "level: 1\nprofile strict\nrules: {}",
        "(2,1,2,15): not valid YAML: this line has neither a key with ': ' nor a '- ' in front")]
    [DataRow(
        "profile strict\nlevel: 1",
        "(2,6,2,6): not valid YAML: this line goes on with the text above; indent it like its neighbours, or write "
            + "': ' after the key above")]
    public void A_blank_or_a_colon_is_missing(string yaml, string error) => Scratch.Fails(yaml, error);

    [TestMethod]
    [DataRow("rules:\n  DG1004: error\n  # x\n\t\n  DG2001: error")]
    [DataRow("rules:\r\n  DG1004: error\r\n \t \r\n  DG2001: error\r\n\t")]
    [DataRow("rules:\n\t\n  DG1004: error\n\t# x\n  DG2001: error")]
    [DataRow("\t# x\nrules:\n  DG1004: error\n  \t# x\n  DG2001: error\t\n\t\t")]
    [DataRow("rules: {DG1004: error,\n\t# x\n\t\n  DG2001: error}")]
    public void A_tab_that_indents_nothing_is_read(string yaml) =>
        Assert.HasCount(2, ((YamlMap)Read(yaml).Entries.Single().Value).Entries);

    [TestMethod]
    [DataRow("reason: |\n  a\n\t\n  b\n", "a\n\nb\n")]
    [DataRow("reason: |\n\t\n  b\n", "\nb\n")]
    [DataRow("reason: >\n  a\n  \t\n  b\n", "a\nb\n")]
    [DataRow("reason: a\n\t\n  b", "a\nb")]
    [DataRow("reason: \"a\n\t\n  b\"", "a\nb")]
    public void A_tab_alone_on_a_line_of_text_is_an_empty_line(string yaml, string text) =>
        Assert.AreEqual(text, ((YamlScalar)Read(yaml).Entries.Single().Value).Text);

    [TestMethod]
    [DataRow("${REGISTRY}")]
    [DataRow("${REGISTRY}/team")]
    [DataRow("$(Registry)")]
    [DataRow("a.$REGISTRY*")]
    [DataRow("%REGISTRY%")]
    [DataRow("{{ registry }}")]
    public void A_policy_has_no_variables(string text) => Scratch.Fails(
        $"registries:\n  trusted:\n    - \"{text}\"\n  mirrors:\n    a.io: \"{text}\"",
        $"(3,7,3,{text.Length + 9}): registry '{text}' has a variable, and a policy has none; write the registry "
            + "itself",
        $"(5,11,5,{text.Length + 13}): registry '{text}' has a variable, and a policy has none; write the registry "
            + "itself");

    private static YamlMap Read(string yaml)
    {
        using var scratch = new Scratch().Write("read.yml", yaml);
        var errors = new PolicyErrors(scratch.At("read.yml"));
        var root = YamlTreeReader.Read(Files.PolicyText.Read(scratch.At("read.yml"), errors)!, errors);
        Assert.IsEmpty(errors.InOrder.ToList());
        return (YamlMap)root!;
    }
}
