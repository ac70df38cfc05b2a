using System.Data.Common;
using Linchpin.Claims;
using Linchpin.Ledger.Storage.Postgres;
using Linchpin.Ledger.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Storage;

/// <summary>Where a ledger is kept: a file of SQLite's, or a schema of a PostgreSQL database. Both hold the same tables under the same numbers, so one log has one head in either.</summary>
/// <remarks>
/// One transaction writes at a time, across threads and processes; entry numbers have no gaps, and none is committed after a later one. So "up to entry n" is a
/// snapshot that needs no open transaction. A commit returns when it is on the disk. Readers never wait for the writer.
/// </remarks>
internal abstract class Store : IDisposable
{
    /// <summary>Opens the store at the place, or makes it where there is none; one of an earlier version is brought forward.</summary>
    /// <param name="place">A path, or <c>postgresql://user@host/database</c>.</param>
    /// <param name="wait">Milliseconds to wait for another process's lock.</param>
    internal static Store Open(string place, int wait) => PostgresPlace.Is(place) ? new PostgresStore(PostgresPlace.Parse(place), wait) : new SqliteStore(place, wait);

    /// <summary>How the store says what SQL does not say in one way.</summary>
    internal abstract Dialect Dialect { get; }

    /// <summary>Runs queries that change nothing.</summary>
    /// <exception cref="FaultException">The store's faults.</exception>
    internal abstract T Read<T>(Func<DbConnection, T> query);

    /// <summary>Runs queries that all see the store as it was when the first began.</summary>
    /// <exception cref="FaultException">The store's faults.</exception>
    internal abstract T Snapshot<T>(Func<DbConnection, T> query);

    /// <summary>Runs the work in one transaction; it is on the disk when this returns, or nothing is.</summary>
    /// <exception cref="FaultException">The store's faults.</exception>
    internal abstract T Write<T>(Func<Writing, T> work);

    /// <summary>To be called after much was added at once: what the store itself keeps about its tables, to answer quickly, is brought up to date.</summary>
    /// <exception cref="FaultException">The store's faults.</exception>
    internal virtual void Settle()
    {
    }

    /// <summary>Whether the error says that what is stored is damaged.</summary>
    internal static bool IsDamage(DbException e) => e is SqliteException { SqliteErrorCode: 11 or 26 } || e.SqlState is "XX001" or "XX002";

    /// <inheritdoc/>
    public abstract void Dispose();
}
