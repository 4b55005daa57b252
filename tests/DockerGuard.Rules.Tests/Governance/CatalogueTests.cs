using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Foreign;
using DockerGuard.Rules.Shapes;
using DockerGuard.Rules.Tests.Support;
using DockerGuard.Testing;

namespace DockerGuard.Rules.Tests.Governance;

/// <summary>
/// Class, descriptor, file, page and fixtures of a rule go by one name, and the catalogue holds them all.
/// </summary>
[TestClass]
public sealed partial class CatalogueTests
{
    [TestMethod]
    public void Catalogue_holds_every_rule_sorted() =>
        Assert.AreEqual(
            string.Join('\n', Catalogue.RuleTypes.Select(type => type.Name)),
            string.Join('\n', RuleCatalog.Rules.Select(rule => rule.GetType().Name)));

    [TestMethod]
    public void Catalogue_holds_every_condition_of_the_tool_sorted()
    {
        var declared = typeof(ToolDiagnostics).GetProperties()
            .Where(property => property.PropertyType == typeof(RuleDescriptor))
            .Select(property => (property.Name, Descriptor: (RuleDescriptor)property.GetValue(null)!))
            .OrderBy(condition => condition.Descriptor.Id, StringComparer.Ordinal)
            .ToList();

        CollectionAssert.AreEqual(
            declared.Select(condition => condition.Descriptor).ToList(), ToolDiagnostics.All.ToList());
        Assert.AreEqual(
            "", string.Join(
                ", ", declared.Where(condition => condition.Descriptor.Name != condition.Descriptor.Id + condition.Name)
                    .Select(condition => condition.Name)));
        Assert.IsTrue(declared.All(condition => condition.Descriptor.IsTool));
    }

    [TestMethod]
    public void Ids_names_and_titles_are_unique()
    {
        AssertUnique(RuleCatalog.Descriptors.Select(descriptor => descriptor.Id));
        AssertUnique(RuleCatalog.Descriptors.Select(descriptor => descriptor.Name[6..]));
        AssertUnique(RuleCatalog.Descriptors.Select(descriptor => descriptor.Title));
    }

    [TestMethod]
    public void Names_follow_the_law()
    {
        foreach (var descriptor in RuleCatalog.Descriptors)
        {
            Assert.MatchesRegex(Name(), descriptor.Name);
            Assert.IsGreaterThanOrEqualTo(1, descriptor.Level, descriptor.Name);
            Assert.IsLessThanOrEqualTo(RuleSettings.LatestLevel, descriptor.Level, descriptor.Name);
            Assert.IsFalse(descriptor.Title.EndsWith('.'), descriptor.Title);
        }
    }

    [TestMethod]
    public void Class_name_is_descriptor_name()
    {
        foreach (var rule in RuleCatalog.Rules) Assert.AreEqual(rule.GetType().Name, rule.Descriptor.Name);
    }

    [TestMethod]
    public void Rules_are_sealed_hold_no_state_and_have_one_of_the_shapes()
    {
        Type[] shapes =
        [
            typeof(InstructionRule), typeof(ShellRule), typeof(StageRule), typeof(FileRule), typeof(ImageRule),
            typeof(ForeignRule),
        ];
        foreach (var type in Catalogue.RuleTypes)
        {
            Assert.IsTrue(type.IsSealed, type.Name);
            CollectionAssert.Contains(shapes, type.BaseType, type.Name);
            var fields = type.GetFields(System.Reflection.BindingFlags.Instance
                | System.Reflection.BindingFlags.NonPublic
                | System.Reflection.BindingFlags.Public);
            Assert.IsTrue(fields.All(field => field.IsInitOnly), $"{type.Name} has a field that changes");
        }
    }

    [TestMethod]
    public void No_rule_lists_an_alias_twice()
    {
        foreach (var descriptor in RuleCatalog.Descriptors)
            AssertUnique(descriptor.Aliases.Select(alias => alias.Id.ToUpperInvariant()));
    }

