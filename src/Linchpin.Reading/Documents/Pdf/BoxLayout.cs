using System.Globalization;
using System.Net;
using System.Text;

namespace Linchpin.Reading.Documents.Pdf;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> writes, page by page: an element a line, so no parser of markup meets what a PDF put into it.</summary>
internal sealed class BoxLayout(Stream output, string fileName)
{
    private const int LongestLine = 1 << 16;

    private const int MostWordsOnAPage = 200_000;

    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly List<byte> _line = [];
    private int _at, _length;

    internal IEnumerable<PdfPage> Pages()
    {
        PdfPage? page = null;
        List<PdfWord>? line = null;
        int number = 0, words = 0;
        while (Next() is { } text)
        {
            ReadOnlySpan<char> element = text.AsSpan().Trim();
            if (element.StartsWith("<word ") && line is not null)
            {
                if (++words > MostWordsOnAPage)
                {
                    throw ReadingFaults.TooLarge.Because($"Page {number} has more than {MostWordsOnAPage} words, which is the limit of a page.", fileName);
                }

                if (Word(element) is { } word)
                {
                    line.Add(word);
                }
            }
            else if (element.StartsWith("<line "))
            {
                line = [];
            }
            else if (element.StartsWith("</line>") && page is not null && line is not null)
            {
                if (line.Count > 0)
                {
                    page.Lines.Add(line);
                }

                line = null;
            }
            else if (element.StartsWith("<page "))
            {
                page = new PdfPage(++number, Number(element, "width=\""), Number(element, "height=\""), []);
                words = 0;
            }
            else if (element.StartsWith("</page>") && page is not null)
            {
                yield return page;
                page = null;
            }
        }
    }

    private static PdfWord? Word(ReadOnlySpan<char> element)
    {
        int open = element.IndexOf('>'), close = element.LastIndexOf("</word>");
        if (open < 0 || close <= open)
        {
            return null;
        }

        string text = WebUtility.HtmlDecode(element[(open + 1)..close].ToString()).Trim();
        var words = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            words.Append(char.IsControl(c) ? ' ' : char.IsSurrogate(c) || c < '\uFFFE' ? c : '\uFFFD');
        }

        var word = new PdfWord(words.ToString(), Number(element, "xMin=\""), Number(element, "yMin=\""), Number(element, "xMax=\""), Number(element, "yMax=\""));
        return string.IsNullOrWhiteSpace(word.Text) || !(word.Right >= word.Left) || !(word.Bottom > word.Top) ? null : word;
    }

    /// <summary>An attribute's number; 0 where there is none that a page could have.</summary>
    private static float Number(ReadOnlySpan<char> element, string name)
    {
        int at = element.IndexOf(name, StringComparison.Ordinal);
        if (at < 0)
        {
            return 0;
        }

        ReadOnlySpan<char> value = element[(at + name.Length)..];
        int end = value.IndexOf('"');
        return end > 0 && float.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && float.IsFinite(number) && Math.Abs(number) < 1e6f ? number : 0;
    }

    private string? Next()
    {
        _line.Clear();
        while (true)
        {
            if (_at == _length)
            {
                _at = 0;
                _length = output.Read(_buffer, 0, _buffer.Length);
                if (_length == 0)
                {
                    return _line.Count == 0 ? null : Decoded();
                }
            }

            int newline = _buffer.AsSpan(_at, _length - _at).IndexOf((byte)'\n');
            int end = newline < 0 ? _length : _at + newline;
            if (_line.Count + end - _at > LongestLine)
            {
                throw ReadingFaults.TooLarge.Because($"A word of the PDF has more than {LongestLine} bytes.", fileName);
            }

            _line.AddRange(_buffer.AsSpan(_at, end - _at));
            _at = newline < 0 ? end : end + 1;
            if (newline >= 0)
            {
                return Decoded();
            }
        }
    }

    private string Decoded() => Encoding.UTF8.GetString(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_line));
}
