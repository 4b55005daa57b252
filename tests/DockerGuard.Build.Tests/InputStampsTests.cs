using System;
using System.IO;
using System.Threading;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

/// <summary>By what a build sees that facts still hold, and what makes it ask again.</summary>
[TestClass]
public sealed class InputStampsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly InputStamps _stamps;

    public InputStampsTests()
    {
        File.WriteAllText(_folder["Web.csproj"], "<Project />");
        File.WriteAllText(Path.Combine(_folder.CreateFolder("Shared"), "A.cs"), "");
        // What has just changed may have been read before it did.
        Thread.Sleep(50);
        _stamps = new InputStamps();
        _stamps.AddFile(_folder["Web.csproj"]);
        _stamps.AddFile(_folder["obj/Web.csproj.nuget.g.props"]);
        List("Shared");
    }

    public void Dispose() => _folder.Dispose();

    private void List(string folder, params string[] without) =>
        _stamps.AddListing(_folder[folder], InputStamps.NamesIn(_folder[folder]), without);

    [TestMethod]
    public void They_hold_while_nothing_changes_that_counts()
    {
        var lines = _stamps.Write();
        File.WriteAllText(_folder["Program.cs"], "");
        File.WriteAllText(_folder["Shared/A.cs"], "class A;");
        Assert.IsTrue(InputStamps.Hold(lines));
        Assert.AreEqual(lines, _stamps.Write());
    }

    [TestMethod]
    [DataRow("Web.csproj")]
    [DataRow("obj/Web.csproj.nuget.g.props")]
    [DataRow("Shared/B.cs")]
    [DataRow("Shared/Deep/C.cs")]
    public void A_file_that_comes_or_changes_ends_them(string name)
    {
        var lines = _stamps.Write();
        _folder.CreateFolder(Path.GetDirectoryName(name)!);
        File.WriteAllText(_folder[name], "<Project><PropertyGroup /></Project>");
        Assert.IsFalse(InputStamps.Hold(lines));
    }

    [TestMethod]
    [DataRow("Web.csproj")]
    [DataRow("Shared/A.cs")]
    public void A_file_that_goes_ends_them(string name)
    {
        var lines = _stamps.Write();
        File.Delete(_folder[name]);
        Assert.IsFalse(InputStamps.Hold(lines));
    }

    /// <summary>A folder that is not there today, and names that builds write.</summary>
    [TestMethod]
    public void A_folder_holds_while_it_has_the_same_names()
    {
        List("gen", "obj", "bin");
        var lines = _stamps.Write();
        _folder.CreateFolder("gen");
        Assert.IsTrue(InputStamps.Hold(lines), "an empty one has no names either");
        _folder.CreateFolder("gen/obj");
        _folder.CreateFolder("gen/bin");
        Assert.IsTrue(InputStamps.Hold(lines), "what builds write counts for nothing");
        _folder.CreateFolder("gen/new");
        Assert.IsFalse(InputStamps.Hold(lines));
    }

    [TestMethod]
    public void A_link_that_comes_or_leads_elsewhere_ends_them_for_who_asks()
    {
        _folder.CreateFolder("app/obj");
        _stamps.AddLinks(_folder["app"]);
        var lines = _stamps.Write();
        File.WriteAllText(_folder["app/A.cs"], "");
        File.CreateSymbolicLink(_folder["app/obj/A.cs"], "../A.cs");
        Assert.IsTrue(InputStamps.HoldLinks(lines));
        File.CreateSymbolicLink(_folder["app/B.cs"], "../B.cs");
        Assert.IsFalse(InputStamps.HoldLinks(lines));
        Assert.IsTrue(InputStamps.Hold(lines), "not in every build");

        lines = _stamps.Write();
        File.Delete(_folder["app/B.cs"]);
        File.CreateSymbolicLink(_folder["app/B.cs"], "../C.cs");
        Assert.IsFalse(InputStamps.HoldLinks(lines));
    }

    [TestMethod]
    public void What_nobody_can_see_later_holds_nothing()
    {
        _stamps.AddUnknown();
        Assert.IsFalse(InputStamps.Hold(_stamps.Write()));
    }

    [TestMethod]
    public void So_does_what_takes_longer_to_look_at_than_to_ask_for()
    {
        for (var i = 0; i <= 5_000; i++) List($"gen/{i}");
        Assert.IsFalse(InputStamps.Hold(_stamps.Write()));
    }

    [TestMethod]
    [DataRow("obj/asked", true)]
    [DataRow("asked", false)]
    [DataRow("named", false)]
    [DataRow("Shared/A.cs", false)]
    public void What_was_seen_counts_but_where_it_is_settled(string changed, bool holds)
    {
        _folder.CreateFolder("obj");
        using (var seen = SeenFiles.Watch())
        {
            RegularFile.Read(_folder["Shared/A.cs"], 100, out _);
            RegularFile.IsThere(_folder["asked"]);
            AbsolutePath.HasFile(_folder["named"]);
            RegularFile.IsThere(_folder["obj/asked"]);
            _stamps.Add(seen.All, path => !path.Contains("obj", StringComparison.Ordinal));
        }

        var lines = _stamps.Write();
        Assert.IsTrue(InputStamps.Hold(lines));
        File.WriteAllText(_folder[changed], "class A;");
        Assert.AreEqual(holds, InputStamps.Hold(lines));
    }

    [TestMethod]
    public void What_nobody_could_see_holds_nothing()
    {
        _stamps.Add(null, static _ => true);
        Assert.IsFalse(InputStamps.Hold(_stamps.Write()));
    }

    /// <summary>What was found, not what is there when it is written down.</summary>
    [TestMethod]
    [DataRow("Web.csproj")]
    [DataRow("Shared/B.cs")]
    public void What_changes_while_it_is_found_out_holds_nothing(string name)
    {
        File.WriteAllText(_folder[name], "<Project></Project>");
        Assert.IsFalse(InputStamps.Hold(_stamps.Write()));
    }

    [TestMethod]
    public void A_file_that_a_project_takes_by_its_own_name_ends_them()
    {
        _folder.CreateFolder("obj");
        _stamps.AddExtensions(_folder["obj/Web.csproj"]);
        var lines = _stamps.Write();
        File.WriteAllText(_folder["obj/Web.csproj.cache"], "");
        File.WriteAllText(_folder["obj/Other.csproj.zz.props"], "");
        Assert.IsTrue(InputStamps.Hold(lines));
        File.WriteAllText(_folder["obj/Web.csproj.zz.props"], "");
        Assert.IsFalse(InputStamps.Hold(lines));
    }

    /// <summary>MSBuild takes a variable for a property, whatever its case; one is new, the other was there.</summary>
    [TestMethod]
    public void A_variable_that_a_project_names_ends_them()
    {
        var name = "dockerguard_" + Guid.NewGuid().ToString("N");
        var other = name + "_else";
        Environment.SetEnvironmentVariable(other, "1");
        _stamps.AddVariables([name.ToUpperInvariant()]);
        var lines = _stamps.Write();
        Environment.SetEnvironmentVariable(other, "2");
        Assert.IsTrue(InputStamps.Hold(lines), "nobody names it");
        Environment.SetEnvironmentVariable(name, "1");
        Assert.IsFalse(InputStamps.Hold(lines));
        lines = _stamps.Write();
        Environment.SetEnvironmentVariable(name, "2");
        Assert.IsFalse(InputStamps.Hold(lines));
        Environment.SetEnvironmentVariable(name, null);
        Environment.SetEnvironmentVariable(other, null);
    }

    [TestMethod]
    public void A_file_whose_time_is_kept_ends_them_when_it_changes()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("only Unix tells when a file's entry has changed");
        var (lines, time) = (_stamps.Write(), File.GetLastWriteTimeUtc(_folder["Web.csproj"]));
        File.WriteAllText(_folder["Web.csproj"], "<Project/> ");
        File.SetLastWriteTimeUtc(_folder["Web.csproj"], time);
        Assert.IsFalse(InputStamps.Hold(lines));
    }

    [TestMethod]
    public void Lines_of_another_kind_hold_nothing() => Assert.IsFalse(InputStamps.Hold("file\tWeb.csproj\n"));

    [TestMethod]
    public void A_state_is_read_as_it_was_written()
    {
        var state = new BuildFactsState("key", _stamps.Write(), "project\t/repo/Web.csproj\n");
        Assert.AreEqual(state, BuildFactsState.Read(state.Text));
        Assert.AreEqual(state with { Stamps = "" }, BuildFactsState.Read((state with { Stamps = "" }).Text));
        Assert.IsNull(BuildFactsState.Read("nothing of ours"));
        Assert.IsNull(BuildFactsState.Read(""));
    }
}
