using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Bench;

/// <summary>What a ledger of the benchmark is asked, each time of other documents where a question has any.</summary>
internal static class LedgerQuestions
{
    /// <summary>What the questions are called in the table, p50 / p99 in milliseconds.</summary>
    internal static readonly string[] Names =
    [
        "entity view, ms", "as of a day", "search page: two words", "a word in every passage", "the beginning of one", "with facets chosen", "the same for a reader of 1 in 100",
    ];

    internal static IReadOnlyList<Action> Of(Ledger.Ledger ledger, int documents)
    {
        var owner = new Reader("bench", null, Owner: true, Community: true);
        var outsider = new Reader("KOR", null, Owner: false, Community: false);
        AsOf then = new(Valid: new DateOnly(2015, 6, 30), PublishedBy: new DateOnly(2030, 6, 30), KnownBy: new DateOnly(2100, 1, 1));
        var all = new SearchFilter();
        var chosen = new SearchFilter("commitment", EntityId.Sector("batteries"), EntityId.Country("KOR"));
        int at = 0;
        int Next() => (at += 7919) % documents;
        EntityId Entity() => EntityId.Of("commitment", $"c{Next()}");
        return
        [
            () => ledger.View(owner).Entity(Entity()),
            () => ledger.View(owner, then).Entity(Entity()),
            () => ledger.View(owner).Search($"promise number{Next()}", all),
            () => ledger.View(owner).Search("promise", all),
            () => ledger.View(owner).Search("promis", all),
            () => ledger.View(owner).Search("promise topic0", chosen),
            () => ledger.View(outsider).Search("promise topic0", chosen),
        ];
    }
}
