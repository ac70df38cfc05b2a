using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Makes the section of one sector: what was agreed, what came of it, the exposure, what is missing, advice, disagreements.</summary>
internal sealed class SectorSection(BriefContext brief, PromiseSentences promises, ExposureSentences exposures, AdviceSentences advice, ConflictSentences conflicts)
{
    /// <summary>As many promises as a reader takes in, and as there are letters to mark them by; those of most partners come first.</summary>
    private const int MostPromises = 26;

    private const int MostItems = 3;
    private const int MostAdvice = 2;
    private const int MostRisks = 1;
    private const int MostSuppliers = 3;
    private const int LongestQuote = 320;
    private readonly List<BriefItem> _pointers = [];
    private readonly List<SectorTerm> _withoutTable = [], _together = [];

    /// <summary>Sectors on which nothing is told that is not told elsewhere, a line each; <see langword="null"/> where there are none. Known when every sector has been asked for.</summary>
    internal BriefSection? Pointers => _pointers.Count == 0 ? null : new BriefSection("told-elsewhere", brief.Say("section.elsewhere"), [new BriefPart(brief.Say("section.read-on"), [.. _pointers])]);

    /// <summary>Sectors with a promise of all partners together that stands.</summary>
    internal IReadOnlyList<SectorTerm> Together => _together;

    /// <summary>Sectors with anything on record that no table sector comes near.</summary>
    internal IReadOnlyList<SectorTerm> WithoutTable => _withoutTable;

    /// <summary>The section; <see langword="null"/> where the record has nothing on the sector, or nothing that another section does not tell: that is then a line of <see cref="Pointers"/>.</summary>
    /// <param name="row">The sector's row of the lattice.</param>
    /// <param name="silent">Whether the record has nothing on it.</param>
    internal BriefSection? Of(LatticeRow row, out bool silent)
    {
        Promise[] made = [.. row.Cells.Reverse().SelectMany(c => c.Promises.Concat(c.PromisesOfSome))];
        Entity[] met = [.. advice.EventsOn(row.Sector.Id)];
        Entity[] advised = [.. advice.AdviceOn(row.Sector.Id)];
        Entity[] risks = [.. advice.RisksOn(row.Sector.Id)];
        bool exposed = row.Cells.Any(c => c.Exposures.Count > 0);
        silent = made.Length + met.Length + advised.Length + risks.Length == 0 && !exposed && row.Cells.All(c => c.Mechanisms.Count == 0);
        if (silent)
        {
            return null;
        }

        if (row.WhyNoTable is not null)
        {
            _withoutTable.Add(row.Sector);
        }

        if (row.Cells[^1].Promises.Any(p => p.Stands))
        {
            _together.Add(row.Sector);
        }

        string on = brief.Names.Sector(row.Sector);
        string title = brief.Names.Heading(row.Sector);
        var parts = new List<BriefPart>();
        Promise[] told = [.. made.Where(p => brief.Told.Where(ToldOnce.Key(p)) is not null)];
        Promise[] binding = [.. made.Where(p => p.Binds && !told.Contains(p))];
        (string Marker, Promise Promise)[] marked = Marked(binding);
        Promise[] aims = [.. made.Where(p => !p.Binds && !told.Contains(p))];
        Entity[] shown = [.. met.Where(e => !made.Any(p => p.Events.Contains(e.Id)))];
        Entity[] shownBefore = [.. shown.Where(e => brief.Told.Where(e.Id.ToString()) is not null)];
        Entity[] fresh = [.. shown.Except(shownBefore)];
        bool pointsOnly = marked.Length + aims.Length + fresh.Length == 0 && !row.Cells.Any(c => c.Finding == Finding.ExposedWithoutPromise)
            && row.Cells.SelectMany(c => c.Exposures).All(e => brief.Told.Where(ToldOnce.Key(e)) is not null)
            && advised.Concat(risks).All(a => brief.Told.Where(ToldOnce.Key(a)) is not null);
        List<BriefItem> agreed = Agreed(row, on, marked, told, [.. shown.Take(MostItems).SelectMany(e => e.Linked("mechanism"))], made.Any(p => p.Binds));
        if (pointsOnly)
        {
            Sentence[] said = [.. agreed.SelectMany(i => i.Sentences), .. shownBefore.Length == 0 ? [] : new[] { advice.EventsToldUnder(shownBefore) }];
            _pointers.Add(new BriefItem(brief.Say("section.colon", title), said));
            return null;
        }

        Part(parts, Title(marked), [.. agreed, .. More(binding.Length, "promises", MostPromises)]);
        Part(parts, "section.aims", Limited(aims, p => [Promised(p, title, null)], "entries"));
        Part(parts, "section.came-of-it", CameOf(marked));
        Part(parts, "section.met", Limited(fresh.GroupBy(e => advice.Lead(e, row.Sector.Id)).Select(e => e.ToArray()), e => Met(e, row.Sector), "events"));
        Part(parts, "section.exposure", Exposure(row));
        Part(parts, "section.missing", Missing(row, on));
        Part(parts, "section.advice",
        [
            .. Said(advised, title, advice.Advice, made.Length > 0 || row.Cells.Any(c => c.Finding == Finding.ExposedWithoutPromise) ? MostAdvice : 1, "advice.told-", "advice"),
            .. Said(risks, title, advice.Risks, MostRisks, "advice.risk-told-", "risks"),
        ]);
        IEnumerable<EntityId> used = made.SelectMany(p => p.Ids.Concat(p.Mechanisms))
            .Concat(made.Where(p => p.Dated?.Subject.Kind == "event").Select(p => p.Dated!.Subject))
            .Concat(met.Select(e => e.Id)).Concat(row.Cells.SelectMany(c => c.Mechanisms.Select(m => m.Id)))
            .Concat(row.Cells.SelectMany(c => c.Exposures).SelectMany(e => e.Members.Select(m => m.Id)));
        Part(parts, "section.differ", [.. conflicts.TellOnce(conflicts.Of(used)).Select(c => new BriefItem(c))]);
        return parts.Count == 0 ? null : new BriefSection(row.Sector.Id, title, parts);
    }

