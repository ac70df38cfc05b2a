using System.Diagnostics;
using Linchpin.Tests.Shared;
using Npgsql;

namespace Linchpin.Tests.Commands;

/// <summary>Ensembles shared out over worker processes through a real PostgreSQL.</summary>
public sealed class EnsembleQueueTests : IClassFixture<PostgresServer>, IDisposable
{
    private static readonly string Folder = Repository.At("data", "starter", "tables", "wiod2013");
    private static readonly string[] Table = ["--table", Folder, "--year", "2011"];

    private readonly Cli _cli = new();
    private readonly PostgresServer _server;
    private readonly string[] _ensemble;
    private readonly string _database = "t" + Guid.NewGuid().ToString("N");

    public EnsembleQueueTests(PostgresServer server)
    {
        _server = server;
        _ensemble = ["supply", "ensemble", Scenario(10), .. Table, "--runs", "100", "--seed", "3", "--json"];
        if (PostgresServer.Programs is not null)
        {
            Do("postgres", $"CREATE DATABASE {_database}");
        }
    }

    private string[] Queue => ["--queue", _server.Connection(_database), "--lease", "3"];

    [PostgresFact]
    public void Any_number_of_workers_give_the_bits_that_one_machine_gives()
    {
        string alone = _cli.Do(_ensemble);
        _cli.Do([.. _ensemble, .. Queue, "--enqueue"]).Trim().Length.ShouldBe(64);
        Ended[] workers = new Ended[3];
        Parallel.For(0, workers.Length, k => workers[k] = _cli.Run(["supply", "worker", .. Table, .. Queue]));
        workers.ShouldAllBe(w => w.Code == 0);

        // Each range was taken once, by one of them.
        int[] taken = [.. workers.Select(w => w.Error.Split('\n').Count(l => l.Contains(" of 100 of ", StringComparison.Ordinal)))];
        taken.Sum().ShouldBe(5);
        Ask("SELECT count(*) FROM linchpin_ensemble_range WHERE result IS NOT NULL AND attempts = 1").ShouldBe(5L);
        _cli.Do([.. _ensemble, .. Queue]).ShouldBe(alone);
        Ask("SELECT count(*) FROM linchpin_ensemble_range").ShouldBe(0L);
    }

    [PostgresFact]
    public void A_killed_workers_range_is_taken_up_by_another_and_the_bits_are_the_same()
    {
        string alone = _cli.Do(_ensemble);
        _cli.Do([.. _ensemble, .. Queue, "--enqueue"]);
        using (Process worker = _cli.Start(["supply", "worker", .. Table, .. Queue]))
        {
            string? line;
            do
            {
                line = worker.StandardError.ReadLine();
                line.ShouldNotBeNull();
            }
            while (!line.Contains("runs 0 to 23 of 100", StringComparison.Ordinal));
            worker.Kill();
            worker.WaitForExit();
        }

        // It held the range when it died.
        Ask("SELECT count(*) FROM linchpin_ensemble_range WHERE first = 0 AND result IS NULL AND lease_until IS NOT NULL AND attempts = 1").ShouldBe(1L);
        Ended gathered = _cli.Run([.. _ensemble, .. Queue]);
        gathered.Code.ShouldBe(0, gathered.Error);
        gathered.Output.ShouldBe(alone);
        gathered.Error.Split('\n').Count(l => l.Contains("runs 0 to 23 of 100", StringComparison.Ordinal)).ShouldBe(1);
    }

    [PostgresFact]
    public void A_worker_does_not_take_the_runs_of_a_table_or_an_engine_that_it_does_not_have()
    {
        _cli.Do([.. _ensemble, .. Queue, "--enqueue"]);
        _cli.Run(["supply", "worker", "--table", Folder, "--year", "2000", .. Queue]).Error.ShouldContain("nothing to do");
        Do(_database, "UPDATE linchpin_ensemble SET engine = 'linchpin-ensemble/0'");
        _cli.Run(["supply", "worker", .. Table, .. Queue]).Error.ShouldContain("nothing to do");
        Ask("SELECT sum(attempts) FROM linchpin_ensemble_range").ShouldBe(0L);
    }

