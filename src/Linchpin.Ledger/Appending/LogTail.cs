using System.Security.Cryptography;
using System.Text;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>The end of the log, to which entries are added in one transaction.</summary>
internal sealed class LogTail
{
    private const int MostLength = 1 << 20;

    private readonly Rows _rows;
    private readonly byte[] _head = new byte[32];
    private long _number;

    internal LogTail(Writing writing, long recorded)
    {
        Recorded = recorded;
        _rows = writing.Into("log", "seq, kind, recorded, payload, hash");
        (long number, byte[]? head) = writing.Db.QuerySingleOrDefault<(long, byte[]?)>("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1");
        Before = _number = number;
        (head ?? Entry.Origin).CopyTo(_head, 0);
    }

    /// <summary>Number of the last entry before this transaction.</summary>
    internal long Before { get; }

    /// <summary>The instant that entries bear: milliseconds since 1970-01-01 UTC. One for a deposit; an archive brings that of each entry.</summary>
    internal long Recorded { get; set; }

    /// <summary>Number of the last entry; 0 where there is none.</summary>
    internal long Number => _number;

    /// <summary>Hash of the last entry, lower-case hex.</summary>
    internal string Head => Convert.ToHexStringLower(_head);

    /// <summary>Adds an entry for what is recorded as JSON.</summary>
    /// <exception cref="FaultException"><c>ledger.too-large</c></exception>
    internal long Add(EntryKind kind, string json)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        return Add(kind, utf8, SHA256.HashData(utf8));
    }

    /// <summary>Adds an entry for what is recorded as JSON in UTF-8, hashed already.</summary>
    /// <exception cref="FaultException"><c>ledger.too-large</c></exception>
    internal long Add(EntryKind kind, ReadOnlySpan<byte> json, ReadOnlySpan<byte> payload)
    {
        if (json.Length > MostLength)
        {
            throw LedgerFaults.TooLarge.Because(
                $"A {kind.ToString().ToLowerInvariant()} of {json.Length} bytes: {Shown.Short(Encoding.UTF8.GetString(json[..1000]))}");
        }

        return AddHash(kind, payload);
    }

    /// <summary>Adds an entry by the payload's hash and returns its number, which is also the key of the row that it records.</summary>
    internal long AddHash(EntryKind kind, ReadOnlySpan<byte> payload)
    {
        _number++;
        Entry.Hash(_head, _number, Recorded, kind, payload, _head);
        _rows.Number(_number).Number((int)kind).Number(Recorded).Blob(payload).Blob(_head).End();
        return _number;
    }
}