    /// <summary>The section of promises that the record ties to no sector; <see langword="null"/> where there are none.</summary>
    internal BriefSection? AcrossSectors(IReadOnlyList<Promise> without)
    {
        if (without.Count == 0)
        {
            return null;
        }

        Promise[] binding = [.. without.Where(p => p.Binds).OrderByDescending(p => p.Countries.Count(brief.Lattice.Partners.Contains))];
        (string Marker, Promise Promise)[] marked = Marked(binding);
        var parts = new List<BriefPart>();
        Part(parts, Title(marked), [.. marked.Select(m => new BriefItem(Marker(m.Marker, marked.Length), [promises.Promised(m.Promise, LongestQuote)])), .. More(binding.Length, "promises", MostPromises)]);
        Part(parts, "section.aims", Limited(without.Where(p => !p.Binds), p => [promises.Promised(p, LongestQuote)], "entries"));
        Part(parts, "section.came-of-it", CameOf(marked));
        Part(parts, "section.differ", [.. conflicts.TellOnce(conflicts.Of(without.SelectMany(p => p.Ids.Concat(p.Mechanisms)))).Select(c => new BriefItem(c))]);
        return new BriefSection("across-sectors", brief.Say("section.across"), parts);
    }

    /// <summary>The promise in full, noted as told here.</summary>
    private Sentence Promised(Promise promise, string section, string? marker)
    {
        brief.Told.Tell(ToldOnce.Key(promise), section, marker);
        return promises.Promised(promise, LongestQuote);
    }

    private IReadOnlyList<Sentence> Met(IReadOnlyList<Entity> same, SectorTerm sector)
    {
        IReadOnlyList<Sentence> told = advice.Met(same, sector.Id);
        foreach (Entity met in same)
        {
            brief.Told.Tell(met.Id.ToString(), brief.Names.Heading(sector));
        }

        return told;
    }

