using System.Buffers.Binary;
using Linchpin.Claims;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Linchpin.Ledger.Storage.Sqlite;

/// <summary>Makes a ledger's file, and tells what is wrong with one that is none or is damaged, before anything is written to it.</summary>
internal static class LedgerFile
{
    private const int HeaderLength = 100;

    // One page. SQLite takes a shorter file for a new database and would begin one in it.
    private const int SmallestLength = 4096;

    /// <summary>Sees to it that there is a file that may be a ledger at the path.</summary>
    internal static void Prepare(string path)
    {
        if (Directory.Exists(path))
        {
            throw LedgerFaults.Folder.Because("The ledger is to be a file.", path);
        }

        try
        {
            if (!File.Exists(path))
            {
                Make(path);
            }

            long length = new FileInfo(path).Length;
            if (length < SmallestLength)
            {
                throw length == 0 ? LedgerFaults.Empty.Because("The file has no bytes.", path)
                    : Damage(path, null) ?? LedgerFaults.Truncated.Because($"The file has {length} bytes.", path);
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw LedgerFaults.ReadOnly.Because(Shown.Short(e.Message, 200), path, inner: e);
        }
        catch (IOException e)
        {
            throw LedgerFaults.CannotOpen.Because(Shown.Short(e.Message, 200), path, inner: e);
        }
    }

    /// <summary>Whether the open database is a ledger that this program may write.</summary>
    internal static void Check(SqliteConnection db, string path)
    {
        if (Number(db, "PRAGMA application_id") != SqliteSchema.ApplicationId)
        {
            throw LedgerFaults.NotALedger.Because("The file is a database of another program.", path);
        }

        long version = Number(db, "PRAGMA user_version");
        if (version > SqliteSchema.Version)
        {
            throw LedgerFaults.Newer.Because($"The file has version {version}; this program knows versions up to {SqliteSchema.Version}.", path);
        }

        if (version < 1)
        {
            throw LedgerFaults.Corrupt.Because($"The file has version {version}, which no ledger had.", path);
        }

        if (!SqliteSchema.Fits(db, version))
        {
            throw LedgerFaults.Corrupt.Because("The tables in the file are not a ledger's.", path);
        }

        // SQLite fills up a last page that is cut short. The order of looking is what makes this right beside another process: with nothing in the
        // write-ahead log, all pages counted before are in the file.
        long wanted = Number(db, "PRAGMA page_count") * Number(db, "PRAGMA page_size");
        var ahead = new FileInfo(path + "-wal");
        if (!(ahead.Exists && ahead.Length > 0) && new FileInfo(path).Length is var length && length < wanted)
        {
            throw LedgerFaults.Truncated.Because($"The file has {length} bytes of {wanted}.", path);
        }

        if (raw.sqlite3_db_readonly(db.Handle, "main") != 0)
        {
            throw LedgerFaults.ReadOnly.Because("The file may be read and not written.", path);
        }
    }

    /// <summary>What is wrong with a file that SQLite refuses as no database or damaged.</summary>
    /// <remarks>
    /// The header is read directly only here, where the file is no open ledger: closing a second handle on an open database would drop SQLite's locks
    /// (sqlite.org/howtocorrupt.html, 2.2).
    /// </remarks>
    internal static FaultException Damage(SqliteException e, string path) => Damage(path, e) ?? SqliteStore.FaultOf(e, path);

    private static FaultException? Damage(string path, Exception? e)
    {
        byte[] header = new byte[HeaderLength];
        long size;
        int length;
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            length = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
            size = file.Length;
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        ReadOnlySpan<byte> magic = "SQLite format 3\0"u8;
        int seen = Math.Min(length, magic.Length);
        if (!header.AsSpan(0, seen).SequenceEqual(magic[..seen]))
        {
            return LedgerFaults.NotALedger.Because("The file does not begin as a ledger does.", path, inner: e);
        }

        // Offsets 16 and 28 of the header: page size and number of pages (sqlite.org/fileformat2.html, 1.3).
        int pageSize = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(16)) is var stated && stated == 1 ? 65536 : stated;
        long wanted = Math.Max(HeaderLength, (long)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(28)) * pageSize);
        return size < wanted
            ? LedgerFaults.Truncated.Because($"The file has {size} bytes of {wanted}.", path, inner: e)
            : e is null ? null : LedgerFaults.Corrupt.Because(Shown.Short(e.Message, 200), path, inner: e);
    }

    /// <summary>Brings a ledger of an earlier version forward, all of it or nothing.</summary>
    internal static void Advance(SqliteConnection db, string path)
    {
        if (Number(db, "PRAGMA user_version") == SqliteSchema.Version)
        {
            return;
        }

        try
        {
            using SqliteTransaction transaction = db.BeginTransaction(deferred: false);
            SqliteSchema.Advance(db, Number(db, "PRAGMA user_version"));
            transaction.Commit();
        }
        catch (FaultException e)
        {
            throw LedgerFaults.Corrupt.Because($"The ledger cannot be brought forward to version {SqliteSchema.Version}: {Shown.Short(e.Fault.Cause, 200)}", path, inner: e);
        }
    }

    /// <summary>Makes the file beside its place and moves it there whole: a process killed on the way leaves no half-made ledger.</summary>
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string draft = $"{path}.{Guid.NewGuid():N}.draft";
        try
        {
            using (var db = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = draft, Pooling = false }.ToString()))
            {
                db.Open();
                using SqliteCommand command = db.CreateCommand();
                command.CommandText = $"""
                    PRAGMA synchronous=OFF; PRAGMA application_id={SqliteSchema.ApplicationId};
                    """;
                command.ExecuteNonQuery();
                Advance(db, path);
                command.CommandText = "PRAGMA journal_mode=WAL";
                command.ExecuteNonQuery();
            }

            // Flushed once, when it is whole: until it has its name nothing depends on it.
            using (FileStream file = new(draft, FileMode.Open, FileAccess.ReadWrite))
            {
                file.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process made it in the meantime: its file is the ledger.
            }
        }
        catch (SqliteException e)
        {
            throw SqliteStore.FaultOf(e, path);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static long Number(SqliteConnection db, string sql)
    {
        using SqliteCommand command = db.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
