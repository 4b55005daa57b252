using System;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Policy.Tests;

/// <summary>A repository on disk that is gone after the test.</summary>
internal sealed class Scratch : IDisposable
{
    public static readonly DateTime Today = new(2026, 11, 22);

    public Scratch()
    {
        Root = Directory.CreateTempSubdirectory("dockerguard-policy-").FullName;
        Write(".git/HEAD", "ref: refs/heads/main");
    }

    public string Root { get; }

    public string At(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    public Scratch Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public Scratch Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllBytes(At(path), bytes);
        return this;
    }

    public Scratch Folder(string path)
    {
        Directory.CreateDirectory(At(path));
        return this;
    }

    public PolicyLoadResult Load(
        string projectDirectory = "",
        string? explicitPath = null,
        Func<string, string?>? resolvePackage = null,
        params BindingPolicy[] binding) =>
        PolicyLoader.Load(new PolicyRequest
        {
            ProjectDirectory = At(projectDirectory),
            ExplicitPath = explicitPath is null ? null : At(explicitPath),
            Binding = binding,
            Today = Today,
            ResolvePackage = resolvePackage,
        });

    /// <summary>The errors as "file(line,column,line,column): message", the policy's own name left out.</summary>
    public string[] Errors(PolicyLoadResult result)
    {
        Assert.AreEqual(result.Diagnostics.Count > 0, result.IsBroken, "broken exactly when there is an error");
        Assert.IsTrue(result.Diagnostics.All(
            d => d.Descriptor == ToolDiagnostics.InvalidPolicy && d.Severity == Severity.Error && d.IsSetByPolicy));
        return [.. result.Diagnostics.Select(d => $"{Relative(d.File)}{d.Span}: {d.Message}")];
    }

    public string Relative(string file)
    {
        var path = Path.GetRelativePath(Root, file).Replace('\\', '/');
        return path == ".dockerguard.yml" ? "" : path;
    }

    public static Policy LoadText(string yaml)
    {
        using var scratch = new Scratch();
        var result = scratch.Write(".dockerguard.yml", yaml).Load();
        Assert.IsNotNull(result.Policy, string.Join("\n", result.Diagnostics));
        return result.Policy;
    }

    public static void Fails(string yaml, params string[] errors) => Fails(Encoding.UTF8.GetBytes(yaml), errors);

    public static void Fails(byte[] yaml, params string[] errors)
    {
        using var scratch = new Scratch();
        Assert.AreEqual(
            string.Join("\n", errors),
            string.Join("\n", scratch.Errors(scratch.Write(".dockerguard.yml", yaml).Load())));
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
