using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Starter;

namespace Linchpin.Tests.Starter;

/// <summary>The starter record as a reader sees it.</summary>
public sealed class StarterInLedgerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-starter-").FullName;
    private readonly Ledger.Ledger _ledger;

    public StarterInLedgerTests()
    {
        _ledger = Ledger.Ledger.Open(Path.Combine(_folder, "ledger"), "test-node", TimeProvider.System);
        foreach (Deposit deposit in StarterRecord.Read("test-node"))
        {
            _ledger.Append(deposit);
        }
    }

    [Fact]
    public void Anybody_may_read_all_of_it() =>
        _ledger.View(Reader.Public).Claims(new ClaimFilter()).Count.ShouldBe(StarterRecord.Read("test-node").Sum(d => d.Claims.Count));

    [Fact]
    public void Stored_a_second_time_it_adds_nothing() =>
        StarterRecord.Read("test-node").Select(d => _ledger.Append(d)).ShouldAllBe(r => r.ClaimsAdded == 0 && r.DocumentsAdded == 0);

    [Fact]
    public void Two_dates_for_Seouls_strategy_are_shown_as_a_conflict()
    {
        IReadOnlyList<Conflict> conflicts = _ledger.View(Reader.Public).Conflicts();

        Conflict conflict = conflicts.Single(c => c.Property.Id == "established");
        conflict.Sides.Select(s => s.Value.Display).ShouldBe(["2022", "2023-12"], ignoreOrder: true);
        conflict.Sides.SelectMany(s => s.Claims).Select(c => c.Claim.Source.Of).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Whether_the_technology_dialogue_was_an_agreement_is_a_conflict()
    {
        Conflict conflict = _ledger.View(Reader.Public).Conflicts().Single(c => c.Property.Id == "type");
        conflict.Sides.Select(s => s.Value.Display).ShouldBe(["agreement", "dialogue"], ignoreOrder: true);
    }

    [Fact]
    public void Before_a_brief_was_published_its_facts_are_not_there()
    {
        View view = _ledger.View(Reader.Public, new AsOf(PublishedBy: new DateOnly(2023, 12, 31)));
        view.Claims(new ClaimFilter()).ShouldAllBe(c => c.Published!.Value.Earliest <= new DateOnly(2023, 12, 31));
        view.Entities("commitment").ShouldNotBeEmpty();
    }

    [CorpusFact]
    public void With_the_document_at_hand_its_passages_are_quoted()
    {
        IReadOnlyDictionary<string, string> texts = Corpus.Texts();
        foreach (Deposit deposit in StarterRecord.Read("test-node"))
        {
            _ledger.Append(Deposit.Of(deposit.Documents[0] with { Text = texts[deposit.Documents[0].ContentHash] }, []));
        }

        _ledger.View(Reader.Public).Claims(new ClaimFilter()).ShouldAllBe(c => c.Quote != null && Passage.HashOf(c.Quote) == ((DocumentSource)c.Claim.Source).At.QuoteHash);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
