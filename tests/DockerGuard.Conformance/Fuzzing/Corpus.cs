using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace DockerGuard.Conformance.Fuzzing;

/// <summary>
/// Every Dockerfile and ignore file of the peers' cases, each once, in an order that does not change.
/// </summary>
internal static class Corpus
{
    public static IReadOnlyList<byte[]> Load(ConformanceData data)
    {
        var texts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(data.PathOf(), "*", SearchOption.AllDirectories))
        {
            var name = Path.GetFileName(path);
            if (name is "Dockerfile" or "envVarTest" or "wordsTest") texts.Add(Latin1(File.ReadAllBytes(path)));
            else if (name.EndsWith(".json", StringComparison.Ordinal)) Collect(File.ReadAllText(path), texts);
            else if (name.EndsWith(".jsonl", StringComparison.Ordinal))
                foreach (var line in File.ReadLines(path).Where(line => line.Length > 0)) Collect(line, texts);
        }

        return texts.Select(Encoding.Latin1.GetBytes).ToList();
    }

    private static string Latin1(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static void Collect(string json, SortedSet<string> texts)
    {
        using var document = JsonDocument.Parse(json);
        var pending = new Stack<JsonElement>([document.RootElement]);
        while (pending.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray()) pending.Push(item);
                continue;
            }

            if (element.ValueKind != JsonValueKind.Object) continue;
            foreach (var member in element.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.String) pending.Push(member.Value);
                else if (member.Name == "dockerfile_b64") texts.Add(Latin1(member.Value.GetBytesFromBase64()));
                else if (member.Name is "dockerfile" or "dockerfile_onbuild" or "dockerignore" or "content" or "word")
                    texts.Add(Latin1(Encoding.UTF8.GetBytes(member.Value.GetString()!)));
            }
        }
    }
}
