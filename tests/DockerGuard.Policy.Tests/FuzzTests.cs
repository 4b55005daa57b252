using System;
using System.Diagnostics;
using System.Linq;
using System.Text;

namespace DockerGuard.Policy.Tests;

/// <summary>
/// Whatever stands in a policy file, loading ends with a policy or with errors that lie inside the file.
/// </summary>
[TestClass]
public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        "profile", "strict", "rules", "DG0005", "off", "registries", "trusted", "mirrors", "labels", "required",
        "waivers", "rule", "path", "reason",
        "owner", "expires", "2027-01-31", "extends", "package:A/b.yml", "base.yml", ": ", ":", "- ", "\n", "\n  ",
        "\n    ", "\r\n", "[", "]", "{", "}", ",", "'", "\"",
        "|", ">", "&a ", "*a", "!!x ", "<<", "? ", "#", "---\n", "...\n", "%YAML 1.1\n", "\t", "\\", "\\n", "\\e",
        "\"\\n\"", "\\x", "\\U", "FFFFFFFF", "D800", "~", "@", "`", "\0", "é", "😀", "\uFEFF", " ", "1",
    ];

    [TestMethod]
    public void Random_pieces_of_YAML() => Run(seed: 1, rounds: 3000, random =>
        Encoding.UTF8.GetBytes(
            string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)]))));

    [TestMethod]
    public void Random_bytes() => Run(seed: 2, rounds: 1500, random =>
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    });

    [TestMethod]
    public void A_good_policy_with_random_damage() => Run(seed: 3, rounds: 2000, random =>
    {
        var bytes = Encoding.UTF8.GetBytes("""
            profile: strict
            rules: {DG0005: "of\x66", DG0006: 'info'}
            registries:
              trusted: [mcr.microsoft.com]
              mirrors: {mcr.microsoft.com: registry.contoso.com/mcr}
            waivers:
              - rule: [DG0005]
                path: legacy/**
                reason: |
                  because
                owner: me
                expires: 2027-01-31
            """);
        for (var i = random.Next(1, 5); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    });

    private static void Run(int seed, int rounds, Func<Random, byte[]> next)
    {
        var random = new Random(seed);
        using var scratch = new Scratch();
        var clock = Stopwatch.StartNew();
        for (var round = 0; round < rounds && clock.ElapsedMilliseconds < 3000; round++)
        {
            var bytes = next(random);
            var result = scratch.Write(".dockerguard.yml", bytes).Load(resolvePackage: _ => null);
            var lines = Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Split('\n').Length;
            foreach (var error in result.Diagnostics)
            {
                Assert.IsTrue(
                    error.Span.Line >= 1 && error.Span.Column >= 1 && error.Span.EndLine <= lines,
                    $"round {round}: {error}");
                Assert.IsFalse(
                    error.Message.Any(char.IsControl) || error.Message.EndsWith('.'), $"round {round}: {error}");
                Assert.IsFalse(
                    char.IsUpper(error.Message[0]) && !error.Message.StartsWith("DG", StringComparison.Ordinal),
                    $"round {round}: {error}");
            }

            Assert.AreEqual(result.Diagnostics.Count > 0, result.IsBroken, $"round {round}");
        }
    }
}
