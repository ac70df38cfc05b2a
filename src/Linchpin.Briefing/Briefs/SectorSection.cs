using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Makes the section of one sector: what was agreed, what came of it, the exposure, what is missing, advice, disagreements.</summary>
internal sealed class SectorSection(BriefContext brief, PromiseSentences promises, ExposureSentences exposures, AdviceSentences advice, ConflictSentences conflicts)
{
    private const int MostItems = 5;
    private const int MostRisks = 3;
    private const int MostSuppliers = 3;
    private const int LongestQuote = 320;
    private const string AcrossTitle = "Promises that the record ties to no sector";

    /// <summary>The section; <see langword="null"/> where the record has nothing on the sector.</summary>
    internal BriefSection? Of(LatticeRow row)
    {
        Promise[] made = [.. row.Cells.Reverse().SelectMany(c => c.Promises.Concat(c.PromisesOfSome))];
        Entity[] met = [.. advice.EventsOn(row.Sector.Id)];
        Entity[] advised = [.. advice.AdviceOn(row.Sector.Id)];
        Entity[] risks = [.. advice.RisksOn(row.Sector.Id)];
        bool exposed = row.Cells.Any(c => c.Exposures.Count > 0);
        if (made.Length + met.Length + advised.Length + risks.Length == 0 && !exposed && row.Cells.All(c => c.Mechanisms.Count == 0))
        {
            return null;
        }

        string on = Words.Sector(row.Sector.Label);
        string title = row.Sector.Label;
        var parts = new List<BriefPart>();
        (string Marker, Promise Promise)[] marked = [.. made.Where(p => p.Binds).Select((p, i) => (Letter(i), p))];
        (string Marker, Promise Promise)[] fresh = [.. marked.Where(m => brief.Told.Where(ToldOnce.Key(m.Promise)) is null)];
        Entity[] shown = [.. met.Where(e => !made.Any(p => p.Events.Contains(e.Id)))];
        Part(parts, Title(marked), Agreed(row, on, marked, [.. shown.Take(MostItems).SelectMany(e => e.Linked("mechanism"))]));
        Part(parts, "Aims and talks, which are not promises", Limited(made.Where(p => !p.Binds), p => [Promised(p, title, null)], ("entry", "entries")));
        Part(parts, "What came of it", CameOf(fresh, marked.Length));
        Part(parts, "Meetings and events, where a topic is no promise", Limited(shown, e => Met(e, row.Sector), ("event", "events")));
        Part(parts, "What the exposure is", Exposure(row));
        Part(parts, "What is missing", Missing(row, on, marked, fresh));
        Part(parts, "Advice and risks in the sources, which bind nobody",
        [
            .. Said(advised, title, advice.Advice, MostItems, ("Further advice", "Further pieces of advice"), ("Advice", "Pieces of advice"), ("piece of advice", "pieces of advice")),
            .. Said(risks, title, advice.Risks, MostRisks, ("A further risk", "Further risks"), ("A risk", "Risks"), ("risk", "risks")),
        ]);
        IEnumerable<EntityId> used = made.SelectMany(p => p.Ids.Concat(p.Mechanisms))
            .Concat(made.Where(p => p.Dated?.Subject.Kind == "event").Select(p => p.Dated!.Subject))
            .Concat(met.Select(e => e.Id)).Concat(row.Cells.SelectMany(c => c.Mechanisms.Select(m => m.Id)))
            .Concat(row.Cells.SelectMany(c => c.Exposures).SelectMany(e => e.Members.Select(m => m.Id)));
        Part(parts, "Where sources differ", [.. conflicts.Of(used).Select(c => new BriefItem(conflicts.TellOnce(c, row.Sector.Label)))]);
        return new BriefSection(row.Sector.Id, row.Sector.Label, parts);
    }

    /// <summary>The section of promises that the record ties to no sector; <see langword="null"/> where there are none.</summary>
    internal BriefSection? AcrossSectors(IReadOnlyList<Promise> without)
    {
        if (without.Count == 0)
        {
            return null;
        }

        (string Marker, Promise Promise)[] marked = [.. without.Where(p => p.Binds).OrderByDescending(p => p.Countries.Count(brief.Lattice.Partners.Contains)).Select((p, i) => (Letter(i), p))];
        var parts = new List<BriefPart>();
        Part(parts, Title(marked), [.. marked.Select(m => new BriefItem(Marker(m.Marker, marked.Length), [promises.Promised(m.Promise, LongestQuote)]))]);
        Part(parts, "Aims and talks, which are not promises", Limited(without.Where(p => !p.Binds), p => [promises.Promised(p, LongestQuote)], ("entry", "entries")));
        Part(parts, "What came of it", CameOf(marked, marked.Length));
        Part(parts, "Where sources differ", [.. conflicts.Of(without.SelectMany(p => p.Ids.Concat(p.Mechanisms))).Select(c => new BriefItem(conflicts.TellOnce(c, AcrossTitle)))]);
        return new BriefSection("across-sectors", AcrossTitle, parts);
    }

