using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>What all parts of one brief share: the record, the lattice, the names and references used so far.</summary>
internal sealed class BriefContext
{
    internal BriefContext(RecordIndex index, Lattice lattice, DateOnly recordAsOf, Phrases phrases, int longestQuote = References.Whole, int mostSources = int.MaxValue)
    {
        Index = index;
        Lattice = lattice;
        RecordAsOf = recordAsOf;
        MostSources = mostSources;
        Names = new Names(index, phrases);
        References = new References(index, Names, longestQuote);
        Told = new ToldOnce(Names);
        Exposures = new ExposureWords(index);
    }

    internal RecordIndex Index { get; }

    internal Lattice Lattice { get; }

    /// <summary>The day of the record: what is due before it is overdue.</summary>
    internal DateOnly RecordAsOf { get; }

    /// <summary>How many sources of one promise are cited; where more tell of it, the full brief cites them.</summary>
    internal int MostSources { get; }

    internal Names Names { get; }

    internal References References { get; }

    internal ExposureWords Exposures { get; }

    /// <summary>What sections have told in full so far.</summary>
    internal ToldOnce Told { get; }

    /// <summary>A sentence that states a fact, cited to these claims.</summary>
    internal Sentence Fact(Said said, IEnumerable<HeldClaim> claims, params IEnumerable<Reference> also) => Fact(Names.Say(said), claims, also);

    /// <summary>The same of words already put together.</summary>
    internal Sentence Fact(string text, IEnumerable<HeldClaim> claims, params IEnumerable<Reference> also)
    {
        IReadOnlyList<Reference> cites = [.. References.Of(claims), .. also];
        return cites.Count > 0 ? new Sentence(SentenceKind.Fact, [new Phrase(Opened(text.EndsWith("….", StringComparison.Ordinal) ? text[..^1] : text), cites)])
            : throw new InvalidOperationException("A sentence that states a fact was made without a source: " + text);
    }

    /// <summary>A sentence that says where things stand that other sections tell in full, each place with its citations.</summary>
    internal Sentence ToldUnder(Said lead, IEnumerable<(string Where, IEnumerable<HeldClaim> Claims)> told)
    {
        IGrouping<string, IEnumerable<HeldClaim>>[] places = [.. told.GroupBy(t => t.Where, t => t.Claims)];
        var phrases = new List<Phrase> { new(Opened(Names.Say(lead)), []) };
        for (int i = 0; i < places.Length; i++)
        {
            string before = i == 0 ? "" : Say(i == places.Length - 1 ? "told.and" : "told.comma");
            phrases.Add(new Phrase(before + places[i].Key, References.Of(places[i].SelectMany(c => c))));
        }

        return new Sentence(SentenceKind.Fact, [.. phrases, new Phrase(Say("told.end"), [])]);
    }

    /// <summary>A sentence that says what the record does not say.</summary>
    internal Sentence Silence(Said said) => new(SentenceKind.Silence, [new Phrase(Opened(Names.Say(said)), [])]);

    /// <summary>A sentence that says how to read the brief.</summary>
    internal Sentence Note(Said said) => new(SentenceKind.Note, [new Phrase(Opened(Names.Say(said)), [])]);

    /// <summary>A heading or a part of a sentence.</summary>
    internal string Say(string key, params IReadOnlyList<object> values) => Names.Say(key, values);

    private string Opened(string text) => Names.English ? Words.Capital(text) : text;
}
