using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Recommendations: what the author says that parties should do. Words of others, and news reports, have none.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Urgent = new(StringComparer.Ordinal)
        { "vital", "necessary", "important", "imperative", "essential", "crucial", "worthwhile", "incumbent", "critical", "urgent", "prudent", "advisable", "time" };

    private static readonly HashSet<string> AidVerbs = new(StringComparer.Ordinal)
        { "include", "be", "serve", "help", "ensure", "drive", "play" };

    private static readonly string[] ReportGenres = ["news", "readout", "statement", "fact sheet", "communiqu", "declaration", "transcript", "press release", "treaty", "agreement"];

    private bool Advises => _advises ??= _genre is null || !ReportGenres.Any(g => _genre.Contains(g, StringComparison.OrdinalIgnoreCase));

    private bool? _advises;

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

            found.Add((advice.From, _clauses.End(i, sentence, sentence.To), i, advice.Who));
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
                return inverted || next is "be" && i + 2 < sentence.To && _tokens[i + 2].Lower is "noted" or "remembered" or "clear" ? null : By(i, sentence);
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
            case "would" when next is "be" or "also" or "benefit" or "gain":
                return WouldAt(i, sentence);
            case "recommend" or "recommends" or "propose" or "proposes" or "suggest" or "suggests" when !_clauses.Hedged(i, sentence) && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.We or Clauses.SubjectKind.Other } s && (_tokens[i - 1].Lower is "we" or "i" or "report" or "paper" or "brief"):
                return new Advice(s.From, []);
            default:
                return Urgent.Contains(lower) ? UrgentAt(i, sentence) : InterestAt(i, sentence);
        }
    }

    private Advice By(int i, Sentence sentence)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        return new Advice(subject.From, subject.Who);
    }

    /// <summary>"need to do", "there is a need to", "the need for".</summary>
    private Advice? NeedAt(int i, Sentence sentence, string next)
    {
        bool noun = i > sentence.From && (_tokens[i - 1].Word.Is(Use.Determiner) || _tokens[i - 1].Lower is "pressing" or "urgent" or "clear" or "growing" or "wider");
        if (noun)
        {
            int there = i;
            while (there > sentence.From && i - there < 6 && _tokens[there].Lower != "there")
            {
                there--;
            }

            bool told = _tokens[there].Lower == "there" || (i - sentence.From < 5 && _tokens[sentence.From].Lower is "first" or "second" or "third");
            return told && next is "to" or "for" ? new Advice(_tokens[there].Lower == "there" ? there : sentence.From, Named(i, sentence)) : null;
        }

        if (next is not "to" && !(word(i + 1) is "a" or "more" or "minilateral"))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Mechanism or Clauses.SubjectKind.We;
        return next == "to" && party ? new Advice(subject.From, subject.Who) : null;

        string word(int k) => k < sentence.To ? _tokens[k].Lower : "";
    }

    /// <summary>"The three countries could focus …", "existing frameworks can be adapted": an option that the author holds out to the parties.</summary>
    private Advice? CanAt(int i, Sentence sentence, string next)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool partners = subject.Who.Count > 0 && subject.Who.All(w => PartnerSet.Contains(w));
        int verbAt = i + 1;
        while (verbAt < sentence.To && (_tokens[verbAt].Word.Is(Use.Adverb) || _tokens[verbAt].Lower.EndsWith("ly", StringComparison.Ordinal) || _tokens[verbAt].Lower is "either" or "each"))
        {
            verbAt++;
        }

        if (verbAt >= sentence.To || _tokens[verbAt].Word.Is(Use.Negation) || _tokens[verbAt].Word is not { IsWord: true, Capital: false } verb)
        {
            return null;
        }

        if (Enumerable.Range(subject.From, Math.Max(0, i - subject.From)).Any(k => _tokens[k].Word.Is(Use.Negation)))
        {
            return null;
        }

        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun && partners && !Enumerable.Range(subject.From, i - subject.From).Any(k => _tokens[k].Lower is "alliance" or "dialogue");
        if (party && subject.Kind == Clauses.SubjectKind.Pronoun && _tokens[subject.From].Lower is "it")
        {
            return null;
        }

        bool passive = verb.Lower == "be" && verbAt + 1 < sentence.To && _tokens[verbAt + 1].Lower.EndsWith("ed", StringComparison.Ordinal) && _tokens[verbAt + 1].Lower is "adapted" or "coupled" or "enhanced" or "remedied" or "achieved" or "expanded" or "strengthened" or "extended" or "used" or "leveraged" or "replicated" or "institutionalized" or "established";
        bool proposal = subject.Kind is Clauses.SubjectKind.Other or Clauses.SubjectKind.None && (passive || (verb.Lower == "include" && _tokens[subject.From].Lower is "this" or "these" or "possibilities" or "options" or "steps" or "such"));
        if (subject.From > sentence.From && _tokens[subject.From - 1].Lower is "that" or "which" or "where" or "how" or "what" or "whether" or "so" or "because" or "if")
        {
            return null;
        }

        if (Enumerable.Range(Math.Max(sentence.From, subject.From - 12), Math.Min(12, subject.From - sentence.From)).Any(k => _tokens[k].Lower == "where"))
        {
            return null;
        }

        bool nominal = subject.Kind is Clauses.SubjectKind.Other && !_tokens[subject.From].Word.Is(Use.Pronoun) && (Under("recommend", sentence) || Nominal(subject.From, i)) && (verb.Verb is not null || verb.Lower is "play" or "serve" or "help" or "ensure");
        proposal |= nominal && !verb.Threat;
        bool acts = party && verb.Lower is not ("take" or "be" or "see" or "face" or "mean" or "lose" or "find" or "have" or "become" or "suffer") && !verb.Threat;
        return acts || (proposal && InAdvice(sentence)) ? new Advice(subject.From, acts ? subject.Who : []) : null;
    }

    private static bool Under(string heading, Sentence sentence) => sentence.Block.Section.Contains(heading, StringComparison.Ordinal);

    /// <summary>"Regularization and expansion of …", "Key consideration of …": an action named by a noun.</summary>
    private bool Nominal(int from, int to)
    {
        for (int k = from; k < Math.Min(to, from + 4); k++)
        {
            string word = _tokens[k].Lower;
            if (word is "expansion" or "consideration" or "institutionalization" or "institutionalisation" or "regularization" or "regularisation" or "integration" or "coordination" or "harmonization" or "establishment" or "creation" or "inclusion")
            {
                return true;
            }
        }

        return false;
    }

    private Advice? RequiresAt(int i, Sentence sentence)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool cooperation = Enumerable.Range(subject.From, Math.Max(0, i - subject.From)).Any(k => _tokens[k].Lower is "cooperation" or "co-operation" or "partnership" or "alliance" or "progress" or "maintaining" or "success" or "coordination");
        return cooperation && !_clauses.Hedged(i, sentence) ? new Advice(subject.From, subject.Who) : null;
    }

    /// <summary>"By establishing common standards, the partnership would also gain from …", "a more permanent solution would be to …".</summary>
    private Advice? WouldAt(int i, Sentence sentence)
    {
        bool by = _tokens[sentence.From].Lower == "by" && sentence.From + 1 < i && _tokens[sentence.From + 1].Lower.EndsWith("ing", StringComparison.Ordinal);
        bool gains = Enumerable.Range(i, Math.Min(4, sentence.To - i)).Any(k => _tokens[k].Lower is "gain" or "benefit" or "profit");
        if (by && gains)
        {
            return new Advice(sentence.From, _clauses.SubjectOf(i, sentence).Who);
        }

        bool solution = Enumerable.Range(Math.Max(sentence.From, i - 5), i - Math.Max(sentence.From, i - 5)).Any(k => _tokens[k].Lower is "solution" or "step" or "approach" or "option" or "priority")
            && i + 2 < sentence.To && _tokens[i + 1].Lower == "be" && _tokens[i + 2].Lower == "to";
        return solution ? By(i, sentence) : null;
    }

    /// <summary>"it is worthwhile for both countries to …", "now is the time to …", "It is thus vital for X to …".</summary>
    private Advice? UrgentAt(int i, Sentence sentence)
    {
        string next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        if (next is not ("to" or "for" or "that"))
        {
            return null;
        }

        for (int k = i; k >= Math.Max(sentence.From, i - 5); k--)
        {
            bool it = _tokens[k].Lower is "it" or "now" && k + 1 < i && _tokens[k + 1].Lower is "is" or "will" or "remains";
            if (it && !(_tokens[i].Lower == "time" && _tokens[k].Lower != "now") && ToAhead(i, sentence))
            {
                return new Advice(k, Named(i, sentence));
            }
        }

        // "Careful attention to X will be necessary": what is necessary is advised.
        return null;
    }

    private bool ToAhead(int i, Sentence sentence) => Enumerable.Range(i + 1, Math.Max(0, Math.Min(14, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "to" or "that");

    /// <summary>"it is in the national interest of X to …", "there is an opportunity for X to …", "X is paramount", "will be necessary".</summary>
    private Advice? InterestAt(int i, Sentence sentence)
    {
        if (_tokens[i].Lower is "interest" or "opportunity" && Enumerable.Range(sentence.From, i - sentence.From).Any(k => i - k < 10 && _tokens[k].Lower is "it" or "there") && ToAhead(i, sentence)
            && i + 1 < sentence.To && _tokens[i + 1].Lower is "to" or "for")
        {
            int from = Enumerable.Range(Math.Max(sentence.From, i - 10), Math.Min(10, i - sentence.From)).First(k => _tokens[k].Lower is "it" or "there");
            return _tokens[from + 1].Lower is "is" or "remains" ? new Advice(from, Named(i - 6, sentence)) : null;
        }

        return null;
    }

    /// <summary>Parties named soon after the token.</summary>
    private IReadOnlyList<string> Named(int i, Sentence sentence)
    {
        string[] who = [.. _parties.AsParties(_names.In(Math.Max(sentence.From, i), Math.Min(sentence.To, i + 14))).Distinct(StringComparer.Ordinal)];
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
        return section && item && verb && sentence.To - i > 4 ? (i, _clauses.End(i, sentence, sentence.To), i - 1, _parties.Usual()) : null;
    }

    private bool InAdvice(Sentence sentence) => sentence.IsProse;

    /// <summary>Whether the clause reports what somebody else said: "officials said that … should".</summary>
    private bool Attributed(int i, Sentence sentence)
    {
        for (int k = sentence.From; k < i; k++)
        {
            if (_tokens[k].Word.Verb is { } verb && (verb.Class & VerbClass.Say) != 0 && verb.Tense is Tense.Past or Tense.Third && _tokens[k].Lower is not ("calls" or "highlights" or "argues" or "notes")
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
