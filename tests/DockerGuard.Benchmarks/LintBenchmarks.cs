using System;
using System.Linq;
using System.Text;
using BenchmarkDotNet.Attributes;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Benchmarks;

/// <summary>What a Dockerfile costs, warm and on one core: parsed, and linted by all rules.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class LintBenchmarks
{
    private static readonly RuleSettings Settings =
        new() { Today = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc) };
    private string _text = "";
    private Dockerfile _file = null!;

    /// <summary>
    /// The file measured: 30 ordinary lines, or lines in the thousands with a RUN in five and an ENV in ten.
    /// </summary>
    [Params(30, 5_000, 50_000)]
    public int Lines { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _text = Lines == 30 ? Ordinary : Large(Lines);
        _file = Dockerfile.Parse(_text);
    }

    [Benchmark]
    public int Parse() => Dockerfile.Parse(_text).Instructions.Count;

    [Benchmark]
    public int Lint() =>
        FileCheck.Run(new LintRequest(_file, "/src/Dockerfile", Settings, RuleSet.Ours)).Findings.Count;

    [Benchmark(Baseline = true)]
    public int ParseAndLint() =>
        FileCheck.Run(
            new LintRequest(Dockerfile.Parse(_text), "/src/Dockerfile", Settings, RuleSet.Ours)).Findings.Count;

    private static string Large(int lines)
    {
        var text = new StringBuilder("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled\n");
        foreach (var line in Enumerable.Range(1, lines - 1))
        {
            text.Append((line % 10) switch
            {
                0 => $"ENV NAME_{line}=value-{line}\n",
                2 => $"RUN apt-get update && apt-get install -y --no-install-recommends package-{line} \\\n",
                3 => "    && rm -rf /var/lib/apt/lists/*\n",
                7 => $"RUN curl -fsSL https://example.com/{line}.tar.gz | tar -xz -C /opt \\\n",
                8 => "    && pip install --no-cache-dir tool==1.0\n",
                5 => $"COPY file-{line} /app/\n",
                _ => $"LABEL example.label-{line}=\"text {line}\"\n",
            });
        }

        return text.ToString();
    }

    internal const string Ordinary = """
        # A service of ours
        FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled AS base
        WORKDIR /app
        EXPOSE 8080

        FROM mcr.microsoft.com/dotnet/sdk:10.0.400-noble AS build
        ARG BUILD_CONFIGURATION=Release
        WORKDIR /src
        COPY ["Shop/Shop.csproj", "Shop/"]
        COPY ["Shop.Data/Shop.Data.csproj", "Shop.Data/"]
        RUN dotnet restore "Shop/Shop.csproj"
        COPY . .
        WORKDIR /src/Shop
        RUN dotnet build "Shop.csproj" -c $BUILD_CONFIGURATION -o /app/build

        FROM build AS publish
        ARG BUILD_CONFIGURATION=Release
        RUN dotnet publish "Shop.csproj" \
            -c $BUILD_CONFIGURATION \
            -o /app/publish \
            /p:UseAppHost=false

        FROM base AS final
        LABEL org.opencontainers.image.title="Shop" \
              org.opencontainers.image.vendor="Contoso"
        WORKDIR /app
        COPY --from=publish /app/publish .
        USER 1654
        ENV Shop__Currency=EUR
        ENTRYPOINT ["dotnet", "Shop.dll"]
        """;
}
