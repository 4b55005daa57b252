using System;
using System.Globalization;

namespace DockerGuard.Images.Model;

/// <summary>A variable of the image's configuration.</summary>
public sealed record EnvironmentVariable(string Name, string Value);

/// <summary>A label of the image's configuration.</summary>
public sealed record ImageLabel(string Key, string Value);

/// <summary>A port, or a range of ports, the image says it listens on.</summary>
/// <param name="Number">The port, or the first of a range: 0 to 65535.</param>
/// <param name="LastNumber">The last of a range; the port itself when it is one.</param>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c> or <c>sctp</c>.</param>
public sealed record ContainerPort(int Number, int LastNumber, string Protocol)
{
    /// <summary>Reads <c>8080/tcp</c>, <c>8080</c> or <c>8000-8010/tcp</c>; null when it is none of these.</summary>
    public static ContainerPort? TryParse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        var slash = text.IndexOf('/');
        var numbers = slash < 0 ? text : text.Substring(0, slash);
        var dash = numbers.IndexOf('-');
        var first = dash < 0 ? numbers : numbers.Substring(0, dash);
        var last = dash < 0 ? numbers : numbers.Substring(dash + 1);
        return TryReadNumber(first, out var from) && TryReadNumber(last, out var to) && from <= to
            ? new ContainerPort(
                from, to, slash < 0 || slash == text.Length - 1 ? "tcp" : text.Substring(slash + 1).ToLowerInvariant())
            : null;
    }

    private static bool TryReadNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= ushort.MaxValue;
}
