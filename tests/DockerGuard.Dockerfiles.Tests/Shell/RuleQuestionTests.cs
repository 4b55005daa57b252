using System;
using System.Globalization;
using System.Linq;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Dockerfiles.Tests.Shell;

/// <summary>What rules ask of shell text, each in one line.</summary>
[TestClass]
public sealed class RuleQuestionTests
{
    private static void Holds(Func<ShellScript, bool> question, string[] yes, string[] no)
    {
        foreach (var text in yes) Assert.IsTrue(question(Scripts.OfFile("RUN " + text)), text);
        foreach (var text in no) Assert.IsFalse(question(Scripts.OfFile("RUN " + text)), text);
    }

    [TestMethod]
    public void A_command_without_arguments_answers_too()
    {
        foreach (var command in Scripts.OfFile("RUN wget && a=1 && >x\nRUN [\"wget\"]").Commands)
        {
            Assert.IsFalse(command.HasFlag("q", "quiet"));
            Assert.IsFalse(command.HasArgument("x"));
            Assert.AreEqual(0, command.CountFlag("q"));
            Assert.IsNull(command.FlagValue("o"));
            Assert.IsEmpty(command.Operands());
            Assert.IsEmpty(command.Arguments.ToList());
        }
    }

    [TestMethod]
    public void Apt_get_install_without_yes() => Holds(
        script => script.Find("apt-get").Any(apt =>
            apt.HasArgument("install") && !apt.HasFlag("y", "yes", "assume-yes") && apt.CountFlag("q", "quiet") < 2),
        [
            "apt-get install python", "apt-get install -q python", "apt-get --quiet install python",
            "sudo apt-get install x", "sh -c 'apt-get install x'",
        ],
        [
            "apt-get install -yq python", "apt-get -y install python", "apt-get --yes install python",
            "apt-get install --assume-yes python",
         "apt-get install -qq x", "apt-get install --quiet -q x", "apt-get update", "echo apt-get install x",
         "echo 'apt-get install x'",
     ]);

    [TestMethod]
    public void Apt_get_install_without_versions() => Holds(
        script => script.Find("apt-get").Any(apt => apt.HasArgument("install")
            && apt.Operands("t", "target-release", "o")
                .Skip(1)
                .Any(package => !package.Value.Contains('=') && !package.Value.Contains('/'))),
        ["apt-get update && apt-get install python", "apt-get install -t buster a=1 b"],
        [
            "apt-get -yqq --no-install-recommends install nodejs=0.10", "apt-get install ./a.deb",
            "apt-get install -t jessie-backports a=8",
         "apt-get -o APT::x=y install \\\n  a=1.2* \\\n  'b'=1:2"]);

    [TestMethod]
    public void Apt_lists_left_behind() => Holds(
        script => script.Runs("apt-get", "update")
            && !script.Find("rm").Any(rm => rm.HasFlag("r")
                && rm.HasFlag("f")
                && rm.Operands().Any(path => path.Value.StartsWith("/var/lib/apt/lists", StringComparison.Ordinal))),
        ["apt-get update && apt-get install python", "apt-get update; rm -rf /tmp"],
        [
            "apt-get update && apt-get install x && rm -rf /var/lib/apt/lists/*",
            "apt-get update && rm -r -f /var/lib/apt/lists/",
        ]);

    [TestMethod]
    public void Pip_install_without_versions() => Holds(
        script => script.Commands.Any(pip => (pip.Is("pip", "pip2", "pip3")
            || (pip.BaseName?.StartsWith("python", StringComparison.Ordinal) == true && pip.FlagValue("m") == "pip"))
            && pip.HasArgument("install") && !pip.HasFlag("r", "requirement", "c", "constraint")
            && pip.Operands("i", "index-url", "m", "t", "target")
                .Skip(1)
                .Any(package => !package.Value.Contains("==", StringComparison.Ordinal) && package.Value != ".")),
        [
            "pip2 install MySQL_python", "python3 -m pip install a==1 b", "pip install --index-url https://x a",
            "/opt/venv/bin/pip install a",
        ],
        [
            "pip3 install MySQL_python==1.2.2", "pip install -r requirements.txt", "pip install --requirement=x",
            "pip install -i https://x 'a==1'", "pip install .", "pipenv install a",
        ]);

