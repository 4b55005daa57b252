using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images;
using DockerGuard.Images.Model;
using DockerGuard.Rules;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;
using DockerGuard.Rules.Shapes;

namespace DockerGuard.Peers.Hadolint;

/// <summary>
/// A rule of ours about labels, asked about every label of a text as it is written: DL3048, DL3050 to DL3056, DL3058.
/// </summary>
internal sealed class WrittenLabels(
    RuleDescriptor descriptor, Action<IEnumerable<Known<ImageLabel>>, RuleContext> check) : FileRule
{
    private readonly Action<IEnumerable<Known<ImageLabel>>, RuleContext> _check = check;

    public override RuleDescriptor Descriptor { get; } = descriptor;

    /// <summary>A rule about one form of value; an empty value has none.</summary>
    public static WrittenLabels Of<TRule>(LabelForm form)
        where TRule : Rule => new(Borrowed.Descriptor<TRule>(), (form with { NamesEmpty = true }).Check);

    public override void Check(Dockerfile file, FileContext context) => _check(Labels(file, context), context);

    /// <summary>Reads them for the first rule that looks at one, and for all the others.</summary>
    private static IEnumerable<Known<ImageLabel>> Labels(Dockerfile file, FileContext context)
    {
        var labels = context.FactOf((File: file, context.Path), static of => ReadLabels(of.File, of.Path));
        foreach (var label in labels) yield return label;
    }

    private static List<Known<ImageLabel>> ReadLabels(Dockerfile file, string path)
    {
        var labels =
            from label in file.Instructions.OfType<LabelInstruction>()
            from pair in label.Pairs
            select new Known<ImageLabel>(
                new ImageLabel(pair.Key.Value, pair.Value?.Value ?? ""), new FileOrigin(path, pair.Span))
            {
                Written = new WrittenPair(path, pair),
            };
        return [.. labels];
    }
}
