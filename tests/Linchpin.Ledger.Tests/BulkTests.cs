using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public abstract class BulkTests(Kept kept) : IDisposable
{
    // Four of them make a transaction.
    private const int TextLength = 5_000_000;

    private readonly Node _node = new(kept);

    public void Dispose() => _node.Dispose();

    [Fact]
    public void Each_deposit_is_reported_in_its_order_on_the_callers_thread_when_others_can_see_it()
    {
        using var reading = Ledger.Open(_node.Place, Node.Owner, _node.Clock);
        int thread = Environment.CurrentManagedThreadId, reported = 0, made = 0, ahead = 0;
        var heads = new List<string>();
        _node.Ledger.Append(Enumerable.Range(0, 13).Select(n => DepositOf(made = n)), receipt =>
        {
            Environment.CurrentManagedThreadId.ShouldBe(thread);
            reading.View(Node.OwnerReader).Claims(new ClaimFilter(Subject: EntityId.Parse($"event/e{reported}"))).Single().Quote.ShouldBe($"Number {reported}.");
            ahead = Math.Max(ahead, made - reported);
            heads.Add(receipt.Head);
            reported++;
        });
        reported.ShouldBe(13);

        // Held are those that are written and those that are gathered, and no more.
        ahead.ShouldBeInRange(1, 8);
        _node.Ledger.Verify().ShouldBe(new Verification(39, heads[^1], null, null));
        heads.Distinct().Count().ShouldBe(13);
    }

    [Fact]
    public void What_comes_before_a_deposit_at_fault_is_stored_and_reported_and_nothing_after_it()
    {
        int reported = 0;
        Deposit[] deposits = [.. Enumerable.Range(0, 6).Select(DepositOf)];
        deposits[4] = deposits[4] with { Judgements = [Judgement.Accept(new string('a', 32), Make.Analyst, "why", Make.Clear)] };
        Should.Throw<FaultException>(() => _node.Ledger.Append(deposits, _ => reported++)).Fault.Kind.Code.ShouldBe("ledger.judgement-target");
        reported.ShouldBe(4);
        _node.View.Documents().Count.ShouldBe(4);
        _node.Ledger.Append(deposits.Take(4), receipt => receipt.ClaimsKnown.ShouldBe(1));
        _node.Ledger.Verify().ShouldSatisfyAllConditions(v => v.Why.ShouldBeNull(), v => v.Entries.ShouldBe(12));
    }

    [Fact]
    public void An_error_of_whoever_makes_the_deposits_leaves_those_that_were_handed_over_stored_and_reported()
    {
        int reported = 0;
        Should.Throw<InvalidOperationException>(() => _node.Ledger.Append(Enumerable.Range(0, 9).Select(n => n < 6 ? DepositOf(n) : throw new InvalidOperationException("no more")), _ => reported++));
        (reported, _node.View.Documents().Count).ShouldBe((4, 4));
        _node.Ledger.Append(DepositOf(7)).ClaimsAdded.ShouldBe(1);
    }

    private static Deposit DepositOf(int n)
    {
        Document document = Make.Document($"Number {n}." + new string(' ', TextLength));
        return Deposit.Of(document, [Make.Claim(document, $"event/e{n}", "what", Make.Words($"thing {n}"), $"Number {n}.")]);
    }
}

public sealed class BulkInFileTests() : BulkTests(Kept.InFile);

public sealed class BulkOnServerTests() : BulkTests(Kept.OnServer);
