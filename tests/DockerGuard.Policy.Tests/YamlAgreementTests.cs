using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using DockerGuard.Policy.Yaml;
using YamlDotNet.Core;

namespace DockerGuard.Policy.Tests;

/// <summary>
/// Our grammar over the library's tokens reads what the library's parser reads and refuses what it refuses, in the same
/// words at the same places; where it does not, the parser is wrong by YAML 1.2.
/// </summary>
[TestClass]
public sealed partial class YamlAgreementTests
{
    private const string Empty = "a key must be text, not empty";

    private static readonly Divergence[] Divergences =
    [
        new(
            "an end marker may stand where no document was (9.1.4); the parser loses what follows",
            "...\na: b",
            "{<a>(2,1,2,2): <b>(2,4,2,5)}(2,1,2,5)",
            (text, _, _) => EndMarkerFirst().IsMatch(text)),
        new(
            "a key may be nothing at all (8.2.2, e-node); the parser loses a token after it",
            "a:\n  : b",
            $"(2,3,2,3) {Empty}",
            (text, _, _) => NothingBeforeColon().IsMatch(text)),
        new(
            "a pair in a list may have no key (7.4.1, ns-flow-pair); the parser takes what follows for the key's end",
            "[? , a]",
            $"(1,4,1,4) {Empty}",
            (text, _, _) => ExplicitKeyInList().IsMatch(text)),
        new(
            "entries of a map in braces are parted by commas (7.4.2); the parser takes text without one for a value",
            "{\"a\" \"b\"}",
            "(1,6,1,9) not valid YAML: while parsing a flow mapping, did not find expected ',' or '}'",
            (_, _, ours) => ours.Syntax?.Contains("while parsing a flow mapping, did not find") == true),
        new(
            "a key in braces may have a tag or brackets and more lines (7.4.2); the parser takes no value for it",
            "{!t\nb: c}",
            "(1,2,1,3) tags are not allowed in a policy: '!t'",
            (text, theirs, _) => OtherKeyInBraces().IsMatch(text) && theirs.Syntax?.Contains("flow mapping") == true),
        new(
            "an alias after a value is nothing (8.2.2); the parser takes it for a key",
            "a: 'b' *c",
            "(1,8,1,10) not valid YAML: while parsing a block mapping, did not find expected key",
            (_, theirs, ours) => theirs.Errors.Contains("aliases are not")
                && ours.Syntax?.EndsWith("did not find expected key") == true),
        new(
            "after an end marker any document may follow (9.2); the parser knows text and maps",
            "a\n...\n- b",
            "(3,1,3,1) a policy is one YAML document; a second one starts here",
            (_, theirs, ours) => theirs.Syntax?.EndsWith("<document start>") == true
                && ours.Errors.EndsWith("a second one starts here")),
        new(
            "directives follow an end marker (9.1.2); the parser does not say where one is missing",
            "---\n%YAML 1.2",
            "(2,1,2,1) not valid YAML: did not find expected <document end>",
            (_, theirs, _) => theirs.Syntax?.EndsWith("document end marker before version directive") == true),
        new(
            "text with an anchor ends like any text; the parser looks one token ahead and loses it",
            "{a: &x b, c: d}",
            "(1,5,1,7) anchors are not allowed in a policy: '&x'",
            (_, theirs, ours) => theirs.Syntax is not null
                && (ours.Errors.Contains("anchors are not") || theirs.Errors.Contains("anchors are not"))),
        new(
            "what cannot be decoded follows the last text; the parser forgets the places of pairs and of tags",
            "[\na: b,\n\"\\U99999999\"]",
            "(2,5,2,5) not valid YAML: the text that follows cannot be decoded",
            (_, theirs, ours) => theirs.Syntax?.EndsWith("cannot be decoded") == true
                && ours.Syntax?.EndsWith("cannot be decoded") == true),
    ];

    private static readonly string[] Pieces =
    [
        "a", "b", "key", "a: ", "b: ", "key:", "- ", "-", "? ", ": ", ":", "?", "[", "]", "{", "}", ", ", ",", "'",
        "\"", "'q'", "\"d\"", "\"a\\nb\"", "'it''s'", "\"\\", "| ", ">", "|-", "|+", ">2", "|1-", "#", " # c", " ",
        "  ", "    ", "~", "null", "1", "&x ", "*x", "!t ", "!!str ", "<<", "<<: ", "%", "@", "`", "\\", "\\x41",
        "\\U99999999", "=", "é", "😀", "---", "--- ", "...", "%YAML 1.2", "%TAG !e! tag:e,1:", "!e!x ", "- - ",
        "- a: ", "[a: b, c]", "{a, b: }", "a b c",
    ];

