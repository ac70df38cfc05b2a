using Linchpin.Claims;
using Linchpin.Supply;
using Npgsql;

namespace Linchpin.Ensembles;

/// <summary>A queue of ranges of runs in PostgreSQL, from which any number of workers on any number of machines take.</summary>
/// <remarks>
/// <para>A range is taken with a lease (<c>FOR UPDATE SKIP LOCKED</c>) that its worker renews; a worker that dies stops renewing, and the range is
/// taken up by another when the lease is over. Two workers may then do the same range: both get the same bits, and the first that hands in is kept.</para>
/// <para>Table and scenario travel by hash and text: a worker takes only ranges of the table, year and engine that it has itself. All times are the server's.</para>
/// </remarks>
internal sealed class EnsembleQueue : IAsyncDisposable
{
    /// <summary>How often a range is tried before it is given up: a range that kills its worker must not kill them all.</summary>
    internal const int MostAttempts = 5;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS linchpin_ensemble (
            design text NOT NULL, runs integer NOT NULL, engine text NOT NULL, dataset text NOT NULL, table_hash text NOT NULL,
            scenario bytea NOT NULL, seed text NOT NULL, queued timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (design, runs));
        CREATE TABLE IF NOT EXISTS linchpin_ensemble_range (
            design text NOT NULL, runs integer NOT NULL, first integer NOT NULL, count integer NOT NULL,
            worker text, lease_until timestamptz, attempts integer NOT NULL DEFAULT 0, result bytea, fault text,
            PRIMARY KEY (design, runs, first), FOREIGN KEY (design, runs) REFERENCES linchpin_ensemble ON DELETE CASCADE);
        """;

    private readonly NpgsqlDataSource _source;
    private readonly TimeSpan _lease;

    private EnsembleQueue(NpgsqlDataSource source, TimeSpan lease)
    {
        _source = source;
        _lease = lease;
    }

    /// <summary>Where the queue is, without its password.</summary>
    internal string Place { get; private init; } = "";

    /// <summary>Opens the queue and makes its tables where they are missing.</summary>
    /// <param name="connection">A connection string of Npgsql; a password may stand in it, in PGPASSWORD or in a password file.</param>
    /// <param name="lease">How long a worker may be silent before its range goes to another.</param>
    /// <param name="cancel">Stops the opening.</param>
    /// <exception cref="FaultException"><c>program.queue</c></exception>
    internal static async Task<EnsembleQueue> Open(string connection, TimeSpan lease, CancellationToken cancel)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(connection) { ApplicationName = "linchpin ensembles", PersistSecurityInfo = false };
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // The message of the parser may quote the string, and the string may hold a password.
            throw ProgramFaults.Queue.Because("The connection string is not understood.", "--queue");
        }

        var queue = new EnsembleQueue(NpgsqlDataSource.Create(settings), lease) { Place = $"{settings.Host}:{settings.Port}/{settings.Database}" };
        try
        {
            await queue.Do(
                async () =>
                {
                    await using NpgsqlConnection open = await queue._source.OpenConnectionAsync(cancel).ConfigureAwait(false);
                    await using NpgsqlTransaction all = await open.BeginTransactionAsync(cancel).ConfigureAwait(false);

                    // Two programs that make the same tables at once would trip over each other.
                    await using var alone = new NpgsqlCommand("SELECT pg_advisory_xact_lock(7205759403)", open, all);
                    await alone.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
                    await using var tables = new NpgsqlCommand(Tables, open, all);
                    await tables.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
                    await all.CommitAsync(cancel).ConfigureAwait(false);
                    return 0;
                }).ConfigureAwait(false);
            return queue;
        }
        catch
        {
            await queue.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Queues the ranges of an ensemble that are not there yet; ranges that were given up are tried again.</summary>
    /// <param name="design">The ensemble.</param>
    /// <param name="scenario">The scenario file's bytes.</param>
    /// <param name="cancel">Stops the queueing; then nothing is queued.</param>
    internal Task Enqueue(EnsembleDesign design, byte[] scenario, CancellationToken cancel) => Do(async () =>
    {
        await using NpgsqlConnection open = await _source.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using NpgsqlTransaction all = await open.BeginTransactionAsync(cancel).ConfigureAwait(false);
        await using var ensemble = new NpgsqlCommand(
            "INSERT INTO linchpin_ensemble (design, runs, engine, dataset, table_hash, scenario, seed) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING", open, all)
        {
            Parameters =
            {
                new() { Value = design.Id }, new() { Value = design.Runs }, new() { Value = EnsembleDesign.Engine }, new() { Value = design.Table.Dataset.Name },
                new() { Value = design.Table.Hash }, new() { Value = scenario }, new() { Value = design.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture) },
            },
        };
        await ensemble.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        (int First, int Count)[] ranges = [.. design.Ranges()];
        await using var each = new NpgsqlCommand(
            """
            INSERT INTO linchpin_ensemble_range (design, runs, first, count) SELECT $1, $2, f, c FROM unnest($3, $4) AS r(f, c)
            ON CONFLICT (design, runs, first) DO UPDATE SET fault = NULL, attempts = 0 WHERE linchpin_ensemble_range.fault IS NOT NULL
            """, open, all)
        {
            Parameters =
            {
                new() { Value = design.Id }, new() { Value = design.Runs }, new() { Value = ranges.Select(r => r.First).ToArray() }, new() { Value = ranges.Select(r => r.Count).ToArray() },
            },
        };
        await each.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        await all.CommitAsync(cancel).ConfigureAwait(false);
        return 0;
    });

    /// <summary>Takes the oldest range that nobody works at, of a table that the worker has; <see langword="null"/> where there is none.</summary>
    internal Task<QueuedRange?> Take(string worker, InputOutputTable table, CancellationToken cancel) => Do(async () =>
    {
        await using NpgsqlCommand take = _source.CreateCommand(
            """
            UPDATE linchpin_ensemble_range r SET worker = $1, lease_until = now() + $2, attempts = r.attempts + 1
            FROM linchpin_ensemble e,
                (SELECT w.design, w.runs, w.first FROM linchpin_ensemble_range w JOIN linchpin_ensemble q USING (design, runs)
                 WHERE w.result IS NULL AND w.fault IS NULL AND (w.lease_until IS NULL OR w.lease_until < now())
                   AND q.engine = $3 AND q.dataset = $4 AND q.table_hash = $5
                 ORDER BY q.queued, w.design, w.runs, w.first LIMIT 1 FOR UPDATE OF w SKIP LOCKED) next
            WHERE r.design = next.design AND r.runs = next.runs AND r.first = next.first AND e.design = r.design AND e.runs = r.runs
            RETURNING r.design, r.runs, r.first, r.count, r.attempts, e.scenario, e.seed
            """);
        take.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = worker }, new() { Value = _lease }, new() { Value = EnsembleDesign.Engine }, new() { Value = table.Dataset.Name }, new() { Value = table.Hash },
        });
        await using NpgsqlDataReader row = await take.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        return await row.ReadAsync(cancel).ConfigureAwait(false)
            ? new QueuedRange(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetFieldValue<byte[]>(5), row.GetString(6)) : null;
    });

    /// <summary>Renews the lease of a range for as long as its worker holds it.</summary>
    internal async Task Renew(QueuedRange range, string worker, CancellationToken until)
    {
        using var timer = new PeriodicTimer(_lease / 3);
        while (await timer.WaitForNextTickAsync(until).ConfigureAwait(false))
        {
            await Change("UPDATE linchpin_ensemble_range SET lease_until = now() + $5 WHERE design = $1 AND runs = $2 AND first = $3 AND worker = $4 AND result IS NULL", range, worker, _lease, until).ConfigureAwait(false);
        }
    }

    /// <summary>Hands a result in; <see langword="false"/> where another worker had the range done before.</summary>
    internal async Task<bool> HandIn(QueuedRange range, string worker, byte[] result, CancellationToken cancel) => await Change(
        "UPDATE linchpin_ensemble_range SET result = $5, worker = $4, lease_until = NULL, fault = NULL WHERE design = $1 AND runs = $2 AND first = $3 AND result IS NULL",
        range, worker, result, cancel).ConfigureAwait(false) == 1;

    /// <summary>Gives a range up: its runs cannot be done.</summary>
    internal Task GiveUp(QueuedRange range, string worker, string fault, CancellationToken cancel) => Change(
        "UPDATE linchpin_ensemble_range SET fault = $5, lease_until = NULL WHERE design = $1 AND runs = $2 AND first = $3 AND worker = $4 AND result IS NULL", range, worker, fault, cancel);

    /// <summary>Gives a range back to the queue, for a worker that is stopped.</summary>
    internal Task GiveBack(QueuedRange range, string worker, CancellationToken cancel) => Change(
        "UPDATE linchpin_ensemble_range SET lease_until = NULL, worker = $5, attempts = attempts - 1 WHERE design = $1 AND runs = $2 AND first = $3 AND worker = $4 AND result IS NULL",
        range, worker, "", cancel);

    /// <summary>How far an ensemble is: ranges queued, done, and the first fault.</summary>
    internal Task<(int Ranges, int Done, string? Fault)> State(EnsembleDesign design, CancellationToken cancel) => Do(async () =>
    {
        await using NpgsqlCommand state = _source.CreateCommand(
            "SELECT count(*)::int, count(result)::int, min(fault) FROM linchpin_ensemble_range WHERE design = $1 AND runs = $2");
        state.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = design.Id }, new() { Value = design.Runs } });
        await using NpgsqlDataReader row = await state.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await row.ReadAsync(cancel).ConfigureAwait(false);
        return (row.GetInt32(0), row.GetInt32(1), row.IsDBNull(2) ? null : row.GetString(2));
    });

    /// <summary>The results of an ensemble, as far as they are there.</summary>
    internal Task<List<EnsembleRange>> Results(EnsembleDesign design, CancellationToken cancel) => Do(async () =>
    {
        var ranges = new List<EnsembleRange>();
        await using NpgsqlCommand results = _source.CreateCommand(
            "SELECT first, result FROM linchpin_ensemble_range WHERE design = $1 AND runs = $2 AND result IS NOT NULL ORDER BY first");
        results.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = design.Id }, new() { Value = design.Runs } });
        await using NpgsqlDataReader row = await results.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        while (await row.ReadAsync(cancel).ConfigureAwait(false))
        {
            ranges.Add(EnsembleRange.Read(row.GetFieldValue<byte[]>(1), design, FormattableString.Invariant($"{Place}, runs from {row.GetInt32(0)}")));
        }

        return ranges;
    });

    /// <summary>Takes an ensemble and its results out of the queue.</summary>
    internal Task Remove(EnsembleDesign design, CancellationToken cancel) => Do(async () =>
    {
        await using NpgsqlCommand remove = _source.CreateCommand("DELETE FROM linchpin_ensemble WHERE design = $1 AND runs = $2");
        remove.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = design.Id }, new() { Value = design.Runs } });
        return await remove.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private Task<int> Change(string sql, QueuedRange range, string worker, object value, CancellationToken cancel) => Do(async () =>
    {
        await using NpgsqlCommand change = _source.CreateCommand(sql);
        change.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = range.Design }, new() { Value = range.Runs }, new() { Value = range.First }, new() { Value = worker }, new() { Value = value },
        });
        return await change.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    });

    private async Task<T> Do<T>(Func<Task<T>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException or TimeoutException or System.IO.IOException)
        {
            throw ProgramFaults.Queue.Because(Shown.Short(e.Message, 300), Place);
        }
    }
}

/// <summary>A range that a worker took.</summary>
/// <param name="Design">Id of the design.</param>
/// <param name="Runs">Runs of the whole ensemble.</param>
/// <param name="First">The first run.</param>
/// <param name="Count">How many.</param>
/// <param name="Attempts">How often the range was taken, this time included.</param>
/// <param name="Scenario">The scenario file's bytes.</param>
/// <param name="Seed">The seed.</param>
internal sealed record QueuedRange(string Design, int Runs, int First, int Count, int Attempts, byte[] Scenario, string Seed);
