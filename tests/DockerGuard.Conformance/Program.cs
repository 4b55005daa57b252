using System;
using System.IO;
using System.Linq;
using System.Text;

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
                using (var input = new StreamReader(Console.OpenStandardInput(), utf8, detectEncodingFromByteOrderMarks: false))
                {
                    if (Answers.Run(input, output) is not { } problem) return 0;
                    Console.Error.WriteLine(problem);
                    return 2;
                }
            case "score":
                return Score.Run(output, arguments.Contains("--list"));
            default:
                output.WriteLine("usage: answer < requests.jsonl > answers.jsonl | score [--list]");
                return 2;
        }
    }
}
