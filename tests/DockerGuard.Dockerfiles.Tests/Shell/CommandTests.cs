using System.Linq;
using DockerGuard.Dockerfiles.Shell;

namespace DockerGuard.Dockerfiles.Tests.Shell;

[TestClass]
public sealed class CommandTests
{
    [TestMethod]
    [DataRow("a", "a")]
    [DataRow("a b  c", "a|b|c")]
    [DataRow("a&&b||c;d&e", "a,b,c,d,e")]
    [DataRow("a | b |& c", "a,b,c")]
    [DataRow("a # b && c", "a")]
    [DataRow("a #b\nc#d e", "a,c#d|e")]
    [DataRow("(a; b) && { c; d; }", "a,b,c,d")]
    [DataRow("! a && ! b", "a,b")]
    [DataRow("if a; then b; elif c; then d; else e; fi; f", "a,b,c,d,e,f")]
    [DataRow("for x in 1 2 3; do a $x; done | b", "a|$x,b")]
    [DataRow("for x do a; done; for y\nin z\ndo b; done", "a,b")]
    [DataRow("while a && b; do c; done < f; until d; do e; done", "a,b,c,d,e")]
    [DataRow("case \"$x\" in a|b) c;; (d) e ;; *) ;; esac; f", "c,e,f")]
    [DataRow("f() { a; }; g () ( b ); function h { c; }; f", "a,b,c,f")]
    [DataRow("a $(b c; d) `e f`", "a|$(b c; d)|`e f`,b|c,d,e|f")]
    [DataRow("x=$(a) y=1 b", "b,a")]
    [DataRow("echo \"$(a \"$(b)\")\"", "echo|$(a \"$(b)\"),a|$(b),b")]
    [DataRow("echo `a \\`b\\``", "echo|`a \\`b\\``,a|`b`,b")]
    [DataRow("echo $((1 + $(a) * (2))) b", "echo|$((1 + $(a) * (2)))|b,a")]
    [DataRow("echo $((a); b)", "echo|$((a); b),a,b")]
    [DataRow("echo ${x:-$(a)} ${y%\"$(b)\"}", "echo|${x:-$(a)}|${y%\"$(b)\"},a,b")]
    [DataRow("[ -f x ] && [[ -f y && $z =~ ^(a|b)$ ]] || a", "[|-f|x|],[[|-f|y|&&|$z|=~|^(a|b)$|]],a")]
    [DataRow("a 'b c'\"d e\"f\\ g $'h\\n\\x41'", "a|b cd ef g|h\nA")]
    [DataRow("a \"\\$x \\n \\\\ \\\"\" '\\'", "a|$x \\n \\ \"|\\")]
    [DataRow("a\\\nb c\\\n  d", "ab|c|d")]
    [DataRow("echo {a,b}* ?[x]", "echo|{a,b}*|?[x]")]
    [DataRow("echo a{ } b} {", "echo|a{|}|b}|{")]
    [DataRow("echo if then fi", "echo|if|then|fi")]
    [DataRow("a 2>&1 >b <c >>d 3<>e x", "a|x")]
    [DataRow("a\r\nb \\\r\n c\r\n", "a,b|c")]
    [DataRow("{ a; } > b; (c) 2>d | e", "a,c,e")]
    [DataRow("time a; time (b); time -p c", "time|a,a,b,time|-p|c,c")]
    public void Commands_are_found_wherever_they_stand(string text, string expected)
    {
        var script = Scripts.Sh(text);
        Assert.AreEqual(expected, string.Join(',', Scripts.Lines(script)));
        Assert.IsEmpty(script.Errors);
    }

    [TestMethod]
    [DataRow("diff <(a) <(b) > >(c)", "diff|<(a)|<(b),a,b,c")]
    [DataRow("((x = 1 + 2)) && a", "a")]
    [DataRow("for ((i = 0; i < 3; i++)); do a; done", "a")]
    [DataRow("x=(a $(b) c) d", "d,b")]
    [DataRow("a @(b|c) !(d)", "a|@(b|c)|!(d)")]
    [DataRow("a &> b &>> c", "a")]
    [DataRow("a <<< \"b $(c)\"", "a,c")]
    public void Bash_adds_its_own(string text, string expected)
    {
        var script = Scripts.Bash(text);
        Assert.AreEqual(expected, string.Join(',', Scripts.Lines(script)));
        Assert.IsEmpty(script.Errors);
    }

