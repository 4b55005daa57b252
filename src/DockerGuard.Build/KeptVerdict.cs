using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Images.Project;
using DockerGuard.Oci;
using DockerGuard.Oci.Files;

namespace DockerGuard.Build;

/// <summary>
/// What a task said and gave, with all it hung on: while that holds, the next build says it again and looks for
/// nothing.
/// </summary>
internal sealed class KeptVerdict
{
    private const string KeyWord = "key", SeenWord = "seen", AnswerWord = "answer", ToldWord = "told",
        GivenWord = "given", EndWord = "end";

    /// <summary>All that was asked, as one hash.</summary>
    public required string Key { get; init; }

    /// <summary>The files that were read and looked for.</summary>
    public required IReadOnlyList<SeenFile> Seen { get; init; }

    /// <summary>What MSBuild said of warnings; see <see cref="EngineWarnings.Answers"/>.</summary>
    public required IReadOnlyCollection<string> Answers { get; init; }

    /// <summary>What was said.</summary>
    public required IReadOnlyList<ToldLine> Told { get; init; }

    /// <summary>What the task gives besides: each a word of the task's own, and fields.</summary>
    public required IReadOnlyList<string[]> Given { get; init; }

    /// <summary>The fields given under a word, in order.</summary>
    public IEnumerable<string[]> FieldsOf(string word) => Given.Where(fields => fields[0] == word);

    /// <summary>The values given under a word, in order.</summary>
    public IReadOnlyList<string> ValuesOf(string word) => [.. FieldsOf(word).Select(static fields => fields[1])];

    /// <summary>Whether the task would say and give the same now.</summary>
    /// <param name="key">All that is asked.</param>
    /// <param name="warnings">What MSBuild says of warnings.</param>
    public bool Holds(string key, EngineWarnings warnings) =>
        key == Key && Answers.All(warnings.Says) && Seen.All(static file => file.Holds());

    /// <summary>The lines it is kept as.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            BuildFactsText.Line(text, KeyWord, Key);
            foreach (var file in Seen) BuildFactsText.Line(text, SeenWord, file.What, file.Path, file.Answer);
            foreach (var answer in Answers) BuildFactsText.Line(text, AnswerWord, answer);
            foreach (var line in Told) BuildFactsText.Line(text, [ToldWord, .. line.Fields]);
            foreach (var fields in Given) BuildFactsText.Line(text, [GivenWord, .. fields.AsEnumerable()]);
            return text + End(text.ToString());
        }
    }

    /// <summary>The verdict that a text keeps; null for what this version did not write whole.</summary>
    public static KeptVerdict? Read(string text)
    {
        var last = text.LastIndexOf('\n', Math.Max(text.Length - 2, 0)) + 1;
        if (text.Substring(last) != End(text.Substring(0, last))) return null;
        var key = "";
        var seen = new List<SeenFile>();
        var answers = new List<string>();
        var told = new List<ToldLine>();
        var given = new List<string[]>();
        foreach (var line in text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = BuildFactsText.Fields(line);
            switch (fields[0])
            {
                case KeyWord when fields.Length == 2:
                    key = fields[1];
                    break;
                case SeenWord when fields.Length == 4:
                    seen.Add(new SeenFile(fields[1], fields[2], fields[3]));
                    break;
                case AnswerWord when fields.Length == 2:
                    answers.Add(fields[1]);
                    break;
                case ToldWord when ToldLine.Of([.. fields.Skip(1)]) is { } said:
                    told.Add(said);
                    break;
                case GivenWord when fields.Length > 2:
                    given.Add([.. fields.Skip(1)]);
                    break;
                case EndWord:
                    break;
                default:
                    return null;
            }
        }

        return new KeptVerdict { Key = key, Seen = seen, Answers = answers, Told = told, Given = given };
    }

    /// <summary>The last line: nothing before it was lost or changed, as by a disk that was full.</summary>
    private static string End(string text)
    {
        var line = new StringBuilder();
        BuildFactsText.Line(line, EndWord, Sha256.Hex(text));
        return line.ToString();
    }
}
