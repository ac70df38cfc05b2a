using System.Data;
using System.Data.Common;
using System.Globalization;
using Dapper;
using Linchpin.Claims;
using Npgsql;

namespace Linchpin.Ledger.Storage.Postgres;

/// <summary>A ledger in a schema of a PostgreSQL database: connections from a pool to read, one at a time to write.</summary>
/// <remarks>
/// Whoever writes holds an advisory lock until the commit is on the server's disk (synchronous_commit on), so entries are committed in the order of their numbers. A
/// connection that the server dropped is replaced once; a server that is gone is a fault.
/// </remarks>
internal sealed class PostgresStore : Store
{
    // The first half of the key of the writers' lock, "LPIN"; the second is the log's own number in the database's catalogue.
    private const int LockClass = 0x4C50494E;

    private readonly NpgsqlDataSource _source;
    private readonly PostgresPlace _place;
    private readonly Lock _turn = new();
    private readonly string _begin;
    private volatile bool _closed;

    internal PostgresStore(PostgresPlace place, int wait)
    {
        _place = place;
        _source = NpgsqlDataSource.Create(place.Settings);
        _begin = string.Create(CultureInfo.InvariantCulture, $"""
            SET LOCAL lock_timeout = {wait}; SET LOCAL synchronous_commit = on;
            SELECT pg_advisory_xact_lock({LockClass}, (SELECT oid::bigint::bit(32)::int FROM pg_class WHERE oid = '{place.Schema}.log'::regclass));
            """);
        try
        {
            Do((db, _) =>
            {
                PostgresSchema.Prepare(db, place, wait);
                return 0;
            });
        }
        catch
        {
            _source.Dispose();
            throw;
        }
    }

    internal override Dialect Dialect => PostgresDialect.Only;

    internal override T Read<T>(Func<DbConnection, T> query) => Do((db, _) => query(db));

    internal override T Snapshot<T>(Func<DbConnection, T> query) => Do((db, _) =>
    {
        using NpgsqlTransaction transaction = db.BeginTransaction(IsolationLevel.RepeatableRead);
        return query(db);
    });

    internal override T Write<T>(Func<Writing, T> work)
    {
        lock (_turn)
        {
            return Do((db, begun) =>
            {
                using NpgsqlTransaction transaction = db.BeginTransaction();
                using (var begin = new NpgsqlCommand(_begin, db))
                {
                    begin.ExecuteNonQuery();
                }

                begun();
                var writing = new PostgresWriting(db);
                T result = work(writing);
                writing.Send();
                transaction.Commit();
                return result;
            });
        }
    }

    // Until the server's own housekeeping comes by, it takes the tables for as small as they were.
    internal override void Settle() => Do((db, _) => db.Execute($"ANALYZE {string.Join(", ", PostgresSchema.Tables)}"));

    /// <inheritdoc/>
    public override void Dispose()
    {
        lock (_turn)
        {
            _closed = true;
            _source.Dispose();
        }
    }

    /// <summary>The fault that an error of the server's, or of the way to it, means (postgresql.org/docs/current/errcodes-appendix.html).</summary>
    internal static FaultException FaultOf(Exception e, string place)
    {
        string state = (e as PostgresException)?.SqlState ?? "";
        FaultKind kind = state switch
        {
            "" or "57P01" or "57P02" or "57P03" or "57P05" or "53300" or "57014" => LedgerFaults.Server,
            "53100" => LedgerFaults.DiskFull,
            "55P03" or "40P01" => LedgerFaults.Locked,
            "25006" => LedgerFaults.ReadOnly,
            "58030" => LedgerFaults.Device,
            "XX001" or "XX002" or "42P01" or "42703" => LedgerFaults.Corrupt,
            "3D000" or "42501" or "28P01" or "28000" => LedgerFaults.ServerRefused,
            _ when state.StartsWith("08", StringComparison.Ordinal) => LedgerFaults.Server,
            _ => throw new InvalidOperationException($"PostgreSQL error {state}: {e.Message}", e),
        };
        return kind.Because($"{Shown.Short(e is PostgresException p ? p.MessageText : e.Message, 200)}", place, inner: e);
    }

    /// <summary>Does the work on a connection from the pool. One of a server that was started anew since is found out by its first use, and then it is done once more, unless it has begun.</summary>
    private T Do<T>(Func<NpgsqlConnection, Action, T> work)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(Ledger));
        bool begun = false;
        for (bool again = true; ; again = false)
        {
            try
            {
                using NpgsqlConnection db = _source.OpenConnection();
                return work(db, () => begun = true);
            }
            catch (Exception e) when (e is NpgsqlException or IOException or System.Net.Sockets.SocketException or TimeoutException)
            {
                FaultException fault = FaultOf(e, _place.Shown);
                if (!again || begun || fault.Fault.Kind != LedgerFaults.Server)
                {
                    throw fault;
                }

                _source.Clear();
            }
        }
    }
}
