using System;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace DockerGuard.Testing;

/// <summary>A folder that is gone when the test is over.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dockerguard-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string CreateFolder(string name) => Directory.CreateDirectory(this[name]).FullName;

    public void Dispose()
    {
        UnmountWithin(Path);
        Directory.Delete(Path, recursive: true);
    }

    // A daemon that had to be killed leaves its mounts behind; deleting through them would fail, or reach too far.
    private static void UnmountWithin(string folder)
    {
        const string Mounts = "/proc/self/mountinfo";
        const int DetachNow = 2;
        if (!File.Exists(Mounts)) return;

        foreach (var mount in File.ReadAllLines(Mounts)
            .Select(line => line.Split(' ')[4])
            .Where(mount => mount.StartsWith(folder + "/", StringComparison.Ordinal))
            .Reverse())
        {
            _ = Unmount(mount, DetachNow);
        }
    }

    [DllImport("libc", EntryPoint = "umount2", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Unmount([MarshalAs(UnmanagedType.LPUTF8Str)] string target, int flags);
}
