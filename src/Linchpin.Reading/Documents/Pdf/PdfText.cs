using Linchpin.Claims;

namespace Linchpin.Reading.Documents.Pdf;

/// <summary>PDF to text with its position map, by poppler's <c>pdftotext -bbox-layout</c> in a process of its own.</summary>
internal sealed class PdfText
{
    internal const int MostPages = 10_000;

    private static readonly ProgramLimits Limits = new(2L << 30, 300);

    private readonly byte[] _file;
    private readonly string _fileName;
    private readonly Poppler _poppler;
    private readonly ExtractedText _text;
    private readonly CancellationToken _cancel;
    private int _withoutText;

    private PdfText(byte[] file, string fileName, Poppler poppler, long limit, CancellationToken cancel)
    {
        (_file, _fileName, _poppler, _cancel) = (file, fileName, poppler, cancel);
        _text = new ExtractedText(limit, fileName);
    }

    /// <summary>Whether the bytes are a PDF: its mark stands at their start, or near it where they also end as one does.</summary>
    internal static bool Is(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8) || (file[..Math.Min(file.Length, 1024)].IndexOf("%PDF-"u8) >= 0 && HasEnd(file));

    internal static ExtractedText Read(byte[] file, string fileName, Poppler poppler, long limit, CancellationToken cancel)
    {
        if (!HasEnd(file))
        {
            throw ReadingFaults.Truncated.Because("The PDF has no end mark (%%EOF): a part of it is missing.", fileName);
        }

        var pdf = new PdfText(file, fileName, poppler, limit, cancel);
        pdf.Read();
        return pdf._text;
    }

    private static bool HasEnd(ReadOnlySpan<byte> file) => file[Math.Max(0, file.Length - 4096)..].LastIndexOf("%%EOF"u8) >= 0;

    private void Read()
    {
        List<List<PdfLine>> pages = [];
        ProgramEnd end = ForeignProgram.Run(_poppler.TextProgram(_fileName), ["-bbox-layout", "-enc", "UTF-8", "-l", $"{MostPages + 1}", "-", "-"], _file, Limits, output =>
        {
            foreach (PdfPage page in new BoxLayout(output, _fileName).Pages())
            {
                Add(pages, page);
            }
        }, _cancel);
        Check(end, pages.Count);
        if (pages.Sum(p => p.Count) == 0)
        {
            throw ReadingFaults.NoText.Because($"The PDF has {pages.Count} pages and no text: it is made of pictures.", _fileName);
        }

        if (_withoutText > 0)
        {
            _text.Notes.Add($"{_withoutText} of {pages.Count} pages have no text; what their pictures show is not read");
        }

        PdfLayout.Write(pages, _text, _cancel);
    }

    private void Add(List<List<PdfLine>> pages, PdfPage page)
    {
        _cancel.ThrowIfCancellationRequested();
        if (pages.Count == MostPages)
        {
            throw ReadingFaults.TooLarge.Because($"The PDF has more than {MostPages} pages, which is the limit.", _fileName);
        }

        List<PdfLine> lines = [.. page.Lines.SelectMany(l => Split(page.Number, l))];
        _withoutText += lines.Count == 0 ? 1 : 0;
        _text.Pages.Add(new MapPage(page.Width, page.Height));
        pages.Add(lines);
    }

    /// <summary>A line as the extractor has it, cut at gaps that no justified line has: cells of a table.</summary>
    private static IEnumerable<PdfLine> Split(int page, List<PdfWord> words)
    {
        int from = 0;
        for (int i = 1; i <= words.Count; i++)
        {
            if (i == words.Count || words[i].Left - words[i - 1].Right > 2.2f * Math.Max(words[i].Height, words[i - 1].Height))
            {
                yield return new PdfLine(page, words[from..i]);
                from = i;
            }
        }
    }

    private void Check(ProgramEnd end, int pages)
    {
        if (end.OutOfTime || end.Code is 137 or 152)
        {
            throw ReadingFaults.TooLarge.Because($"pdftotext did not end within {Limits.Seconds} seconds of processor time; {pages} pages were read.", _fileName);
        }

        if (end.Messages.Contains("Incorrect password", StringComparison.Ordinal))
        {
            throw ReadingFaults.Encrypted.Because("The PDF is encrypted, and opens only with a password.", _fileName);
        }

        if (end.Code != 0 || pages == 0)
        {
            throw ReadingFaults.Damaged.Because($"pdftotext could not read it (exit code {end.Code}): {Shown.Short(end.Messages.ReplaceLineEndings(" ").Trim(), 160)}", _fileName);
        }
    }
}
