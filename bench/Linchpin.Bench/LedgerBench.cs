using System.Diagnostics;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Tests.Shared;

namespace Linchpin.Bench;

/// <summary>Appending, asking, verifying and importing at a stated number of claims; in a file or on a PostgreSQL server of its own.</summary>
internal static class LedgerBench
{
    private const int Questions = 300, More = 200_000;

    // As a team would set a server up on a machine of this size; everything is flushed.
    private static readonly string[] Server = ["shared_buffers=2GB", "max_wal_size=8GB", "random_page_cost=1.1", "jit=off"];

    /// <summary>Runs each size and prints the rows of the tables.</summary>
    /// <param name="args"><c>[large | CLAIMS] [PLACE | server] [import]</c>: where a place has a ledger already, some more is appended to it.</param>
    public static int Run(string[] args)
    {
        bool import = args.Contains("import");
        args = [.. args.Where(a => a != "import")];
        int[] sizes = args.FirstOrDefault() switch
        {
            null => [100_000, 1_000_000],
            "large" => [10_000_000],
            string size => [int.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture)],
        };
        var tables = new List<string>();
        foreach (int size in sizes)
        {
            One(size, args.ElementAtOrDefault(1), import, tables);
        }

        Console.WriteLine();
        Console.WriteLine("| claims | made and appended, claims/s | the last tenth of them | appended a second of processor time | memory, MiB at a tenth / at the end | store, MiB | verify, s |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        tables.Where(row => row.StartsWith("| a ", StringComparison.Ordinal)).ToList().ForEach(row => Console.WriteLine("| " + row[4..]));
        Console.WriteLine();
        Console.WriteLine($"| claims | {string.Join(" | ", LedgerQuestions.Names)} |");
        Console.WriteLine($"| ---: |{string.Concat(LedgerQuestions.Names.Select(_ => " ---: |"))}");
        tables.Where(row => row.StartsWith("| q ", StringComparison.Ordinal)).ToList().ForEach(row => Console.WriteLine("| " + row[4..]));
        if (import)
        {
            Console.WriteLine();
            Console.WriteLine("| claims | archive, MiB | export, s | memory, MiB | import, s | memory, MiB at a tenth / most |");
            Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: |");
            tables.Where(row => row.StartsWith("| i ", StringComparison.Ordinal)).ToList().ForEach(row => Console.WriteLine("| " + row[4..]));
        }

        return 0;
    }

    private static void One(int claims, string? place, bool import, List<string> tables)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("linchpin-bench-");
        using PostgresServer? server = place == "server" ? PostgresServer.With(Server) : null;
        string At(string name) => server is null ? Path.Combine(folder.FullName, name + ".db")
            : $"postgresql://postgres:{PostgresServer.Password}@127.0.0.1:{server.Port}/postgres?schema={name}";
        try
        {
            string path = server is null && place is not null ? place : At("ledger"), size = claims.ToString("#,0", CultureInfo.InvariantCulture) + (Ledger.Ledger.IsOnServer(path) ? " on PostgreSQL" : "");
            using var ledger = Ledger.Ledger.Open(path, "bench", TimeProvider.System);
            if (ledger.LastEntry == 0)
            {
                string appended = Append(ledger, claims);
                long bytes = server is null ? new FileInfo(path).Length : 0;
                double verify = Timed(() => ledger.Verify());
                tables.Add(string.Create(CultureInfo.InvariantCulture, $"| a {size} | {appended} | {(bytes > 0 ? $"{bytes >> 20:#,0}" : "")} | {verify:0.0} |"));
                Console.WriteLine(tables[^1]);
            }

            else
            {
                // Into what is there already: documents that come after those that were stored.
                Console.WriteLine($"| a {size} and {More:#,0} more | {Append(ledger, More, (int)(ledger.LastEntry / (LedgerDeposits.ClaimsEach + 2)))} | | |");
            }

            tables.Add($"| q {size} | {string.Join(" | ", LedgerQuestions.Of(ledger, claims / LedgerDeposits.ClaimsEach).Select(ask => Asked(ask, Questions)))} |");
            Console.WriteLine(tables[^1]);
            if (import)
            {
                tables.Add($"| i {size} | {Import(ledger, At("again"), Path.Combine(folder.FullName, "archive.jsonl"))} |");
                Console.WriteLine(tables[^1]);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Append(Ledger.Ledger ledger, int claims, int from = 0)
    {
        TimeSpan before = Busy();
        _ = LedgerDeposits.Of(Math.Min(claims, 100_000)).Count();
        TimeSpan making = (Busy() - before) * (claims / Math.Min(claims, 100_000));
        before = Busy();
        long start = Stopwatch.GetTimestamp(), early = 0, last = start;
        int stored = 0;
        ledger.Append(LedgerDeposits.Of(claims, from), r =>
        {
            stored += r.ClaimsAdded;
            early = early == 0 && stored >= claims / 10 ? Memory() : early;
            last = stored <= claims - (claims / 10) ? Stopwatch.GetTimestamp() : last;
        });
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds, tenth = Stopwatch.GetElapsedTime(last).TotalSeconds, busy = (Busy() - before - making).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{claims / seconds:#,0} | {claims / 10 / tenth:#,0} | {claims / busy:#,0} | {early >> 20:#,0} / {Memory() >> 20:#,0}");
    }

    private static string Import(Ledger.Ledger ledger, string place, string archive)
    {
        long most = 0, tenth = 0, entries = ledger.LastEntry;
        double export;
        using (var to = new FileStream(archive, FileMode.CreateNew))
        {
            export = Timed(() => ledger.Export(to, new Told(_ => most = Math.Max(most, Memory()))));
        }

        long written = most;
        most = 0;
        using var from = new FileStream(archive, FileMode.Open);
        using var again = Ledger.Ledger.Open(place, "bench", TimeProvider.System);
        double import = Timed(() => again.Import(from, "archive", new Told(n =>
        {
            most = Math.Max(most, Memory());
            tenth = n <= entries / 10 ? most : tenth;
        })));
        return string.Create(CultureInfo.InvariantCulture, $"{from.Length >> 20:#,0} | {export:0.0} | {written >> 20:#,0} | {import:0.0} | {tenth >> 20:#,0} / {most >> 20:#,0}");
    }

    private static long Memory()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    /// <summary>Processor time of this program, all cores: what other work on the machine does not change much. A server's is not in it.</summary>
    private static TimeSpan Busy()
    {
        using var self = Process.GetCurrentProcess();
        return self.TotalProcessorTime;
    }

    private static double Timed(Action act)
    {
        long start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>The median and the 99th percentile of so many questions, after the first, which is told beside them where it took more than twice the 99th.</summary>
    private static string Asked(Action act, int questions)
    {
        double first = Timed(act) * 1000;
        double[] times = [.. Enumerable.Range(0, questions).Select(_ => Timed(act) * 1000).Order()];
        double p99 = times[(int)(questions * 0.99)];
        return string.Create(CultureInfo.InvariantCulture, $"{times[questions / 2]:0.0} / {p99:0.0}{(first > 2 * p99 ? $" (first {first:0})" : "")}");
    }

    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
