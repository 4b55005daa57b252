using System.Text;
using DockerGuard.Evaluation;

namespace DockerGuard.Build.Tests;

/// <summary>What a configuration of NuGet asks of whoever restores by it.</summary>
[TestClass]
public sealed class FeedSourcesTests
{
    [TestMethod]
    [DataRow("""<clear /><add key="a" value="https://api.nuget.org/v3/index.json" />""", false, true)]
    [DataRow("""<add key="a" value="https://www.nuget.org/api/v2" /><add key="b" value="../feed" />""", false, false)]
    [DataRow(
        """<add key="a" value="https://pkgs.dev.azure.com/dnceng/public/_packaging/x/nuget/v3/index.json" />""",
        false, false)]
    [DataRow("""<add key="a" value="https://dnceng.pkgs.visualstudio.com/public/_packaging/x" />""", false, false)]
    [DataRow("""<clear /><add key="a" value="https://pkgs.dev.azure.com/contoso/_packaging/x" />""", true, true)]
    [DataRow("""<add key="a" value="https://nuget.contoso.com/v3/index.json" />""", true, false)]
    [DataRow("""<add key="a" value="https://me:secret@api.nuget.org/v3/index.json" />""", true, false)]
    [DataRow("""<add key="a" value="https://notnuget.org/v3/index.json" />""", true, false)]
    [DataRow("<broken", false, false)]
    public void Feeds_that_are_not_open_to_all_are_known(string sources, bool isClosed, bool isCleared)
    {
        var text = $"<configuration><packageSources>{sources}</packageSources></configuration>";
        Assert.AreEqual(new FeedSources(isClosed, isCleared), FeedSources.Of(Encoding.UTF8.GetBytes(text)));
    }
}
