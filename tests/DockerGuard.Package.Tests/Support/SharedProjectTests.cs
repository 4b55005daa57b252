using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.Package.Tests.Support;

/// <summary>
/// Tests that build one web project, each as if it were alone: it is restored and compiled once for the class, and new
/// for every test.
/// </summary>
/// <typeparam name="TTests">The class itself: each has a project of its own.</typeparam>
public abstract class SharedProjectTests<TTests>
{
    private static SharedProject? _shared;

    /// <summary>The project's folder, as it was when it was made.</summary>
    protected ProjectFolder Folder { get; private set; } = null!;

    /// <summary>The Dockerfile every test begins with; none by default.</summary>
    protected virtual string? Dockerfile => null;

    /// <summary>Whether tests publish: then what they build on is compiled for release too.</summary>
    protected virtual bool ArePublishing => false;

    [TestInitialize]
    public async Task BeginAsync()
    {
        _shared ??= await CreateAsync();
        Folder = _shared.Reset();
        if (Dockerfile is { } text) Folder.Write("Dockerfile", text);
    }

#pragma warning disable CA1000 // MSTest wants the clean-up of a class static, and each class has its own.
    [ClassCleanup(InheritanceBehavior.BeforeEachDerivedClass)]
    public static void Delete()
#pragma warning restore CA1000
    {
        _shared?.Dispose();
        _shared = null;
    }

    private async Task<SharedProject> CreateAsync()
    {
        var folder = await UserProject.WebAsync();
        if (ArePublishing) (await folder.BuildAsync("-c", "Release")).EnsureSuccess();
        return await SharedProject.CreateAsync(folder);
    }
}
