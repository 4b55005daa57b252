using System;
using System.Globalization;

namespace DockerGuard.Oci;

/// <summary>
/// Whom a container runs as, read as the engines read it: what stands before the first colon is a number wherever Go's
/// <c>strconv.Atoi</c> takes it for one (moby/sys/user, containerd, the kubelet), else a name.
/// </summary>
public readonly record struct ImageUser
{
    private readonly string _name;

    private ImageUser(string name) => _name = name;

    /// <summary>Reads <c>user[:group]</c>, as a configuration, <c>USER</c> or <c>ContainerUser</c> has it.</summary>
    public static ImageUser Parse(string text)
    {
        if (text is null) throw new ArgumentNullException(nameof(text));
        var colon = text.IndexOf(':');
        return new ImageUser((colon < 0 ? text : text.Substring(0, colon)).Trim());
    }

    /// <summary>True for a decimal number, with a sign or without, such as <c>1654</c> and <c>+0</c>.</summary>
    public bool IsNumeric
    {
        get
        {
            var digits = Digits;
            foreach (var c in digits)
                if (c is not (>= '0' and <= '9')) return false;
            return digits.Length > 0;
        }
    }

    /// <summary>
    /// True for root's name, for its number however it is written (<c>0</c>, <c>00</c>, <c>+0</c>, <c>-0</c>), and for
    /// nothing. Also for multiples of 2^32, which containerd before 1.7.27 takes for 0 (CVE-2024-40635).
    /// </summary>
    public bool IsRoot
    {
        get
        {
            if (_name.Length == 0 || _name == "root") return true;
            if (!IsNumeric) return false;
            return Digits.TrimStart('0').Length == 0
                || (ulong.TryParse(Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    && (uint)number == 0);
        }
    }

    private string Digits => _name.Length > 0 && _name[0] is '+' or '-' ? _name.Substring(1) : _name;
}
