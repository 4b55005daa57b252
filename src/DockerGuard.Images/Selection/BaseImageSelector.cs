using System;
using System.Globalization;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Selection;

/// <summary>
/// Chooses the smallest base image that really runs a project: no shell and no package manager where that works, ICU
/// where cultures are used, the C library and the architectures the project is built for. A pure function of its
/// arguments; it only ever names tags that the catalogue has.
/// </summary>
public static class BaseImageSelector
{
    public static BaseImageChoice Select(ProjectFacts facts, ImageCatalog catalog, BaseImageOptions options)
    {
        if (facts is null) throw new ArgumentNullException(nameof(facts));
        if (catalog is null) throw new ArgumentNullException(nameof(catalog));
        if (options is null) throw new ArgumentNullException(nameof(options));

        if (facts.Get("ContainerBaseImage") is { } named) return TeamsOwn(named, facts, catalog, options);
        if (ProblemWith(facts) is { } problem) return BaseImageChoice.None(problem);
        var target = LinuxTarget.Of(facts);
        if (target.Error is not null) return BaseImageChoice.None(target.Error);

        var search = new BaseImageSearch(facts, catalog, target);
        if (!search.HasVersion) return BaseImageChoice.None(NoImagesFor(facts.TargetFrameworkVersion!, catalog));
        var family = options.Family ?? facts.Get("ContainerFamily");
        var found = family is null ? search.Best() : search.InFamily(family);
        if (found.Tag is null) return BaseImageChoice.None(found.Text);

        var reference = ImageReference.Parse($"{DotNetRepository.Registry}/{found.Tag.Repository}:{found.Tag.Tag}");
        var reason = found.Text;
        if (catalog.Lifecycle(found.Tag.DotNetVersion) is { } cycle) reason += Remark(cycle, options.Today);
        return BaseImageChoice.Of(options.Mirrors.Apply(reference), catalog.Find(reference), reason, search.Libraries);
    }

    private static BaseImageChoice TeamsOwn(
        string named, ProjectFacts facts, ImageCatalog catalog, BaseImageOptions options)
    {
        if (!ImageReference.TryParse(named, out var image))
            return BaseImageChoice.None($"ContainerBaseImage {Sentence.Quote(named)} is not an image reference");
        var known = catalog.Find(image, options.Mirrors);
        // What an image of the team's own carries is not known, so only an image of the catalogue can be found lacking.
        var missing = known is null
            ? []
            : PackageNeed.Of(facts.PackageReferences).Where(static need => !need.IsIcu).ToArray();
        return BaseImageChoice.Of(options.Mirrors.Apply(image), known, "ContainerBaseImage names it", missing);
    }

    private static string? ProblemWith(ProjectFacts facts)
    {
        if (facts.TargetFramework.Length == 0 && facts.TargetFrameworks.Count > 1)
        {
            return $"the project targets {string.Join(" and ", facts.TargetFrameworks)}: an image is built for one of "
                + "them, name it with TargetFramework";
        }

        var framework = facts.TargetFramework.Length > 0
            ? facts.TargetFramework
            : facts.Get("TargetFrameworkIdentifier") ?? "no framework";
        if (!facts.IsDotNet || facts.TargetFrameworkVersion is null)
            return $"the project targets {framework}, and .NET images run only .NET";
        if (facts.FrameworkReferences.FirstOrDefault(static name =>
            name.StartsWith("Microsoft.WindowsDesktop.", StringComparison.OrdinalIgnoreCase)) is { } desktop)
        {
            return $"the project uses {desktop}, which runs only on Windows";
        }

        return null;
    }

    private static string NoImagesFor(Version version, ImageCatalog catalog)
    {
        var cycle = catalog.Lifecycle(version);
        if (cycle is not { EndOfLife: { } end }) return $"no image of .NET {version.ToString(2)} is in the catalogue";
        var advice =
            catalog.Lifecycles.Last(static other => other is { IsLongTermSupport: true, IsPreview: false }).Version;
        return $"no image of .NET {version.ToString(2)} is maintained, its support ended on {Day(end)}: target "
            + $"net{advice.ToString(2)}";
    }

    private static string Remark(DotNetLifecycle cycle, DateTime today) =>
        cycle.HasEnded(today)
            ? $"; .NET {cycle.Version.ToString(2)} is out of support since {Day(cycle.EndOfLife!.Value)}"
        : cycle.IsPreview ? $"; .NET {cycle.Version.ToString(2)} is a preview"
        : "";

    private static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
