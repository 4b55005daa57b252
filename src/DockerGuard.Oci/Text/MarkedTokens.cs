using System;
using System.Text;

namespace DockerGuard.Oci.Text;

/// <summary>Tokens that services mark as theirs by how they begin, so that one is known wherever it stands.</summary>
internal static class MarkedTokens
{
    private const string Mask = "***";

    /// <summary>How each kind begins, with the least of characters that follow, and which.</summary>
    private static readonly Kind[] Kinds =
    [
        // GitHub, GitLab
        new("ghp_", 16), new("gho_", 16), new("ghu_", 16), new("ghs_", 16), new("ghr_", 16), new("github_pat_", 16),
        new("glpat-", 16), new("gldt-", 16), new("glrt-", 16), new("glrtr-", 16), new("glcbt-", 16),
        new("glptt-", 16), new("glft-", 16), new("glimt-", 16), new("glagent-", 16), new("glsoat-", 16),
        new("glffct-", 16), new("gloas-", 16), new("glwt-", 16),
        // Packages and images
        new("npm_", 36), new("pypi-AgE", 16), new("oy2", 43, 43, Letters.SmallAndDigits), new("rubygems_", 40),
        new("dckr_pat_", 16), new("dckr_oat_", 16), new("hf_", 20, Letters.LettersAndDigits),
        // Clouds
        new("AKIA", 16, 16, Letters.CapitalsAndDigits), new("ASIA", 16, 16, Letters.CapitalsAndDigits),
        new("AIza", 35, 35, Letters.Word), new("GOCSPX-", 20), new("ya29.", 20, Letters.Dotted),
        new("dop_v1_", 32), new("doo_v1_", 32), new("dor_v1_", 32), new("hvs.", 20), new("hvb.", 20),
        new("dapi", 32, 34, Letters.SmallAndDigits), new("pul-", 40, 40, Letters.SmallAndDigits),
        new("CFPAT-", 20), new("sbp_", 40), new("pscale_pw_", 20), new("pscale_tkn_", 20),
        // Chats, mail and money
        new("xoxa-", 16), new("xoxb-", 16), new("xoxe-", 16), new("xoxe.", 16, Letters.Dotted), new("xoxo-", 16),
        new("xoxp-", 16), new("xoxr-", 16), new("xoxs-", 16), new("xapp-", 16), new("SG.", 40, Letters.Dotted),
        new("sk_live_", 16), new("rk_live_", 16), new("sk_test_", 16), new("rk_test_", 16), new("whsec_", 20),
        new("shpat_", 20), new("shpca_", 20), new("shppa_", 20), new("shpss_", 20), new("sq0atp-", 20),
        new("sq0csp-", 20),
        // Models, builds and operations
        new("sk-proj-", 16), new("sk-ant-", 16), new("sk-svcacct-", 16), new("sk-or-v1-", 16),
        new("sk-", 40, Letters.LettersAndDigits), new("gsk_", 40, Letters.LettersAndDigits), new("nvapi-", 40),
        new("r8_", 36, Letters.LettersAndDigits), new("xai-", 40, Letters.LettersAndDigits), new("ATATT3", 32),
        new("ATBB", 32, 36, Letters.LettersAndDigits), new("glsa_", 30), new("sntrys_", 20), new("sntryu_", 20),
        new("sgp_", 40), new("PMAK-", 40), new("NRAK-", 20), new("lin_api_", 30), new("dt0c01.", 30, Letters.Dotted),
        new("AGE-SECRET-KEY-1", 40), new("sqp_", 40), new("sqa_", 40), new("squ_", 40),
    ];

    private enum Letters
    {
        Word,
        Dotted,
        LettersAndDigits,
        SmallAndDigits,
        CapitalsAndDigits,
    }

    /// <summary>The text with <c>***</c> for each.</summary>
    public static string Hide(string text)
    {
        foreach (var kind in Kinds)
            if (text.IndexOf(kind.Start, StringComparison.Ordinal) >= 0) text = Hide(text, kind);
        return text;
    }

    /// <summary>True when one is in the text.</summary>
    public static bool AreIn(string text)
    {
        foreach (var kind in Kinds) if (kind.Find(text, 0).Length > 0) return true;
        return false;
    }

    private static string Hide(string text, Kind kind)
    {
        StringBuilder? shown = null;
        for (var done = 0; ;)
        {
            var (at, length) = kind.Find(text, done);
            if (length == 0) return shown is null ? text : shown.Append(text, done, text.Length - done).ToString();
            shown = (shown ?? new StringBuilder()).Append(text, done, at - done).Append(Mask);
            done = at + length;
        }
    }

    private sealed class Kind(string start, int least, int most, Letters letters)
    {
        public Kind(string start, int least, Letters letters = Letters.Word)
            : this(start, least, int.MaxValue, letters)
        {
        }

        public string Start => start;

        public (int At, int Length) Find(string text, int from)
        {
            for (int at; (at = text.IndexOf(start, from, StringComparison.Ordinal)) >= 0; from = at + 1)
            {
                if (IsInWord(text, at)) continue;
                var body = at + start.Length;
                var end = body;
                while (end < text.Length && IsOfToken(text[end])) end++;
                // A stop ends the sentence.
                while (end > body && text[end - 1] == '.') end--;
                if (end - body >= least && end - body <= most && IsMixed(text, body, end)) return (at, end - at);
            }

            return default;
        }

        /// <summary>Behind a letter or a digit no token begins, unless these encode a sign: <c>%2F</c>.</summary>
        private static bool IsInWord(string text, int at) =>
            at > 0 && char.IsLetterOrDigit(text[at - 1]) && !(at > 2 && text[at - 3] == '%');

        /// <summary>Words with hyphens between are no token.</summary>
        private static bool IsMixed(string text, int start, int end)
        {
            for (var i = start; i < end; i++) if (text[i] is (>= '0' and <= '9') or (>= 'A' and <= 'Z')) return true;
            return false;
        }

        private bool IsOfToken(char c) => letters switch
        {
            Letters.CapitalsAndDigits => c is (>= '0' and <= '9') or (>= 'A' and <= 'Z'),
            Letters.SmallAndDigits => c is (>= '0' and <= '9') or (>= 'a' and <= 'z'),
            _ when c is (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => true,
            Letters.LettersAndDigits => false,
            _ => c is '_' or '-' || (c == '.' && letters == Letters.Dotted),
        };
    }
}
