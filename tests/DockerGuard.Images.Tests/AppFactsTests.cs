using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Images.Builds;
using DockerGuard.Images.Catalog;
using DockerGuard.Images.Model;
using DockerGuard.Images.Project;
using DockerGuard.Oci;

namespace DockerGuard.Images.Tests;

/// <summary>What is known of the app that a Dockerfile ships: project and commands together.</summary>
[TestClass]
public sealed class AppFactsTests
{
    private const string Final = "FROM mcr.microsoft.com/dotnet/runtime-deps:10.0\nCOPY --from=build /app /app";

    [TestMethod]
    [DataRow("", "dotnet publish", "self-contained: no; for: anything")]
    [DataRow("", "dotnet publish -r linux-arm64", "self-contained: no; for: linux-arm64")]
    [DataRow("", "dotnet publish --self-contained", "self-contained: yes; for: linux-x64")]
    [DataRow("", "dotnet publish --ucr", "self-contained: no; for: linux-x64")]
    [DataRow("", "dotnet publish -p:PublishAot=true", "self-contained: yes; for: linux-x64")]
    [DataRow("", "dotnet publish -p:PublishSingleFile=true", "self-contained: yes; for: linux-x64")]
    [DataRow(
        "", "dotnet publish -p:PublishSingleFile=true --self-contained false",
        "self-contained: no; for: anything")]
    [DataRow("", "dotnet build -p:PublishAot=true", "self-contained: no; for: anything")]
    [DataRow("", "dotnet build -t:Publish -p:PublishAot=true", "self-contained: yes; for: linux-x64")]
    [DataRow("", "PublishTrimmed=true dotnet publish", "self-contained: yes; for: linux-x64")]
    [DataRow("", "dotnet publish -p:PublishAot=$X", "self-contained: ?; for: ?")]
    [DataRow("", "dotnet publish -p:SelfContained=$(cat x)", "self-contained: ?; for: ?")]
    [DataRow("", "dotnet publish @x.rsp --sc", "self-contained: yes; for: ?")]
    [DataRow("", "dotnet publish -a arm64", "self-contained: no; for: linux-arm64")]
    [DataRow("", "dotnet publish --os linux-musl --sc", "self-contained: yes; for: linux-musl-x64")]
    [DataRow("PublishAot=true", "dotnet publish", "self-contained: yes; for: linux-x64")]
    [DataRow(
        "PublishAot=true; PublishSelfContained=true", "dotnet publish -p:PublishAot=false",
        "self-contained: no; for: anything")]
    [DataRow("SelfContained=false", "dotnet publish -p:PublishTrimmed=true", "self-contained: yes; for: linux-x64")]
    [DataRow(
        "SelfContained=false; _SelfContainedWasSpecified=true", "dotnet publish -p:PublishTrimmed=true",
        "self-contained: no; for: anything")]
    [DataRow(
        "SelfContained=true; RuntimeIdentifier=win-x64; UseCurrentRuntimeIdentifier=true", "dotnet publish",
        "self-contained: yes; for: linux-x64")]
    [DataRow(
        "RuntimeIdentifier=linux-x64", "dotnet publish -r linux-musl-x64", "self-contained: no; for: linux-musl-x64")]
    [DataRow("RuntimeIdentifiers=linux-x64;win-x64", "dotnet publish", "self-contained: no; for: anything")]
    [DataRow("TargetFramework=net6.0", "dotnet publish -r linux-x64", "self-contained: yes; for: linux-x64")]
    [DataRow("TargetFramework=net6.0", "dotnet publish -r linux-x64 -f net8.0", "self-contained: no; for: linux-x64")]
    [DataRow("TargetFramework=net6.0", "dotnet publish -a x64", "self-contained: ?; for: linux-x64")]
    [DataRow("TargetFramework=net6.0", "dotnet publish -r linux-x64 --sc false", "self-contained: no; for: linux-x64")]
    [DataRow(
        "", "if x; then dotnet publish -r linux-x64 --sc; else dotnet publish -r linux-arm64 --sc; fi",
        "self-contained: yes; for: ?")]
    public void Command_decides_before_the_project(string project, string command, string expected) =>
        Assert.AreEqual(
            expected,
            Render(App(
                "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /src/src/Web\nCOPY . /src\n"
                    + $"RUN {command}\n{Final.Replace("/app /app", "/src/src/Web/bin /app")}",
                project)));