    [TestMethod]
    [DataRow("sudo -E -u bob apt-get -y install x", "sudo,apt-get")]
    [DataRow("env -i A=1 B='2 3' nice -n 5 make", "env,nice,make")]
    [DataRow("exec gosu app:app /usr/bin/dotnet x.dll", "exec,gosu,dotnet")]
    [DataRow("command -v curl", "command")]
    [DataRow("timeout -k 5 10 curl x", "timeout,curl")]
    [DataRow("a | xargs -r -n 1 rm -rf", "a,xargs,rm")]
    [DataRow("find / -name '*.pyc' -exec rm -f {} +", "find,rm")]
    [DataRow("sh -c 'a && b'", "sh,a,b")]
    [DataRow("bash -euxo pipefail -c \"a | b\"", "bash,a,b")]
    [DataRow("sudo sh -c \"bash -c 'a; b'\"", "sudo,sh,bash,a,b")]
    [DataRow("su - app -c 'npm ci'", "su,npm")]
    [DataRow("eval 'a; b'", "eval,a,b")]
    [DataRow("sh -c \"echo $(a) $b\"", "sh,a,echo")]
    [DataRow("bash <<'EOF'\na\nb\nEOF\nc", "bash,a,b,c")]
    [DataRow("sh script.sh -c x", "sh")]
    [DataRow("pwsh -NoProfile -Command 'Get-Item x | Remove-Item; a'", "pwsh,Get-Item,Remove-Item,a")]
    public void What_a_command_starts_is_a_command_too(string text, string expected) =>
        Assert.AreEqual(expected, string.Join(',', Scripts.Names(Scripts.Sh(text))));

    [TestMethod]
    public void A_wrapped_command_knows_what_wraps_it()
    {
        var script = Scripts.Sh("A=0 sudo -u x env A=1 B=\"2 $c\" apt-get install >f | tee");
        var (sudo, env, apt) = (script.Commands[0], script.Commands[1], script.Commands[2]);
        Assert.AreSame(env, sudo.Wrapped);
        Assert.AreSame(env, apt.Wrapper);
        Assert.AreEqual("apt-get install", apt.Text);
        Assert.IsNotNull(apt.PipedInto);
        Assert.AreSame(script.Pipelines.Single(), apt.Pipeline);
        Assert.AreEqual(
            "A=1,B=2 $c", string.Join(',', env.Wrapped!.Assignments.Select(a => a.Name + "=" + a.Value.Value)));
        Assert.AreEqual("0", sudo.Assignments.Single().Value.Value);
        Assert.AreEqual("f", apt.Redirections.Single().Target!.Value);
    }

    [TestMethod]
    public void Flags_are_found_however_they_are_written()
    {
        var command =
            Scripts.Sh("apt-get -qqy -o A=b --target-release=x -t y -C/z install 'a b' c=1 -- -n").Commands.Single();
        Assert.IsTrue(command.HasFlag("y", "yes", "assume-yes"));
        Assert.IsTrue(command.HasFlag("q") && command.HasFlag("target-release") && command.HasFlag("C"));
        Assert.IsFalse(command.HasFlag("n") || command.HasFlag("z") || command.HasFlag("target"));
        Assert.AreEqual("y", command.FlagValue("t", "target-release"));
        CollectionAssert.AreEqual(new[] { "x", "y" }, command.FlagValues("t", "target-release").ToArray());
        Assert.AreEqual("/z", command.FlagValue("C"));
        Assert.AreEqual("install,a b,c=1,-n", string.Join(',', command.Operands("o", "t").Select(word => word.Value)));
        Assert.IsTrue(command.Runs("apt-get", "install") && !command.Runs("apt", "install"));
        Assert.AreEqual("-qqy", command.FindFlag("yes", "y")!.Text);
        Assert.AreEqual(2, command.CountFlag("q", "quiet"));
        Assert.AreEqual(4, Scripts.Sh("a -qyq -q --quiet -- -q").Commands[0].CountFlag("q", "quiet"));
        Assert.IsTrue(Scripts.Sh("wget -nv x").Commands[0].HasFlag("nv"));
        Assert.AreEqual("123456", Scripts.Sh("useradd -lu123456 x").Commands[0].FlagValue("u", "uid"));
    }

