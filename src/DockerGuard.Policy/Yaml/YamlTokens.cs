using System.IO;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace DockerGuard.Policy.Yaml;

/// <summary>
/// The tokens of a YAML text, one at a time. A token is scanned when it is first looked at, so that an error in the
/// text comes after all that stands before it.
/// </summary>
/// <remarks>
/// The library's own parser of these tokens is not used: it compiles a regular expression at run time, for tags and
/// anchors that no policy has, and that cost every build more than all the rest of its policy.
/// </remarks>
internal sealed class YamlTokens(string text)
{
    private readonly Scanner _scanner = new(new StringReader(text));

    /// <summary>The token to be read next; at the end of the text the one that says so.</summary>
    /// <exception cref="YamlException">The text here is no token.</exception>
    public Token Current
    {
        get
        {
            if (_scanner.Current is null) _scanner.MoveNextWithoutConsuming();
            return _scanner.Current!;
        }
    }

    /// <summary>Where the scanner stands, which is behind the current token.</summary>
    public Mark Position => _scanner.CurrentPosition;

    /// <summary>Where the last thing ends that was taken.</summary>
    public Mark End { get; set; }

    /// <summary>Passes over a token that only separates: a dash, a comma, a colon.</summary>
    public void Skip() => _scanner.ConsumeCurrent();

    /// <summary>Takes a token that is a part of the tree: text, or where a list or a map starts or ends.</summary>
    public void Take()
    {
        End = Current.End;
        Skip();
    }

    /// <summary>
    /// An error at the current token; the sentence is ours, or the scanner's where the token is an error.
    /// </summary>
    public YamlException Broken(string message) => new(Current.Start, Current.End, message);
}
