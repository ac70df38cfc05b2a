using Linchpin.Briefing.Briefs.Outlines;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Makes a brief from a lattice: findings, sections, closing, references.</summary>
internal sealed class BriefMaker(RecordIndex index, Lattice lattice, DateOnly recordAsOf, BriefOutline outline)
{
    internal Brief Make()
    {
        var brief = new BriefContext(index, lattice, recordAsOf);
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

        if (new WarningSection(brief).Make() is { } warnings)
        {
            sections.Add(warnings);
        }

        Conflict[] untold = [.. conflicts.Untold(brief.Names.Used.ToArray())];
        BriefPart[] parts =
        [
            new("Other points", [.. untold.Where(c => c.Property.Id != "name").Select(c => new BriefItem(conflicts.Tell(c)))]),
            new("Names", [.. conflicts.Names([.. untold.Where(c => c.Property.Id == "name")]).Select(s => new BriefItem(s))]),
        ];
        if (untold.Length > 0)
        {
            sections.Add(new BriefSection("differences", "Where sources differ on what is named above", [.. parts.Where(p => p.Items.Count > 0)]));
        }

        Sentence[] closing = [.. Closing(brief, silent, section.Together, section.WithoutTable.Count > 0 ? exposures.NoTable(section.WithoutTable) : null)];
        brief.References.Weigh(brief.Names.Used.SelectMany(id => index[id]?.Of("name").Where(c => c.Value.Display == index.NameOf(id)) ?? []));
        return new Brief(
            $"{Words.Capital(brief.Names.List(lattice.Partners))}: promises and exposures",
            Header(brief), brief.References.Label ?? Handling.Unlabelled(index.View.Reader.Name),
            findings, page.Order, sections, closing, brief.References.Numbered());
    }

    private IReadOnlyList<BriefLine> Header(BriefContext brief)
    {
        AsOf clocks = lattice.AsOf;
        string reader = index.View.Reader.Name;
        var lines = new List<BriefLine>
        {
            new("Partners", Words.Capital(brief.Names.List(lattice.Partners))),
            new("Made for", Words.Clean(Vocabulary.Countries.ContainsKey(reader) ? Vocabulary.CountryName(reader) : reader)),
            new("Record as of", Words.Date(recordAsOf)),
        };
        if (clocks.Valid is { } valid && valid != recordAsOf)
        {
            lines.Add(new BriefLine("What held on", Words.Date(valid)));
        }

        if (clocks.PublishedBy is { } published)
        {
            lines.Add(new BriefLine("Sources published by", Words.Date(published)));
        }

        if (clocks.KnownBy is { } known)
        {
            lines.Add(new BriefLine("Known here by", Words.Date(known)));
        }

        if (InShort() is { } answer)
        {
            lines.Add(new BriefLine("In short", answer));
        }

        lines.Add(new BriefLine("Exposure counts from", $"{Words.Mark(lattice.Settings.Threshold)} of direct and indirect inputs from one supplier country"));
        return lines;
    }

    /// <summary>What it all comes to, in numbers; <see langword="null"/> where the record has neither a promise nor an exposure of these partners.</summary>
    private string? InShort()
    {
        Promise[] standing = [.. lattice.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Promises.Concat(c.PromisesOfSome)).Concat(lattice.WithoutSector).DistinctBy(p => p.Ids[0]).Where(p => p.Stands)];
        int open = lattice.Rows.Count(r => r.Cells.Any(c => c.Column.Kind == ColumnKind.Partner && c.Finding == Finding.ExposedWithoutPromise));
        if (standing.Length == 0 && open == 0)
        {
            return null;
        }

        int shown = standing.Count(p => p.HasEvidence), due = standing.Count(p => p.Due is not null);
        string promised = standing.Length == 0 ? "no promise of these partners stands"
            : $"{Words.Count(standing.Length)} {(standing.Length == 1 ? "promise stands" : "promises stand")}: work or delivery is on record for {(shown == 0 ? "none" : Words.Count(shown))}, a day by which it is due for {(due == 0 ? "none" : Words.Count(due))}";
        string exposed = open == 0 ? "in no sector is a partner exposed without a promise that answers it"
            : $"in {Words.Count(open)} {(open == 1 ? "sector" : "sectors")} a partner is exposed and no promise answers it";
        return Words.Capital($"{promised}; {exposed}.");
    }

    private IEnumerable<Sentence> Closing(BriefContext brief, List<SectorTerm> silent, IReadOnlyList<SectorTerm> together, Sentence? withoutTable)
    {
        if (lattice.Columns.Count > lattice.Partners.Count)
        {
            yield return BriefContext.Silence($"The record holds {(together.Count == 0 ? "no promise" : "a promise")} of {brief.Names.List(lattice.Partners)} together on {(together.Count == 0 ? "any sector" : Words.List([.. together.Select(s => Words.Sector(s.Label))]) + ", and on no other sector")}.");
        }

        if (withoutTable is not null)
        {
            yield return withoutTable;
        }

        if (silent.Count > 0)
        {
            yield return BriefContext.Silence($"The record says nothing on {Words.List([.. silent.Select(s => Words.Sector(s.Label))], "or")}.");
        }

        if (lattice.WithoutParties.Count > 0)
        {
            int n = lattice.WithoutParties.Count;
            yield return BriefContext.Silence($"The record does not say who made {Words.Count(n)} further {(n == 1 ? "commitment" : "commitments")}, which {(n == 1 ? "is" : "are")} left out.");
        }

        yield return BriefContext.Note("“The record” is what this node holds and this reader may see, as of the day above; what it does not say may still be so.");
        yield return BriefContext.Note(brief.References.HasSummaries
            ? "Words in quotation marks are the source’s own; other words are a summary of the passage cited, by the author whom the references name after “summary”."
            : "Words in quotation marks are the source’s own.");
        if (lattice.Rows.SelectMany(r => r.Cells).Any(c => c.Exposures.Count > 0))
        {
            yield return BriefContext.Note("Direct inputs are what a sector buys; indirect inputs are what its suppliers, and theirs in turn, buy to make them. The base of a share stands in brackets after its year; “row-sum basis” takes a sector’s output as the sum of its row in the table.");
        }

        yield return BriefContext.Note("Unknown, zero and not applicable differ: a figure that is missing is called missing, never nought.");
    }
}
