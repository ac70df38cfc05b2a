namespace Linchpin.Briefing.Briefs;

/// <summary>What a brief says that an earlier one did not, and what it says no more, as a section.</summary>
/// <remarks>Sentences of fact are compared by their words and the section they stand in; citations that were only renumbered change nothing.</remarks>
internal static class BriefChanges
{
    private const string Id = "changes";

    /// <summary>The section; its one sentence says so where nothing changed.</summary>
    /// <param name="now">The brief.</param>
    /// <param name="earlier">The earlier one, of the same partners and reader.</param>
    /// <param name="since">The day of the earlier one.</param>
    internal static BriefSection Between(Brief now, Brief earlier, DateOnly since)
    {
        BriefPart[] parts =
        [
            Part(now.Say("changes.new"), Facts(now), Facts(earlier), s => s),

            // The earlier brief's references are not in this one's list: what it said stands here without them.
            Part(now.Say("changes.gone"), Facts(earlier), Facts(now), s => new Sentence(SentenceKind.Note, [new Phrase(s.Text, [])])),
        ];
        string title = now.Say("changes.title", FormattableString.Invariant($"{since:yyyy-MM-dd}"));
        return parts.All(p => p.Items.Count == 0)
            ? new BriefSection(Id, title, [new BriefPart(now.Say("changes.part"), [new BriefItem(new Sentence(SentenceKind.Note, [new Phrase(now.Say("changes.none"), [])]))])])
            : new BriefSection(Id, title, [.. parts.Where(p => p.Items.Count > 0)]);
    }

    private static BriefPart Part(string title, IEnumerable<(string Where, Sentence Sentence)> these, IEnumerable<(string Where, Sentence Sentence)> those, Func<Sentence, Sentence> shown)
    {
        HashSet<(string, string)> known = [.. those.Select(t => (t.Where, t.Sentence.Text))];
        return new BriefPart(title, [.. these.Where(t => !known.Contains((t.Where, t.Sentence.Text))).DistinctBy(t => t.Sentence.Text)
            .Select(t => new BriefItem(null, [new Sentence(SentenceKind.Note, [new Phrase(t.Where + ":", [])]), shown(t.Sentence)]))]);
    }

    private static IEnumerable<(string Where, Sentence Sentence)> Facts(Brief brief) =>
        from section in brief.Sections
        from part in section.Parts
        from item in part.Items
        from sentence in item.Sentences
        where sentence.Kind == SentenceKind.Fact
        select (section.Title, sentence);
}
