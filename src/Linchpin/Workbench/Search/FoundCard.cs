using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench.Search;

/// <summary>One thing among the hits of a page, with the passages that have the words.</summary>
/// <param name="Subject">The thing.</param>
/// <param name="Passages">Where the words stand, the best first.</param>
internal sealed record FoundCard(EntityId Subject, List<FoundPassage> Passages)
{
    /// <summary>The hits as cards, in the order of the best hit of each. A passage stands once, however many claims rest on it.</summary>
    public static IReadOnlyList<FoundCard> Of(IEnumerable<Hit> hits)
    {
        var passages = new List<FoundPassage>();
        foreach (Hit hit in hits)
        {
            if (passages.Find(p => p.Meets(hit)) is { } met)
            {
                met.Hits.Add(hit);
            }
            else
            {
                passages.Add(new FoundPassage([hit]));
            }
        }

        var cards = new List<FoundCard>();
        foreach (FoundPassage passage in passages)
        {
            FoundCard? card = cards.Find(c => passage.Hits.Exists(h => h.Claim.Subject == c.Subject));
            if (card is null)
            {
                cards.Add(card = new FoundCard(passage.Hits[0].Claim.Subject, []));
            }

            card.Passages.Add(passage);
        }

        return cards;
    }
}

/// <summary>The hits that stand in one passage, or that one calculation gave.</summary>
/// <param name="Hits">The hits, the best first.</param>
internal sealed record FoundPassage(List<Hit> Hits)
{
    /// <summary>The hit that shows most of the words around.</summary>
    public Hit Widest => Hits.MaxBy(h => h.Excerpt.Length)!;

    /// <summary>What else is said there: the hits about other things than the card's, each thing once.</summary>
    public IEnumerable<Hit> Others(EntityId subject) => Hits.Where(h => h.Claim.Subject != subject).DistinctBy(h => h.Claim.Subject);

    /// <summary>Whether a hit stands in this passage: of one document, with characters in common; of a dataset, about the same thing.</summary>
    public bool Meets(Hit hit) => (Hits[0].Claim.Claim.Source, hit.Claim.Claim.Source) switch
    {
        (DocumentSource a, DocumentSource b) => a.Document == b.Document && a.At.Start < b.At.End && b.At.Start < a.At.End,
        (DatasetSource a, DatasetSource b) => a.Of == b.Of && Hits[0].Claim.Subject == hit.Claim.Subject,
        _ => false,
    };
}
