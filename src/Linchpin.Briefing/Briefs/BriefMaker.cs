using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Makes a brief from a lattice: findings, sections, closing, references.</summary>
internal sealed class BriefMaker(RecordIndex index, Lattice lattice, DateOnly recordAsOf)
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
        foreach (LatticeRow row in lattice.Rows)
        {
            if (section.Of(row) is { } made)
            {
                sections.Add(made);
            }
            else
            {
                silent.Add(row.Sector);
            }
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
            new("Names", [.. untold.Where(c => c.Property.Id == "name").Select(c => new BriefItem(conflicts.Tell(c)))]),
        ];
        if (untold.Length > 0)
        {
            sections.Add(new BriefSection("differences", "Where sources differ on what is named above", [.. parts.Where(p => p.Items.Count > 0)]));
        }

        Sentence[] closing = [.. Closing(brief, silent)];
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

        lines.Add(new BriefLine("Exposure counts from", $"{Words.Mark(lattice.Settings.Threshold)} of direct and indirect inputs from one supplier country"));
        return lines;
    }

    private IEnumerable<Sentence> Closing(BriefContext brief, List<SectorTerm> silent)
    {
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
