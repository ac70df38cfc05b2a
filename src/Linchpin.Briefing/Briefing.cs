using Linchpin.Briefing.Agendas;
using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Briefs.Outlines;
using Linchpin.Briefing.Briefs.Short;
using Linchpin.Briefing.Changes;
using Linchpin.Briefing.Continuity;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing;

/// <summary>The room's door: a lattice and a brief made from one view of the record, for the view's reader.</summary>
/// <param name="view">The record as the reader may see it. Every kind is read from it once, on first use.</param>
/// <param name="settings">What counts as an exposure.</param>
public sealed class Briefing(View view, LatticeSettings settings)
{
    private const int MostPartners = 6;

    private readonly Lazy<RecordIndex> _index = new(() => new RecordIndex(view));
    private IReadOnlyList<Promise>? _promises;

    internal View View => view;

    internal RecordIndex Index => _index.Value;

    /// <summary>The lattice of these partners.</summary>
    /// <param name="partners">Two to six ISO 3166 alpha-3 codes, each once.</param>
    /// <exception cref="FaultException"><c>briefing.too-few-partners</c>, <c>briefing.too-many-partners</c>, <c>briefing.partner-unknown</c>, <c>briefing.same-partner-twice</c></exception>
    public Lattice Lattice(IReadOnlyList<string> partners) => new LatticeMaker(_index.Value, settings, Chosen(partners)).Make();

    /// <summary>The brief of these partners.</summary>
    /// <param name="partners">Two to six ISO 3166 alpha-3 codes, each once.</param>
    /// <param name="recordAsOf">The day to print as "record as of", where the view's clocks are not set; the caller's today.</param>
    /// <param name="wish">How long, on which sectors, in which language and order.</param>
    /// <exception cref="FaultException">As <see cref="Lattice"/>; <c>briefing.sector-unknown</c></exception>
    public Brief Brief(IReadOnlyList<string> partners, DateOnly recordAsOf, BriefWish? wish = null)
    {
        wish ??= new BriefWish();
        Phrases phrases = Phrases.Of(wish.Language);
        Lattice lattice = Lattice(partners).Of(wish.Sectors);
        Brief made = wish.Length == BriefLength.Short
            ? new ShortBrief(_index.Value, lattice, recordAsOf, wish.Outline, phrases).Make()
            : new BriefMaker(_index.Value, lattice, recordAsOf, wish.Outline, phrases).Make();
        return BriefArranging.Of(made, wish.Outline, view.Reader, recordAsOf);
    }

    /// <summary>Every commitment of the view as a promise, whoever made it; latest first, undated last.</summary>
    public IReadOnlyList<Promise> Promises() => _promises ??= new PromiseReader(_index.Value, [.. Vocabulary.Countries.Keys.Select(EntityId.Country)]).Read();

    /// <summary>The entities of a kind, by id: those that this briefing has read for itself where it needs the kind, so that they are held once.</summary>
    /// <param name="kind">A kind of the vocabulary.</param>
    public IReadOnlyList<Entity> Entities(string kind) => _index.Value.Of(kind);

    /// <summary>The supplier industries of every year that the record holds, ranked by what a stop of their deliveries abroad would take from these partners together.</summary>
    /// <param name="partners">Two to six ISO 3166 alpha-3 codes, each once.</param>
    /// <exception cref="FaultException">As <see cref="Lattice"/>.</exception>
    public IReadOnlyList<Chokepoint> Chokepoints(IReadOnlyList<string> partners) => new ChokepointReader(_index.Value, settings, Chosen(partners)).All();

    /// <summary>What a successor on the desk must know on a day.</summary>
    /// <param name="partners">Two to six ISO 3166 alpha-3 codes, each once.</param>
    /// <param name="on">The day. To be without hindsight, make the view of what had been published by then.</param>
    /// <param name="horizon">How many days ahead what is due or lapses is told.</param>
    /// <exception cref="FaultException">As <see cref="Lattice"/>.</exception>
    public ContinuityReport Continuity(IReadOnlyList<string> partners, DateOnly on, int horizon) => new ContinuityMaker(_index.Value, Chosen(partners), on, horizon).Make();

    /// <summary>What stands open for the next round of a mechanism, and what came of it once sources tell of that round.</summary>
    /// <param name="asked">The clocks asked for.</param>
    /// <param name="at">The same reader's record as of other clocks: the day before the round and the day of the last one are asked for.</param>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="on">The day of the round.</param>
    /// <param name="horizon">How many days after it what is due or lapses is told.</param>
    public static Agenda Agenda(AsOf asked, Func<AsOf, Briefing> at, EntityId mechanism, DateOnly on, int horizon) => new AgendaMaker(asked, at, mechanism, on, horizon).Make();

    /// <summary>An agenda as a document with references, to be written as the brief is.</summary>
    /// <param name="agenda">The agenda, made from this view and earlier ones.</param>
    /// <param name="recordAsOf">As in <see cref="Brief"/>.</param>
    /// <param name="language">BCP 47 tag of the language of its own words; English where it has none.</param>
    public Brief Document(Agenda agenda, DateOnly recordAsOf, string language = "en") => new AgendaDocument(Index, new Names(Index, Phrases.Of(language)), agenda, recordAsOf).Make();

    /// <summary>What is different between two views of the same record for the same reader.</summary>
    /// <param name="before">The earlier.</param>
    /// <param name="after">The later.</param>
    /// <param name="valid">Whether they differ in valid time, so that what has no valid time is what the clock cannot place; else what no source dates is.</param>
    public static RecordChanges Between(View before, View after, bool valid) => ChangeReader.Between(before, after, valid);

    private static List<EntityId> Chosen(IReadOnlyList<string> partners)
    {
        var chosen = new List<EntityId>(partners.Count);
        foreach (string partner in partners.Take(MostPartners + 1))
        {
            EntityId id = Country(partner);
            if (chosen.Contains(id))
            {
                throw BriefingFaults.SamePartnerTwice.Because($"{id.Name} is named twice.");
            }

            chosen.Add(id);
        }

        return chosen.Count < 2 ? throw BriefingFaults.TooFewPartners.Because($"{chosen.Count} partner named.")
            : chosen.Count > MostPartners ? throw BriefingFaults.TooManyPartners.Because($"{partners.Count} partners named.")
            : chosen;
    }

    private static EntityId Country(string partner)
    {
        try
        {
            return EntityId.Country(Vocabulary.Country(partner));
        }
        catch (FaultException e)
        {
            throw BriefingFaults.PartnerUnknown.Because(e.Fault.Cause, inner: e);
        }
    }
}
