using System.Diagnostics;
using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public abstract class ConcurrencyTests(Kept kept) : IDisposable
{
    private const int Deposits = 60;
    private readonly Node _node = new(kept);

    public void Dispose() => _node.Dispose();

    [Fact]
    public async Task A_reader_never_sees_half_a_deposit_and_two_writers_both_succeed()
    {
        using var other = Ledger.Open(_node.Place, Node.Owner, _node.Clock);
        using var reading = Ledger.Open(_node.Place, Node.Owner, _node.Clock);
        Task[] writers = [Task.Run(() => Write(_node.Ledger, "one")), Task.Run(() => Write(other, "two"))];
        Task all = Task.WhenAll(writers);
        int views = 0;
        do
        {
            View view = reading.View(Node.OwnerReader);
            int claims = view.Claims(new ClaimFilter()).Count, documents = view.Documents().Count, judgements = view.Judgements().Count;
            (claims, judgements).ShouldBe((documents * WriterProcess.ClaimsEach, documents));
            view.Entities("event").Count.ShouldBe(documents);
            view.Search("thing").Select(h => h.Claim.Claim.Source.Of).Distinct().Count().ShouldBe(Math.Min(documents, 50));
            views++;
        }
        while (!all.IsCompleted);
        await all;

        views.ShouldBeGreaterThan(1);
        _node.View.Documents().Count.ShouldBe(2 * Deposits);
        _node.Ledger.Verify().ShouldSatisfyAllConditions(v => v.Why.ShouldBeNull(), v => v.Entries.ShouldBe(2 * Deposits * (2 + WriterProcess.ClaimsEach + 1)));
    }

    [Fact]
    public void Two_processes_that_judge_the_same_claims_at_once_lose_no_judgement()
    {
        Document document = Make.Document("Three things were said of each.");
        Claim[] claims = [.. Enumerable.Range(0, 40).Select(i => Make.Claim(document, $"event/e{i}", "what", Make.Words($"thing {i}"), "Three things"))];
        _node.Ledger.Append(Deposit.Of(document, claims));
        Process[] judges = [WriterProcess.StartJudge("accept", _node.Place, "Ada"), WriterProcess.StartJudge("reject", _node.Place, "Bede"), WriterProcess.StartJudge("accept", _node.Place, "Ada")];
        Array.ForEach(judges, j => j.StandardInput.WriteLine("go"));
        string[][] said = [.. judges.Select(j => j.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        foreach (Process judge in judges)
        {
            judge.WaitForExit();
            judge.ExitCode.ShouldBe(0);
            judge.Dispose();
        }

        // Of two processes that say the same word for word, one is the first; what it said is not doubled.
        said[1].Count(line => line.StartsWith("judged 1 ", StringComparison.Ordinal)).ShouldBe(claims.Length);
        said[0].Concat(said[2]).Count(line => line.StartsWith("judged 1 ", StringComparison.Ordinal)).ShouldBe(claims.Length);
        IReadOnlyList<HeldJudgement> judgements = _node.View.Judgements();
        judgements.Select(j => (j.Judgement.On, j.Judgement.By.Name)).ShouldBe(claims.SelectMany(c => new[] { (c.Id, "Ada"), (c.Id, "Bede") }), ignoreOrder: true);

        // The last one decides how a claim stands.
        HashSet<string> accepted = [.. judgements.GroupBy(j => j.Judgement.On).Where(g => g.Last().Judgement.Act == JudgementAct.Accept).Select(g => g.Key)];
        _node.View.Claims(new ClaimFilter()).Select(c => c.Claim.Id).ShouldBe(accepted, ignoreOrder: true);
        _node.Ledger.Verify().ShouldSatisfyAllConditions(v => v.Why.ShouldBeNull(), v => v.Entries.ShouldBe(2 + (3 * claims.Length)));
    }

    [Fact]
    public void One_view_may_be_asked_by_several_threads()
    {
        Write(_node.Ledger, "one");
        View view = _node.View;
        int[] counts = new int[8];
        Parallel.For(0, counts.Length, i => counts[i] = view.Entities("event").Count + view.Search("thing", 500).Count + view.NameOf(EntityId.Parse("event/run-one-1")).Length);
        counts.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Conflicts_and_later_versions_may_be_asked_of_one_view_by_several_threads()
    {
        Document[] first = [.. Enumerable.Range(0, 24).Select(i => Make.Document($"Version one of text {i}. It stands."))], later = [.. Enumerable.Range(0, 24).Select(i => Make.Document($"Version two of text {i}. It stands{(i % 2 == 0 ? "." : " no more.")}"))];
        foreach ((Document old, Document now) in first.Zip(later))
        {
            Claim Dated(Document from, string date) => Make.Claim(from, "mechanism/m", "established", Make.On(date), "It stands" + (from == old ? "." : ""));
            _node.Ledger.Append(new Deposit([old, now], [], [Dated(old, "2021"), Dated(now, "2022"), Make.Claim(now, now.Id.ToString(), "supersedes", new EntityValue(old.Id))], []));
        }

        foreach (int _ in Enumerable.Range(0, 5))
        {
            View view = _node.View;
            HeldClaim[] old = [.. view.Claims(new ClaimFilter(Property: "established")).Where(c => c.Value == Make.On("2021"))];
            bool?[][] stands = new bool?[8][];
            int[] conflicts = new int[8];
            Parallel.For(0, stands.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            {
                conflicts[i] = view.Conflicts().Single().Sides.Sum(s => s.Support.Publishers);
                stands[i] = [.. old.Select(c => view.InLatestVersion(c)!.Stands)];
            });
            conflicts.ShouldAllBe(c => c == 2);
            stands.ShouldAllBe(s => s.SequenceEqual(old.Select((_, i) => (bool?)(i % 2 == 0))));
        }
    }

    [Fact]
    public void Several_processes_may_make_the_ledger_at_once()
    {
        Ledger[] opened = new Ledger[4];
        Parallel.For(0, opened.Length, i => opened[i] = Ledger.Open(_node.Place, Node.Owner, _node.Clock));
        for (int i = 0; i < opened.Length; i++)
        {
            opened[i].Append(WriterProcess.DepositOf($"p{i}", 0)).ClaimsAdded.ShouldBe(WriterProcess.ClaimsEach);
        }

        opened[0].View(Node.OwnerReader).Documents().Count.ShouldBe(opened.Length);
        Array.ForEach(opened, l => l.Dispose());
        if (kept == Kept.InFile)
        {
            Directory.GetFiles(Path.GetDirectoryName(_node.FilePath)!).ShouldBe([_node.FilePath]);
        }
    }

    [Fact]
    public void A_closed_ledger_says_so()
    {
        Ledger ledger = _node.Ledger;
        View view = ledger.View(Node.OwnerReader);
        _node.Close();
        Should.Throw<ObjectDisposedException>(() => view.Documents());
        Should.Throw<ObjectDisposedException>(() => ledger.Append(WriterProcess.DepositOf("late", 0)));
    }

    private static void Write(Ledger ledger, string run)
    {
        for (int n = 0; n < Deposits; n++)
        {
            ledger.Append(WriterProcess.DepositOf(run, n)).ClaimsAdded.ShouldBe(WriterProcess.ClaimsEach);
        }
    }
}

public sealed class ConcurrencyInFileTests() : ConcurrencyTests(Kept.InFile);

public sealed class ConcurrencyOnServerTests() : ConcurrencyTests(Kept.OnServer);
