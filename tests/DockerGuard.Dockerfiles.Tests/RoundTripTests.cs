using System;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Dockerfiles.Tests;

[TestClass]
public sealed class RoundTripTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("\n")]
    [DataRow("\r\n\r\n")]
    [DataRow("FROM a")]
    [DataRow("FROM a\n")]
    [DataRow("FROM a\r\nRUN b \\\r\n  c\r\n")]
    [DataRow("FROM a\rRUN b\r")]
    [DataRow("\uFEFFFROM a\n")]
    [DataRow("\uFEFF\uFEFFFROM a\n")]
    [DataRow("\uFEFF")]
    [DataRow("# only\n# comments\n")]
    [DataRow("   \t \n  # indented\n\n\n\tFROM\ta\t\n")]
    [DataRow("FROM a\nRUN a\0b\nRUN \0\n")]
    [DataRow("FROM a\nRUN <<A 3<<-B\nx\nA\n\ty\n\tB\nRUN c\n")]
    [DataRow("FROM a\nRUN <<A\nnever ended")]
    [DataRow("FROM a\nRUN b \\")]
    [DataRow("\\\n\\\nFROM a\n\\\n")]
    [DataRow("# escape=`\nFROM a\nRUN b `\n# c\n\n d\n")]
    [DataRow("FROM a\nRUN b\u2028c\u0085d\n\u00A0LABEL e=f\n")]
    public void Nodes_together_are_the_text(string text)
    {
        var file = Dockerfile.Parse(text);
        Assert.AreEqual(text, file.ToString());
        Assert.AreEqual(text, string.Concat(file.Nodes.Select(node => node.ToString())));
        var at = 0;
        foreach (var node in file.Nodes)
        {
            Assert.AreEqual(at, node.Start);
            Assert.IsGreaterThan(0, node.Length);
            at += node.Length;
        }

        Assert.AreEqual(text.Length, at);
    }

    [TestMethod]
    public void Bytes_that_are_not_utf8_come_back()
    {
        byte[][] samples =
        [
            [0x46, 0x52, 0x4F, 0x4D, 0x20, 0xFF, 0x0A],
            [0xC0, 0x80, 0xE0, 0x80, 0x80, 0xED, 0xA0, 0x80, 0xF5, 0x80, 0x80, 0x80],
            [0xEF, 0xBB, 0xBF, 0x46],
            [0xE2, 0x82],
            [0xF0, 0x9F, 0x90, 0xB3, 0xF0, 0x9F, 0x90],
            [.. Encoding.UTF8.GetBytes("FROM é:🐳\n")],
        ];
        foreach (var bytes in samples) CollectionAssert.AreEqual(bytes, Dockerfile.Parse(bytes).ToBytes());
    }

    [TestMethod]
    public void Random_bytes_come_back()
    {
        var random = new Random(42);
        for (var i = 0; i < 300; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            CollectionAssert.AreEqual(bytes, Dockerfile.Parse(bytes).ToBytes());
        }
    }

    [TestMethod]
    public void Valid_utf8_is_decoded()
    {
        var file = Dockerfile.Parse(Encoding.UTF8.GetBytes("FROM é:🐳\n"));
        Assert.AreEqual("FROM é:🐳\n", file.Text);
    }

    [TestMethod]
    public void Edits_keep_every_other_character()
    {
        const string Text = "\uFEFFFROM a:1\r\n\r\nRUN b \\\r\n # why\r\n c\r\n";
        var file = Dockerfile.Parse(Text);
        var image = file.Stages[0].From.Image!;
        var run = file.Instructions[1];
        var edited = file.ApplyEdits([
            new TextEdit(run.ContentStart, 0, "USER 1654\r\n"),
            new TextEdit(image.Start, image.Length, "a:2"),
            new TextEdit(run.ContentStart, 0, "WORKDIR /app\r\n"),
        ]);
        Assert.AreEqual("\uFEFFFROM a:2\r\n\r\nUSER 1654\r\nWORKDIR /app\r\nRUN b \\\r\n # why\r\n c\r\n", edited);
    }

    [TestMethod]
    public void An_insertion_at_a_replacement_goes_before_it()
    {
        var edited = Dockerfile.Parse("abc").ApplyEdits([new TextEdit(1, 1, "B"), new TextEdit(1, 0, "+")]);
        Assert.AreEqual("a+Bc", edited);
    }

    [TestMethod]
    [DataRow(2, 5)]
    [DataRow(-1, 1)]
    [DataRow(0, -1)]
    [DataRow(int.MaxValue, 1)]
    public void An_edit_outside_the_text_is_refused(int start, int length) =>
        Assert.ThrowsExactly<ArgumentException>(
            () => Dockerfile.Parse("abc").ApplyEdits([new TextEdit(start, length, "")]));

    [TestMethod]
    public void Overlapping_edits_are_refused() =>
        Assert.ThrowsExactly<ArgumentException>(
            () => Dockerfile.Parse("abc").ApplyEdits([new TextEdit(0, 2, ""), new TextEdit(1, 1, "")]));
}
