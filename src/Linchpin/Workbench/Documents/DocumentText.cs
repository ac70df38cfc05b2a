using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench.Documents;

/// <summary>A document's text cut for its page: paragraphs, in each the pieces that passages cover, beside it the claims whose passage begins there.</summary>
/// <remarks>Every character that is shown stands in exactly one piece. The text is never interpreted: of HTML the markup is left out, and nothing of it reaches the page as markup.</remarks>
internal static class DocumentText
{
    /// <summary>Characters on one page; a longer text has several parts.</summary>
    public const int PartLength = 120_000;

    private const int LongParagraph = 3_000;

    /// <summary>The text as paragraphs with their claims.</summary>
    public static IReadOnlyList<Paragraph> Cut(string text, string mediaType, IReadOnlyList<HeldClaim> claims)
    {
        var passages = claims.GroupBy(c => ((DocumentSource)c.Claim.Source).At)
            .Select(g => new ClaimedPassage(Math.Clamp(g.Key.Start, 0, text.Length), Math.Clamp(g.Key.End, 0, text.Length), g.Key, [.. g]))
            .Where(p => p.End > p.Start).OrderBy(p => p.Start).ThenByDescending(p => p.End).ToList();
        var paragraphs = new List<Paragraph>();
        foreach (List<Span> spans in mediaType == "text/html" ? HtmlSpans.Paragraphs(text) : Plain(text))
        {
            int from = spans[0].Start;
            int to = spans[^1].End;
            List<ClaimedPassage> over = [.. passages.Where(p => p.Start < to && p.End > from)];
            List<ClaimedPassage> begin = [.. over.Where(p => p.Start >= from || paragraphs.Count == 0 || paragraphs[^1].End <= p.Start)];
            paragraphs.Add(new Paragraph(from, to, [.. spans.SelectMany(s => Pieces(text, s, over))], Notes(begin)));
        }

        return paragraphs;
    }

    /// <summary>The paragraphs of one part, and how many parts there are. The part is the one that holds the place, else the one asked for.</summary>
    public static (IReadOnlyList<Paragraph> Paragraphs, int Part, int Parts) PartOf(IReadOnlyList<Paragraph> all, int part, int? place)
    {
        var parts = new List<List<Paragraph>> { new() };
        int length = 0;
        foreach (Paragraph paragraph in all)
        {
            if (length > PartLength)
            {
                parts.Add([]);
                length = 0;
            }

            parts[^1].Add(paragraph);
            length += paragraph.End - paragraph.Start;
        }

        int chosen = place is { } at && parts.FindIndex(p => p.Any(x => x.End > at)) is >= 0 and int found ? found : Math.Clamp(part - 1, 0, parts.Count - 1);
        return (parts[chosen], chosen + 1, parts.Count);
    }

    private static IEnumerable<Piece> Pieces(string text, Span span, List<ClaimedPassage> passages)
    {
        int[] cuts = [.. passages.SelectMany(p => new[] { p.Start, p.End }).Where(c => c > span.Start && c < span.End).Append(span.Start).Append(span.End).Distinct().Order()];
        for (int i = 0; i + 1 < cuts.Length; i++)
        {
            yield return new Piece(
                cuts[i], cuts[i + 1], span.Shown(text, cuts[i], cuts[i + 1]), [.. passages.Where(p => p.Start <= cuts[i] && p.End >= cuts[i + 1])]);
        }
    }

    /// <summary>One note for each entity, in the order of its first passage.</summary>
    private static List<Note> Notes(List<ClaimedPassage> passages) =>
    [
        .. passages.SelectMany(p => p.Claims, (p, c) => (p, c)).GroupBy(x => x.c.Subject)
            .Select(g => new Note(g.Key, [.. g.Select(x => x.c).DistinctBy(c => c.Claim.Id)], [.. g.Select(x => x.p).Distinct()])),
    ];

    /// <summary>Paragraphs of plain text end at an empty line; where a text has none, very long ones end at a line's end.</summary>
    private static IEnumerable<List<Span>> Plain(string text)
    {
        int start = 0;
        int at = 0;
        while (at < text.Length)
        {
            int line = text.IndexOf('\n', at);
            int end = line < 0 ? text.Length : line + 1;
            bool empty = text.AsSpan(at, end - at).IsWhiteSpace();
            at = end;
            if ((empty || at - start > LongParagraph || at == text.Length) && !text.AsSpan(start, at - start).IsWhiteSpace())
            {
                yield return [new Span(start, at, Markup: false)];
                start = at;
            }
        }
    }
}

/// <summary>A paragraph of a document's page.</summary>
/// <param name="Start">Its first character in the document's text.</param>
/// <param name="End">One past its last.</param>
/// <param name="Pieces">Its text in pieces.</param>
/// <param name="Notes">What was claimed from passages that begin in it.</param>
public sealed record Paragraph(int Start, int End, IReadOnlyList<Piece> Pieces, IReadOnlyList<Note> Notes);

/// <summary>A run of text that the same passages cover.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">One past its last.</param>
/// <param name="Text">The text to show.</param>
/// <param name="Passages">The passages over it; empty for plain text.</param>
public sealed record Piece(int Start, int End, string Text, IReadOnlyList<ClaimedPassage> Passages);

/// <summary>A passage and the claims it gave.</summary>
/// <param name="Start">Its first character, inside the text.</param>
/// <param name="End">One past its last, inside the text.</param>
/// <param name="At">The place as the claims state it.</param>
/// <param name="Claims">The claims.</param>
public sealed record ClaimedPassage(int Start, int End, Passage At, IReadOnlyList<HeldClaim> Claims);

/// <summary>An entity with what a paragraph's passages say of it.</summary>
/// <param name="Subject">The entity.</param>
/// <param name="Claims">The claims.</param>
/// <param name="Passages">Where they stand.</param>
public sealed record Note(EntityId Subject, IReadOnlyList<HeldClaim> Claims, IReadOnlyList<ClaimedPassage> Passages)
{
    /// <summary>The note's anchor on the page.</summary>
    public string Anchor => $"note-{Passages[0].Start}-{Subject.Kind}-{Subject.Name}";
}
