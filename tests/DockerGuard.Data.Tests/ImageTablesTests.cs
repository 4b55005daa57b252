namespace DockerGuard.Data.Tests;

/// <summary>The tables of images, from dotnet-docker's manifest and Dockerfiles.</summary>
[TestClass]
public sealed class ImageTablesTests
{
    private const string Families = """
        # What the current table says.
        family	libc	shell	packageManager	icu	timeZones	user
        *-chiseled	glibc	no	-	no	no	1654
        alpine	musl	yes	apk	yes	yes	4711
        bionic	glibc	yes	apt	yes	yes	-

        """;

    [TestMethod]
    public void Tags_are_those_that_name_every_architecture_and_those_of_each_windows()
    {
        Assert.AreEqual(
            """
            # Tags of mcr.microsoft.com that name a .NET image for every architecture of its family.
            # Source: dotnet/dotnet-docker manifest.json and manifest.versions.json, commit 3ed00b6 (2026-08-21)
            # Sorted by repository and tag, ordinal. Architectures as the OCI image specification names them.
            repository	tag	dotnet	family	architectures
            dotnet/runtime	10.0	10.0	noble	amd64,arm/v7,arm64
            dotnet/runtime	10.0-nanoserver-ltsc2025	10.0	nanoserver-ltsc2025	amd64
            dotnet/runtime	10.0-noble-chiseled	10.0	noble-chiseled	amd64
            dotnet/runtime	10.0-resolute-chiseled	10.0	resolute-chiseled	amd64
            dotnet/runtime	10.0.11-noble	10.0	noble	amd64,arm/v7,arm64
            dotnet/runtime-deps	10.0-alpine3.24	10.0	alpine3.24	amd64
            dotnet/runtime-deps	10.0-noble-chiseled-extra	10.0	noble-chiseled-extra	amd64

            """,
            TagTable.Generate(Sources.DotnetDocker()));
    }

    [TestMethod]
    public void Families_are_read_from_their_Dockerfiles_and_those_built_no_more_stay()
    {
        var rows = FamilyTable.Generate(Sources.DotnetDocker(), Families).Split("user\n")[1];

        Assert.AreEqual(
            """
            *-chiseled	glibc	no	-	no	no	1654
            alpine	musl	yes	apk	no	no	-
            bionic	glibc	yes	apt	yes	yes	-
            nanoserver	windows	yes	-	yes	yes	ContainerUser
            noble-chiseled-extra	glibc	no	-	yes	yes	1654

            """,
            rows);
    }

    [TestMethod]
    public void A_lifecycle_names_the_default_family_and_its_ubuntus()
    {
        var core = Sources.Of("core", "0e9eb88", new()
        {
            ["release-notes/releases-index.json"] = """
                {
                  "releases-index": [
                    { "channel-version": "11.0", "release-type": "sts", "support-phase": "preview" },
                    {
                      "channel-version": "10.0", "release-type": "lts", "support-phase": "active",
                      "eol-date": "2028-11-14"
                    },
                    {
                      "channel-version": "2.0", "release-type": "sts", "support-phase": "eol",
                      "eol-date": "2018-10-01"
                    }
                  ]
                }
                """,
        });

        var rows = LifecycleTable
            .Generate(core, Sources.DotnetDocker(), "dotnet\ttype\n2.0\tsts\t-\tsupported\tstretch\tbionic\n")
            .Split("ubuntu\n")[1];

        Assert.AreEqual(
            """
            2.0	sts	2018-10-01	ended	stretch	bionic
            10.0	lts	2028-11-14	supported	noble	noble,resolute
            11.0	sts	-	preview	-	-

            """,
            rows);
    }
}
