using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;

namespace DockerGuard.Build;

/// <summary>
/// What a lint said, with all it hung on: while that holds, the next build says it again and looks for nothing.
/// </summary>
internal sealed class KeptVerdict
{
    private const string KeyWord = "key", SeenWord = "seen", StampsWord = "stamps", AnswerWord = "answer",
        DockerfileWord = "dockerfile", ListedWord = "listed", ToldWord = "told", EndWord = "end",
        Clean = "clean", Found = "found";

    /// <summary>All that was asked, as one hash.</summary>
    public required string Key { get; init; }

    /// <summary>The files that were read and looked for.</summary>
    public required IReadOnlyList<SeenFile> Seen { get; init; }

    /// <summary>
    /// By what the facts of the image build hold, where a rule asked for them; see <see cref="InputStamps"/>.
    /// </summary>
    public required string Stamps { get; init; }

    /// <summary>What MSBuild said of warnings; see <see cref="EngineWarnings.Answers"/>.</summary>
    public required IReadOnlyCollection<string> Answers { get; init; }

    /// <summary>Absolute paths of the Dockerfiles that were read.</summary>
    public required IReadOnlyList<string> Dockerfiles { get; init; }

    /// <summary>Absolute paths of the other files that a lint hangs on.</summary>
    public required IReadOnlyList<string> Listed { get; init; }

    /// <summary>What was said.</summary>
    public required IReadOnlyList<ToldLine> Told { get; init; }

    /// <summary>True when nothing was found that building again could tell.</summary>
    public bool IsClean { get; init; }

    /// <summary>Whether a lint would say the same now.</summary>
    /// <param name="key">All that is asked.</param>
    /// <param name="warnings">What MSBuild says of warnings.</param>
    public bool Holds(string key, EngineWarnings warnings) =>
        key == Key
            && Answers.All(warnings.Says)
            && Seen.All(static file => file.Holds())
            && InputStamps.Hold(Stamps);

    /// <summary>The lines it is kept as.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder();
            BuildFactsText.Line(text, KeyWord, Key);
            BuildFactsText.Line(text, StampsWord, Stamps);
            foreach (var file in Seen) BuildFactsText.Line(text, SeenWord, file.What, file.Path, file.Answer);
            foreach (var answer in Answers) BuildFactsText.Line(text, AnswerWord, answer);
            foreach (var path in Dockerfiles) BuildFactsText.Line(text, DockerfileWord, path);
            foreach (var path in Listed) BuildFactsText.Line(text, ListedWord, path);
            foreach (var line in Told) BuildFactsText.Line(text, [ToldWord, .. line.Fields]);
            BuildFactsText.Line(text, EndWord, IsClean ? Clean : Found);
            return text.ToString();
        }
    }

    /// <summary>The verdict that a text keeps; null for what this version did not write whole.</summary>
    public static KeptVerdict? Read(string text)
    {
        var (key, stamps, end) = ("", "", default(string));
        var seen = new List<SeenFile>();
        var (answers, dockerfiles, listed, told) =
            (new List<string>(), new List<string>(), new List<string>(), new List<ToldLine>());
        foreach (var line in text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = BuildFactsText.Fields(line);
            switch (fields[0])
            {
                case KeyWord when fields.Length == 2:
                    key = fields[1];
                    break;
                case StampsWord when fields.Length == 2:
                    stamps = fields[1];
                    break;
                case SeenWord when fields.Length == 4:
                    seen.Add(new SeenFile(fields[1], fields[2], fields[3]));
                    break;
                case AnswerWord when fields.Length == 2:
                    answers.Add(fields[1]);
                    break;
                case DockerfileWord when fields.Length == 2:
                    dockerfiles.Add(fields[1]);
                    break;
                case ListedWord when fields.Length == 2:
                    listed.Add(fields[1]);
                    break;
                case ToldWord when ToldLine.Of([.. fields.Skip(1)]) is { } said:
                    told.Add(said);
                    break;
                case EndWord when fields.Length == 2:
                    end = fields[1];
                    break;
                default:
                    return null;
            }
        }

        return end is null
            ? null
            : new KeptVerdict
            {
                Key = key,
                Seen = seen,
                Stamps = stamps,
                Answers = answers,
                Dockerfiles = dockerfiles,
                Listed = listed,
                Told = told,
                IsClean = end == Clean,
            };
    }
}