    [TestMethod]
    public void Words_say_what_they_are()
    {
        var words = Scripts.Sh("a b 'c' \"$d\" ${e:-f}g *.h \\$i $(j)").Commands[0].Words;
        Assert.AreEqual("1,1,1,0,0,1,1,0", string.Join(',', words.Select(word => word.IsStatic ? 1 : 0)));
        Assert.AreEqual("0,0,1,1,0,0,1,0", string.Join(',', words.Select(word => word.IsQuoted ? 1 : 0)));
        Assert.AreEqual("0,0,0,0,0,1,0,0", string.Join(',', words.Select(word => word.HasGlob ? 1 : 0)));
        Assert.AreEqual(
            "d,e", string.Join(',', words.SelectMany(word => word.Variables).Select(variable => variable.Name)));
        Assert.AreEqual(new SourceSpan(1, 14, 1, 21), words[4].Variables[0].Span);
        Assert.IsTrue(words[3].Variables[0].IsQuoted && !words[4].Variables[0].IsQuoted);
        Assert.AreEqual("$i", words[6].Value);
        Assert.AreEqual("j", words[7].Substitutions.Single().Body.Text);
        Assert.IsNull(Scripts.Sh("$a b").Commands[0].Name);
    }

    [TestMethod]
    public void Heredocs_give_their_bodies()
    {
        var script = Scripts.Sh("cat <<A - <<-'B' | c\nx $(d) $e\nA\n\ty $(f)\n\tB\ng");
        CollectionAssert.AreEqual(new[] { "cat", "c", "d", "g" }, Scripts.Names(script));
        var redirections = script.Commands[0].Redirections;
        Assert.AreEqual("x $(d) $e\n", redirections[0].Heredoc!.Text);
        Assert.AreEqual("e", redirections[0].Heredoc!.Variables.Single().Name);
        Assert.AreEqual("\ty $(f)\n", redirections[1].Heredoc!.Text);
        Assert.IsFalse(redirections[1].Heredoc!.Expand);
        Assert.IsTrue(redirections[1].Heredoc!.Chomp);
        Assert.IsEmpty(script.Errors);
    }

    [TestMethod]
    [DataRow("echo 'a && b", "(1,6,1,7)", "the single quote is not closed")]
    [DataRow("echo \"a && b", "(1,6,1,7)", "the double quote is not closed")]
    [DataRow("echo $(a", "(1,6,1,8)", "'$(' has no ')'")]
    [DataRow("echo ${a", "(1,6,1,8)", "'${' has no '}'")]
    [DataRow("if a; then b", "(1,1,1,3)", "'if' has no 'fi'")]
    [DataRow("for x in a; b", "(1,1,1,4)", "'for' has no 'do'")]
    [DataRow("a && ", "(1,3,1,5)", "nothing follows '&&'")]
    [DataRow("a >", "(1,3,1,4)", "nothing follows '>'")]
    [DataRow("a )", "(1,3,1,4)", "unexpected ')'")]
    [DataRow("fi; a", "(1,1,1,3)", "unexpected 'fi'")]
    [DataRow("cat <<A\nb", "(1,5,1,8)", "the here-document 'A' has no line 'A' that ends it")]
    [DataRow("case a b", "(1,1,1,5)", "'case' has no 'in'")]
    public void Errors_are_collected_with_their_place(string text, string span, string message)
    {
        var error = Scripts.Sh(text).Errors[0];
        Assert.AreEqual(message, error.Message);
        Assert.AreEqual(span, error.Span.ToString());
    }

    [TestMethod]
    [DataRow("echo don't && apt-get install x", "echo,apt-get")]
    [DataRow("fi; apt-get update", "apt-get")]
    [DataRow("a ) && b", "a,b")]
    [DataRow("if a; then b; done; c", "a,b,c")]
    [DataRow("a ` b; c", "a,c")]
    public void What_comes_after_an_error_is_still_read(string text, string expected)
    {
        var script = Scripts.Sh(text);
        Assert.AreEqual(expected, string.Join(',', Scripts.Names(script)));
        Assert.IsNotEmpty(script.Errors);
    }

    [TestMethod]
    public void Words_and_arguments_of_a_bare_command_can_be_walked()
    {
        foreach (var command in ShellScript.Parse("a; x=1; <b").Commands)
        {
            Assert.IsEmpty(command.Arguments.ToList());
            Assert.HasCount(command.NameWord is null ? 0 : 1, command.Words.ToList());
        }
    }
}
