using System.Globalization;
using System.Linq;
using System.Text;
using DockerGuard.Oci.Text;

namespace DockerGuard.Oci.Tests.Text;

/// <summary>What normalises to a delimiter of addresses is read as one.</summary>
[TestClass]
public sealed class AddressFoldingTests
{
    private const string Delimiters = "@:/?#&=;%\\";

    [TestMethod]
    public void Every_character_whose_compatibility_form_has_a_delimiter_is_folded()
    {
        var wrong = Enumerable.Range(0x80, 0xFFFF - 0x80).Select(code => (char)code)
            .Where(c => !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != UnicodeCategory.OtherNotAssigned)
            .Select(c => (Char: c, Form: c.ToString().Normalize(NormalizationForm.FormKC)))
            .Select(one => (one.Char, Expected: Expected(one.Form) ?? one.Char))
            .Where(one => AddressFolding.Fold($"a{one.Char}b") != $"a{one.Expected}b")
            .Select(one => $"U+{(int)one.Char:X4} {one.Expected}");
        Assert.AreEqual("", string.Join(", ", wrong));
    }

    [TestMethod]
    public void Other_text_is_the_same_object()
    {
        var text = "https://u:p@a.example/\u00FC";
        Assert.AreSame(text, AddressFolding.Fold(text));
    }

    private static char? Expected(string form) =>
        form == "." ? '.' : form.IndexOfAny([.. Delimiters]) is >= 0 and var at ? form[at] : null;
}
