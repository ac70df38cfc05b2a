using System.Globalization;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs.Short;

/// <summary>The first lines of a short brief: what holds, what is exposed, what is missing.</summary>
internal sealed class BottomLine(BriefContext brief, FindingsPage page, ShortMeasure measure)
{
    /// <summary>Promises whose sources stand for the count: the full brief has those of all.</summary>
    private const int Shown = 3;

    internal IEnumerable<Sentence> Sentences()
    {
        Promise[] standing = [.. page.Standing];
        yield return Holds(standing);
        yield return Exposed();
        foreach (Sentence sentence in Missing(standing))
        {
            yield return sentence;
        }
    }

    private Sentence Holds(Promise[] standing)
    {
        if (standing.Length == 0)
        {
            return brief.Silence(new Said("short.holds-none"));
        }

        Promise[] shown = [.. standing.Where(p => p.HasEvidence)];
        object Count(int n) => n == 0 ? new Said("brief.count-none") : new Spelled(n);

        // The latest first: those that a source shows work on, else those that stand.
        Promise[] behind = [.. (shown.Length > 0 ? shown : standing).OrderByDescending(p => p.Date?.Earliest ?? DateOnly.MinValue).ThenBy(p => p.Ids[0]).Take(Shown)];
        IEnumerable<HeldClaim> claims = behind.Select(p => shown.Length > 0 ? p.StateClaim ?? p.Act! : p.What.Count > 0 ? p.What[0] : p.Claims[0]);
        int due = standing.Count(p => p.Due is not null);
        return brief.Fact(
            standing.Length == 1
                ? new Said("short.holds-one", new Said(shown.Length > 0 ? "short.one-shown" : "short.one-not-shown"), new Said(due > 0 ? "short.one-due" : "short.one-not-due"))
                : new Said("short.holds", new Spelled(standing.Length), Count(shown.Length), Count(due)),
            claims);
    }

    private Sentence Exposed()
    {
        double mark = brief.Lattice.Settings.Threshold;
        ExposureGap? gap = page.Gaps(Finding.ExposedWithoutPromise).FirstOrDefault();
        ExposureGap? met = gap is null ? page.Gaps(Finding.PromisedNothingSince).Concat(page.Gaps(Finding.Covered)).MaxBy(g => g.Points) : null;
        if ((gap ?? met) is not { } largest)
        {
            return brief.Silence(new Said("short.exposed-none", Words.Mark(mark)));
        }

        Exposure exposure = largest.Sides[0];
        MemberShare share = exposure.Members[0];
        brief.References.Weigh(share.Claims);
        brief.References.Name(exposure);
        object[] values =
        [
            new Whose(share.Partner), exposure.Supplier, Words.Percent(share.LookThrough.Part), ExposureWords.WholeOf(share), ExposureWords.User(share.Partner, exposure),
            exposure.Year.ToString(CultureInfo.InvariantCulture),
        ];
        return brief.Fact(gap is not null ? new Said("short.exposed", values) : new Said("short.exposed-answered", [Words.Mark(mark), .. values]), [share.LookThroughClaim]);
    }

    private IEnumerable<Sentence> Missing(Promise[] standing)
    {
        LatticeRow[] open = [.. page.Gaps(Finding.ExposedWithoutPromise).SelectMany(g => g.Rows).Distinct()];
        int silent = standing.Count(p => !p.HasEvidence);
        if (open.Length > 0)
        {
            int more = open.Length - measure.Sectors;
            yield return brief.Silence(new Said("short.missing", new Either(
            [
                .. open.Take(measure.Sectors).Select(r => new Said("short.missing-sector", brief.Names.Sector(r.Sector), brief.Names.List(Partners(r)))),
                .. more > 0 ? new[] { new Said(more == 1 ? "short.more-sectors.one" : "short.more-sectors.many", new Spelled(more)) } : [],
            ])));
        }

        if (silent > 0)
        {
            yield return brief.Silence(new Said(silent == 1 ? "short.missing-outcomes.one" : "short.missing-outcomes.many", new Spelled(silent)));
        }

        if (open.Length + silent == 0)
        {
            yield return brief.Silence(new Said("short.missing-nothing", Words.Mark(brief.Lattice.Settings.Threshold)));
        }
    }

    private static IEnumerable<EntityId> Partners(LatticeRow row) => row.Cells.Where(c => c.Column.Kind == ColumnKind.Partner && c.Finding == Finding.ExposedWithoutPromise).Select(c => c.Column.Partners[0]);
}
