using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Diagnostics;

namespace DockerGuard.Conformance.Sets;

/// <summary>
/// dockle reads built images, and we read what builds them: its cases about a user and about lines of an image's
/// history are put as the Dockerfile that gives such an image. Its cases about commands already cut into words have no
/// such text.
/// </summary>
internal sealed class DockleCases : IConformanceSet
{
    private const string UserCheck = "CIS-DI-0001";
    private const string Instruction = "/bin/sh -c #(nop) ";
    private const string Command = "/bin/sh -c ";

    public string Name => "dockle";

    public IEnumerable<CaseResult> Run(ConformanceData data)
    {
        using var cases = JsonDocument.Parse(data.ReadText("scanners", "dockle.json"));
        foreach (var entry in cases.RootElement.GetProperty("cases").EnumerateArray())
        {
            var name = entry.GetProperty("name").GetString()!;
            switch (entry.GetProperty("kind").GetString())
            {
                case "image-config":
                    var codes = entry.GetProperty("expectCodes").EnumerateArray().Select(code => code.GetString());
                    yield return Compare(
                        name,
                        UserCheck,
                        codes.Contains(UserCheck),
                        WithUser(entry.GetProperty("config").GetProperty("config")));
                    break;
                case "history-created_by":
                    var isFound = entry.GetProperty("expect").GetString() == "fail";
                    yield return Compare(
                        name,
                        entry.GetProperty("check").GetString()!,
                        isFound,
                        WithLine(entry.GetProperty("createdBy").GetString()!));
                    break;
            }
        }
    }

    private static CaseResult Compare(string name, string check, bool isFound, string text)
    {
        var file = Dockerfile.Parse(text);
        var ours = Lint.InNamesOf("dockle", file, Lint.Run(file, new LintConfig(), Profiles.Strict))
            .Any(finding => finding.Code == check);
        return CaseResult.Compare($"{check} {name}", isFound ? "fail" : "pass", ours ? "fail" : "pass");
    }

    private static string WithUser(JsonElement config)
    {
        var user = config.TryGetProperty("User", out var given) ? given.GetString() ?? "" : "";
        return $"FROM scratch\n{(user.Length > 0 ? $"USER {user}\n" : "")}CMD "
            + $"{config.GetProperty("Cmd").GetRawText().ReplaceLineEndings(" ")}\n";
    }

    private static string WithLine(string createdBy) => createdBy.StartsWith(Instruction, StringComparison.Ordinal)
        ? $"FROM scratch\n{createdBy[Instruction.Length..]}\n"
        : $"FROM scratch\nRUN {createdBy[Command.Length..]}\n";
}
