using System.Diagnostics;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Bench;

/// <summary>Appending and asking at a stated number of claims: 100 claims a document, half of them naming other entities; in a file or on a server.</summary>
internal static class LedgerBench
{
    private const int ClaimsEach = 100, Questions = 300;

    private static readonly string[] Sectors = ["semiconductors", "batteries", "critical-minerals", "artificial-intelligence", "quantum", "biotechnology"];
    private static readonly string[] Partners = ["USA", "KOR", "JPN", "IND", "AUS", "NLD", "DEU", "GBR"];

    /// <summary>Runs at a number of claims, into a folder's file or at an address.</summary>
    /// <param name="args"><c>[large | CLAIMS] [PLACE]</c></param>
    public static int Run(string[] args)
    {
        int[] sizes = args.FirstOrDefault() switch
        {
            null => [100_000, 1_000_000],
            "large" => [10_000_000],
            string size => [int.Parse(size, NumberStyles.None, CultureInfo.InvariantCulture)],
        };
        Console.WriteLine("| claims | made and appended, claims/s | appended a second of processor time | memory, MiB at a tenth / at the end | store, MiB | entity view p50 / p99, ms | the same as of a day | search page, two words p50 / p99, ms | a common word | with facets chosen | verify, s |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (int size in sizes)
        {
            One(size, args.ElementAtOrDefault(1));
        }

        return 0;
    }

    private static void One(int claims, string? place)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("linchpin-bench-");
        try
        {
            string path = place ?? Path.Combine(folder.FullName, "ledger.db");
            using var ledger = Ledger.Ledger.Open(path, "bench", TimeProvider.System);
            long start = Stopwatch.GetTimestamp(), early = 0;
            TimeSpan busyBefore = Busy();
            _ = Deposits(Math.Min(claims, 100_000)).Count();
            TimeSpan making = (Busy() - busyBefore) * (claims / Math.Min(claims, 100_000));
            start = Stopwatch.GetTimestamp();
            busyBefore = Busy();
            int stored = 0;
            ledger.Append(Deposits(claims), r =>
            {
                stored += r.ClaimsAdded;
                if (early == 0 && stored >= claims / 10)
                {
                    early = Memory();
                }
            });
            double busy = (Busy() - busyBefore - making).TotalSeconds, seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            long late = Memory(), bytes = place is null ? folder.GetFiles().Sum(f => f.Length) : 0;

            var owner = new Reader("bench", null, Owner: true, Community: true);
            int documents = claims / ClaimsEach, at = 0;
            EntityId Next() => EntityId.Of("commitment", $"c{(at += 7919) % documents}");
            AsOf then = new(Valid: new DateOnly(2015, 6, 30), PublishedBy: new DateOnly(2030, 6, 30), KnownBy: new DateOnly(2100, 1, 1));
            string view = Asked(() => ledger.View(owner).Entity(Next()));
            string past = Asked(() => ledger.View(owner, then).Entity(Next()));
            var all = new SearchFilter();
            var narrow = new SearchFilter("commitment", EntityId.Sector("batteries"), EntityId.Country("KOR"));
            string words = Asked(() => ledger.View(owner).Search($"promise number{(at += 7919) % documents}", all));
            string common = Asked(() => ledger.View(owner).Search("promise", all), 30);
            string chosen = Asked(() => ledger.View(owner).Search("promise topic0", narrow), 30);
            string verify = claims > 1_000_000 ? "" : Timed(() => ledger.Verify()).ToString("0.0", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {claims:#,0} | {claims / seconds:#,0} | {claims / busy:#,0} | {early >> 20:#,0} / {late >> 20:#,0} | {bytes >> 20:#,0} | {view} | {past} | {words} | {common} | {chosen} | {verify} |"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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

    /// <summary>The median and the 99th percentile of so many questions, after a tenth as many that do not count.</summary>
    private static string Asked(Action act, int questions = Questions)
    {
        for (int i = 0; i < questions / 10; i++)
        {
            act();
        }

        double[] times = [.. Enumerable.Range(0, questions).Select(_ => Timed(act) * 1000).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{times[questions / 2]:0.0} / {times[(int)(questions * 0.99)]:0.0}");
    }

    /// <summary>The deposits, made as they are asked for.</summary>
    private static IEnumerable<Deposit> Deposits(int claims) => Enumerable.Range(0, claims / ClaimsEach).Select(Deposit);

    private static Deposit Deposit(int number)
    {
        string text = string.Join(' ', Enumerable.Range(0, ClaimsEach).Select(i => $"Promise number{number} about topic{i} was made."));
        string hash = Passage.HashOf(text);
        var label = Handling.Clear("bench");
        var author = new Author(AuthorKind.Extractor, "bench", "1");
        var document = new Document(Document.IdOf(hash), hash, $"{number}.txt", "text/plain", $"Readout {number}", "Bench", PartialDate.Of(2000 + (number % 24)), "stated", "readout", text, label);
        var claims = new Claim[ClaimsEach];
        EntityId commitment = EntityId.Of("commitment", $"c{number}"), mechanism = EntityId.Of("mechanism", $"m{number % 50_000}");
        for (int i = 0, start = 0; i < ClaimsEach; i++)
        {
            start = text.IndexOf($"Promise number{number} about topic{i} ", start, StringComparison.Ordinal);
            var source = new DocumentSource(document.Id, Passage.In(text, start, start + 20));
            claims[i] = (i % 10) switch
            {
                0 => Of(commitment, "what", new TextValue($"Promise number{number} topic{i}")),
                1 => Of(commitment, "sector", new EntityValue(EntityId.Sector(Sectors[(number + i) % Sectors.Length]))),
                2 => Of(commitment, "who", new EntityValue(EntityId.Country(Partners[(number + i) % Partners.Length]))),
                3 => Of(mechanism, "alias", new TextValue($"Mechanism {number} by topic{i}")),
                4 => Of(EntityId.Of("event", $"e{number}-{i}"), "participant", new EntityValue(EntityId.Country(Partners[i % Partners.Length]))),
                _ when i % 2 == 0 => Of(EntityId.Of("event", $"e{number}-{i}"), "what", new TextValue($"Topic{i} of meeting {number} in words of some length")),
                _ => Of(EntityId.Of("event", $"e{number}-{i}"), "mechanism", new EntityValue(mechanism)),
            };

            Claim Of(EntityId subject, string property, Value value) =>
                new(subject, property, value, new ValidTime(PartialDate.Of(2000 + (number % 24)), null), source, author, label);
        }

        return Claims.Deposit.Of(document, claims);
    }
}
