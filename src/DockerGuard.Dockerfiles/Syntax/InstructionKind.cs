using System;

namespace DockerGuard.Dockerfiles.Syntax;

/// <summary>The instructions of the Dockerfile language.</summary>
public enum InstructionKind
{
    Unknown,
    From,
    Run,
    Cmd,
    Label,
    Maintainer,
    Expose,
    Env,
    Add,
    Copy,
    Entrypoint,
    Volume,
    User,
    Workdir,
    Arg,
    OnBuild,
    StopSignal,
    Healthcheck,
    Shell,
}

internal static class Keywords
{
    /// <summary>Upper-case keywords; the index is the <see cref="InstructionKind"/>.</summary>
    public static readonly string[] All =
    [
        "", "FROM", "RUN", "CMD", "LABEL", "MAINTAINER", "EXPOSE", "ENV", "ADD", "COPY", "ENTRYPOINT",
        "VOLUME", "USER", "WORKDIR", "ARG", "ONBUILD", "STOPSIGNAL", "HEALTHCHECK", "SHELL",
    ];

    public static InstructionKind Find(string text, int start, int end)
    {
        for (var i = 1; i < All.Length; i++)
        {
            var keyword = All[i];
            if (keyword.Length == end - start
                && string.Compare(text, start, keyword, 0, keyword.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                return (InstructionKind)i;
            }
        }

        return InstructionKind.Unknown;
    }
}
