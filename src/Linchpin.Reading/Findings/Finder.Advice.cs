using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>The shapes advice takes besides "should": needs, options, requirements, urgency, interests.</content>
internal sealed partial class Finder
{
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

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Mechanism or Clauses.SubjectKind.We || Doers.Contains(_tokens[Math.Max(sentence.From, _clauses.GroupStart(i, sentence) - 1)].Lower);
        return next is "to" or "a" or "an" or "more" or "one" or "their" or "its" or "better" && party ? By(i, sentence) : null;
    }

    /// <summary>"The three countries could focus …", "existing frameworks can be adapted": an option that the author holds out to the parties.</summary>
    private Advice? CanAt(int i, Sentence sentence, string next)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool partners = subject.Who.Count > 0 && (Under("recommend", sentence) || Under("way forward", sentence) || subject.Who.All(w => PartnerSet.Contains(w)));
        int verbAt = i + 1;
        while (verbAt < sentence.To && (_tokens[verbAt].Word.Is(Use.Adverb) || _tokens[verbAt].Lower.EndsWith("ly", StringComparison.Ordinal) || _tokens[verbAt].Lower is "either" or "each"))
        {
            verbAt++;
        }

        if (verbAt < sentence.To && verbAt == i + 1 && _tokens[verbAt].Word.Mark(','))
        {
            // "could, for a start, merge": the verb stands after the aside.
            verbAt = Enumerable.Range(verbAt + 1, Math.Max(0, Math.Min(sentence.To, verbAt + 8) - verbAt - 1)).FirstOrDefault(k => _tokens[k].Word.Mark(','), verbAt) + 1;
        }

        if (verbAt >= sentence.To || _tokens[verbAt].Word.Is(Use.Negation) || _tokens[verbAt].Word is not { IsWord: true, Capital: false } verb)
        {
            return null;
        }

        if (Enumerable.Range(Math.Max(sentence.From, subject.From - 1), Math.Max(0, i - Math.Max(sentence.From, subject.From - 1))).Any(k => _tokens[k].Word.Is(Use.Negation)))
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

        proposal |= subject.Kind is Clauses.SubjectKind.Group && subject.Who.Count == 0 && _tokens[i].Lower == "could" && Orders.Contains(verb.Lower);
        bool indefinite = subject.Kind is Clauses.SubjectKind.Other or Clauses.SubjectKind.Group && _tokens[subject.From].Lower is "a" or "an" && !Dangers.MayHarm.Contains(verb.Lower) && verb.Lower is not ("be" or "have" or "also" or "mean" or "take" or "happen" or "become" or "lead");
        proposal |= indefinite;
        bool nominal = subject.Kind is Clauses.SubjectKind.Other && !_tokens[subject.From].Word.Is(Use.Pronoun) && (Under("recommend", sentence) || Nominal(subject.From, i)) && (verb.Verb is not null || verb.Lower is "play" or "serve" or "help" or "ensure");
        proposal |= nominal && !verb.Threat;
        bool acts = party && verb.Lower is not ("take" or "be" or "see" or "face" or "mean" or "lose" or "find" or "have" or "become" or "suffer") && !verb.Threat;
        // "A similar model in India could …": where it is to be done is who does it.
        string[] there = [.. _parties.AsParties(_names.In(subject.From, i).Where(m => m.Thing.Kind == ThingKind.Country), acting: true).Distinct(StringComparer.Ordinal)];
        return acts || proposal ? new Advice(subject.From, acts ? subject.Who : there.Length == 1 && !passive ? there : []) : null;
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

        if (i + 3 < sentence.To && _tokens[i + 1].Lower == "do" && _tokens[i + 2].Lower is "well" or "better" && _tokens[i + 3].Lower == "to")
        {
            Clauses.Subject adviser = _clauses.SubjectOf(i, sentence);
            return adviser.Who.Count > 0 || adviser.Kind is Clauses.SubjectKind.Group ? new Advice(adviser.From, adviser.Who) : null;
        }

        // "A joint reserve would be worth more than …": what would be good is advised, where it is no person and no "it".
        if (i + 2 < sentence.To && _tokens[i + 1].Lower == "be" && _tokens[i + 2].Lower is "worth" or "wise" or "prudent" or "helpful" or "invaluable" or "worthwhile"
            && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.Other } thing && !_tokens[thing.From].Word.Is(Use.Pronoun))
        {
            return new Advice(thing.From, []);
        }

        // "A joint fund would help": an indefinite thing that would do good is proposed.
        int does = AfterAdverbs(i + 1, sentence);
        if (does < sentence.To && Helps.Contains(_tokens[does].Lower) && !MayHarm(i, sentence) && !Enumerable.Range(does, sentence.To - does).Any(k => _tokens[k].Lower is "standstill" or "halt") && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.Other or Clauses.SubjectKind.Group } proposed && (_tokens[proposed.From].Lower is "a" or "an" || (_tokens[proposed.From].Lower.EndsWith("ing", StringComparison.Ordinal) && !_tokens[proposed.From].Word.Function)))
        {
            return new Advice(proposed.From, []);
        }

        // "It would also make sense to stagger …", "it would be wise to …".
        if (does + 1 < sentence.To && i > sentence.From && _tokens[i - 1].Lower == "it" && (_tokens[does].Lower is "make" or "pay" or "help" || (_tokens[does].Lower == "be" && _tokens[does + 1].Lower is "wise" or "better" or "prudent" or "sensible" or "useful" or "best" or "worth" or "worthwhile" or "helpful")) && ToAhead(does, sentence))
        {
            return new Advice(i - 1, Named(i, sentence));
        }

        if (does + 2 < sentence.To && _tokens[does].Lower == "be" && _tokens[does + 1].Lower is "wise" or "prudent" or "better" or "right" or "foolish" or "well" && ToAhead(does, sentence) && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.We } advised)
        {
            return new Advice(advised.From, advised.Who);
        }

        bool solution = Enumerable.Range(Math.Max(sentence.From, i - 5), i - Math.Max(sentence.From, i - 5)).Any(k => _tokens[k].Lower is "solution" or "step" or "approach" or "option" or "priority")
            && i + 2 < sentence.To && _tokens[i + 1].Lower == "be" && _tokens[i + 2].Lower == "to";
        return solution ? By(i, sentence) : null;
    }

    private static readonly HashSet<string> Helps = new(StringComparer.Ordinal)
        { "help", "give", "allow", "enable", "reduce", "lower", "cut", "improve", "strengthen", "send", "signal", "provide", "offer", "ensure", "go", "make", "let", "spread", "speed", "build", "bring", "ease", "remove", "solve", "address", "support", "serve", "boost", "reassure", "avoid", "prevent", "keep", "free", "create", "open", "demonstrate", "show" };

    /// <summary>"oversight has to be built in", "the partners will have to agree": of the partners, or of a thing that is to be done.</summary>
    private Advice? HasTo(int i, Sentence sentence)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool partners = subject.Who.Count > 0 && subject.Who.All(PartnerSet.Contains);
        bool relative = subject.From > sentence.From && _tokens[subject.From - 1].Lower is "that" or "which" or "who" or "if" or "how" or "what" or "because";
        bool thing = subject.Kind == Clauses.SubjectKind.Other && i + 2 < sentence.To && _tokens[i + 2].Lower == "be" && !_tokens[subject.From].Word.Is(Use.Pronoun);
        return (partners || thing) && !relative && !Asked(sentence) && !Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(3, i - sentence.From)).Any(k => _tokens[k].Word.Is(Use.Negation)) ? new Advice(subject.From, thing ? [] : subject.Who) : null;
    }

    /// <summary>"One way forward is to …", "the first step would be a …": a course is named and laid out.</summary>
    private bool Course(int i, Sentence sentence)
    {
        string after = i + 1 < sentence.To ? _tokens[_tokens[i + 1].Lower == "be" ? Math.Min(i + 2, sentence.To - 1) : i + 1].Lower : "";
        return i - sentence.From is > 1 and < 9 && after is "to" or "for" or "a" or "an" && !Asked(sentence)
            && Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Lower is "step" or "forward" or "solution" or "remedy" or "answer" or "start" or "priority" or "task" or "course" or "option" or "fix")
            && Enumerable.Range(sentence.From, i - sentence.From).All(k => _tokens[k].Word.Verb is null or { Tense: Tense.Base });
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
            bool it = _tokens[k].Lower is "it" or "now" && k + 1 < i && _tokens[k + 1].Lower is "is" or "will" or "remains" or "would";
            bool overdue = _tokens[i].Lower != "time" || _tokens[k].Lower == "now" || Enumerable.Range(k + 2, Math.Max(0, i - k - 2)).All(a => _tokens[a].Word.Is(Use.Adverb) || _tokens[a].Lower == "high");
            if (it && overdue && ToAhead(i, sentence))
            {
                return new Advice(k, Addressed(i, sentence));
            }
        }

        // "Careful attention to X will be necessary": what is necessary is advised.
        return null;
    }

    /// <summary>"it is in the national interest of X to …", "there is an opportunity for X to …", "X is paramount", "will be necessary".</summary>
    private Advice? InterestAt(int i, Sentence sentence)
    {
        if (_tokens[i].Lower is "interest" or "opportunity" && Enumerable.Range(sentence.From, i - sentence.From).Any(k => i - k < 10 && _tokens[k].Lower is "it" or "there") && ToAhead(i, sentence)
            && i + 1 < sentence.To && _tokens[i + 1].Lower is "to" or "for")
        {
            int from = Enumerable.Range(Math.Max(sentence.From, i - 10), Math.Min(10, i - sentence.From)).First(k => _tokens[k].Lower is "it" or "there");
            return _tokens[from + 1].Lower is "is" or "remains" ? new Advice(from, _tokens[i + 1].Lower == "for" ? Addressed(i, sentence) : Named(i - 6, sentence)) : null;
        }

        return null;
    }

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
}
