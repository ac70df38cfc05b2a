using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Commitments: what a party has bound itself to, by agreeing, pledging, announcing, signing, launching or saying so. Topics discussed, advice, hopes and conditions are none.</content>
internal sealed partial class Finder
{
    private void Commitments(Sentence sentence, List<DateMention> dates, Told told, int from = 0)
    {
        var found = new List<Promise>();
        for (int i = Math.Max(from, sentence.From); i < sentence.To; i++)
        {
            if (told.Advice.Exists(a => i >= a.From && i < a.To && i > a.Modal - 2))
            {
                continue;
            }

            Promise? promise = PromiseAt(i, sentence);
            // "announced that it will provide": one promise, told once.
            bool toldThat = promise is not null && found.Count > 0 && promise.From <= found[^1].At + 3 && promise.At > found[^1].At && _tokens[Math.Min(found[^1].At + 1, sentence.To - 1)].Lower == "that";
            if (promise is null || toldThat || (found.Count > 0 && found[^1].To > promise.From + 3 && !(promise.From > found[^1].At && promise.Own)))
            {
                continue;
            }

            if (found.Count > 0 && found[^1].To > promise.From)
            {
                found[^1] = found[^1] with { To = promise.From };
            }

            found.Add(promise);
            Coordinating(promise, sentence, found);
        }

        foreach (Promise promise in found)
        {
            Tell(promise, sentence, dates, told);
        }

        List<string> sectors = Sectors.In(_tokens, sentence.From, sentence.To);
        told.LastSectors = sectors.Count > 0 ? sectors : told.LastSectors;
    }

    /// <summary>"…, while coordinating measures to …": promised in the same breath, and a promise of its own.</summary>
    private void Coordinating(Promise promise, Sentence sentence, List<Promise> found)
    {
        if (promise.Act is not ("pledged" or "agreed"))
        {
            return;
        }

        for (int i = promise.At + 4; i + 2 < sentence.To; i++)
        {
            if (_tokens[i].Lower == "while" && _tokens[i + 1].Lower.EndsWith("ing", StringComparison.Ordinal))
            {
                found.Add(promise with { From = i, To = _clauses.End(i + 1, sentence, sentence.To), At = i + 1 });
                return;
            }
        }
    }

    private Promise? PromiseAt(int i, Sentence sentence)
    {
        Word word = _tokens[i].Word;
        bool verbal = word.Lower is "pledge" or "resolve" or "pledges" && i + 1 < sentence.To && _tokens[i + 1].Lower == "to" && i > sentence.From && !_tokens[i - 1].Word.Is(Use.Determiner) && _tokens[i - 1].Word is not { Capital: false, IsWord: true, Function: false };
        if (!verbal && word.Lower is "commitment" or "commitments" or "goal" or "goals" or "pledge" or "pledges" or "resolve" or "determination" or "intention" or "willingness" or "readiness")
        {
            return ByNounAt(i, sentence);
        }

        if (word.Lower is "welcome" or "welcomed" or "welcomes" or "pleased" or "celebrated" or "hailed" or "applauded")
        {
            return WelcomeAt(i, sentence);
        }

        if (word.Lower == "reached" && i > sentence.From + 1 && _tokens[i - 1].Lower is "was" or "been" or "were")
        {
            bool agreed = Enumerable.Range(sentence.From, i - sentence.From).Any(k => i - k < 8 && _tokens[k].Lower is "agreement" or "consensus" or "understanding" or "agreements" or "deal") && !_clauses.Hedged(i, sentence) && !Enumerable.Range(sentence.From, i - sentence.From).Any(k => _tokens[k].Word.Is(Use.Negation));
            return agreed ? new Promise(_clauses.SubjectOf(i, sentence).From, _clauses.End(i, sentence, sentence.To), i, "agreed", _parties.Usual(), true, true) : null;
        }

        bool welcomed = word.Lower == "signing" && Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(3, i - sentence.From)).Any(k => _tokens[k].Lower.StartsWith("welcom", StringComparison.Ordinal));
        if (welcomed)
        {
            return null;
        }

        if (word.Lower is "signing" or "co-signing" || (word.Lower == "underway" && i > sentence.From + 1))
        {
            return Signing(i, sentence);
        }

        if (word.Lower is "is" or "are" or "am" or "look" or "looks" or "looking" or "hope" or "hopes" or "hoped" or "stand" or "stands" && SetToAt(i, sentence) is { } set)
        {
            return set;
        }

        bool saidItWould = word.Lower == "would" && i > sentence.From + 2 && _tokens[i - 1].Lower is "it" or "they" && _tokens[i - 2].Lower is "said" or "that" && _tokens[i - 3].Word.Verb is null or { Class: VerbClass.Say };
        if ((word.Lower == "will" && word is { Capital: false }) || saidItWould)
        {
            return WillAt(i, sentence);
        }

        if (word.Lower == "would")
        {
            return ToldThatWould(i, sentence);
        }

        if (word.Lower is "determined" && i + 1 < sentence.To && _tokens[i + 1].Lower == "to" && i > sentence.From && _tokens[i - 1].Word.Is(Use.Auxiliary))
        {
            return Bound(i, "intended", sentence);
        }

        if (word.Lower == "saw")
        {
            return SawAt(i, sentence);
        }

        if (word.Lower == "signed" && i + 1 < sentence.To && _tokens[i + 1].Lower == "on")
        {
            return Bound(i, "signed", sentence);
        }

