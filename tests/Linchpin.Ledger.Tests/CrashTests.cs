using System.Diagnostics;
using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public sealed class CrashTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Lanes = 4, KillsInALane = 52;

    [Fact]
    public void A_process_killed_at_any_moment_loses_nothing_that_it_reported_and_leaves_nothing_half_written()
    {
        int[] stored = new int[Lanes], unreported = new int[Lanes];
        Parallel.For(0, Lanes, new ParallelOptions { MaxDegreeOfParallelism = Lanes }, lane => (stored[lane], unreported[lane]) = KillAndCheck(lane));

        // The moments must have been such that they could do harm: deposits were reported, and some kills came between a commit and its report.
        output.WriteLine($"{Lanes * KillsInALane} kills, {stored.Sum()} deposits reported, {unreported.Sum()} kills between a commit and its report");
        stored.Sum().ShouldBeGreaterThan(KillsInALane);
    }

    private static (int Stored, int Unreported) KillAndCheck(int lane)
    {
        var random = new Random(7919 + lane);
        string folder = Directory.CreateTempSubdirectory("linchpin-crash-").FullName;
        int stored = 0, unreported = 0;
        try
        {
            string path = Path.Combine(folder, "ledger.db");
            var reported = new List<(string Run, int Count)>();
            for (int kill = 0; kill < KillsInALane; kill++)
            {
                // Every eighth kill is of a process that has to make the file first.
                if (kill % 8 == 7)
                {
                    path = Path.Combine(folder, $"ledger-{kill}.db");
                    reported.Clear();
                }

                string run = $"{lane}-{kill}";
                (int count, string? head) = Kill(path, run, random.Next(0, 6), random.Next(0, 60_000), kill % 8 == 7);
                reported.Add((run, count));
                stored += count;
                unreported += Check(path, reported, head) ? 1 : 0;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return (stored, unreported);
    }

    /// <summary>Lets the process report so many deposits, spins a little, and kills it.</summary>
    private static (int Reported, string? Head) Kill(string path, string run, int lines, int spins, bool early)
    {
        using Process writer = WriterProcess.Start(path, run);
        var said = new List<string>();
        int wanted = early ? 1 : lines + 1;
        while (said.Count < wanted && writer.StandardOutput.ReadLine() is { } line)
        {
            said.Add(line);
        }

        Thread.SpinWait(early ? spins * 20 : spins);
        writer.Kill();
        writer.WaitForExit();
        said.AddRange(writer.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        said.ShouldNotContain(line => line.StartsWith("fault", StringComparison.Ordinal));

        // A line that the kill cut short reports nothing.
        string[][] receipts = [.. said.Select(l => l.Split(' ')).Where(w => w is ["stored", _, { Length: 64 }])];
        receipts.Select(w => w[1]).ShouldBe(Enumerable.Range(0, receipts.Length).Select(n => $"{n}"));
        return (receipts.Length, receipts.LastOrDefault()?[2]);
    }

    /// <summary>Opens the ledger again and looks for what was reported; true where one more deposit is there, stored and not yet reported.</summary>
    private static bool Check(string path, List<(string Run, int Count)> reported, string? head)
    {
        if (!File.Exists(path))
        {
            reported[^1].Count.ShouldBe(0);
            return false;
        }

        using var ledger = Ledger.Open(path, Node.Owner, TimeProvider.System);
        View view = ledger.View(Node.OwnerReader);
        (string lastRun, int lastCount) = reported[^1];
        foreach ((string run, int count) in lastCount < 3 ? reported : [reported[^1]])
        {
            for (int n = 0; n < count; n++)
            {
                Whole(view, run, n).ShouldBeTrue($"deposit {n} of run {run} was reported and is not there");
            }
        }

        bool another = Whole(view, lastRun, lastCount);
        Whole(view, lastRun, lastCount + 1).ShouldBeFalse();
        int documents = view.Documents().Count;
        view.Claims(new ClaimFilter()).Count.ShouldBe(documents * WriterProcess.ClaimsEach);
        view.Judgements().Count.ShouldBe(documents);
        Verification verified = ledger.Verify();
        verified.Why.ShouldBeNull();
        verified.Entries.ShouldBe(documents * (2 + WriterProcess.ClaimsEach + 1));
        if (!another && head is not null)
        {
            verified.Head.ShouldBe(head);
        }

        return another;
    }

    private static bool Whole(View view, string run, int n)
    {
        IReadOnlyList<HeldClaim> claims = view.Claims(new ClaimFilter(Subject: EntityId.Parse($"event/run-{run}-{n}")));
        claims.Count.ShouldBeOneOf(0, WriterProcess.ClaimsEach);
        claims.ShouldAllBe(c => c.Quote == "three things");
        return claims.Count > 0;
    }
}