    [TestMethod]
    public void Change_of_directory() => Holds(
        script => script.Find("cd").Any(),
        ["cd /opt", "(cd /opt && make)", "a && cd x"], ["echo cd", "git -C x pull"]);

    [TestMethod]
    public void Sudo() => Holds(
        script => script.Find("sudo").Any(),
        ["sudo apt-get update", "a && sudo b", "a | sudo tee x", "x=$(sudo a)"],
        ["apt-get install sudo", "echo 'sudo a'"]);

    [TestMethod]
    public void Useradd_with_a_high_id() => Holds(
        script => script.Find("useradd").Any(add => !add.HasFlag("l", "no-log-init")
            && int.TryParse(add.FlagValue("u", "uid"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && id > 99999),
        ["useradd -u 123456 luser", "useradd --uid=123456 luser", "useradd -u123456 luser"],
        ["useradd luser", "useradd -u 12345 luser", "useradd -l -u 123456 luser"]);

    [TestMethod]
    public void Wget_without_quiet_progress() => Holds(
        script => script.Find("wget").Any(wget =>
            !wget.HasFlag("q", "quiet", "nv", "no-verbose", "progress", "o", "output-file", "a", "append-output")),
        ["wget my.xyz", "wget -O x my.xyz"],
        [
            "wget --progress=dot:giga my.xyz", "wget -q my.xyz", "wget -nv my.xyz",
            "wget --output-file=/tmp/log my.xyz", "wget -qO- x", "curl x",
        ]);

    [TestMethod]
    public void Pipe_without_pipefail() => Holds(
        script => script.Pipelines.Any(pipeline => !pipeline.HasPipefail),
        ["wget -O - x | wc -l > /number", "a && (b | c)", "bash -c 'a | b'"],
        ["a || b", "set -o pipefail && a | b", "bash -o pipefail -c 'a | b'", "echo 'a | b'"]);

    [TestMethod]
    public void Download_run_unseen() => Holds(
        script => script.Find("curl", "wget").Any(get => get.PipedInto is SimpleCommand into && into.Is("sh", "bash")
            || get.PipedInto is SimpleCommand { Wrapped: { } inner } && inner.Is("sh", "bash")),
        ["curl -fsSL x | sh", "curl x | sudo -E bash -", "wget -qO- x | bash -s -- -y"],
        ["curl x | tar xz", "curl x > y && sh y"]);

    [TestMethod]
    public void Certificates_not_checked() => Holds(
        script => script.Commands.Any(get => (get.Is("curl") && get.HasFlag("k", "insecure"))
            || (get.Is("wget") && get.HasFlag("no-check-certificate"))),
        ["curl -fsSLk x", "curl --insecure x", "wget --no-check-certificate x"], ["curl -fsSL x", "echo -k"]);

    [TestMethod]
    public void World_writable() => Holds(
        script => script.Find("chmod").Any(chmod => chmod.HasArgument("777", "0777", "a+rwx")),
        ["chmod 777 x", "chmod -R 777 /app", "find / -exec chmod 777 {} \\;"], ["chmod 755 x", "echo 777"]);

    [TestMethod]
    public void Cleaning_only_after_installing() => Holds(
        script => script.Runs("yum", "install")
            && !script.Commands.SkipWhile(command => !command.Runs("yum", "install"))
                .Any(command => command.Runs("yum", "clean", "all")),
        ["yum install -y x", "yum clean all && yum install -y x"],
        ["yum install -y x && yum clean all", "bash -c `# not even a yum command`"]);

    [TestMethod]
    public void Link_over_sh() => Holds(
        script => script.Find("ln").Any(ln => ln.Operands() is { Count: > 1 } paths && paths[^1].Value == "/bin/sh"),
        ["ln -sfv /bin/bash /bin/sh"],
        ["ln -sf /bin/true /sbin/initctl", "ln -s foo bar && unrelated && something_with /bin/sh"]);

    [TestMethod]
    public void Secret_in_an_argument() => Holds(
        script => script.Commands.Any(
            command => command.Words.Any(word => word.Variables.Any(variable => variable.Name == "TOKEN"))),
        ["curl -H \"Authorization: $TOKEN\" x", "a ${TOKEN:?} b", "x=$(curl -u u:$TOKEN y)"],
        ["echo '$TOKEN'", "echo \\$TOKEN", "a"]);
}
