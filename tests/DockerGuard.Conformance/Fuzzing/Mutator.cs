using System;
using System.Collections.Generic;
using System.Text;

namespace DockerGuard.Conformance.Fuzzing;

/// <summary>
/// Makes new inputs of the corpus: bytes changed at random, parts of the language put where they do not belong, files
/// made of parts alone.
/// </summary>
internal sealed class Mutator(IReadOnlyList<byte[]> corpus, Random random)
{
    private const int MaximumSize = 16 * 1024;

    /// <summary>Parts of the language and of what goes wrong in it.</summary>
    public static readonly string[] Pieces =
    [
        "FROM a AS b\n", "FROM --platform=$x b\n", "FROM scratch\n", "RUN ", "RUN --mount=type=cache,target=/x ",
        "--mount=type=bind,from=b,target=", "--network=none ", "--security=", "COPY --from=b ",
        "COPY --chmod=$x --link ",
        "ADD --checksum=sha256:", "--keep-git-dir=true ", "ENV a=", "ENV a b\n", "LABEL ", "ARG ", "ARG a=1 b\n",
        "EXPOSE 80/tcp ", "VOLUME [", "USER ", "WORKDIR ", "SHELL [\"s\"]\n", "STOPSIGNAL ", "MAINTAINER ",
        "HEALTHCHECK --interval=5s CMD ", "HEALTHCHECK NONE\n", "ENTRYPOINT [\"", "CMD ", "ONBUILD ",
        "ONBUILD RUN <<E\n", "<<EOF\n", "<<-'E F'\n", "<<\"\" ", "3<<E 4<<F\n", "EOF\n", "E\n", "\tE\n", "\\\n",
        "\\ \n", "\\\\\n", "`\n",
        "# escape=`\n", "# syntax=a b\n", "//syntax=x\n", "{\"syntax\":\"a\"}", "# check=skip=all\n", "# c\n", "#\n",
        "#!x\n", "\n", "\r\n", "\r", " ", "\t", "\v", "\f", "\"", "'", "$", "$$", "${", "}", "${a:-", "${a:+", "${a:?",
        "${a#", "${a%%", "${a/",
        "${a//", "${x//*/$0}", "$a", "[", "]", "[\"a\",", "\"]", "[[", "{", ":", "=", "--", "--a", "==", "\0", "\uFEFF",
        "é", "🐳", "\u0085", "\u00A0", "\u2028", "<<", "<", "|", "&&", ";", "(", ")", "*", "?", "%", "#", "/", "\\",
        ",", "@", "@sha256:", "1", "99999999999", "a", "aaaaaaaaaaaaaaaa",
        "\\u0041", "\\ud83d", "null", "1e999", "**/", "!", "[^a-", "[[:alpha:]]", "\\Q", "../", "latest", "context",
        "localhost:5000/",
    ];

    public byte[] Next()
    {
        if (random.Next(8) == 0) return FromPieces();
        var input = new List<byte>(corpus[random.Next(corpus.Count)]);
        for (var count = 1 + random.Next(random.Next(2) == 0 ? 2 : 12); count > 0; count--) Change(input);
        if (input.Count > MaximumSize) input.RemoveRange(MaximumSize, input.Count - MaximumSize);
        return [.. input];
    }

    private byte[] FromPieces()
    {
        var text = new StringBuilder();
        for (var count = 1 + random.Next(40); count > 0; count--) text.Append(Pieces[random.Next(Pieces.Length)]);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Change(List<byte> input)
    {
        var at = random.Next(input.Count + 1);
        var length = Math.Min(random.Next(1, random.Next(4) == 0 ? 200 : 12), input.Count - at);
        switch (random.Next(10))
        {
            case 0 when at < input.Count:
                input[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                input.Insert(at, (byte)random.Next(256));
                break;
            case 2:
                input.RemoveRange(at, length);
                break;
            case 3:
                input.InsertRange(random.Next(input.Count + 1), input.GetRange(at, length));
                break;
            case 4:
                var other = corpus[random.Next(corpus.Count)];
                var from = random.Next(other.Length + 1);
                input.InsertRange(
                    at, new ArraySegment<byte>(other, from, Math.Min(random.Next(400), other.Length - from)));
                break;
            case 5:
                var repeated = input.GetRange(at, length);
                for (var times = random.Next(20); times > 0 && input.Count < MaximumSize; times--)
                    input.InsertRange(at, repeated);
                break;
            case 6:
                MoveLine(input);
                break;
            case 7:
                input.RemoveRange(at, input.Count - at);
                break;
            default:
                input.InsertRange(AtWord(input, at), Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                break;
        }
    }

    private void MoveLine(List<byte> input)
    {
        var start = LineStart(input, random.Next(input.Count + 1));
        var end = input.IndexOf((byte)'\n', start) + 1;
        if (end == 0) end = input.Count;
        var line = input.GetRange(start, end - start);
        if (random.Next(2) == 0) input.RemoveRange(start, line.Count);
        input.InsertRange(LineStart(input, random.Next(input.Count + 1)), line);
    }

    private static int LineStart(List<byte> input, int at)
    {
        while (at > 0 && input[at - 1] != '\n') at--;
        return at;
    }

    /// <summary>Most parts mean something at the start of a word only.</summary>
    private int AtWord(List<byte> input, int at)
    {
        if (random.Next(3) == 0) return at;
        while (at < input.Count && at > 0 && input[at - 1] is not ((byte)' ' or (byte)'\n' or (byte)'=')) at++;
        return at;
    }
}
