using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Lattices;

/// <summary>Puts promises, mechanisms and exposures into cells and finds what each cell comes to.</summary>
internal sealed class LatticeMaker(RecordIndex index, LatticeSettings settings, IReadOnlyList<EntityId> partners)
{
    private readonly IReadOnlyList<LatticeColumn> _columns = Columns(index.View, partners);

    internal Lattice Make()
    {
        IReadOnlyList<Promise> promises = new PromiseReader(index, partners).Read();
        var exposures = new ExposureReader(index, settings, partners);
        var chokepoints = new ChokepointReader(index, settings, partners);
        ILookup<(string, string), Promise> placed = promises
            .Where(p => p.Countries.Count > 0)
            .SelectMany(p => p.Sectors, (p, sector) => (p, key: (sector.Name, KeyOf(p.Countries))))
            .ToLookup(x => x.key, x => x.p);
        ILookup<(string, string), CellMechanism> mechanisms = Mechanisms(promises);
        var rows = new List<LatticeRow>(Vocabulary.Sectors.Count);
        foreach (SectorTerm sector in Vocabulary.Sectors)
        {
            Promise[] ofSome = [.. placed.Where(g => g.Key.Item1 == sector.Id && _columns.All(c => KeyOf(c.Partners) != g.Key.Item2)).SelectMany(g => g)];
            Draft[] drafts = [.. _columns.Select(c => new Draft(
                c,
                [.. mechanisms[(sector.Id, KeyOf(c.Partners))]],
                [.. placed[(sector.Id, KeyOf(c.Partners))]],
                c.Kind == ColumnKind.Group ? ofSome : [],
                exposures.Of(sector.Id, c.Partners),
                chokepoints.Of(sector.Id, c.Partners)))];
            rows.Add(new LatticeRow(sector, [.. drafts.Select(d => Cell(sector, d, drafts))], settings.Links.WhyNone(sector.Id)));
        }

        return new Lattice(
            partners, index.View.Reader, index.View.AsOf, settings, _columns, rows,
            [.. promises.Where(p => p.Countries.Count > 0 && p.Sectors.Count == 0)],
            [.. promises.Where(p => p.Countries.Count == 0)], chokepoints.Of(partners));
    }

    /// <summary>Each partner; each pair; the whole group. For two partners the pair is the group.</summary>
    private static List<LatticeColumn> Columns(View view, IReadOnlyList<EntityId> partners)
    {
        var columns = new List<LatticeColumn>();
        void Add(ColumnKind kind, params EntityId[] set) =>
            columns.Add(new LatticeColumn(string.Join('+', set.Select(p => p.Name)), string.Join(" + ", set.Select(view.NameOf)), set, kind));
        foreach (EntityId partner in partners)
        {
            Add(ColumnKind.Partner, partner);
        }

        for (int i = 0; partners.Count > 2 && i < partners.Count; i++)
        {
            for (int j = i + 1; j < partners.Count; j++)
            {
                Add(ColumnKind.Pair, partners[i], partners[j]);
            }
        }

        Add(ColumnKind.Group, [.. partners]);
        return columns;
    }

    /// <summary>The chosen partners among the countries, as one key.</summary>
    private string KeyOf(IEnumerable<EntityId> countries) => string.Join('+', partners.Where(countries.Contains).Select(p => p.Name));

    private ILookup<(string, string), CellMechanism> Mechanisms(IReadOnlyList<Promise> promises)
    {
        ILookup<EntityId, Promise> promisesOf = promises.SelectMany(p => p.Mechanisms, (p, m) => (m, p)).ToLookup(x => x.m, x => x.p);
        var placed = new List<((string, string) Key, CellMechanism Mechanism)>();
        foreach (Entity mechanism in index.Mechanisms)
        {
            HeldClaim[] members = [.. mechanism.Of("member").Concat(mechanism.Of("party")).Where(c => c.Value is EntityValue)];
            EntityId[] countries = [.. members.SelectMany(c => index.CountriesOf(RecordIndex.Target(c))).Distinct().Order()];
            string key = KeyOf(countries);
            if (key.Length == 0)
            {
                continue;
            }

            IEnumerable<HeldClaim> ties = RecordIndex.SectorClaims(mechanism)
                .Concat(index.EventsOf[mechanism.Id].SelectMany(e => RecordIndex.SectorClaims(e)))
                .Concat(promisesOf[mechanism.Id].SelectMany(p => p.Claims.Where(c =>
                    c.Claim.Property == "sector" && c.Value is EntityValue v && p.Sectors.Contains(v.Id))));
            foreach (IGrouping<EntityId, HeldClaim> sector in ties.GroupBy(RecordIndex.Target))
            {
                placed.Add(((sector.Key.Name, key), new CellMechanism(
                    mechanism.Id, mechanism.Name, [.. countries.Except(partners)], [.. members, .. sector.DistinctBy(c => c.Claim.Id)])));
            }
        }

        return placed.ToLookup(p => p.Key, p => p.Mechanism);
    }

    private LatticeCell Cell(SectorTerm sector, Draft draft, Draft[] row)
    {
        Promise[] own = [.. draft.Promises.Where(p => p.Stands)];
        Exposure[] counted = [.. draft.Exposures.Where(e => e.Place == SupplierPlace.Foreign)];
        Draft[] wider = [];
        Finding finding;
        if (own.Length > 0)
        {
            finding = own.Any(p => p.HasEvidence) ? Finding.Covered : Finding.PromisedNothingSince;
        }
        else if (counted.Any(e => e.Share >= settings.Threshold))
        {
            wider = [.. row.Where(d => d.Column.Partners.Count > draft.Column.Partners.Count
                && draft.Column.Partners.All(d.Column.Partners.Contains) && d.Promises.Any(p => p.Stands))];
            finding = wider.Length == 0 ? Finding.ExposedWithoutPromise
                : wider.Any(d => d.Promises.Any(p => p.Stands && p.HasEvidence)) ? Finding.Covered : Finding.PromisedNothingSince;
        }
        else
        {
            finding = counted.Length > 0 ? Finding.BelowThreshold : Finding.NoData;
        }

        var cell = new LatticeCell(
            sector.Id, draft.Column, draft.Mechanisms, draft.Promises, draft.PromisesOfSome, draft.Exposures, draft.Chokepoints,
            finding, [.. wider.Select(d => d.Column.Id)], "");
        return new CellSentence(index, settings, sector, cell).Write();
    }

    private sealed record Draft(
        LatticeColumn Column, IReadOnlyList<CellMechanism> Mechanisms, IReadOnlyList<Promise> Promises, IReadOnlyList<Promise> PromisesOfSome,
        IReadOnlyList<Exposure> Exposures, IReadOnlyList<Chokepoint> Chokepoints);
}