    [TestMethod]
    public void Aliases_name_known_tools_and_have_their_tools_form()
    {
        foreach (var alias in RuleCatalog.Descriptors.SelectMany(descriptor => descriptor.Aliases))
        {
            var form = alias.Tool switch
            {
                "hadolint" => @"^(DL\d{4}|SC\*)$",
                "buildkit" => "^[A-Z][A-Za-z]+$",
                "trivy" => @"^DS-\d{4}$",
                "checkov" => @"^CKV2?_DOCKER_\d+$",
                "kics" => "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
                "dockle" => @"^(CIS|DKL)-(DI|LI)-\d{4}$",
                "cis" => @"^CIS-4\.\d+$",
                _ => throw new InvalidOperationException($"nobody knows the tool {alias.Tool}"),
            };
            Assert.IsTrue(
                Regex.IsMatch(alias.Id, form, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
                $"{alias.Tool} has no {alias.Id}");
        }
    }

    /// <summary>An alias that is also an id or a name of ours would mean two things.</summary>
    [TestMethod]
    public void Ids_and_names_find_their_own_rule_and_no_other()
    {
        foreach (var descriptor in RuleCatalog.Descriptors)
        {
            Assert.AreEqual(descriptor, RuleCatalog.FindAll(descriptor.Id.ToLowerInvariant()).Single());
            Assert.AreEqual(descriptor, RuleCatalog.FindAll(descriptor.Name.ToUpperInvariant()).Single());
            foreach (var alias in descriptor.Aliases)
                CollectionAssert.Contains(RuleCatalog.FindAll(alias.Id.ToLowerInvariant()).ToList(), descriptor);
        }

        Assert.IsNull(RuleCatalog.Find("DG9999"));
        Assert.IsNull(RuleCatalog.Find(""));
    }

    [TestMethod]
    public void Source_file_lies_in_the_folder_of_its_category()
    {
        foreach (var rule in RuleCatalog.Rules)
        {
            var file = Path.Combine(
                RulePlaces.Rules, rule.Descriptor.Category.ToString(), rule.Descriptor.Name + ".cs");
            Assert.IsTrue(File.Exists(file), RulePlaces.Relative(file));
        }
    }

    [TestMethod]
    public void Every_descriptor_has_its_page_where_the_help_link_points()
    {
        foreach (var descriptor in RuleCatalog.Descriptors)
        {
            var path = $"src/DockerGuard.Rules/Rules/{descriptor.Category}/{descriptor.Name}.md";
            Assert.EndsWith("/" + path, descriptor.HelpLink);
            Assert.IsTrue(File.Exists(RepositoryRoot.File(path)), path);
        }
    }

    [TestMethod]
    public void Every_page_has_a_rule_or_a_condition() =>
        AssertNamed(Catalogue.Pages.Select(page => Path.GetFileNameWithoutExtension(page)), RuleCatalog.Descriptors);

    [TestMethod]
    public void Every_fixture_folder_has_a_rule() =>
        AssertNamed(
            Directory.GetDirectories(RulePlaces.Fixtures).Select(folder => Path.GetFileName(folder)),
            RuleCatalog.Rules.Select(rule => rule.Descriptor));

    private static void AssertNamed(IEnumerable<string> names, IEnumerable<RuleDescriptor> descriptors) =>
        Assert.AreEqual("", string.Join(", ", names.Except(descriptors.Select(descriptor => descriptor.Name))));

    private static void AssertUnique(IEnumerable<string> values) =>
        Assert.AreEqual(
            "", string.Join(
                ", ", values.GroupBy(value => value).Where(group => group.Count() > 1).Select(group => group.Key)));

    [GeneratedRegex("^DG[0-9]{4}[A-Z][A-Za-z0-9]+$")]
    private static partial Regex Name();
}
