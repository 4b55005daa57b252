using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DockerGuard.Images.Project;

/// <summary>
/// Build facts as lines of text: a word that says what the line holds, and fields divided by tabs. Whoever reads them
/// is of the same version as who wrote them, so a line that is not understood makes the whole text worthless.
/// </summary>
public static class BuildFactsText
{
    private const string Root = "root", Solution = "solution", Project = "project", Problem = "problem",
        Input = "input", Outside = "outside", Limit = "limit",
        Reference = "reference", Program = "program", Unknown = "unknown", Node = "node",
        Variable = "variable", Property = "property", Asks = "asks", Locked = "locked", Closed = "closed",
        Cleared = "cleared", Given = "given", Tests = "tests", TestHost = "testhost", Withheld = "withheld",
        Packing = "packs", Framework = "ef", Source = "source", Value = "value", Yes = "yes", No = "no",
        OfTarget = "target-file", Script = "target-script", OptionalInput = "optional-input",
        OptionalReference = "optional-reference";

    /// <summary>The lines, each ended by LF.</summary>
    public static string Write(BuildFacts facts)
    {
        if (facts is null) throw new ArgumentNullException(nameof(facts));
        var text = new StringBuilder();
        if (facts.RepositoryRoot is { } root) Line(text, Root, root);
        if (facts.SolutionFolder is { } solution) Line(text, Solution, solution);
        if (facts.SourceLimit is { } limit) Line(text, Limit, limit);
        foreach (var value in facts.ReleaseValues) Line(text, Value, value.Name, value.Here, value.There);
        foreach (var given in facts.Given.Kept) Line(text, Given, given.Key, given.Value);
        foreach (var name in facts.Given.Withheld) Line(text, Withheld, name);
        Write(text, facts.Projects);
        if (facts.TestCount == 0) return text.ToString();
        Line(text, Tests, facts.TestCount.ToString(CultureInfo.InvariantCulture));
        Write(text, facts.Tests);
        return text.ToString();
    }

    private static void Write(StringBuilder text, IReadOnlyList<ProjectInputs> projects)
    {
        foreach (var project in projects)
        {
            Line(text, Project, project.Path);
            if (project.Problem is { } problem) Line(text, Problem, problem);
            if (project.OwnSource is { } source) Line(text, Source, source);
            if (project.EntityFramework is { } version) Line(text, Framework, version);
            foreach (var input in project.Inputs)
            {
                var word = input.IsOptional ? OptionalInput : Input;
                if (input.NamedBy.Length == 0) Line(text, word, input.Kind.ToString(), input.Path, input.Name);
                else Line(text, word, input.Kind.ToString(), input.Path, input.Name, input.NamedBy);
            }

            foreach (var outside in project.OutsideInputs)
            {
                Line(
                    text, Outside, outside.Input.Kind.ToString(), outside.Input.Path, outside.Input.Name,
                    outside.IsNeeded ? Yes : No, outside.Link, outside.Flaw.ToString());
            }

            foreach (var link in project.References)
            {
                Line(
                    text, link.IsOptional ? OptionalReference : Reference, link.Path, link.IsAnalyzer ? Yes : No,
                    link.IsAssembly ? Yes : No);
            }

            foreach (var call in project.Programs)
            {
                Line(
                    text, Program, call.Program, call.Command, call.Target, call.File, call.Directory,
                    call.Moment.ToString(), call.DecidedBy);
            }

            foreach (var file in project.TargetFiles)
            {
                var word = file.IsScript ? Script : OfTarget;
                Line(text, word, file.Path, file.Target, file.Moment.ToString(), file.DecidedBy);
            }

            foreach (var read in project.UnknownReads) Line(text, Unknown, read.Path, read.Target, read.File);
            foreach (var node in project.NodeFolders)
                Line(text, Node, node.Path, node.LockFile ?? "", node.Version ?? "", node.Manager ?? "");
            foreach (var variable in project.FeedVariables) Line(text, Variable, variable.Name, variable.File);
            foreach (var property in project.DecidingProperties) Line(text, Property, property);
            if (project.AsksForFiles) Line(text, Asks);
            if (project.RestoresLocked) Line(text, Locked);
            if (project.HasClosedFeeds) Line(text, Closed);
            if (project.ClearsFeeds) Line(text, Cleared);
            if (project.HasTestHost) Line(text, TestHost);
            if (project.Packs) Line(text, Packing);
        }
    }

