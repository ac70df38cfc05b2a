using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>The numbers of cited passages, within one transaction: one place in one document has one number, however many claims cite it.</summary>
internal sealed class Passages
{
    private readonly Writing _writing;
    private readonly Rows _rows;
    private readonly Dictionary<(long Source, int Start, int End), long> _known = [];
    private readonly HashSet<long> _read = [];
    private readonly long _before;
    private long _last;

    /// <param name="writing">The transaction.</param>
    /// <param name="before">The log's last entry before it.</param>
    internal Passages(Writing writing, long before)
    {
        _writing = writing;
        _before = before;
        _rows = writing.Into("passage", "id, source, start, until");
        _last = writing.Db.ExecuteScalar<long?>("SELECT max(id) FROM passage") ?? 0;
    }

    /// <summary>The passage's number; one is made where it was not cited before.</summary>
    /// <param name="source">The document's entry.</param>
    /// <param name="at">The place.</param>
    /// <param name="quote">Its words, where the text is held.</param>
    internal long Number(long source, Passage at, string? quote)
    {
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
            Index(number, quote);
        }

        return number;
    }

    /// <summary>Lets the passage be found by its words.</summary>
    internal void Index(long passage, string? quote)
    {
        if (quote is not null)
        {
            WordIndex.Passage(_writing, passage, quote);
        }
    }
}
