using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Policy.Baselines;

/// <summary>The findings a team lives with for now: they are not reported, and every new one is.</summary>
public sealed class Baseline
{
    private readonly string _path;
    private readonly Suppression _suppression;

    internal Baseline(string path, IReadOnlyList<BaselineEntry> entries)
    {
        _path = path;
        _suppression = new Suppression(SilencedBy.Baseline, Origin.StartOf(path), "in the baseline");
        Entries = entries;
    }

    /// <summary>The accepted findings, in the order of the file.</summary>
    public IReadOnlyList<BaselineEntry> Entries { get; }

    /// <summary>A baseline that accepts nothing yet.</summary>
    /// <param name="path">
    /// Absolute path of the file it will be; its folder is the one that files are named from.
    /// </param>
    public static Baseline Empty(string path) => new(path, []);

    /// <summary>Takes the accepted findings out; conditions of the tool are never accepted.</summary>
    /// <param name="result">The findings of one project.</param>
    /// <param name="dockerfiles">The linted files by absolute path.</param>
    /// <param name="stale">
    /// How many entries of these files match no finding, silenced or not: what they were about has been mended.
    /// </param>
    public LintResult Apply(LintResult result, IReadOnlyDictionary<string, Dockerfile> dockerfiles, out int stale)
    {
        var fingerprints = Fingerprints(dockerfiles);
        var accepted = new HashSet<string>(Entries.Select(entry => entry.Fingerprint), StringComparer.Ordinal);
        var matched = new HashSet<string>(StringComparer.Ordinal);
        var left = new List<Diagnostic>();
        var suppressed = new List<Diagnostic>(result.Suppressed);
        foreach (var finding in result.Findings)
        {
            if (!finding.Descriptor.IsTool
                && fingerprints.Next(finding) is var fingerprint
                && accepted.Contains(fingerprint))
            {
                matched.Add(fingerprint);
                suppressed.Add(finding with { SuppressedBy = _suppression });
            }
            else
            {
                left.Add(finding);
            }
        }

        // What somebody else silences first is not mended, and comes back without them.
        matched.UnionWith(result.Suppressed.Select(fingerprints.Next));
        var files = Linted(result, dockerfiles, fingerprints);
        stale = Entries.Count(entry => files.Contains(entry.File) && !matched.Contains(entry.Fingerprint));
        return result with { Findings = left, Suppressed = suppressed };
    }

    /// <summary>
    /// The baseline that accepts what is found now. Entries of other files and images stay, for they belong to other
    /// projects, as long as their files exist.
    /// </summary>
    /// <param name="result">The findings of one project.</param>
    /// <param name="dockerfiles">The linted files by absolute path.</param>
    /// <param name="exists">Tells whether there is a file at an absolute path.</param>
    public Baseline Update(
        LintResult result, IReadOnlyDictionary<string, Dockerfile> dockerfiles, Func<string, bool> exists)
    {
        var fingerprints = Fingerprints(dockerfiles);
        var found = result.Findings.Where(finding => !finding.Descriptor.IsTool)
            .Select(finding => new BaselineEntry(
                finding.Descriptor.Key,
                fingerprints.NameOf(finding.Origin),
                fingerprints.Next(finding),
                AddressCredentials.Hide(finding.Message))).ToList();
        var files = Linted(result, dockerfiles, fingerprints);
        var others = Entries.Where(entry =>
            !files.Contains(entry.File) && (IsImage(entry) || exists(Path.Combine(Folder, entry.File))));
        return new Baseline(_path,
            [.. others.Concat(found)
                .OrderBy(entry => entry.File, StringComparer.Ordinal)
                .ThenBy(entry => entry.Rule, StringComparer.Ordinal)
                .ThenBy(entry => entry.Fingerprint, StringComparer.Ordinal)]);
    }

    /// <summary>The folder that files are named from; the root, which is no file, is in none.</summary>
    private string Folder => Path.GetDirectoryName(_path) ?? _path;

    private Fingerprints Fingerprints(IReadOnlyDictionary<string, Dockerfile> dockerfiles) =>
        new(dockerfiles, Folder);

    /// <summary>The files a result speaks of: a clean one is among them.</summary>
    private static HashSet<string> Linted(
        LintResult result, IReadOnlyDictionary<string, Dockerfile> dockerfiles, Fingerprints fingerprints) =>
        new(
            dockerfiles.Keys.Select(fingerprints.FileOf)
                .Concat(result.Findings.Select(finding => finding.Origin).Distinct().Select(fingerprints.NameOf)),
            StringComparer.Ordinal);

    /// <summary>Whether an image still exists cannot be seen on the disk.</summary>
    private static bool IsImage(BaselineEntry entry) =>
        entry.File.StartsWith(DockerGuard.Rules.Engine.Fingerprints.ImageMark, StringComparison.Ordinal);
}
