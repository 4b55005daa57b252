using System.Linq;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Dockerfiles.Tests.Shell;

[TestClass]
public sealed class WindowsShellTests
{
    [TestMethod]
    [DataRow("a; b\nc | d && e", "a,b,c,d,e")]
    [DataRow(
        "Invoke-WebRequest -Uri 'x y' -OutFile \"$env:TEMP\\f\" # z",
        "Invoke-WebRequest|-Uri|x y|-OutFile|$env:TEMP\\f")]
    [DataRow("$x = Get-Item a; $y += 'b'", "Get-Item|a,")]
    [DataRow(
        "if ((Get-FileHash f).Hash -ne $h) { Write-Host 'bad'; exit 1 } else { ok }; next",
        "Get-FileHash|f,Write-Host|bad,ok,next")]
    [DataRow("foreach ($f in Get-ChildItem) { Remove-Item $f }", "Get-ChildItem,Remove-Item|$f")]
    [DataRow("try { a } catch { b } finally { c }; d", "a,b,c,d")]
    [DataRow("& 'C:\\x y.exe' -a; . .\\z.ps1", "C:\\x y.exe|-a,.\\z.ps1")]
    [DataRow("a `\n  -b \"c`\"d\" <# e; f #> g", "a|-b|c\"d|g")]
    [DataRow("a @{ b = c; d = 1 } @(e)", "a|@{ b = c; d = 1 }|@(e),c,e")]
    [DataRow("a $(b) \"$(c)\"", "a|$(b)|$(c),b,c")]
    [DataRow("[Net.ServicePointManager]::SecurityProtocol = 'x'; a", "a")]
    [DataRow("(New-Object Net.WebClient).DownloadFile('a', 'b')", "New-Object|Net.WebClient")]
    [DataRow("return (a)", "a")]
    [DataRow("a | Where-Object { $_.Name -eq 'b' } | c", "a,Where-Object|{ $_.Name -eq 'b' },c")]
    [DataRow("cmd /S /C \"a && b\"", "cmd|/S|/C|a && b,a,b")]
    public void PowerShell_is_divided_into_commands(string text, string expected)
    {
        var script = ShellScript.Parse(text, ShellDialect.PowerShell);
        Assert.AreEqual(expected, string.Join(',', Scripts.Lines(script)));
        Assert.IsEmpty(script.Errors);
    }

    [TestMethod]
    [DataRow("a & b && c || d | e", "a,b,c,d,e")]
    [DataRow("a \"b & c\" d^&e > f 2>&1", "a|b & c|d&e")]
    [DataRow("@echo off & rem a & b", "echo|off")]
    [DataRow("if not exist C:\\x (mkdir C:\\x & a) else b", "mkdir|C:\\x,a,b")]
    [DataRow("if \"%A%\" == \"b\" c & d", "c,d")]
    [DataRow("if %A%==b c", "c")]
    [DataRow("for /f \"tokens=*\" %i in ('dir /b') do call a %i & b", "call|a|%i,a|%i,b")]
    [DataRow("(a & b) && echo x(y)", "a,b,echo|x(y)")]
    [DataRow("powershell -NoProfile -Command \"a; b | c\" & d", "powershell|-NoProfile|-Command|a; b | c,a,b,c,d")]
    [DataRow(
        "powershell -Command Remove-Item x -Force; b",
        "powershell|-Command|Remove-Item|x|-Force;|b,Remove-Item|x|-Force,b")]
    [DataRow("C:\\x\\choco.exe install -y git", "C:\\x\\choco.exe|install|-y|git")]
    public void Cmd_is_divided_into_commands(string text, string expected)
    {
        var script = ShellScript.Parse(text, ShellDialect.Cmd);
        Assert.AreEqual(expected, string.Join(',', Scripts.Lines(script)));
        Assert.IsEmpty(script.Errors);
    }

    [TestMethod]
    public void Names_and_flags_of_Windows_do_not_know_case()
    {
        var choco = ShellScript.Parse("C:\\x\\Choco.EXE install -Y git /Force", ShellDialect.Cmd).Commands.Single();
        Assert.IsTrue(choco.Runs("choco", "install") && choco.HasFlag("y") && choco.HasFlag("force"));
        var web = ShellScript.Parse("invoke-webrequest -URI x -OutFile:y", ShellDialect.PowerShell).Commands.Single();
        Assert.IsTrue(web.Is("Invoke-WebRequest"));
        Assert.AreEqual("x", web.FlagValue("Uri"));
        Assert.AreEqual("y", web.FlagValue("OutFile"));
    }

    [TestMethod]
    public void Places_are_right_in_PowerShell_inside_cmd()
    {
        const string Text =
            "# escape=`\nFROM x\nRUN powershell -Command `\n  $ErrorActionPreference = 'Stop'; `\n  Remove-Item -Force "
                + "`\n    a\n";
        var script = Scripts.OfFile(Text);
        var remove = script.Find("Remove-Item").Single();
        Assert.AreEqual("Remove-Item -Force `\n    a", Fixture.TextAt(Text, remove.Span));
        Assert.AreEqual(
            "Stop", script.Commands.Single(command => command.Assignments.Count > 0).Assignments[0].Value.Value);
    }

    [TestMethod]
    [DataRow("a 'b", ShellDialect.PowerShell)]
    [DataRow("a \"b", ShellDialect.PowerShell)]
    [DataRow("a { b", ShellDialect.PowerShell)]
    [DataRow("a } b", ShellDialect.PowerShell)]
    [DataRow("a \"b", ShellDialect.Cmd)]
    [DataRow("(a & b", ShellDialect.Cmd)]
    public void Errors_are_collected(string text, ShellDialect dialect)
    {
        var script = ShellScript.Parse(text, dialect);
        Assert.IsNotEmpty(script.Errors);
        Assert.AreEqual("a", script.Commands[0].Name);
    }
}
