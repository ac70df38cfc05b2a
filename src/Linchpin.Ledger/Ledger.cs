using System.Data.Common;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Appending;
using Linchpin.Ledger.Archives;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Proofs;
using Linchpin.Ledger.Storage;
using Linchpin.Ledger.Storage.Postgres;
using Linchpin.Ledger.Views;

namespace Linchpin.Ledger;

/// <summary>Keeps claims: appends them, never changes them, and shows a reader the record as of a day.</summary>
/// <remarks>
/// <para>One file of SQLite's, or one schema of a PostgreSQL database. Several threads and several processes may have it open: one appends at a time, the others
/// wait; readers never wait. The same deposits at the same times give the same log, with the same hashes and proofs, in either.</para>
/// <para>Recorded time is kept to the millisecond, as the clock that was handed in tells it.</para>
/// </remarks>
public sealed class Ledger : IDisposable
{
    private const int WaitMilliseconds = 10_000;

    private readonly Store _store;
    private readonly TimeProvider _clock;
    private readonly Remembered _remembered = new();

    private Ledger(Store store, string owner, TimeProvider clock) => (_store, Owner, _clock) = (store, owner, clock);

    /// <summary>The name of this node.</summary>
    public string Owner { get; }

    /// <summary>Opens the ledger, or makes it where there is none; one of an earlier version is brought forward.</summary>
    /// <param name="place">The path of a file, or <c>postgresql://user@host/database</c> (docs/stores.md).</param>
    /// <param name="owner">The name of this node: the owner of what is stored without another, and the reader who sees everything.</param>
    /// <param name="clock">Tells recorded time.</param>
    /// <exception cref="FaultException"><c>ledger.folder</c>, <c>ledger.empty-file</c>, <c>ledger.not-a-ledger</c>, <c>ledger.newer-version</c>, <c>ledger.truncated</c>,
    /// <c>ledger.corrupt</c>, <c>ledger.read-only</c>, <c>ledger.cannot-open</c>, <c>ledger.locked</c>, <c>ledger.address</c>, <c>ledger.server</c>,
    /// <c>ledger.server-refused</c></exception>
    public static Ledger Open(string place, string owner, TimeProvider clock) => Open(place, owner, clock, WaitMilliseconds);

    /// <summary>Whether the place of a ledger is an address on a PostgreSQL server, and no path.</summary>
    public static bool IsOnServer(string place) => PostgresPlace.Is(place);

    /// <summary>Opens the ledger, waiting so long for another process's lock.</summary>
    internal static Ledger Open(string place, string owner, TimeProvider clock, int waitMilliseconds) => new(Store.Open(place, waitMilliseconds), owner, clock);

    /// <summary>Stores the deposit whole, flushed to disk, or not at all. What is already known adds nothing.</summary>
    /// <exception cref="FaultException"><c>ledger.source-unknown</c>, <c>ledger.passage-differs</c>, <c>ledger.document-differs</c>, <c>ledger.text-differs</c>,
    /// <c>ledger.judgement</c>, <c>ledger.judgement-target</c>, <c>ledger.locked</c>, <c>ledger.disk-full</c>, <c>ledger.device</c>, <c>ledger.read-only</c>, <c>ledger.server</c></exception>
    public Receipt Append(Deposit deposit, CancellationToken cancel = default) => _store.Write(
        writing => new Appender(writing, _clock.GetUtcNow().ToUnixTimeMilliseconds()).Append([ReadyDeposit.Of(deposit)], cancel, () => { })[0]);

