using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>What all parts of one brief share: the record, the lattice, the names and references used so far.</summary>
internal sealed class BriefContext
{
    internal BriefContext(RecordIndex index, Lattice lattice, DateOnly recordAsOf)
    {
        Index = index;
        Lattice = lattice;
        RecordAsOf = recordAsOf;
        Names = new Names(index);
        References = new References(index);
        Exposures = new ExposureWords(index, Names);
    }

    internal RecordIndex Index { get; }

    internal Lattice Lattice { get; }

    /// <summary>The day of the record: what is due before it is overdue.</summary>
    internal DateOnly RecordAsOf { get; }

    internal Names Names { get; }

    internal References References { get; }

    internal ExposureWords Exposures { get; }

    /// <summary>What sections have told in full so far.</summary>
    internal ToldOnce Told { get; } = new();

    /// <summary>A sentence that states a fact, cited to these claims.</summary>
    internal Sentence Fact(string text, IEnumerable<HeldClaim> claims, params IEnumerable<Reference> also)
    {
        IReadOnlyList<Reference> cites = [.. References.Of(claims), .. also];
        return cites.Count > 0 ? new Sentence(SentenceKind.Fact, [new Phrase(Words.Capital(text), cites)])
            : throw new InvalidOperationException("A sentence that states a fact was made without a source: " + text);
    }

    /// <summary>A sentence that says where things stand that other sections tell in full, each place with its citations.</summary>
    internal Sentence ToldUnder(string lead, IEnumerable<(string Where, IEnumerable<HeldClaim> Claims)> told)
    {
        IGrouping<string, IEnumerable<HeldClaim>>[] places = [.. told.GroupBy(t => t.Where, t => t.Claims)];
        var phrases = new List<Phrase> { new(lead, []) };
        for (int i = 0; i < places.Length; i++)
        {
            string before = i == 0 ? "" : i == places.Length - 1 ? " and " : ", ";
            phrases.Add(new Phrase(before + places[i].Key, References.Of(places[i].SelectMany(c => c))));
        }

        return new Sentence(SentenceKind.Fact, [.. phrases, new Phrase(".", [])]);
    }

    /// <summary>A sentence that says what the record does not say.</summary>
    internal static Sentence Silence(string text) => new(SentenceKind.Silence, [new Phrase(Words.Capital(text), [])]);

    /// <summary>A sentence that says how to read the brief.</summary>
    internal static Sentence Note(string text) => new(SentenceKind.Note, [new Phrase(Words.Capital(text), [])]);
}
