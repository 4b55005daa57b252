namespace DockerGuard.Generation.Stages;

/// <summary>What the compilation reads besides what restore did.</summary>
internal static class SourceLayer
{
    public static void Write(BuildContext context, DockerfileLines lines)
    {
        if (context.WholeBecause is { } reason)
            lines.Add($"# All of the folder, for {DockerfileText.OneLine(reason)}.");
        if (context.SourceFolders[0].Length == 0)
        {
            lines.Add("COPY [\".\", \"./\"]");
            return;
        }

        // Analyzer settings can turn warnings into errors; the wildcard makes the files optional.
        lines.Add("COPY " + DockerfileText.CopyForm(
            [new CopySource(".editorconfig*", true), new CopySource(".globalconfig*", true)], "./"));
        foreach (var group in context.SourceFiles)
            lines.Add("COPY " + DockerfileText.CopyForm(group.Sources, DockerfileText.FolderPath(group.Folder)));
        foreach (var folder in context.SourceFolders)
            lines.Add("COPY " + DockerfileText.CopyForm(folder));
        if (context.History is not { } history) return;
        lines.Add($"# The history, for {DockerfileText.OneLine(history.Caller)}; the image that ships has none of it.");
        lines.Add("COPY " + DockerfileText.CopyForm(history.Folder));
    }
}
