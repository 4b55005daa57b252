using System.Collections.Generic;

namespace DockerGuard.Data.Tests;

/// <summary>Upstream repositories of a few lines.</summary>
internal static class Sources
{
    public const string Manifest = """
        {
          "includes": [ "manifest.versions.json" ],
          "repos": [
            {
              "name": "dotnet/runtime-deps",
              "images": [
                {
                  "productVersion": "$(dotnet|10.0|product-version)",
                  "sharedTags": { "10.0-alpine3.24": {} },
                  "platforms": [
                    { "dockerfile": "src/runtime-deps/10.0/alpine3.24/amd64", "os": "linux", "tags": {} }
                  ]
                },
                {
                  "productVersion": "10.0.11",
                  "sharedTags": { "10.0-noble-chiseled-extra": {} },
                  "platforms": [
                    { "dockerfile": "src/runtime-deps/10.0/noble-chiseled-extra/amd64", "os": "linux", "tags": {} }
                  ]
                }
              ]
            },
            {
              "name": "dotnet/runtime",
              "images": [
                {
                  "productVersion": "$(dotnet|10.0|product-version)",
                  "sharedTags": { "$(dotnet|10.0|product-version)-noble": {}, "10.0": {} },
                  "platforms": [
                    { "dockerfile": "src/runtime/10.0/noble/amd64", "os": "linux", "tags": { "10.0-noble-amd64": {} } },
                    {
                      "architecture": "arm64", "variant": "v8", "os": "linux",
                      "dockerfile": "src/runtime/10.0/noble/arm64v8", "tags": { "10.0-noble-arm64v8": {} }
                    },
                    {
                      "architecture": "arm", "variant": "v7", "os": "linux",
                      "dockerfile": "src/runtime/10.0/noble/arm32v7", "tags": { "10.0-noble-arm32v7": {} }
                    }
                  ]
                },
                {
                  "productVersion": "10.0.11",
                  "sharedTags": { "10.0-resolute-chiseled": {} },
                  "platforms": [
                    { "dockerfile": "src/runtime/10.0/resolute-chiseled/amd64", "os": "linux", "tags": {} }
                  ]
                },
                {
                  "productVersion": "10.0.11",
                  "sharedTags": { "10.0-noble-chiseled": {} },
                  "platforms": [
                    { "dockerfile": "src/runtime/10.0/noble-chiseled/amd64", "os": "linux", "tags": {} }
                  ]
                },
                {
                  "productVersion": "10.0.11",
                  "platforms": [
                    {
                      "dockerfile": "src/runtime/10.0/nanoserver-ltsc2025/amd64", "os": "windows",
                      "tags": { "10.0-nanoserver-ltsc2025": {} }
                    }
                  ]
                }
              ]
            },
            { "name": "dotnet/monitor", "images": [] }
          ]
        }
        """;

    private const string Versions = """
        { "variables": { "dotnet|10.0|product-version": "$(dotnet|fixed)", "dotnet|fixed": "10.0.11" } }
        """;

    private const string Alpine = """
        FROM amd64/alpine:3.24
        ENV APP_UID=1654
        RUN apk add --upgrade --no-cache \
                ca-certificates-bundle \
                libssl3
        """;

    private const string ChiseledExtra = """
        FROM amd64/buildpack-deps:noble-curl AS chisel
        USER root
        RUN chisel-wrapper -- \
                    libicu74_libs \
                    tzdata_zoneinfo

        FROM scratch
        ENV APP_UID=1654
        USER $APP_UID
        """;

    private const string NanoServer = """
        # escape=`
        FROM mcr.microsoft.com/windows/nanoserver:ltsc2025-amd64
        USER ContainerAdministrator
        RUN setx /M PATH "%PATH%;C:\Program Files\dotnet"
        USER ContainerUser
        """;

    public static Upstream DotnetDocker(string manifest = Manifest) => Of("dotnet-docker", "3ed00b6", new()
    {
        ["manifest.json"] = manifest,
        ["manifest.versions.json"] = Versions,
        ["src/runtime-deps/10.0/alpine3.24/amd64/Dockerfile"] = Alpine,
        ["src/runtime-deps/10.0/noble-chiseled-extra/amd64/Dockerfile"] = ChiseledExtra,
        ["src/runtime/10.0/nanoserver-ltsc2025/amd64/Dockerfile"] = NanoServer,
    });

    public static Upstream Of(string name, string commit, Dictionary<string, string> files) =>
        new(name, commit, "2026-08-21", files.GetValueOrDefault);
}
