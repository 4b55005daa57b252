using System;
using System.IO;
using System.Linq;
using System.Threading;
using DockerGuard.Checks.Finding;
using DockerGuard.Testing;

namespace DockerGuard.Checks.Tests;

/// <summary>
/// Dockerfiles that lie beside no project: which are found, what each publishes, and where it is built.
/// </summary>
[TestClass]
public sealed class RepositoryDockerfilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("Dockerfile")]
    [DataRow("dockerfile")]
    [DataRow("Containerfile")]
    [DataRow("web.containerfile")]
    [DataRow("docker/Dockerfile")]
    [DataRow("build/web/Dockerfile.alpine")]
    [DataRow("deploy/prod/eu/api.Dockerfile")]
    [DataRow(".docker/Dockerfile")]
    [DataRow("src/Dockerfile")]
    public void It_is_found(string name)
    {
        With(name, "FROM scratch\n");
        Assert.AreEqual(name, Named(Find().Single()));
    }

    [TestMethod]
    [DataRow("Dockerfile.original")]
    [DataRow("Dockerfile.bak")]
    [DataRow("wwwroot/lib/codemirror/mode/dockerfile/dockerfile.js")]
    [DataRow("docker/Dockerfile.template")]
    [DataRow("docker/Dockerfile.j2")]
    [DataRow("Dockerfile.dockerignore")]
    [DataRow("Dockerfile~")]
    [DataRow("DockerfileTests.cs")]
    [DataRow("node_modules/x/Dockerfile")]
    [DataRow("src/Web/Dockerfile")]
    [DataRow("src/Web/deploy/Dockerfile")]
    [DataRow(".github/Dockerfile")]
    [DataRow(".devcontainer/Dockerfile")]
    public void It_is_not_taken(string name)
    {
        With("src/Web/Web.csproj", "<Project />").With(name, "FROM scratch\n");
        Assert.IsEmpty(Find());
    }

    [TestMethod]
    [DataRow("COPY . .\nRUN dotnet publish src/Web/Web.csproj -o /app", "src/Web/Web.csproj")]
    [DataRow("COPY src/ src/\nRUN dotnet publish src/Web -o /app", "src/Web/Web.csproj")]
    [DataRow("COPY . .\nWORKDIR /src/src/Api\nRUN dotnet publish -o /app", "src/Api/Api.csproj")]
    [DataRow("COPY [\"src/Api/Api.csproj\", \"Api/\"]\nRUN dotnet publish Api/Api.csproj", "src/Api/Api.csproj")]
    [DataRow("COPY . .\nARG P=src/Api\nRUN dotnet publish $P/Api.csproj -o /app", "src/Api/Api.csproj")]
    [DataRow("COPY . .\nRUN dotnet publish All.sln -o /app", null)]
    [DataRow("COPY . .\nRUN dotnet publish src/Gone/Gone.csproj -o /app", null)]
    [DataRow("COPY . .\nRUN make", null)]
    public void It_publishes(string build, string? project)
    {
        With("src/Web/Web.csproj", "<Project />").With("src/Api/Api.csproj", "<Project />").With("All.sln", "")
            .With("docker/x.Dockerfile", $"""
                FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
                WORKDIR /src
                {build}
                FROM mcr.microsoft.com/dotnet/aspnet:10.0
                COPY --from=build /app /app

                """);
        var found = Find().Single();
        Assert.AreEqual(project, found.Project is { } path ? Below(path) : null);
    }

    [TestMethod]
    public void Of_a_solution_it_publishes_what_the_image_starts()
    {
        With("src/Web/Web.csproj", "<Project />").With("src/Api/Api.csproj", "<Project />").With("All.sln", "")
            .With("Dockerfile", """
                FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
                COPY . .
                RUN dotnet publish All.sln -o /app
                FROM mcr.microsoft.com/dotnet/aspnet:10.0
                COPY --from=build /app /app
                ENTRYPOINT ["dotnet", "/app/Api.dll"]

                """);
        Assert.AreEqual("src/Api/Api.csproj", Below(Find().Single().Project!));
    }

    [TestMethod]
    [DataRow("COPY src/Web/Web.csproj src/Web/", "")]
    [DataRow("COPY nginx.conf /etc/", "docker")]
    [DataRow("COPY . .", "docker")]
    [DataRow("COPY ./src/*.props /x/", "")]
    [DataRow("COPY --from=build /src /src", "docker")]
    [DataRow("ADD https://example.com/src/Web /x", "docker")]
    [DataRow("COPY . .\nRUN dotnet publish src/Web/Web.csproj", "")]
    [DataRow("COPY nginx.conf /etc/\nCOPY gone/ gone/", "docker")]
    public void It_is_built_in(string copies, string context)
    {
        With("src/Web/Web.csproj", "<Project />").With("docker/nginx.conf", "").With("docker/x.Dockerfile", $"""
            FROM mcr.microsoft.com/dotnet/sdk:10.0
            WORKDIR /work
            {copies}

            """);
        Assert.AreEqual(context, Below(Find().Single().Input.Context));
    }

    [TestMethod]
    public void What_is_linked_is_not_followed()
    {
        With("docker/Dockerfile", "FROM scratch\n");
        Directory.CreateSymbolicLink(_folder["docker/round"], _folder[""]);
        Assert.HasCount(1, Find());
    }

    private FoundDockerfile[] Find() =>
        [.. RepositoryDockerfiles.In(_folder.Path, CancellationToken.None).Files];

    private RepositoryDockerfilesTests With(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        File.WriteAllText(_folder[name], text);
        return this;
    }

    private string Named(FoundDockerfile file) => Below(file.Input.Path);

    private string Below(string path)
    {
        var below = Path.GetRelativePath(_folder.Path, path).Replace('\\', '/');
        return below == "." ? "" : below;
    }
}
