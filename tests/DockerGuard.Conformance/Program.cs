using System;
using System.IO;
using System.Linq;
using System.Text;
using DockerGuard.Conformance.Fuzzing;

namespace DockerGuard.Conformance;

internal static class Program
{
    private static int Main(string[] arguments)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
        switch (arguments.FirstOrDefault())
        {
            case "answer":
                using (var input = new StreamReader(
                    Console.OpenStandardInput(), utf8, detectEncodingFromByteOrderMarks: false))
                {
                    if (Answers.Run(input, output) is not { } problem) return 0;
                    Console.Error.WriteLine(problem);
                    return 2;
                }
            case "score":
                return arguments.Length > 1 && arguments[1] != "--list"
                    ? Score.Show(output, arguments[1], arguments.Length > 2 ? arguments[2] : "")
                    : Score.Run(output, arguments.Contains("--list"));
            case "fuzz" when arguments.Length > 1:
                return Fuzz.Run(
                    arguments[1], arguments.Length > 2 && int.TryParse(arguments[2], out var seed) ? seed : 1, output);
            default:
                output.WriteLine(
                    "usage: answer < requests.jsonl > answers.jsonl | score [--list] | score <set> [start of a case] | "
                        + "fuzz <inputs, or seconds as in 60s> [seed]");
                return 2;
        }
    }
}
