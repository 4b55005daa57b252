using System;
using System.Text;

namespace DockerGuard.Oci.Tests;

[TestClass]
public sealed class DigestTests
{
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static readonly byte[] Abc = Encoding.ASCII.GetBytes("abc");

    [TestMethod]
    [DataRow("sha256", 64, true)]
    [DataRow("sha384", 96, true)]
    [DataRow("sha512", 128, true)]
    [DataRow("sha256", 63, false)]
    [DataRow("sha256", 65, false)]
    [DataRow("sha512", 64, false)]
    [DataRow("md5", 32, false)]
    [DataRow("SHA256", 64, false)]
    [DataRow("", 64, false)]
    public void Has_a_known_algorithm_and_its_number_of_digits(string algorithm, int digits, bool expected) =>
        Assert.AreEqual(expected, Digest.IsValid(algorithm + ":" + new string('a', digits)));

    [TestMethod]
    [DataRow("A")]
    [DataRow("g")]
    [DataRow(" ")]
    [DataRow(":")]
    public void Has_small_hexadecimal_digits_only(string digit) =>
        Assert.IsFalse(Digest.IsValid("sha256:" + OfAbc[..63] + digit));

    [TestMethod]
    [DataRow("")]
    [DataRow("sha256")]
    [DataRow("sha256:")]
    public void Has_both_parts(string text) => Assert.IsFalse(Digest.IsValid(text));

    [TestMethod]
    public void Names_content()
    {
        Assert.AreEqual("sha256:" + OfAbc, Digest.Of(Abc));
        Assert.AreEqual("sha256:" + OfAbc, Digest.Like("sha256:" + new string('0', 64), Abc));
        StringAssert.StartsWith(Digest.Like("sha512:" + new string('0', 128), Abc), "sha512:ddaf35a193617aba");
        StringAssert.StartsWith(Digest.Like("sha384:" + new string('0', 96), Abc), "sha384:cb00753f45a35e8b");
        Assert.ThrowsExactly<ArgumentException>(() => Digest.Like("md5:00", Abc));
    }

    [TestMethod]
    public void A_hash_is_written_in_as_many_digits_as_asked_for()
    {
        Assert.AreEqual(OfAbc, Sha256.Hex("abc"));
        Assert.AreEqual(OfAbc, Sha256.Hex(Abc));
        Assert.AreEqual("ba7816bf8f01cfea", Sha256.Hex("abc", 16));
        Assert.AreEqual("ba7", Sha256.Hex(Abc, 3));
    }
}