    /// <summary>The facts; null for what this version did not write.</summary>
    public static BuildFacts? Read(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        string? root = null, solution = null, limit = null;
        var values = new List<ConfigurationValue>();
        var given = new List<KeyValuePair<string, string>>();
        var withheld = new List<string>();
        var projects = new List<Reading>();
        int? tests = null, count = null;
        foreach (var line in text.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = Fields(line);
            if (fields[0] == Root && fields.Length == 2 && projects.Count == 0) root = fields[1];
            else if (fields[0] == Solution && fields.Length == 2 && projects.Count == 0) solution = fields[1];
            else if (fields[0] == Limit && fields.Length == 2 && projects.Count == 0) limit = fields[1];
            else if (fields[0] == Value && fields.Length == 4 && projects.Count == 0)
                values.Add(new ConfigurationValue(fields[1], fields[2], fields[3]));
            else if (fields[0] == Given && fields.Length == 3 && projects.Count == 0)
                given.Add(new KeyValuePair<string, string>(fields[1], fields[2]));
            else if (fields[0] == Withheld && fields.Length == 2 && projects.Count == 0) withheld.Add(fields[1]);
            else if (fields[0] == Tests && fields.Length == 2 && int.TryParse(fields[1], out var roots))
                (tests, count) = (projects.Count, roots);
            else if (fields[0] == Project && fields.Length == 2) projects.Add(new Reading(fields[1]));
            else if (projects.Count == 0 || !projects[projects.Count - 1].Take(fields)) return null;
        }

        if (projects.Count == 0) return null;
        var all = projects.ConvertAll(static project => project.Done);
        return new BuildFacts
        {
            RepositoryRoot = root,
            SolutionFolder = solution,
            SourceLimit = limit,
            ReleaseValues = values,
            Given = new GivenProperties(given, withheld),
            Projects = all.GetRange(0, tests ?? all.Count),
            Tests = all.GetRange(tests ?? all.Count, all.Count - (tests ?? all.Count)),
            TestCount = count ?? 0,
        };
    }

