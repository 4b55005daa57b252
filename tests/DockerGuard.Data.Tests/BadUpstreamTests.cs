using System;

namespace DockerGuard.Data.Tests;

/// <summary>What is not as it was is one sentence, and no table.</summary>
[TestClass]
public sealed class BadUpstreamTests
{
    [TestMethod]
    [DataRow("{", "manifest.json of dotnet-docker is no JSON: line 1, byte 1")]
    [DataRow("{}", "an entry lacks the list 'repos': {}")]
    [DataRow("[]", "an entry lacks the list 'repos': []")]
    [DataRow("""{ "repos": [] }""", "manifest.json of dotnet-docker has no .NET image")]
    [DataRow("""{ "repos": [ {} ] }""", "an entry lacks the text 'name': {}")]
    [DataRow("""{ "includes": [ "more.json" ], "repos": [] }""", "dotnet-docker has no more.json")]
    public void A_manifest_that_cannot_be_read_is_one_sentence(string manifest, string expected) =>
        Assert.AreEqual(expected, Problem(manifest));

    [TestMethod]
    [DataRow("$(dotnet|10.0|product-version)", "$(absent)", "nothing sets the variable 'absent'")]
    [DataRow("\"10.0.11\"", "\"ten\"", "'ten' is not a version of .NET")]
    [DataRow("src/runtime/10.0/noble/amd64", "noble", "the Dockerfile's folder noble does not name a family")]
    [DataRow("10.0-resolute-chiseled", "10.0", "dotnet/runtime:10.0 names two images")]
    public void An_entry_that_cannot_be_read_is_one_sentence(string text, string other, string expected) =>
        Assert.AreEqual(expected, Problem(Sources.Manifest.Replace(text, other, StringComparison.Ordinal)));

    [TestMethod]
    public void A_folder_that_is_no_clone_is_one_sentence()
    {
        var exception = Assert.ThrowsExactly<UpstreamException>(() => Upstream.Of("/nowhere/at/all"));

        Assert.AreEqual("/nowhere/at/all is not a clone of a repository", exception.Message);
    }

    private static string Problem(string manifest) =>
        Assert.ThrowsExactly<UpstreamException>(() => TagTable.Generate(Sources.DotnetDocker(manifest))).Message;
}
