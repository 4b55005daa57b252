namespace DockerGuard.Testing;

/// <summary>
/// An npm that installs nothing: it takes a folder with a lock file only, and builds only where it has installed.
/// </summary>
public static class StandInNpm
{
    /// <summary>The program, for a shell.</summary>
    public const string Script = """
        #!/bin/sh
        [ "$2" = --prefix ] && cd "$3"
        case $1 in
            ci) [ -f package-lock.json ] && mkdir node_modules && touch node_modules/.package-lock.json ;;
            run) [ -f node_modules/.package-lock.json ] || exit 1
                eval "$(sed -n 's/.*"build": "\([^"]*\)".*/\1/p' package.json)" ;;
        esac

        """;
}
