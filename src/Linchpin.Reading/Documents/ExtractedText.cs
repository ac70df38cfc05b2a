using System.Text;
using Linchpin.Claims;

namespace Linchpin.Reading.Documents;

/// <summary>The text of a document whose file is no text, as it is put together: parts and lines with the places they came from.</summary>
internal sealed class ExtractedText
{
    private readonly StringBuilder _text = new();
    private readonly List<MapPart> _parts = [];
    private readonly List<MapLine> _lines = [];
    private readonly List<Place> _unread = [];
    private readonly long _limit;
    private readonly string _fileName;
    private int _partStart;

    /// <param name="limit">Most characters of text; the fault says so where there are more.</param>
    /// <param name="fileName">For the fault.</param>
    internal ExtractedText(long limit, string fileName) => (_limit, _fileName) = (limit, fileName);

    internal string? Title { get; set; }

    internal string? Publisher { get; set; }

    internal PartialDate? Published { get; set; }

    internal string? PublishedBasis { get; set; }

    /// <summary>What the reader should know and no fault says: pages without text, attachments that were not opened.</summary>
    internal List<string> Notes { get; } = [];

    internal List<MapPage> Pages { get; } = [];

    internal int Length => _text.Length;

    /// <summary>Begins a part; an empty one leaves no trace.</summary>
    internal void Begin()
    {
        if (_text.Length > 0)
        {
            _text.Append("\n\n");
        }

        _partStart = _text.Length;
    }

    internal void Add(ReadOnlySpan<char> words)
    {
        CheckRoom(_text.Length + (long)words.Length);
        _text.Append(words);
    }

    /// <summary>Ends with a fault where a text of that length is above the limit.</summary>
    internal void CheckRoom(long length)
    {
        if (length > _limit)
        {
            throw ReadingFaults.TooLarge.Because($"The document has more than {_limit} characters of text, which is the limit.", _fileName);
        }
    }

    /// <summary>Adds words that stand in the text and are not read.</summary>
    internal void AddUnread(ReadOnlySpan<char> words)
    {
        int start = _text.Length;
        Add(words);
        _unread.Add(new Place(start, _text.Length));
    }

    internal void AddLine(MapLine line) => _lines.Add(line);

    internal void End(string kind, int number)
    {
        int end = _text.Length;
        while (end > _partStart && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        _text.Length = end;
        if (end > _partStart)
        {
            _parts.Add(new MapPart(_partStart, end, kind, number));
        }
        else if (_partStart > 0)
        {
            _text.Length = _partStart - 2;
        }
    }

    internal (string Text, PositionMap Map) Whole(string extractor)
    {
        string text = _text.ToString();
        return (text, new PositionMap(extractor, PositionMap.HashOf(text), Pages, _parts, _lines, _unread));
    }
}
