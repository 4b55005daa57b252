using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>What comes in and what leaves passes few doors, so that no one can forget what the doors see to.</summary>
[TestClass]
public sealed partial class ExitTests
{
    /// <summary>
    /// Reader and writer; a folder that is ours alone; and the credentials of registries, which the SDK reads too.
    /// </summary>
    private static readonly string[] FileDoors =
    [
        "src/DockerGuard.Oci/Files/RegularFile.cs", "src/DockerGuard.Build/AtomicFile.cs",
        "src/DockerGuard.Build/Processes/ToolFolder.cs", "src/DockerGuard.Registry/Credentials/",
    ];

    /// <summary>A pipe in the place of a file holds whoever opens it by himself.</summary>
    [TestMethod]
    public void Files_are_opened_by_their_doors_alone() =>
        Assert.AreEqual("", Lines(RawFile(), FileDoors));

    /// <summary>
    /// What looks at folders by itself: the door; what is always looked at anew or known by stamps; and writers.
    /// </summary>
    private static readonly string[] FolderDoors =
    [
        "src/DockerGuard.Oci/Files/", "src/DockerGuard.Images/Project/InputStamps.cs",
        "src/DockerGuard.Checks/Finding/RepositorySearch.cs", "src/DockerGuard.Evaluation/WatchedFileSystem.cs",
        "src/DockerGuard.Registry/Credentials/", "src/DockerGuard.Build/AtomicFile.cs",
        "src/DockerGuard.Build/SourceFolders.cs", "src/DockerGuard.Build/VerdictKeeper.cs",
        "src/DockerGuard.Build/Processes/ToolFolder.cs",
    ];

    /// <summary>A verdict that is kept holds while all holds that was seen, so whoever looks must be seen.</summary>
    [TestMethod]
    public void Folders_are_looked_at_by_their_doors_alone() =>
        Assert.AreEqual("", Lines(RawLook(), FolderDoors));

    /// <summary>What the reporter logs is printable.</summary>
    [TestMethod]
    public void The_reporter_alone_logs() =>
        Assert.AreEqual("", Lines(RawLog(), ["src/DockerGuard.Build/DiagnosticReporter.cs"]));

    private static string Lines(Regex pattern, IReadOnlyCollection<string> doors) => string.Join('\n',
        Sources.All
            .Where(file => file.StartsWith("src/", StringComparison.Ordinal))
            .Where(file => !doors.Any(door => file.StartsWith(door, StringComparison.Ordinal)))
            .SelectMany(file => File.ReadLines(RepositoryRoot.File(file))
                .Where(line => pattern.IsMatch(line))
                .Select(line => $"{file}: {line.Trim()}")));

    [GeneratedRegex(
        @"(?<![\w.])(IO\.)?File\.(Open|Read|Write|Append|Create|Copy|Move|Replace|Delete|Exists|Set)|new FileStream\("
            + @"|new Stream(Reader|Writer)\((?!stream|new MemoryStream)|XmlReader\.Create\((?!new )"
            + @"|X(Document|Element)\.Load\((?!reader)|\.Open(Read|Text|Write)\(")]
    private static partial Regex RawFile();

    [GeneratedRegex(
        @"(?<![\w.])(IO\.)?Directory\.(Enumerate|Exists|GetF|GetD)|new DirectoryInfo\([^)]*\)\.|\.EnumerateFile"
            + @"|new FileInfo\([^)]*\)\.(Attributes|Exists|Last|Creat)")]
    private static partial Regex RawLook();

    [GeneratedRegex(@"\blog\.Log\w", RegexOptions.IgnoreCase)]
    private static partial Regex RawLog();
}
