using System;
using System.IO;
using System.Linq;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Tests;

[TestClass]
public sealed class DiscoveryTests
{
    [TestMethod]
    public void The_nearest_policy_wins()
    {
        using var scratch = new Scratch()
            .Write(".dockerguard.yml", "profile: cis")
            .Write("src/.dockerguard.yaml", "profile: strict")
            .Folder("src/Web/deep")
            .Folder("tools");
        Assert.AreEqual(Profiles.Strict, scratch.Load("src/Web/deep").Policy!.Settings.Profile);
        Assert.AreEqual(Profiles.Strict, scratch.Load("src/").Policy!.Settings.Profile);
        Assert.AreEqual(scratch.At("src/.dockerguard.yaml"), scratch.Load("src").Files.Single());
        Assert.AreEqual(Profiles.Cis, scratch.Load("tools").Policy!.Settings.Profile);
        Assert.AreEqual(scratch.At(".dockerguard.yml"), scratch.Load("tools").Policy!.Path);
    }

    [TestMethod]
    [DataRow(true, DisplayName = ".git folder")]
    [DataRow(false, DisplayName = ".git file of a worktree or submodule")]
    public void The_search_ends_at_the_repository(bool isFolder)
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", "profile: cis").Folder("module/src");
        if (isFolder) scratch.Write("module/.git/HEAD", "ref: refs/heads/main\n");
        else scratch.Write("module/.git", "gitdir: ../.git/modules/module\n");
        Assert.IsNull(scratch.Load("module/src").Policy!.Path);

        scratch.Write("module/.dockerguard.yml", "profile: strict");
        Assert.AreEqual(
            Profiles.Strict,
            scratch.Load("module/src").Policy!.Settings.Profile,
            "the repository's root itself is looked at");
    }

    [TestMethod]
    public void Outside_a_repository_the_search_goes_on_to_the_root()
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", "profile: cis").Folder("a/b/c/d/e");
        Directory.Delete(scratch.At(".git"), recursive: true);
        Assert.AreEqual(Profiles.Cis, scratch.Load("a/b/c/d/e").Policy!.Settings.Profile);
    }

    [TestMethod]
    public void A_project_folder_that_does_not_exist_yet_is_searched_upwards()
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", "profile: cis");
        Assert.AreEqual(Profiles.Cis, scratch.Load("not/there").Policy!.Settings.Profile);
    }

    [TestMethod]
    public void Two_spellings_in_one_folder_are_an_error()
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", "").Write(".dockerguard.yaml", "");
        var result = scratch.Load();
        CollectionAssert.AreEqual(
            new[]
            {
                ".dockerguard.yaml(1,1,1,1): the folder has both .dockerguard.yml and .dockerguard.yaml; keep one of "
                    + "them",
            }, scratch.Errors(result));
        Assert.HasCount(2, result.Files);
    }

    [TestMethod]
    public void An_explicit_path_replaces_the_search()
    {
        using var scratch = new Scratch()
            .Write(".dockerguard.yml", "profile: cis")
            .Write("eng/policy.yml", "profile: strict");
        var result = scratch.Load(explicitPath: "eng/policy.yml");
        Assert.AreEqual(Profiles.Strict, result.Policy!.Settings.Profile);
        CollectionAssert.AreEqual(new[] { scratch.At("eng/policy.yml") }, result.Files.ToArray());
    }

    [TestMethod]
    public void An_explicit_path_must_exist()
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", "profile: cis");
        var result = scratch.Load(explicitPath: "eng/policy.yml");
        CollectionAssert.AreEqual(
            new[] { "eng/policy.yml(1,1,1,1): the policy does not exist" }, scratch.Errors(result));
        Assert.IsEmpty(result.Files);
        Assert.AreEqual(
            "the policy does not exist", scratch.Load(explicitPath: "eng/\0.yml").Diagnostics.Single().Message);
    }

    [TestMethod]
    public void A_folder_is_no_policy()
    {
        using var scratch = new Scratch().Folder(".dockerguard.yml").Folder("src");
        CollectionAssert.AreEqual(
            new[] { "(1,1,1,1): the policy is a folder, not a file" }, scratch.Errors(scratch.Load("src")));
        CollectionAssert.AreEqual(
            new[] { "src(1,1,1,1): the policy is a folder, not a file" },
            scratch.Errors(scratch.Load(explicitPath: "src")));
    }

    [TestMethod]
    public void A_link_to_nothing_is_an_error_not_an_absent_policy()
    {
        if (OperatingSystem.IsWindows()) Assert.Inconclusive("links need a privilege on Windows");
        using var scratch = new Scratch();
        File.CreateSymbolicLink(scratch.At(".dockerguard.yml"), scratch.At("gone.yml"));
        CollectionAssert.AreEqual(
            new[]
            {
                "(1,1,1,1): the policy cannot be read: it is a link to a file that does not exist, or was just deleted",
            }, scratch.Errors(scratch.Load()));
    }

    [TestMethod]
    public void A_file_another_program_holds_is_one_clear_error()
    {
        using var scratch = new Scratch().Write(".dockerguard.yml", "profile: cis");
        using var holder = new FileStream(
            scratch.At(".dockerguard.yml"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        CollectionAssert.AreEqual(
            new[]
            {
                "(1,1,1,1): the policy cannot be read: another program holds it open, or its disk does not answer",
            }, scratch.Errors(scratch.Load()));
    }

    [TestMethod]
    public void A_file_without_permission_is_one_clear_error()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Inconclusive("permissions do not bind this user");
            return;
        }

        using var scratch = new Scratch().Write(".dockerguard.yml", "profile: cis");
        File.SetUnixFileMode(scratch.At(".dockerguard.yml"), UnixFileMode.None);
        CollectionAssert.AreEqual(
            new[] { "(1,1,1,1): the policy cannot be read: access is denied" }, scratch.Errors(scratch.Load()));
    }
}
