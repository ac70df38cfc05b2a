using System.Text.RegularExpressions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>What sort of text it is: advice, or a report in which nobody is advised.</content>
internal sealed partial class Finder
{
    private static readonly string[] ReportGenres = ["news", "readout", "statement", "fact sheet", "communiqu", "declaration", "transcript", "press release", "treaty", "agreement"];

    private bool Advises => _advises ??= _genre is not null ? !ReportGenres.Any(g => _genre.Contains(g, StringComparison.OrdinalIgnoreCase)) : !CallsItselfReport();

    private bool? _advises;

    /// <summary>Where no index tells the genre, the page may: its head calls it a commentary, a fact sheet, a joint statement or a readout; a story has a dateline or sayings of others all through; leaders speak as "we".</summary>
    private bool CallsItselfReport()
    {
        string head = _page.Text.Clean[..Math.Min(_page.Text.Clean.Length, HeadLength)];
        return !ItselfAdvice.IsMatch(head) && (ItselfReport.IsMatch(head) || TellsSayings() || SpeaksAsWe() || OnlyTells());
    }

    /// <summary>Whether it is a statement or a readout: what is promised in it without a date is promised on its day. A story tells of other days too.</summary>
    private bool IsStatement => _isStatement ??= !Advises && !TellsSayings() && (_genre is null || !_genre.Contains("news", StringComparison.OrdinalIgnoreCase));

    private bool? _isStatement;

    /// <summary>So many hundredths of the sentences of a story tell what somebody said.</summary>
    private const int SayingsOfAStory = 13, WeOfAStatement = 35, FewestSentences = 8;

    private bool TellsSayings() => Share(s => Enumerable.Range(s.From, s.To - s.From).Any(k => _tokens[k].Lower is "said" or "told")) >= SayingsOfAStory;

    private bool SpeaksAsWe() => Share(s => Enumerable.Range(s.From, Math.Min(12, s.To - s.From - 1)).Any(k => _tokens[k].Lower == "we" && _tokens[k + 1].Lower is "will" or "commit" or "reaffirm" or "welcome" or "agree" or "are" or "have" or "support" or "recognize" or "recognise" or "reiterate" or "condemn" or "underscore" or "intend")) >= WeOfAStatement;

    /// <summary>Whether it opens with what parties did and nowhere says what should be done: a report, whatever it calls itself.</summary>
    private bool OnlyTells()
    {
        List<Sentence> prose = [.. _page.Sentences.Where(s => s.Zone == Documents.ZoneKind.Prose)];
        return prose.Count >= FewestTold && prose.Take(2).Any(s => Enumerable.Range(s.From, s.To - s.From).Any(k => _tokens[k].Word.Verb is { Tense: Tense.Past } verb && (verb.Class & (VerbClass.Event | VerbClass.Commit)) != 0))
            && !_page.Sentences.Any(s => Enumerable.Range(s.From, s.To - s.From).Any(k => AdviceWords.Contains(_tokens[k].Lower)));
    }

    private const int FewestTold = 4;

    private static readonly HashSet<string> AdviceWords = new(StringComparer.Ordinal)
        { "should", "must", "ought", "need", "needs", "recommend", "recommends", "recommendations", "urge", "vital", "imperative", "crucial", "essential", "could", "would", "let", "i" };

    private int Share(Func<Sentence, bool> holds)
    {
        List<Sentence> prose = [.. _page.Sentences.Where(s => s.Zone == Documents.ZoneKind.Prose)];
        return prose.Count < FewestSentences ? 0 : prose.Count(holds) * 100 / prose.Count;
    }

    [GeneratedRegex("(?im)^(?:commentary|opinion|op-?ed|analysis|(?:policy |issue |research |expert )?(?:brief|q&a)|essay|perspective|working paper)\\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItselfAdvice { get; }

    // The kind of text it calls itself at the start of a line of its head or as a name in its title, or a news agency's dateline: a place in capitals, a day, a dash.
    [GeneratedRegex("(?im)^(?:fact ?sheet|joint (?:leaders.? )?(?:statement|declaration|communiqu.)|readout|press release|for immediate release|media release|chair.s statement|vision statement)\\b|(?-i:^(?=[^\\n]{0,160}$)[^.!?\\n]{0,60}\\b(?:F(?:act|ACT) ?S(?:heet|HEET)|J(?:oint|OINT) (?:L(?:eaders|EADERS).? )?(?:S(?:tatement|TATEMENT)|D(?:eclaration|ECLARATION)|C(?:ommuniqu.|OMMUNIQU.))|R(?:eadout|EADOUT)|P(?:ress|RESS) R(?:elease|ELEASE)|C(?:hair|HAIR).[sS] S(?:tatement|TATEMENT)|V(?:ision|ISION) S(?:tatement|TATEMENT))\\b)|(?-i:^[A-Z][A-Z .’']{2,30}(?:, [A-Z][A-Za-z. ]{2,20})?,? (?:\\([A-Z][A-Za-z ]+\\)|[A-Z][a-z]{2,8}\\.? [0-9]{1,2}(?:, [0-9]{4})?|[0-9]{1,2} [A-Z][a-z]{2,8})[^\\n]{0,20} ?[—–-]{1,2} )|(?-i:^[A-Z][\\p{L} .’'-]{2,30}, [A-Z][a-z]{2,8}\\.? [0-9]{1,2}(?:, [0-9]{4})? ?\\([A-Z][^)\\n]{1,30}\\) ?[—–-]{1,2})", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ItselfReport { get; }

    private const int HeadLength = 600;

    /// <summary>Whether the text calls itself a fact sheet: its bare points are what its publisher announces.</summary>
    private bool IsFactSheet => (_genre is not null && _genre.Contains("fact sheet", StringComparison.OrdinalIgnoreCase))
        || _page.Sentences.Take(3).Any(s => Enumerable.Range(s.From, Math.Min(8, s.To - s.From)).Any(i => _tokens[i].Lower == "fact" && i + 1 < s.To && _tokens[i + 1].Lower == "sheet"));
}
