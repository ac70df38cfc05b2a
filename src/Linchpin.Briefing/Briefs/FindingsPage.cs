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

    internal string Order =>
        $"Order: exposures of at least {Words.Mark(brief.Lattice.Settings.Threshold)} without a promise, largest first, where the table sector fits closely or in part; promises with nothing since, most partners first, then oldest; disagreements; what was delivered; exposures that a promise answers.";

    /// <summary>Three to seven findings.</summary>
    internal IReadOnlyList<BriefFinding> Choose()
    {
        Promise[] all = [.. brief.Lattice.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Promises.Concat(c.PromisesOfSome)).Concat(brief.Lattice.WithoutSector)
            .DistinctBy(p => p.Ids[0]).Where(p => p.Stands)];
        BriefFinding[] candidates =
        [
            .. Exposed(Finding.ExposedWithoutPromise).Take(3),
            .. Silent(all).Take(2),
            .. Differ(all).Take(1),
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

    /// <summary>Exposures at or above the mark by table sector and supplier, with every sector of co-operation that they bear on.</summary>
    private IEnumerable<BriefFinding> Exposed(Finding finding)
    {
        var found = brief.Lattice.Rows
            .SelectMany(r => r.Cells.Where(c => c.Column.Kind == ColumnKind.Partner && c.Finding == finding), (r, c) => (r, c))
            .SelectMany(x => x.c.Exposures.Where(e => e.Place == SupplierPlace.Foreign && e.Fit != Fit.Loose && e.Share >= brief.Lattice.Settings.Threshold), (x, e) => (x.r, x.c, e))
            .GroupBy(x => (x.e.TableSector, x.e.Supplier, x.e.Year, x.e.Dataset))
            .Where(g => !_told.Contains(g.Key))
            .OrderByDescending(g => g.Max(x => x.e.Share)).ThenBy(g => g.Key.TableSector).ThenBy(g => g.Key.Supplier);
        foreach (var group in found)
        {
            _told.Add(group.Key);
            Exposure[] sides = [.. group.Select(x => x.e).DistinctBy(e => e.Members[0].Partner).OrderByDescending(e => e.Share)];
            string on = Words.List([.. group.Select(x => x.r.Sector).Distinct().Select(s => Words.Sector(s.Label))], "or");
            // A sector may be open for one partner and answered for another: each set of partners has its own sectors.
            string[] gaps = [.. group.GroupBy(x => x.r.Sector, x => x.c.Column.Partners[0])
                .GroupBy(g => brief.Names.List(g, "or"), g => "on " + Words.Sector(g.Key.Label))
                .Select(g => $"by {g.Key} {Alternatives([.. g])}")];
            Sentence answer = finding == Finding.ExposedWithoutPromise
                ? BriefContext.Silence(gaps.Length == 1
                    ? $"The record holds no promise that answers it, alone or with the other partners, {gaps[0]}."
                    : $"The record holds no promise that answers it, alone or with the other partners: none {string.Join("; none ", gaps)}.")
                : Answered([.. group.SelectMany(x => Answers(x.r, x.c)).DistinctBy(p => p.Ids[0])], on);
            SectorTerm[] wider = [.. group.Where(x => x.e.Fit != Fit.Close).Select(x => x.r.Sector).Distinct()];
            bool all = wider.Length == group.Select(x => x.r.Sector).Distinct().Count();
            Sentence[] sentences = [exposures.To(sides[0], sides.Select(e => e.Members[0])), answer, .. wider.Length > 0 ? new[] { exposures.Wider(wider, all) } : []];
            yield return new BriefFinding(finding == Finding.ExposedWithoutPromise ? FindingKind.ExposedWithoutPromise : FindingKind.ExposedAndPromised, sentences);
        }
    }

    // "on A, on B and C, or on D": each begins with "on", so commas part them even where a sector's name has an "and".
    private static string Alternatives(string[] each) => each.Length < 2 ? each[0] : string.Join(", ", each[..^1]) + (each.Length > 2 ? ", or " : " or ") + each[^1];

    /// <summary>The promises that answer a cell's exposure: its own, else those of the wider columns that it names.</summary>
    private static IEnumerable<Promise> Answers(LatticeRow row, LatticeCell cell) => cell.PromisedIn
        .SelectMany(id => row.Cells.First(c => c.Column.Id == id).Promises).Concat(cell.Promises).Where(p => p.Stands);

    private Sentence Answered(IReadOnlyList<Promise> answers, string on) => brief.Fact(
        $"{Words.Count(answers.Count)} {(answers.Count == 1 ? "promise" : "promises")} on {on} {(answers.Count == 1 ? "stands" : "stand")} beside it; the record shows {(answers.Any(a => a.HasEvidence) ? "work on it or its delivery" : "nothing since")}.",
        answers.SelectMany(PromiseSentences.Behind));

    private IEnumerable<BriefFinding> Silent(IReadOnlyList<Promise> all)
    {
        List<Promise> silent = [.. all.Where(p => !p.HasEvidence)
            .OrderByDescending(p => p.Countries.Count(brief.Lattice.Partners.Contains))
            .ThenBy(p => p.Date?.Earliest ?? DateOnly.MaxValue).ThenBy(p => p.Ids[0])];
        while (silent.Count > 0)
        {
            Promise first = silent[0];
            Promise[] together = [.. silent.Where(p => p == first || PromiseSentences.Together(first, p)).Take(4)];
            silent.RemoveAll(together.Contains);
            string them = together.Length == 1 ? "it" : "them";
            yield return new BriefFinding(
                FindingKind.PromisedNothingSince,
                [.. new[] { promises.Promised(together, LongestQuote / together.Length), together.Length == 1 ? promises.Due(first, "it") : null, promises.MetAgain(first, "that") }.OfType<Sentence>(),
                    BriefContext.Silence($"The record does not say what came of {them}.")]);
        }
    }

    private IEnumerable<BriefFinding> Differ(IReadOnlyList<Promise> all)
    {
        IEnumerable<EntityId> used = all.SelectMany(p => p.Ids.Concat(p.Mechanisms))
            .Concat(all.Where(p => p.Dated?.Subject.Kind == "event").Select(p => p.Dated!.Subject))
            .Concat(brief.Lattice.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Mechanisms.Select(m => m.Id)));
        return conflicts.Of(used).Where(c => !ConflictSentences.OnePassage(c))
            .OrderBy(c => c.Property.Id is "type" ? 1 : 0).ThenByDescending(c => c.Sides.Sum(s => s.Claims.Count)).ThenBy(c => c.Subject)
            .Select(c => new BriefFinding(FindingKind.SourcesDiffer, [conflicts.Tell(c)]));
    }

    private IEnumerable<BriefFinding> Shown(IReadOnlyList<Promise> all) => all
        .Where(p => p.HasEvidence)
        .OrderByDescending(p => p.State == PromiseState.Delivered).ThenByDescending(p => p.Countries.Count(brief.Lattice.Partners.Contains))
        .ThenByDescending(p => p.StateClaim?.Claim.Valid.From?.Earliest ?? p.Date?.Earliest ?? DateOnly.MinValue).ThenBy(p => p.Ids[0])
        .Select(p => new BriefFinding(FindingKind.Delivered, [.. new[] { promises.Promised(p, LongestQuote), promises.Outcome(p, "it") }.OfType<Sentence>()]));

    private IEnumerable<BriefFinding> Silences(IReadOnlyList<Promise> all)
    {
        LatticeColumn group = brief.Lattice.Columns[^1];
        int none = brief.Lattice.Rows.Count(r => r.Cells.All(c => c.Empty));
        yield return Silence($"On {Words.Count(none)} of {Words.Count(brief.Lattice.Rows.Count)} sectors of co-operation the record holds neither a mechanism, nor a promise, nor an exposure or chokepoint figure for these partners.");
        if (!all.Any(p => group.Partners.All(p.Countries.Contains)))
        {
            yield return Silence($"The record holds no promise of {brief.Names.List(group.Partners)} together.");
        }

        if (brief.Lattice.Rows.SelectMany(r => r.Cells).All(c => c.Exposures.Count == 0))
        {
            yield return Silence("The record holds no exposure figure for these partners.");
        }
        else
        {
            int above = brief.Lattice.Rows.SelectMany(r => r.Cells).Count(c => c.Finding == Finding.ExposedWithoutPromise);
            yield return Silence($"The record holds {Words.Count(above)} {(above == 1 ? "cell" : "cells")} of the lattice with an exposure of at least {Words.Mark(brief.Lattice.Settings.Threshold)} and no promise.");
        }

        yield return Silence($"The record holds {Words.Count(all.Count)} {(all.Count == 1 ? "promise" : "promises")} of these partners that {(all.Count == 1 ? "stands" : "stand")}.");
    }

    private static BriefFinding Silence(string text) => new(FindingKind.Silence, [BriefContext.Silence(text)]);
}
