using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Images;

namespace DockerGuard.Rules;

/// <summary>A label somebody wrote, in a Dockerfile or a project, and where to report what is wrong with it.</summary>
internal sealed class StatedLabel
{
    private readonly KeyValue? _pair;
    private readonly Origin? _origin;

    private StatedLabel(string key, string? value, KeyValue? pair, Origin? origin)
    {
        Key = key;
        Value = value;
        _pair = pair;
        _origin = origin;
    }

    public string Key { get; }

    /// <summary>Null when it depends on a variable nobody gave a value.</summary>
    public string? Value { get; }

    /// <summary>The labels that the image sets itself: the last word on each key, variables filled in.</summary>
    public static IEnumerable<StatedLabel> Of(ImageModel image, RuleContext context) =>
        context is FileContext { Build: { Final: { } final } build }
            ? OfStage(final, build.File)
            : image.Labels.Where(label => !label.IsInherited).Select(label => new StatedLabel(label.Value.Key, label.Value.Value, null, label.Origin));

    /// <summary>Every label of a text as it is written, whatever becomes of it.</summary>
    public static IEnumerable<StatedLabel> Of(Dockerfile file) =>
        from label in file.Instructions.OfType<LabelInstruction>()
        from pair in label.Pairs
        select new StatedLabel(pair.Key.Value, pair.Value?.Value ?? "", pair, null);

    public void ReportKey(RuleContext context, string message) => Report(context, _pair?.Key, message);

    public void ReportValue(RuleContext context, string message, Fix? fix = null) => Report(context, _pair?.Value ?? _pair?.Key, message, fix);

    /// <summary>The fix that writes another value, in the quotes of the old one; null where the value is not written out plainly.</summary>
    public Fix? WithValue(string value)
    {
        if (_pair?.Value is not { HasVariables: false } word || word.Length != word.Text.Length) return null;
        var quotes = word.Text.Length - word.Value.Length;
        var isPlain = quotes == 0 ? word.Text == word.Value : quotes == 2 && word.Text[0] is '"' or '\'' && word.Text.Substring(1, word.Value.Length) == word.Value;
        return isPlain ? new Fix($"write '{value}'", new TextEdit(word.Start + (quotes / 2), word.Value.Length, value)) : null;
    }

    private void Report(RuleContext context, Word? word, string message, Fix? fix = null)
    {
        if (word is { Length: > 0 } && context is FileContext file) file.Report(word.Span, message, fix);
        else if (_pair is not null && context is FileContext inFile) inFile.Report(_pair.Span, message);
        else context.Report(_origin!, message);
    }

    private static Dictionary<string, StatedLabel>.ValueCollection OfStage(StageEvaluation final, Dockerfile file)
    {
        var chain = new Stack<StageEvaluation>();
        for (var stage = final; stage is { IsReplaced: false }; stage = stage.BaseStage) chain.Push(stage);
        var labels = new Dictionary<string, StatedLabel>(StringComparer.Ordinal);
        foreach (var stage in chain)
        {
            foreach (var label in stage.Stage.Instructions.OfType<LabelInstruction>())
            {
                foreach (var pair in label.Pairs)
                {
                    var key = stage.Expand(pair.Key.Text, label);
                    labels[key] = new StatedLabel(key, pair.Value is { } value ? Complete(value, stage, label, file) : "", pair, null);
                }
            }
        }

        return labels.Values;
    }

    private static string? Complete(Word value, StageEvaluation stage, LabelInstruction label, Dockerfile file)
    {
        var expansion = Expansion.Expand(value.Text, stage.StateBefore(label).Variables, file.EscapeCharacter);
        return expansion.Missing.Count == 0 ? expansion.Value : null;
    }
}
