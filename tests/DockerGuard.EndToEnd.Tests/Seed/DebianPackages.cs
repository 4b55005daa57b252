using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests.Seed;

/// <summary>The packages installed on this machine, as a source of files for an image; nothing is downloaded.</summary>
internal sealed class DebianPackages
{
    private readonly string _dpkgQuery;
    private readonly Dictionary<string, string> _dependencies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _providers = new(StringComparer.Ordinal);

    private DebianPackages(string dpkgQuery) => _dpkgQuery = dpkgQuery;

    public static async Task<DebianPackages> ReadAsync()
    {
        var packages = new DebianPackages(Tool.DpkgQuery.Require());
        var list = await packages.QueryAsync(
            "-W", "-f=${Package}\\t${db:Status-Abbrev}\\t${Pre-Depends}, ${Depends}\\t${Provides}\\n");
        foreach (var fields in list.Split('\n')
            .Select(line => line.Split('\t'))
            .Where(fields => fields.Length == 4 && fields[1].StartsWith("ii", StringComparison.Ordinal)))
        {
            packages._dependencies[fields[0]] = fields[2];
            foreach (var provided in Names(fields[3])) packages._providers.TryAdd(provided, fields[0]);
        }

        return packages;
    }

    /// <summary>
    /// Releases of Debian and Ubuntu name the same library differently: libssl3 or libssl3t64, libicu72 or libicu74.
    /// </summary>
    public string Find(string prefix)
    {
        var name = _dependencies.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)
            && name[prefix.Length..].All(c => char.IsAsciiDigit(c) || c == 't'))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
        if (name is null) Tool.ReportMissing($"no installed Debian package is called {prefix}*", Tool.IsCI());

        return name!;
    }

    /// <summary>The packages and all they depend on, of each choice the first that is installed.</summary>
    public IReadOnlyList<string> WithDependencies(IEnumerable<string> names)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(names);
        while (open.TryDequeue(out var name))
        {
            if (found.Add(name) && _dependencies.TryGetValue(name, out var dependencies))
            {
                foreach (var dependency in dependencies.Split(',').Select(FirstInstalled).OfType<string>())
                    open.Enqueue(dependency);
            }
        }

        return [.. found.Where(_dependencies.ContainsKey)];
    }

    /// <summary>The files and links of the packages that are on the disk; no folders.</summary>
    public async Task<IReadOnlyList<string>> ListFilesAsync(IEnumerable<string> names)
    {
        var list = await QueryAsync(["-L", .. names]);
        return [.. list.Split('\n')
            .Where(line => line.StartsWith('/'))
            .Where(path => File.Exists(path) || new FileInfo(path).LinkTarget is not null)];
    }

    /// <summary>What dpkg itself would write in its status file about these packages.</summary>
    public Task<string> StatusAsync(IEnumerable<string> names) => QueryAsync(["-s", .. names]);

    private string? FirstInstalled(string choice) => Names(choice.Replace('|', ','))
        .Select(name => _dependencies.ContainsKey(name) ? name : _providers.GetValueOrDefault(name))
        .FirstOrDefault(name => name is not null);

    // "libc6 (>= 2.34), gpgv:any" names libc6 and gpgv.
    private static IEnumerable<string> Names(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(item => item.Split(' ', ':', '(')[0]);

    private async Task<string> QueryAsync(params string[] arguments) =>
        (await CommandLine.RunAsync(_dpkgQuery, arguments, "/", new Dictionary<string, string?> { ["LC_ALL"] = "C" }))
            .EnsureSuccess().Output;
}
