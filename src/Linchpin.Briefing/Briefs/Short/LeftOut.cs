using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs.Short;

/// <summary>Counts what a short brief does not tell and the full one does.</summary>
internal sealed class LeftOut(BriefContext brief, FindingsPage page, ShortSections sections, LeftCounts counted)
{
    internal Sentence Sentence()
    {
        HashSet<EntityId> told = [.. sections.Told];
        (string What, int Count)[] all =
        [
            ("findings", page.MoreGaps),
            ("promises", page.Standing.Count(p => !told.Contains(p.Ids[0]))),
            ("aims", page.All.Count(p => !p.Binds)),
            ("due", sections.MoreDue),
            ("disputes", sections.MoreDisputed),
            ("events", counted.Events),
            ("advice", counted.Advice),
            ("risks", counted.Risks),
            ("chokepoints", brief.Lattice.Chokepoints.Count),
            ("warnings", counted.Warnings),
        ];
        object[] left = [.. all.Where(a => a.Count > 0).Select(a => new Said("short.left-" + a.What + (a.Count == 1 ? ".one" : ".many"), new Spelled(a.Count)))];
        return brief.Note(left.Length == 0 ? new Said("short.left-nothing") : new Said("short.left-out", new All(left)));
    }
}

/// <summary>What no short brief tells, however much room there is, counted once for all its tries.</summary>
internal sealed record LeftCounts(int Events, int Advice, int Risks, int Warnings)
{
    internal static LeftCounts Of(BriefContext brief)
    {
        string[] sectors = [.. brief.Lattice.Rows.Select(r => r.Sector.Id)];
        var advice = new AdviceSentences(brief);
        int Count(Func<string, IReadOnlyList<Entity>> on) => sectors.SelectMany(on).DistinctBy(ToldOnce.Key).Count();
        return new LeftCounts(
            sectors.SelectMany(advice.EventsOn).DistinctBy(e => e.Id).Count(), Count(advice.AdviceOn), Count(advice.RisksOn), sectors.Length == Vocabulary.Sectors.Count ? WarningSection.Of(brief).Count() : 0);
    }
}
