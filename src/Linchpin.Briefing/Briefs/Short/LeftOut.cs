using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs.Short;

/// <summary>Counts what a short brief does not tell and the full one does.</summary>
internal sealed class LeftOut(BriefContext brief, FindingsPage page, ShortSections sections)
{
    internal Sentence Sentence()
    {
        HashSet<string> sectors = [.. brief.Lattice.Rows.Select(r => r.Sector.Id)];
        var advice = new AdviceSentences(brief);
        HashSet<EntityId> told = [.. sections.Told];
        int All(Func<string, IReadOnlyList<Entity>> on) => sectors.SelectMany(on).DistinctBy(ToldOnce.Key).Count();
        (string What, int Count)[] all =
        [
            ("findings", page.MoreGaps),
            ("promises", page.Standing.Count(p => !told.Contains(p.Ids[0]))),
            ("aims", page.All.Count(p => !p.Binds)),
            ("due", sections.MoreDue),
            ("disputes", sections.MoreDisputed),
            ("events", sectors.SelectMany(advice.EventsOn).DistinctBy(e => e.Id).Count()),
            ("advice", All(advice.AdviceOn)),
            ("risks", All(advice.RisksOn)),
            ("chokepoints", brief.Lattice.Chokepoints.Count),
            ("warnings", sectors.Count == Vocabulary.Sectors.Count ? WarningSection.Of(brief).Count() : 0),
        ];
        object[] left = [.. all.Where(a => a.Count > 0).Select(a => new Said("short.left-" + a.What + (a.Count == 1 ? ".one" : ".many"), new Spelled(a.Count)))];
        return brief.Note(left.Length == 0 ? new Said("short.left-nothing") : new Said("short.left-out", new All(left)));
    }
}
