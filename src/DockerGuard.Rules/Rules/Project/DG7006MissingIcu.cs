using System;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The app uses cultures and its base image has no ICU, so it silently runs in invariant mode. Source: .NET
/// globalization invariant mode; SqlClient refuses it.
/// </summary>
public sealed class DG7006MissingIcu : ImageRule
{
    public override RuleDescriptor Descriptor { get; } = new(
        "DG7006MissingIcu",
        "globalization is on and the base image has no ICU",
        Severity.Warning,
        strict: Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (context.Project is not { InvariantGlobalization: false } || TurnsGlobalizationOn(image)) return;
        if (image.Base is { Catalog.HasIcu: false } used)
        {
            context.Report(
                used.Origin,
                $"globalization is on, and base '{used.Written}' has no ICU: cultures, casing and sorting silently "
                    + "become invariant");
        }
    }

    /// <summary>
    /// Who switches invariant mode off in the image has added ICU to it: without, the app would not start at all.
    /// </summary>
    private static bool TurnsGlobalizationOn(ImageModel image) => image.Environment.Any(variable =>
        !variable.IsInherited
        && variable.Value.Name.Equals("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", StringComparison.Ordinal)
        && (variable.Value.Value.Equals("false", StringComparison.OrdinalIgnoreCase) || variable.Value.Value == "0"));
}
