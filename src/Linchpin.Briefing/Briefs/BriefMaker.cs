using Linchpin.Briefing.Briefs.Outlines;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Makes a brief from a lattice: findings, sections, closing, references.</summary>
internal sealed class BriefMaker(RecordIndex index, Lattice lattice, DateOnly recordAsOf, BriefOutline outline, Phrases phrases)
{
    internal Brief Make()
    {
        var brief = new BriefContext(index, lattice, recordAsOf, phrases);
        var promises = new PromiseSentences(brief);
        var exposures = new ExposureSentences(brief);
        var conflicts = new ConflictSentences(brief);
        var page = new FindingsPage(brief, promises, exposures, conflicts);
        IReadOnlyList<BriefFinding> findings = page.Choose();
        var section = new SectorSection(brief, promises, exposures, new AdviceSentences(brief), conflicts);
        var sections = new List<BriefSection>();
        var silent = new List<SectorTerm>();
        // In the outline's order: what several sectors have in common is told in the first of them that is there.
        foreach (LatticeRow row in outline.Order.SelectMany(id => lattice.Rows.Where(r => r.Sector.Id == id))
            .Concat(lattice.Rows.Where(r => !outline.Order.Contains(r.Sector.Id) && !outline.LeaveOut.Contains(r.Sector.Id))))
        {
            if (section.Of(row, out bool nothing) is { } made)
            {
                sections.Add(made);
            }

            if (nothing)
            {
                silent.Add(row.Sector);
            }
        }

        if (section.Pointers is { } pointers)
        {
            sections.Add(pointers);
        }

        if (section.AcrossSectors(lattice.WithoutSector) is { } across)
        {
            sections.Add(across);
        }

        if (new ChokepointSection(brief).Make() is { } chokepoints)
        {
            sections.Add(chokepoints);
        }

        // Warnings are on products, which the record ties to no sector of co-operation.
        if (lattice.Rows.Count == Vocabulary.Sectors.Count && new WarningSection(brief).Make() is { } warnings)
        {
            sections.Add(warnings);
        }

        Conflict[] untold = [.. conflicts.Untold(brief.Names.Used.ToArray())];
        BriefPart[] parts =
        [
            new(brief.Say("section.other-points"), [.. untold.Where(c => c.Property.Id != "name" && !ConflictSentences.OnePassage(c)).Select(c => new BriefItem(conflicts.Tell(c)))]),
            new(brief.Say("section.names"), [.. conflicts.Names([.. untold.Where(c => c.Property.Id == "name")]).Select(s => new BriefItem(s))]),
            new(brief.Say("section.readings"), conflicts.Readings(untold.Where(c => c.Property.Id != "name"))),
        ];
        if (parts.Any(p => p.Items.Count > 0))
        {
            sections.Add(new BriefSection("differences", brief.Say("section.differences"), [.. parts.Where(p => p.Items.Count > 0)]));
        }

        Sentence[] closing = [.. Closing(brief, silent, section.Together, section.WithoutTable.Count > 0 ? exposures.NoTable(section.WithoutTable) : null)];
        brief.References.Weigh(brief.Names.Used.SelectMany(id => index[id]?.Of("name").Where(c => c.Value.Display == index.NameOf(id)) ?? []));
        return new Brief
        {
            Title = BriefHeader.Title(brief),
            Language = phrases.Language,
            Header = [.. BriefHeader.Lines(brief), .. InShort(brief) is { } answer ? new[] { new BriefLine(brief.Say("brief.in-short"), answer) } : [], BriefHeader.Mark(brief)],
            Label = brief.References.Label ?? Handling.Unlabelled(index.View.Reader.Name),
            Findings = findings,
            Order = page.Order,
            Sections = sections,
            Closing = closing,
            References = brief.References.Numbered(),
        };
    }

    /// <summary>What it all comes to, in numbers; <see langword="null"/> where the record has neither a promise nor an exposure of these partners.</summary>
    private string? InShort(BriefContext brief)
    {
        Promise[] standing = [.. lattice.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Promises.Concat(c.PromisesOfSome)).Concat(lattice.WithoutSector).DistinctBy(p => p.Ids[0]).Where(p => p.Stands)];
        int open = lattice.Rows.Count(r => r.Cells.Any(c => c.Column.Kind == ColumnKind.Partner && c.Finding == Finding.ExposedWithoutPromise));
        if (standing.Length == 0 && open == 0)
        {
            return null;
        }

        int shown = standing.Count(p => p.HasEvidence), due = standing.Count(p => p.Due is not null);
        Said promised = standing.Length == 0 ? new("brief.holds-none")
            : new(standing.Length == 1 ? "brief.holds.one" : "brief.holds.many", new Spelled(standing.Length), OrNone(shown), OrNone(due));
        Said exposed = open == 0 ? new("brief.open-none") : new(open == 1 ? "brief.open.one" : "brief.open.many", new Spelled(open));
        return BriefHeader.Opened(brief.Names, brief.Say("brief.numbers", promised, exposed));
    }

    private static object OrNone(int number) => number == 0 ? new Said("brief.count-none") : new Spelled(number);

    private IEnumerable<Sentence> Closing(BriefContext brief, List<SectorTerm> silent, IReadOnlyList<SectorTerm> together, Sentence? withoutTable)
    {
        if (lattice.Columns.Count > lattice.Partners.Count)
        {
            yield return brief.Silence(together.Count == 0 ? new Said("closing.together-none", brief.Names.List(lattice.Partners))
                : new Said("closing.together", brief.Names.List(lattice.Partners), new All([.. together.Select(brief.Names.Sector)])));
        }

        if (withoutTable is not null)
        {
            yield return withoutTable;
        }

        if (silent.Count > 0)
        {
            yield return brief.Silence(new Said("closing.silent", new Either([.. silent.Select(brief.Names.Sector)])));
        }

        if (lattice.WithoutParties.Count > 0)
        {
            int n = lattice.WithoutParties.Count;
            yield return brief.Silence(new Said(n == 1 ? "closing.nobody-named.one" : "closing.nobody-named.many", new Spelled(n)));
        }

        yield return brief.Note(new Said("closing.record"));
        yield return brief.Note(new Said(brief.References.HasSummaries ? "closing.summaries" : "closing.quotes"));
        if (lattice.Rows.SelectMany(r => r.Cells).Any(c => c.Exposures.Count > 0))
        {
            yield return brief.Note(new Said("closing.inputs"));
        }

        yield return brief.Note(new Said("closing.unknown"));
    }
}
