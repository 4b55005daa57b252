using System;
using System.Linq;
using DockerGuard.Testing;
using Microsoft.Build.Utilities;

namespace DockerGuard.Build.Tests;

[TestClass]
public sealed class TaskSettingsTests
{
    [TestMethod]
    [DataRow("true", true)]
    [DataRow(" True ", true)]
    [DataRow("on", true)]
    [DataRow("no", false)]
    [DataRow("False", false)]
    [DataRow("", true)]
    [DataRow("  ", true)]
    public void A_condition_is_written_in_MSBuilds_words(string value, bool expected) =>
        Assert.AreEqual(expected, Of(value).Flag("Name", otherwise: true));

    [TestMethod]
    [DataRow("maybe", "Name is 'maybe'; write true or false")]
    [DataRow("0", "Name is '0'; write true or false")]
    public void A_condition_that_is_none(string value, string message) =>
        Refused(() => Of(value).Flag("Name", otherwise: true), message);

    /// <summary>Also those that only a targets file reads: MSBuild takes any text for either.</summary>
    [TestMethod]
    public void Every_property_that_is_true_or_false_is_known()
    {
        var page = System.IO.File.ReadAllText(RepositoryRoot.File("README.md"));
        var flags = System.Text.RegularExpressions.Regex.Matches(page, @"\| `(DockerGuard\w+)` \| `(true|false)` \|")
            .Select(row => row.Groups[1].Value);
        CollectionAssert.AreEqual(flags.Order(StringComparer.Ordinal).ToArray(), TaskSettings.Flags.ToArray());
    }

    [TestMethod]
    public void A_day_is_written_with_dashes()
    {
        var today = new DateTime(2026, 11, 22);
        Assert.AreEqual(today, Of("2026-11-22").Day("Name", DateTime.MinValue));
        Assert.AreEqual(today, Of("").Day("Name", today));
        Refused(() => Of("22.11.2026").Day("Name", today), "Name is '22.11.2026'; write a date as yyyy-MM-dd");
        Refused(() => Of("2026-02-29").Day("Name", today), "Name is '2026-02-29'; write a date as yyyy-MM-dd");
    }

    [TestMethod]
    [DataRow("0")]
    [DataRow("601")]
    [DataRow("-5")]
    [DataRow("1.5")]
    [DataRow("a minute")]
    public void Seconds_are_whole_and_within_bounds(string value) =>
        Refused(() => Of(value).Seconds("Name", 30, most: 600), $"Name is '{value}'; write seconds from 1 to 600");

    [TestMethod]
    public void Seconds_that_are_right()
    {
        Assert.AreEqual(TimeSpan.FromSeconds(600), Of("600").Seconds("Name", 30, most: 600));
        Assert.AreEqual(TimeSpan.FromSeconds(30), Of("").Seconds("Name", 30, most: 600));
    }

    [TestMethod]
    public void A_list_is_divided_by_semicolons_commas_and_blanks() =>
        Assert.AreEqual("a|b|c|d", string.Join("|", Of("a;b, c\n ;d").List("Name")));

    [TestMethod]
    public void Names_are_compared_without_case_and_variables_are_not()
    {
        var home = new TaskItem("HOME");
        home.SetMetadata("Value", "/root");
        home.SetMetadata("Kind", "variable");
        var settings = new TaskSettings([.. Items.Of(("NoWarn", "DG1004")), home]);
        Assert.AreEqual("DG1004", settings.Text("nowarn"));
        Assert.AreEqual("HOME", settings.Environment.Keys.Single());
        Assert.IsNull(settings.Text("Other"));
    }

    private static TaskSettings Of(string value) => new(Items.Of(("Name", value)));

    private static void Refused(Action read, string message) =>
        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidSettingException>(read).Message);
}
