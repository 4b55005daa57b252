using System.Linq;
using System.Threading.Tasks;

namespace DockerGuard.Policy.Tests;

[TestClass]
public sealed class ConcurrencyTests
{
    [TestMethod]
    public void Projects_of_one_build_load_the_same_policy_at_the_same_time()
    {
        using var scratch = new Scratch()
            .Write(
                "base.yml",
                "rules: {DG0005: error}\nwaivers: [{rule: DG0006, reason: r, owner: o, expires: 2030-01-01}]")
            .Write(".dockerguard.yml", "extends: base.yml\nprofile: strict")
            .Write("bad/.dockerguard.yml", "extends: ../base.yml\nlevel: x");
        var results = new string[200];
        Parallel.For(0, results.Length, i =>
        {
            var result = scratch.Load(i % 2 == 0 ? "a/b" : "bad");
            results[i] = $"{result.Policy?.Settings.Profile} {result.Policy?.Waivers.Count} "
                + string.Join(" ", scratch.Errors(result));
        });
        Assert.AreEqual("strict 1 ", results.Where((_, i) => i % 2 == 0).Distinct().Single());
        Assert.AreEqual(
            "  bad/.dockerguard.yml(2,8,2,9): 'x' is not a level: a whole number from 1 to 1",
            results.Where((_, i) => i % 2 == 1).Distinct().Single());
    }
}
