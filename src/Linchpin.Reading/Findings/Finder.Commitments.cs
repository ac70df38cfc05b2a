using Linchpin.Reading.Mentions;
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
            bool toldThat = promise is not null && found.Count > 0 && promise.From <= found[^1].At + (_tokens[promise.At].Word.Is(Use.Modal) ? 8 : 3) && promise.At > found[^1].At && _tokens[Math.Min(found[^1].At + 1, sentence.To - 1)].Lower == "that";
            toldThat |= promise is not null && found.Count > 0 && promise.From > found[^1].At + 1 && _tokens[promise.From - 1].Lower == "that" && dates.Exists(d => d.From == found[^1].At + 1 && d.To >= promise.From - 1);
            // "Jordan, which joined in 2021, will host": what is said by the way ends before the main verb.
            if (promise is not null && !toldThat && found.Count > 0 && found[^1].To <= promise.At && promise.From <= found[^1].At && promise.From < found[^1].To)
            {
                found.Add(promise);
                continue;
            }

            if (promise is null || toldThat || (found.Count > 0 && found[^1].To > promise.From + 3 && !(promise.From > found[^1].At && promise.Own)))
            {
                continue;
            }

            if (found.Count > 0 && found[^1].To > promise.From)
            {
                found[^1] = found[^1] with { To = promise.From };
            }

            found.Add(promise);
            Numbered(promise, sentence, found);
            Coordinating(promise, sentence, found);
        }

        foreach (Promise promise in found)
        {
            Tell(promise, sentence, dates, told);
        }
    }

    /// <summary>"We will: (i) share data; (ii) fund a test; and (iii) report": each point in one sentence is a promise.</summary>
    private void Numbered(Promise promise, Sentence sentence, List<Promise> found)
    {
        for (int i = promise.At + 3; i + 4 < sentence.To; i++)
        {
            bool point = _tokens[i].Word.Mark('(') && _tokens[i + 2].Word.Mark(')') && (_tokens[i - 1].Word.Mark(';') || (_tokens[i - 1].Lower == "and" && _tokens[i - 2].Word.Mark(';')));
            if (point && Orders.Contains(_tokens[i + 3].Lower))
            {
                found.Add(promise with { From = i + 3, To = _clauses.End(i + 3, sentence, sentence.To), At = i + 3 });
            }
        }
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

    /// <summary>The promise whose word stands at the token: a noun or a set phrase, a verb that binds, or what is given, under way or laid down.</summary>
    private Promise? PromiseAt(int i, Sentence sentence)
    {
        if (_tokens[i].Word is not { IsWord: true })
        {
            return null;
        }

        if (BindingNouns.Contains(_tokens[i].Lower) && !PledgesTo(i, sentence))
        {
            return ByNounAt(i, sentence) ?? OwnedAt(i, sentence);
        }

        return _tokens[i].Lower is "signing" or "co-signing" ? Signing(i, sentence)
            : PhraseAt(i, sentence) ?? VerbAt(i, sentence) ?? MeasureAt(i, sentence) ?? (Tells.Contains(_tokens[i].Lower) ? GivingAt(i, sentence) ?? AtWorkAt(i, sentence) ?? LaidDownAt(i, sentence) : null);
    }

    /// <summary>"the partners pledge to": the verb, not the noun.</summary>
    private bool PledgesTo(int i, Sentence sentence) => _tokens[i].Lower is "pledge" or "pledges" && _names.Ending(i, sentence.From) is { Form: MentionForm.Name or MentionForm.Seat, Thing.Kind: ThingKind.Country or ThingKind.Body } && Sum(i + 1, Math.Min(sentence.To, i + 5)) || _tokens[i].Lower is "pledge" or "resolve" or "pledges" or "plan" or "plans" or "goals" && i + 1 < sentence.To && _tokens[i + 1].Lower == "to"
        && i > sentence.From && !_tokens[i - 1].Word.Is(Use.Determiner) && (_tokens[i - 1].Word is not { Capital: false, IsWord: true, Function: false } || AfterAdverbs(i - 1, sentence) == i);

    private Promise? PhraseAt(int i, Sentence sentence)
    {
        Word word = _tokens[i].Word;
        string next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        switch (word.Lower)
        {
            case "welcome" or "welcomed" or "welcomes" or "pleased" or "celebrated" or "hailed" or "applauded" or "commended" or "applaud" or "commend" or "hail":
                return WelcomeAt(i, sentence);
            case "reached" when i > sentence.From + 1 && _tokens[i - 1].Lower is "was" or "been" or "were":
                return Reached(i, sentence);
            case "underway" or "way" when i > sentence.From + 1:
                return Underway(i, sentence);
            case "is" or "are" or "am" or "look" or "looks" or "looking" or "looked" or "hope" or "hopes" or "hoped" or "stand" or "stands" or "expects" or "expect" or "strive" or "strives" or "endeavour" or "endeavor" or "offered" or "volunteered" or "opted" or "chose" or "consented":
                return SetToAt(i, sentence);
            case "will" or "shall" when !word.Capital:
                return WillAt(i, sentence);
            case "would":
                bool saidItWould = i > sentence.From + 2 && _tokens[i - 1].Lower is "it" or "they" && _tokens[i - 2].Lower is "said" or "that" && _tokens[i - 3].Word.Verb is null or { Class: VerbClass.Say };
                return saidItWould ? WillAt(i, sentence) : ToldThatWould(i, sentence);
            case "determined" when next == "to" && i > sentence.From && _tokens[i - 1].Word.Is(Use.Auxiliary):
                return Bound(i, "intended", sentence);
            case "saw":
                return SawAt(i, sentence);
            case "yielded" or "produced" or "culminated" or "resulted" or "brought" or "delivered":
                return Yielded(i, sentence);
            case "exchanged" when Enumerable.Range(i + 1, Math.Max(0, Math.Min(4, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "letters" or "notes" or "instruments" or "memoranda") && !_clauses.Hedged(i, sentence):
                return Bound(i, "signed", sentence);
            case "directed" or "mandated" or "charged" or "entrusted" when i > sentence.From && !_tokens[i - 1].Word.Is(Use.Determiner | Use.Auxiliary) && Enumerable.Range(i + 2, Math.Max(0, Math.Min(9, sentence.To - i - 2))).Any(k => _tokens[k].Lower is "to" or "with") && !Advises && !_clauses.Hedged(i, sentence):
                return Bound(i, "agreed", sentence);
            case "signed" when next is "on" or "up" or "off":
                return Bound(i, "signed", sentence);
            case "rolled" when next == "out":
                return Done(i, "launched", sentence);
            case "broke" when next is "ground":
                return Done(i, "done", sentence);
            case "put" when next is "in" or "into" && i + 2 < sentence.To && _tokens[i + 2].Lower is "place" or "force" or "effect" or "operation" && !_clauses.Hedged(i, sentence):
                return Done(i, "done", sentence);
            case "put" or "joined" or "signed" or "became" or "become" or "becomes" when JoinedAt(i, sentence) is { } joined:
                return joined;
            case "planned" or "scheduled" or "slated" or "set" or "due" when i > sentence.From + 1:
                return AppointedAt(i, sentence);
            case "keep" or "kept" when next.EndsWith("ing", StringComparison.Ordinal) && !_clauses.Hedged(i, sentence) && _tokens[i - (i > sentence.From ? 1 : 0)].Lower is "we" or "they":
                return Done(i, "stated", sentence);
            case "begun" or "began" when Promises(i + 1, Math.Min(sentence.To, i + 5)) && !_clauses.Hedged(i, sentence):
                return Done(i, "done", sentence);
            case "passed" or "enacted" when Enumerable.Range(i + 1, Math.Max(0, Math.Min(5, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "legislation" or "law" or "laws" or "act" or "bill" or "rules") && !_clauses.Hedged(i, sentence):
                return Done(i, "done", sentence);
            case "priority" or "priorities":
                return MadePriority(i, sentence);
            case "talks" or "negotiations" or "discussions" when i > sentence.From && _tokens[i - 1].Lower == "in" && next is "to" or "on" or "over" or "about" or "with":
                return Bound(i - 1, "negotiating", sentence);
            case "reaffirmed" or "affirmed" or "reaffirm" or "affirm" or "reaffirms" or "affirms" when next == "that" && !_clauses.Hedged(i, sentence):
                return Bound(i, "stated", sentence);
            default:
                return null;
        }
    }

    private sealed record Promise(int From, int To, int At, string Act, IReadOnlyList<string> Who, bool Own, bool Party);
}
