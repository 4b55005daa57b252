using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;

namespace DockerGuard.Benchmarks;

/// <summary>Reading alone, warm and on one core: a file of 30 lines, and how the cost grows up to 100,000.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ParserBenchmarks
{
    private string _text = "";

    /// <summary>30 is an ordinary file; the others hold every kind of instruction over and over.</summary>
    [Params(30, 100, 1_000, 10_000, 100_000)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Setup() => _text = Lines == 30 ? LintBenchmarks.Ordinary : Large(Lines);

    [Benchmark]
    public int Parse() => Dockerfile.Parse(_text).Instructions.Count;

    [Benchmark]
    public int ParseAndEvaluate() => BuildEvaluation.Evaluate(Dockerfile.Parse(_text), new BuildOptions()).Stages.Count;

    private static string Large(int lines)
    {
        var text = new StringBuilder("FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\n");
        for (var line = 1; line < lines; line++)
        {
            text.Append((line % 20) switch
            {
                0 => $"ENV NAME_{line}=\"value {line}\" OTHER=$NAME_{line - 20}\n",
                1 => "# what comes next\n",
                2 => "\n",
                3 or 8 => "RUN dotnet restore \\\n",
                4 or 9 => "      --locked-mode\n",
                5 => "RUN --mount=type=cache,target=/root/.nuget <<EOF\n",
                6 => "dotnet build --no-restore\n",
                7 => "EOF\n",
                10 => $"COPY --chown=1654:1654 [\"src/{line}\", \"/app/\"]\n",
                11 => $"COPY src/{line}.csproj /app/\n",
                12 => $"ARG VERSION_{line}=1.{line}\n",
                13 => "WORKDIR /app\n",
                14 => "EXPOSE 8080/tcp\n",
                15 => "USER 1654\n",
                16 => "ENTRYPOINT [\"dotnet\", \"App.dll\"]\n",
                17 => "HEALTHCHECK --interval=30s CMD curl -f http://localhost/\n",
                18 => "ONBUILD RUN make\n",
                _ => $"LABEL example.label-{line}=\"text {line}\"\n",
            });
        }

        return text.ToString();
    }
}

/// <summary>
/// Every real Dockerfile of the conformance data, read one after the other; the figures are for all of them together.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class CorpusBenchmarks
{
    private List<byte[]> _files = [];

    [GlobalSetup]
    public void Setup()
    {
        var path = Path.Combine(Folder(), "buildkit", "real-dockerfiles.jsonl");
        _files = File.ReadLines(path).Where(line => line.Length > 0).Select(Text).ToList();
        Console.WriteLine($"// {_files.Count} files, {_files.Sum(file => (long)file.Length)} bytes");
    }

    [Benchmark]
    public int ParseAll() => _files.Sum(file => Dockerfile.Parse(file).Instructions.Count);

    /// <summary>The folder the environment names, else beside the project's root; it must be there.</summary>
    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("DOCKERGUARD_CONFORMANCE") is { Length: > 0 } named) return named;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "DockerGuard.Build.sln")))
            root = root.Parent;
        return Path.Combine(
            root?.Parent?.FullName ?? throw new DirectoryNotFoundException(
                "set DOCKERGUARD_CONFORMANCE to the folder of the conformance data"), "shared", "conformance");
    }

    private static byte[] Text(string line)
    {
        using var entry = JsonDocument.Parse(line);
        return Encoding.UTF8.GetBytes(entry.RootElement.GetProperty("dockerfile").GetString()!);
    }
}
