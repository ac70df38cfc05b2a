using System.IO.Compression;

namespace Linchpin.Briefing.Briefs.Word;

/// <summary>A package whose entries carry no clock: the same content is the same bytes, whenever it is written.</summary>
public static class FixedTime
{
    // The first day that a zip file can tell.
    private static readonly DateTimeOffset Day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The package with its entries in order of name, all of that day.</summary>
    public static byte[] Rewrite(byte[] package)
    {
        using var result = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of content types comes first: readers that stream need it.
            foreach (ZipArchiveEntry entry in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                ZipArchiveEntry written = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                written.LastWriteTime = Day;
                using Stream source = entry.Open(), target = written.Open();
                source.CopyTo(target);
            }
        }

        return result.ToArray();
    }
}