    /// <summary>The promise in full in the first section that has it; after that, where to find it.</summary>
    private Sentence Promised(Promise promise, string section, string? marker)
    {
        if (brief.Told.Where(ToldOnce.Key(promise)) is { } where)
        {
            return promises.ToldUnder(promise, where);
        }

        brief.Told.Tell(ToldOnce.Key(promise), section, marker);
        return promises.Promised(promise, LongestQuote);
    }

    private IReadOnlyList<Sentence> Met(Entity met, SectorTerm sector)
    {
        IReadOnlyList<Sentence> told = advice.Met(met, sector.Id);
        brief.Told.Tell(met.Id.ToString(), sector.Label);
        return told;
    }

    /// <summary>Advice or risks that no section told before, the first so many in full; then, where the others stand.</summary>
    private IEnumerable<BriefItem> Said(
        Entity[] all, string section, Func<IEnumerable<Entity>, IReadOnlyList<BriefItem>> tell, int most, (string One, string Many) further, (string One, string Many) only, (string One, string Many) what)
    {
        Entity[] told = [.. all.Where(a => brief.Told.Where(ToldOnce.Key(a)) is not null).DistinctBy(ToldOnce.Key)];
        Entity[] fresh = [.. all.Where(a => brief.Told.Where(ToldOnce.Key(a)) is null).DistinctBy(ToldOnce.Key)];
        foreach (Entity one in fresh.Take(most))
        {
            brief.Told.Tell(ToldOnce.Key(one), section);
        }

        return [.. tell(fresh.Take(most)), .. More(fresh.Length, what, most), .. told.Length == 0 ? [] : new[] { new BriefItem(advice.ToldUnder(told, fresh.Length == 0 ? only : further)) }];
    }

    private List<BriefItem> Agreed(LatticeRow row, string on, (string Marker, Promise Promise)[] marked, EntityId[] met)
    {
        List<BriefItem> items = [.. marked.Select(m => new BriefItem(Marker(m.Marker, marked.Length), [Promised(m.Promise, row.Sector.Label, Marker(m.Marker, marked.Length))]))];
        if (items.Count == 0)
        {
            items.Add(new BriefItem(BriefContext.Silence($"The record holds no promise of these partners on {on}.")));
        }

        CellMechanism[] mechanisms = [.. row.Cells.Reverse().SelectMany(c => c.Mechanisms).DistinctBy(m => m.Id)
            .Where(m => !met.Contains(m.Id) && !marked.Any(p => p.Promise.Mechanisms.Contains(m.Id)))];
        if (mechanisms.Length > 0)
        {
            brief.References.Weigh(mechanisms.SelectMany(m => m.Claims));
            items.Add(new BriefItem(brief.Fact(
                $"The record ties {(mechanisms.Length == 1 ? "this mechanism" : "these mechanisms")} to the sector: {Words.List([.. mechanisms.Select(m => brief.Names.Of(m.Id))])}.",
                mechanisms.Select(m => m.Claims.First(c => c.Claim.Property == "sector")))));
        }

        return items;
    }

    private List<BriefItem> CameOf((string Marker, Promise Promise)[] marked, int listed)
    {
        var items = new List<BriefItem>();
        var silent = new List<string>();
        foreach ((string marker, Promise promise) in marked)
        {
            string subject = listed == 1 ? "it" : marker;
            Sentence? outcome = promises.Outcome(promise, subject);
            if (outcome is null && !promise.HasEvidence)
            {
                silent.Add(subject);
            }

            Sentence[] said = [.. new[] { outcome, outcome is null ? promises.MetAgain(promise, subject) : null, promises.Due(promise, subject) }.OfType<Sentence>()];
            if (said.Length > 0)
            {
                items.Add(new BriefItem(null, said));
            }
        }

        if (silent.Count > 0)
        {
            items.Add(new BriefItem(BriefContext.Silence(
                silent.Count == listed && listed > 1
                    ? $"The record does not say what came of these {Words.Count(marked.Length)} promises."
                    : $"The record does not say what came of {Words.List(silent)}.")));
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
            IReadOnlyList<Exposure>[] shares = [.. table.Where(e => suppliers.Contains(e.Supplier)).GroupBy(e => (e.Supplier, e.Year, e.Dataset))
                .OrderByDescending(g => g.Max(e => e.Share)).Take(MostSuppliers).Select(g => g.ToArray())];
            if (shares.Length > 0 && brief.Told.Where(ToldOnce.Key(shares[0][0])) is { } where)
            {
                items.Add(new BriefItem(null, [exposures.ToldUnder(where, shares), exposures.Fit(row.Sector, table.First())]));
                continue;
            }

            List<Sentence> sentences = [.. shares.Select((to, i) =>
                exposures.To(to[0], to.Select(e => e.Members[0]), direct: true, i == 0 ? null : exposures.Terms(shares[i - 1][0], shares[i - 1][0].Members[0])))];
            sentences.AddRange(table.Where(e => e.Place == SupplierPlace.NotACountry && !table.Any(f => f.Place == SupplierPlace.Foreign && f.Members[0].Partner == e.Members[0].Partner && f.Share > e.Share))
                .Select(exposures.Elsewhere));
            if (sentences.Count > 0)
            {
                brief.Told.Tell(ToldOnce.Key(table.First()), row.Sector.Label);
                items.Add(new BriefItem(null, [.. sentences, exposures.Fit(row.Sector, table.First())]));
            }
        }

        if (items.Count == 0 && row.WhyNoTable is { } why)
        {
            items.Add(new BriefItem(exposures.NoTable(row.Sector, why)));
        }

        return items;
    }

