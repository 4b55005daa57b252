using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using DockerGuard.Package.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests;

[TestClass]
public sealed class LayoutTests
{
    private const string PlainTasks = "tasks/any/";
    /// <summary>Bytes. Of a Debug build, which nobody ships, all code is larger.</summary>
#if DEBUG
    private const int LargestPackage = 12_500_000;
#else
    private const int LargestPackage = 12_000_000;
#endif

    /// <summary>What an ordinary build does not run, or hardly, is plain on every platform.</summary>
    private static readonly string[] SeldomRun =
    [
        "DockerGuard.Evaluation.dll", "DockerGuard.Generation.dll", "DockerGuard.Peers.dll",
        "DockerGuard.Reports.dll", "NuGet.Versioning.dll",
    ];

    /// <summary>
    /// Each platform and what is written in its code: the machine, disguised by the system so that no other takes it.
    /// Source: the runtime's documentation of ReadyToRun images.
    /// </summary>
    private static readonly Dictionary<string, int> Platforms = new()
    {
        ["linux-arm64"] = (int)Machine.Arm64 ^ 0x7B79,
        ["linux-x64"] = (int)Machine.Amd64 ^ 0x7B79,
        ["osx-arm64"] = (int)Machine.Arm64 ^ 0x4644,
        ["win-x64"] = (int)Machine.Amd64,
    };

    [TestMethod]
    public async Task The_package_holds_build_files_tasks_and_pages_and_nothing_else()
    {
        var package = await PackageArchive.ProductAsync();
        var expected = new[]
        {
            "DockerGuard.Build.nuspec", "LICENSE", "README.md", "icon.png",
            "build/DockerGuard.Baseline.targets", "build/DockerGuard.Build.props", "build/DockerGuard.Build.targets",
            "build/DockerGuard.BuildFacts.targets", "build/DockerGuard.Container.targets",
            "build/DockerGuard.Dockerfile.targets", "build/DockerGuard.Explain.targets",
            "build/DockerGuard.Facts.targets", "build/DockerGuard.Fix.targets", "build/DockerGuard.Framework.targets",
            "build/DockerGuard.Generate.targets", "build/DockerGuard.Hadolint.targets",
            "build/DockerGuard.Publish.targets",
            "buildMultiTargeting/DockerGuard.Build.targets",
            "schema/dockerguard.schema.json",
        };
        var pages = Directory.EnumerateFiles(
            RepositoryRoot.File("src", "DockerGuard.Rules", "Rules"), "*.md", SearchOption.AllDirectories);
        var found = package.Entries.Keys.Where(entry => !entry.StartsWith("tasks/", StringComparison.Ordinal)
            && !PackageArchive.IsPackagingMetadata(entry));
        CollectionAssert.AreEquivalent(
            expected.Concat(pages.Select(page => "pages/" + Path.GetFileName(page))).ToArray(), found.ToArray());
    }

    [TestMethod]
    public async Task Tasks_are_assemblies_with_their_symbols_and_dependency_lists()
    {
        var package = await PackageArchive.ProductAsync();
        CollectionAssert.AreEqual(
            new[]
            {
                "DockerGuard.Build.Publish.deps.json", "DockerGuard.Build.Publish.dll",
                "DockerGuard.Build.Publish.pdb", "DockerGuard.Build.deps.json", "DockerGuard.Build.dll",
                "DockerGuard.Build.pdb", "DockerGuard.Checks.dll", "DockerGuard.Checks.pdb",
                "DockerGuard.Dockerfiles.dll", "DockerGuard.Dockerfiles.pdb", "DockerGuard.Evaluation.dll",
                "DockerGuard.Evaluation.pdb", "DockerGuard.Generation.dll", "DockerGuard.Generation.pdb",
                "DockerGuard.Images.dll", "DockerGuard.Images.pdb", "DockerGuard.Oci.dll", "DockerGuard.Oci.pdb",
                "DockerGuard.Peers.dll", "DockerGuard.Peers.pdb", "DockerGuard.Policy.dll", "DockerGuard.Policy.pdb",
                "DockerGuard.Registry.dll", "DockerGuard.Registry.pdb", "DockerGuard.Reports.dll",
                "DockerGuard.Reports.pdb", "DockerGuard.Rules.dll", "DockerGuard.Rules.pdb", "NuGet.Versioning.dll",
                "YamlDotNet.dll",
            },
            package.In(PlainTasks).ToArray());
    }

