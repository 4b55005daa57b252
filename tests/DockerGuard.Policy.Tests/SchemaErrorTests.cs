namespace DockerGuard.Policy.Tests;

[TestClass]
public sealed class SchemaErrorTests
{
    [TestMethod]
    [DataRow("rule: {}", "(1,1,1,5): unknown key 'rule'; did you mean 'rules'?")]
    [DataRow("Profile: cis", "(1,1,1,8): unknown key 'Profile'; did you mean 'profile'?")]
    [DataRow("wiavers: []", "(1,1,1,8): unknown key 'wiavers'; did you mean 'waivers'?")]
    [DataRow("something: 1", "(1,1,1,10): unknown key 'something'")]
    [DataRow("registries:\n  trust: [a.io]", "(2,3,2,8): unknown key 'trust'; did you mean 'trusted'?")]
    [DataRow("labels: {require: [a]}", "(1,10,1,17): unknown key 'require'; did you mean 'required'?")]
    [DataRow("profile: strict\nprofile: cis", "(2,1,2,8): duplicate key 'profile'; the first is on line 1")]
    [DataRow("rules:\n  DG0005: off\n  DG0005: off", "(3,3,3,9): duplicate key 'DG0005'; the first is on line 2")]
    [DataRow("- profile", "(1,1,1,10): a policy must be a map of keys such as 'profile: recommended', not a list")]
    [DataRow("strict", "(1,1,1,7): a policy must be a map of keys such as 'profile: recommended', not text")]
    [DataRow("? [a, b]\n: c", "(1,3,1,9): a key must be text, not a list")]
    [DataRow("? {a: b}\n: c", "(1,3,1,9): a key must be text, not a map")]
    [DataRow("~: c", "(1,1,1,2): a key must be text, not empty")]
    public void Keys(string yaml, string error) => Scratch.Fails(yaml, error);

    [TestMethod]
    [DataRow("profile:", "(1,1,1,8): 'profile' has no value")]
    [DataRow("profile: # later\nlevel: 1", "(1,1,1,8): 'profile' has no value")]
    [DataRow("profile: ~", "(1,1,1,8): 'profile' has no value")]
    [DataRow("profile: null", "(1,1,1,8): 'profile' has no value")]
    [DataRow("profile: ''", "(1,10,1,12): 'profile' is empty")]
    [DataRow("profile: [strict]", "(1,10,1,18): 'profile' must be text, not a list")]
    [DataRow("profile: {a: b}", "(1,10,1,16): 'profile' must be text, not a map")]
    [DataRow(
        "profile: strct",
        "(1,10,1,15): 'strct' is not a profile: recommended, strict, cis, hadolint or buildkit; did you mean "
            + "'strict'?")]
    [DataRow(
        "profile: Strict",
        "(1,10,1,16): 'Strict' is not a profile: recommended, strict, cis, hadolint or buildkit; did you mean "
            + "'strict'?")]
    [DataRow(
        "profile: default", "(1,10,1,17): 'default' is not a profile: recommended, strict, cis, hadolint or buildkit")]
    [DataRow(
        "profile: |\n  strict\n",
        "(1,10,3,1): 'strict ' is not a profile: recommended, strict, cis, hadolint or buildkit; did you mean "
            + "'strict'?")]
    [DataRow("level: one", "(1,8,1,11): 'one' is not a level: a whole number from 1 to 1")]
    [DataRow("level: 0", "(1,8,1,9): '0' is not a level: a whole number from 1 to 1")]
    [DataRow("level: -1", "(1,8,1,10): '-1' is not a level: a whole number from 1 to 1")]
    [DataRow("level: 1.0", "(1,8,1,11): '1.0' is not a level: a whole number from 1 to 1")]
    [DataRow(
        "level: 99999999999999999999", "(1,8,1,28): '99999999999999999999' is not a level: a whole number from 1 to 1")]
    [DataRow("level: 7", "(1,8,1,9): level 7 is newer than this version of DockerGuard, whose newest is 1")]
    public void Profile_and_level(string yaml, string error) => Scratch.Fails(yaml, error);