    private List<BriefItem> Missing(LatticeRow row, string on, (string Marker, Promise Promise)[] marked, (string Marker, Promise Promise)[] fresh)
    {
        var items = new List<BriefItem>();
        EntityId[] gaps = [.. row.Cells.Where(c => c.Column.Kind == ColumnKind.Partner && c.Finding == Finding.ExposedWithoutPromise).Select(c => c.Column.Partners[0])];
        if (gaps.Length > 0)
        {
            items.Add(new BriefItem(BriefContext.Silence(
                $"The record holds no promise by {brief.Names.List(gaps, "or")}, alone or with the other partners, that answers {(gaps.Length == 1 ? "this" : "their")} exposure of at least {Words.Mark(brief.Lattice.Settings.Threshold)}.")));
        }

        LatticeCell group = row.Cells[^1];
        if (marked.Length > 0 && !group.Promises.Any(p => p.Stands))
        {
            items.Add(new BriefItem(BriefContext.Silence($"The record holds no promise of {brief.Names.List(group.Column.Partners)} together on {on}.")));
        }

        string[] open = [.. fresh.Where(m => m.Promise.Stands && !m.Promise.HasEvidence && m.Promise.Due is null).Select(m => m.Marker)];
        if (open.Length > 0)
        {
            items.Add(new BriefItem(BriefContext.Silence(
                open.Length == marked.Length ? $"The record gives no day by which {(open.Length == 1 ? "it is" : "any of these promises is")} due."
                : $"The record gives no day by which {Words.List(open, "or")} is due.")));
        }

        EntityId[] unknown = [.. row.Cells.Where(c => c.Column.Kind == ColumnKind.Partner && c.Exposures.Count == 0).Select(c => c.Column.Partners[0])];
        if (unknown.Length > 0 && row.WhyNoTable is null)
        {
            items.Add(new BriefItem(BriefContext.Silence($"The record holds no exposure figure for {brief.Names.List(unknown, "or")} on {on}.")));
        }

        return items;
    }

    private static List<BriefItem> Limited<T>(IEnumerable<T> all, Func<T, IReadOnlyList<Sentence>> tell, (string One, string Many) what)
    {
        T[] list = [.. all];
        return [.. list.Take(MostItems).Select(e => new BriefItem(null, tell(e))), .. More(list.Length, what)];
    }

    private static IEnumerable<BriefItem> More(int all, (string One, string Many) what, int shown = MostItems) => all <= shown ? []
        : [new BriefItem(BriefContext.Note($"Left out here: {Words.Count(all - shown)} more {(all - shown == 1 ? what.One : what.Many)} of the record on this."))];

    private static void Part(List<BriefPart> parts, string title, List<BriefItem> items)
    {
        if (items.Count > 0)
        {
            parts.Add(new BriefPart(title, items));
        }
    }

    /// <summary>A step that a source tells of as done is more than agreed, and may never have been promised.</summary>
    private static string Title((string Marker, Promise Promise)[] marked) =>
        marked.Length > 0 && marked.Any(m => m.Promise.ActWord == "done") ? marked.All(m => m.Promise.ActWord == "done") ? "What was done" : "What was agreed and done" : "What was agreed";

    private static string? Marker(string marker, int of) => of > 1 ? marker : null;

    private static string Letter(int i) => i < 26 ? $"({(char)('a' + i)})" : $"({(char)('a' + (i / 26) - 1)}{(char)('a' + (i % 26))})";
}