    [TestMethod]
    public async Task Every_assembly_is_there_plain_and_compiled_ahead_of_time_for_each_platform()
    {
        var package = await PackageArchive.ProductAsync();
        var folders = package.In("tasks/").Select(name => name.Split('/')[0]).Distinct().Order(StringComparer.Ordinal);
        CollectionAssert.AreEqual(Platforms.Keys.Prepend("any").ToArray(), folders.ToArray());
        foreach (var name in package.In(PlainTasks).Where(IsNoSymbolFile))
        {
            var plain = package.Entries[PlainTasks + name];
            foreach (var (platform, machine) in Platforms)
            {
                var compiled = package.Entries[$"tasks/{platform}/{name}"];
                if (name.EndsWith(".dll", StringComparison.Ordinal))
                {
                    Assert.AreEqual(Identity(plain), Identity(compiled), $"{platform} {name}");
                    var isCompiled = !SeldomRun.Contains(name);
                    Assert.AreEqual(
                        (false, isCompiled), (IsCompiled(plain), IsCompiled(compiled)), $"{platform} {name}");
                    if (isCompiled) Assert.AreEqual(machine, MachineOf(compiled), $"{platform} {name}");
                }
                else
                {
                    CollectionAssert.AreEqual(plain, compiled, name);
                }
            }
        }

        var count = package.In(PlainTasks).Count(IsNoSymbolFile);
        foreach (var platform in Platforms.Keys) Assert.HasCount(count, package.In($"tasks/{platform}/"), platform);
    }

    private static bool IsNoSymbolFile(string name) => !name.EndsWith(".pdb", StringComparison.Ordinal);

    [TestMethod]
    public async Task It_is_no_larger_than_a_download_may_be() =>
        Assert.IsLessThanOrEqualTo(LargestPackage, new FileInfo(await PackedProduct.FileAsync()).Length);

