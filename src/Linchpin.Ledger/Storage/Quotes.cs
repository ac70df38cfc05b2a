using System.Data;
using System.Data.Common;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Ledger.Storage;

/// <summary>Reads passages from stored texts, part by part: claims that follow each other mostly cite the same document.</summary>
internal sealed class Quotes : IDisposable
{
    private const int MostRead = 16;

    private readonly DbCommand _parts;
    private readonly List<(int Start, string Words)> _read = [];
    private long _source = -1;

    internal Quotes(DbConnection db)
    {
        _parts = db.CreateCommand();
        _parts.CommandText = """
            SELECT start, words FROM text_part WHERE source = @source AND start < @end
                AND start >= coalesce((SELECT max(start) FROM text_part WHERE source = @source AND start <= @start), 0)
            ORDER BY start
            """;
        foreach (string name in (string[])["@source", "@start", "@end"])
        {
            DbParameter number = _parts.CreateParameter();
            (number.ParameterName, number.DbType) = (name, DbType.Int64);
            _parts.Parameters.Add(number);
        }
    }

    /// <summary>The passage's words; <see langword="null"/> where the text has no such place, or other words there than the claim was made from.</summary>
    internal string? Words(long source, Passage at) => Words(source, at.Start, at.End) is { } words && Passage.HashOf(words) == at.QuoteHash ? words : null;

    /// <summary>The words at a place; <see langword="null"/> where the text has no such place.</summary>
    internal string? Words(long source, int first, int end)
    {
        if (first < 0 || end <= first)
        {
            return null;
        }

        if (_source != source || _read.Count > MostRead)
        {
            _read.Clear();
            _source = source;
        }

        int known = _read.FindIndex(r => first >= r.Start && end <= r.Start + r.Words.Length);
        (int start, string text) = known >= 0 ? _read[known] : Read(source, first, end);
        int from = first - start;
        return from >= 0 && end - start <= text.Length ? text[from..(end - start)] : null;
    }

    public void Dispose() => _parts.Dispose();

    private (int Start, string Words) Read(long source, int first, int end)
    {
        _parts.Parameters[0].Value = source;
        _parts.Parameters[1].Value = (long)first;
        _parts.Parameters[2].Value = (long)end;
        var words = new StringBuilder();
        int start = -1;
        using DbDataReader part = _parts.ExecuteReader();
        while (part.Read())
        {
            start = start < 0 ? (int)part.GetInt64(0) : start;
            words.Append(Encoding.UTF8.GetString((byte[])part.GetValue(1)));
        }

        _read.Add((Math.Max(start, 0), words.ToString()));
        return _read[^1];
    }
}
