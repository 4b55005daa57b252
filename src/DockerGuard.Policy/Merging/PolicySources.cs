using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Text;
using DockerGuard.Oci.Text;
using DockerGuard.Policy.Files;
using DockerGuard.Policy.Sections;
using DockerGuard.Policy.Sections.Root;
using DockerGuard.Policy.Yaml;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Merging;

/// <summary>Which files the policy of a project begins with, and which others bind it.</summary>
internal sealed class PolicySources
{
    private readonly string _projectDirectory;
    private readonly IReadOnlyList<Binding> _binding;

    private PolicySources(string projectDirectory, IReadOnlyList<PolicySource> sources, IReadOnlyList<Binding> binding)
    {
        _projectDirectory = projectDirectory;
        Sources = sources;
        _binding = binding;
    }

    /// <summary>
    /// The policy in force; several where nothing but what binds is in force; none without any policy.
    /// </summary>
    public IReadOnlyList<PolicySource> Sources { get; }

    /// <summary>Absolute path of the policy that has the last word; null without any.</summary>
    public string? Path => Sources.Count == 0 ? null : Sources[Sources.Count - 1].Path;

    /// <summary>The files that bind.</summary>
    public IEnumerable<string> Files => _binding.Select(binding => binding.Source.Path);

    /// <summary>Looks for them; null with what is wrong when they cannot be told.</summary>
    public static PolicySources InForce(PolicyRequest request, out PolicyLoadResult? problem)
    {
        var found = PolicyFinder.Find(request.ProjectDirectory);
        var named = string.IsNullOrEmpty(request.ExplicitPath) ? null : request.ExplicitPath;
        var nearest = named is null ? found.Nearest : [named];
        var above = named is null ? found.Above : [.. found.Nearest, .. found.Above];
        problem = nearest.Count switch
        {
            0 => null,
            1 => ProblemOf(nearest[0]) is { } wrong ? Broken(nearest[0], wrong, named is null ? nearest : []) : null,
            _ => Broken(
                nearest[1], "the folder has both .dockerguard.yml and .dockerguard.yaml; keep one of them", nearest),
        };
        var errors = new List<Diagnostic>();
        var binding = problem is null ? Bindings(request, above, errors) : [];
        if (errors.Count > 0) problem = new PolicyLoadResult(null, errors, [.. nearest, .. above]);
        IReadOnlyList<PolicySource> sources = nearest.Count > 0
            ? [PolicySource.Of(nearest[0])]
            : [.. binding.Select(policy => policy.Source)];
        return new PolicySources(request.ProjectDirectory, sources, binding);
    }

    /// <summary>The errors of a policy that does not extend what binds it.</summary>
    public IEnumerable<Diagnostic> Unextended(ExtendsChain chain)
    {
        foreach (var binding in _binding.Where(binding => !chain.Has(binding.Source.Path)))
        {
            var policy = Sources[Sources.Count - 1];
            var errors = new PolicyErrors(policy.Path);
            var mine = Sentence.Quote(policy.NameFrom(_projectDirectory));
            var name = binding.Source.NameFrom(System.IO.Path.GetDirectoryName(policy.Path)!);
            errors.Add(
                SourceSpan.FileStart,
                $"the policy {mine} does not extend {Sentence.Quote(binding.Source.NameFrom(_projectDirectory))}, "
                    + $"{binding.Why}; write extends: {Sentence.Show(name)}");
            foreach (var error in errors.InOrder) yield return error;
        }
    }

    private static List<Binding> Bindings(PolicyRequest request, IReadOnlyList<string> above, List<Diagnostic> errors)
    {
        var binding = new List<Binding>();
        // From the top, so that what is nearer has the later word where several are in force.
        foreach (var path in above.Reverse())
        {
            if (IsRoot(path, errors))
                binding.Add(new Binding(PolicySource.Of(path), "which binds everything below it by root: true"));
        }

        foreach (var policy in request.Binding)
        {
            if (SourceOf(policy, request, errors) is { } source)
                binding.Add(new Binding(source, "which is binding for the project"));
        }

        return binding;
    }

    private static PolicySource? SourceOf(BindingPolicy policy, PolicyRequest request, List<Diagnostic> errors)
    {
        // Where it is only a candidate it is the business of whoever uses it whether it is there.
        if (policy.OnlyAsRoot)
        {
            return FileProbe.At(policy.Place) == Existing.File && IsRoot(policy.Place, errors)
                ? PolicySource.Of(policy.Place)
                : null;
        }

        string? problem = null;
        var project = new PolicySource(request.ProjectDirectory, request.ProjectDirectory);
        var source = BindingPolicy.IsInPackage(policy.Place)
            ? ExtendsTarget.Resolve(project, policy.Place, request.ResolvePackage, out problem)
            : PolicySource.Of(policy.Place);
        problem ??= FileProbe.At(source!.Path) switch
        {
            Existing.Nothing => "does not exist",
            Existing.Folder => "is a folder, not a file",
            _ => null,
        };
        if (problem is null) return source;
        var found = new PolicyErrors(request.ProjectFile ?? request.ProjectDirectory);
        var name = source is null ? policy.Place : RelativePath.From(request.ProjectDirectory, policy.Place);
        found.Add(SourceSpan.FileStart, $"the binding policy {Sentence.Quote(name)} {problem}");
        errors.AddRange(found.InOrder);
        return null;
    }

    /// <summary>True for a policy that says <c>root: true</c>; an error when it cannot be told.</summary>
    private static bool IsRoot(string path, List<Diagnostic> errors)
    {
        var found = new PolicyErrors(path);
        var isRoot = false;
        if (ProblemOf(path) is { } problem)
        {
            found.Add(SourceSpan.FileStart, problem);
        }
        else if (PolicyText.Read(path, found) is { } text && YamlTreeReader.Read(text, found) is YamlMap map)
        {
            var entry = map.Entries.FirstOrDefault(entry => entry.Name == PolicySections.Root.Key);
            var reading = new PolicyReading(path, path, found);
            isRoot = entry is not null
                && PolicySections.Root.Read(entry, reading) is RootFlag { IsRoot: true };
        }

        errors.AddRange(found.InOrder);
        return isRoot;
    }

    private static string? ProblemOf(string path) => FileProbe.At(path) switch
    {
        Existing.Nothing => "the policy does not exist",
        Existing.Folder => "the policy is a folder, not a file",
        _ => null,
    };

    private static PolicyLoadResult Broken(string path, string message, IReadOnlyList<string> files)
    {
        var errors = new PolicyErrors(path);
        errors.Add(SourceSpan.FileStart, message);
        return new PolicyLoadResult(null, [.. errors.InOrder], files);
    }

    /// <summary>A policy that binds, and why, as a part of a sentence.</summary>
    private sealed record Binding(PolicySource Source, string Why);
}