    [TestMethod]
    [DataRow("rules: []", "(1,8,1,10): 'rules' must be a map, not a list")]
    [DataRow("rules:\n  # DG0005: off\n", "(1,1,1,6): 'rules' has no value")]
    [DataRow("rules:\n  - DG0005", "(2,3,2,11): 'rules' must be a map, not a list")]
    [DataRow("rules: off", "(1,8,1,11): 'rules' must be a map, not text")]
    [DataRow("rules:\n  DG0005:", "(2,3,2,9): 'DG0005' has no value")]
    [DataRow("rules:\n  DG0005: {severity: off}", "(2,11,2,26): 'DG0005' must be text, not a map")]
    [DataRow(
        "rules:\n  DG0005: warn",
        "(2,11,2,15): 'warn' is not a severity: off, info, warning or error; did you mean 'warning'?")]
    [DataRow(
        "rules:\n  DG0005: OFF",
        "(2,11,2,14): 'OFF' is not a severity: off, info, warning or error; did you mean 'off'?")]
    [DataRow("rules:\n  DG0005: true", "(2,11,2,15): 'true' is not a severity: off, info, warning or error")]
    [DataRow("rules:\n  DG0999: error", "(2,3,2,9): unknown rule 'DG0999'")]
    [DataRow("rules:\n  DG-0005: off", "(2,3,2,10): unknown rule 'DG-0005'; did you mean 'DG0005'?")]
    [DataRow(
        "rules:\n  DG0005UnusedSupression: off",
        "(2,3,2,25): unknown rule 'DG0005UnusedSupression'; did you mean 'DG0005UnusedSuppression'?")]
    [DataRow(
        "rules:\n  DG0003: off",
        "(2,11,2,14): DG0003 reports that a check could not be made, so it cannot be set below 'error'")]
    [DataRow(
        "rules:\n  DG0007: warning",
        "(2,11,2,18): DG0007 reports that a check could not be made, so it cannot be set below 'error'")]
    [DataRow(
        "rules:\n  DG0004: info",
        "(2,11,2,15): DG0004 reports that a check could not be made, so it cannot be set below 'warning'")]
    [DataRow(
        "rules:\n  DG0005: off\n  dg0005: error",
        "(3,3,3,9): 'dg0005' sets DG0005 again: 'DG0005' already sets it to 'off'")]
    public void Rules(string yaml, string error) => Scratch.Fails(yaml, error);

    [TestMethod]
    public void Two_names_of_one_rule_may_agree() =>
        Assert.HasCount(1, Scratch.LoadText("rules: {DG0005: off, DG0005UnusedSuppression: off}").Settings.Severities);

