using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DockerGuard.Checks.Silencers;
using DockerGuard.Images.Model;
using DockerGuard.Oci;
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
        if (loaded.Policy is not { } policy) return new ContainerVerdict(verdict.ToVerdict());
        if (Judge(input, policy, verdict) is not { } judged)
            return new ContainerVerdict(verdict.ToVerdict(Summary("image not judged", input, verdict)));

        var scope = new SilencerScope(policy, input.Day, verdict) { WaiversAreTold = input.WaiversAreTold };
        if (SilencerList.OverProject(judged.Found, scope) is { } left) verdict.Tell(left);
        return new ContainerVerdict(
            verdict.ToVerdict(Summary(Told(input, judged), input, verdict)), judged.Labels, judged.Digest);
    }

    /// <summary>
    /// The image on the base its registry has; null when that cannot be read and the policy insists on it.
    /// </summary>
    private static JudgedContainer? Judge(ContainerCheckInput input, Policy.Policy policy, VerdictBuilder verdict)
    {
        var byName = BaseReading.FromCatalog(input.Container.BaseImage, policy.Mirrors);
        if (input.ReadBase is null) return JudgedContainer.On(byName, input, policy);
        // Whom the policy does not trust learns nothing of this build. Where it lets such a registry pass, it is asked
        // without credentials.
        if (Distrust(input, policy, byName, verdict) is not { } distrust) return null;
        var isTrusted = IsTrusted(input.Container.BaseImage, policy.Settings.Registries);
        var reading = input.ReadBase(isTrusted);
        // A registry takes its time: what the base's name tells is judged meanwhile, and stands where the policy lets a
        // registry be silent.
        var judgedByName = JudgedContainer.On(byName, input, policy);
        var read = reading.GetAwaiter().GetResult();
        if (read.Problem is not { } problem) return JudgedContainer.On(read, input, policy);
        var severity = policy.Settings.SeverityOf(ToolDiagnostics.RegistryUnavailable);
        var origin = new ProjectModelReader(input.Container, input.Project, input.Elements).BaseOrigin;
        if (!isTrusted) problem += "; a registry that the policy does not trust is sent no credentials";
        verdict.Tell([new Diagnostic(ToolDiagnostics.RegistryUnavailable, severity, problem, origin)]);
        if (severity != Severity.Error) return judgedByName;
        verdict.Tell(distrust);
        return null;
    }

    /// <summary>
    /// What is said of the base's registry; null after it has been told that it is refused, which nobody lets pass.
    /// </summary>
    private static LintResult? Distrust(
        ContainerCheckInput input, Policy.Policy policy, BaseReading byName, VerdictBuilder verdict)
    {
        var judged = new VerdictBuilder(input.Warnings);
        var scope = new SilencerScope(policy, input.Day, judged) { WaiversAreTold = input.WaiversAreTold };
        var found = JudgedContainer.ImagesOn(byName, input, policy).Check(policy.Settings, [TrustRule]);
        if (SilencerList.OverProject(found, scope) is not { } left) return found;
        judged.Tell(left);
        if (!judged.Reported.Any(IsDistrust)) return left;
        verdict.Tell(left);
        return null;
    }

    /// <summary>Whatever the rule's severity is, and whoever waives it.</summary>
    private static bool IsTrusted(ImageReference image, RegistrySettings registries) =>
        registries.Trusted.Count == 0
            || registries.Trusts(image.Registry, $"{image.Registry}/{image.Repository}");

    private static bool IsDistrust(Diagnostic finding) =>
        finding.Severity == Severity.Error && finding.Descriptor == TrustRule.Descriptor;

    private static string Summary(string told, ContainerCheckInput input, VerdictBuilder verdict) =>
        $"{told}, {SummaryWords.Found(verdict.Reported)}{SummaryWords.Silenced(verdict)}"
            + SummaryWords.GoesBy(verdict.Basis, input.Project);

    private static string Told(ContainerCheckInput input, JudgedContainer judged)
    {
        var (images, digest) = (judged.Images, judged.Digest);
        var user = images.Tell(image => image.User is { Value.Length: > 0 } known ? known.Value : "root");
        var labels = $"{judged.LabelCount} labels, user {user}, {images.Tell(Ports)}";
        // A base nobody looked at is judged by its name, and a tag may be another image tomorrow: no guard keeps quiet
        // of it.
        var read = input.ReadBase is null ? ", base not read" : "";
        var pin = string.IsNullOrEmpty(digest) ? ", base not pinned" : $", base pinned to {Shortened(digest!)}";
        return labels + read + pin;
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
