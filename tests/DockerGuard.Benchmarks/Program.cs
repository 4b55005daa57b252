using System;
using BenchmarkDotNet.Running;
using DockerGuard.Benchmarks;

// `-- lint` and `-- parse` measure the engine and the parser with BenchmarkDotNet; `-- build [rounds]` measures whole
// builds with and without the package, `-- publish [rounds]` container publishes to a registry on loopback, both the
// clock and the CPU; `-- rules <corpus>` measures each rule over a file of JSON lines with a member "dockerfile".
if (args is ["build" or "publish", ..])
{
    var rounds = args.Length > 1 && int.TryParse(args[1], out var wanted) && wanted > 0 ? wanted : 15;
    await (args[0] == "build" ? BuildCost.MeasureAsync(rounds) : PublishCost.MeasureAsync(rounds));
    return 0;
}

if (args is ["rules", var corpus]) return RuleCost.Measure(corpus);

if (args is ["lint", ..])
{
    BenchmarkSwitcher.FromTypes([typeof(LintBenchmarks)]).Run(["--filter", "*", .. args[1..]]);
    return 0;
}

if (args is ["parse", ..])
{
    BenchmarkSwitcher.FromTypes([typeof(ParserBenchmarks), typeof(CorpusBenchmarks)])
        .Run(["--filter", "*", .. args[1..]]);
    return 0;
}

Console.Error.WriteLine(
    "usage: DockerGuard.Benchmarks lint [BenchmarkDotNet options] | parse [BenchmarkDotNet options] | build [rounds] | "
        + "publish [rounds] | rules <corpus.jsonl>");
return 2;
