using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Reading;

/// <summary>Where the extracted text of a document stands in its file: which page and box a line of a PDF came from, which paragraph of a DOCX, which part of an e-mail.</summary>
/// <remarks>
/// <para><b>Places</b> count UTF-16 code units of <see cref="Document.Text"/>, as passages do. Text, Markdown and HTML have no map: their text is the decoded source itself.</para>
/// <para><b>Kept</b> beside the original file. With the text it is all that is needed to read the document again as it was first read, whatever a newer extraction would give.</para>
/// </remarks>
/// <param name="Extractor">What made text and map, with its version.</param>
/// <param name="TextHash">SHA-256 of the text in UTF-8, lower-case hex: a map of another text is not this document's map.</param>
/// <param name="Pages">Sizes of the pages, first page first; empty where the format has none.</param>
/// <param name="Parts">Paragraphs, headings, notes and tables in order of the text; they do not overlap.</param>
/// <param name="Lines">Lines with their boxes in order of the text; empty where the format has no pages.</param>
/// <param name="Unread">Pieces that stand in the text and are not read: the marks of notes.</param>
public sealed record PositionMap(
    string Extractor,
    string TextHash,
    IReadOnlyList<MapPage> Pages,
    IReadOnlyList<MapPart> Parts,
    IReadOnlyList<MapLine> Lines,
    IReadOnlyList<Place> Unread)
{
    /// <summary>The lines that a passage touches, in order of the text.</summary>
    public IEnumerable<MapLine> LinesOf(int start, int end)
    {
        for (int i = FirstAfter(Lines.Count, k => Lines[k].End > start); i < Lines.Count && Lines[i].Start < end; i++)
        {
            yield return Lines[i];
        }
    }

    /// <summary>Whether this is the map of that text.</summary>
    public bool Fits(string text) => HashOf(text) == TextHash;

    /// <summary>The map as JSON: places and boxes as arrays, in the order of their fields.</summary>
    public void Write(Stream to)
    {
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteString("extractor", Extractor);
        json.WriteString("text_sha256", TextHash);
        Rows("pages", Pages, page => [page.Width, page.Height]);
        json.WriteStartArray("parts");
        foreach (MapPart part in Parts)
        {
            json.WriteStartArray();
            json.WriteNumberValue(part.Start);
            json.WriteNumberValue(part.End);
            json.WriteStringValue(part.Kind);
            json.WriteNumberValue(part.Number);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        Rows("lines", Lines, line => [line.Start, line.End, line.Page, line.Left, line.Top, line.Right, line.Bottom]);
        Rows("unread", Unread, place => [place.Start, place.End]);
        json.WriteEndObject();

        void Rows<T>(string name, IReadOnlyList<T> rows, Func<T, double[]> cells)
        {
            json.WriteStartArray(name);
            foreach (T row in rows)
            {
                json.WriteStartArray();
                foreach (double cell in cells(row))
                {
                    json.WriteNumberValue(Math.Round(cell, 2));
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
        }
    }

    /// <summary>Reads a map that was written.</summary>
    /// <exception cref="FaultException"><c>reading.map</c></exception>
    public static PositionMap Read(Stream from, string place)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(from, new JsonDocumentOptions { MaxDepth = 4 });
            JsonElement root = json.RootElement;
            return new PositionMap(
                root.GetProperty("extractor").GetString()!,
                root.GetProperty("text_sha256").GetString()!,
                [.. root.GetProperty("pages").EnumerateArray().Select(r => new MapPage(r[0].GetDouble(), r[1].GetDouble()))],
                [.. root.GetProperty("parts").EnumerateArray().Select(r => new MapPart(r[0].GetInt32(), r[1].GetInt32(), r[2].GetString()!, r[3].GetInt32()))],
                [.. root.GetProperty("lines").EnumerateArray().Select(r => new MapLine(r[0].GetInt32(), r[1].GetInt32(), r[2].GetInt32(), r[3].GetDouble(), r[4].GetDouble(), r[5].GetDouble(), r[6].GetDouble()))],
                [.. root.GetProperty("unread").EnumerateArray().Select(r => new Place(r[0].GetInt32(), r[1].GetInt32()))]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw ReadingFaults.Map.Because(Shown.Short(e.Message, 200), place, inner: e);
        }
    }

    internal static string HashOf(string text)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] bytes = new byte[3 * 8192];
        for (int i = 0; i < text.Length; i += 8192)
        {
            hash.AppendData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text.AsSpan(i, Math.Min(8192, text.Length - i)), bytes)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static int FirstAfter(int count, Func<int, bool> isAfter)
    {
        int low = 0, high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = isAfter(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}

/// <summary>The size of a page.</summary>
/// <param name="Width">In points, 72 to the inch.</param>
/// <param name="Height">In points.</param>
public sealed record MapPage(double Width, double Height);

/// <summary>A piece of the text that stands by itself.</summary>
/// <param name="Start">First code unit of the text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Kind"><c>paragraph</c>, <c>title</c>, <c>heading</c>, <c>item</c>, <c>caption</c>, <c>furniture</c>, <c>sidebar</c>, <c>footnote</c>, <c>table</c>, <c>quotation</c>.</param>
/// <param name="Number">The page that it begins on, the paragraph of a DOCX counted from 1 through its parts, or the part of an e-mail counted from 1; 0 for the head of an e-mail.</param>
public sealed record MapPart(int Start, int End, string Kind, int Number);

/// <summary>A line of a page.</summary>
/// <param name="Start">First code unit of the text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Left">Left edge in points from the left of the page.</param>
/// <param name="Top">Upper edge in points from the top of the page.</param>
/// <param name="Right">Right edge in points.</param>
/// <param name="Bottom">Lower edge in points from the top.</param>
public sealed record MapLine(int Start, int End, int Page, double Left, double Top, double Right, double Bottom);
