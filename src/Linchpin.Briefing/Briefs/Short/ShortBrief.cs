using Linchpin.Briefing.Briefs.Outlines;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;

namespace Linchpin.Briefing.Briefs.Short;

/// <summary>Makes a brief of at most two printed pages of A4: bottom line, findings, what was agreed lately, is due, is disputed, is to be decided; what is left out is counted.</summary>
/// <remarks>It is made with fewer and shorter pieces until it fits: nothing is cut in the middle. The order in which pieces fall away is that of <see cref="Tries"/>, the same for every record.</remarks>
internal sealed class ShortBrief(RecordIndex index, Lattice lattice, DateOnly recordAsOf, BriefOutline outline, Phrases phrases)
{
    private static readonly ShortMeasure[] Tries =
    [
        new(6, 5, 4, 3, 5, 12, 3, 200, 110), new(5, 4, 4, 3, 5, 10, 2, 170, 100), new(5, 4, 3, 2, 4, 8, 2, 150, 90), new(5, 3, 3, 2, 4, 7, 2, 130, 80), new(5, 3, 2, 1, 4, 6, 2, 120, 70),
        new(4, 3, 2, 1, 3, 5, 1, 110, 60), new(4, 2, 2, 1, 3, 4, 1, 90, 50), new(3, 2, 1, 1, 2, 3, 1, 80, 40), new(3, 1, 1, 1, 1, 2, 1, 60, 40),
    ];

    internal Brief Make()
    {
        Lattice chosen = lattice.Of([.. lattice.Rows.Select(r => r.Sector.Id).Where(s => !outline.LeaveOut.Contains(s))]);
        var counted = LeftCounts.Of(new BriefContext(index, chosen, recordAsOf, phrases));
        Brief? fits = null;
        int first = 0, last = Tries.Length - 1;
        while (first < last)
        {
            // Each is shorter than the one before: halving finds the first that fits in every language, so that all of them tell the same.
            int middle = (first + last) / 2;
            Dictionary<string, Brief> made = Phrases.Languages.ToDictionary(l => l, l => Make(chosen, counted, Tries[middle], Phrases.Of(l)));
            if (made.Values.All(b => PrintedLength.Of(b) <= PrintedLength.TwoPages))
            {
                fits = made[phrases.Language];
                last = middle;
            }
            else
            {
                first = middle + 1;
            }
        }

        return fits ?? Make(chosen, counted, Tries[last], phrases);
    }

    private Brief Make(Lattice chosen, LeftCounts counted, ShortMeasure measure, Phrases phrases)
    {
        var brief = new BriefContext(index, chosen, recordAsOf, phrases, measure.Passage, measure.Sources);
        var promises = new PromiseSentences(brief);
        var exposures = new ExposureSentences(brief);
        var conflicts = new ConflictSentences(brief);
        var page = new FindingsPage(brief, promises, exposures, conflicts);
        var sections = new ShortSections(brief, promises, conflicts, page, measure);
        IReadOnlyList<Sentence> bottomLine = [.. new BottomLine(brief, page, measure).Sentences()];
        IReadOnlyList<BriefFinding> findings = page.Few(measure);
        BriefSection[] made = [.. new[] { sections.Agreed(), sections.Due(), sections.Disputed(), sections.Decide() }.OfType<BriefSection>()];
        Sentence[] closing = [new LeftOut(brief, page, sections, counted).Sentence(), brief.Note(new Said("closing.record")), brief.Note(new Said(brief.References.HasSummaries ? "closing.summaries" : "closing.quotes"))];
        brief.References.Weigh(brief.Names.Used.SelectMany(id => index[id]?.Of("name").Where(c => c.Value.Display == index.NameOf(id)) ?? []));
        return new Brief
        {
            Title = BriefHeader.Title(brief),
            Length = BriefLength.Short,
            Language = phrases.Language,
            Header = [.. BriefHeader.Lines(brief), BriefHeader.Mark(brief)],
            Label = brief.References.Label ?? Handling.Unlabelled(index.View.Reader.Name),
            BottomLine = bottomLine,
            Findings = findings,
            Order = brief.Say("short.order", Words.Mark(chosen.Settings.Threshold)),
            Sections = made,
            Closing = closing,
            References = brief.References.Numbered([.. bottomLine, .. findings.SelectMany(f => f.Sentences), .. made.SelectMany(m => m.Parts).SelectMany(p => p.Items).SelectMany(i => i.Sentences), .. closing]),
        };
    }
}

/// <summary>How many pieces of each sort a short brief may have, how many sectors it names in one sentence and sources it cites for one promise, and at how many characters quotations and the passages of the references are cut.</summary>
internal sealed record ShortMeasure(int Findings, int Agreed, int Due, int Disputed, int Decisions, int Sectors, int Sources, int Quote, int Passage);
