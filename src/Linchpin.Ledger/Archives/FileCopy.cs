using Linchpin.Claims;
using Linchpin.Ledger.Storage;
using Linchpin.Ledger.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Linchpin.Ledger.Archives;

/// <summary>Copies a ledger's file page by page while others read and write it (sqlite.org/backup.html), and puts a copy in a ledger's place.</summary>
internal static class FileCopy
{
    private const int PagesAtOnce = 1024;

    /// <summary>Copies the ledger as it is now into a new file, in one piece and flushed.</summary>
    internal static void Write(SqliteConnection from, string path, CancellationToken cancel)
    {
        // A transaction that has read holds its snapshot: what others append does not make the copy begin again.
        using SqliteTransaction snapshot = from.BeginTransaction(deferred: true);
        Number(from, "SELECT count(*) FROM log WHERE seq = 1", snapshot);
        try
        {
            using SqliteConnection to = Open(path);
            Copy(from, to, cancel);

            // Not kept in write-ahead mode: the copy is one file, and can be read where nothing can be written.
            Run(to, "PRAGMA journal_mode=DELETE");
        }
        catch (SqliteException e)
        {
            throw SqliteStore.FaultOf(e, path);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Puts the pages of a whole, closed ledger in the place of another that nobody has open. SQLite's own journal makes it all or nothing.</summary>
    /// <exception cref="FaultException"><c>ledger.locked</c></exception>
    internal static void Replace(string from, string place, CancellationToken cancel)
    {
        try
        {
            using SqliteConnection to = Open(place);

            // Leaving write-ahead mode needs the file alone, so it fails while any other connection is open.
            Run(to, "PRAGMA locking_mode=EXCLUSIVE");
            Run(to, "PRAGMA journal_mode=DELETE");
            Run(to, "BEGIN EXCLUSIVE; COMMIT");
            using SqliteConnection source = Open(from);
            Copy(source, to, cancel);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            throw LedgerFaults.Locked.Because("The ledger that is to be replaced is open in another program.", place, inner: e);
        }
    }

    private static void Copy(SqliteConnection from, SqliteConnection to, CancellationToken cancel)
    {
        using sqlite3_backup backup = raw.sqlite3_backup_init(to.Handle, "main", from.Handle, "main");
        int step = raw.SQLITE_ERROR;
        while (!backup.IsInvalid && (step = raw.sqlite3_backup_step(backup, PagesAtOnce)) == raw.SQLITE_OK)
        {
            cancel.ThrowIfCancellationRequested();
        }

        if (step != raw.SQLITE_DONE)
        {
            step = backup.IsInvalid ? raw.sqlite3_errcode(to.Handle) : step;
            throw new SqliteException(raw.sqlite3_errstr(step).utf8_to_string(), step & 0xFF, step);
        }
    }

    private static SqliteConnection Open(string path)
    {
        var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString());
        db.Open();
        return db;
    }

    private static void Run(SqliteConnection db, string sql)
    {
        using SqliteCommand command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Number(SqliteConnection db, string sql, SqliteTransaction transaction)
    {
        using SqliteCommand command = db.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteScalar();
    }
}
