using System;
using System.Text;

namespace DockerGuard.Oci.Text;

/// <summary>Addresses whose path is the password: hooks of chats, and feeds with a token before their name.</summary>
internal static class AddressPaths
{
    private const string Mask = "***";

    /// <summary>Characters of a token in a feed's path, which no title of a page has as one word.</summary>
    private const int LeastOfToken = 20;

    private const string FeedMark = "/t/";

    /// <summary>Hosts, or ends of their names, and what stands before the secret in their paths.</summary>
    private static readonly Place[] Places =
    [
        new("hooks.slack.com", "/services/"), new("hooks.slack.com", "/workflows/"),
        new("hooks.slack.com", "/triggers/"), new("hooks.slack-gov.com", "/services/"),
        new("api.telegram.org", "/bot", isOneSegment: true), new("discord.com", "/webhooks/"),
        new("discordapp.com", "/webhooks/"), new("webhook.office.com", "/webhookb2/"),
        new("outlook.office.com", "/webhook/"), new("outlook.office365.com", "/webhook/"),
        new("hooks.zapier.com", "/hooks/"), new("maker.ifttt.com", "/key/"), new("make.com", "/", "hook."),
        new("hook.integromat.com", "/"), new("open.feishu.cn", "/hook/"), new("open.larksuite.com", "/hook/"),
        new("hc-ping.com", "/"), new("webhook.site", "/"), new("events.pagerduty.com", "/integration/"),
        new("conda.anaconda.org", FeedMark, isOneSegment: true),
        new("dl.cloudsmith.io", "/", isOneSegment: true), new("myget.org", "/auth/", isOneSegment: true),
        new("packagecloud.io", "/priv/", isOneSegment: true), new("infura.io", "/v3/"),
        new("g.alchemy.com", "/v2/"), new("ingest.signalfx.com", "/v1/webhook/"),
    ];

    private static readonly char[] PathEnds =
        [' ', '\t', '\r', '\n', '"', '\'', '`', '<', '>', '|', '?', '#', '&', ';', '\\'];

    private static readonly char[] Punctuation = [')', ',', '.', '!', ':', ']', '}', '/'];

    /// <summary>The text with <c>***</c> for the secret part of such a path, behind a scheme or none.</summary>
    public static string Hide(string text)
    {
        if (text.IndexOf('/') < 0) return text;
        foreach (var place in Places)
            if (text.IndexOf(place.Host, StringComparison.OrdinalIgnoreCase) >= 0) text = Hide(text, place);
        return text.IndexOf(FeedMark, StringComparison.Ordinal) < 0 ? text : HideOfFeeds(text);
    }

    private static string Hide(string text, Place place)
    {
        StringBuilder? shown = null;
        var done = 0;
        for (int at, from = 0; (at = text.IndexOf(place.Host, from, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            from = at + place.Host.Length;
            var path = from;
            if (path < text.Length && text[path] == ':')
                for (path++; path < text.Length && text[path] is >= '0' and <= '9';) path++;
            if (path == text.Length || text[path] != '/' || !place.IsHostAt(text, at)) continue;
            var end = PathEnd(text, path);
            var mark = text.IndexOf(place.Mark, path, end - path, StringComparison.Ordinal);
            if (mark < 0) continue;
            var start = mark + place.Mark.Length;
            if (place.IsOneSegment) end = SegmentEnd(text, start, end);
            if (!place.IsSecret(text.Substring(start, end - start))) continue;
            shown = (shown ?? new StringBuilder()).Append(text, done, start - done).Append(Mask);
            done = from = end;
            while (done < text.Length && text[done] == '/' && !place.IsOneSegment) done++;
        }

        return shown is null ? text : shown.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Feeds of any host: <c>/t/token/channel</c>. Forums have titles there.</summary>
    private static string HideOfFeeds(string text)
    {
        StringBuilder? shown = null;
        var done = 0;
        for (int at; (at = text.IndexOf(FeedMark, done, StringComparison.Ordinal)) >= 0;)
        {
            var start = at + FeedMark.Length;
            var end = SegmentEnd(text, start, PathEnd(text, start));
            var segment = text.Substring(start, end - start);
            var isToken = Guid.TryParse(segment.Substring(Math.Max(0, segment.Length - 36)), out _)
                || Array.Exists(segment.Split('-', '_'), IsMixed);
            shown = (shown ?? new StringBuilder()).Append(text, done, start - done);
            if (isToken) shown.Append(Mask);
            else shown.Append(segment);
            done = end;
        }

        return shown is null ? text : shown.Append(text, done, text.Length - done).ToString();
    }

    private static bool IsMixed(string word) =>
        word.Length >= LeastOfToken && Array.Exists(word.ToCharArray(), char.IsDigit);

    private static int PathEnd(string text, int start)
    {
        var end = text.IndexOfAny(PathEnds, start);
        if (end < 0) end = text.Length;
        while (end > start && Array.IndexOf(Punctuation, text[end - 1]) >= 0 && !IsVariable(text, start, end)) end--;
        return end;
    }

    private static bool IsVariable(string text, int start, int end) =>
        text[end - 1] == '}' && text.LastIndexOf('{', end - 1, end - start) >= 0;

    private static int SegmentEnd(string text, int start, int end)
    {
        var slash = start < end ? text.IndexOf('/', start, end - start) : -1;
        return slash < 0 ? Math.Max(start, end) : slash;
    }

    private sealed class Place(string host, string mark, string labels = "", bool isOneSegment = false)
    {
        public string Host => host;

        public string Mark => mark;

        public bool IsOneSegment => isOneSegment;

        public bool IsHostAt(string text, int at)
        {
            if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '_')) return false;
            var start = at;
            while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '.')) start--;
            return string.Compare(text, start, labels, 0, labels.Length, StringComparison.OrdinalIgnoreCase) == 0;
        }

        public bool IsSecret(string value)
        {
            if (value.Length == 0 || value is "public" or "basic" or Mask) return false;
            if (mark == "/bot" && !char.IsDigit(value[0])) return false;
            return !Array.TrueForAll(value.Split('/'), SecretSettings.IsReference);
        }
    }
}
