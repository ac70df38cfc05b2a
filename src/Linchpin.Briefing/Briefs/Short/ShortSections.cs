using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs.Short;

/// <summary>The sections of a short brief after its findings: agreed lately, due or ending, disputed, to decide.</summary>
internal sealed class ShortSections(BriefContext brief, PromiseSentences promises, ConflictSentences conflicts, FindingsPage page, ShortMeasure measure)
{
    /// <summary>Promises of the same day, parties and mechanism that one sentence tells.</summary>
    private const int MostTogether = 3;

    private readonly List<Promise> _due = [.. page.Standing.Where(p => p.Due?.Value is DateValue && p.State != PromiseState.Delivered).OrderBy(p => ((DateValue)p.Due!.Value).On.Latest).ThenBy(p => p.Ids[0])];
    private readonly List<(Entity Mechanism, HeldClaim Ends)> _ending =
    [
        .. brief.Index.Mechanisms.Where(m => m.Linked("member").SelectMany(brief.Index.CountriesOf).Distinct().Count(brief.Lattice.Partners.Contains) >= 2 && OnChosen(brief, m))
            .Select(m => (m, m.Of("expires").Where(c => c.Value is DateValue).OrderBy(c => ((DateValue)c.Value).On).LastOrDefault()!)).Where(m => m.Item2 is not null).OrderBy(m => ((DateValue)m.Item2.Value).On),
    ];

    private readonly List<Promise> _agreed = [];
    private List<Conflict> _disputed = [];

    /// <summary>Promises told here or among the findings.</summary>
    internal IEnumerable<EntityId> Told => page.Told.Concat(_agreed.Select(p => p.Ids[0])).Concat(_due.Take(measure.Due).Select(p => p.Ids[0]));

    /// <summary>Dates due or ending that are not told.</summary>
    internal int MoreDue => Math.Max(0, _due.Count + _ending.Count - measure.Due);

    /// <summary>Disagreements that are not told.</summary>
    internal int MoreDisputed => Math.Max(0, _disputed.Count - measure.Disputed);

    /// <summary>The latest promises of two partners or more that no finding tells.</summary>
    internal BriefSection? Agreed()
    {
        List<Promise> latest =
        [
            .. page.Standing.Where(p => p.Date is not null && p.Countries.Count(brief.Lattice.Partners.Contains) >= 2 && !page.Told.Contains(p.Ids[0]))
                .OrderByDescending(p => p.Date!.Value.Earliest).ThenByDescending(p => p.Countries.Count(brief.Lattice.Partners.Contains)).ThenBy(p => p.Ids[0]),
        ];
        var items = new List<BriefItem>();
        while (latest.Count > 0 && items.Count < measure.Agreed)
        {
            Promise first = latest[0];
            Promise[] together = [.. latest.Where(p => p == first || PromiseSentences.Together(first, p)).Take(MostTogether)];
            latest.RemoveAll(together.Contains);
            _agreed.AddRange(together);
            Sentence? outcome = together.Length == 1 ? promises.Outcome(first, PromiseSentences.It, measure.Quote / 2) : null;
            items.Add(new BriefItem(null, [promises.Promised(together, PromiseSentences.Each(measure.Quote, together.Length)), .. outcome is null ? [] : new[] { outcome }]));
        }

        return Section("agreed", "short.agreed", items);
    }

    /// <summary>What is or was due, and mechanisms of two partners or more that end.</summary>
    internal BriefSection? Due()
    {
        if (_due.Count + _ending.Count == 0)
        {
            return Section("due", "short.due", [new BriefItem(brief.Silence(new Said("short.due-none")))]);
        }

        IEnumerable<(DateOnly Day, Func<BriefItem> Tell)> all = _due.Select(p => (((DateValue)p.Due!.Value).On.Latest, (Func<BriefItem>)(() => Due(p))))
            .Concat(_ending.Select(e => (((DateValue)e.Ends.Value).On.Latest, (Func<BriefItem>)(() => Ends(e.Mechanism, e.Ends)))));
        return Section("due", "short.due", [.. all.OrderBy(a => a.Day).Take(measure.Due).Select(a => a.Tell())]);
    }

