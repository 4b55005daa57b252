using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DockerGuard.Policy.Sections;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using Json.Schema;

namespace DockerGuard.Policy.Tests;

/// <summary>The schema editors complete a policy by, the reader and the page know the same keys and words.</summary>
[TestClass]
public sealed partial class EditorSchemaTests
{
    [TestMethod]
    public void The_file_is_what_the_sections_say()
    {
        var expected = PolicySchema.Write();
        if (Environment.GetEnvironmentVariable("DOCKERGUARD_UPDATE") == "1")
            File.WriteAllText(EditorSchema.File, expected);
        Assert.AreEqual(
            expected, EditorSchema.Text, "stale: run the tests with DOCKERGUARD_UPDATE=1 and look at the change");
    }

    [TestMethod]
    public void It_is_a_schema_of_draft_07() =>
        Assert.IsTrue(MetaSchemas.Draft7.Evaluate(JsonNode.Parse(EditorSchema.Text)).IsValid);

    [TestMethod]
    public void Sections_are_sorted()
    {
        string[] keys = [.. PolicySections.All.Select(section => section.Key)];
        CollectionAssert.AreEqual(keys.Order(StringComparer.Ordinal).ToArray(), keys);
    }

    [TestMethod]
    public void The_page_has_a_chapter_for_every_key_of_the_schema_and_no_other()
    {
        string[] keys = [.. EditorSchema.Root.GetProperty("properties").EnumerateObject().Select(key => key.Name)];
        CollectionAssert.AreEqual(PolicySections.All.Select(section => section.Key).ToArray(), keys);
        CollectionAssert.AreEquivalent(keys, PolicyPage.Chapters.Keys.ToArray());
    }

    /// <summary>A chapter tells of a key at the beginning of a paragraph or of a row.</summary>
    [TestMethod]
    [DataRow("labels")]
    [DataRow("registries")]
    [DataRow("waivers")]
    public void A_chapter_tells_of_every_key_below_its_own_and_of_no_other(string section)
    {
        var schema = EditorSchema.Root.GetProperty("properties").GetProperty(section);
        var map = schema.TryGetProperty("items", out var items) ? items : schema;
        string[] keys = [.. map.GetProperty("properties").EnumerateObject().Select(key => key.Name)];
        var types = PolicyPage.Chapters[section].Contains("| type |", StringComparison.Ordinal)
            ? Sections.Labels.LabelTypes.ByWord.Keys
            : [];
        var told = ToldKey().Matches(PolicyPage.Chapters[section]).Select(match => match.Groups[1].Value).Distinct();
        CollectionAssert.AreEquivalent(keys.Concat(types).ToArray(), told.ToArray());
    }

    [TestMethod]
    public void The_page_tells_of_every_profile() =>
        CollectionAssert.AreEqual(
            Profiles.All.ToArray(), ToldKey().Matches(PolicyPage.Chapters["profile"])
                .Select(match => match.Groups[1].Value).ToArray());

    [TestMethod]
    public void Every_name_of_a_rule_is_one_for_editors_too()
    {
        foreach (var name in RuleCatalog.Names.All.Distinct())
        {
            Assert.AreEqual("", EditorSchema.Problems($"rules: {{'{name}': error}}"), name);
            var isRefused = new Scratch().Write(".dockerguard.yml", Waiver(name)).Load().IsBroken;
            Assert.AreEqual(isRefused, EditorSchema.Problems(Waiver(name)).Length > 0, name);
        }
    }

    [TestMethod]
    [DataRow("dg1004", true)]
    [DataRow("dl3007", true)]
    [DataRow("sc2086", true)]
    [DataRow("ckv_docker_7", true)]
    [DataRow("cis-4.1", true)]
    [DataRow("DG9999", false)]
    [DataRow("DL30070", false)]
    [DataRow("SC9999", false)]
    [DataRow("CIS-4x1", false)]
    public void Ids_are_known_in_any_case(string id, bool isKnown)
    {
        Assert.AreEqual(isKnown, EditorSchema.Problems($"rules: {{{id}: off}}").Length == 0);
        Assert.AreEqual(isKnown, EditorSchema.Problems(Waiver(id)).Length == 0);
    }

    [TestMethod]
    [DataRow("profil: strict")]
    [DataRow("profile: relaxed")]
    [DataRow("level: 0")]
    [DataRow("level: 99")]
    [DataRow("rules: {DG1004: warn}")]
    [DataRow("rules: {DG0003: off}")]
    [DataRow("registries: {trusted: []}")]
    [DataRow("registries: {trusted: [A.io]}")]
    [DataRow("registries: {trusted: [a.io/]}")]
    [DataRow("registries: {trusted: ['a.*.io']}")]
    [DataRow("registries: {mirrors: {a.io: '*.b.io'}}")]
    [DataRow("labels: {required: [a b]}")]
    [DataRow("labels: {schema: {a: uri}}")]
    [DataRow("labels: {strict: yes}")]
    [DataRow("waivers: [{rule: DG2001, reason: r, owner: o}]")]
    [DataRow("waivers: [{rule: [], reason: r, owner: o, expires: 2030-01-01}]")]
    [DataRow("waivers: [{rule: DG2001, reason: r, owner: o, expires: tomorrow}]")]
    [DataRow("extends: []")]
    [DataRow("rules:")]
    public void What_a_schema_can_refuse_is_refused_by_both(string yaml)
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", yaml);
        Assert.IsTrue(scratch.Load().IsBroken);
        Assert.AreNotEqual("", EditorSchema.Problems(yaml));
    }

    private static string Waiver(string rule) =>
        $"waivers: [{{rule: '{rule}', reason: r, owner: o, expires: 2030-01-01}}]";

    [GeneratedRegex(@"^(?:\| )?`([a-z0-9]+)(?:: \w+)?`", RegexOptions.Multiline)]
    private static partial Regex ToldKey();
}
