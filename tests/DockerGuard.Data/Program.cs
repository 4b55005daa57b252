using System;
using System.IO;
using DockerGuard.Data;

// Writes the product's tables again from clones of what they were read from; CONTRIBUTING says how.
const string Usage = """
    usage: images <clone of dotnet/dotnet-docker>
           lifecycles <clone of dotnet/core> <clone of dotnet/dotnet-docker>
           spdx <clone of spdx/license-list-data>
    """;

try
{
    switch (args)
    {
        case ["images", var docker]:
            var images = Upstream.Of(docker);
            Write("src/DockerGuard.Images/Data/tags.tsv", _ => TagTable.Generate(images));
            Write("src/DockerGuard.Images/Data/families.tsv", current => FamilyTable.Generate(images, current));
            return 0;
        case ["lifecycles", var core, var docker]:
            var (releases, defaults) = (Upstream.Of(core), Upstream.Of(docker));
            Write(
                "src/DockerGuard.Images/Data/lifecycles.tsv",
                current => LifecycleTable.Generate(releases, defaults, current));
            return 0;
        case ["spdx", var list]:
            var licenses = Upstream.Of(list);
            Write("src/DockerGuard.Rules/Data/spdx.tsv", _ => SpdxTable.Generate(licenses));
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (UpstreamException exception)
{
    Console.Error.WriteLine("error: " + exception.Message);
    return 1;
}

static void Write(string table, Func<string, string> generate)
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (!File.Exists(Path.Combine(folder.FullName, "DockerGuard.Build.sln")))
        folder = folder.Parent ?? throw new UpstreamException("the repository is not around this console");
    var path = Path.Combine(folder.FullName, table);
    var current = File.ReadAllText(path);
    var next = generate(current);
    if (next != current) File.WriteAllText(path, next);
    Console.WriteLine($"{table} {(next == current ? "is as it was" : "written")}");
}
