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

namespace DockerGuard.Checks;

/// <summary>Checks the image the SDK is about to make, before anything is pushed.</summary>
public static class ContainerCheck
{
    /// <summary>Holds the image against the rules, asks every silencer and says what is left.</summary>
    public static ContainerVerdict Run(ContainerCheckInput input)
    {
        var verdict = new VerdictBuilder(input.Warnings);
        var loaded = PolicyLoader.Load(input.Policy);
        verdict.Tell(loaded.Diagnostics);
        if (loaded.Policy is not { } policy || ReadBase(input, policy, verdict) is not { } reading)
            return new ContainerVerdict(verdict.ToVerdict());

        var digest = input.Container.BaseImage.Digest ?? (input.PinsBase ? reading.Digest : null);
        var container = input.Container with { Labels = Labels(input.Container, input.Project, digest) };
        var image = new ProjectModelReader(container, input.Project, input.Elements)
            .Read(ImageCatalog.Default, policy.Mirrors, reading.Config);
        var scope = new SilencerScope(policy, input.Day, verdict) { WaiversAreTold = input.WaiversAreTold };
        if (SilencerList.OverProject(Linter.CheckImage(image, policy.Settings), scope) is { } left) verdict.Tell(left);
        return new ContainerVerdict(verdict.ToVerdict(Summary(image, digest, verdict.Reported.Count)), image, digest);
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
        var reading = input.ReadBase?.Invoke();
        if (reading is { Problem: null }) return reading;
        if (reading?.Problem is { } problem)
        {
            // A policy may lower this one: then the base is judged by its name, and is not pinned.
            var severity = policy.Settings.SeverityOf(ToolDiagnostics.RegistryUnavailable);
            var origin = new ProjectModelReader(input.Container, input.Project, input.Elements).BaseOrigin;
            verdict.Tell([new Diagnostic(ToolDiagnostics.RegistryUnavailable, severity, problem, origin)]);
            if (severity == Severity.Error) return null;
        }

        return BaseReading.FromCatalog(input.Container.BaseImage, policy.Mirrors);
    }

    private static string Summary(ImageModel image, string? digest, int count)
    {
        var ports = image.Ports.Select(port => port.Value.Number)
            .Concat(ListeningPorts.Of(image.Environment).Select(port => port.Value))
            .Distinct().OrderBy(port => port).Select(port => port.ToString(CultureInfo.InvariantCulture)).ToList();
        var user = image.User is { Value.Length: > 0 } known ? known.Value : "root";
        var findings = count == 1 ? "1 finding" : $"{count} findings";
        var pin = string.IsNullOrEmpty(digest) ? "" : $", base pinned to {Shortened(digest!)}";
        return $"{image.OwnLabels.Count()} labels, user {user}, "
            + $"{(ports.Count == 0 ? "no ports" : "ports " + string.Join(", ", ports))}{pin}, {findings}";
    }

    /// <summary>As much of a digest as a person compares: the algorithm and twelve digits.</summary>
    private static string Shortened(string digest) => digest.Length > 19 ? digest.Substring(0, 19) : digest;
}
