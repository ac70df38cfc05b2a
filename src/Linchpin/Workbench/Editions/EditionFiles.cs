using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Linchpin.Workbench.Editions;

/// <summary>A whole edition: its files with the manifest, and the hash of it all.</summary>
/// <param name="Files">The files by path, the manifest last.</param>
/// <param name="Hash">SHA-256 in hex over a line for each file but the manifest, <c>HASH  PATH</c> and a line feed, ordered by path: what <c>sha256sum</c> prints.</param>
internal sealed record EditionFiles(IReadOnlyList<EditionFile> Files, string Hash)
{
    /// <summary>Name of the manifest, by which a folder is known as an edition.</summary>
    public const string Manifest = "manifest.json";

    /// <summary>What a manifest says it is.</summary>
    public const string Format = "linchpin edition";

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Bytes of all files.</summary>
    public long Bytes => Files.Sum(f => (long)f.Content.Length);

    /// <summary>The files with their manifest.</summary>
    public static EditionFiles Of(Edition edition, IReadOnlyDictionary<string, byte[]> files)
    {
        List<(string Path, byte[] Content, string Hash)> all = [.. files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value, Convert.ToHexStringLower(SHA256.HashData(f.Value))))];
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(all.Select(f => $"{f.Hash}  {f.Path}\n")))));
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", 1);
            json.WriteString("publisher", edition.Publisher);
            json.WriteString("day", edition.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("handling", "TLP:CLEAR");
            json.WriteString("record", edition.Record);
            json.WriteString("hash", hash);
            json.WriteStartArray("files");
            foreach ((string path, byte[] content, string digest) in all)
            {
                json.WriteStartObject();
                json.WriteString("path", path);
                json.WriteNumber("bytes", content.Length);
                json.WriteString("sha256", digest);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new EditionFiles([.. all.Select(f => new EditionFile(f.Path, f.Content)), new EditionFile(Manifest, bytes.ToArray())], hash);
    }

    /// <summary>Writes files as a ZIP archive, below one folder; the same files give the same bytes.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="folder">Name of the folder in it.</param>
    /// <param name="files">The files.</param>
    public static void Zip(Stream to, string folder, IReadOnlyList<EditionFile> files)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (EditionFile file in files)
        {
            ZipArchiveEntry entry = zip.CreateEntry(folder + "/" + file.Path, CompressionLevel.Optimal);
            entry.LastWriteTime = NoTime;
            using Stream content = entry.Open();
            content.Write(file.Content);
        }
    }
}
