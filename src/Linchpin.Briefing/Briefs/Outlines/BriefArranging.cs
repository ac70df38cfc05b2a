using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs.Outlines;

/// <summary>Puts a brief in the order of an outline.</summary>
internal static class BriefArranging
{
    /// <summary>The brief so arranged, with the paragraphs that the reader may see. References that nothing cites any more are not listed.</summary>
    /// <remarks>The maker has followed the outline's sectors already, so that what is told once is told where it comes first.</remarks>
    internal static Brief Of(Brief brief, BriefOutline outline, Reader reader, DateOnly today)
    {
        if (outline == BriefOutline.None)
        {
            return brief;
        }

        BriefSection[] kept =
        [
            .. outline.Order.SelectMany(id => brief.Sections.Where(s => s.Id == id)),
            .. brief.Sections.Where(s => !outline.Order.Contains(s.Id) && !outline.LeaveOut.Contains(s.Id)),
        ];
        (BriefNote Note, Handling Label)[] notes = [.. outline.Notes.Select(n => (n, n.Handling(brief.Label.Owner))).Where(n => Release.MayRead(reader, n.Item2, today))];
        BriefSection[] own = [.. notes.Select((n, i) => Own(brief, n.Note, i + 1))];
        string? Place(int i) => notes[i].Note.After is { } after ? kept.Any(s => s.Id == after) ? after : "" : null;
        BriefSection[] At(string? place) => [.. own.Where((_, i) => Place(i) == place)];
        BriefSection[] sections = [.. At(null), .. kept.SelectMany(s => new[] { s }.Concat(At(s.Id))), .. At("")];
        string[] left = [.. Vocabulary.Sectors.Where(s => outline.LeaveOut.Contains(s.Id)).Select(s => Phrases.Of(brief.Language).NameOf(EntityId.Sector(s.Id)) ?? s.Label), .. brief.Sections.Where(s => outline.LeaveOut.Contains(s.Id)).Select(s => s.Title)];
        IReadOnlyList<Sentence> closing = left.Length == 0 ? brief.Closing : [.. brief.Closing, new Sentence(SentenceKind.Note, [new Phrase(brief.Say("outline.left-out", string.Join("; ", left)), [])])];
        Brief made = brief with { Label = notes.Select(n => n.Label).Aggregate(brief.Label, (a, b) => a.Combine(b)), Sections = sections, Closing = closing };
        HashSet<int> cited = [.. made.Sentences.SelectMany(s => s.Cites).Select(c => c.Number)];
        return made with { References = [.. brief.References.Select(g => g with { Entries = [.. g.Entries.Where(e => cited.Contains(e.Number))] }).Where(g => g.Entries.Count > 0)] };
    }

    private static BriefSection Own(Brief brief, BriefNote note, int number) => new(
        FormattableString.Invariant($"note-{number}"),
        Words.Clean(note.Title ?? brief.Say("outline.note")),
        [new BriefPart(brief.Say("outline.by", Words.Clean(note.By), new InProse(PartialDate.On(note.Day))), [.. note.Paragraphs.Select(p => new BriefItem(new Sentence(SentenceKind.Own, [new Phrase(Words.Clean(p), [])])))])])
    { Own = true };
}