    /// <summary>What sources disagree on about what is told or in the lattice, most passages first.</summary>
    internal BriefSection? Disputed()
    {
        _disputed = [.. page.Disputes()];
        return Section("disputed", "short.disputed", _disputed.Take(measure.Disputed).Select(c => new BriefItem(conflicts.Tell(c))));
    }

    /// <summary>What the findings leave open: questions, no answers.</summary>
    internal BriefSection? Decide()
    {
        IEnumerable<Func<Sentence>> all =
        [
            .. page.Gaps(Finding.ExposedWithoutPromise).Take(2).Select(g => (Func<Sentence>)(() => Answer(g))),
            .. _due.Take(measure.Due).Where(p => ((DateValue)p.Due!.Value).On.Latest < brief.RecordAsOf).Take(1).Select(p => (Func<Sentence>)(() => Overdue(p))),
            .. page.SilentTold.Take(2).Select(p => (Func<Sentence>)(() => Report(p))),
            .. _disputed.Take(Math.Min(1, measure.Disputed)).Select(c => (Func<Sentence>)(() => brief.Fact(new Said("short.decide-dispute", conflicts.Subject(c)), c.Sides.SelectMany(s => s.Claims)))),
        ];
        return Section("decide", "short.decide", [.. all.Take(measure.Decisions).Select(tell => new BriefItem(tell()))]);
    }

    private BriefItem Due(Promise promise) => new(null, [promises.Promised(promise, measure.Quote), promises.Due(promise, PromiseSentences.It)!]);

    private BriefItem Ends(Entity mechanism, HeldClaim ends)
    {
        PartialDate on = ((DateValue)ends.Value).On;
        return new BriefItem(brief.Fact(new Said(on.Latest < brief.RecordAsOf ? "short.ended" : "short.ends", mechanism.Id, new When(on)), [ends]));
    }

    private Sentence Answer(ExposureGap gap) => brief.Fact(
        new Said("short.decide-gap", brief.Names.English ? Words.Possessive(brief.Names.List(Partners(gap))) : brief.Names.List(Partners(gap)), gap.Sides[0].Supplier, ExposureWords.Sector(gap.Sides[0])),
        gap.Sides.SelectMany(e => e.Members).Select(m => m.LookThroughClaim));

    private Sentence Overdue(Promise promise) => brief.Fact(new Said("short.decide-overdue", brief.Names.List(promise.Parties), new InProse(((DateValue)promise.Due!.Value).On), What(promise)), [promise.Due, .. promise.What.Take(1)]);

    private Sentence Report(Promise promise) => brief.Fact(
        new Said("short.decide-report", brief.Names.List(promise.Parties), promise.Date is { } on ? new Said("short.decide-made", new InProse(on)) : "", What(promise)), promise.What.Take(1).DefaultIfEmpty(promise.Claims[0]));

    private string What(Promise promise) => PromiseText.Of(promise) is { Quoted: true } quoted ? Words.Quoted(quoted.Text, measure.Quote / 2) : Words.Cut(PromiseText.Of(promise).Text, measure.Quote).TrimEnd('.');

    private static IEnumerable<EntityId> Partners(ExposureGap gap) => gap.Sides.Select(e => e.Members[0].Partner);

    private static bool OnChosen(BriefContext brief, Entity mechanism) => brief.Lattice.Rows.Count == Vocabulary.Sectors.Count
        || RecordIndex.SectorClaims(mechanism).Any(c => brief.Lattice.Rows.Any(r => r.Sector.Id == RecordIndex.Target(c).Name));

    private BriefSection? Section(string id, string title, IEnumerable<BriefItem> items) => items.ToArray() is { Length: > 0 } all ? new BriefSection(id, brief.Say(title), [new BriefPart("", all)]) : null;
}
