using System.Buffers.Binary;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace Linchpin.Ledger.Storage.Postgres;

/// <summary>Appending to a ledger on a server: rows wait here and go over by COPY, before anything is asked and before the commit.</summary>
internal sealed class PostgresWriting(NpgsqlConnection db) : Writing
{
    private readonly Dictionary<string, CopyRows> _rows = [];

    internal override DbConnection Db
    {
        get
        {
            Send();
            return db;
        }
    }

    internal override Dialect Dialect => PostgresDialect.Only;

    internal override Rows Into(string table, string columns)
    {
        if (!_rows.TryGetValue(table, out CopyRows? rows))
        {
            rows = new CopyRows(db, table, columns);
            _rows.Add(table, rows);
        }

        return rows;
    }

    internal override HashSet<UInt128> Known(IReadOnlyCollection<UInt128> claims) => claims.Count == 0 ? [] :
    [
        .. db.Query<byte[]>("SELECT id FROM claim WHERE id = ANY (@ids)", new { ids = claims.Select(Bytes).ToArray() }).Select(id => BinaryPrimitives.ReadUInt128BigEndian(id)),
    ];

    internal override void Count(IReadOnlyDictionary<string, (long Values, long Passages)> words) => db.Execute(
        """
        INSERT INTO word (word, in_values, in_passages) SELECT * FROM unnest(@words, @values, @passages)
        ON CONFLICT (word) DO UPDATE SET in_values = word.in_values + excluded.in_values, in_passages = word.in_passages + excluded.in_passages
        """,
        new { words = words.Keys.ToArray(), values = words.Values.Select(n => n.Values).ToArray(), passages = words.Values.Select(n => n.Passages).ToArray() });

    /// <summary>Sends all rows that wait.</summary>
    internal void Send()
    {
        foreach (CopyRows rows in _rows.Values)
        {
            rows.Send();
        }
    }

    private static byte[] Bytes(UInt128 id)
    {
        byte[] bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, id);
        return bytes;
    }
}