        if (word.Verb is not { } verb || (verb.Class & VerbClass.Commit) == 0 || (_clauses.Hedged(i, sentence) && !Implied(i, verb, sentence)))
        {
            return null;
        }

        string next = AfterDay(i + 1, sentence) is var at and > 0 && at < sentence.To ? _tokens[at].Lower : "";
        string act = verb.Class.HasFlag(VerbClass.Commit) ? ActOf(verb) : "";
        switch (verb.Base)
        {
            case "agree" or "pledge" or "vow" or "promise" or "undertake" or "resolve" or "decide" or "commit" or "recommit" or "concur" or "guarantee":
                bool finite = verb.Tense is Tense.Past or Tense.Participle || (verb.Tense is Tense.Base or Tense.Third && !_tokens[Math.Max(sentence.From, i - 1)].Word.Is(Use.Determiner));
                bool toDo = next is "to" or "on" or "that" or "not" or "upon" or "in" or "themselves" or "at" or "up" or "nearly" or "about" or "more" or "over" or "another" or "their" or "its" or "a" or "an" or "the" or "combined" or "joint" or "further" || (next.Length > 0 && char.IsDigit(next[0])) || _tokens[Math.Min(i + 1, sentence.To - 1)].Word.Mark('$');
                toDo |= next == "with" && verb.Base == "agree" && Enumerable.Range(i + 2, Math.Max(0, Math.Min(9, sentence.To - i - 2))).Any(k => _tokens[k].Lower == "to");
                toDo |= verb.Base is "pledge" or "promise" or "guarantee" && verb.Tense is Tense.Past or Tense.Third && i + 1 < sentence.To && _tokens[i + 1].Word is { IsWord: true, Function: false } && !_tokens[Math.Max(sentence.From, i - 1)].Word.Is(Use.Determiner | Use.Preposition);
                bool aside = verb.Base == "commit" && i > sentence.From && _tokens[i - 1].Word.Mark(',') && next == "to";
                if (aside)
                {
                    return Aside(i, sentence);
                }

                return !finite || !toDo ? null : Bound(i, verb.Base == "commit" && _tokens[Math.Max(sentence.From, i - 1)].Word.Is(Use.Auxiliary) || aside ? "stated" : act, sentence);
            case "intend" or "plan" or "aim" or "seek":
                bool intends = verb.Tense is Tense.Third or Tense.Base or Tense.Gerund && next == "to";
                Promise? intent = intends ? Bound(i, "intended", sentence) : null;
                Clauses.SubjectKind who = _clauses.SubjectOf(i, sentence).Kind;
                bool body = who == Clauses.SubjectKind.Pronoun && verb.Base is "plan" or "intend" && intent is { Who.Count: 1 };
                bool group = who is Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun && intent is { Who.Count: > 1 } && !Enumerable.Range(intent.From, Math.Max(0, i - intent.From)).Any(k => _tokens[k].Lower is "sector" or "sectors" or "partnership" or "alliance" or "relationship" or "companies" or "firms");
                return intent is { Party: true } && (body || group || who is Clauses.SubjectKind.Party or Clauses.SubjectKind.We) ? intent : null;
            case "announce" when next == "that" && verb.Tense is Tense.Past or Tense.Participle && Enumerable.Range(i, Math.Min(12, sentence.To - i)).Any(k => _tokens[k].Lower is "would" or "will"):
                return Bound(i, act, sentence);
            case "task" or "instruct":
                bool charge = verb.Tense is not Tense.Gerund && Enumerable.Range(i + 1, Math.Max(0, Math.Min(12, sentence.To - i - 1))).Any(k => _tokens[k].Lower == "to") && i > sentence.From && !_tokens[i - 1].Word.Is(Use.Determiner) && next is not "force";
                return charge && verb.Tense is Tense.Past or Tense.Base or Tense.Third && _clauses.SubjectOf(i, sentence).Kind is Clauses.SubjectKind.We or Clauses.SubjectKind.Party or Clauses.SubjectKind.Group ? Bound(i, "agreed", sentence) : null;
            case "negotiate":
                return verb.Tense == Tense.Gerund && i > sentence.From && _tokens[i - 1].Lower is "are" or "is" or "been" ? Negotiating(i, sentence) : null;
            case "reach" or "strike":
                bool deal = verb.Tense is Tense.Past or Tense.Participle && Enumerable.Range(i + 1, Math.Max(0, Math.Min(7, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "agreement" or "agreements" or "understanding" or "deal" or "accord" or "consensus" or "arrangement" or "pact");
                return deal ? Bound(i, "agreed", sentence) : null;
            case "set":
                bool target = Enumerable.Range(i + 1, Math.Max(0, Math.Min(8, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "target" or "goal" or "targets" or "goals");
                bool founded = i + 1 < sentence.To && _tokens[i + 1].Lower == "up";
                return verb.Tense is not Tense.Gerund && (target || founded) && _clauses.SubjectOf(i, sentence).Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.We ? Acted(i, verb with { Tense = Tense.Past }, founded ? "launched" : "agreed", sentence) : null;
            case "embark":
                return next is "on" or "upon" ? Bound(i, "stated", sentence) : null;
            case "team":
                return next == "up" ? Bound(i, "announced", sentence) : null;
            case "reaffirm" or "affirm" or "reiterate" or "underscore":
                return null;
            default:
                return Acted(i, verb, act, sentence);
        }
    }

    private sealed record Promise(int From, int To, int At, string Act, IReadOnlyList<string> Who, bool Own, bool Party);
}
