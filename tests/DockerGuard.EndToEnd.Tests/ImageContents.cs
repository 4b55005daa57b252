using System;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DockerGuard.Testing;

namespace DockerGuard.EndToEnd.Tests;

/// <summary>
/// What can be told of an image, a line each: its configuration, and the files of its working directory with mode,
/// owner and hash.
/// </summary>
internal static class ImageContents
{
    public static async Task<SortedDictionary<string, string>> ReadAsync(ContainerEngine engine, string image)
    {
        var inspected = await engine.InspectImageAsync(image);
        var config = inspected["Config"]!;
        var folder = Text(config["WorkingDir"]);
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["user"] = Text(config["User"]),
            ["working directory"] = folder,
            ["entry point"] = Words(config["Entrypoint"]),
            ["command"] = Words(config["Cmd"]),
            ["stop signal"] = Text(config["StopSignal"]),
            ["health check"] = config["Healthcheck"]?.ToJsonString() ?? "",
            ["platform"] = $"{inspected["Os"]}/{inspected["Architecture"]}",
        };
        foreach (var variable in (config["Env"] as JsonArray ?? []).Select(Text))
            all["variable " + variable.Split('=')[0]] = variable[(variable.IndexOf('=') + 1)..];
        foreach (var (name, value) in config["Labels"] as JsonObject ?? []) all["label " + name] = Text(value);
        foreach (var (port, _) in config["ExposedPorts"] as JsonObject ?? []) all["port " + port] = "exposed";
        foreach (var (volume, _) in config["Volumes"] as JsonObject ?? []) all["volume " + volume] = "declared";
        await AddFilesAsync(engine, image, folder.Trim('/'), all);
        return all;
    }

    private static async Task AddFilesAsync(
        ContainerEngine engine, string image, string folder, SortedDictionary<string, string> all)
    {
        using var temporary = new TemporaryFolder();
        var id = (await engine.RunClientAsync(["create", image, "never"])).EnsureSuccess().Output.Trim();
        (await engine.RunClientAsync(["export", "--output", temporary["files.tar"], id])).EnsureSuccess();
        (await engine.RunClientAsync(["rm", id])).EnsureSuccess();
        await using var file = File.OpenRead(temporary["files.tar"]);
        await using var tar = new TarReader(file);
        while (await tar.GetNextEntryAsync() is { } entry)
        {
            var path = entry.Name.Trim('/');
            if (path != folder && !path.StartsWith(folder + "/", StringComparison.Ordinal)) continue;
            var name = path == folder ? "." : path[(folder.Length + 1)..];
            all["file " + name] = entry.EntryType switch
            {
                TarEntryType.Directory => "folder",
                TarEntryType.SymbolicLink or TarEntryType.HardLink => "link to " + entry.LinkName,
                _ => Convert.ToHexStringLower(await SHA256.HashDataAsync(entry.DataStream ?? Stream.Null)),
            };
            all["mode of " + name] = Convert.ToString((int)entry.Mode, 8);
            all["owner of " + name] = $"{entry.Uid}:{entry.Gid}";
        }
    }

    private static string Text(JsonNode? node) => (string?)node ?? "";

    private static string Words(JsonNode? node) => string.Join(" ", (node as JsonArray ?? []).Select(Text));
}