    /// <summary>Advice or risks that no section told before, the first so many in full; where there are none, where the others stand.</summary>
    private IEnumerable<BriefItem> Said(Entity[] all, string section, Func<IEnumerable<Entity>, IReadOnlyList<BriefItem>> tell, int most, string only, string what)
    {
        Entity[] told = [.. all.Where(a => brief.Told.Where(ToldOnce.Key(a)) is not null).DistinctBy(ToldOnce.Key)];
        Entity[] fresh = [.. all.Where(a => brief.Told.Where(ToldOnce.Key(a)) is null).DistinctBy(ToldOnce.Key)];
        foreach (Entity one in fresh.Take(most))
        {
            brief.Told.Tell(ToldOnce.Key(one), section);
        }

        return [.. tell(fresh.Take(most)), .. More(fresh.Length, what, most), .. told.Length == 0 || fresh.Length > 0 ? [] : new[] { new BriefItem(advice.ToldUnder(told, only)) }];
    }

    private List<BriefItem> Agreed(LatticeRow row, string on, (string Marker, Promise Promise)[] marked, Promise[] told, EntityId[] met, bool any)
    {
        List<BriefItem> items = [.. marked.Select(m => new BriefItem(Marker(m.Marker, marked.Length), [Promised(m.Promise, brief.Names.Heading(row.Sector), Marker(m.Marker, marked.Length))]))];
        if (told.Length > 0)
        {
            items.Add(new BriefItem(promises.ToldUnder(told)));
        }

        if (!any)
        {
            items.Insert(0, new BriefItem(brief.Silence(new Said("section.no-promise", on))));
        }

        CellMechanism[] mechanisms = [.. row.Cells.Reverse().SelectMany(c => c.Mechanisms).DistinctBy(m => m.Id)
            .Where(m => !met.Contains(m.Id) && !marked.Any(p => p.Promise.Mechanisms.Contains(m.Id)) && !told.Any(p => p.Mechanisms.Contains(m.Id)))];
        if (mechanisms.Length > 0)
        {
            brief.References.Weigh(mechanisms.SelectMany(m => m.Claims));
            items.Add(new BriefItem(brief.Fact(
                new Said(mechanisms.Length == 1 ? "section.ties.one" : "section.ties.many", brief.Names.Joined([.. mechanisms.Select(m => brief.Names.Of(m.Id))])),
                mechanisms.Select(m => m.Claims.First(c => c.Claim.Property == "sector")))));
        }

        return items;
    }

    private List<BriefItem> CameOf((string Marker, Promise Promise)[] marked)
    {
        var items = new List<BriefItem>();
        var silent = new List<object>();
        var open = new List<object>();
        foreach ((string marker, Promise promise) in marked)
        {
            object subject = marked.Length == 1 ? PromiseSentences.It : marker;
            Sentence? outcome = promises.Outcome(promise, subject);
            if (outcome is null && !promise.HasEvidence)
            {
                (promise.Stands && promise.Due is null ? open : silent).Add(subject);
            }

            Sentence[] said = [.. new[] { outcome, outcome is null ? promises.MetAgain(promise, subject) : null, promises.Due(promise, subject) }.OfType<Sentence>()];
            if (said.Length > 0)
            {
                items.Add(new BriefItem(null, said));
            }
        }

        foreach ((List<object> of, string key) in new[] { (silent, "section.outcome-unknown"), (open, open.Count > 1 ? "section.outcomes-and-days-unknown" : "section.outcome-and-day-unknown") })
        {
            if (of.Count > 0)
            {
                items.Add(new BriefItem(brief.Silence(new Said(key, of.Count == marked.Length && of.Count > 1 ? new Said("section.these-promises", new Spelled(of.Count)) : new All(of)))));
            }
        }

        return items;
    }

