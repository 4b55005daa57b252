using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Checks.Silencers;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Labels;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Policy;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Checks;

/// <summary>Checks the image the SDK is about to make, before anything is pushed.</summary>
public static class ContainerCheck
{
    private static readonly Rule TrustRule = RuleCatalog.Rules.OfType<DG1001UntrustedRegistry>().Single();

    /// <summary>Holds the image against the rules, asks every silencer and says what is left.</summary>
    public static ContainerVerdict Run(ContainerCheckInput input)
    {
        var verdict = new VerdictBuilder(input.Warnings);
        var loaded = PolicyLoader.Load(input.Policy);
        verdict.Tell(loaded.Diagnostics);
        verdict.Policy = loaded.Policy;
        if (loaded.Policy is not { } policy || ReadBase(input, policy, verdict) is not { } reading)
            return new ContainerVerdict(verdict.ToVerdict());

        var digest = input.Container.BaseImage.Digest ?? (input.PinsBase ? reading.Digest : null);
        var container = input.Container with { Labels = Labels(input.Container, input.Project, digest) };
        var images = Images(input with { Container = container }, policy, reading);
        var scope = new SilencerScope(policy, input.Day, verdict) { WaiversAreTold = input.WaiversAreTold };
        if (SilencerList.OverProject(images.Check(policy.Settings), scope) is { } left) verdict.Tell(left);
        var summary = Summary(input with { Container = container }, images, digest, verdict)
            + SummaryWords.GoesBy(verdict.Basis, input.Project);
        return new ContainerVerdict(verdict.ToVerdict(summary), container.Labels, digest);
    }

    /// <summary>The image on every platform that is known by itself.</summary>
    private static PlatformImages Images(ContainerCheckInput input, Policy.Policy policy, BaseReading reading)
    {
        var reader = new ProjectModelReader(input.Container, input.Project, input.Elements);
        return new PlatformImages(
        [
            .. reading.Platforms.Select(
                one => (one.Platform, reader.Read(ImageCatalog.Default, policy.Mirrors, one.Config))),
        ]);
    }

    /// <summary>The labels the image will have: the project's and the SDK's, and what completes them.</summary>
    private static IReadOnlyList<ImageLabel> Labels(ContainerFacts container, ProjectFacts project, string? digest)
    {
        var facts = new LabelFacts(project, container.BaseImage.WithDigest(digest))
        {
            SourceUrl = container.SourceUrl,
            SourceRevision = container.SourceRevision,
            Tag = container.Tags.Count > 0 ? container.Tags[0] : null,
        };
        return OciLabels.Complete(
            container.Labels, container.GeneratesLabels ? facts : null, container.SuppressedLabels);
    }

    /// <summary>What is known of the base; null when it cannot be read and the policy insists on it.</summary>
    private static BaseReading? ReadBase(ContainerCheckInput input, Policy.Policy policy, VerdictBuilder verdict)
    {
        var byName = BaseReading.FromCatalog(input.Container.BaseImage, policy.Mirrors);
        if (input.ReadBase is null) return byName;
        // Whom the policy does not trust learns nothing of this build, least of all its credentials.
        if (IsRefused(input, policy, byName, verdict)) return null;
        var reading = input.ReadBase();
        if (reading.Problem is not { } problem) return reading;
        // A policy may lower this one: then the base is judged by its name, and is not pinned.
        var severity = policy.Settings.SeverityOf(ToolDiagnostics.RegistryUnavailable);
        var origin = new ProjectModelReader(input.Container, input.Project, input.Elements).BaseOrigin;
        verdict.Tell([new Diagnostic(ToolDiagnostics.RegistryUnavailable, severity, problem, origin)]);
        return severity == Severity.Error ? null : byName;
    }

    /// <summary>True after it has been told that the base's registry is not trusted, which nobody lets pass.</summary>
    private static bool IsRefused(
        ContainerCheckInput input, Policy.Policy policy, BaseReading byName, VerdictBuilder verdict)
    {
        var judged = new VerdictBuilder(input.Warnings);
        var scope = new SilencerScope(policy, input.Day, judged) { WaiversAreTold = input.WaiversAreTold };
        var found = Images(input, policy, byName).Check(policy.Settings, [TrustRule]);
        if (SilencerList.OverProject(found, scope) is not { } left) return false;
        judged.Tell(left);
        if (!judged.Reported.Any(IsDistrust)) return false;
        verdict.Tell(left);
        return true;
    }

    private static bool IsDistrust(Diagnostic finding) =>
        finding.Severity == Severity.Error && finding.Descriptor == TrustRule.Descriptor;

    private static string Summary(
        ContainerCheckInput input, PlatformImages images, string? digest, VerdictBuilder verdict)
    {
        var user = images.Tell(image => image.User is { Value.Length: > 0 } known ? known.Value : "root");
        var labels = $"{input.Container.Labels.Count} labels, user {user}, {images.Tell(Ports)}";
        // A base nobody looked at is judged by its name, and a tag may be another image tomorrow: no guard keeps quiet
        // of it.
        var read = input.ReadBase is null ? ", base not read" : "";
        var pin = string.IsNullOrEmpty(digest) ? ", base not pinned" : $", base pinned to {Shortened(digest!)}";
        return $"{labels}{read}{pin}, {SummaryWords.Found(verdict.Reported)}{SummaryWords.Silenced(verdict)}";
    }

    private static string Ports(ImageModel image)
    {
        var ports = new List<int>();
        foreach (var port in image.Ports) ports.Add(port.Value.Number);
        foreach (var port in ListeningPorts.Of(image.Environment)) ports.Add(port.Value);
        ports.Sort();
        var words = new List<string>();
        foreach (var port in ports) words.Add(port.ToString(CultureInfo.InvariantCulture));
        return ports.Count == 0 ? "no ports" : "ports " + string.Join(", ", words.Distinct());
    }

    /// <summary>As much of a digest as a person compares: the algorithm and twelve digits.</summary>
    private static string Shortened(string digest) => digest.Length > 19 ? digest.Substring(0, 19) : digest;
}
