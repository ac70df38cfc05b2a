using System.Text.RegularExpressions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>What sort of text it is: advice, or a report in which nobody is advised.</content>
internal sealed partial class Finder
{
    private static readonly string[] ReportGenres = ["news", "readout", "statement", "fact sheet", "communiqu", "declaration", "transcript", "press release", "treaty", "agreement"];

    private bool Advises => _advises ??= _genre is not null ? !ReportGenres.Any(g => _genre.Contains(g, StringComparison.OrdinalIgnoreCase)) : !CallsItselfReport();

    private bool? _advises;

    /// <summary>Where no index tells the genre, the head of the page may: a fact sheet, a joint statement, a readout, a story with a dateline.</summary>
    private bool CallsItselfReport()
    {
        string head = _page.Text.Clean[..Math.Min(_page.Text.Clean.Length, HeadLength)];
        return ItselfReport.IsMatch(head);
    }

    // The kind of text it calls itself within a line of its head, or a news agency's dateline: a place in capitals, a day, a dash.
    [GeneratedRegex("(?im)^[^.!?\\n]{0,60}\\b(fact ?sheet|joint (?:leaders.? )?(?:statement|declaration|communiqu.)|readout|press release|for immediate release|media release|chair.s statement|vision statement)\\b|(?-i:^[A-Z][A-Z .’']{2,30}(?:, [A-Z][A-Za-z. ]{2,20})?,? (?:\\([A-Z][A-Za-z ]+\\)|[A-Z][a-z]{2,8}\\.? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} [A-Z][a-z]{2,8})[^\\n]{0,20} ?[—–-]{1,2} )", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItselfReport { get; }

    private const int HeadLength = 600;

    /// <summary>Whether the text calls itself a fact sheet: its bare points are what its publisher announces.</summary>
    private bool IsFactSheet => (_genre is not null && _genre.Contains("fact sheet", StringComparison.OrdinalIgnoreCase))
        || _page.Sentences.Take(3).Any(s => Enumerable.Range(s.From, Math.Min(8, s.To - s.From)).Any(i => _tokens[i].Lower == "fact" && i + 1 < s.To && _tokens[i + 1].Lower == "sheet"));
}
