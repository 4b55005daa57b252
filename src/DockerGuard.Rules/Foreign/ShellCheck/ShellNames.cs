using System;
using System.Collections.Generic;
using DockerGuard.Dockerfiles.Evaluation;

namespace DockerGuard.Rules.Foreign.ShellCheck;

/// <summary>The <c>#!</c> line that tells ShellCheck which shell a script is for.</summary>
internal static class ShellNames
{
    /// <summary>
    /// What <c>/bin/sh</c> is, by words in image names. Source: the distributions' packages; the .NET images are Debian
    /// or Ubuntu unless the tag says otherwise.
    /// </summary>
    private static readonly (string Word, string Shell)[] SystemShells =
    [
        ("alpine", "busybox"), ("busybox", "busybox"),
        ("azurelinux", "bash"), ("mariner", "bash"), ("ubi", "bash"), ("rhel", "bash"), ("centos", "bash"),
        ("fedora", "bash"), ("rockylinux", "bash"),
        ("almalinux", "bash"), ("amazonlinux", "bash"), ("oraclelinux", "bash"), ("opensuse", "bash"),
        ("archlinux", "bash"),
        ("debian", "dash"), ("ubuntu", "dash"), ("noble", "dash"), ("jammy", "dash"), ("resolute", "dash"),
        ("bookworm", "dash"), ("bullseye", "dash"),
        ("trixie", "dash"), ("mcr.microsoft.com/dotnet/", "dash"),
    ];

    private static readonly char[] Blanks = [' ', '\t', '\r'];

    /// <summary>
    /// The line for a shell as <c>SHELL</c> or a <c>#!</c> names it; null when ShellCheck knows no such shell.
    /// </summary>
    public static string? Shebang(IReadOnlyList<string> shell)
    {
        // The first one: behind it there are only words for it.
        for (var i = 0; i < shell.Count; i++)
        {
            if (Known(shell[i]) is not { } name) continue;
            return $"#!/bin/{name}{(HasErrexit(shell, i + 1) ? " -e" : "")}";
        }

        return null;
    }

    /// <summary>The words of a script's own first line <c>#!</c>; null when it has none.</summary>
    public static IReadOnlyList<string>? OfScript(string text)
    {
        if (!text.StartsWith("#!", StringComparison.Ordinal)) return null;
        var end = text.IndexOf('\n');
        return (end < 0 ? text.Substring(2) : text.Substring(2, end - 2))
            .Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>
    /// What <c>/bin/sh</c> is in the image a stage starts from: <c>dash</c>, <c>bash</c>, <c>busybox</c>, or plain
    /// <c>sh</c> where nobody knows.
    /// </summary>
    public static string SystemShell(StageEvaluation stage)
    {
        while (stage.BaseStage is { } baseStage) stage = baseStage;
        foreach (var (word, shell) in SystemShells)
            if (stage.ImageName.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) return shell;
        return "sh";
    }

    private static string? Known(string program)
    {
        var name = program.Substring(program.LastIndexOf('/') + 1);
        return name switch
        {
            "sh" or "bash" or "dash" or "ksh" => name,
            "rbash" => "bash",
            // ShellCheck checks ash as dash; what more it can do is told apart by who asks.
            "ash" or "busybox" => "dash",
            "ksh93" or "mksh" => "ksh",
            _ => null,
        };
    }

    private static bool HasErrexit(IReadOnlyList<string> words, int from)
    {
        for (var i = from; i < words.Count; i++)
        {
            var word = words[i];
            if (word == "errexit" || (word.Length > 1 && word[0] == '-' && word[1] != '-' && word.IndexOf('e') > 0))
                return true;
        }

        return false;
    }
}