    private List<BriefItem> Exposure(LatticeRow row)
    {
        var items = new List<BriefItem>();
        double mark = brief.Lattice.Settings.Threshold;
        Exposure[] own = [.. row.Cells.Where(c => c.Column.Kind == ColumnKind.Partner).SelectMany(c => c.Exposures)];
        foreach (IGrouping<EntityId, Exposure> table in own.GroupBy(e => e.TableSector))
        {
            // Each partner's largest supplier country, and every other at or above the mark, with the other partners' shares beside it.
            EntityId[] suppliers = [.. table.GroupBy(e => e.Members[0].Partner)
                .SelectMany(p => p.Where(e => e.Place == SupplierPlace.Foreign).Where((e, i) => i == 0 || e.Share >= mark)).Select(e => e.Supplier).Distinct()];
            Exposure? largest = table.Where(e => e.Place == SupplierPlace.Foreign).MaxBy(e => e.Share);
            if (largest is not null && largest.Share < mark)
            {
                // Told in full it would be read as a danger: one sentence says that there is none by the mark.
                if (brief.Told.Where(ToldOnce.Key(largest)) is null)
                {
                    brief.Told.Tell(ToldOnce.Key(largest), brief.Names.Heading(row.Sector));
                    items.Add(new BriefItem(exposures.BelowMark(row.Sector, largest, mark)));
                }

                continue;
            }

            IReadOnlyList<Exposure>[] shares = [.. table.Where(e => suppliers.Contains(e.Supplier)).GroupBy(e => (e.Supplier, e.Year, e.Dataset))
                .OrderByDescending(g => g.Max(e => e.Share)).Take(MostSuppliers).Select(g => g.ToArray())];
            if (shares.Length > 0 && brief.Told.Where(ToldOnce.Key(shares[0][0])) is { } where)
            {
                items.Add(new BriefItem(null, [exposures.ToldUnder(where, shares), exposures.Fit(row.Sector, table.First(), named: true)]));
                continue;
            }

            List<Sentence> sentences = [.. shares.Select(to => exposures.To(to[0], to.Select(e => e.Members[0]), direct: true))];
            sentences.AddRange(table.Where(e => e.Place == SupplierPlace.NotACountry && !table.Any(f => f.Place == SupplierPlace.Foreign && f.Members[0].Partner == e.Members[0].Partner && f.Share > e.Share))
                .Select(exposures.Elsewhere));
            if (sentences.Count > 0)
            {
                brief.Told.Tell(ToldOnce.Key(table.First()), brief.Names.Heading(row.Sector));
                items.Add(new BriefItem(null, [.. sentences, exposures.Fit(row.Sector, table.First())]));
            }
        }

        return items;
    }

    private List<BriefItem> Missing(LatticeRow row, string on)
    {
        var items = new List<BriefItem>();
        EntityId[] gaps = [.. row.Cells.Where(c => c.Column.Kind == ColumnKind.Partner && c.Finding == Finding.ExposedWithoutPromise).Select(c => c.Column.Partners[0])];
        if (gaps.Length > 0)
        {
            items.Add(new BriefItem(brief.Silence(new Said(
                "section.gap", brief.Names.List(gaps, "or"), new Said(gaps.Length == 1 ? "section.this-exposure" : "section.their-exposure"), Words.Mark(brief.Lattice.Settings.Threshold)))));
        }

        EntityId[] unknown = [.. row.Cells.Where(c => c.Column.Kind == ColumnKind.Partner && c.Exposures.Count == 0).Select(c => c.Column.Partners[0])];
        if (unknown.Length > 0 && row.WhyNoTable is null)
        {
            items.Add(new BriefItem(brief.Silence(new Said("section.no-figure", brief.Names.List(unknown, "or"), on))));
        }

        return items;
    }

    private List<BriefItem> Limited<T>(IEnumerable<T> all, Func<T, IReadOnlyList<Sentence>> tell, string what)
    {
        T[] list = [.. all];
        return [.. list.Take(MostItems).Select(e => new BriefItem(null, tell(e))), .. More(list.Length, what)];
    }

    private IEnumerable<BriefItem> More(int all, string what, int shown = MostItems) => all <= shown ? []
        : [new BriefItem(brief.Note(new Said("section.more", new Spelled(all - shown), new Said("section.more-" + what + (all - shown == 1 ? ".one" : ".many")))))];

    private void Part(List<BriefPart> parts, string title, List<BriefItem> items)
    {
        if (items.Count > 0)
        {
            parts.Add(new BriefPart(brief.Say(title), items));
        }
    }

    /// <summary>A step that a source tells of as done is more than agreed, and may never have been promised.</summary>
    private static string Title((string Marker, Promise Promise)[] marked) =>
        marked.Length > 0 && marked.Any(m => m.Promise.ActWord == "done") ? marked.All(m => m.Promise.ActWord == "done") ? "section.done" : "section.agreed-and-done" : "section.agreed";

    private static string? Marker(string marker, int of) => of > 1 ? marker : null;

    private static (string Marker, Promise Promise)[] Marked(Promise[] binding) => [.. binding.Take(MostPromises).Select((p, i) => ($"({(char)('a' + i)})", p))];
}
