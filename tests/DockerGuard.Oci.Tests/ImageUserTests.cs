namespace DockerGuard.Oci.Tests;

[TestClass]
public sealed class ImageUserTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow(":1000")]
    [DataRow("root")]
    [DataRow("root:wheel")]
    [DataRow("0")]
    [DataRow("00")]
    [DataRow("+0")]
    [DataRow("-0:0")]
    [DataRow("+0:+0")]
    [DataRow("-000:app")]
    [DataRow(" 0 ")]
    [DataRow("4294967296:1000")]
    public void Root_is_root_however_it_is_written(string user) => Assert.IsTrue(ImageUser.Parse(user).IsRoot);

    [TestMethod]
    [DataRow("1654", true)]
    [DataRow("+1654:0", true)]
    [DataRow("-1", true)]
    [DataRow("01", true)]
    [DataRow("0x0", false)]
    [DataRow("0_0", false)]
    [DataRow("++0", false)]
    [DataRow("+", false)]
    [DataRow("- 0", false)]
    [DataRow("0.", false)]
    [DataRow("Root", false)]
    [DataRow("app:root", false)]
    [DataRow("\u0660", false)]
    [DataRow("99999999999999999999999999999999", true)]
    public void Others_are_not(string user, bool isNumeric)
    {
        Assert.IsFalse(ImageUser.Parse(user).IsRoot);
        Assert.AreEqual(isNumeric, ImageUser.Parse(user).IsNumeric);
    }
}
