using System.Collections.Generic;
using System.Linq;
using DockerGuard.Testing;

namespace DockerGuard.Policy.Tests;

/// <summary>The examples of the policy's page, each loaded as the file it shows.</summary>
[TestClass]
public sealed class ReferencePageTests
{
    public static IEnumerable<object?[]> Examples()
    {
        var fences = PolicyPage.ReadFences();
        for (var i = 0; i < fences.Count; i++)
        {
            var (info, line, text) = fences[i];
            if (info == "yaml") yield return [line, text, null];
            else if (info == "yaml error") yield return [line, text, fences[i + 1].Text];
        }
    }

    [TestMethod]
    [DynamicData(nameof(Examples))]
    public void Example(int line, string yaml, string? errors)
    {
        using var scratch = new Scratch()
            .Write("base.dockerguard.yml", "profile: cis")
            .Write("package/dockerguard.yml", "labels: {required: [a]}")
            .Write("src/.dockerguard.yml", yaml);
        var result = scratch.Load("src", resolvePackage: id => id == "Contoso.Policy" ? scratch.At("package") : null);
        var found = result.Diagnostics.Select(error => $"({error.Span.Line},{error.Span.Column}): {error.Message}\n");
        Assert.AreEqual(errors ?? "", string.Concat(found), $"POLICY.md, line {line}");
        var problems = EditorSchema.Problems(yaml);
        Assert.AreEqual(errors is not null, problems.Length > 0, $"POLICY.md, line {line}: {problems}");
    }

    [TestMethod]
    public void The_page_has_examples_of_both_kinds()
    {
        var kinds = PolicyPage.ReadFences().Select(fence => fence.Info).ToList();
        Assert.IsGreaterThanOrEqualTo(5, kinds.Count(kind => kind == "yaml"));
        Assert.IsGreaterThanOrEqualTo(1, kinds.Count(kind => kind == "yaml error"));
        Assert.IsTrue(kinds.All(kind => kind is "yaml" or "yaml error" or "text"));
    }

    [TestMethod]
    public void The_policy_the_readme_begins_with_loads()
    {
        var yaml = PolicyPage.ReadFences(RepositoryRoot.File("README.md")).Single(fence => fence.Info == "yaml").Text;
        Scratch.LoadText(yaml);
        Assert.AreEqual("", EditorSchema.Problems(yaml));
    }
}
