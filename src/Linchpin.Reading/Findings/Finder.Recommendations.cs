using System.Text.RegularExpressions;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Recommendations: what the author says that parties should do. Words of others, and news reports, have none.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Urgent = new(StringComparer.Ordinal)
        { "vital", "necessary", "important", "imperative", "essential", "crucial", "worthwhile", "incumbent", "critical", "urgent", "prudent", "advisable", "time" };

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

    private void Recommendations(Sentence sentence, Told told)
    {
        if (!Advises)
        {
            return;
        }

        var found = new List<(int From, int To, int Modal, IReadOnlyList<string> Who)>();
        for (int i = sentence.From; i < sentence.To; i++)
        {
            Advice? advice = AdviceAt(i, sentence);
            if (advice is null || _clauses.Quoted(i, sentence) || Attributed(i, sentence))
            {
                continue;
            }

            int last = found.Count - 1;
            if (last >= 0 && !NewClause(found[last].Modal, i, advice, sentence))
            {
                continue;
            }

            if (last >= 0)
            {
                int cut = Math.Max(found[last].Modal + 1, advice.From);
                while (cut > found[last].Modal + 1 && _tokens[cut - 1].Lower is "and" or "but" or "while" or "," || _tokens[cut - 1].Word.Mark(',') || _tokens[cut - 1].Word.Mark(';'))
                {
                    cut--;
                }

                found[last] = found[last] with { To = Math.Min(found[last].To, cut) };
            }

            bool list = Enumerable.Range(i, Math.Min(3, sentence.To - i)).Any(k => _tokens[k].Lower == "include");
            found.Add((advice.From, list ? EndOf(sentence) : _clauses.End(i, sentence, sentence.To), i, advice.Who));
        }

        if (found.Count == 0 && Imperative(sentence) is { } order)
        {
            found.Add(order);
        }

        foreach ((int from, int to, int modal, IReadOnlyList<string> who) in found)
        {
            int start = Trim(from, sentence);
            if (to - start < 4)
            {
                continue;
            }

            Building(start, modal, sentence, who, told);
            Recommend(start, to, modal, who, sentence, told);
        }
    }

    private void Recommend(int from, int to, int modal, IReadOnlyList<string> who, Sentence sentence, Told told)
    {
        List<string> sectors = Sectors.In(_tokens, from, to);
        if (sectors.Count == 0 && Enumerable.Range(from, to - from - 1).Any(k => _tokens[k].Lower == "this" && _tokens[k + 1].Lower is "field" or "scope" or "area" or "sector" or "purpose"))
        {
            List<string> before = Sectors.In(_tokens, sentence.From, from);
            sectors.AddRange(before.Count > 0 ? before : told.LastSectors);
        }

        if (sectors.Count == 0)
        {
            // Under a heading that names one field, advice concerns it; else under the title.
            List<string> headed = SectorsOf(sentence.Block.Section);
            List<string> titled = headed.Count == 0 ? SectorsOf(_title) : headed;
            sectors.AddRange(titled.Count <= 2 ? titled : []);
        }

        told.Recommendations.Add(Passage("recommendation", from, to) with
        {
            WhoShould = who.Count > 0 ? who : _parties.Usual(),
            What = _page.Words(Math.Min(modal + 1, to - 1), to),
            Sectors = sectors,
            Confidence = 0.8,
        });
        told.Advice.Add((from, to, modal));
    }

    /// <summary>"In addition to building X, the alliance should do Y" advises both.</summary>
    private void Building(int start, int modal, Sentence sentence, IReadOnlyList<string> who, Told told)
    {
        int i = sentence.From;
        bool also = i + 3 < start && ((_tokens[i].Lower == "in" && _tokens[i + 1].Lower == "addition" && _tokens[i + 2].Lower == "to") || _tokens[i].Lower == "besides");
        int verb = also ? (_tokens[i].Lower == "in" ? i + 3 : i + 1) : 0;
        if (also && _tokens[verb].Lower.EndsWith("ing", StringComparison.Ordinal) && _tokens[verb].Lower is not "existing")
        {
            int to = start;
            while (to > verb + 1 && (_tokens[to - 1].Word.Mark(',') || _tokens[to - 1].Word.Is(Use.Determiner)))
            {
                to--;
            }

            Recommend(i, to, verb - 1, who, sentence, told);
        }
    }

    /// <summary>Whether the word at the token advises, and whom.</summary>
    private Advice? AdviceAt(int i, Sentence sentence)
    {
        Word word = _tokens[i].Word;
        string lower = word.Lower;
        string next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        switch (lower)
        {
            case "should" or "must" or "ought":
                // "should China take any action": a condition, not advice.
                bool inverted = i + 1 < sentence.To && (_names.Starting(i + 1) is not null || _tokens[i + 1].Word.Is(Use.Determiner | Use.Pronoun) && next is not ("both" or "all" or "each" or "not"));
                bool told = next is "be" && i + 2 < sentence.To && _tokens[i + 2].Lower is "noted" or "remembered" or "clear";
                return inverted || told || Asked(sentence) || Relative(i, sentence) ? null : Passive(i, sentence) ? By(i, sentence) with { Who = [] } : By(i, sentence);
            case "need" or "needs":
                return NeedAt(i, sentence, next);
            case "can" or "could":
                return CanAt(i, sentence, next);
            case "include" when i > sentence.From && _tokens[i - 1].Lower is "possibilities" or "options" or "steps" or "recommendations":
                return new Advice(i - 1, []);
            case "necessary" or "needed" or "required" when next is not "to" and not "for" and not "that" && Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(3, i - sentence.From)).Any(k => _tokens[k].Lower == "will"):
                return By(i - 1, sentence);
            case "requires" or "require":
                return RequiresAt(i, sentence);
            case "would" when next is "be" or "also" or "benefit" or "gain" or "do":
                return WouldAt(i, sentence);
            case "advised" or "urged" or "encouraged" when next == "to" && i > sentence.From && _tokens[i - 1].Lower is "is" or "are":
                return By(i - 1, sentence);

            // "It recommends that partners pool demand": what is recommended begins after "that".
            case "recommends" or "recommend" or "urges" or "advises" or "proposes" when next == "that" && i > sentence.From && _tokens[i - 1].Lower is "it" or "we" or "i" or "brief" or "paper" or "report" or "study" or "essay" or "author" or "commentary":
                return new Advice(i + 2, Named(i + 2, sentence));
            case "recommend" or "recommends" or "propose" or "proposes" or "suggest" or "suggests" when !_clauses.Hedged(i, sentence) && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.We or Clauses.SubjectKind.Other } s && (_tokens[i - 1].Lower is "we" or "i" or "report" or "paper" or "brief"):
                return new Advice(s.From, []);
            default:
                return Urgent.Contains(lower) ? UrgentAt(i, sentence) : InterestAt(i, sentence);
        }
    }

    private Advice By(int i, Sentence sentence)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        return new Advice(subject.From, subject.Kind == Clauses.SubjectKind.Mechanism && Forums(subject.From, i) is { Count: > 0 } forums ? forums : subject.Who);
    }

    /// <summary>"The MSP and the Quad should": bodies of their own, where their names do not say whose they are.</summary>
    private List<string> Forums(int from, int to) =>
    [
        .. _names.In(from, to).Where(m => m.Thing.Kind == ThingKind.Mechanism && m.Form == MentionForm.Name && !_names.In(m.From, m.To).Any(c => c.Thing.Kind == ThingKind.Country))
            .Select(m => m.Thing.Canonical).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>"What, then, should be done?": a question advises nothing.</summary>
    private bool Asked(Sentence sentence) => _tokens[sentence.To - 1].Word.Mark('?');

    /// <summary>"the regime in which such lists ought to be agreed": said of a thing by the way.</summary>
    private bool Relative(int modal, Sentence sentence)
    {
        for (int k = modal - 1; k > sentence.From && modal - k < 8 && !_tokens[k].Word.Mark(','); k--)
        {
            if (_tokens[k].Lower is "which" or "whom" or "whose" && (_tokens[k - 1].Word.Is(Use.Preposition) || k == modal - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"South Korea should be brought in": others are to do it.</summary>
    private bool Passive(int modal, Sentence sentence)
    {
        int be = modal + 1;
        while (be < sentence.To && (_tokens[be].Word.Is(Use.Adverb | Use.Negation) || _tokens[be].Lower is "to"))
        {
            be++;
        }

        int done = be + 1;
        while (done < sentence.To && _tokens[done].Word.Is(Use.Adverb))
        {
            done++;
        }

        bool participle = done < sentence.To && _tokens[be].Lower == "be" && (_tokens[done].Lower.EndsWith("ed", StringComparison.Ordinal) || _tokens[done].Word.Verb is { Tense: Tense.Participle or Tense.Past }
            || _tokens[done].Lower is "brought" or "given" or "made" or "built" or "kept" or "taken" or "put" or "set" or "held" or "drawn" or "seen" or "done");
        return participle && _tokens[done].Lower is not ("prepared" or "concerned" or "committed" or "allowed" or "encouraged" or "required")
            && !Enumerable.Range(done, Math.Max(0, Math.Min(6, sentence.To - done))).Any(k => _tokens[k].Lower == "by");
    }

    private static bool Under(string heading, Sentence sentence) => sentence.Block.Section.Contains(heading, StringComparison.Ordinal);

    private bool ToAhead(int i, Sentence sentence) => Enumerable.Range(i + 1, Math.Max(0, Math.Min(14, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "to" or "that");

    /// <summary>Parties named soon after the token.</summary>
    private IReadOnlyList<string> Named(int i, Sentence sentence)
    {
        string[] who = [.. _parties.AsParties(_names.In(Math.Max(sentence.From, i), Math.Min(sentence.To, i + 14))).Distinct(StringComparer.Ordinal).Where(PartnerSet.Contains)];
        if (who.Length > 0)
        {
            return who;
        }

        int group = Enumerable.Range(i, Math.Max(0, Math.Min(8, sentence.To - i))).FirstOrDefault(k => _tokens[k].Word.Is(Use.GroupNoun), -1);
        bool both = group > 0 && Enumerable.Range(i, group - i).Any(k => _tokens[k].Lower is "both" or "two");
        return group > 0 ? _parties.Before(i, both ? 2 : 0) : _parties.Before(sentence.From, 0);
    }

    /// <summary>A bullet under a heading of recommendations that begins with a verb in its plain form.</summary>
    private (int From, int To, int Modal, IReadOnlyList<string> Who)? Imperative(Sentence sentence)
    {
        bool section = sentence.Block.Section.Contains("recommend", StringComparison.Ordinal) || sentence.Block.Section.Contains("next steps", StringComparison.Ordinal) || sentence.Block.Section.Contains("way forward", StringComparison.Ordinal);
        bool item = sentence.Block.Mark == Documents.BlockMark.Item;
        int i = sentence.From;
        bool verb = _tokens[i].Word.Verb is { Tense: Tense.Base } && i + 1 < sentence.To && _tokens[i + 1].Word is { IsWord: true } && (_tokens[i + 1].Word.Is(Use.Determiner) || !_tokens[i + 1].Word.Is(Use.Auxiliary));
        if (section && item && verb && sentence.To - i > 4)
        {
            return (i, _clauses.End(i, sentence, sentence.To), i - 1, _parties.Usual());
        }

        // "Publish one list." in running advice: a verb in its plain form with its object at once, and nobody before it.
        while (i < sentence.To - 2 && (_tokens[i].Lower is "first" or "second" or "third" or "fourth" or "finally" or "instead" or "next" || _tokens[i].Word.Mark(',') || _tokens[i].Word.Kind == WordKind.Number))
        {
            i++;
        }

        bool order = _tokens[i].Word.Verb is { Tense: Tense.Base } && _tokens[i + 1].Word.Is(Use.Determiner) && _tokens[i + 1].Lower is not ("this" or "that" or "such")
            && (i > sentence.From || _tokens[i].Word.Capital) && !_tokens[i].Word.Is(Use.Preposition | Use.Conjunction | Use.Auxiliary) && !Asked(sentence);
        return order && sentence.To - i > 4 ? (i, _clauses.End(i, sentence, sentence.To), i - 1, _parties.Usual()) : null;
    }

    /// <summary>Whether the clause reports what somebody else said: "officials said that … should".</summary>
    private bool Attributed(int i, Sentence sentence)
    {
        for (int k = sentence.From; k < i; k++)
        {
            if (_tokens[k].Word.Verb is { } verb && (verb.Class & VerbClass.Say) != 0 && verb.Tense is Tense.Past or Tense.Third && _tokens[k].Lower is not ("calls" or "highlights" or "argues" or "notes" or "recommends")
                && _clauses.SubjectOf(k, sentence) is { Kind: Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun } && i - k < 40 && _tokens[Math.Min(k + 1, sentence.To - 1)].Lower is not ("for" or "upon"))
            {
                return true;
            }
        }

        return false;
    }

    private bool NewClause(int lastModal, int i, Advice advice, Sentence sentence)
    {
        bool option = _tokens[lastModal].Lower is "can" or "could" && _tokens[i].Lower is "can" or "could";
        return advice.From > lastModal && !option && Enumerable.Range(lastModal, i - lastModal).Any(k => _tokens[k].Word.Mark(',') || _tokens[k].Word.Mark(';') || _tokens[k].Lower is "and" or "but" or "while")
            && !Enumerable.Range(lastModal, advice.From - lastModal).Any(k => k >= advice.From - 2 && _tokens[k].Lower is "that" or "which" or "who");
    }

    /// <summary>Where a sentence ends without its stop.</summary>
    private int EndOf(Sentence sentence)
    {
        int end = sentence.To;
        while (end > sentence.From + 1 && _tokens[end - 1].Word.Kind == WordKind.Mark)
        {
            end--;
        }

        return end;
    }

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

    /// <summary>Leading words that belong to no clause: "First,", "Additionally,".</summary>
    private int Trim(int from, Sentence sentence)
    {
        while (from < sentence.To - 1 && (_tokens[from].Word.Kind == WordKind.Mark || _tokens[from].Lower is "and" or "but" or "that" or "so" or "thus" or "therefore"))
        {
            from++;
        }

        return from;
    }

    private HashSet<string>? _partners;

    /// <summary>The parties whose co-operation the document is about: its usual sets.</summary>
    private HashSet<string> PartnerSet => _partners ??= [.. _parties.Usual().Concat(_parties.Usual(3)).Concat(_parties.Usual(2)).Concat(BodiesOf())];

    private IEnumerable<string> BodiesOf() => _names.Things.Where(t => t.Kind == ThingKind.Body && t.Type == "government-body").Select(t => t.Canonical);

    private sealed record Advice(int From, IReadOnlyList<string> Who);
}
