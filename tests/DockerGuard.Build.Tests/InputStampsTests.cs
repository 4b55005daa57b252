using System;
using System.IO;
using DockerGuard.Images.Project;
using DockerGuard.Testing;

namespace DockerGuard.Build.Tests;

/// <summary>By what a build sees that facts still hold, and what makes it ask again.</summary>
[TestClass]
public sealed class InputStampsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly InputStamps _stamps = new();

    public InputStampsTests()
    {
        File.WriteAllText(_folder["Web.csproj"], "<Project />");
        File.WriteAllText(Path.Combine(_folder.CreateFolder("Shared"), "A.cs"), "");
        _stamps.AddFile(_folder["Web.csproj"]);
        _stamps.AddFile(_folder["obj/Web.csproj.nuget.g.props"]);
        _stamps.AddNames(_folder.Path);
        _stamps.AddListing(_folder["Shared"]);
    }

    public void Dispose() => _folder.Dispose();

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
    [DataRow("Directory.Build.props")]
    [DataRow("nuget.config")]
    [DataRow(".config/dotnet-tools.json")]
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

    /// <summary>What a wildcard takes tomorrow, in folders that are not there today.</summary>
    [TestMethod]
    [DataRow("gen/a.cs")]
    [DataRow("gen/x/y/a.cs")]
    [DataRow("gone/new/a.cs")]
    public void A_file_that_comes_where_a_wildcard_goes_ends_them(string name)
    {
        _folder.CreateFolder("gen/x/y");
        _folder.CreateFolder("gen/obj");
        _stamps.AddTree(_folder["gen"]);
        _stamps.AddTree(_folder["gone"]);
        var lines = _stamps.Write();
        File.WriteAllText(_folder["gen/obj/written.cs"], "");
        Assert.IsTrue(InputStamps.Hold(lines), "what builds write counts for nothing");
        _folder.CreateFolder(Path.GetDirectoryName(name)!);
        File.WriteAllText(_folder[name], "");
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

    /// <summary>MSBuild takes a variable for a property, whatever its case.</summary>
    [TestMethod]
    public void A_variable_that_a_project_names_ends_them()
    {
        var name = "dockerguard_" + Guid.NewGuid().ToString("N");
        _stamps.AddVariables(["Else", name.ToUpperInvariant()]);
        var lines = _stamps.Write();
        Environment.SetEnvironmentVariable(name, "1");
        Assert.IsFalse(InputStamps.Hold(lines));
        Environment.SetEnvironmentVariable(name, null);
        Assert.IsTrue(InputStamps.Hold(lines));
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
