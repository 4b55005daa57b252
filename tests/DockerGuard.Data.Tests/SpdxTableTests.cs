namespace DockerGuard.Data.Tests;

/// <summary>The identifiers of licenses, from the list's own data.</summary>
[TestClass]
public sealed class SpdxTableTests
{
    [TestMethod]
    public void Identifiers_stand_in_the_order_people_look_for_them()
    {
        Assert.AreEqual(
            """
            # Identifiers of the SPDX License List (CC0-1.0), version 3.27.0.
            # Deprecated ones are here too, for they are still understood.
            # Source: spdx/license-list-data, commit cade284 (2026-08-21)
            kind	id
            license	Apache-2.0
            license	bzip2-1.0.6
            license	MIT
            exception	Classpath-exception-2.0

            """,
            SpdxTable.Generate(Lists("3.27.0", "3.27.0")));
    }

    [TestMethod]
    public void Lists_of_two_versions_are_refused()
    {
        var exception = Assert.ThrowsExactly<UpstreamException>(() => SpdxTable.Generate(Lists("3.27.0", "3.26.0")));

        Assert.AreEqual("licenses.json and exceptions.json are of different versions of the list", exception.Message);
    }

    private static Upstream Lists(string licenses, string exceptions) => Sources.Of("list", "cade284", new()
    {
        ["json/licenses.json"] = $$"""
            {
              "licenseListVersion": "{{licenses}}",
              "licenses": [ { "licenseId": "MIT" }, { "licenseId": "bzip2-1.0.6" }, { "licenseId": "Apache-2.0" } ]
            }
            """,
        ["json/exceptions.json"] = $$"""
            {
              "licenseListVersion": "{{exceptions}}",
              "exceptions": [ { "licenseExceptionId": "Classpath-exception-2.0" } ]
            }
            """,
    });
}
