using System.Collections.Concurrent;
using System.Data.Common;
using Linchpin.Claims;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Linchpin.Ledger.Storage.Sqlite;

/// <summary>The open ledger file: one connection that writes, as many that read as there are readers at a time.</summary>
/// <remarks>
/// Write-ahead log with synchronous=FULL: a commit returns after the log is on the disk, and readers never wait for the writer. What points to another row is not
/// looked up by SQLite for each that is added, which would be a fourth of the work; the walk of the log checks it.
/// </remarks>
internal sealed class SqliteStore : Store
{
    // Each keeps pages of the file, beside the system's own copy of them.
    private static readonly int MostIdle = 2 * Environment.ProcessorCount;

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly Lock _turn = new();
    private readonly string _path;
    private readonly int _wait;
    private readonly SqliteConnection _writer;
    private readonly SqliteWriting _writing;
    private volatile bool _closed;

    // A connection is never used by two threads at once here, so SQLite need not lock it for every call (sqlite.org/threadsafe.html). Refused, and without harm, where
    // the program has opened a database before.
    static SqliteStore()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    /// <summary>Opens the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="wait">Milliseconds to wait for another process's lock.</param>
    internal SqliteStore(string path, int wait)
    {
        // In full, since SQLite reads some short names, such as ":memory:", as no file at all.
        _path = Path.GetFullPath(path);
        _wait = wait;
        LedgerFile.Prepare(_path);
        _writer = Open(write: true);
        _writing = new SqliteWriting(_writer);
    }

    /// <inheritdoc/>
    internal override Dialect Dialect => SqliteDialect.Only;

    /// <inheritdoc/>
    internal override T Read<T>(Func<DbConnection, T> query) => OnReader(query);

    /// <inheritdoc/>
    internal override T Snapshot<T>(Func<DbConnection, T> query) => OnReader(db =>
    {
        using SqliteTransaction transaction = db.BeginTransaction(deferred: true);
        return query(db);
    });

    /// <summary>Runs queries on a connection that cannot write.</summary>
    private T OnReader<T>(Func<SqliteConnection, T> query)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(Ledger));
        SqliteConnection db = _idle.TryTake(out SqliteConnection? idle) ? idle : Open(write: false);
        try
        {
            return query(db);
        }
        catch (SqliteException e)
        {
            throw FaultOf(e, _path);
        }
        finally
        {
            if (_closed || _idle.Count >= MostIdle)
            {
                db.Dispose();
            }
            else
            {
                _idle.Add(db);
            }
        }
    }

    /// <inheritdoc/>
    internal override T Write<T>(Func<Writing, T> work)
    {
        lock (_turn)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(Ledger));
            try
            {
                using SqliteTransaction transaction = _writer.BeginTransaction(deferred: false);
                _writing.Begin();
                T result = work(_writing);
                transaction.Commit();
                return result;
            }
            catch (SqliteException e)
            {
                throw FaultOf(e, _path);
            }
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        lock (_turn)
        {
            _closed = true;
            while (_idle.TryTake(out SqliteConnection? db))
            {
                db.Dispose();
            }

            _writing.Dispose();
            _writer.Dispose();
        }
    }

    /// <summary>The fault that an error of SQLite's means (sqlite.org/rescode.html).</summary>
    internal static FaultException FaultOf(SqliteException e, string path)
    {
        FaultKind kind = e.SqliteErrorCode switch
        {
            5 or 6 => LedgerFaults.Locked,
            8 => LedgerFaults.ReadOnly,
            10 when e.SqliteExtendedErrorCode == 522 => LedgerFaults.Truncated,
            10 => LedgerFaults.Device,
            11 or 26 => LedgerFaults.Corrupt,
            13 => LedgerFaults.DiskFull,
            14 => LedgerFaults.CannotOpen,
            _ => throw new InvalidOperationException($"SQLite error {e.SqliteExtendedErrorCode}: {e.Message}", e),
        };
        return kind.Because($"{Shown.Short(e.Message, 200)}", path, inner: e);
    }

    private SqliteConnection Open(bool write)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            ForeignKeys = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            db.Open();
            Run(db, $"PRAGMA busy_timeout={_wait}; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;");
            if (write)
            {
                LedgerFile.Check(db, _path);
            }

            Run(db, $"""
                PRAGMA journal_mode=WAL;
                PRAGMA synchronous=FULL;
                PRAGMA journal_size_limit=67108864;
                PRAGMA cache_size={(write ? -65536 : -4096)};
                PRAGMA query_only={(write ? 0 : 1)};
                SELECT max(seq) FROM log;
                """);
            if (write)
            {
                LedgerFile.Advance(db, _path);
            }

            return db;
        }
        catch (SqliteException e)
        {
            db.Dispose();
            throw e.SqliteErrorCode is 11 or 26 ? LedgerFile.Damage(e, _path) : FaultOf(e, _path);
        }
        catch (FaultException)
        {
            db.Dispose();
            throw;
        }
    }

    private static void Run(SqliteConnection db, string sql)
    {
        using SqliteCommand command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
