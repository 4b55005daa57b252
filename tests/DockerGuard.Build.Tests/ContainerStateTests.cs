using System.Collections.Generic;
using System.Linq;
using DockerGuard.Testing;
using Microsoft.Build.Framework;

namespace DockerGuard.Build.Tests;

[TestClass]
public sealed class ContainerStateTests
{
    private static readonly KeyValuePair<string, string>[] Labels =
    [
        new("a", "https://x:1;y=2"), new("b", "100 % \t tab\r\nline %41"), new("c", ""), new("d", "Größe 🐳"),
        new("e", new string('x', 100_000)),
    ];

    private static readonly KeyValuePair<string, string>[] Variables = [new("PATH", "C:\\x;D:\\y"), new("NONE", "")];

    private readonly RecordingEngine _engine = new();

    [TestMethod]
    public void Every_value_comes_back_as_it_was()
    {
        var inner = Unpack(Pack(Labels, Variables));

        Assert.IsTrue(inner.Execute());
        CollectionAssert.AreEqual(Labels, inner.Labels.Select(MSBuildItem.Read).ToArray());
        CollectionAssert.AreEqual(Variables, inner.EnvironmentVariables.Select(MSBuildItem.Read).ToArray());
    }

    [TestMethod]
    public void An_image_without_labels_and_variables_keeps_none()
    {
        var inner = Unpack(Pack([], []));

        Assert.IsTrue(inner.Execute());
        Assert.IsEmpty(inner.Labels);
        Assert.IsEmpty(inner.EnvironmentVariables);
    }

    [TestMethod]
    public void The_SDK_takes_nothing_of_it_apart()
    {
        var value = Pack(Labels, Variables).GetMetadata("Value");
        Assert.IsTrue(value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'), value);
    }

    [TestMethod]
    public void A_state_that_is_missing_cut_or_changed_or_another_makes_no_image()
    {
        var whole = Pack(Labels, Variables);
        var value = whole.GetMetadata("Value");
        foreach (var passed in new ITaskItem[][]
        {
            [],
            [State("")],
            [State(value[..^1])],
            [State(value[..100])],
            [State(value[1..])],
            [State("0" + value[1..] + "A")],
            [State(value.Replace('a', ' '))],
            [whole, Pack([], Variables)],
            [Items.With("com.contoso.team", "Value", value)],
        })
        {
            _engine.Errors.Clear();
            var inner = Unpack(passed);

            Assert.IsFalse(inner.Execute());
            Assert.IsEmpty(inner.Labels);
            Assert.IsEmpty(inner.EnvironmentVariables);
            var error = _engine.Errors.Single();
            Assert.AreEqual(("DG0015", "/src/Web.csproj"), (error.Code, error.File));
            StringAssert.Contains(error.Message, "have not reached its inner build");
        }
    }

    [TestMethod]
    public void An_item_keeps_what_MSBuild_would_read_as_its_own()
    {
        const string value = "a;b %3B $(c) @(d) *? 'e'";
        var item = MSBuildItem.Create(new("key", value));
        Assert.AreEqual("key", item.ItemSpec);
        Assert.AreEqual(value, item.GetMetadata("Value"));
    }

    private ITaskItem Pack(
        IEnumerable<KeyValuePair<string, string>> labels, IEnumerable<KeyValuePair<string, string>> variables)
    {
        var task = new PackContainerState
        {
            BuildEngine = _engine,
            Labels = [.. labels.Select(MSBuildItem.Create)],
            EnvironmentVariables = [.. variables.Select(MSBuildItem.Create)],
        };
        Assert.IsTrue(task.Execute());
        return task.State!;
    }

    private UnpackContainerState Unpack(params ITaskItem[] passed) =>
        new() { BuildEngine = _engine, PassedLabels = passed, ProjectFile = "/src/Web.csproj" };

    private static ITaskItem State(string value) => Items.With(ContainerState.LabelName, "Value", value);
}