    [TestMethod]
    public async Task Every_assembly_a_task_loads_lies_beside_it_or_comes_with_MSBuild_and_NET()
    {
        var package = await PackageArchive.ProductAsync();
        var beside = package.In(PlainTasks).Select(name => Path.GetFileNameWithoutExtension(name)).ToHashSet();
        foreach (var name in package.In(PlainTasks).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)))
        {
            var onlyNet = name is "DockerGuard.Build.Publish.dll" or "DockerGuard.Registry.dll";
            foreach (var reference in References(package.Entries[PlainTasks + name]))
            {
                // netstandard is all the .NET Framework's MSBuild can be sure of; registries are asked on .NET.
                var isProvided = reference is "Microsoft.Build" or "Microsoft.Build.Framework"
                        or "Microsoft.Build.Utilities.Core"
                    || (onlyNet
                        ? File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), reference + ".dll"))
                        : reference == "netstandard");
                Assert.IsTrue(isProvided || beside.Contains(reference), $"{name} needs {reference}");
                Assert.IsTrue(onlyNet || reference is not ("DockerGuard.Build.Publish" or "DockerGuard.Registry"));
            }
        }
    }

    [TestMethod]
    public async Task It_ships_no_part_of_MSBuild_and_no_test_library()
    {
        var package = await PackageArchive.ProductAsync();
        var strangers = package.Entries.Keys.Where(entry => !entry.StartsWith("pages/", StringComparison.Ordinal)
            && IsStrange(entry));
        CollectionAssert.AreEqual(Array.Empty<string>(), strangers.ToArray());

        static bool IsStrange(string entry) =>
            entry.Contains("Microsoft.", StringComparison.Ordinal)
                || entry.Contains("Test", StringComparison.OrdinalIgnoreCase);
    }

    [TestMethod]
    public async Task It_is_a_development_dependency_without_dependencies()
    {
        var package = await PackageArchive.ProductAsync();
        Assert.AreEqual("true", package.MetadataValue("developmentDependency"));
        Assert.IsFalse(package.Metadata().Descendants().Any(element => element.Name.LocalName == "dependency"));
    }

    [TestMethod]
    public async Task It_is_licensed_by_expression_and_carries_the_text()
    {
        var package = await PackageArchive.ProductAsync();
        var license = package.Metadata().Elements().Single(element => element.Name.LocalName == "license");
        Assert.AreEqual("expression", license.Attribute("type")?.Value);
        Assert.AreEqual("MIT", license.Value);
        CollectionAssert.AreEqual(File.ReadAllBytes(RepositoryRoot.File("LICENSE")), package.Entries["LICENSE"]);
    }

    [TestMethod]
    public async Task A_gallery_shows_its_page_and_its_icon()
    {
        var package = await PackageArchive.ProductAsync();
        Assert.AreEqual("README.md", package.MetadataValue("readme"));
        Assert.AreEqual("icon.png", package.MetadataValue("icon"));
        CollectionAssert.AreEqual(File.ReadAllBytes(RepositoryRoot.File("README.md")), package.Entries["README.md"]);
        CollectionAssert.AreEqual(
            new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' }, package.Entries["icon.png"][..4]);
    }

    /// <summary>Once, beside the plain assemblies; what is compiled of these has the same.</summary>
    [TestMethod]
    public async Task Every_assembly_of_ours_has_its_symbols()
    {
        var package = await PackageArchive.ProductAsync();
        var ours = package.Entries.Keys
            .Where(entry => Path.GetFileName(entry).StartsWith("DockerGuard.", StringComparison.Ordinal)
                && entry.EndsWith(".dll", StringComparison.Ordinal))
            .ToList();
        Assert.IsNotEmpty(ours);
        foreach (var name in ours)
        {
            using var assembly = new PEReader(ImmutableArray.Create(package.Entries[name]));
            var entry = assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView);
            var view = assembly.ReadCodeViewDebugDirectoryData(entry);
            var file = PlainTasks + Path.ChangeExtension(Path.GetFileName(name), "pdb");
            using var symbols =
                MetadataReaderProvider.FromPortablePdbImage(ImmutableArray.Create(package.Entries[file]));
            var reader = symbols.GetMetadataReader();
            Assert.IsNotEmpty(reader.MethodDebugInformation, name);
            Assert.AreEqual(
                new BlobContentId(view.Guid, entry.Stamp), new BlobContentId(reader.DebugMetadataHeader!.Id), name);
            Assert.StartsWith("/src/", view.Path, "a folder of the machine that built it");
        }
    }

    [TestMethod]
    public async Task Building_and_packing_a_commit_twice_gives_the_same_bytes()
    {
        using var folder = new ProjectFolder();
        var first = await PackFromScratchAsync(folder, "first");
        var second = await PackFromScratchAsync(folder, "second");
        CollectionAssert.AreEqual(first.Entries.Keys.ToArray(), second.Entries.Keys.ToArray());
        foreach (var (name, content) in first.Entries) CollectionAssert.AreEqual(content, second.Entries[name], name);
    }

    /// <summary>Compiles the product from nothing and packs it.</summary>
    private static async Task<PackageArchive> PackFromScratchAsync(ProjectFolder folder, string name)
    {
        // Both times the same output folders, for paths are part of what a compiler is given.
        var artifacts = folder["artifacts"];
        if (Directory.Exists(artifacts)) Directory.Delete(artifacts, recursive: true);

        var project = RepositoryRoot.File("src", "DockerGuard.Build.Publish", "DockerGuard.Build.Publish.csproj");
        (await folder.RunDotnetAsync(
            "pack", project, "-c", "Release", "--artifacts-path", artifacts, "-o", folder[name], "--nologo",
            "-p:RunAnalyzers=false")).EnsureSuccess();
        return PackageArchive.Read(Directory.GetFiles(folder[name]).Single());
    }

    /// <summary>What the compiler of C# made: the same code has the same one.</summary>
    private static Guid Identity(byte[] assembly)
    {
        using var reader = new PEReader(ImmutableArray.Create(assembly));
        var metadata = reader.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }

    private static bool IsCompiled(byte[] assembly)
    {
        using var reader = new PEReader(ImmutableArray.Create(assembly));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static int MachineOf(byte[] assembly)
    {
        using var reader = new PEReader(ImmutableArray.Create(assembly));
        return (ushort)reader.PEHeaders.CoffHeader.Machine;
    }

    private static List<string> References(byte[] assembly)
    {
        using var reader = new PEReader(ImmutableArray.Create(assembly));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(
            handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