    [TestMethod]
    [DataRow("registries: [a.io]", "(1,13,1,19): 'registries' must be a map, not a list")]
    [DataRow("registries: {trusted: a.io}", "(1,23,1,27): 'trusted' must be a list, not text")]
    [DataRow(
        "registries: {trusted: []}",
        "(1,23,1,25): 'trusted' names no registry; without the key every registry is trusted")]
    [DataRow("registries:\n  trusted:\n    - [a.io]", "(3,7,3,13): an item of 'trusted' must be text, not a list")]
    [DataRow("registries: {trusted: ['']}", "(1,24,1,26): an item of 'trusted' is empty")]
    [DataRow(
        "registries: {trusted: ['https://a.io']}",
        "(1,24,1,38): registry 'https://a.io' has a scheme; write host[:port][/path] only")]
    [DataRow(
        "registries: {trusted: [Registry.Contoso.com]}",
        "(1,24,1,44): registry 'Registry.Contoso.com' must be lower-case; did you mean 'registry.contoso.com'?")]
    [DataRow(
        "registries: {trusted: [contoso]}",
        "(1,24,1,31): registry 'contoso' names no registry: its first part has neither dot nor port")]
    [DataRow(
        "registries: {trusted: ['a.*.io']}",
        "(1,24,1,32): registry 'a.*.io' has a wildcard inside; '*' stands at the beginning or at the end, once")]
    [DataRow(
        "registries: {trusted: ['*.a.*']}",
        "(1,24,1,31): registry '*.a.*' has a wildcard inside; '*' stands at the beginning or at the end, once")]
    [DataRow(
        "registries: {trusted: ['*.a.io/b']}",
        "(1,24,1,34): registry '*.a.io/b' has a path after '*'; write the end of the host's name only")]
    [DataRow(
        "registries: {trusted: ['*.A.io']}",
        "(1,24,1,32): registry '*.A.io' must be lower-case; did you mean '*.a.io'?")]
    [DataRow("registries: {trusted: ['a.io:b*']}", "(1,24,1,33): registry 'a.io:b*' has a port that is not 1 to 65535")]
    [DataRow(
        "registries: {mirrors: {mcr.microsoft.com: '*.azurecr.io'}}",
        "(1,43,1,57): registry '*.azurecr.io' has a wildcard; write host[:port][/path], which covers everything below "
            + "it")]
    [DataRow(
        "registries: {trusted: [a.io/]}", "(1,24,1,29): registry 'a.io/' ends with '/'; write host[:port][/path] only")]
    [DataRow("registries: {trusted: ['a.io:0']}", "(1,24,1,32): registry 'a.io:0' has a port that is not 1 to 65535")]
    [DataRow("registries: {trusted: ['a.io:x']}", "(1,24,1,32): registry 'a.io:x' has a port that is not 1 to 65535")]
    [DataRow(
        "registries: {trusted: ['a.io/b:1']}",
        "(1,24,1,34): registry 'a.io/b:1' has a tag; write host[:port][/path] only")]
    [DataRow(
        "registries: {trusted: ['a.io/b@sha256:1']}",
        "(1,24,1,41): registry 'a.io/b@sha256:1' has a digest; write host[:port][/path] only")]
    [DataRow("registries: {trusted: [a..io]}", "(1,24,1,29): registry 'a..io' is not of the form host[:port][/path]")]
    [DataRow("registries: {trusted: [-a.io]}", "(1,24,1,29): registry '-a.io' is not of the form host[:port][/path]")]
    [DataRow(
        "registries: {trusted: [a.io//b]}", "(1,24,1,31): registry 'a.io//b' is not of the form host[:port][/path]")]
    [DataRow(
        "registries: {trusted: [a.io/b___c]}",
        "(1,24,1,34): registry 'a.io/b___c' is not of the form host[:port][/path]")]
    [DataRow(
        "registries: {trusted: [a.io/b.-c]}",
        "(1,24,1,33): registry 'a.io/b.-c' is not of the form host[:port][/path]")]
    [DataRow("registries: {mirrors: [a.io]}", "(1,23,1,29): 'mirrors' must be a map, not a list")]
    [DataRow("registries: {mirrors: {a.io: }}", "(1,24,1,28): 'a.io' has no value")]
    [DataRow(
        "registries: {mirrors: {a.io: B.io}}", "(1,30,1,34): registry 'B.io' must be lower-case; did you mean 'b.io'?")]
    [DataRow(
        "registries: {mirrors: {A.io: b.io}}", "(1,24,1,28): registry 'A.io' must be lower-case; did you mean 'a.io'?")]
    [DataRow("registries: {mirrors: {a.io: a.io}}", "(1,30,1,34): 'a.io' is a mirror of itself")]
    public void Registries(string yaml, string error) => Scratch.Fails(yaml, error);