    private static readonly string[] Breaks =
    [
        "\n", "\n", "\n", "\n  ", "\n  ", "\n    ", "\r\n", "\n\n", "\n\t", "\t", "\0", "\uD800", "\uFEFF", "\u0085",
        "\r",
    ];

    public static IEnumerable<object[]> Examples => Divergences.Select(one => new object[] { one });

    [TestMethod]
    [DataRow("")]
    [DataRow(" \n\t\n# only a comment")]
    [DataRow("a")]
    [DataRow("a: b")]
    [DataRow("a:")]
    [DataRow("a:\n")]
    [DataRow("a:\nb:")]
    [DataRow("a:\n# c\nb: c # d\n\n# e\n")]
    [DataRow("a: # c\n  b # d\n# e")]
    [DataRow("a:\n- b\n- c\nd: e")]
    [DataRow("a:\n- b\n-\n- c: d\n  e:\n  - f\n-")]
    [DataRow("a:\n  - b\n  -\n\n  # c\n  - d\n\n\n# e\nf: g")]
    [DataRow("- - a\n  - b\n- - - c\n-\n  - d")]
    [DataRow("- a: b\n  c: d\n-   e: f\n    g: h")]
    [DataRow("a: [b, c]\nd: {e: f}")]
    [DataRow("a: [\n  b,\n  c\n]\nd: {\n  e: f,\n  g\n}")]
    [DataRow("[a: b, c, ? d : e, ? f, 'g': h, \"i\":j]")]
    [DataRow("[a, b, ]")]
    [DataRow("[a, , b]")]
    [DataRow("[, a]")]
    [DataRow("[[a], {b: [c]}, []]")]
    [DataRow("{a, b: }")]
    [DataRow("{a: b, }")]
    [DataRow("{a: b,, c}")]
    [DataRow("{'a':b, \"c\": d, ? e : f, ? g}")]
    [DataRow("{a: {b: {}}, c: []}")]
    [DataRow("{a\n: b}")]
    [DataRow("{a: b c}")]
    [DataRow("{a: b")]
    [DataRow("{a: b]")]
    [DataRow("[a: b}")]
    [DataRow("[a]]")]
    [DataRow("a: [b]]")]
    [DataRow("[a] b")]
    [DataRow("? a\n: b\n? c\n? - d\n: - e")]
    [DataRow("? a")]
    [DataRow("? [a]\n: b")]
    [DataRow("[a]: b\n{c: d}: e")]
    [DataRow(": a")]
    [DataRow("a: b\nc\nd: e")]
    [DataRow("a: b: c")]
    [DataRow("a: b\n c: d")]
    [DataRow("a: b\n  c\n\n  d\ne: 'f\n  g\n\n  h'\ni: \"j\\\n  k\\n\\\n  l\"")]
    [DataRow("a: b # c\n  d")]
    [DataRow("a: |\n  b\n   c\n\nd: >-\n  e\n  f\n\n  g\nh: |+\n  i\n\n")]
    [DataRow("a: |2-\n    b\nc: >1\n  d\n e")]
    [DataRow("a: |0\n  b")]
    [DataRow("a: | b")]
    [DataRow("- |\n a\n- >\n b")]
    [DataRow("a: ''\nb: \"\"\nc: ~\nd: null\ne: '~'\nf: \"null\"")]
    [DataRow("'a': b\n\"c\": d\n'a' : e")]
    [DataRow("'a\n b': c")]
    [DataRow("a: 'b''c'\nd: \"\\x41\\u00e9\\U0001F600\\t\\e\\/\"")]
    [DataRow("a: \"\\ud83d\\ude00\"")]
    [DataRow("a: \"\\ud83d\"")]
    [DataRow("a: \"\\ude00\\ud83d\"")]
    [DataRow("a: b\nc: \"\\U99999999\"")]
    [DataRow("- a\n- \"\\U99999999\"")]
    [DataRow("a:\n- \"\\U99999999\"")]
    [DataRow("- [a]\n-\n- \"\\U99999999\"")]
    [DataRow("--- \"\\U99999999\"")]
    [DataRow("a: \"\\q\"")]
    [DataRow("a: 'b")]
    [DataRow("a: @b")]
    [DataRow("a: `b")]
    [DataRow("a: %b")]
    [DataRow("a: - b")]
    [DataRow("a: -b\nc: ?d\ne: :f")]
    [DataRow("- a\nb: c")]
    [DataRow("a: b\n- c")]
    [DataRow("a:\n    b: c\n  d: e")]
    [DataRow("a\r\nb: c\r\n")]
    [DataRow("a: b\r\n\r\nc:\r\n- d\r\n- |\r\n  e\r\n")]
    [DataRow("a: b\rc: d")]
    [DataRow("\uFEFFa: b")]
    [DataRow("a: b\n\uFEFFc: d")]
    [DataRow("a:\tb\t# c\t\n\t\nd: e")]
    [DataRow("a:\n\tb: c")]
    [DataRow("a: 'b\n\tc'")]
    [DataRow("a: b\0c: d")]
    [DataRow("\0")]
    [DataRow("a: \uD800b\n\uDC00: c")]
    [DataRow("a: \u0085b\u2028c")]
    [DataRow("😀: é😀\nb: c")]
    [DataRow("---\na: b")]
    [DataRow("--- a")]
    [DataRow("---")]
    [DataRow("--- # c\n# d\n")]
    [DataRow("---\n---")]
    [DataRow("a: b\n...")]
    [DataRow("a: b\n...\n...\n")]
    [DataRow("...")]
    [DataRow("a: b\n---\nc: d")]
    [DataRow("a: b\n...\nc: d")]
    [DataRow("a: b\n...\n%YAML 1.2\n---\nc: d")]
    [DataRow("a: b\n... c")]
    [DataRow("a: 'b\n---\nc'")]
    [DataRow("%YAML 1.2\n---\na: b")]
    [DataRow("%YAML 1.2\na: b")]
    [DataRow("%YAML 2.0\n---\na: b")]
    [DataRow("%YAML x\n---\na: b")]
    [DataRow("%TAG !e! tag:e,1:\n---\n!e!x a")]
    [DataRow("%TAG !e! a\n%TAG !e! b\n---\nc")]
    [DataRow("%OTHER x\n---\na: b")]
    [DataRow("&a b: *a\nc: &d\ne: &f [g]\n*h : i")]
    [DataRow("!t a: !!str b\nc: !\nd: !t\ne: !<tag:x> f\ng: ! []")]
    [DataRow("!e!x a")]
    [DataRow("&a !t b: !t &c d")]
    [DataRow("&a &b c")]
    [DataRow("!t !u a")]
    [DataRow("&a *b")]
    [DataRow("<<: {a: b}\nc: {<<: d}")]
    [DataRow("a: b\n'a': c\na: d")]
    [DataRow("[a, a: b, a: b]")]
    [DataRow("'a'#b")]
    [DataRow("a: \"b\"#c")]
    [DataRow("a\n# b\nc")]
    public void Corners_are_read_alike(string text) => Compare(text);

