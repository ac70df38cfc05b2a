using System.Globalization;
using System.Text;

namespace Linchpin.Reading.Tests.Documents;

/// <summary>A PDF made by hand for a test: words at stated places in Helvetica, nothing compressed (ISO 32000-1, the least that a reader opens).</summary>
internal sealed class PdfFile
{
    private readonly List<StringBuilder> _pages = [];

    internal PdfFile Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <summary>Words at a place in points from the upper left corner of an A4 page (595 × 842), on that baseline.</summary>
    internal PdfFile Words(double left, double baseline, string words, double size = 11, double grey = 0)
    {
        string escaped = words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT {grey} g /F1 {size} Tf {left} {842 - baseline} Td ({escaped}) Tj ET\n");
        return this;
    }

    /// <summary>Lines under each other.</summary>
    internal PdfFile Lines(double left, double baseline, double size, params string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            Words(left, baseline + (i * size * 1.2), lines[i], size);
        }

        return this;
    }

    /// <summary>Any operators of a page's content.</summary>
    internal PdfFile Draw(string operators)
    {
        _pages[^1].Append(operators).Append('\n');
        return this;
    }

    /// <param name="trailer">More entries of the trailer.</param>
    /// <param name="more">More objects, numbered on after those of the pages.</param>
    internal byte[] Bytes(string trailer = "", params string[] more)
    {
        List<string> objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            $"<</Type/Pages/Count {_pages.Count}/Kids[{string.Join(' ', Enumerable.Range(0, _pages.Count).Select(i => $"{4 + (2 * i)} 0 R"))}]>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        ];
        for (int i = 0; i < _pages.Count; i++)
        {
            objects.Add($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {5 + (2 * i)} 0 R>>");
            objects.Add($"<</Length {_pages[i].Length}>>stream\n{_pages[i]}endstream");
        }

        objects.AddRange(more);
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (int i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (int place in places)
        {
            file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