    /// <summary>Stores deposits one after the other, many in one transaction: for bulk. Each is stored whole or not at all.</summary>
    /// <param name="deposits">The deposits; only so many as make two transactions are held at a time: one is written while the next is gathered.</param>
    /// <param name="stored">Told the receipt of each, in order, after it is flushed to disk, on the thread that called.</param>
    /// <param name="cancel">Stops it; what was reported as stored stays.</param>
    /// <exception cref="FaultException">Those of <see cref="Append(Deposit, CancellationToken)"/>; what came before the deposit at fault is stored and reported.</exception>
    public void Append(IEnumerable<Deposit> deposits, Action<Receipt>? stored = null, CancellationToken cancel = default)
    {
        using var bulk = new BulkAppend(_store, _clock, stored, cancel);
        foreach (Deposit deposit in deposits)
        {
            bulk.Add(deposit);
        }

        bulk.End();
    }

    /// <summary>The record as of the clocks given, as far as this reader may see it. The view is a snapshot: what is appended later does not show in it.</summary>
    /// <param name="reader">For whom.</param>
    /// <param name="asOf">The clocks.</param>
    /// <param name="only">Narrows what the reader may see to some labels; <see langword="null"/> does not.</param>
    public View View(Reader reader, AsOf asOf = default, LabelFilter? only = null)
    {
        DateOnly today = DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);
        return new View(_store, _store.Read(db => Scope.Of(db, _store.Dialect, reader, asOf, today, only)), _remembered);
    }

    /// <summary>Number of the log's last entry; 0 where it has none. While it stays the same, so does every view for the same reader, clocks and day.</summary>
    public long LastEntry => _store.Read(db => db.ExecuteScalar<long?>("SELECT max(seq) FROM log") ?? 0);

    /// <summary>Walks the log and the stored claims; names the first entry that does not fit.</summary>
    /// <param name="progress">Told the number of entries walked, now and then.</param>
    /// <param name="cancel">Stops the walk.</param>
    public Verification Verify(IProgress<long>? progress = null, CancellationToken cancel = default) => _store.Snapshot(db => Verifier.Walk(db, progress, cancel));

    /// <summary>Writes the whole ledger as an archive: JSON Lines, an entry of the log a line, in order (docs/exports.md). What is appended meanwhile is left out.</summary>
    /// <param name="to">Where to; neither flushed nor closed.</param>
    /// <param name="progress">Told the number of entries written, now and then.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <returns>The number of entries written.</returns>
    /// <exception cref="FaultException"><c>ledger.corrupt</c> where an entry is not stored as it was recorded.</exception>
    public long Export(Stream to, IProgress<long>? progress = null, CancellationToken cancel = default) => ArchiveWriter.Write(_store, to, progress, cancel);

    /// <summary>Stores an archive whole, flushed to disk, or not at all: the log is then the archive's, hash by hash.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="name">What to call it in a fault.</param>
    /// <param name="progress">Told the number of entries read, now and then.</param>
    /// <param name="cancel">Stops it; nothing is stored then.</param>
    /// <returns>The number of entries added: 0 where the ledger had all of them.</returns>
    /// <remarks>The ledger must be empty or hold the archive's first entries; it is then continued.</remarks>
    /// <exception cref="FaultException"><c>ledger.archive</c>, <c>ledger.archive-cut</c>, <c>ledger.archive-newer</c>, <c>ledger.archive-selection</c>,
    /// <c>ledger.not-empty</c>, and those of <see cref="Append(Deposit, CancellationToken)"/></exception>
    public long Import(Stream archive, string name, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        using var reader = new ArchiveReader(archive, name);
        long added = _store.Write(writing => ArchiveImport.Store(reader, new Appender(writing, recorded: 0), progress, cancel));
        if (added > 0)
        {
            _store.Settle();
        }

        return added;
    }

    /// <summary>Copies the ledger as it is now into a new file, while others read and write it. Of a ledger in PostgreSQL the copy is an archive.</summary>
    /// <param name="path">The new file; flushed when this returns.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="FaultException"><c>ledger.disk-full</c>, <c>ledger.device</c>, <c>ledger.cannot-open</c></exception>
    public void Backup(string path, CancellationToken cancel = default)
    {
        bool copied = _store.Read(db =>
        {
            if (db is Microsoft.Data.Sqlite.SqliteConnection file)
            {
                FileCopy.Write(file, path, cancel);
                return true;
            }

            return false;
        });
        if (!copied)
        {
            using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            Export(to, null, cancel);
            to.Flush(flushToDisk: true);
        }
    }

    /// <summary>Puts a backup, or an archive, in a ledger file's place, after its log was walked and found whole: all of it, or nothing.</summary>
    /// <param name="backup">What <see cref="Backup"/> or <see cref="Export"/> wrote.</param>
    /// <param name="path">The ledger's file.</param>
    /// <param name="replace">Whether a ledger with entries may be given up. One that is damaged is moved aside, to the same name with <c>.damaged</c>.</param>
    /// <param name="clock">Tells time.</param>
    /// <param name="progress">Told the number of entries read, now and then.</param>
    /// <param name="cancel">Stops it; the ledger in place is then as it was.</param>
    /// <exception cref="FaultException"><c>ledger.backup-missing</c>, <c>ledger.not-empty</c>, <c>ledger.locked</c> while another program has the ledger open, and the faults of
    /// <see cref="Open(string, string, TimeProvider)"/> and <see cref="Import"/> for the backup; <c>ledger.address</c> for a ledger on a server</exception>
    public static Verification Restore(string backup, string path, bool replace, TimeProvider clock, IProgress<long>? progress = null, CancellationToken cancel = default) => IsOnServer(path)
        ? throw LedgerFaults.Address.Because("A ledger on a server is not replaced.", remedy: "Name an empty schema with --ledger, and put the archive into it with 'linchpin import'.")
        : Restoring.Restore(Path.GetFullPath(backup), Path.GetFullPath(path), replace, clock, progress, cancel);

    /// <summary>The head that a partner keeps, to hold this ledger to what it has recorded.</summary>
    /// <param name="entries">Of the log's first so many entries; <see langword="null"/> for all.</param>
    /// <param name="cancel">Stops the pass over the log.</param>
    /// <exception cref="FaultException"><c>ledger.shorter</c></exception>
    public LogHead Head(long? entries = null, CancellationToken cancel = default) => Proven((db, last) => LogProver.Head(db, entries ?? last, cancel));

    /// <summary>Shows that a claim is in the log; <see langword="null"/> where no claim has that id.</summary>
    /// <param name="claim">The claim's id, 32 hex digits.</param>
    /// <param name="cancel">Stops the pass over the log.</param>
    /// <remarks>The proof holds the claim's words: it is for whoever may read the claim.</remarks>
    public InclusionProof? ProveInclusion(string claim, CancellationToken cancel = default) => claim.Length != 32 || !claim.All(char.IsAsciiHexDigitLower) ? null
        : Proven((db, last) => LogProver.Inclusion(db, claim, last, cancel));

    /// <summary>Shows that the log begins with the entries that it had at an earlier length.</summary>
    /// <param name="from">Number of entries then.</param>
    /// <param name="cancel">Stops the pass over the log.</param>
    /// <exception cref="FaultException"><c>ledger.shorter</c></exception>
    public ConsistencyProof ProveConsistency(long from, CancellationToken cancel = default) => Proven((db, last) => LogProver.Consistency(db, from, last, cancel));

    /// <summary>The id of a judgement that was appended: where it was made again after it was undone, of the last.</summary>
    internal string IdOf(Judgement judgement) => _store.Read(db => Convert.ToHexStringLower(db.ExecuteScalar<byte[]>(
        "SELECT id FROM judgement WHERE content = @content ORDER BY seq DESC LIMIT 1", new { content = Payload.Hash(Payload.Write(judgement)) })!));

    private T Proven<T>(Func<DbConnection, long, T> prove) => _store.Snapshot(db => prove(db, db.ExecuteScalar<long?>("SELECT max(seq) FROM log") ?? 0));

    /// <summary>Closes the file, or the connections.</summary>
    public void Dispose() => _store.Dispose();
}
