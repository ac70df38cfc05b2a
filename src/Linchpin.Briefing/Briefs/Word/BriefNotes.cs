using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Linchpin.Briefing.Briefs.Word;

/// <summary>The footnotes of a brief: one for each reference, at its first citation.</summary>
internal sealed class BriefNotes(Brief brief)
{
    private readonly Dictionary<int, string> _groups = brief.References
        .SelectMany(g => g.Entries.Select(e => (e.Number, g.Title))).ToDictionary(e => e.Number, e => e.Title);

    private readonly Dictionary<int, int> _noteOf = [];

    private readonly Dictionary<string, int> _firstOf = new(StringComparer.Ordinal);

    // The two that draw the line above the notes stand first, as every word processor expects them.
    internal Footnotes Footnotes { get; } = new(
        new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
        new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });

    /// <summary>A citation: a footnote the first time, a cross-reference to its mark afterwards.</summary>
    internal IEnumerable<OpenXmlElement> Cite(Reference reference, ref uint bookmark)
    {
        string name = BriefParts.Bookmark("note", reference.Number.ToString(CultureInfo.InvariantCulture));
        if (_noteOf.TryGetValue(reference.Number, out int known))
        {
            return
            [
                Mark(new FieldChar { FieldCharType = FieldCharValues.Begin }),
                Mark(new FieldCode($" NOTEREF {name} \\h ") { Space = SpaceProcessingModeValues.Preserve }),
                Mark(new FieldChar { FieldCharType = FieldCharValues.Separate }),
                Mark(BriefParts.Words(known.ToString(CultureInfo.InvariantCulture))),
                Mark(new FieldChar { FieldCharType = FieldCharValues.End }),
            ];
        }

        int note = _noteOf[reference.Number] = _noteOf.Count + 1;
        string group = _groups[reference.Number], place = reference.Quote is { } words ? $"{reference.Place}: {words}" : reference.Place;

        // A source is named in full once; later notes say which that was.
        string text = _firstOf.TryGetValue(group, out int first) ? brief.Say("reference.as-note", first.ToString(CultureInfo.InvariantCulture), place) : $"{group}; {place}";
        _firstOf.TryAdd(group, note);
        Footnotes.Append(new Footnote(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = "FootnoteText" }),
            Mark(new FootnoteReferenceMark()),
            new Run(BriefParts.Words(" " + text))))
        { Id = note });
        string id = (++bookmark).ToString(CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = id, Name = name }, Mark(new FootnoteReference { Id = note }), new BookmarkEnd { Id = id }];
    }

    private static Run Mark(OpenXmlElement content) => new(new RunProperties(new RunStyle { Val = "FootnoteReference" }), content);
}
