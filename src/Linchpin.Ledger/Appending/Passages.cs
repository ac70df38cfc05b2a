using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>The numbers of cited passages, within one transaction: one place in one document has one number, however many claims cite it.</summary>
internal sealed class Passages
{
    private const int MostKnown = 200_000;

    private readonly Writing _writing;
    private readonly WordIndex _words;
    private readonly Rows _rows;
    private readonly Dictionary<(long Source, int Start, int End), long> _known = [];
    private readonly HashSet<long> _read = [];
    private long _before;
    private long _last;

    /// <param name="writing">The transaction.</param>
    /// <param name="words">Where passages are indexed.</param>
    /// <param name="before">The log's last entry before it.</param>
    internal Passages(Writing writing, WordIndex words, long before)
    {
        _writing = writing;
        _words = words;
        _before = before;
        _rows = writing.Into("passage", "id, source, start, until");
        _last = writing.Db.ExecuteScalar<long?>("SELECT max(id) FROM passage") ?? 0;
    }

    /// <summary>The passage's number; one is made where it was not cited before.</summary>
    /// <param name="source">The document's entry.</param>
    /// <param name="at">The place.</param>
    /// <param name="quote">What it is found by, where the text is held.</param>
    /// <param name="handling">The number of the document's labels.</param>
    internal long Number(long source, Passage at, SoughtBy? quote, long handling)
    {
        if (_known.Count > MostKnown)
        {
            // Those of this transaction are in the store too, and are read from there when they are wanted again.
            _known.Clear();
            _read.Clear();
            _before = long.MaxValue;
        }

        if (source <= _before && _read.Add(source))
        {
            foreach ((long id, int start, int end) in DocumentText.Passages(_writing.Db, source))
            {
                _known[(source, start, end)] = id;
            }
        }

        if (!_known.TryGetValue((source, at.Start, at.End), out long number))
        {
            number = ++_last;
            _known.Add((source, at.Start, at.End), number);
            _rows.Number(number).Number(source).Number(at.Start).Number(at.End).End();
            if (quote is { } by)
            {
                _words.Passage(number, by, handling);
            }
        }

        return number;
    }
}
