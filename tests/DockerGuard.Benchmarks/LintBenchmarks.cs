using System;
using BenchmarkDotNet.Attributes;
using DockerGuard.Checks;
using DockerGuard.Dockerfiles;
using DockerGuard.Rules.Engine;
using DockerGuard.Testing;

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
        _text = Lines == 30 ? Ordinary : LongDockerfile.Of(Lines);
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
