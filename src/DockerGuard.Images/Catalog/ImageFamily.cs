using System;
using System.Linq;

namespace DockerGuard.Images.Catalog;

/// <summary>The C library that native code in an image is linked to.</summary>
public enum Libc
{
    /// <summary>GNU libc: RIDs <c>linux-*</c>.</summary>
    Glibc,

    /// <summary>musl libc: RIDs <c>linux-musl-*</c>.</summary>
    Musl,

    /// <summary>Windows: RIDs <c>win-*</c>.</summary>
    Windows,
}

/// <summary>
/// The operating system of a .NET image, named as in its tags (<c>noble-chiseled-extra</c>), and what it brings.
/// Source of the traits: Data/families.tsv.
/// </summary>
public sealed class ImageFamily
{
    internal ImageFamily(
        string name, Libc libc, bool hasShell, string? packageManager, bool hasIcu, bool hasTimeZones, string? user,
        bool isKnown)
    {
        Name = name;
        Libc = libc;
        HasShell = hasShell;
        PackageManager = packageManager;
        HasIcu = hasIcu;
        HasTimeZones = hasTimeZones;
        User = user;
        IsKnown = isKnown;
    }

    /// <summary>The family as tags write it, release number included: <c>alpine3.24-extra</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// The family without the words that say what was taken out of it or put into it: <c>noble</c>, <c>alpine3.24</c>.
    /// </summary>
    public string OperatingSystem =>
        string.Join(
            "-", Name.Split('-')
                .Where(static word => word is not ("chiseled" or "distroless" or "composite" or "extra" or "aot")));

    public Libc Libc { get; }

    /// <summary>False when no <c>RUN</c>, shell-form <c>CMD</c> or script can work.</summary>
    public bool HasShell { get; }

    /// <summary><c>apt</c>, <c>apk</c>, <c>tdnf</c>; null when software cannot be added.</summary>
    public string? PackageManager { get; }

    /// <summary>
    /// Whether cultures work; an image without ICU sets DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=true. SDK images always
    /// have it.
    /// </summary>
    public bool HasIcu { get; }

    /// <summary>Whether the time zone database is present.</summary>
    public bool HasTimeZones { get; }

    /// <summary>The user of the image's configuration since .NET 8; null is root.</summary>
    public string? User { get; }

    /// <summary>False for a family newer than the table, described by what its name suggests.</summary>
    public bool IsKnown { get; }

    /// <summary>Neither a shell nor a package manager: chiseled Ubuntu, distroless Azure Linux.</summary>
    public bool IsDistroless => Libc != Libc.Windows && !HasShell;

    /// <summary>Ubuntu cut down with chisel.</summary>
    public bool IsChiseled => HasWord("chiseled");

    /// <summary>The variant with ICU and time zones added.</summary>
    public bool IsExtra => HasWord("extra");

    /// <inheritdoc/>
    public override string ToString() => Name;

    private bool HasWord(string word) => ("-" + Name + "-").IndexOf("-" + word + "-", StringComparison.Ordinal) >= 0;
}