    [PostgresFact]
    public void A_scenario_that_was_changed_in_the_queue_is_refused()
    {
        _cli.Do([.. _ensemble, .. Queue, "--enqueue"]);
        byte[] other = File.ReadAllBytes(Scenario(11));
        Do(_database, "UPDATE linchpin_ensemble SET scenario = $1", other);
        _cli.Run(["supply", "worker", .. Table, .. Queue]).Code.ShouldBe(0);
        Ask("SELECT count(*) FROM linchpin_ensemble_range WHERE fault LIKE '%program.queued-runs%' AND result IS NULL").ShouldBe(5L);
    }

    [PostgresFact]
    public void Runs_that_cannot_be_done_end_the_ensemble_with_their_fault_and_may_be_asked_for_again()
    {
        string scenario = _cli.File("clash.json", """
            { "settings": { "steps": 20 }, "events": [ { "kind": "capacity-loss", "target": "CHN:c14", "share": 0.5, "start": 1, "duration": 3 },
                                                       { "kind": "capacity-loss", "target": "CHN:c14", "share": 0.5, "start": 9, "duration": 3 } ],
              "uncertainty": { "events": [ { "event": 1, "duration": { "distribution": "uniform", "low": 1, "high": 15 } } ] } }
            """);
        string[] command = ["supply", "ensemble", scenario, .. Table, "--runs", "30"];
        foreach (string[] options in new string[][] { [], Queue, Queue })
        {
            Ended ended = _cli.Run([.. command, .. options]);
            ended.Code.ShouldNotBe(0);
            ended.Error.ShouldContain("supply.event-overlap");
            ended.Error.ShouldContain("run ");
        }
    }

    [PostgresFact]
    public void A_range_that_is_never_handed_in_is_given_up_after_some_attempts()
    {
        _cli.Do([.. _ensemble, .. Queue, "--enqueue"]);
        Do(_database, "UPDATE linchpin_ensemble_range SET attempts = 5 WHERE first = 24");
        _cli.Run(["supply", "worker", .. Table, .. Queue]).Code.ShouldBe(0);
        Ask("SELECT count(*) FROM linchpin_ensemble_range WHERE fault IS NOT NULL").ShouldBe(1L);
        Ended ended = _cli.Run([.. _ensemble, .. Queue]);
        ended.Code.ShouldBe(0, "an ensemble that is asked for again tries what was given up once more");
    }

    [PostgresFact]
    public void A_wrong_password_is_a_fault_and_neither_password_is_printed()
    {
        Ended ended = _cli.Run([.. _ensemble, "--queue", _server.Connection(_database, "another-secret")]);
        ended.Code.ShouldBe(7);
        ended.Error.ShouldContain("program.queue");
        (ended.Error + ended.Output).ShouldNotContain("another-secret");
        (ended.Error + ended.Output).ShouldNotContain(PostgresServer.Password);
    }

    public void Dispose() => _cli.Dispose();

    private string Scenario(int inventories) => _cli.File($"ban-{inventories}.json", $$"""
        { "settings": { "steps": 30, "inventory_days": {{inventories}} },
          "events": [ { "kind": "export-ban", "target": "CHN:c14", "to": "KOR,JPN", "share": 1, "start": 1, "duration": 20 } ] }
        """);

    private void Do(string database, string sql, params object[] values)
    {
        using NpgsqlDataSource source = NpgsqlDataSource.Create(_server.Connection(database));
        using NpgsqlCommand command = source.CreateCommand(sql);
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }).ToArray());
        command.ExecuteNonQuery();
    }

    private object? Ask(string sql)
    {
        using NpgsqlDataSource source = NpgsqlDataSource.Create(_server.Connection(_database));
        using NpgsqlCommand command = source.CreateCommand(sql);
        return command.ExecuteScalar();
    }
}
