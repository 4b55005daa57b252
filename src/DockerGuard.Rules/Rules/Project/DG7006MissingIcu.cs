using System;
using System.Linq;
using DockerGuard.Images.Builds;
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
    private const string Switch = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    public override RuleDescriptor Descriptor { get; } = new(
        "DG7006MissingIcu",
        "globalization is on and the base image has no ICU",
        Severity.Warning,
        strict: Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        if (image.Base is not { Catalog.HasIcu: false } used) return;
        if (image.App is not { IsProgram: true, InvariantGlobalization: false } app || BringsOwnIcu(app)) return;
        var decision = app.GlobalizationDecision is { } command ? $" ({command})" : "";
        if (image.Environment.LastOrDefault(IsSwitch) is { IsInherited: false } written)
        {
            // Who switches invariant mode on means it.
            if (written.IsIncomplete || !IsOff(written.Value.Value) || image.Added.MayHaveIcu) return;
            context.Report(
                used.Origin,
                $"variable {Switch}={written.Value.Value} asks for cultures, and neither base '{used.Written}' nor the "
                    + "image has ICU: the app does not start");
        }
        else if (!image.StartWords.Any(static word => word.IndexOf(Switch, StringComparison.Ordinal) >= 0))
        {
            context.Report(
                used.Origin,
                image.Added.HasIcu
                    ? $"globalization is on{decision} and ICU is installed, and base '{used.Written}' sets {Switch}: "
                        + "cultures, casing and sorting silently become invariant"
                    : $"globalization is on{decision}, and base '{used.Written}' has no ICU: cultures, casing and "
                        + "sorting silently become invariant");
        }
    }

    private static bool IsSwitch(Known<EnvironmentVariable> variable) => variable.Value.Name == Switch;

    private static bool IsOff(string value) =>
        value == "0" || value.Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>ICU that lies beside the app, as a package brings it.</summary>
    private static bool BringsOwnIcu(AppFacts app) =>
        app.Project.PackageReferences.Contains("Microsoft.ICU.ICU4C.Runtime", StringComparer.OrdinalIgnoreCase);
}
