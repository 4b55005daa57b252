using System.Collections.Generic;
using DockerGuard.Dockerfiles.Syntax;
using DockerGuard.Rules.Engine;

namespace DockerGuard.Rules;

/// <summary>The ports of an EXPOSE once variables are expanded.</summary>
internal static class ExposedPorts
{
    /// <summary>Each port with the word it comes from; the text equals the word's where nothing was expanded.</summary>
    public static IEnumerable<(Word Word, string Port)> Of(Instruction expose, FileContext context)
    {
        foreach (var word in expose.Words)
        {
            var isPlain = !word.HasVariables || expose.Stage is null;
            foreach (var port in isPlain
                ? [word.Value]
                : context.Build[expose.Stage!].Expand(word.Text, expose).Split(' '))
            {
                yield return (word, port);
            }
        }
    }
}
