using System;
using System.Collections.Generic;
using DockerGuard.Oci;

namespace DockerGuard.Images.Catalog;

public sealed partial class CatalogImage
{
    private static readonly Version Eight = new(8, 0);

    /// <summary>
    /// The configuration an image built on this one inherits, from the Dockerfiles Microsoft builds it with. They
    /// declare no ports, no health check and no labels.
    /// </summary>
    public ImageConfig ToConfig()
    {
        // Only the chiseled Ubuntu images of a runtime start it themselves.
        var startsDotNet = Family.IsChiseled && Kind is (DotNetImageKind.AspNet or DotNetImageKind.Runtime);
        return new ImageConfig
        {
            User = User,
            Environment = Variables(),
            Entrypoint = startsDotNet ? ["/usr/bin/dotnet"] : null,
            Cmd = startsDotNet ? ["--info"] : Family.PackageManager switch
            {
                "apt" => ["/bin/bash"],
                "apk" => ["/bin/sh"],
                "tdnf" => ["/bin/bash"],
                _ => null,
            },
        };
    }

    private Dictionary<string, string> Variables()
    {
        var variables =
            new Dictionary<string, string>(StringComparer.Ordinal) { ["DOTNET_RUNNING_IN_CONTAINER"] = "true" };
        if (Family.Libc != Libc.Windows && DotNetVersion >= Eight) variables["APP_UID"] = "1654";
        if (Kind == DotNetImageKind.Sdk)
        {
            // The SDK images take the web server's port back and silence the command line.
            variables[DotNetVersion >= Eight ? "ASPNETCORE_HTTP_PORTS" : "ASPNETCORE_URLS"] = "";
            variables["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
            variables["DOTNET_NOLOGO"] = "true";
            variables["DOTNET_USE_POLLING_FILE_WATCHER"] = "true";
            variables["NUGET_XMLDOC_MODE"] = "skip";
        }
        else if (DotNetVersion >= Eight)
        {
            variables["ASPNETCORE_HTTP_PORTS"] = "8080";
        }
        else
        {
            variables["ASPNETCORE_URLS"] = "http://+:80";
        }

        if (!HasIcu) variables["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "true";
        if (FullVersion is not null && VersionVariable is { } name) variables[name] = FullVersion;
        return variables;
    }

    private string? VersionVariable => Kind switch
    {
        DotNetImageKind.Sdk => "DOTNET_SDK_VERSION",
        DotNetImageKind.AspNet => "ASPNET_VERSION",
        DotNetImageKind.Runtime => "DOTNET_VERSION",
        _ => null,
    };
}
