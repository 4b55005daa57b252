using System.Globalization;
using DockerGuard.Oci.Text;

namespace DockerGuard.Dockerfiles.Text;

/// <summary>Durations as Go writes them: <c>1h2m3.5s</c>.</summary>
internal static class GoDuration
{
    /// <summary>Docker's least interval, in nanoseconds: one millisecond.</summary>
    private const double Minimum = 1_000_000;

    /// <summary>Why a duration is refused; null when it is right. Empty and zero mean the default.</summary>
    public static string? Check(string text)
    {
        if (text.Length == 0) return null;
        var at = text[0] is '+' or '-' ? 1 : 0;
        var negative = text[0] == '-';
        var rest = text.Substring(at);
        if (rest == "0") return null;
        var total = 0.0;
        if (rest.Length == 0) return $"'{Sentence.Show(text)}' is no duration, such as 30s";
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && text[at] is (>= '0' and <= '9') or '.') at++;
            var number = text.Substring(start, at - start);
            if (number == "."
                || !double.TryParse(
                    number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return $"'{Sentence.Show(text)}' is no duration, such as 30s";
            }

            start = at;
            while (at < text.Length && text[at] is not ((>= '0' and <= '9') or '.')) at++;
            var factor = Unit(text.Substring(start, at - start));
            if (factor == 0)
            {
                return start == at
                    ? $"the duration '{Sentence.Show(text)}' has no unit, such as s"
                    : $"the duration '{Sentence.Show(text)}' has an unknown unit";
            }

            total += value * factor;
        }

        if (total > long.MaxValue) return $"the duration '{Sentence.Show(text)}' is too long";
        if (total == 0) return null;
        return negative || total < Minimum ? $"the duration '{Sentence.Show(text)}' is shorter than 1ms" : null;
    }

    private static double Unit(string unit) => unit switch
    {
        "ns" => 1,
        "us" or "µs" or "μs" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        "m" => 60e9,
        "h" => 3600e9,
        _ => 0,
    };
}
