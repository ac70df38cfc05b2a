using Linchpin.Briefing.Briefs.Short;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Sectors;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Chooses and orders the findings of the first page by stated numbers, and keeps them to one printed page.</summary>
internal sealed class FindingsPage(BriefContext brief, PromiseSentences promises, ExposureSentences exposures, ConflictSentences conflicts)
{
    internal const int Fewest = 3;
    internal const int Most = 7;

    /// <summary>Lines of findings that one A4 page holds beside header and rule, and characters of such a line, measured in print in the widest face that the style sheet names.</summary>
    private const int PageLines = 44;
    private const int LineCharacters = 92;

    private const int LongestQuote = 170;

    /// <summary>Exposures that a finding has told: no later finding tells them again.</summary>
    private readonly HashSet<(EntityId, EntityId, int, EntityId)> _told = [];

    private readonly List<EntityId> _promises = [];
    private int _mostSectors = int.MaxValue;
    private readonly List<Promise> _silent = [];
    private int _gaps;

    /// <summary>Promises of the lattice, aims and talks too.</summary>
    internal IReadOnlyList<Promise> All { get; } = [.. brief.Lattice.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Promises.Concat(c.PromisesOfSome)).Concat(brief.Lattice.WithoutSector).DistinctBy(p => p.Ids[0])];

    /// <summary>Those that stand.</summary>
    internal IReadOnlyList<Promise> Standing => [.. All.Where(p => p.Stands)];

    /// <summary>Promises that a finding has told.</summary>
    internal IReadOnlyCollection<EntityId> Told => _promises;

    /// <summary>The first of each finding on promises with nothing since.</summary>
    internal IReadOnlyList<Promise> SilentTold => _silent;

    /// <summary>Exposures without a promise that no finding has told.</summary>
    internal int MoreGaps => Gaps(Finding.ExposedWithoutPromise).Count() - _gaps;

    internal string Order => brief.Say("finding.order", Words.Mark(brief.Lattice.Settings.Threshold));

    /// <summary>Three to seven findings.</summary>
    internal IReadOnlyList<BriefFinding> Choose()
    {
        IReadOnlyList<Promise> all = Standing;
        BriefFinding[] candidates =
        [
            .. Exposed(Finding.ExposedWithoutPromise).Take(3),
            .. Silent(all).Take(2),
            .. Differ().Take(1),
            .. Shown(all).Take(1),
            .. Exposed(Finding.PromisedNothingSince).Concat(Exposed(Finding.Covered)).Take(1),
            .. Silences(all),
        ];
        var chosen = new List<BriefFinding>();
        int used = 0;
        foreach (BriefFinding finding in candidates)
        {
            // Silences only fill the page up to the fewest: a finding that states something comes before them.
            if (chosen.Count >= Most || (finding.Kind == FindingKind.Silence && chosen.Count >= Fewest))
            {
                continue;
            }

            int lines = 2 + (finding.Sentences.Sum(s => s.Text.Length + (4 * s.Cites.Count())) / LineCharacters);
            if (chosen.Count >= Fewest && used + lines > PageLines)
            {
                continue;
            }

            chosen.Add(finding);
            used += lines;
        }

        return chosen;
    }

    /// <summary>The findings of a short brief; disagreements have a section of their own there.</summary>
    internal IReadOnlyList<BriefFinding> Few(ShortMeasure measure)
    {
        IReadOnlyList<Promise> all = Standing;
        _mostSectors = measure.Sectors;
        BriefFinding[] gaps = [.. Exposed(Finding.ExposedWithoutPromise).Take(Math.Min(3, measure.Findings - 1))];
        _gaps = gaps.Length;
        BriefFinding[] found =
        [
            .. gaps, .. Exposed(Finding.PromisedNothingSince).Take(1), .. Silent(all, measure.Quote).Take(2), .. Shown(all, measure.Quote).Take(1),
        ];
        BriefFinding[] few = [.. found.Take(measure.Findings)];
        return few.Length > 0 ? few : [.. Silences(all).Take(1)];
    }

    /// <summary>Disagreements between sources on what the lattice holds, most passages first; on what kind a thing is last.</summary>
    internal IEnumerable<Conflict> Disputes()
    {
        IReadOnlyList<Promise> all = Standing;
        IEnumerable<EntityId> used = all.SelectMany(p => p.Ids.Concat(p.Mechanisms))
            .Concat(all.Where(p => p.Dated?.Subject.Kind == "event").Select(p => p.Dated!.Subject))
            .Concat(brief.Lattice.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Mechanisms.Select(m => m.Id)));
        return conflicts.Of(used).Where(c => !ConflictSentences.OnePassage(c))
            .OrderBy(c => c.Property.Id is "type" ? 1 : 0).ThenByDescending(c => c.Sides.Sum(s => s.Claims.Count)).ThenBy(c => c.Subject);
    }

    /// <summary>Exposures at or above the mark by table sector and supplier, with every sector of co-operation that they bear on: most points added over the partners first.</summary>
    internal IEnumerable<ExposureGap> Gaps(Finding finding) => brief.Lattice.Rows
        .SelectMany(r => r.Cells.Where(c => c.Column.Kind == ColumnKind.Partner && c.Finding == finding), (r, c) => (r, c))
        .SelectMany(x => x.c.Exposures.Where(e => e.Place == SupplierPlace.Foreign && e.Fit != Fit.Loose && e.Share >= brief.Lattice.Settings.Threshold), (x, e) => (x.r, x.c, e))
        .GroupBy(x => (x.e.TableSector, x.e.Supplier, x.e.Year, x.e.Dataset))

        // Every partner's share counts once, however many sectors of co-operation the table sector bears on.
        .Select(g => new ExposureGap(g.Key, [.. g.Select(x => x.e).DistinctBy(e => e.Members[0].Partner).OrderByDescending(e => e.Share)], [.. g.Select(x => (x.r, x.c, x.e))]))
        .OrderByDescending(g => g.Points).ThenBy(g => g.Key.TableSector).ThenBy(g => g.Key.Supplier);

    private IEnumerable<BriefFinding> Exposed(Finding finding)
    {
        foreach (ExposureGap group in Gaps(finding).Where(g => !_told.Contains(g.Key)))
        {
            _told.Add(group.Key);
            IReadOnlyList<Exposure> sides = group.Sides;
            var on = new Either(Few([.. group.Rows.Select(r => r.Sector).Distinct().Select(brief.Names.Sector)]));
            // A sector may be open for one partner and answered for another: each set of partners has its own sectors.
            string[] gaps = [.. group.Cells.GroupBy(x => x.Row.Sector, x => x.Cell.Column.Partners[0])
                .GroupBy(g => brief.Names.List(g, "or"), g => brief.Say("finding.on", brief.Names.Sector(g.Key)))
                .Select(g => brief.Say("finding.gap", g.Key, Alternatives([.. g])))];
            Sentence answer = finding == Finding.ExposedWithoutPromise
                ? brief.Silence(new Said(gaps.Length == 1 ? "finding.no-answer" : "finding.no-answers", string.Join(brief.Say("finding.none-join"), gaps)))
                : Answered([.. group.Cells.SelectMany(x => Answers(x.Row, x.Cell)).DistinctBy(p => p.Ids[0])], on);
            SectorTerm[] wider = [.. group.Cells.Where(x => x.Exposure.Fit != Fit.Close).Select(x => x.Row.Sector).Distinct()];
            bool all = wider.Length == group.Rows.Select(r => r.Sector).Distinct().Count();
            Sentence[] sentences = [exposures.To(sides[0], sides.Select(e => e.Members[0])), answer, .. wider.Length > 0 ? new[] { exposures.Wider(wider, all) } : []];
            yield return new BriefFinding(finding == Finding.ExposedWithoutPromise ? FindingKind.ExposedWithoutPromise : FindingKind.ExposedAndPromised, sentences);
        }
    }

    // "on A, on B and C, or on D": each begins with "on", so commas part them even where a sector's name has an "and".
    private string Alternatives(string[] all)
    {
        int more = all.Length - _mostSectors;
        string[] each = more > 0 ? [.. all.Take(_mostSectors), brief.Say(more == 1 ? "finding.more-sectors.one" : "finding.more-sectors.many", new Spelled(more))] : all;
        return !brief.Names.English ? string.Join(", ", each) : each.Length < 2 ? each[0] : string.Join(", ", each[..^1]) + (each.Length > 2 ? ", or " : " or ") + each[^1];
    }

    private object[] Few(string[] sectors)
    {
        int more = sectors.Length - _mostSectors;
        return more > 0 ? [.. sectors.Take(_mostSectors), new Said(more == 1 ? "short.more-sectors.one" : "short.more-sectors.many", new Spelled(more))] : sectors;
    }

    /// <summary>The promises that answer a cell's exposure: its own, else those of the wider columns that it names.</summary>
    private static IEnumerable<Promise> Answers(LatticeRow row, LatticeCell cell) => cell.PromisedIn
        .SelectMany(id => row.Cells.First(c => c.Column.Id == id).Promises).Concat(cell.Promises).Where(p => p.Stands);

    private Sentence Answered(IReadOnlyList<Promise> answers, Either on) => brief.Fact(
        new Said(answers.Count == 1 ? "finding.answered.one" : "finding.answered.many", new Spelled(answers.Count), on, new Said(answers.Any(a => a.HasEvidence) ? "finding.shown" : "finding.nothing-since")),
        answers.SelectMany(PromiseSentences.Behind));

    private IEnumerable<BriefFinding> Silent(IReadOnlyList<Promise> all, int quote = LongestQuote)
    {
        List<Promise> silent = [.. all.Where(p => !p.HasEvidence)
            .OrderByDescending(p => p.Countries.Count(brief.Lattice.Partners.Contains))
            .ThenBy(p => p.Date?.Earliest ?? DateOnly.MaxValue).ThenBy(p => p.Ids[0])];
        while (silent.Count > 0)
        {
            Promise first = silent[0];
            Promise[] together = [.. silent.Where(p => p == first || PromiseSentences.Together(first, p)).Take(4)];
            silent.RemoveAll(together.Contains);
            _silent.Add(first);
            _promises.AddRange(together.Select(p => p.Ids[0]));
            yield return new BriefFinding(
                FindingKind.PromisedNothingSince,
                [.. new[] { promises.Promised(together, PromiseSentences.Each(quote, together.Length)), together.Length == 1 ? promises.Due(first, PromiseSentences.It) : null, promises.MetAgain(first, new Said("promise.that")) }.OfType<Sentence>(),
                    brief.Silence(new Said(together.Length == 1 ? "finding.came-of-it" : "finding.came-of-them"))]);
        }
    }

    private IEnumerable<BriefFinding> Differ() => Disputes().Select(c => new BriefFinding(FindingKind.SourcesDiffer, [conflicts.Tell(c)]));

    private IEnumerable<BriefFinding> Shown(IReadOnlyList<Promise> all, int quote = LongestQuote) => all
        .Where(p => p.HasEvidence)
        .OrderByDescending(p => p.State == PromiseState.Delivered).ThenByDescending(p => p.Countries.Count(brief.Lattice.Partners.Contains))
        .ThenByDescending(p => p.StateClaim?.Claim.Valid.From?.Earliest ?? p.Date?.Earliest ?? DateOnly.MinValue).ThenBy(p => p.Ids[0])
        .Select(p =>
        {
            _promises.Add(p.Ids[0]);
            return new BriefFinding(FindingKind.Delivered, [.. new[] { promises.Promised(p, quote), promises.Outcome(p, PromiseSentences.It, quote) }.OfType<Sentence>()]);
        });

    private IEnumerable<BriefFinding> Silences(IReadOnlyList<Promise> all)
    {
        LatticeColumn group = brief.Lattice.Columns[^1];
        int none = brief.Lattice.Rows.Count(r => r.Cells.All(c => c.Empty));
        if (none > 0 && brief.Lattice.Rows.Count > 1)
        {
            yield return Silence(new Said("finding.silent-sectors", new Spelled(none), new Spelled(brief.Lattice.Rows.Count)));
        }

        if (!all.Any(p => group.Partners.All(p.Countries.Contains)))
        {
            yield return Silence(new Said("finding.silent-together", brief.Names.Sorted(group.Partners)));
        }

        if (brief.Lattice.Rows.SelectMany(r => r.Cells).All(c => c.Exposures.Count == 0))
        {
            yield return Silence(new Said("finding.silent-exposure"));
        }
        else
        {
            int above = brief.Lattice.Rows.SelectMany(r => r.Cells).Count(c => c.Finding == Finding.ExposedWithoutPromise);
            yield return Silence(new Said(above == 1 ? "finding.silent-cells.one" : "finding.silent-cells.many", new Spelled(above), Words.Mark(brief.Lattice.Settings.Threshold)));
        }

        yield return Silence(new Said(all.Count == 1 ? "finding.silent-promises.one" : "finding.silent-promises.many", new Spelled(all.Count)));
    }

    private BriefFinding Silence(Said said) => new(FindingKind.Silence, [brief.Silence(said)]);
}

/// <summary>An exposure of one table sector to one supplier, of every partner in whose cells the finding stands.</summary>
/// <param name="Key">Table sector, supplier, year and dataset.</param>
/// <param name="Sides">One exposure a partner, largest share first.</param>
/// <param name="Cells">Where it stands: a partner's exposure may bear on several sectors of co-operation.</param>
internal sealed record ExposureGap((EntityId TableSector, EntityId Supplier, int Year, EntityId Dataset) Key, IReadOnlyList<Exposure> Sides, IReadOnlyList<(LatticeRow Row, LatticeCell Cell, Exposure Exposure)> Cells)
{
    /// <summary>The partners' shares added up.</summary>
    internal double Points => Sides.Sum(e => e.Share);

    /// <summary>The sectors of co-operation, each once.</summary>
    internal IEnumerable<LatticeRow> Rows => Cells.Select(c => c.Row).Distinct();
}
