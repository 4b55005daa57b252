using System.Collections.Generic;
using System.Linq;
using System.Text;
using DockerGuard.Dockerfiles.IgnoreFiles;
using DockerGuard.Images.Project;

namespace DockerGuard.Generation;

/// <summary>What stays out of the build context, and nothing that the build reads or ships.</summary>
internal static class IgnoreFileText
{
    /// <param name="context">What the build needs.</param>
    /// <param name="copyGlobalJson">Whether global.json goes into the build.</param>
    public static string Of(BuildContext context, bool copyGlobalJson)
    {
        IEnumerable<string> patterns = IgnoredByHabit.Lines;
        if (context.OutputFolders.Count > 0)
            patterns = patterns.Append("# output of this build").Concat(context.OutputFolders.Select(Escape));
        if (!copyGlobalJson) patterns = patterns.Concat(["# the tag of the SDK image pins the SDK", "**/global.json"]);
        var text = string.Join("\n", patterns) + "\n";
        var ignored = IgnoreFile.Parse(text);
        var kept = context.Files.Where(ignored.IsIgnored).Select(Escape)
            .Concat(context.OwnFiles.Where(ignored.IsIgnored).Select(path => Escape(FolderOf(path, ignored))))
            .Concat(context.History is { } history ? [Escape(history.Folder), Escape(history.Folder) + "/**"] : [])
            // The two stars, for an exception of a folder that is not hidden says nothing of what is hidden in it.
            .Concat(context.WebRoots.Select(static path => Escape(path) + "/**"))
            .Distinct()
            .Select(static path => "!" + path)
            .ToArray();
        if (kept.Length > 0) text += "# what the build reads all the same\n" + string.Join("\n", kept) + "\n";
        return GeneratedFileHeader.Mark("", text);
    }

    /// <summary>The folder that is hidden with all that will ever be in it, or the file that is.</summary>
    private static string FolderOf(string path, IgnoreFile ignored)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
            if (ignored.IsIgnored(path.Substring(0, slash))) return path.Substring(0, slash);
        return path;
    }

    private static string Escape(string path)
    {
        var text = new StringBuilder();
        foreach (var c in path)
        {
            if (c is '*' or '?' or '[' or '\\') text.Append('\\');
            text.Append(c);
        }

        return text.ToString();
    }
}