    /// <summary>One line: fields in which no tab and no line end is left.</summary>
    public static void Line(StringBuilder text, params string[] fields)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        text.Append(string.Join("\t", fields.Select(static field => field
            .Replace("\\", "\\\\")
            .Replace("\t", "\\t")
            .Replace("\n", "\\n")
            .Replace("\r", "\\r")))).Append('\n');
    }

    /// <summary>The fields of a line without its end.</summary>
    public static string[] Fields(string line)
    {
        if (line is null) throw new ArgumentNullException(nameof(line));
        var fields = line.Split('\t');
        return line.IndexOf('\\') < 0 ? fields : Array.ConvertAll(fields, Plain);
    }

    private static string Plain(string field)
    {
        var text = new StringBuilder();
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] != '\\' || i + 1 == field.Length) text.Append(field[i]);
            else text.Append(field[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var c => c });
        }

        return text.ToString();
    }

    private sealed class Reading(string path)
    {
        private static readonly string[] Kinds = Enum.GetNames(typeof(BuildInputKind));

        private readonly List<BuildInput> _inputs = [];
        private readonly List<OutsideInput> _outside = [];
        private readonly List<ProjectLink> _references = [];
        private readonly List<ProgramCall> _programs = [];
        private readonly List<TargetFile> _targetFiles = [];
        private readonly List<UnknownRead> _unknownReads = [];
        private readonly List<NodeFolder> _nodeFolders = [];
        private readonly List<FeedVariable> _variables = [];
        private readonly List<string> _properties = [];
        private bool _asks;
        private bool _isLocked;
        private bool _isClosed;
        private bool _isCleared;
        private bool _hasTestHost;
        private bool _packs;
        private string? _problem;
        private string? _source;
        private string? _framework;

        public ProjectInputs Done => new(path)
        {
            Inputs = _inputs,
            OutsideInputs = _outside,
            References = _references,
            Programs = _programs,
            TargetFiles = _targetFiles,
            UnknownReads = _unknownReads,
            NodeFolders = _nodeFolders,
            FeedVariables = _variables,
            DecidingProperties = _properties,
            AsksForFiles = _asks,
            RestoresLocked = _isLocked,
            HasClosedFeeds = _isClosed,
            ClearsFeeds = _isCleared,
            HasTestHost = _hasTestHost,
            Packs = _packs,
            OwnSource = _source,
            EntityFramework = _framework,
            Problem = _problem,
        };

        private static BuildInputKind? KindOf(string field) =>
            Array.IndexOf(Kinds, field) is >= 0 and var kind ? (BuildInputKind)kind : null;

        private static string? Told(string field) => field.Length > 0 ? field : null;

        public bool Take(string[] fields)
        {
            switch (fields[0])
            {
                case Problem when fields.Length == 2:
                    _problem = fields[1];
                    return true;
                case Source when fields.Length == 2:
                    _source = fields[1];
                    return true;
                case Framework when fields.Length == 2:
                    _framework = fields[1];
                    return true;
                case Input or OptionalInput
                    when fields.Length is 4 or 5 && KindOf(fields[1]) is { } kind:
                    _inputs.Add(new BuildInput(kind, fields[2], fields[3])
                    {
                        IsOptional = fields[0] == OptionalInput,
                        NamedBy = fields.Length > 4 ? fields[4] : "",
                    });
                    return true;
                case Outside when fields.Length == 7
                    && KindOf(fields[1]) is { } kind
                    && Enum.TryParse<LinkFlaw>(fields[6], out var flaw):
                    _outside.Add(new OutsideInput(new BuildInput(kind, fields[2], fields[3]), fields[4] == Yes)
                    {
                        Link = fields[5],
                        Flaw = flaw,
                    });
                    return true;
                case Reference or OptionalReference when fields.Length == 4:
                    _references.Add(new ProjectLink(fields[1], fields[2] == Yes, fields[3] == Yes)
                    {
                        IsOptional = fields[0] == OptionalReference,
                    });
                    return true;
                case Program when fields.Length == 8 && Enum.TryParse<ProgramMoment>(fields[6], out var moment):
                    _programs.Add(new ProgramCall(fields[1], fields[2], fields[3], fields[4], fields[5])
                    {
                        Moment = moment,
                        DecidedBy = fields[7],
                    });
                    return true;
                case OfTarget or Script
                    when fields.Length == 5 && Enum.TryParse<ProgramMoment>(fields[3], out var when):
                    _targetFiles.Add(new TargetFile(fields[1], fields[2], when, fields[4])
                    {
                        IsScript = fields[0] == Script,
                    });
                    return true;
                case Unknown when fields.Length == 4:
                    _unknownReads.Add(new UnknownRead(fields[1], fields[2], fields[3]));
                    return true;
                case Node when fields.Length == 5:
                    _nodeFolders.Add(new NodeFolder(fields[1], Told(fields[2]), Told(fields[3]), Told(fields[4])));
                    return true;
                case Variable when fields.Length == 3:
                    _variables.Add(new FeedVariable(fields[1], fields[2]));
                    return true;
                case Property when fields.Length == 2:
                    _properties.Add(fields[1]);
                    return true;
                case Asks when fields.Length == 1:
                    return _asks = true;
                case Locked when fields.Length == 1:
                    return _isLocked = true;
                case Closed when fields.Length == 1:
                    return _isClosed = true;
                case Cleared when fields.Length == 1:
                    return _isCleared = true;
                case TestHost when fields.Length == 1:
                    return _hasTestHost = true;
                case Packing when fields.Length == 1:
                    return _packs = true;
                default:
                    return false;
            }
        }
    }
}
