using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Text;
using DockerGuard.Rules.Diagnostics;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>What the rules about one type of the policy's label schema have in common.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsValid">Tells whether a value has the form.</param>
/// <param name="Complaint">What a value that has not is, such as "is no URL".</param>
internal sealed record LabelForm(LabelType Type, Func<string, bool> IsValid, string Complaint)
{
    /// <summary>The value that was meant, for slips everybody makes; it counts where it has the form.</summary>
    public Func<string, string>? Mend { get; init; }

    /// <summary>True to report an empty value too, which is DG6006's finding.</summary>
    public bool NamesEmpty { get; init; }

    /// <summary>Reports the labels of this type whose value has another form.</summary>
    public void Check(IEnumerable<Known<ImageLabel>> labels, RuleContext context)
    {
        var schema = context.Settings.Labels.Schema;
        if (schema.Count == 0 || !schema.Values.Contains(Type)) return;
        foreach (var label in labels)
        {
            var (key, value) = (label.Value.Key, label.Value.Value);
            if (!schema.TryGetValue(key, out var type) || type != Type || label.IsIncomplete) continue;
            if ((value.Length == 0 && !NamesEmpty) || IsValid(value)) continue;
            // Everybody who has the image can read it, but not everybody who reads the log has the image.
            var shown = SecretNames.LooksSecret(key) || IsPassword(value) ? "a secret" : Sentence.Quote(value);
            context.Report(label.ValueOrigin, $"label '{key}' {Complaint}: {shown}", FixOf(label));
        }
    }

    /// <summary>True for an address of which nothing may be shown, such as <c>token:s3cret</c>.</summary>
    private bool IsPassword(string value) =>
        Type == LabelType.Url && !string.IsNullOrWhiteSpace(value) && RepositoryAddress.Public(value).Length == 0;

    /// <summary>The fix that writes the value that was meant, in the quotes of the old one.</summary>
    private Fix? FixOf(Known<ImageLabel> label)
    {
        if (label.Written?.Plain is not { } plain || Mend?.Invoke(label.Value.Value) is not { } mended) return null;
        return IsValid(mended) ? new Fix($"write '{mended}'", new TextEdit(plain.Start, plain.Length, mended)) : null;
    }
}
