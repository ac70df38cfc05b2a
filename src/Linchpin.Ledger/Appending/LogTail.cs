using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Appending;

/// <summary>The end of the log, to which entries are added in one transaction.</summary>
internal sealed class LogTail : IDisposable
{
    private const int MostLength = 1 << 20;

    private readonly Statement _add;
    private long _number;
    private byte[] _head;

    internal LogTail(SqliteConnection db, SqliteTransaction transaction, long recorded)
    {
        Recorded = recorded;
        _add = new Statement(db, transaction, 5, "INSERT INTO log (seq, kind, recorded, payload, hash) VALUES (@0, @1, @2, @3, @4)");
        using SqliteCommand last = db.CreateCommand();
        last.Transaction = transaction;
        last.CommandText = "SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1";
        using SqliteDataReader row = last.ExecuteReader();
        (_number, _head) = row.Read() ? (row.GetInt64(0), (byte[])row.GetValue(1)) : (0, Entry.Origin);
    }

    /// <summary>The instant that entries bear: milliseconds since 1970-01-01 UTC. One for a deposit; an archive brings that of each entry.</summary>
    internal long Recorded { get; set; }

    /// <summary>Number of the last entry; 0 where there is none.</summary>
    internal long Number => _number;

    /// <summary>Hash of the last entry, lower-case hex.</summary>
    internal string Head => Convert.ToHexStringLower(_head);

    /// <summary>Adds an entry for what is recorded as JSON.</summary>
    /// <exception cref="FaultException"><c>ledger.too-large</c></exception>
    internal long Add(EntryKind kind, string json) => json.Length <= MostLength ? Add(kind, Payload.Hash(json))
        : throw LedgerFaults.TooLarge.Because($"A {kind.ToString().ToLowerInvariant()} of {json.Length} characters: {Shown.Short(json)}");

    /// <summary>Adds an entry and returns its number, which is also the key of the row that it records.</summary>
    internal long Add(EntryKind kind, byte[] payload)
    {
        _number++;
        _head = Entry.Hash(_head, _number, Recorded, kind, payload);
        _add.Run(_number, (int)kind, Recorded, payload, _head);
        return _number;
    }

    public void Dispose() => _add.Dispose();
}
