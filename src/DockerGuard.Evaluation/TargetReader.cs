using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DockerGuard.Images.Project;
using DockerGuard.Oci.Files;
using DockerGuard.Oci.Text;
using Microsoft.Build.Exceptions;
using Microsoft.Build.Execution;

namespace DockerGuard.Evaluation;

/// <summary>What the repository's own targets run and read: programs, scripts, files and other projects.</summary>
/// <param name="project">The evaluated project.</param>
/// <param name="inputs">Takes what is found.</param>
/// <param name="foreign">Whose targets are not looked at.</param>
internal sealed class TargetReader(ProjectInstance project, InputCollector inputs, ForeignFolders foreign)
{
    /// <summary>Targets a project may define for MSBuild to call.</summary>
    private static readonly string[] CalledByName =
    [
        "BeforeBuild", "AfterBuild", "BeforeRebuild", "AfterRebuild", "BeforeCompile", "AfterCompile", "BeforePublish",
        "AfterPublish", "BeforeResolveReferences", "AfterResolveReferences",
    ];

    /// <summary>What shells do themselves.</summary>
    private static readonly string[] BuiltIn =
        ["cd", "chdir", "pushd", "popd", "echo", "exit", "set", "export", "test", "true", "fi", "rem"];

    /// <summary>Shells that run the script that is their first word.</summary>
    private static readonly string[] Shells = ["bash", "sh"];

    /// <summary>Words of shells that a command follows.</summary>
    private static readonly string[] BeforeCommand = ["call", "if", "then", "else", "!"];

