using System;
using System.Collections.Generic;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Images.Builds;

namespace DockerGuard.Images.Tests;

/// <summary>What is read of the <c>dotnet</c> commands of a script.</summary>
[TestClass]
public sealed class DotNetCommandTests
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["TARGETARCH"] = "arm64",
        ["RID"] = "linux-musl-x64",
        ["OPTIONS"] = "-c Release --sc",
        ["EMPTY"] = "",
    };

    [TestMethod]
    [DataRow("dotnet publish", "publish in /src")]
    [DataRow(
        "dotnet publish Web.csproj -c Release -o /app",
        "publish Web.csproj in /src Configuration=Release out=/app")]
    [DataRow(
        "dotnet publish -r linux-x64 --self-contained Web",
        "publish Web in /src RuntimeIdentifier=linux-x64 SelfContained=true")]
    [DataRow(
        "dotnet publish --runtime=linux-x64 --self-contained=false",
        "publish in /src RuntimeIdentifier=linux-x64 SelfContained=false")]
    [DataRow(
        "dotnet publish --runtime:linux-x64 --sc True",
        "publish in /src RuntimeIdentifier=linux-x64 SelfContained=true")]
    [DataRow(
        "dotnet publish --self-contained true Web -f net8.0",
        "publish Web in /src SelfContained=true TargetFramework=net8.0")]
    [DataRow("dotnet publish --no-self-contained", "publish in /src SelfContained=false")]
    [DataRow(
        "dotnet publish --ucr -a x64 --os linux-musl",
        "publish in /src UseCurrentRuntimeIdentifier=true arch=x64 os=linux-musl")]
    [DataRow(
        "dotnet publish -p:A=1 /p:B=2 --property:C=3 -property:D=4 --p:E=5 --property F=6",
        "publish in /src A=1 B=2 C=3 D=4 E=5 F=6")]
    [DataRow("dotnet publish '-p:A=1;B=2,C=3'", "publish in /src A=1 B=2 C=3")]
    [DataRow("dotnet publish -p:A=1%3B2 \"-p:B=\\\"3;4\\\";C=5\"", "publish in /src A=1;2 B=3;4 C=5")]
    [DataRow("dotnet publish -p:selfcontained=TRUE", "publish in /src selfcontained=TRUE")]
    [DataRow(
        "dotnet build -t:Restore\\;Publish /src/All.sln --no-restore -v:q",
        "build /src/All.sln in /src targets=Restore,Publish no-restore")]
    [DataRow("dotnet publish -v q Web --no-build", "publish Web in /src no-restore no-build")]
    [DataRow("dotnet publish /src /nologo /m", "publish /src in /src")]
    [DataRow("dotnet publish @publish.rsp", "publish in /src unknown")]
    [DataRow("dotnet publish -p:PublishProfile=Docker", "publish in /src PublishProfile=Docker unknown")]
    [DataRow("dotnet publish Web -- --self-contained", "publish Web in /src")]
    [DataRow("dotnet run --project src/Web -c Release -- -r linux-x64", "run src/Web in /src Configuration=Release")]
    [DataRow("dotnet run -p src/Web", "run src/Web in /src")]
    [DataRow("dotnet watch --project src/Web run", "watch src/Web in /src")]
    [DataRow("dotnet -d publish Web", "publish Web in /src")]
    [DataRow("dotnet tool install -g dotnet-ef", "tool install in /src")]
    [DataRow("dotnet Web.dll --self-contained", "Web.dll in /src SelfContained=true")]
    [DataRow("dotnet restore -f Web.csproj", "restore Web.csproj in /src")]
    [DataRow("dotnet restore -s https://feed.example/v3/index.json Web.csproj", "restore Web.csproj in /src")]
    [DataRow("dotnet pack -s Web.csproj --version 1.2", "pack Web.csproj in /src")]
    [DataRow("dotnet test -s a.runsettings -e A=b -t Web.csproj", "test Web.csproj in /src")]
    [DataRow("dotnet run -lp http -f net8.0", "run in /src TargetFramework=net8.0")]
    [DataRow(
        "dotnet ef migrations bundle -f -p src/Data -c Shop -o /app/efbundle", "ef src/Data in /src out=/app/efbundle")]
    public void Options_are_those_of_the_cli(string script, string expected) => AssertCommands(script, expected);

    [TestMethod]
    [DataRow("cd Web && dotnet publish", "publish in /src/Web")]
    [DataRow("cd Web; cd ..; dotnet publish", "publish in /src")]
    [DataRow("(cd Web; dotnet restore); dotnet publish", "restore in /src/Web|publish in /src")]
    [DataRow("{ cd /app; } && dotnet publish", "publish in /app")]
    [DataRow("sh -c 'cd Web && dotnet restore' && dotnet publish", "restore in /src/Web|publish in /src")]
    [DataRow("eval 'cd Web' && dotnet publish", "publish in /src/Web")]
    [DataRow("if [ -d Web ]; then cd Web; fi; dotnet publish", "publish in ?")]
    [DataRow("cd $FOLDER && dotnet publish", "publish in ?")]
    [DataRow("pushd Web && dotnet publish && popd && dotnet test", "publish in /src/Web|test in ?")]
    [DataRow("cd Web | dotnet publish", "publish in /src")]
    [DataRow(
        "env A=b dotnet publish && time dotnet build && sudo -E dotnet test",
        "publish in /src|build in /src|test in /src")]
    [DataRow("x=$(dotnet --version); dotnet publish", "--version in /src|publish in /src")]
    [DataRow("/usr/bin/dotnet publish \\\n  Web", "publish Web in /src")]
    [DataRow("for p in A B; do dotnet publish $p -o /app/$p; done", "publish in /src out=? unknown")]
    public void Folder_is_where_the_shell_is(string script, string expected) => AssertCommands(script, expected);

    [TestMethod]
    [DataRow(
        "dotnet publish -r $RID -a \"$TARGETARCH\"",
        "publish in /src RuntimeIdentifier=linux-musl-x64 arch=arm64")]
    [DataRow("dotnet publish $OPTIONS $EMPTY Web", "publish Web in /src Configuration=Release SelfContained=true")]
    [DataRow("dotnet publish -r $NOBODY --sc", "publish in /src RuntimeIdentifier=? SelfContained=true unknown")]
    [DataRow("dotnet publish -r \"$NOBODY\" --sc", "publish in /src RuntimeIdentifier=? SelfContained=true")]
    [DataRow("dotnet publish -r linux-$NOBODY", "publish in /src RuntimeIdentifier=?")]
    [DataRow("dotnet publish -r ${NOBODY:-linux-x64}", "publish in /src RuntimeIdentifier=linux-x64")]
    [DataRow("dotnet publish $NOBODY", "publish in /src unknown")]
    [DataRow("dotnet publish \"$NOBODY\"", "publish ? in /src")]
    [DataRow("dotnet publish $NOBODY/Web.csproj", "publish ?/Web.csproj in /src")]
    [DataRow("dotnet publish src/*/Web.csproj", "publish src/?/Web.csproj in /src")]
    [DataRow("dotnet publish -p:Version=$(cat version) --sc $(x)", "publish in /src SelfContained=? Version=? unknown")]
    [DataRow("dotnet publish --self-contained=$NOBODY", "publish in /src SelfContained=?")]
    [DataRow("dotnet publish -p:$NOBODY=1", "publish in /src unknown")]
    [DataRow("RID=linux-x64; dotnet publish -r $RID", "publish in /src RuntimeIdentifier=linux-x64")]
    [DataRow("export RID=linux-x64 && dotnet publish -r $RID", "publish in /src RuntimeIdentifier=linux-x64")]
    [DataRow(
        "[ $TARGETARCH = arm64 ] && RID=linux-arm64; dotnet publish -r \"$RID\"",
        "publish in /src RuntimeIdentifier=?")]
    [DataRow(
        "if x; then RID=linux-arm64; else RID=linux-x64; fi; dotnet publish -r \"$RID\"",
        "publish in /src RuntimeIdentifier=?")]
    [DataRow(
        "if x; then dotnet publish -r linux-arm64; else dotnet publish -r linux-x64; fi",
        "publish in /src RuntimeIdentifier=linux-arm64|publish in /src RuntimeIdentifier=linux-x64")]
    [DataRow("read RID; dotnet publish -r \"$RID\"", "publish in /src RuntimeIdentifier=?")]
    [DataRow("dotnet publish -r '$RID'", "publish in /src RuntimeIdentifier=$RID")]
    [DataRow("dotnet $NOBODY", "")]
    public void Variables_are_expanded_and_never_guessed(string script, string expected) =>
        AssertCommands(script, expected);

    [TestMethod]
    public void Windows_shells_are_read_without_their_variables()
    {
        AssertCommands(
            "dotnet publish src\\Web -o C:\\app -r %RID%",
            "publish src\\Web in /src RuntimeIdentifier=? out=C:\\app unknown",
            ShellDialect.Cmd);
        AssertCommands(
            "cd Web; dotnet publish -r $env:RID --sc",
            "publish in /src/Web RuntimeIdentifier=? SelfContained=true unknown",
            ShellDialect.PowerShell);
    }

    [TestMethod]
    public void Variables_before_the_command_are_its_own()
    {
        var commands = Read("PublishAot=true dotnet publish; dotnet build");

        Assert.AreEqual("true", commands[0].Environment["PublishAot"]);
        Assert.IsFalse(commands[1].Environment.ContainsKey("PublishAot"));
    }

    [TestMethod]
    public void Command_says_what_decides()
    {
        var command = Read("dotnet publish Web -c Release -r \"$RID\" --self-contained true -p:A=1").Single();

        Assert.AreEqual(
            "dotnet publish -r \"$RID\" --self-contained true", command.Say("RuntimeIdentifier", "SelfContained"));
    }

    private static void AssertCommands(string script, string expected, ShellDialect dialect = ShellDialect.Sh) =>
        Assert.AreEqual(expected, string.Join('|', Read(script, dialect).Select(Render)));

    private static IReadOnlyList<DotNetCommand> Read(string script, ShellDialect dialect = ShellDialect.Sh) =>
        DotNetCommands.Of(ShellScript.Parse(script, dialect), static () => Variables, "/src");

    private static string Render(DotNetCommand command)
    {
        var parts = new List<string> { command.Verb };
        if (command.Project is { } project) parts.Add(project.Replace(CommandWord.Unknown, '?'));
        parts.Add("in " + (command.WorkingDirectory ?? "?"));
        parts.AddRange(
            command.Properties.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key}={Show(pair.Value)}"));
        if (command.Architecture is not null) parts.Add("arch=" + Show(command.Architecture));
        if (command.OperatingSystem is not null) parts.Add("os=" + Show(command.OperatingSystem));
        if (command.Output is not null) parts.Add("out=" + Show(command.Output));
        if (command.Targets.Count > 0) parts.Add("targets=" + string.Join(',', command.Targets));
        if (!command.Restores) parts.Add("no-restore");
        if (!command.Builds) parts.Add("no-build");
        if (command.HasUnknownOptions) parts.Add("unknown");
        return string.Join(' ', parts);
    }

    private static string Show(CommandValue value) => value.Value ?? "?";
}