    [TestMethod]
    [DynamicData(nameof(Examples))]
    public void Where_they_differ_the_parser_is_wrong(Divergence one)
    {
        var (theirs, ours) = ReadBoth(one.Example);
        Assert.IsFalse(Agree(theirs, ours), "they agree by now");
        Assert.IsTrue(one.Covers(one.Example, theirs, ours));
        Assert.AreEqual(one.Ours, ours.Errors.Length > 0 ? ours.Errors : ours.Tree);
    }

    [TestMethod]
    public void A_hundred_thousand_random_documents_are_read_alike()
    {
        var random = new Random(9);
        var accepted = 0;
        for (var round = 0; round < 100_000; round++)
        {
            var text = new StringBuilder();
            for (var pieces = random.Next(1, 16); pieces > 0; pieces--)
            {
                text.Append(Pieces[random.Next(Pieces.Length)]);
                // Every other document is one line.
                if (round % 2 == 0 && random.Next(3) == 0) text.Append(Breaks[random.Next(Breaks.Length)]);
            }

            if (Compare(text.ToString())) accepted++;
        }

        Assert.IsGreaterThan(20_000, accepted);
    }

    [TestMethod]
    public void A_good_policy_with_random_damage_is_read_alike()
    {
        const string Policy = """
            # ours
            profile: strict
            rules: {DG0005: off, "DG0006": 'info'}
            registries:
              trusted: [mcr.microsoft.com, "ghcr.io/contoso"]
            waivers:
            - rule: [DG0005,
                DG0006]
              path: legacy/**
              reason: |
                because
              owner: me # and you

            - rule: DG1004
              reason: "a
                b"
            """;
        const string Damage = "\n -:?,[]{}#'\"|>&*!%@\t\\~a";
        var random = new Random(10);
        for (var round = 0; round < 20_000; round++)
        {
            var text = new StringBuilder(Policy);
            for (var i = random.Next(4); i >= 0; i--)
            {
                var at = random.Next(text.Length);
                if (random.Next(3) > 0) text.Insert(at, Damage[random.Next(Damage.Length)]);
                else text.Remove(at, random.Next(Math.Min(8, text.Length - at)));
            }

            Compare(text.ToString());
        }
    }

