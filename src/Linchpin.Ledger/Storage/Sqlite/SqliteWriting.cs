using System.Buffers.Binary;
using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Linchpin.Ledger.Storage.Sqlite;

/// <summary>Appending to a ledger file: each row at once, by statements that are prepared as long as the file is open.</summary>
internal sealed class SqliteWriting(SqliteConnection db) : Writing, IDisposable
{
    private readonly Dictionary<string, SqliteRows> _rows = [];
    private sqlite3_stmt? _known;

    internal override DbConnection Db => db;

    internal override Dialect Dialect => SqliteDialect.Only;

    /// <summary>A new transaction: what a failed one left half bound is forgotten.</summary>
    internal void Begin()
    {
        foreach (SqliteRows rows in _rows.Values)
        {
            rows.Begin();
        }
    }

    internal override Rows Into(string table, string columns)
    {
        if (!_rows.TryGetValue(table, out SqliteRows? rows))
        {
            int count = columns.Count(c => c == ',') + 1;
            rows = new SqliteRows(db.Handle!, $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", Enumerable.Repeat("?", count))})");
            _rows.Add(table, rows);
        }

        return rows;
    }

    internal override HashSet<UInt128> Known(IReadOnlyCollection<UInt128> claims)
    {
        _known ??= Prepared(db.Handle!, "SELECT 1 FROM claim WHERE id = ?");
        var known = new HashSet<UInt128>();
        Span<byte> id = stackalloc byte[16];

        // In their order, so that a page of the index is read once.
        foreach (UInt128 claim in claims.Order())
        {
            BinaryPrimitives.WriteUInt128BigEndian(id, claim);
            Done(raw.sqlite3_bind_blob(_known, 1, id), db.Handle!);
            int step = raw.sqlite3_step(_known);
            raw.sqlite3_reset(_known);
            if (step == raw.SQLITE_ROW)
            {
                known.Add(claim);
            }
            else
            {
                Done(step, db.Handle!);
            }
        }

        return known;
    }

    internal override void Count(IReadOnlyDictionary<string, (long Values, long Passages)> words)
    {
        if (!_rows.TryGetValue("word", out SqliteRows? rows))
        {
            rows = new SqliteRows(db.Handle!, """
                INSERT INTO word (word, in_values, in_passages) VALUES (?, ?, ?)
                ON CONFLICT (word) DO UPDATE SET in_values = in_values + excluded.in_values, in_passages = in_passages + excluded.in_passages
                """);
            _rows.Add("word", rows);
        }

        foreach ((string word, (long values, long passages)) in words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            rows.Text(word).Number(values).Number(passages).End();
        }
    }

    public void Dispose()
    {
        _known?.Dispose();
        foreach (SqliteRows rows in _rows.Values)
        {
            rows.Dispose();
        }
    }

    private static sqlite3_stmt Prepared(sqlite3 db, string sql)
    {
        Done(raw.sqlite3_prepare_v3(db, sql, raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt statement), db);
        return statement;
    }

    private static void Done(int code, sqlite3 db)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            SqliteException.ThrowExceptionForRC(code, db);
        }
    }

    /// <summary>Rows of one table, bound and stepped without the objects that a command makes for each.</summary>
    private sealed class SqliteRows(sqlite3 db, string sql) : Rows, IDisposable
    {
        private readonly sqlite3_stmt _insert = Prepared(db, sql);
        private byte[] _utf8 = new byte[4096];
        private int _column;

        internal void Begin() => _column = 0;

        internal override Rows Number(long? value)
        {
            Done(value is { } number ? raw.sqlite3_bind_int64(_insert, ++_column, number) : raw.sqlite3_bind_null(_insert, ++_column), db);
            return this;
        }

        internal override Rows Text(string? value)
        {
            if (value is null)
            {
                return Number(null);
            }

            int most = Encoding.UTF8.GetMaxByteCount(value.Length);
            if (_utf8.Length < most)
            {
                _utf8 = new byte[most];
            }

            return Utf8(_utf8.AsSpan(0, Encoding.UTF8.GetBytes(value, _utf8)));
        }

        internal override Rows Utf8(ReadOnlySpan<byte> text)
        {
            // The binding takes an empty span for NULL.
            Done(text.IsEmpty ? raw.sqlite3_bind_text(_insert, ++_column, "") : raw.sqlite3_bind_text(_insert, ++_column, text), db);
            return this;
        }

        internal override Rows Blob(ReadOnlySpan<byte> bytes)
        {
            Done(raw.sqlite3_bind_blob(_insert, ++_column, bytes), db);
            return this;
        }

        // The index's own tokenizer takes them apart at the spaces.
        internal override Rows Words(string line) => Text(line);

        internal override void End()
        {
            int step = raw.sqlite3_step(_insert);
            _column = 0;
            if (step != raw.SQLITE_DONE)
            {
                try
                {
                    Done(step, db);
                }
                finally
                {
                    raw.sqlite3_reset(_insert);
                }
            }

            raw.sqlite3_reset(_insert);
        }

        public void Dispose() => _insert.Dispose();
    }
}
