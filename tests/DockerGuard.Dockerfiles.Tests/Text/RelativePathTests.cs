using DockerGuard.Dockerfiles.Text;

namespace DockerGuard.Dockerfiles.Tests.Text;

[TestClass]
public sealed class RelativePathTests
{
    [TestMethod]
    [DataRow("/repo", "/repo/Dockerfile", "Dockerfile")]
    [DataRow("/repo/", "/repo/src/Web/Dockerfile", "src/Web/Dockerfile")]
    [DataRow("/repo/src/Web", "/repo/src/Api/Dockerfile", "../Api/Dockerfile")]
    [DataRow("/repo/src/Web", "/repo/Dockerfile", "../../Dockerfile")]
    [DataRow("C:\\repo", "C:\\repo\\src\\Dockerfile", "src/Dockerfile")]
    [DataRow("C:\\repo", "D:\\other\\Dockerfile", "D:/other/Dockerfile")]
    public void A_file_is_named_from_a_folder(string folder, string path, string expected) =>
        Assert.AreEqual(expected, RelativePath.From(folder, path));

    [TestMethod]
    [DataRow("/repo", "/repo/src/Dockerfile", "src/Dockerfile")]
    [DataRow("/repo/", "/repo/Dockerfile", "Dockerfile")]
    [DataRow("C:\\repo\\", "C:\\repo\\src\\Dockerfile", "src/Dockerfile")]
    [DataRow("/repo", "/repository/Dockerfile", null)]
    [DataRow("/repo", "/Repo/Dockerfile", null)]
    [DataRow("/repo", "/repo", null)]
    public void A_file_below_a_folder_is_told_from_others(string folder, string path, string? expected) =>
        Assert.AreEqual(expected, RelativePath.Below(folder, path));
}
