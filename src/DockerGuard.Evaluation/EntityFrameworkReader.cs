using System;
using System.Linq;
using Microsoft.Build.Execution;
using NuGet.Versioning;

namespace DockerGuard.Evaluation;

/// <summary>Which version of Entity Framework Core a project references: that of the tools for it.</summary>
internal static class EntityFrameworkReader
{
    private const string Packages = "Microsoft.EntityFrameworkCore", Version = "Version";

    public static void Read(ProjectInstance project, InputCollector inputs)
    {
        var known = inputs.EntityFramework is { } version ? VersionRange.Parse(version) : null;
        foreach (var package in project.GetItems("PackageReference").Where(IsOne))
        {
            var text = new[] { package.GetMetadataValue("VersionOverride"), package.GetMetadataValue(Version) }
                .Append(CentralVersion(project, package.EvaluatedInclude))
                .FirstOrDefault(static text => text.Length > 0);
            if (text is null || !VersionRange.TryParse(text, out var range) || range.MinVersion is null) continue;
            if (known is null || known.MinVersion! < range.MinVersion) known = range;
        }

        inputs.EntityFramework =
            known is null ? null : known.IsFloating ? known.Float!.ToString() : known.MinVersion!.ToNormalizedString();
    }

    private static bool IsOne(ProjectItemInstance package) =>
        package.EvaluatedInclude.Equals(Packages, StringComparison.OrdinalIgnoreCase)
            || package.EvaluatedInclude.StartsWith(Packages + ".", StringComparison.OrdinalIgnoreCase);

    private static string CentralVersion(ProjectInstance project, string package) =>
        project.GetItems("PackageVersion")
            .FirstOrDefault(item => item.EvaluatedInclude.Equals(package, StringComparison.OrdinalIgnoreCase))
            ?.GetMetadataValue(Version) ?? "";
}
