using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DockerGuard.Images.Model;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Foreign;

namespace DockerGuard.Rules.Tests.Support;

/// <summary>A tool nobody has: it is given the names of the images a build uses, and tells what ails them.</summary>
internal sealed class MadeUpScanner : ForeignTool
{
    private static readonly RuleDescriptor All = new(
        "DG9902MadeUpFinding", "a finding of a scanner nobody has", Severity.Warning);

    public static MadeUpScanner Instance { get; } = new();

    public static RuleDescriptor DidNotScan { get; } = new(
        "DG0099MadeUpScannerUnavailable", "the scanner did not scan", Severity.Info);

    public override string Name => "MadeUp";

    public override RuleDescriptor Family => All;

    public override RuleDescriptor Unavailable => DidNotScan;

    public override string Subject => "the images of this build";

    public override string ShortSubject => "images";

    public override string Unit => "images";

    public override int MostInputs => 2;

    public override RuleDescriptor? Find(string code) =>
        code.StartsWith("VUL-", StringComparison.OrdinalIgnoreCase)
            ? Describe(code.ToUpperInvariant(), Severity.Warning)
            : null;

    public override ForeignVisit? Visit(ForeignSubject subject) =>
        subject.Image is { } image ? new Visitor(image) : null;

    private static RuleDescriptor Describe(string code, Severity severity) =>
        new(All.Name, All.Title, severity)
        {
            Family = All,
            Aliases = [new RuleAlias("madeup", code, severity)],
            HelpLink = "https://example.com/" + code,
        };

    private sealed class Visitor(ImageModel image) : ForeignVisit
    {
        public override IReadOnlyList<string> Inputs { get; } = [.. image.UsedImages.Select(used => used.Written)];

        public override ForeignFinding? Translate(ForeignComment comment)
        {
            if (comment.Code == "VUL-0") return null;
            var severity = comment.Level == "critical" ? Severity.Error : Severity.Info;
            return new ForeignFinding(Describe(comment.Code, severity), image.UsedImages[comment.Input].Origin);
        }
    }
}

/// <summary>The rule that passes its findings on.</summary>
internal sealed class DG9902MadeUpFinding : ForeignRule
{
    public override ForeignTool Tool => MadeUpScanner.Instance;
}

/// <summary>Answers in its place: every image has a critical, a slight and an uninteresting finding.</summary>
/// <param name="answer">Another answer.</param>
internal sealed class MadeUpChecker(ForeignAnswer? answer = null) : IForeignChecker
{
    public ForeignTool Tool => MadeUpScanner.Instance;

    /// <summary>What it was given last.</summary>
    public IReadOnlyList<string> Inputs { get; private set; } = [];

    public Task<ForeignAnswer> CheckAsync(IReadOnlyList<string> inputs)
    {
        Inputs = inputs;
        return Task.FromResult(answer ?? ForeignAnswer.Of([.. inputs.SelectMany((input, number) => new[]
        {
            new ForeignComment(number, default, "VUL-1", "critical", $"Package of {input} has a hole.", []),
            new ForeignComment(number, default, "VUL-2", "low", "Old\nlicence!", []),
            new ForeignComment(number, default, "VUL-0", "low", "Nothing.", []),
            new ForeignComment(inputs.Count, default, "VUL-3", "low", "Of a text it was not given.", []),
        })]));
    }
}
