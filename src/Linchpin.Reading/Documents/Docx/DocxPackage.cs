using System.IO.Compression;
using System.Xml;
using Linchpin.Claims;

namespace Linchpin.Reading.Documents.Docx;

/// <summary>The parts of a DOCX as XML, read within limits: nothing is unpacked to disk, no relationship is followed out of the file, no DTD is read.</summary>
internal sealed class DocxPackage : IDisposable
{
    /// <summary>Most bytes of markup that are read of one file, all parts together.</summary>
    internal const long MostMarkup = 512L << 20;

    private const int MostEntries = 10_000;

    /// <summary>How often markup of a document may repeat itself: Word's own files unpack to ten or thirty times their length.</summary>
    private const int MostRatio = 200;

    /// <summary>Up to this length any ratio is harmless.</summary>
    private const long NoBomb = 16 << 20;

    private const int DeepestNesting = 512;

    private static readonly byte[] EntryMark = [0x50, 0x4B, 0x01, 0x02];

    private readonly ZipArchive _archive;
    private readonly string _fileName;
    private readonly CancellationToken _cancel;
    private long _left = MostMarkup;

    private DocxPackage(ZipArchive archive, string fileName, CancellationToken cancel) => (_archive, _fileName, _cancel) = (archive, fileName, cancel);

    /// <summary>Opens the file, or says why it is no DOCX.</summary>
    internal static DocxPackage Open(byte[] file, string fileName, CancellationToken cancel)
    {
        // Counted before the archive's own reader makes an object of each.
        int entries = 0;
        for (int at = 0, step; (step = file.AsSpan(at).IndexOf(EntryMark)) >= 0; at += step + 4)
        {
            if (++entries > MostEntries)
            {
                throw ReadingFaults.TooLarge.Because($"The archive has more than {MostEntries} entries, which is the limit.", fileName);
            }
        }

        try
        {
            // The list of entries is read when it is first asked for: now, so that a broken one is told here.
            var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            _ = archive.Entries;
            return new DocxPackage(archive, fileName, cancel);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw ReadingFaults.Truncated.Because($"The archive cannot be opened: {Shown.Short(e.Message, 160)}", fileName, inner: e);
        }
    }

    /// <summary>The path of the main part.</summary>
    /// <exception cref="FaultException"><c>reading.binary</c></exception>
    internal string MainPart()
    {
        string? main = null;
        Walk("_rels/.rels", reader =>
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true)
            {
                main ??= reader.GetAttribute("Target")?.TrimStart('/');
            }
        });
        main = main is not null && Has(main) ? main : "word/document.xml";
        return Has(main) && !main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) && !main.StartsWith("xl/", StringComparison.Ordinal) && !main.StartsWith("ppt/", StringComparison.Ordinal) ? main
            : throw ReadingFaults.Binary.Because("The document is an archive and no DOCX: it has no part word/document.xml.", _fileName);
    }

    internal bool Has(string part) => _archive.GetEntry(part) is not null;

    /// <summary>Shows each node of a part, in order; nothing where the part is missing.</summary>
    internal void Walk(string part, Action<XmlReader> show)
    {
        if (_archive.GetEntry(part) is not { } entry)
        {
            return;
        }

        try
        {
            // What the archive declares is what its reader unpacks at most: a bomb is known before it is opened.
            if (entry.Length > _left || (entry.Length > NoBomb && entry.Length / MostRatio > entry.CompressedLength))
            {
                throw ReadingFaults.TooLarge.Because($"The part {part} unpacks from {entry.CompressedLength} bytes to {entry.Length}; at most {MostMarkup >> 20} MiB are read, and at most {MostRatio} times the packed length.", _fileName);
            }

            using Stream content = entry.Open();
            using var bounded = new BoundedMarkup(content, _left, _fileName);
            using XmlReader reader = XmlReader.Create(bounded, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = false,
            });
            while (reader.Read())
            {
                _cancel.ThrowIfCancellationRequested();
                if (reader.Depth > DeepestNesting)
                {
                    throw ReadingFaults.TooDeep.Because($"Elements of {part} are nested more than {DeepestNesting} deep.", _fileName);
                }

                show(reader);
            }

            _left -= bounded.Taken;
        }
        catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw ReadingFaults.Damaged.Because($"The part {part} declares a document type, as no DOCX does: entities are not expanded.", _fileName, inner: e);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            throw ReadingFaults.Damaged.Because($"The part {part} cannot be read: {Shown.Short(e.Message, 160)}", _fileName, inner: e);
        }
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>A stream of markup that ends with a fault where it is longer than what is left, or where one tag or text is longer than any of a document.</summary>
    private sealed class BoundedMarkup(Stream content, long most, string fileName) : Stream
    {
        private const int LongestPiece = 4 << 20;

        private long _piece;

        internal long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Taken; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int n = content.Read(buffer, offset, Math.Min(count, 1 << 16));
            Taken += n;
            int last = buffer.AsSpan(offset, n).LastIndexOfAny((byte)'<', (byte)'>');
            _piece = last < 0 ? _piece + n : n - last;
            return Taken > most ? throw ReadingFaults.TooLarge.Because($"The markup of the document unpacks to more than {MostMarkup >> 20} MiB, which is the limit.", fileName)
                : _piece > LongestPiece ? throw ReadingFaults.TooLarge.Because($"A tag or a text of the markup has more than {LongestPiece >> 20} MiB, which is the limit.", fileName)
                : n;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