    [TestMethod]
    [DataRow("COPY . .", "dotnet publish src/Web/Web.csproj --sc -o /app", true)]
    [DataRow("COPY . .", "dotnet publish src/Tool/Web.csproj --sc -o /app", null)]
    [DataRow("COPY . .", "dotnet publish src/Tool/Tool.csproj --sc -o /app", null)]
    [DataRow("COPY . .", "dotnet publish src/Web --sc -o /app", true)]
    [DataRow("COPY . .", "dotnet publish src/Tool --sc -o /app", null)]
    [DataRow("COPY . .", "dotnet publish src --sc -o /app", true)]
    [DataRow("COPY . .", "dotnet publish --sc -o /app", true)]
    [DataRow("COPY . .", "dotnet publish Shop.sln --sc -o /app", true)]
    [DataRow("COPY src/Web/ ./", "dotnet publish --sc -o /app", true)]
    [DataRow("COPY src/Tool/ ./", "dotnet publish --sc -o /app", null)]
    [DataRow("COPY [\"src/Tool\", \"./\"]", "dotnet publish /w --sc -o /app", null)]
    [DataRow("COPY src/Web/Web.csproj src/Web/\nCOPY . .", "cd src/Web && dotnet publish --sc -o /app", true)]
    [DataRow("COPY --parents src/*/*.csproj ./\nCOPY src src", "dotnet publish src/Tool --sc -o /app", null)]
    [DataRow("COPY global.json nuget.config ./\nCOPY src/Web .", "dotnet publish --sc -o /app", true)]
    [DataRow("COPY --from=sources /all .", "dotnet publish src/Tool --sc -o /app", null)]
    [DataRow("COPY --from=sources /all .", "dotnet publish src/Web --sc -o /app", true)]
    [DataRow("RUN true", "dotnet publish src/Web --sc -o /app", true)]
    [DataRow("COPY . .", "dotnet publish $X --sc -o /app", true)]
    public void Project_named_decides_whose_app_it_is(string copies, string command, bool? isOurs)
    {
        var app = App(
            "FROM scratch AS sources\nCOPY . /all\nFROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nWORKDIR /w\n"
                + $"{copies}\nRUN {command}\n{Final}");

        Assert.AreEqual(isOurs, app?.BringsRuntime);
    }

    [TestMethod]
    public void Mounted_sources_are_traced_too() =>
        Assert.IsNull(App(
            "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\n"
                + $"RUN --mount=type=bind,target=/w dotnet publish /w/src/Tool -o /app\n{Final}"));

    [TestMethod]
    [DataRow("COPY --from=build /out/web .", "yes")]
    [DataRow("COPY --from=build /out .", "?")]
    [DataRow("COPY --from=build /out/plain/wwwroot ./wwwroot", "no")]
    [DataRow("COPY --from=moved /final .", "yes")]
    [DataRow("COPY --from=renamed /elsewhere .", "?")]
    public void Output_that_is_copied_decides(string copy, string expected)
    {
        var app = App(
            "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . /w\n"
                + "RUN dotnet publish /w/src/Web --sc -o /out/web && dotnet publish /w/src/Web -o /out/plain\n"
                + "FROM alpine AS moved\nCOPY --from=build /out/web/ /final\n"
                + "FROM build AS renamed\nRUN mv /out /elsewhere\n"
                + $"FROM mcr.microsoft.com/dotnet/runtime-deps:10.0\n{copy}");

        Assert.AreEqual(expected, YesOrNo(app!.BringsRuntime));
    }

    [TestMethod]
    public void Build_of_the_final_stage_itself_counts() =>
        Assert.IsTrue(App(
            "FROM mcr.microsoft.com/dotnet/sdk:10.0\nCOPY . /w\nRUN dotnet publish /w/src/Web --sc")!.BringsRuntime);

    [TestMethod]
    public void Publish_counts_before_build() =>
        Assert.IsTrue(App(
            "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . /w\n"
                + "RUN dotnet build /w/src/Web -o /app/build\n"
                + $"RUN dotnet publish /w/src/Web --sc -o /app/publish\n{Final}")!.BringsRuntime);

    [TestMethod]
    public void Message_names_command_and_line()
    {
        var app = App(
            "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY . /w\n"
                + $"RUN echo hello && \\\n  dotnet publish /w/src/Web -c Release -r linux-x64 --sc -o /app\n{Final}");

        Assert.AreEqual("'dotnet publish -r linux-x64 --sc' at line 4", app!.RuntimeDecision);
        Assert.IsNull(app.FrameworkDecision);
        Assert.IsNull(app.SdkDecision);
    }

    [TestMethod]
    public void Without_a_command_the_project_speaks()
    {
        var app = App("FROM mcr.microsoft.com/dotnet/runtime-deps:10.0\nCOPY publish /app", "SelfContained=true");

        Assert.IsTrue(app!.BringsRuntime);
        Assert.IsNull(app.RuntimeDecision);
    }

    private static string Render(AppFacts? app) =>
        $"self-contained: {YesOrNo(app!.BringsRuntime)}; for: "
            + (app.RuntimeIdentifiers is not { } identifiers ? "?"
                : identifiers.Count == 0 ? "anything" : string.Join(',', identifiers));

    private static string YesOrNo(bool? value) => value switch { true => "yes", false => "no", null => "?" };

    private static AppFacts? App(string text, string project = "")
    {
        var values = new Dictionary<string, string>
        {
            ["MSBuildProjectFullPath"] = "/repository/src/Web/Web.csproj",
            ["AssemblyName"] = "Web",
            ["TargetFramework"] = "net10.0",
        };
        foreach (var part in project.Split("; ").Where(part => part.Length > 0))
        {
            var equals = part.IndexOf('=');
            values[part[..equals]] = part[(equals + 1)..];
        }

        var file = Dockerfile.Parse(text);
        var evaluation = BuildEvaluation.Evaluate(
            file,
            new BuildOptions { ResolveBase = ImageCatalog.Default.BaseResolver(RegistryMirrors.Empty) });
        return ImageModel.FromDockerfile(
            file, "/repository/Dockerfile", evaluation, ImageCatalog.Default, RegistryMirrors.Empty,
            ProjectFacts.From(values)).App;
    }
}
