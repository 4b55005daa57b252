using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Checks.Silencers;
using DockerGuard.Images.Model;
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
        if (loaded.Policy is not { } policy || Judge(input, policy, verdict) is not { } judged)
            return new ContainerVerdict(verdict.ToVerdict());

        var scope = new SilencerScope(policy, input.Day, verdict) { WaiversAreTold = input.WaiversAreTold };
        if (SilencerList.OverProject(judged.Found, scope) is { } left) verdict.Tell(left);
        var summary = Summary(input, judged, verdict) + SummaryWords.GoesBy(verdict.Basis, input.Project);
        return new ContainerVerdict(verdict.ToVerdict(summary), judged.Labels, judged.Digest);
    }

    /// <summary>
    /// The image on the base its registry has; null when that cannot be read and the policy insists on it.
    /// </summary>
    private static JudgedContainer? Judge(ContainerCheckInput input, Policy.Policy policy, VerdictBuilder verdict)
    {
        var byName = BaseReading.FromCatalog(input.Container.BaseImage, policy.Mirrors);
        if (input.ReadBase is null) return JudgedContainer.On(byName, input, policy);
        // Whom the policy does not trust learns nothing of this build, least of all its credentials.
        if (IsRefused(input, policy, byName, verdict)) return null;
        var reading = input.ReadBase();
        // A registry takes its time: what the base's name tells is judged meanwhile, and stands where the policy lets a
        // registry be silent.
        var judgedByName = JudgedContainer.On(byName, input, policy);
        var read = reading.GetAwaiter().GetResult();
        if (read.Problem is not { } problem) return JudgedContainer.On(read, input, policy);
        var severity = policy.Settings.SeverityOf(ToolDiagnostics.RegistryUnavailable);
        var origin = new ProjectModelReader(input.Container, input.Project, input.Elements).BaseOrigin;
        verdict.Tell([new Diagnostic(ToolDiagnostics.RegistryUnavailable, severity, problem, origin)]);
        return severity == Severity.Error ? null : judgedByName;
    }

    /// <summary>True after it has been told that the base's registry is not trusted, which nobody lets pass.</summary>
    private static bool IsRefused(
        ContainerCheckInput input, Policy.Policy policy, BaseReading byName, VerdictBuilder verdict)
    {
        var judged = new VerdictBuilder(input.Warnings);
        var scope = new SilencerScope(policy, input.Day, judged) { WaiversAreTold = input.WaiversAreTold };
        var found = JudgedContainer.ImagesOn(byName, input, policy).Check(policy.Settings, [TrustRule]);
        if (SilencerList.OverProject(found, scope) is not { } left) return false;
        judged.Tell(left);
        if (!judged.Reported.Any(IsDistrust)) return false;
        verdict.Tell(left);
        return true;
    }

    private static bool IsDistrust(Diagnostic finding) =>
        finding.Severity == Severity.Error && finding.Descriptor == TrustRule.Descriptor;

    private static string Summary(ContainerCheckInput input, JudgedContainer judged, VerdictBuilder verdict)
    {
        var (images, digest) = (judged.Images, judged.Digest);
        var user = images.Tell(image => image.User is { Value.Length: > 0 } known ? known.Value : "root");
        var labels = $"{judged.Labels.Count} labels, user {user}, {images.Tell(Ports)}";
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
