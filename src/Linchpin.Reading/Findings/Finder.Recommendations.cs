using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Recommendations: what the author says that parties should do. Words of others, and news reports, have none.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Urgent = new(StringComparer.Ordinal)
        { "vital", "necessary", "important", "imperative", "essential", "crucial", "worthwhile", "incumbent", "critical", "urgent", "prudent", "advisable", "time" };

    private void Recommendations(Sentence sentence, bool? listed, Told told)
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
            int aside = i + 1 < sentence.To && _tokens[i + 1].Word.Mark(',') ? Enumerable.Range(i + 2, Math.Max(0, Math.Min(sentence.To, i + 14) - i - 2)).FirstOrDefault(k => _tokens[k].Word.Mark(','), i) : i;
            found.Add((advice.From, list ? EndOf(sentence) : _clauses.End(aside, sentence, sentence.To), i, advice.Who));
        }

        if (found.Count == 0 && ((listed is { } direct ? Point(sentence, direct) : null) ?? Imperative(sentence)) is { } order)
        {
            found.Add(listed is null || _addressees.ContainsKey(sentence.Number) ? order : order with { Who = InPoint(sentence) });
        }

        foreach ((int from, int to, int modal, IReadOnlyList<string> who) in found)
        {
            int start = Trim(from, sentence);
            if (to - start < (listed is null ? 4 : 3))
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
            sectors.AddRange(before.Count > 0 ? before : SectorsBefore(sentence));
        }

        sectors = sectors.Count > 0 ? WithSubjectOfText(sectors) : Surrounding(sentence);
        told.Recommendations.Add(Passage("recommendation", from, to) with
        {
            WhoShould = who.Count > 0 ? who : AdvisedBefore(sentence, told),
            What = _page.Words(Math.Min(modal + 1, to - 1), to),
            Sectors = sectors,
            Confidence = 0.8,
        });
        told.Advice.Add((from, to, modal));
        _adviceTo = who.Count > 0 ? (sentence, who) : _adviceTo;
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
                bool told = next is "be" && i + 2 < sentence.To && _tokens[i + 2].Lower is "noted" or "remembered" or "clear" or "said" or "added" or "stressed" or "recalled" or "borne" or "expected" or "admitted" or "acknowledged" or "delighted" or "aware" or "pleased" or "tempted" or "relieved" or "wondering" or "tired";
                return inverted || told || Foreseen(i, sentence) || Asked(sentence) || Relative(i, sentence) ? null : Passive(i, sentence) ? By(i, sentence) with { Who = [] } : By(i, sentence);
            case "need" or "needs":
                return NeedAt(i, sentence, next);
            case "might" when Orders.Contains(next) && !Dangers.MayHarm.Contains(next) && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.Party, Who.Count: 1 } might:
                return new Advice(might.From, might.Who);
            case "urge" or "encourage" or "advise" or "recommend" or "suggest" when i > sentence.From + 1 && _tokens[i - 1].Lower is "would" or "strongly" && _tokens[i - 2].Lower is "i" or "we":
                return new Advice(i - 2, Addressed(i, sentence));
            case "argues" or "calls" or "makes" or "proposes" when i > sentence.From && _tokens[i - 1].Lower is "brief" or "paper" or "report" or "essay" or "commentary" or "article" or "study" && next is "for" or "that" or "the" or "a" or "an":
                return new Advice(sentence.From, []);
            case "could" when next is "usefully" or "consider":
                return By(i, sentence);
            case "can" or "could" when next is "and" or "or" && i + 2 < sentence.To && _tokens[i + 2].Lower is "should" or "must":
                return null;
            case "can" or "could" when HelpsBy(i, sentence) is { } help:
                return help;
            case "falls" or "up" when next == "to" && i > sentence.From && Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(3, i - sentence.From)).Any(k => _tokens[k].Lower == "it") && ToAhead(i + 2, sentence):
                return new Advice(Math.Max(sentence.From, i - (lower == "up" ? 2 : 1)), Addressed(i + 1, sentence));
            case "case" or "advice" or "task" or "job" or "duty" or "homework" or "message":
                return CaseAt(i, sentence, next);
            case "let" when i > sentence.From && _tokens[i - 1].Word.Mark(',') && !Asked(sentence) && _names.Starting(i + 1) is { Thing.Kind: ThingKind.Country or ThingKind.Body or ThingKind.Mechanism }:
                return new Advice(i, Addressed(i, sentence));
            case "would" when i > sentence.From && _tokens[i - 1].Lower == "i" && AfterAdverbs(i + 1, sentence) is var does && does < sentence.To && (Orders.Contains(_tokens[does].Lower) || _tokens[does].Lower is "go") && _tokens[does].Lower is not ("add" or "recommend" or "urge" or "suggest" or "welcome" or "call" or "put" or "consider" or "expect" or "show"):
                return new Advice(i - 1, []);
            case "can" or "could":
                return CanAt(i, sentence, next);
            case "has" or "have" when next == "to":
                return HasTo(i, sentence);
            case "would" or "will" when next is "have" or "need" && i + 2 < sentence.To && _tokens[i + 2].Lower == "to":
                return HasTo(i + 1, sentence);
            case "may" or "might" when next is "wish" or "want" or "usefully" or "consider" or "do":
                return By(i, sentence);
            case "what" when i == sentence.From && !Asked(sentence) && Enumerable.Range(i + 1, Math.Max(0, Math.Min(9, sentence.To - i - 2))).Any(k => _tokens[k].Lower is "need" or "needs" or "needed" && _tokens[k + 1].Lower is "is" or "now"):
                return new Advice(i, Named(i, sentence));
            case "let" when i == sentence.From && next is not "alone" && !Asked(sentence):
                return new Advice(i, Addressed(i, sentence));
            case "is" or "would" or "lies" when Course(i, sentence):
                return new Advice(sentence.From, CourseOf(i, sentence));
            case "include" when i > sentence.From && _tokens[i - 1].Lower is "possibilities" or "options" or "steps" or "recommendations":
                return new Advice(i - 1, []);
            case "necessary" or "needed" or "required" when next is not "to" and not "for" and not "that" && Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(3, i - sentence.From)).Any(k => _tokens[k].Lower == "will"):
                return By(i - 1, sentence);
            case "requires" or "require":
                return RequiresAt(i, sentence);
            case "would" when WouldAt(i, sentence) is { } would:
                return would;
            case "advised" or "urged" or "encouraged" when next == "to" && i > sentence.From && _tokens[i - 1].Lower is "is" or "are":
                return By(i - 1, sentence);

            // "It recommends that partners pool demand": what is recommended begins after "that".
            case "recommends" or "recommend" or "urges" or "advises" or "proposes" when next == "that" && i > sentence.From && _tokens[i - 1].Lower is "it" or "we" or "i" or "brief" or "paper" or "report" or "study" or "essay" or "author" or "commentary":
                return new Advice(i + 2, Addressed(i + 1, sentence));
            case "recommend" or "recommends" or "propose" or "proposes" or "suggest" or "suggests" or "urge" or "encourage" when !_clauses.Hedged(i, sentence) && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.We or Clauses.SubjectKind.Other } s && (_tokens[i - 1].Lower is "we" or "i" or "report" or "paper" or "brief"):
                return new Advice(s.From, Addressed(next == "that" ? i + 1 : i, sentence));
            default:
                return Urgent.Contains(lower) ? UrgentAt(i, sentence) : InterestAt(i, sentence);
        }
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

    /// <summary>Leading words that belong to no clause: "First,", "Additionally,".</summary>
    private int Trim(int from, Sentence sentence)
    {
        while (from < sentence.To - 1 && (_tokens[from].Word.Kind == WordKind.Mark || _tokens[from].Lower is "and" or "but" or "that" or "so" or "thus" or "therefore"))
        {
            from++;
        }

        return from;
    }

    private sealed record Advice(int From, IReadOnlyList<string> Who);
}