    [TestMethod]
    [DataRow("docker.io")]
    [DataRow("localhost")]
    [DataRow("localhost:5000/a/b")]
    [DataRow("registry:5000")]
    [DataRow("10.0.0.1:65535")]
    [DataRow("a-b.contoso.com/team_a/b__c/d--e/f.g/0")]
    [DataRow("*")]
    [DataRow("*.azurecr.io")]
    [DataRow("*contoso.com:5000")]
    [DataRow("contoso.azurecr.io/*")]
    [DataRow("contoso.azurecr.io/team-*")]
    [DataRow("registry.contoso.*")]
    [DataRow("10.0.*")]
    public void Registries_of_every_form(string registry)
    {
        var settings = Scratch.LoadText($"registries: {{trusted: ['{registry}']}}").Settings;
        Assert.AreEqual(registry, settings.Registries.Trusted[0]);
        Assert.AreEqual("", EditorSchema.Problems($"registries: {{trusted: ['{registry}']}}"));
    }

    [TestMethod]
    [DataRow("labels: [a]", "(1,9,1,12): 'labels' must be a map, not a list")]
    [DataRow("labels: {required: a}", "(1,20,1,21): 'required' must be a list, not text")]
    [DataRow("labels: {required: [a b]}", "(1,21,1,24): 'a b' is not a label key: it has a blank, a quote or '='")]
    [DataRow("labels: {required: [a=b]}", "(1,21,1,24): 'a=b' is not a label key: it has a blank, a quote or '='")]
    [DataRow("labels: {schema: [a]}", "(1,18,1,21): 'schema' must be a map, not a list")]
    [DataRow(
        "labels: {schema: {a: uri}}",
        "(1,22,1,25): 'uri' is not a type of label: text, url, semver, hash, rfc3339, spdx or email; did you mean "
            + "'url'?")]
    [DataRow("labels: {schema: {a: [url]}}", "(1,22,1,27): 'a' must be text, not a list")]
    [DataRow("labels: {schema: {'a b': url}}", "(1,19,1,24): 'a b' is not a label key: it has a blank, a quote or '='")]
    [DataRow("labels: {schema: {'': url}}", "(1,19,1,21): '' is not a label key: it is empty")]
    [DataRow("labels: {strict: yes}", "(1,18,1,21): 'yes' is neither true nor false")]
    [DataRow("labels: {strict: []}", "(1,18,1,20): 'strict' must be text, not a list")]
    [DataRow("labels: {strickt: true}", "(1,10,1,17): unknown key 'strickt'; did you mean 'strict'?")]
    [DataRow("labels:\n  required:\n    - ''", "(3,7,3,9): an item of 'required' is empty")]
    [DataRow("labels:\n  required:\n    -\n    - a", "(3,6,3,6): an item of 'required' is empty")]
    public void Labels(string yaml, string error) => Scratch.Fails(yaml, error);

    [TestMethod]
    public void Every_independent_error_is_reported_in_the_order_of_the_lines() => Scratch.Fails(
        """
        profile: relaxed
        level: one
        rules:
          DG0999: loud
          DG0005: warn
        registries:
          trusted: [contoso, "A.io"]
          mirror: {}
        labels:
          required: {a: b}
        waivers:
          - rule: DG0003
            expires: tomorrow
        """,
        "(1,10,1,17): 'relaxed' is not a profile: recommended, strict, cis, hadolint or buildkit",
        "(2,8,2,11): 'one' is not a level: a whole number from 1 to 1",
        "(4,3,4,9): unknown rule 'DG0999'",
        "(4,11,4,15): 'loud' is not a severity: off, info, warning or error",
        "(5,11,5,15): 'warn' is not a severity: off, info, warning or error; did you mean 'warning'?",
        "(7,13,7,20): registry 'contoso' names no registry: its first part has neither dot nor port",
        "(7,22,7,28): registry 'A.io' must be lower-case; did you mean 'a.io'?",
        "(8,3,8,9): unknown key 'mirror'; did you mean 'mirrors'?",
        "(10,13,10,19): 'required' must be a list, not a map",
        "(12,5,13,22): the waiver has no 'reason', 'owner'",
        "(12,11,12,17): DG0003 is about the tool itself and cannot be waived",
        "(13,14,13,22): 'tomorrow' is not a date: a day of the calendar as yyyy-MM-dd, such as 2027-01-31");
}
