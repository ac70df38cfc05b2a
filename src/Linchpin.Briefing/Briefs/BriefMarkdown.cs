using System.Globalization;
using System.Text;

namespace Linchpin.Briefing.Briefs;

/// <summary>Writes a brief as CommonMark with the same sentences as the HTML. Every text from the record is escaped.</summary>
internal sealed class BriefMarkdown(Brief brief)
{
    private readonly StringBuilder _text = new();

    internal string Write()
    {
        Line($"**{M(brief.LabelText)}**");
        Line();
        Line($"# {M(brief.Title)}");
        Line();
        foreach (BriefLine line in brief.Header)
        {
            Line($"- **{M(line.Name)}:** {M(line.Text)}");
        }

        Line();
        if (brief.BottomLine.Count > 0)
        {
            Line($"## {M(brief.Say("brief.bottom-line"))}");
            Line();
            Line(All(brief.BottomLine));
            Line();
        }

        if (brief.Findings.Count > 0)
        {
            Findings();
        }

        foreach (BriefSection section in brief.Sections)
        {
            Line($"## {M(section.Title)}");
            Line();
            foreach (BriefPart part in section.Parts)
            {
                if (part.Title.Length > 0)
                {
                    Line($"### {M(part.Title)}");
                    Line();
                }

                foreach (BriefItem item in part.Items)
                {
                    Line($"- {(item.Marker is null ? "" : M(item.Marker) + " ")}{All(item.Sentences)}");
                }

                Line();
            }
        }

        Line($"## {M(brief.Say(brief.ClosingTitle))}");
        Line();
        foreach (Sentence sentence in brief.Closing)
        {
            Line(S(sentence));
            Line();
        }

        Line($"## {M(brief.Say("brief.references"))}");
        Line();
        foreach (ReferenceGroup group in brief.References)
        {
            Line($"### {M(group.Title)}");
            Line();
            foreach (Reference reference in group.Entries)
            {
                string n = reference.Number.ToString(CultureInfo.InvariantCulture);
                Line($"- <a id=\"ref-{n}\"></a>\\[{n}\\] {M(reference.Place)}{(reference.Quote is { } quote ? ": " + M(quote) : "")}");
            }

            Line();
        }

        Line($"**{M(brief.LabelText)}** · {M(brief.AsOfText)}");
        return _text.ToString();
    }

    private void Findings()
    {
        Line($"## {M(brief.Say("brief.findings"))}");
        Line();
        int number = 0;
        foreach (BriefFinding finding in brief.Findings)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"{++number}. **{M(brief.Say(finding.Kind.Heading()))}.** {All(finding.Sentences)}"));
        }

        Line();
        Line($"*{M(brief.Order)}*");
        Line();
    }

    /// <summary>Plain text in which nothing is markup, a link or HTML.</summary>
    internal static string M(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool special = c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '&' or '#' or '|' or '~' or '$' or '@' or '!' or '^' or '='
                // Renderers make links of bare addresses: the colon and the first full stop are what they look for.
                || (c == ':' && i + 1 < text.Length && text[i + 1] == '/')
                || (c == '.' && i >= 3 && text.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase))
                // A line that begins with one of these would be a list.
                || (i == 0 && c is '-' or '+');
            if (c is '.' or ')' && i is > 0 and < 10 && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                special = true;
            }

            if (special)
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static string All(IEnumerable<Sentence> sentences) => string.Join(' ', sentences.Select(S));

    private static string S(Sentence sentence) => string.Concat(sentence.Phrases.Select(p => M(p.Text) + string.Concat(p.Cites.Select(c =>
    {
        string n = c.Number.ToString(CultureInfo.InvariantCulture);
        return $"[\\[{n}\\]](#ref-{n})";
    }))));

    private void Line(string line = "") => _text.Append(line).Append('\n');
}
