using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Dockerfiles.Words;
using DockerGuard.Images.Catalog;
using DockerGuard.Oci;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Rules;

/// <summary>
/// The base image is known not to exist for the platform FROM asks for. Source: BuildKit InvalidBaseImagePlatform,
/// which asks the registry.
/// </summary>
/// <remarks>
/// Only what is known counts: a platform that FROM itself states, and a .NET image of the catalogue or an image
/// somebody has read.
/// </remarks>
/// <param name="asksRegistry">
/// True where the platform of a build is known though no FROM states it, and of images only what was read counts.
/// </param>
public sealed class DG1010InvalidBaseImagePlatform(bool asksRegistry = false) : InstructionRule
{
    private readonly bool _asksRegistry = asksRegistry;

    private static readonly string[] PlatformVariables =
    [
        "BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT", "TARGETPLATFORM", "TARGETOS", "TARGETARCH",
        "TARGETVARIANT",
    ];

    public override RuleDescriptor Descriptor { get; } = new(
        "DG1010InvalidBaseImagePlatform", "base image of another platform", Severity.Warning, strict: Severity.Error)
    {
        Aliases = [new("buildkit", "InvalidBaseImagePlatform")],
    };

    public override IReadOnlyList<InstructionKind> Kinds { get; } = [InstructionKind.From];

    public override void Check(Instruction instruction, FileContext context)
    {
        if (instruction is not FromInstruction { IsOnBuild: false, Stage: { } stage, Image: { } word } from) return;
        var build = context.Build[stage];
        if (build is not { BaseStage: null, NamedContext: null, IsScratch: false, TargetPlatform: { } expected })
            return;
        // What platform a build is for is known when FROM says so.
        if (!_asksRegistry && !IsStated(from, context)) return;
        if (build.Base?.Platform is { } actual)
        {
            if (!IsSame(actual, expected))
            {
                Report(
                    $"image '{build.ImageName}' is made for {actual}, and the stage is built for {expected}",
                    actual.ToString());
            }
        }
        else if (!_asksRegistry
            && context.ImageOf(build)?.Catalog is { } image
            && WhatItIs(image, expected) is { } kind)
        {
            Report($"image '{build.ImageName}' {kind}, and FROM asks for {expected}", kind);
        }

        void Report(string message, string platform) => context.Report(
            word.Span, message,
            values: [build.ImageName, platform, expected.ToString()]);
    }

    /// <summary>True when FROM has a platform that is the same wherever the build runs.</summary>
    private static bool IsStated(FromInstruction from, FileContext context) =>
        from.Platform?.Value is { } value
        && !Expansion.Expand(value, context.Build.GlobalVariables, context.Build.File.EscapeCharacter).Matched
            .Any(PlatformVariables.Contains);

    private static bool IsSame(Platform actual, Platform expected) =>
        actual.Os == expected.Os && actual.Architecture == expected.Architecture;

    private static string? WhatItIs(CatalogImage image, Platform expected)
    {
        if (!image.Family.IsKnown) return null;
        var isWindows = image.Family.Libc == Libc.Windows;
        if (isWindows != (expected.Os == "windows")) return isWindows ? "is a Windows image" : "is a Linux image";
        var exact = expected.Variant is null ? expected.Architecture : $"{expected.Architecture}/{expected.Variant}";
        var exists = image.Architectures.Count == 0
            || image.Architectures.Any(known => known == exact || known == expected.Architecture);
        return exists ? null : $"exists for {string.Join(", ", image.Architectures)} only";
    }
}
