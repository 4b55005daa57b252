using DockerGuard.Testing;

// Tests of one class share a project and run one after the other; two classes at a time keep two cores busy.
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.ClassLevel)]

namespace DockerGuard.Package.Tests.Support;

[TestClass]
public static class TestRun
{
    [AssemblyCleanup]
    public static void CleanUp() => PackedProduct.CleanUp();
}
