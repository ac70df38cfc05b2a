using System.Text;

namespace Linchpin.Briefing.Briefs.Short;

/// <summary>How long a brief prints, reckoned from its text: lines of the body, with references at their smaller type in two columns.</summary>
/// <remarks>The numbers were measured on chromium's PDF in the widest face that the style sheet names; a test holds them to it.</remarks>
internal static class PrintedLength
{
    /// <summary>Lines that two pages hold, less two for what a page leaves empty so that no heading stands alone at its foot.</summary>
    internal const double TwoPages = 119;

    private const double LineColumns = 101, LargerColumns = 94, ReferenceColumns = 49, TitleColumns = 112, ReferenceLine = 0.82, HeadingLines = 2.3;

    internal static double Of(Brief brief)
    {
        double lines = 3.5 + brief.Header.Sum(l => Lines(20 + Columns(l.Text), LineColumns)) + HeadingLines + Lines(brief.BottomLine.Sum(Columns), LargerColumns);
        lines += HeadingLines + brief.Findings.Sum(f => 1.4 + Lines(f.Sentences.Sum(Columns), LargerColumns)) + 1 + Lines(Columns(brief.Order) * 0.86, LineColumns);
        lines += brief.Sections.Sum(s => HeadingLines + s.Parts.SelectMany(p => p.Items).Sum(i => 0.2 + Lines(i.Sentences.Sum(Columns), LineColumns)));
        lines += HeadingLines + brief.Closing.Sum(s => 0.5 + Lines(Columns(s), LineColumns));
        return lines + HeadingLines + brief.References.Sum(g => ReferenceLine * (0.6 + Lines(Columns(g.Title), TitleColumns) + Math.Ceiling(g.Entries.Sum(e => 0.2 + Lines(Columns(e.Place) + Columns(e.Quote ?? ""), ReferenceColumns)) / 2)));
    }

    private static double Columns(Sentence sentence) => Columns(sentence.Text) + 1 + (sentence.Cites.Count() * 3);

    private static double Lines(double columns, double line) => Math.Ceiling(columns / line);

    /// <summary>Columns of type: a Hangul syllable or a Chinese character with the narrow spaces between takes about one and six tenths.</summary>
    private static double Columns(string text) => text.EnumerateRunes().Sum(r => r.Value >= 0x1100 ? 1.6 : 1.0);
}
