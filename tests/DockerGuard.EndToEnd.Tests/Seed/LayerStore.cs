using System;
using System.Formats.Tar;
using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace DockerGuard.EndToEnd.Tests.Seed;

/// <summary>
/// A compressed layer on the disk. <paramref name="DiffId"/> is the digest of the tar, <paramref name="Digest"/> that
/// of the gzip.
/// </summary>
internal sealed record Layer(string File, string Digest, string DiffId, long Size);

/// <summary>Makes layers, and keeps them from run to run: packing the SDK is the slow part of seeding.</summary>
internal sealed class LayerStore
{
    private static readonly TimeSpan KeptUnused = TimeSpan.FromDays(2);
    private static readonly DateTimeOffset EntryTime = DateTimeOffset.UnixEpoch;

    private readonly string _folder =
        Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "dockerguard-e2e-layers")).FullName;

    public async Task<Layer> GetOrCreateAsync(FileTree tree)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("1\n" + tree.Describe())));
        var file = Path.Combine(_folder, key + ".tar.gz");
        var description = Path.Combine(_folder, key + ".json");
        if (File.Exists(description) && File.Exists(file))
        {
            File.SetLastAccessTimeUtc(description, DateTime.UtcNow);
            File.SetLastAccessTimeUtc(file, DateTime.UtcNow);
            return JsonSerializer.Deserialize<Layer>(await File.ReadAllTextAsync(description))!;
        }

        // Under a name of its own first: another test process may be making the same layer.
        var partial = Path.Combine(_folder, Path.GetRandomFileName());
        var layer = await Task.Run(() => Write(tree, partial) with { File = file });
        File.Move(partial, file, overwrite: true);
        await File.WriteAllTextAsync(partial, JsonSerializer.Serialize(layer));
        File.Move(partial, description, overwrite: true);
        return layer;
    }

    public void RemoveUnused()
    {
        foreach (var file in Directory.EnumerateFiles(_folder))
            if (File.GetLastAccessTimeUtc(file) < DateTime.UtcNow - KeptUnused) File.Delete(file);
    }

    private static Layer Write(FileTree tree, string path)
    {
        using (var file = File.Create(path))
        using (var compressedHash = new HashingStream(file))
        {
            string diffId;
            using (var gzip = new GZipStream(compressedHash, CompressionLevel.Fastest, leaveOpen: true))
            using (var tarHash = new HashingStream(gzip))
            {
                using (var tar = new TarWriter(tarHash, TarEntryFormat.Gnu, leaveOpen: true))
                    foreach (var (name, entry) in tree.Entries) Write(tar, name, entry);

                diffId = tarHash.Digest();
            }

            return new Layer(path, compressedHash.Digest(), diffId, file.Length);
        }
    }

    private static void Write(TarWriter tar, string name, FileTreeEntry entry)
    {
        var type = entry.LinkTarget is not null ? TarEntryType.SymbolicLink
            : entry.IsFolder ? TarEntryType.Directory
            : TarEntryType.RegularFile;
        var written = new GnuTarEntry(type, entry.IsFolder ? name + "/" : name)
        {
            Mode = entry.Mode,
            Uid = entry.Owner,
            Gid = entry.Owner,
            ModificationTime = EntryTime,
            AccessTime = EntryTime,
            ChangeTime = EntryTime,
        };
        if (entry.LinkTarget is not null) written.LinkName = entry.LinkTarget;

        using Stream? content = entry.SourceFile is not null ? File.OpenRead(entry.SourceFile)
            : entry.Text is not null ? new MemoryStream(Encoding.UTF8.GetBytes(entry.Text))
            : null;
        if (content is not null) written.DataStream = content;

        tar.WriteEntry(written);
    }

    /// <summary>Passes everything on and knows its digest in the end.</summary>
    private sealed class HashingStream(Stream inner) : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get =>
            throw new NotSupportedException(); set => throw new NotSupportedException();
        }

        public string Digest() => "sha256:" + Convert.ToHexStringLower(_hash.GetHashAndReset());

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _hash.AppendData(buffer);
            inner.Write(buffer);
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) _hash.Dispose();

            base.Dispose(disposing);
        }
    }
}
