using System.Globalization;
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

        return new BriefSection("chokepoints", brief.Say("choke.title"),
        [
            new BriefPart(brief.Say("choke.part"),
            [
                .. all.Select((c, i) => new BriefItem(null, [.. new[] { Cost(c, i > 0 ? Terms(all[i - 1]) : null), Unanswered(c) }.OfType<Sentence>()])),
                new BriefItem(brief.Note(new Said("choke.how"))),
            ]),
        ]);
    }

    /// <summary>The sectors of co-operation near the supplying sector on which no promise stands; <see langword="null"/> where there are none.</summary>
    private Sentence? Unanswered(Chokepoint chokepoint)
    {
        string[] open =
        [
            .. brief.Lattice.Rows.Where(r => brief.Lattice.Settings.Links.Of(r.Sector.Id).Any(l => l.TableSector == chokepoint.TableSector && l.Fit != Fit.Loose)
                && !r.Cells.SelectMany(c => c.Promises.Concat(c.PromisesOfSome)).Any(p => p.Stands)).Select(r => brief.Names.Sector(r.Sector)),
        ];
        return open.Length == 0 || brief.Told.Where($"open {chokepoint.TableSector}") is not null ? null : Told(chokepoint, brief.Silence(new Said("choke.open", new Either(open))));
    }

    private Sentence Told(Chokepoint chokepoint, Sentence sentence)
    {
        brief.Told.Tell($"open {chokepoint.TableSector}", brief.Say("choke.title"));
        return sentence;
    }

    private Sentence Cost(Chokepoint chokepoint, string? toldTerms)
    {
        brief.References.Weigh(chokepoint.Claims);
        Said terms = Terms(chokepoint) is var stated && stated == toldTerms ? new("choke.same-terms") : new("choke.in-year", chokepoint.Year.ToString(CultureInfo.InvariantCulture), stated);
        brief.References.Name(chokepoint);
        object partner = chokepoint.Place == SupplierPlace.Partner ? new Said("choke.partner") : "";
        return brief.Fact(
            new Said("choke.cost", ChokepointWords.Industry(chokepoint), partner, _words.Cost(chokepoint), terms),
            chokepoint.Members.Select(m => m.LossClaim));
    }

    private string Terms(Chokepoint chokepoint) => brief.Names.Say(_words.Terms(chokepoint));
}
