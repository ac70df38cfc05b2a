using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>The sectors of what is found: what its words name, else its mechanism, its heading, the title, or the sector that the whole text is about.</content>
internal sealed partial class Finder
{
    private const int MostOfAHeading = 3, MostOfATitle = 2;

    /// <summary>A text is about the sector that makes up so many hundredths of all that it names, and no fewer mentions than these.</summary>
    private const int LeadingShare = 30, FewestMentions = 3;

    /// <summary>From so many hundredths on, the text has one subject, and whatever it names beside it concerns that subject too.</summary>
    private const int OnlySubject = 55;

    /// <summary>What the promise names; else what its sentence, its mechanism or its surroundings do.</summary>
    private List<string> SectorsOf(int from, int to, Sentence sentence, Mention? mechanism)
    {
        List<string> named = Sectors.In(_tokens, from, to);
        named = named.Count > 0 ? named : Sectors.In(_tokens, sentence.From, sentence.To);
        named = named.Count > 0 || mechanism is null ? named : Sectors.In(_tokens, mechanism.From, mechanism.To);
        return named.Count > 0 ? WithSubjectOfText(named) : Surrounding(sentence);
    }

    private List<string> WithSubjectOfText(List<string> named) => Leading is [string one] && _onlySubject && !named.Contains(one, StringComparer.Ordinal) ? [.. named, one] : named;

    /// <summary>Where the words name no sector: a heading that names few, then the title, then the sector that leads in the text. Empty where none does.</summary>
    private List<string> Surrounding(Sentence sentence)
    {
        List<string> headed = SectorsOf(sentence.Block.Section);
        if (headed.Count is > 0 and <= MostOfAHeading)
        {
            return headed;
        }

        List<string> titled = SectorsOf(_title);
        return titled.Count is > 0 and <= MostOfATitle ? titled : Leading;
    }

    /// <summary>For "this field" and "this scope": the sectors of the nearest sentence before that names any.</summary>
    private List<string> SectorsBefore(Sentence sentence)
    {
        for (int n = sentence.Number - 1; n >= Math.Max(0, sentence.Number - SentencesBack); n--)
        {
            if (Sectors.In(_tokens, _page.Sentences[n].From, _page.Sentences[n].To) is { Count: > 0 } sectors)
            {
                return sectors;
            }
        }

        return [];
    }

    private const int SentencesBack = 6;

    private readonly Dictionary<string, List<string>> _headings = new(StringComparer.Ordinal);

    private List<string> SectorsOf(string heading)
    {
        if (!_headings.TryGetValue(heading, out List<string>? sectors))
        {
            var words = new List<Token>();
            new Tokenizer(Lexicon.Shared).Read(heading, 0, heading.Length, words);
            _headings.Add(heading, sectors = Sectors.In(words, 0, words.Count));
        }

        return sectors;
    }

    private List<string>? _leading;

    private bool _onlySubject;

    private List<string> Leading => _leading ??= Lead();

    private List<string> Lead()
    {
        List<(string Sector, int Count)> counts = [.. _page.Sentences.SelectMany(s => Sectors.In(_tokens, s.From, s.To)).GroupBy(s => s, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))];
        (string sector, int count) = counts.OrderByDescending(c => c.Count).ThenBy(c => c.Sector, StringComparer.Ordinal).FirstOrDefault();
        int all = counts.Sum(c => c.Count);
        _onlySubject = count * 100 >= all * OnlySubject;
        return count >= FewestMentions && count * 100 >= all * LeadingShare ? [sector] : [];
    }
}
