using System;
using System.Collections.Generic;
using System.Linq;

namespace DockerGuard.Rules;

/// <summary>What the rules about one type of the policy's label schema have in common.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsValid">Tells whether a value has the form.</param>
/// <param name="Complaint">What a value that has not is, such as "is no URL".</param>
internal sealed record LabelForm(LabelType Type, Func<string, bool> IsValid, string Complaint)
{
    /// <summary>The value that was meant, for slips everybody makes; it counts where it has the form.</summary>
    public Func<string, string>? Mend { get; init; }

    /// <summary>Reports the labels of this type whose value has another form. An empty value is DG6006's finding, but hadolint names it here too.</summary>
    public void Check(IEnumerable<StatedLabel> labels, RuleContext context)
    {
        var schema = context.Settings.Labels.Schema;
        if (!schema.Values.Contains(Type)) return;
        var namesEmpty = context.Follows(Profiles.Hadolint);
        foreach (var label in labels)
        {
            if (!schema.TryGetValue(label.Key, out var type) || type != Type || label.Value is not { } value) continue;
            if ((value.Length == 0 && !namesEmpty) || IsValid(value)) continue;
            var mended = Mend?.Invoke(value);
            var fix = mended is not null && IsValid(mended) ? label.WithValue(mended) : null;
            label.ReportValue(context, $"label '{label.Key}' {Complaint}: '{Shown(value)}'", fix);
        }
    }

    /// <summary>A value may be a whole text; its beginning tells which it is.</summary>
    private static string Shown(string value)
    {
        const int length = 60;
        var line = new string(value.Select(character => char.IsControl(character) ? ' ' : character).Take(length).ToArray());
        return value.Length > length ? line + "…" : line;
    }
}
