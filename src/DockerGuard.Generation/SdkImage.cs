using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Images.Selection;
using DockerGuard.Oci;

namespace DockerGuard.Generation;

/// <summary>The image a project is compiled in.</summary>
/// <param name="Reference">Pinned to one SDK build, at its mirror.</param>
/// <param name="Version">The SDK build: <c>10.0.400</c>.</param>
/// <param name="Toolchain">
/// Command that installs the native toolchain; null when the image has it or it is not needed.
/// </param>
/// <param name="Remark">What to change in global.json so that others build with this SDK too; null for nothing.</param>
internal sealed record SdkImage(ImageReference Reference, string Version, string? Toolchain, string? Remark)
{
    private const string Repository = "dotnet/sdk";

    /// <summary>Whether its programs are of Alpine's C library.</summary>
    public bool IsMusl => Reference.Tag?.IndexOf("-alpine", StringComparison.Ordinal) >= 0;

    public static SdkImage? Select(
        ProjectFacts facts, BuildFacts build, CatalogImage? final, GenerationOptions options)
    {
        // One that the pin accepts first; each list keeps its order.
        var pins = options.SdkPins;
        var sdks = Versions(facts, build, options)
            .Select(version => FullVersion(version, options.Catalog))
            .OfType<string>()
            .Select(known => (Known: known, Full: IsNewer(pins, known) ? pins.Version! : known))
            .OrderBy(sdk => pins.Accepts(sdk.Full) ? 0 : 1);
        foreach (var (known, full) in sdks)
        {
            foreach (var (suffix, toolchain) in Variants(facts, final, options.Catalog))
            {
                if (options.Catalog.FindTag(Repository, known + suffix) is { } tag && HasArchitectures(tag, facts))
                {
                    return new SdkImage(
                        options.Mirrors.Apply(
                            ImageReference.Parse($"mcr.microsoft.com/{Repository}:{full}{suffix}")),
                        full,
                        toolchain,
                        Disagreement(pins, full));
                }
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a newer SDK of the same version of .NET is pinned than the catalogue has. Each is published as an image
    /// on the day it comes out, so that one has a tag too; of older ones only some have.
    /// </summary>
    private static bool IsNewer(SdkPins pins, string known) =>
        ReadVersion(pins.Version) is { } version
            && version == ReadVersion(known)
            && pins.Version!.IndexOf('-') < 0
            && !(pins with { RollForward = "latestMajor" }).Accepts(known);

    private static string? Disagreement(SdkPins pins, string full)
    {
        if (pins.Accepts(full)) return null;
        var rule = pins.RollForward is { } roll ? $" and rolls forward as {roll}" : "";
        var isNewer = (pins with { RollForward = "latestMajor" }).Accepts(full);
        var isSameMinor = isNewer && ReadVersion(pins.Version) == ReadVersion(full);
        return $"global.json pins the .NET SDK {pins.Version}{rule}, which refuses the image's {full}: "
            + (isSameMinor ? "let it roll forward as latestFeature"
            : isNewer ? "let it roll forward as latestMajor"
            : $"pin {full} and let it roll forward as latestFeature");
    }

    private static string? FullVersion(Version version, ImageCatalog catalog) => catalog.Tags
        .FirstOrDefault(
            tag => tag.Repository == Repository && tag.DotNetVersion == version && tag.FullVersion is not null)
        ?.FullVersion;

    // A newer SDK builds for every older framework and is supported longer. A global.json is the repository's own
    // decision.
    private static IEnumerable<Version> Versions(ProjectFacts facts, BuildFacts build, GenerationOptions options)
    {
        var catalog = options.Catalog;
        var framework = facts.TargetFrameworkVersion!;
        var isPinned = build.InputsOf(BuildInputKind.GlobalJson).Count > 0;
        var pinned = isPinned ? ReadVersion(options.SdkPins.Version ?? facts.Get("NETCoreSdkVersion")) : null;
        var newest = catalog.Lifecycles.Last(static cycle => !cycle.IsPreview).Version;
        return new[] { pinned, newest, framework }.OfType<Version>().Where(version => version >= framework).Distinct();
    }

    // Managed code runs wherever its C library is; native code needs the libraries of the release it was linked on.
    private static IEnumerable<(string Suffix, string? Toolchain)> Variants(
        ProjectFacts facts, CatalogImage? final, ImageCatalog catalog)
    {
        var isMusl = (final?.Family.Libc ?? LinuxTarget.Of(facts).Libc) == Libc.Musl;
        var system = final?.Family.OperatingSystem;
        if (isMusl && final is null) system = NewestAlpine(facts, catalog);
        var suffix = system is null || (!facts.IsAot && !isMusl) ? "" : "-" + system;
        if (!facts.IsAot) return [(suffix, null)];
        var install = isMusl
            ? "apk add --no-cache build-base clang zlib-dev"
            : "apt-get update \\\n && apt-get install -y --no-install-recommends clang zlib1g-dev \\\n && rm -rf "
                + "/var/lib/apt/lists/*";
        return final?.Family.PackageManager == "tdnf"
            || system?.StartsWith("azurelinux", StringComparison.Ordinal) == true
            ? [(suffix + "-aot", null)]
            : [(suffix + "-aot", null), (suffix, install)];
    }

    private static string? NewestAlpine(ProjectFacts facts, ImageCatalog catalog) =>
        catalog.FindTag("dotnet/runtime-deps", facts.TargetFrameworkVersion!.ToString(2) + "-alpine")
            ?.Family.OperatingSystem;

    // Cross-compiling leaves the SDK on the builder's processor; native compilation runs on the target's.
    private static bool HasArchitectures(CatalogTag tag, ProjectFacts facts) =>
        !facts.IsAot
            || LinuxTarget.Of(facts).Architectures
                .All(architecture => architecture != "arm/v7" && tag.Architectures.Contains(architecture));

    private static Version? ReadVersion(string? text)
    {
        var parts = (text ?? "").Split('.');
        return parts.Length > 2 && System.Version.TryParse(parts[0] + "." + parts[1], out var version) ? version : null;
    }
}
