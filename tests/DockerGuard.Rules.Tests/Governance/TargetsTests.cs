using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>
/// A property of ours is ours alone: a command line's would win over what an evaluation sets, and a variable of the
/// environment is one where nothing sets it, so that either could switch a check off unseen.
/// </summary>
[TestClass]
public sealed partial class TargetsTests
{
    [TestMethod]
    public void Own_properties_are_out_of_reach_of_a_command_line()
    {
        foreach (var root in new[]
        {
            "DockerGuard.Build.props", "DockerGuard.Build.targets", Path.Combine("multi", "DockerGuard.Build.targets"),
        })
        {
            var files = FilesOf(root);
            var set = files.SelectMany(EvaluatedProperties).Where(IsOwn).Distinct().Order().ToList();
            var local = ((string?)files[0].Root!.Attribute("TreatAsLocalProperty") ?? "").Split(';').Order().ToList();

            Assert.IsNotEmpty(set);
            CollectionAssert.AreEqual(set, local, root);
        }
    }

    [TestMethod]
    public void Own_properties_have_a_value_before_they_are_read()
    {
        List<XDocument> files = [.. FilesOf("DockerGuard.Build.props"), .. FilesOf("DockerGuard.Build.targets")];
        var unconditional = files
            .SelectMany(file => file.Descendants())
            .Where(element => IsOwn(element.Name.LocalName) && element.Attribute("Condition") is null)
            .Select(element => element.Name.LocalName)
            .ToHashSet();
        var read = files.SelectMany(file => Reading().Matches(file.ToString()).Select(match => match.Groups[1].Value));

        Assert.AreEqual("", string.Join(", ", read.Distinct().Except(unconditional)));
    }

    private static List<XDocument> FilesOf(string root)
    {
        var path = RepositoryRoot.File("build", root);
        var file = XDocument.Load(path);
        var imported = file.Root!.Elements("Import").Select(import => (string)import.Attribute("Project")!);
        // In the package the two folders lie beside each other.
        var folder = Path.GetDirectoryName(path)!;
        return
        [
            file,
            .. imported.Select(name => XDocument.Load(
                Path.Combine(folder, name.Replace("../build/", "../", StringComparison.Ordinal)))),
        ];
    }

    private static IEnumerable<string> EvaluatedProperties(XDocument file) =>
        file.Root!.Elements("PropertyGroup").Elements().Select(property => property.Name.LocalName);

    private static bool IsOwn(string name) => name.StartsWith("_DockerGuard", StringComparison.Ordinal);

    [GeneratedRegex(@"\$\((_DockerGuard\w+)[).]")]
    private static partial Regex Reading();
}
