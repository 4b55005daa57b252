using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace DockerGuard.EndToEnd.Tests.Seed;

/// <summary>
/// The root file systems below .NET, built like Microsoft's: a full distribution, a chiselled one, and what "extra"
/// adds to it.
/// </summary>
internal sealed class RootFileSystems(DebianPackages packages)
{
    private const UnixFileMode EveryoneMayWrite =
        FileTree.FolderMode | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.StickyBit;
    private const int AppUser = 1654;

    private static readonly string[] FullPackages =
        [
            "apt", "base-files", "bash", "coreutils", "dash", "findutils", "grep", "gzip", "hostname", "libgcc-s1",
            "libstdc++6", "login", "passwd", "sed", "tar", "tzdata",
        ];

    private static readonly string[] Unneeded =
        [
            "/usr/share/doc/", "/usr/share/man/", "/usr/share/info/", "/usr/share/locale/", "/usr/share/lintian/",
            "/usr/share/bug/", "/etc/apt/", "/etc/pam.d/",
        ];

    /// <summary>
    /// A shell, a package manager, ICU and time zones; the user "app" exists but root is the one that runs.
    /// </summary>
    public async Task<FileTree> FullAsync()
    {
        var tree = NewTree();
        var names = packages.WithDependencies([.. FullPackages, packages.Find("libicu"), packages.Find("libssl")]);
        foreach (var file in (await packages.ListFilesAsync(names))
            .Where(file => !Unneeded.Any(file.StartsWith) && !IsCharacterSetConverter(file)))
        {
            tree.AddFile(file, file);
        }

        tree.AddLink("usr/bin/sh", "dash");
        tree.AddText("var/lib/dpkg/status", await packages.StatusAsync(names));
        tree.AddText(
            "etc/shadow",
            "root:*:20000:0:99999:7:::\napp:!:20000:0:99999:7:::\n",
            UnixFileMode.UserRead | UnixFileMode.UserWrite);
        AddUsersAndCertificates(tree);
        return tree;
    }

    /// <summary>Libraries only.</summary>
    public async Task<FileTree> ChiseledAsync()
    {
        var tree = NewTree();
        await AddLibrariesAsync(tree, "libc6", "libgcc-s1", "libstdc++6", packages.Find("libssl"));
        AddUsersAndCertificates(tree);
        return tree;
    }

    /// <summary>ICU and time zones, on top of the chiselled one.</summary>
    public async Task<FileTree> ExtraAsync()
    {
        var tree = new FileTree();
        await AddLibrariesAsync(tree, packages.Find("libicu"));
        foreach (var file in (await packages.ListFilesAsync(["tzdata"]))
            .Where(file => file.StartsWith("/usr/share/zoneinfo/", StringComparison.Ordinal)))
        {
            tree.AddFile(file, file);
        }

        return tree;
    }

    /// <summary>
    /// What native compilation links with, on top of the full one: Microsoft's has clang, of which only the driver of
    /// the linker is used; gcc is asked where there is none.
    /// </summary>
    public async Task<FileTree> LinkerAsync()
    {
        var tree = new FileTree();
        var names = packages.WithDependencies(["binutils", "gcc", "libc6-dev", "zlib1g-dev"]);
        foreach (var file in (await packages.ListFilesAsync(names)).Where(file => !Unneeded.Any(file.StartsWith)))
            tree.AddFile(file, file);
        return tree;
    }

    /// <summary>Adds git as far as it reads a repository on its own machine; Microsoft's SDK images have it whole.
    /// </summary>
    public async Task AddGitAsync(FileTree tree)
    {
        await AddLibrariesAsync(tree, "libpcre2-8-0", "zlib1g");
        foreach (var file in (await packages.ListFilesAsync(["git"])).Where(static file => file == "/usr/bin/git"))
            tree.AddFile(file, file);
    }

    private static FileTree NewTree()
    {
        var tree = new FileTree();
        tree.AddMergedUsr();
        foreach (var folder in new[]
        {
            "dev", "etc", "home", "opt", "proc", "root", "run", "sys", "usr/local/bin", "var/lib", "var/log",
        })
        {
            tree.AddFolder(folder);
        }

        tree.AddFolder("tmp", EveryoneMayWrite);
        tree.AddFolder("var/tmp", EveryoneMayWrite);
        return tree;
    }

    private async Task AddLibrariesAsync(FileTree tree, params string[] names)
    {
        foreach (var file in await packages.ListFilesAsync(names))
        {
            if (Path.GetFileName(file).Contains(".so", StringComparison.Ordinal) && !IsCharacterSetConverter(file))
                tree.AddFile(file, file);
        }
    }

    private static void AddUsersAndCertificates(FileTree tree)
    {
        tree.AddText(
            "etc/passwd", $"root:x:0:0:root:/root:/bin/bash\napp:x:{AppUser}:{AppUser}::/home/app:/bin/false\n");
        tree.AddText("etc/group", $"root:x:0:\napp:x:{AppUser}:\n");
        tree.AddText(
            "etc/os-release",
            "PRETTY_NAME=\"Ubuntu 24.04 LTS\"\nNAME=\"Ubuntu\"\nVERSION_ID=\"24.04\"\nVERSION_CODENAME=noble\n"
                + "ID=ubuntu\nID_LIKE=debian\n");
        tree.AddFolder("home/app", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, AppUser);

        // The machine's own list, because what the tests reach from inside an image is what the machine reaches.
        const string Certificates = "/etc/ssl/certs/ca-certificates.crt";
        if (File.Exists(Certificates))
        {
            tree.AddFile(Certificates, Certificates);
            tree.AddLink("usr/lib/ssl/certs", "/etc/ssl/certs");
        }
    }

    private static bool IsCharacterSetConverter(string file) => file.Contains("/gconv/", StringComparison.Ordinal);
}
