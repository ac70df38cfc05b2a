using Linchpin.Claims;

namespace Linchpin.Reading.Documents.Pdf;

/// <summary>PDF to text with its position map, by poppler's <c>pdftotext -bbox-layout</c> in a process of its own.</summary>
internal sealed class PdfText
{
    internal const int MostPages = 10_000;

    private const long Memory = 2L << 30;

    private readonly byte[] _file;
    private readonly string _fileName;
    private readonly Poppler _poppler;
    private readonly ExtractedText _text;
    private readonly CancellationToken _cancel;
    private readonly ProgramLimits _limits;
    private long _letters;

    private PdfText(byte[] file, string fileName, Poppler poppler, long limit, CancellationToken cancel)
    {
        (_file, _fileName, _poppler, _cancel) = (file, fileName, poppler, cancel);

        // Five thousand pages of text, 30 MB, take seven seconds; a small file that takes long is broken or means harm.
        _limits = new ProgramLimits(Memory, Math.Min(300, 20 + (int)(10L * file.Length / 1_000_000)));
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
        var pages = new List<PdfPage>();
        ProgramEnd end = ForeignProgram.Run(_poppler.TextProgram(_fileName), ["-bbox-layout", "-enc", "UTF-8", "-l", $"{MostPages + 1}", "-", "-"], _file, _limits, output =>
        {
            foreach (PdfPage page in new BoxLayout(output, _fileName).Pages())
            {
                Add(pages, page);
            }
        }, _cancel);
        Check(end, pages.Count);
        if (pages.All(p => p.Lines.Count == 0))
        {
            throw ReadingFaults.NoText.Because($"The PDF has {pages.Count} pages and no text: it is made of pictures.", _fileName);
        }

        int without = pages.Count(p => p.Lines.Count == 0);
        if (without > 0)
        {
            _text.Notes.Add($"{without} of {pages.Count} pages have no text; what their pictures show is not read");
        }

        LeaveOutUnseen(pages);
        _text.Pages.AddRange(pages.Select(p => new MapPage(p.Width, p.Height)));
        PdfLayout.Write([.. pages.Select(p => p.Lines.Where(l => l.Count > 0).SelectMany(l => Split(p.Number, l)).ToList())], _text, _cancel);
    }

    private void Add(List<PdfPage> pages, PdfPage page)
    {
        _cancel.ThrowIfCancellationRequested();
        if (pages.Count == MostPages)
        {
            throw ReadingFaults.TooLarge.Because($"The PDF has more than {MostPages} pages, which is the limit.", _fileName);
        }

        _letters += page.Lines.Sum(l => l.Sum(w => w.Text.Length));
        _text.CheckRoom(_letters);
        pages.Add(page);
    }

    /// <summary>Takes out the words that nobody sees who looks at the page.</summary>
    private void LeaveOutUnseen(List<PdfPage> pages)
    {
        int drawn = 0, unseen = 0;
        ForeignProgram.Run(_poppler.PictureProgram(_fileName), ["-gray", "-scale-to", $"{PageShades.Side}", "-l", $"{pages.Count}", "-"], _file, _limits, output =>
        {
            var shades = new PageShades(output);
            while (drawn < pages.Count && shades.Next())
            {
                _cancel.ThrowIfCancellationRequested();
                PdfPage page = pages[drawn++];
                foreach (List<PdfWord> line in page.Lines)
                {
                    unseen += line.RemoveAll(w => w.Text.Any(char.IsLetterOrDigit) && !shades.Shows(w, page));
                }
            }
        }, _cancel);
        if (unseen > 0)
        {
            _text.Notes.Add($"{unseen} words that nobody sees on the page were left out");
        }

        if (drawn < pages.Count)
        {
            _text.Notes.Add($"pages {drawn + 1} to {pages.Count} could not be drawn: words hidden on them could not be told from others");
        }
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
            throw ReadingFaults.TooLarge.Because($"pdftotext did not end within {_limits.Seconds} seconds of processor time; {pages} pages were read.", _fileName);
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