    /// <summary>
    /// What is there on the machine that generates need not be in the image, and the other way round.
    /// </summary>
    private static readonly Regex Existence =
        new(@"!?\s*\bExists\s*\(\s*'[^']*'\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex FirstProperty =
        new(@"((?:^|[&|;\r\n])[\s""']*)\$\(([A-Za-z_][\w-]*)\)", RegexOptions.CultureInvariant);

    private readonly TaskFileReader _files = new(project, inputs);
    private TargetMoments? _moments;

    /// <summary>Reads the targets; the projects they build are returned.</summary>
    public IReadOnlyList<ProjectLink> Read()
    {
        var links = new List<ProjectLink>();
        var hooked = Hooked();
        _moments = new TargetMoments(project, inputs.Conditions, hooked, CalledByName);
        foreach (var target in hooked.Where(target => Holds(target.Condition)))
            foreach (var child in target.Children.Where(child => Holds(child.Condition))) Read(target, child, links);
        return links;
    }

    private void Read(ProjectTargetInstance target, ProjectTargetInstanceChild child, List<ProjectLink> links)
    {
        switch (child)
        {
            case ProjectPropertyGroupTaskInstance group:
                foreach (var property in group.Properties.Where(property => Holds(property.Condition)))
                    _files.Read(target, property);
                break;
            case ProjectItemGroupTaskInstance group:
                foreach (var item in group.Items.Where(item => Holds(item.Condition))) _files.Read(target, item);
                break;
            case ProjectTaskInstance task when Is(task, "Exec"):
                ReadCommand(target, task, links);
                break;
            case ProjectTaskInstance task when Is(task, "MSBuild"):
                links.AddRange(Projects(inputs.Directory, Expand(target, task, "Projects").Split(';')));
                break;
            case ProjectTaskInstance task:
                _files.Read(target, task);
                if (Is(task, "Copy")) ReadCopy(target, task);
                break;
        }
    }

    /// <summary>The files that a copy names one by one; what items hold may be none where it is not there.</summary>
    private void ReadCopy(ProjectTargetInstance target, ProjectTaskInstance task)
    {
        if (!task.Parameters.TryGetValue("SourceFiles", out var sources)) return;
        var moment = _moments!.Of(target, task, out var decidedBy);
        if (moment == ProgramMoment.Unsure) return;
        foreach (var part in sources.Split(';').Where(static part => part.IndexOfAny(['@', '%', '*']) < 0))
        {
            var path = inputs.Outside(inputs.Directory, Expand(target, part).Trim());
            if (path is not null && AbsolutePath.HasFile(path))
                inputs.Add(new TargetFile(path, target.Name, moment, decidedBy));
        }
    }

    private void ReadCommand(ProjectTargetInstance target, ProjectTaskInstance task, List<ProjectLink> links)
    {
        var command = (task.Parameters.TryGetValue("Command", out var written)
            ? Expand(target, WithUnknownPrograms(written))
            : "").Trim();
        var directory = Expand(target, task, "WorkingDirectory");
        var folder = AbsolutePath.TryOf(inputs.Directory, directory) ?? inputs.Directory;
        inputs.AddFolder(inputs.Directory, directory, target.Name);
        if (command.IndexOf("||", StringComparison.Ordinal) < 0) ReadScript(target, task, folder, command);
        var isFirst = true;
        foreach (var word in Words(command))
        {
            if (word.Length == 0 || (isFirst && BeforeCommand.Contains(word, StringComparer.OrdinalIgnoreCase)))
            {
                isFirst = true;
                continue;
            }

            if (isFirst && !BuiltIn.Contains(word, StringComparer.OrdinalIgnoreCase))
            {
                var moment = _moments!.Of(target, task, out var decidedBy);
                inputs.Add(new ProgramCall(
                    NameOf(word), SecretText.Hide(command), target.Name, target.FullPath, AbsolutePath.Trim(folder))
                {
                    // Behind || and what it is told by a condition of the shell's own it need not run.
                    Moment = command.IndexOf("||", StringComparison.Ordinal) < 0 ? moment : ProgramMoment.Unsure,
                    DecidedBy = decidedBy,
                });
            }

            isFirst = false;
            if (IsProject(word)) links.AddRange(Projects(folder, [word]));
            else inputs.AddFile(BuildInputKind.Script, folder, AbsolutePath.TryOf(folder, word) ?? "", target.Name);
        }
    }

    /// <summary>The script that a command begins with, by itself or behind its shell.</summary>
    private void ReadScript(ProjectTargetInstance target, ProjectTaskInstance task, string folder, string command)
    {
        var words = Words(command).TakeWhile(static word => word.Length > 0).ToList();
        if (words.Count > 1 && Shells.Contains(NameOf(words[0]))) words.RemoveAt(0);
        if (words.Count == 0 || words[0].IndexOfAny(['/', '\\']) < 0) return;
        if (inputs.Outside(folder, AbsolutePath.TryOf(folder, words[0]) ?? "") is not { } path) return;
        var moment = _moments!.Of(target, task, out var decidedBy);
        if (moment != ProgramMoment.Unsure && AbsolutePath.HasFile(path))
            inputs.Add(new TargetFile(path, target.Name, moment, decidedBy) { IsScript = true });
    }

    /// <summary>
    /// A command line in which a property that is empty here stays where a program stands: what it runs is not known,
    /// and is not the word behind it.
    /// </summary>
    private string WithUnknownPrograms(string command) => FirstProperty.Replace(
        command,
        match => project.GetPropertyValue(match.Groups[2].Value).Length > 0
            ? match.Value
            : $"{match.Groups[1].Value}%24({match.Groups[2].Value})");

    private IEnumerable<ProjectLink> Projects(string folder, IEnumerable<string> values) => values
        .Select(value => value.Trim())
        .Where(IsProject)
        .Select(value => AbsolutePath.TryOf(folder, value))
        .OfType<string>()
        .Where(path => foreign.IsOurs(path)
            && AbsolutePath.HasFile(path)
            && !AbsolutePath.Comparer.Equals(path, project.FullPath))
        .Select(static path => new ProjectLink(path, IsAssembly: false));

    /// <summary>Our targets that a build comes to, as far as names tell.</summary>
    private List<ProjectTargetInstance> Hooked()
    {
        var ours = project.Targets.Values.Where(target => foreign.IsOurs(target.FullPath)).ToList();
        if (ours.Count == 0) return ours;
        var called = new HashSet<string>(CalledByName, StringComparer.OrdinalIgnoreCase);
        called.UnionWith(project.InitialTargets);
        foreach (var property in project.Properties
            .Where(static property => property.Name.EndsWith("DependsOn", StringComparison.OrdinalIgnoreCase)))
        {
            called.UnionWith(Names(property.EvaluatedValue));
        }

        var hooks = new ReachedTargets(project);
        var reached = ours.FindAll(target => called.Contains(target.Name)
            || ((target.BeforeTargets.Length > 0 || target.AfterTargets.Length > 0) && hooks.MayReach(target)));
        for (var i = 0; i < reached.Count; i++)
        {
            var target = reached[i];
            var further = new HashSet<string>(
                Names(Expand(target, target.DependsOnTargets)).Concat(target.Children.OfType<ProjectTaskInstance>()
                    .Where(task => Is(task, "CallTarget"))
                    .SelectMany(task => Names(Expand(target, task, "Targets")))),
                StringComparer.OrdinalIgnoreCase);
            reached.AddRange(ours.FindAll(other => further.Contains(other.Name) && !reached.Contains(other)));
        }

        return reached;
    }

    private bool Holds(string condition)
    {
        if (string.IsNullOrWhiteSpace(condition)) return true;
        try
        {
            return project.EvaluateCondition(Existence.Replace(condition, "true"));
        }
        catch (Exception exception) when (exception is InvalidProjectFileException or InvalidOperationException)
        {
            // What only the running build knows, such as metadata, may hold.
            return true;
        }
    }

    private string Expand(ProjectTargetInstance target, ProjectTaskInstance task, string parameter) =>
        task.Parameters.TryGetValue(parameter, out var value) ? Expand(target, value) : "";

    private string Expand(ProjectTargetInstance target, string value) =>
        ProjectText.Expand(project, target.FullPath, value);

    private static IEnumerable<string> Names(string list) =>
        list.Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(static name => name.Trim());

    /// <summary>The words of a command line; an empty one stands where another command begins.</summary>
    private static IEnumerable<string> Words(string command)
    {
        foreach (Match word in Regex.Matches(command, @"""[^""]*""|'[^']*'|[&|;\r\n]+|[^\s&|;""']+"))
        {
            if ("&|;\r\n".IndexOf(word.Value[0]) >= 0) yield return "";
            // What only the running build knows is empty here, and a word all the same.
            else yield return word.Value.Trim('"', '\'') is { Length: > 0 } text ? text : word.Value;
        }
    }

    private static string NameOf(string word)
    {
        var name = word.Substring(word.LastIndexOfAny(['/', '\\']) + 1);
        return Path.GetExtension(name).ToLowerInvariant() is ".exe" or ".cmd" or ".bat"
            ? name.Substring(0, name.LastIndexOf('.'))
            : name;
    }

    private static bool IsProject(string word) => word.EndsWith("proj", StringComparison.OrdinalIgnoreCase)
        && word.LastIndexOf('.') > word.LastIndexOfAny(['/', '\\']);

    private static bool Is(ProjectTaskInstance task, string name) =>
        task.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
