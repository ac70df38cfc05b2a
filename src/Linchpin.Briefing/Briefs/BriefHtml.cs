using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Linchpin.Briefing.Wording;

namespace Linchpin.Briefing.Briefs;

/// <summary>Writes a brief as one HTML file without script, with its style inside. Every text from the record is encoded.</summary>
internal sealed partial class BriefHtml(Brief brief)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();
    private readonly Dictionary<int, List<string>> _citedAt = [];

    internal string Write()
    {
        Line("<!doctype html>");
        Line($"<html lang=\"{brief.Language}\">");
        Line("<head>");
        Line("<meta charset=\"utf-8\">");
        Line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        Line("<meta name=\"color-scheme\" content=\"light dark\">");
        Line($"<title>{E(brief.Title)}</title>");
        Line("<style>");
        Line(Style());
        Line("</style>");
        Line("</head>");
        Line(brief.Length == BriefLength.Short ? "<body class=\"short\">" : "<body>");
        Line($"<header><p class=\"label\">{E(brief.LabelText)}</p></header>");
        Line("<main>");
        Front();
        if (brief.Length == BriefLength.Full)
        {
            Contents();
        }

        foreach (BriefSection section in brief.Sections)
        {
            Section(section);
        }

        Line($"<section id=\"closing\"><h2>{E(brief.Say(brief.ClosingTitle))}</h2>");
        foreach (Sentence sentence in brief.Closing)
        {
            Line($"<p>{S(sentence)}</p>");
        }

        Line("</section>");
        References();
        Line("</main>");
        Line($"<footer><p class=\"foot\">{E(brief.AsOfText)}</p>");
        Line($"<p class=\"label\">{E(brief.LabelText)}</p></footer>");
        Line("</body>");
        Line("</html>");
        return _html.ToString();
    }

    private void Front()
    {
        Line(brief.Findings.Count > 0 ? "<section class=\"front\">" : "<section>");
        Line($"<h1>{E(brief.Title)}</h1>");
        Line("<dl>");
        foreach (BriefLine line in brief.Header)
        {
            Line($"<div><dt>{E(line.Name)}</dt><dd>{E(line.Text)}</dd></div>");
        }

        Line("</dl>");
        if (brief.BottomLine.Count > 0)
        {
            Line($"<h2>{E(brief.Say("brief.bottom-line"))}</h2>");
            Line($"<p class=\"bottom-line\">{All(brief.BottomLine)}</p>");
        }

        if (brief.Findings.Count > 0)
        {
            Findings();
        }

        Line("</section>");
    }

    private void Findings()
    {
        Line($"<h2>{E(brief.Say("brief.findings"))}</h2>");
        Line("<ol class=\"findings\">");
        foreach (BriefFinding finding in brief.Findings)
        {
            Line($"<li class=\"{finding.Kind.Style()}\"><h3>{E(brief.Say(finding.Kind.Heading()))}</h3>");
            Line($"<p>{All(finding.Sentences)}</p></li>");
        }

        Line("</ol>");
        Line($"<p class=\"order\">{E(brief.Order)}</p>");
    }

    private void Contents()
    {
        Line($"<nav aria-label=\"{E(brief.Say("brief.contents"))}\"><ul>");
        foreach (BriefSection section in brief.Sections)
        {
            Line($"<li><a href=\"#{E(section.Id)}\">{E(section.Title)}</a></li>");
        }

        Line($"<li><a href=\"#references\">{E(brief.Say("brief.references"))}</a></li>");
        Line("</ul></nav>");
    }

    private void Section(BriefSection section)
    {
        Line($"<section id=\"{E(section.Id)}\"{(section.Own ? " class=\"own\"" : "")}><h2>{E(section.Title)}</h2>");
        foreach (BriefPart part in section.Parts)
        {
            Line(part.Title.Length > 0 ? $"<div class=\"part\"><h3>{E(part.Title)}</h3>" : "<div>");
            Line("<ul>");
            foreach (BriefItem item in part.Items)
            {
                string marker = item.Marker is null ? "" : $"<span class=\"marker\">{E(item.Marker)}</span> ";
                Line($"<li>{marker}{All(item.Sentences)}</li>");
            }

            Line("</ul></div>");
        }

        Line("</section>");
    }

    private void References()
    {
        Line($"<section id=\"references\"><h2>{E(brief.Say("brief.references"))}</h2>");
        foreach (ReferenceGroup group in brief.References)
        {
            Line($"<h3>{E(group.Title)}</h3>");
            Line(group.Entries.All(e => e.Quote is null && e.At is not null) ? "<ul class=\"references places\">" : "<ul class=\"references\">");
            foreach (Reference reference in group.Entries)
            {
                string n = reference.Number.ToString(CultureInfo.InvariantCulture);
                string quote = reference.Quote is null ? "" : $": <q>{M(reference.Quote[1..^1])}</q>";
                IEnumerable<string> back = _citedAt.GetValueOrDefault(reference.Number, []).Select((at, i) =>
                    $"<a href=\"#{at}\" aria-label=\"{E(brief.Say("brief.back", (i + 1).ToString(CultureInfo.InvariantCulture), n))}\">{(i == 0 ? "↑" : (i + 1).ToString(CultureInfo.InvariantCulture))}</a>");
                Line($"<li id=\"ref-{n}\"><span class=\"number\">[{n}]</span> <span>{E(reference.Place)}{quote} <span class=\"back\">{string.Join(' ', back)}</span></span></li>");
            }

            Line("</ul>");
        }

        Line("</section>");
    }

    private string All(IEnumerable<Sentence> sentences) => string.Join(' ', sentences.Select(S));

    private string S(Sentence sentence)
    {
        var text = new StringBuilder();
        text.Append($"<span class=\"{sentence.Kind.ToString().ToLowerInvariant()}\">");
        foreach (Phrase phrase in sentence.Phrases)
        {
            text.Append(Figure().Replace(M(phrase.Text), "<span class=\"figure\">$0</span>"));
            foreach (Reference cite in phrase.Cites)
            {
                List<string> at = _citedAt.TryGetValue(cite.Number, out List<string>? list) ? list : _citedAt[cite.Number] = [];
                string n = cite.Number.ToString(CultureInfo.InvariantCulture);
                string id = string.Create(CultureInfo.InvariantCulture, $"cite-{n}-{at.Count + 1}");
                at.Add(id);
                text.Append($"<a class=\"cite\" id=\"{id}\" href=\"#ref-{n}\" aria-label=\"{E(brief.Say("brief.reference", n))}\">[{n}]</a>");
            }
        }

        return text.Append("</span>").ToString();
    }

    /// <summary>The style sheet, with the label as text of the page margins.</summary>
    private string Style()
    {
        using var reader = new StreamReader(typeof(BriefHtml).Assembly.GetManifestResourceStream("style/brief.css")!);
        return reader.ReadToEnd().TrimEnd()
            .Replace("\"LABEL\"", CssString(brief.LabelText), StringComparison.Ordinal)
            .Replace("\"TITLE\"", CssString(brief.Title), StringComparison.Ordinal)
            .Replace("\"DAY\"", CssString(brief.AsOfText), StringComparison.Ordinal);
    }

    /// <summary>Any text as a CSS string in which only letters, digits and spaces stand unescaped; the space after an escape ends it.</summary>
    private static string CssString(string text)
    {
        var css = new StringBuilder("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value == ' '))
            {
                css.Append((char)rune.Value);
            }
            else
            {
                css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6} ");
            }
        }

        return css.Append('"').ToString();
    }

    // A figure and its sign are never parted at the end of a line.
    [GeneratedRegex("[0-9]+(?:[.][0-9]+)? %", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    private static string E(string text) => Encoder.Encode(text);

    /// <summary>Encoded, with what is of another language marked as such.</summary>
    private string M(string text) => string.Concat(Scripts.Runs(text, brief.Language).Select(r => r.Language is null ? E(r.Text) : $"<span lang=\"{r.Language}\">{E(r.Text)}</span>"));

    private void Line(string line) => _html.Append(line).Append('\n');
}