    /// <returns>True when nothing is wrong with the text.</returns>
    private static bool Compare(string text)
    {
        var (theirs, ours) = ReadBoth(text);
        if (!Agree(theirs, ours) && !Divergences.Any(one => one.Covers(text, theirs, ours)))
            Assert.Fail($"{Regex.Escape(text)}\n parser: {theirs}\n ours:   {ours}");
        return ours.Errors.Length == 0;
    }

    /// <summary>
    /// Where the syntax is broken only the place and the words of that are compared: the parser's sentence comes before
    /// or after what else is wrong there.
    /// </summary>
    private static bool Agree(Reading theirs, Reading ours) =>
        theirs.Syntax is null ? theirs == ours : theirs.Syntax == ours.Syntax;

    private static (Reading Theirs, Reading Ours) ReadBoth(string text) =>
        (Read(LibraryTreeReader.Read, text), Read(ReadUnexplained, text));

    /// <summary>The words and places of the grammar, before they are explained to people.</summary>
    private static YamlNode? ReadUnexplained(string text, PolicyErrors errors)
    {
        try
        {
            return YamlTreeReader.Parse(text, errors);
        }
        catch (YamlException exception)
        {
            // Of the characters that a policy may not have some end lines for the scanner.
            if (!text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            {
                var (span, message) = YamlMistakes.Explain(text, exception);
                Assert.IsLessThanOrEqualTo(YamlSyntax.Lines(text).Length, span.EndLine, Regex.Escape(text));
                if (message.EndsWith("cannot be decoded")) Assert.Contains("\\", text);
            }

            errors.Add(YamlSyntax.SpanInside(text, exception.Start, exception.End), YamlSyntax.Message(exception));
            return null;
        }
    }

    private static Reading Read(Func<string, PolicyErrors, YamlNode?> read, string text)
    {
        var errors = new PolicyErrors("/policy.yml");
        var root = read(text, errors);
        var lines = errors.InOrder.Select(error => $"{error.Span} {error.Message}").ToList();
        return new Reading(
            string.Join("\n", lines),
            lines.Find(line => line.Contains(") not valid YAML: ")),
            root is null ? "nothing" : Show(root));
    }

    private static string Show(YamlNode node) => node switch
    {
        YamlScalar scalar => $"{(scalar.IsEmpty ? "empty" : "")}<{scalar.Text}>{scalar.Span}",
        YamlList list => $"[{string.Join(", ", list.Items.Select(Show))}]{list.Span}",
        YamlMap map =>
            $"{{{string.Join(", ", map.Entries.Select(one => $"{Show(one.Key)}: {Show(one.Value)}"))}}}{map.Span}",
        _ => $"refused{node.Span}",
    };

    [GeneratedRegex(@"^([\s\0\uFEFF]|[#%].*)*\.\.\.")]
    private static partial Regex EndMarkerFirst();

    [GeneratedRegex(@"(^|[\n\r\u0085\0\uFEFF]|[-?:]\s)[\s\0]*:(\s|\0|$)")]
    private static partial Regex NothingBeforeColon();

    [GeneratedRegex(@"[\[,]([\s\0\uFEFF]|#.*)*\?")]
    private static partial Regex ExplicitKeyInList();

    [GeneratedRegex(@"[{,]([\s\0\uFEFF]|#.*)*[!*\[{]")]
    private static partial Regex OtherKeyInBraces();

    /// <summary>What a reader makes of a text.</summary>
    /// <param name="Errors">A line each; empty when nothing is wrong.</param>
    /// <param name="Syntax">The line that says what is no YAML.</param>
    /// <param name="Tree">Kinds, texts and places.</param>
    public sealed record Reading(string Errors, string? Syntax, string Tree);

    /// <summary>A difference on purpose.</summary>
    /// <param name="Reason">What the parser gets wrong, with the place in the specification.</param>
    /// <param name="Example">The smallest text that shows it.</param>
    /// <param name="Ours">What we make of the example: the errors, or else the tree.</param>
    /// <param name="Covers">Whether a text read so and so is of this kind.</param>
    public sealed record Divergence(
        string Reason, string Example, string Ours, Func<string, Reading, Reading, bool> Covers)
    {
        public override string ToString() => Reason;
    }
}
