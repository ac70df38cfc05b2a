using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Sectors;
using Linchpin.Briefing.Wording;

namespace Linchpin.Briefing.Briefs;

/// <summary>The section on the supplier industries whose stop would cost the partners most: what each would take from whom, with its source.</summary>
internal sealed class ChokepointSection(BriefContext brief)
{
    private readonly ChokepointWords _words = new(brief.Index, brief.Names);

    /// <summary>The section; <see langword="null"/> where the record holds no chokepoint with a loss of each partner.</summary>
    internal BriefSection? Make()
    {
        IReadOnlyList<Chokepoint> all = brief.Lattice.Chokepoints;
        if (all.Count == 0)
        {
            return null;
        }

        return new BriefSection("chokepoints", "Chokepoints",
        [
            new BriefPart("Supplier industries whose stop would cost these partners most",
            [
                .. all.Select((c, i) => new BriefItem(null, [.. new[] { Cost(c, i > 0 ? Terms(all[i - 1]) : null), Unanswered(c) }.OfType<Sentence>()])),
                new BriefItem(BriefContext.Note(
                    "A stop is of all of an industry’s deliveries to other countries, taken out of the table with nothing replaced and nothing adapting (hypothetical extraction). The loss is the value added that goes into those deliveries; what users could not make without them is not in it. Ranked by what the partners lose together, the supplier’s own loss left out; no mark is set, and no finding rests on it.")),
            ]),
        ]);
    }

    /// <summary>The sectors of co-operation near the supplying sector on which no promise stands; <see langword="null"/> where there are none.</summary>
    private Sentence? Unanswered(Chokepoint chokepoint)
    {
        string[] open =
        [
            .. brief.Lattice.Rows.Where(r => brief.Lattice.Settings.Links.Of(r.Sector.Id).Any(l => l.TableSector == chokepoint.TableSector && l.Fit != Fit.Loose)
                && !r.Cells.SelectMany(c => c.Promises.Concat(c.PromisesOfSome)).Any(p => p.Stands)).Select(r => Words.Sector(r.Sector.Label)),
        ];
        return open.Length == 0 || brief.Told.Where($"open {chokepoint.TableSector}") is not null ? null : Told(chokepoint, BriefContext.Silence($"On {Words.List(open, "or")} the record holds no promise of these partners that stands."));
    }

    private Sentence Told(Chokepoint chokepoint, Sentence sentence)
    {
        brief.Told.Tell($"open {chokepoint.TableSector}", "Chokepoints");
        return sentence;
    }

    private Sentence Cost(Chokepoint chokepoint, string? toldTerms)
    {
        brief.References.Weigh(chokepoint.Claims);
        string terms = Terms(chokepoint) is var stated && stated == toldTerms ? "on the same terms" : $"in {chokepoint.Year}, {stated}";
        brief.References.Name(chokepoint);
        string partner = chokepoint.Place == SupplierPlace.Partner ? ", itself a partner’s," : "";
        return brief.Fact(
            $"A stop of the deliveries abroad of {brief.Names.Say(ChokepointWords.Industry(chokepoint))}{partner} would take {brief.Names.Say(_words.Cost(chokepoint))}, {terms}.",
            chokepoint.Members.Select(m => m.LossClaim));
    }

    private string Terms(Chokepoint chokepoint) => brief.Names.Say(_words.Terms(chokepoint));
}
