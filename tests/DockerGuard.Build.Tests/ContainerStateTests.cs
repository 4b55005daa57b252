using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Build.Tests;

[TestClass]
public sealed class ContainerStateTests
{
    [TestMethod]
    public void Every_value_comes_back_as_it_was()
    {
        KeyValuePair<string, string>[] labels =
        [
            new("a", "https://x:1;y=2"), new("b", "100 % \t tab\r\nline %41"), new("c", ""), new("d", "Größe 🐳"),
        ];
        KeyValuePair<string, string>[] variables = [new("PATH", "C:\\x;D:\\y")];
        var read = ContainerState.Parse(new ContainerState { Labels = labels, Variables = variables }.ToText());

        CollectionAssert.AreEqual(labels, read.Labels.ToArray());
        CollectionAssert.AreEqual(variables, read.Variables.ToArray());
    }

    [TestMethod]
    public void An_item_keeps_what_MSBuild_would_read_as_its_own()
    {
        const string value = "a;b %3B $(c) @(d) *? 'e'";
        var item = MSBuildItem.Create(new("key", value));
        Assert.AreEqual("key", item.ItemSpec);
        Assert.AreEqual(value, item.GetMetadata("Value"));
    }
}
