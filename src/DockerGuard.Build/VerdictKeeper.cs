using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Files;
using Microsoft.Build.Framework;

namespace DockerGuard.Build;

/// <summary>
/// Keeps what a task said from one build to the next: most builds change nothing that it hangs on, and to find that out
/// costs a tenth of finding it anew.
/// </summary>
/// <param name="path">Absolute path of the file.</param>
/// <param name="arrival">See <see cref="FileArrival"/>; of the project's file.</param>
internal sealed class VerdictKeeper(string path, string arrival)
{
    private readonly StringBuilder _question = Asked(arrival);

    /// <summary>Adds a part of what is asked.</summary>
    /// <param name="what">A word that no other part has: the same value means something else elsewhere.</param>
    /// <param name="fields">The part.</param>
    public void Ask(string what, IEnumerable<string> fields) => BuildFactsText.Line(_question, [what, .. fields]);

    /// <summary>Adds items with some of their metadata to what is asked.</summary>
    /// <inheritdoc cref="Ask(string, IEnumerable{string})"/>
    public void Ask(string what, IEnumerable<ITaskItem> items, params string[] metadata)
    {
        foreach (var item in items) Ask(what, [item.ItemSpec, .. metadata.Select(item.GetMetadata)]);
    }

    /// <summary>Adds a program of somebody else; what it says is taken to hang on its file and the day.</summary>
    /// <param name="program">Absolute path.</param>
    public void AskTool(string program) => Ask(
        nameof(AskTool), [FileArrival.Of(program) ?? "", .. Stamp(new FileInfo(program))]);

    /// <summary>What was said last, where the same would be said now; else null.</summary>
    public KeptVerdict? Last(EngineWarnings warnings)
    {
        try
        {
            // Nothing is there in a first build, and an exception costs as much as a small lint.
            return RegularFile.KindOf(path) == FileKind.Regular
                && RegularFile.Read(path, TaskFiles.MaxBytes, out _) is { } bytes
                && KeptVerdict.Read(Encoding.UTF8.GetString(bytes)) is { } kept
                && kept.Holds(Key, warnings)
                ? kept
                : null;
        }
        catch (Exception exception) when (TaskFiles.IsOfFiles(exception))
        {
            return null;
        }
    }

    /// <summary>The hash of all that was asked.</summary>
    public string Key => Sha256.Hex(_question.ToString());

    /// <summary>Keeps what is said, if it can be: where it cannot, the next build finds it out again.</summary>
    /// <param name="seen">The files it hangs on.</param>
    /// <param name="warnings">What it hangs on of MSBuild's lists.</param>
    /// <param name="told">What was said.</param>
    /// <param name="given">See <see cref="KeptVerdict.Given"/>.</param>
    public void Keep(
        IReadOnlyList<SeenFile> seen, EngineWarnings warnings, IEnumerable<ToldLine> told, IEnumerable<string[]> given)
    {
        var verdict = new KeptVerdict
        {
            Key = Key,
            Seen = seen,
            Answers = warnings.Answers,
            Told = [.. told],
            Given = [.. given],
        };
        TaskFiles.Write(path, Encoding.UTF8.GetBytes(verdict.Text), isPrivate: true);
    }

    /// <summary>The product itself is part of every question: another version may say something else.</summary>
    private static StringBuilder Asked(string arrival)
    {
        var text = new StringBuilder();
        var module = typeof(VerdictKeeper).Module;
        BuildFactsText.Line(text, arrival, module.ModuleVersionId.ToString());
        var folder = Path.GetDirectoryName(module.FullyQualifiedName)!;
        var files = new DirectoryInfo(folder).GetFiles("*.dll");
        Array.Sort(files, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var file in files) BuildFactsText.Line(text, [.. Stamp(file)]);
        return text;
    }

    private static IReadOnlyList<string> Stamp(FileInfo file) =>
    [
        file.FullName,
        file.Length.ToString(CultureInfo.InvariantCulture),
        file.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture),
    ];
}
