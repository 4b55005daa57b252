using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;

namespace DockerGuard.Rules.Foreign.ShellCheck;

/// <summary>
/// The names a stage's scripts find set: of its ENVs and ARGs so far, of the stages it continues, and of its base
/// image.
/// </summary>
internal sealed class VariableScope(VariableScope? outer)
{
    /// <summary>ARGs that need no declaration. Source: Dockerfile reference, "Predefined ARGs"; hadolint.</summary>
    private static readonly string[] Predefined =
        ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy", "NO_PROXY", "no_proxy"];

    private readonly VariableScope? _outer = outer;
    private readonly HashSet<string> _environment = new(StringComparer.Ordinal);
    private readonly HashSet<string> _arguments = new(StringComparer.Ordinal);

    public void AddEnvironment(IEnumerable<string> names) => _environment.UnionWith(names);

    public void Add(PairInstruction instruction)
    {
        foreach (var pair in instruction.Pairs)
            (instruction is ArgInstruction ? _arguments : _environment).Add(pair.Key.Text);
    }

    /// <summary>
    /// The names a script is to be told of: those it holds, and those it may have meant. All of many would cost
    /// ShellCheck more than a minute.
    /// </summary>
    /// <param name="scope">
    /// The stage, as far as it has been read; null where nothing is known but what Docker itself sets.
    /// </param>
    /// <param name="script">The script.</param>
    /// <param name="isOnBuild">
    /// True when it runs in a build that starts from this image: the environment is there, the arguments are not.
    /// </param>
    public static IReadOnlyList<string> Mentioned(VariableScope? scope, string script, bool isOnBuild)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (word, isVariable) in ShellWords.Of(script))
        {
            if (Array.IndexOf(Predefined, word) >= 0 || scope?.Has(word, isOnBuild) == true) names.Add(word);
            else if (isVariable && word.Length >= ShellWords.ShortestMisspelt)
                AddSimilar(word, scope, isOnBuild, names);
        }

        return [.. names];
    }

    private bool Has(string name, bool isOnBuild)
    {
        for (var scope = this; scope is not null; scope = scope._outer)
            if (scope._environment.Contains(name) || (!isOnBuild && scope._arguments.Contains(name))) return true;
        return false;
    }

    private static void AddSimilar(string word, VariableScope? scope, bool isOnBuild, SortedSet<string> names)
    {
        AddSimilar(word, Predefined, names);
        for (; scope is not null; scope = scope._outer)
        {
            AddSimilar(word, scope._environment, names);
            if (!isOnBuild) AddSimilar(word, scope._arguments, names);
        }
    }

    private static void AddSimilar(string word, IEnumerable<string> candidates, SortedSet<string> names)
    {
        foreach (var name in candidates)
            if (ShellWords.IsName(name) && ShellWords.MayBeMisspelt(word, name)) names.Add(name);
    }
}
