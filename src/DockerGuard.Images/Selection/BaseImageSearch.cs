using System.Collections.Generic;
using System.Linq;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Text;

namespace DockerGuard.Images.Selection;

/// <summary>The tag that was found with the reason for it, or no tag with the error.</summary>
internal readonly record struct FoundTag(CatalogTag? Tag, string Text);

/// <summary>One project's search through the families of its .NET version.</summary>
internal sealed class BaseImageSearch
{
    private const string Extra = "-extra";

    private readonly ProjectFacts _facts;
    private readonly LinuxTarget _target;
    private readonly TagFinder _tags;
    private readonly IReadOnlyList<string> _ubuntu;
    private readonly string _repository;
    private readonly string _version;
    private readonly PackageNeed? _icuPackage;

    public BaseImageSearch(ProjectFacts facts, ImageCatalog catalog, LinuxTarget target)
    {
        var version = facts.TargetFrameworkVersion!;
        _facts = facts;
        _target = target;
        _version = version.ToString(2);
        _repository = facts.IsSelfContained ? "dotnet/runtime-deps"
            : facts.UsesAspNet ? "dotnet/aspnet"
            : "dotnet/runtime";
        _tags = new TagFinder(catalog, _repository, version);
        _ubuntu = catalog.Lifecycle(version)?.UbuntuReleases ?? [];
        var needs = PackageNeed.Of(facts.PackageReferences);
        _icuPackage = needs.FirstOrDefault(static need => need.IsIcu);
        Libraries = needs.Where(static need => !need.IsIcu)
            .GroupBy(static need => need.Library)
            .Select(static group => group.First())
            .ToArray();
    }

    public bool HasVersion => _tags.HasVersion;

    /// <summary>Libraries that no .NET image carries and the project's packages load.</summary>
    public IReadOnlyList<PackageNeed> Libraries { get; }

    private bool NeedsIcu => !_facts.InvariantGlobalization || _icuPackage is not null;

    /// <summary>The first family, smallest first, that exists for all architectures.</summary>
    public FoundTag Best()
    {
        string? skipped = null;
        foreach (var family in Candidates())
        {
            if (_tags.Find(family) is not { } tag) continue;
            if (MissingArchitecture(tag) is { } architecture)
            {
                skipped ??= $"{family} has no {architecture}, so {{0}}";
                continue;
            }

            var reason = skipped is null ? ReasonFor(tag) : Why() + string.Format(null, skipped, tag.Family.Name);
            return new FoundTag(tag, reason);
        }

        return new FoundTag(
            null, $"no {_repository} image of .NET {_version} exists for {string.Join(" and ", _target.Identifiers)}");
    }

    /// <summary>The family the team asked for, mended only where the application would find no ICU.</summary>
    public FoundTag InFamily(string family)
    {
        var tag = _tags.Find(family);
        if (tag is null)
        {
            return new FoundTag(
                null,
                $"no {_repository} image of .NET {_version} has the family {Sentence.Quote(family)}; there are "
                    + string.Join(", ", _tags.LinuxFamilies));
        }

        if (_facts.IsSelfContained && _target.Libc is { } libc && libc != tag.Family.Libc)
        {
            return new FoundTag(
                null,
                $"the family {Sentence.Quote(family)} has {Name(tag.Family.Libc)}, and a self-contained application "
                    + $"built for {_target.Identifiers[0]} needs {Name(libc)}");
        }

        var reason = $"the family {family} is asked for";
        if (NeedsIcu && !tag.Family.HasIcu)
        {
            var extra = _tags.Find(family + Extra);
            reason += extra is not null ? $" and {WhyIcu()}, so -extra" : $", but it has no ICU although {WhyIcu()}";
            tag = extra ?? tag;
        }

        if (MissingArchitecture(tag) is { } architecture)
        {
            return new FoundTag(
                null,
                $"{tag} does not exist for {architecture}; its architectures are "
                    + string.Join(", ", tag.Architectures));
        }

        if (tag.Family.IsDistroless && Libraries.Count > 0) reason += $"; {WhyLibraries()}, which it lacks";
        return new FoundTag(tag, reason);
    }

    private IEnumerable<string> Candidates()
    {
        var extra = NeedsIcu ? Extra : "";
        if (_target.Libc == Libc.Musl) return ["alpine" + extra];
        var full = _ubuntu.AsEnumerable();
        return Libraries.Count > 0 ? full : _ubuntu.Select(release => release + "-chiseled" + extra).Concat(full);
    }

    private string ReasonFor(CatalogTag tag) => Why() + (
        tag.Family.IsExtra ? WhyIcu() + ", so -extra"
        : Libraries.Count > 0
        ? WhyLibraries() + (tag.Family.Libc == Libc.Musl
            ? ", which must be installed"
            : ", which a chiseled image cannot carry, so the full one")
        : tag.Family.HasIcu ? "no smaller image exists for it"
        : "globalization is invariant, so without ICU");

    private string Why()
    {
        var kind = _facts.IsAot ? "native AOT needs no runtime, "
            : _facts.IsSelfContained ? "the application brings its runtime, "
            : "";
        return _target.Libc == Libc.Musl ? $"{kind}{_target.Identifiers[0]} needs musl, " : kind;
    }

    private string WhyIcu() => _facts.InvariantGlobalization
        ? $"{_icuPackage!.PackageId} needs ICU although InvariantGlobalization is on"
        : "globalization is on";

    private string WhyLibraries() =>
        string.Join(" and ", Libraries.Select(static need => $"{need.PackageId} needs {need.Library}"));

    private string? MissingArchitecture(CatalogTag tag) =>
        _target.Architectures.FirstOrDefault(architecture => !tag.Architectures.Contains(architecture));

    private static string Name(Libc libc) => libc == Libc.Musl ? "musl" : libc == Libc.Glibc ? "glibc" : "Windows";
}
