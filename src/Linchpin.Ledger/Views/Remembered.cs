using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger.Views;

/// <summary>What was read before and cannot change: claims and publication dates by their entry, merges by what a view may see.</summary>
/// <remarks>It is asked only for entries that a view's query has let through, and for merges by the very labels it may read, so it decides nothing about who reads what.</remarks>
internal sealed class Remembered
{
    private const int MostClaims = 131072, MostMerges = 16;
    private ConcurrentDictionary<long, Claim> _claims = new(), _older = new();
    private int _read;
    private readonly ConcurrentDictionary<long, PartialDate?> _published = new();
    private readonly ConcurrentDictionary<(string, long, long, bool), Merges> _merges = new();

    /// <summary>The claim that the entry records, from its JSON where it was not read before.</summary>
    /// <exception cref="FaultException"><c>ledger.corrupt</c></exception>
    internal Claim Claim(long entry, string json)
    {
        if (_claims.TryGetValue(entry, out Claim? claim))
        {
            return claim;
        }

        // What was not asked for while half of the most were read goes. The dictionary's own count takes all its locks, so it is not asked.
        if (Interlocked.Increment(ref _read) % (MostClaims / 2) == 0)
        {
            (_older, _claims) = (_claims, new());
        }

        return _claims[entry] = _older.TryGetValue(entry, out claim) ? claim : Whole(entry, () => ClaimJson.Read(json));
    }

    /// <summary>When the document or dataset of that entry was published.</summary>
    internal PartialDate? Published(DbConnection db, long entry, Source kind) => _published.GetOrAdd(entry, seq => Whole(seq, () =>
    {
        string json = db.QuerySingle<string>("SELECT json FROM source WHERE seq = @seq", new { seq });
        return kind is DocumentSource ? Payload.ReadDocument(json).Published : Payload.ReadDataset(json).Published;
    }));

    /// <summary>The merges of views with the same labels, last entry and clock: all requests of one reader between two appends.</summary>
    internal Merges Merges((string, long, long, bool) scope, Func<Merges> read)
    {
        if (_merges.Count >= MostMerges)
        {
            _merges.Clear();
        }

        return _merges.GetOrAdd(scope, _ => read());
    }

    /// <summary>What is read from a stored row; a row that cannot be read is damage.</summary>
    internal static T Whole<T>(long entry, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FaultException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw LedgerFaults.Corrupt.Because($"What entry {entry} recorded cannot be read: {Shown.Short(e.Message, 200)}", inner: e);
        }
    }
}
