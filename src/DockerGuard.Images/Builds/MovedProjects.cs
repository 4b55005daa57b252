using System;
using System.Linq;
using DockerGuard.Dockerfiles.Evaluation;
using DockerGuard.Dockerfiles.Shell;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Images.Builds;

/// <summary>
/// A loop that puts each project, copied into one folder by a pattern, into a folder of its own name:
/// <c>for f in *.csproj; do mkdir -p src/${f%.*} &amp;&amp; mv $f src/${f%.*}/; done</c>.
/// </summary>
internal sealed class MovedProjects
{
    private const string Mark = "\uFFFD", Star = "*";

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private readonly string _folder;
    private readonly string _extension;
    private readonly string _target;
    private readonly bool _isMove;

    private MovedProjects(string folder, string extension, string target, bool isMove)
    {
        _folder = folder;
        _extension = extension;
        _target = target;
        _isMove = isMove;
    }

    /// <summary>Reads it; null where a <c>RUN</c> does anything else.</summary>
    public static MovedProjects? Read(RunInstruction run, StageEvaluation stage)
    {
        if (run.IsJson || run.CommandText?.StartsWith("for ", Ordinal) != true) return null;
        if (stage.ScriptOf(run) is not { UnreadFrom: null, Errors.Count: 0 } script) return null;
        if (OnlyOf(script.Body) is not CompoundCommand { Kind: ShellCompoundKind.For, Redirections.Count: 0 } loop)
            return null;
        if (loop.Words.Count != 2 || ExtensionOf(loop.Words[1]) is not { } extension) return null;
        if (StageFolder.Before(run, stage) is not { } folder) return null;
        var commands = script.Commands.Where(static command => !command.Is("echo", "ls", "mkdir")).ToList();
        if (commands.Count != 1 || script.Commands.Any(static command => command.Redirections.Count > 0)) return null;
        var operands = commands[0].Operands();
        if (!commands[0].Is("cp", "mv") || operands.Count != 2) return null;
        var variable = loop.Words[0].Value;
        if (Plain(operands[0], variable, extension) is not Mark + Star) return null;
        var place = Plain(operands[1], variable, extension);
        // Where the file's own name is not said, the folder is there for mkdir has made it.
        if (place?.EndsWith("/" + Mark + Star, Ordinal) == true) place = place.Substring(0, place.Length - 2);
        return place is not null && place.IndexOf(Mark, Ordinal) >= 0 && place.IndexOf(Star, Ordinal) < 0
            ? new MovedProjects(ContainerPath.Join(null, folder)!, extension, place, commands[0].Is("mv"))
            : null;
    }

    /// <summary>Where a path comes from that the loop makes; null for every other.</summary>
    public string? OriginOf(string path)
    {
        var name = ContainerPath.Name(path);
        if (!name.EndsWith(_extension, Ordinal)) return null;
        var stem = name.Substring(0, name.Length - _extension.Length);
        return ContainerPath.Join(_folder, _target.Replace(Mark, stem) + "/" + name) == path
            ? _folder.TrimEnd('/') + "/" + name
            : null;
    }

    /// <summary>True where the loop neither makes a path nor takes it away.</summary>
    public bool LeavesAlone(PathQuery query)
    {
        if (query.IsFolder) return !ContainerPath.Meet(_folder, query.Path);
        if (!query.Path.EndsWith(_extension, Ordinal)) return true;
        var isMovedAway = _isMove && ContainerPath.Join(query.Path, "..") == _folder;
        return !isMovedAway && OriginOf(query.Path) is null;
    }

    /// <summary>The one command of a list; null where it has more.</summary>
    private static ShellCommand? OnlyOf(ShellList list) =>
        list.Items.Count == 1
            && list.Items[0].Pipelines.Count == 1
            && list.Items[0].Pipelines[0].Commands.Count == 1
            ? list.Items[0].Pipelines[0].Commands[0]
            : null;

    /// <summary>The extension of <c>*.csproj</c>, as it is or in <c>$(ls *.csproj)</c>.</summary>
    private static string? ExtensionOf(ShellWord values)
    {
        if (values.Substitutions.Count == 1)
        {
            return OnlyOf(values.Substitutions[0].Body) is SimpleCommand { Arguments.Count: 1 } list && list.Is("ls")
                ? ExtensionOf(list.Arguments[0])
                : null;
        }

        var pattern = values.Value.StartsWith("./", Ordinal) ? values.Value.Substring(2) : values.Value;
        return values.IsStatic && pattern.StartsWith("*.", Ordinal) && pattern.EndsWith("proj", Ordinal)
            && pattern.IndexOf('*', 1) < 0
            ? pattern.Substring(1)
            : null;
    }

    /// <summary>
    /// A word with a mark for the name of the project, and a star behind it for its extension; null for what says more.
    /// </summary>
    private static string? Plain(ShellWord word, string variable, string extension)
    {
        var text = word.Text.Replace("\"", "");
        if (text.StartsWith("./", Ordinal)) text = text.Substring(2);
        text = text.Replace($"${{{variable}%.*}}", Mark)
            .Replace($"${{{variable}%{extension}}}", Mark)
            .Replace($"${{{variable}}}", Mark + Star);
        if (text.EndsWith("$" + variable, Ordinal) || text.IndexOf($"${variable}/", Ordinal) >= 0)
            text = text.Replace("$" + variable, Mark + Star);
        return text.All(static c => char.IsLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '*' or '\uFFFD')
            ? text.TrimEnd('/')
            : null;
    }
}
