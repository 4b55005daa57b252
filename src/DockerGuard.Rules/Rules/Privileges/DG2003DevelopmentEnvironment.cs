using System;
using System.Linq;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The image starts in the Development environment: detailed errors, user secrets, no hardening. Source: ASP.NET Core's
/// environments; no peer has this rule.
/// </summary>
public sealed class DG2003DevelopmentEnvironment : ImageRule
{
    private static readonly string[] Variables = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];

    public override RuleDescriptor Descriptor { get; } =
        new("DG2003DevelopmentEnvironment", "image starts in the Development environment", Severity.Error);

    public override void Check(ImageModel image, RuleContext context)
    {
        foreach (var variable in image.Environment)
        {
            if (!Variables.Contains(variable.Value.Name, StringComparer.OrdinalIgnoreCase)) continue;
            if (!variable.Value.Value.Equals("Development", StringComparison.OrdinalIgnoreCase)) continue;
            context.Report(variable.Origin, $"the image starts with {variable.Value.Name}={variable.Value.Value}");
        }
    }
}
