using Linchpin.Claims;
using Linchpin.Reading.Findings;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Statements;

/// <content>What came of something: "the centre opened in March", "has since been extended", "never took effect".</content>
internal sealed partial class StatementFinder
{
    private const string Delivered = "delivered", Going = "in-progress", Lapsed = "lapsed", Superseded = "superseded", Stated = "stated";

    // Verbs of which the thing itself is the subject; those after it in the passive.
    private static readonly Dictionary<string, string> Comes = new(StringComparer.Ordinal)
    {
        ["opened"] = Delivered, ["reopened"] = Delivered, ["lapsed"] = Lapsed, ["expired"] = Lapsed, ["collapsed"] = Lapsed, ["stalled"] = Going, ["began"] = Going, ["begun"] = Going,
        ["started"] = Going, ["resumed"] = Going, ["ended"] = Lapsed, ["materialised"] = Delivered, ["materialized"] = Delivered,
    };

    private static readonly Dictionary<string, string> Done = new(StringComparer.Ordinal)
    {
        ["opened"] = Delivered, ["completed"] = Delivered, ["inaugurated"] = Delivered, ["ratified"] = Delivered, ["delivered"] = Delivered, ["implemented"] = Delivered, ["fulfilled"] = Delivered,
        ["commissioned"] = Delivered, ["built"] = Delivered, ["finished"] = Delivered, ["disbursed"] = Delivered, ["paid"] = Delivered, ["installed"] = Delivered, ["established"] = Delivered, ["set"] = Delivered,
        ["extended"] = Going, ["renewed"] = Going, ["resumed"] = Going, ["started"] = Going, ["begun"] = Going, ["launched"] = Going, ["prolonged"] = Going,
        ["abandoned"] = Lapsed, ["dropped"] = Lapsed, ["cancelled"] = Lapsed, ["canceled"] = Lapsed, ["scrapped"] = Lapsed, ["shelved"] = Lapsed, ["terminated"] = Lapsed, ["discontinued"] = Lapsed, ["suspended"] = Lapsed,
        ["superseded"] = Superseded, ["replaced"] = Superseded, ["succeeded"] = Superseded, ["absorbed"] = Superseded, ["merged"] = Superseded, ["subsumed"] = Superseded,
    };

    private void Outcome(int i, Sentence sentence, List<DateMention> dates)
    {
        if (StateAt(i, sentence) is not { } state || Unreal(i, sentence))
        {
            return;
        }

        int verb = i;
        while (verb > sentence.From && _tokens[i].Lower is "way" or "underway" or "operational" or "effect" or "force" && _tokens[verb].Lower is not ("is" or "are" or "was" or "were" or "became" or "came" or "entered" or "went" or "took" or "taken") && i - verb < 5)
        {
            verb--;
        }

        int start = _clauses.GroupStart(verb, sentence), end = End(i, sentence);
        Clauses.Subject subject = _clauses.SubjectOf(verb, sentence);
        // "the school of A and B opened": the parties are whose it is, not who opened it.
        bool whose = Find(subject.From, Math.Max(subject.From, _names.In(subject.From, start).FirstOrDefault(m => m.Thing.Kind is ThingKind.Country or ThingKind.Body)?.From ?? 0), t => t.Lower is "of" or "between") >= 0
            || subject.From > sentence.From && Find(Math.Max(sentence.From, subject.From - 2), subject.From, t => t.Lower is "of" or "between" or "by" or "with" or "for" or "from") >= 0;
        bool active = !whose && subject.Kind is (Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.We) && !BePassive(i, sentence);
        int from = whose || subject.Kind == Clauses.SubjectKind.None ? NounBefore(start, sentence) : Math.Min(subject.From, start);

        // What a party opened stands after the verb; what was opened, before it.
        (int thing, int until) = active ? (i + 1, end) : (from, start);
        if (thing >= until || !Definite(thing, until) || from >= i)
        {
            return;
        }

        DateMention? date = dates.FirstOrDefault(d => d is { Target: false, On: not null } && d.From >= from && d.To <= end + 1) ?? dates.FirstOrDefault(d => d is { Target: false, On: not null } && d.To <= from && d.From - sentence.From <= 3);
        Mention? mechanism = FirstMechanism(thing, until);
        _found.Add(new Statement(mechanism?.Thing.Canonical, "state", new TextValue(state), PlaceOf(Math.Min(from, date is { } lead && lead.To <= from ? lead.From : from), end))
        {
            On = date?.On,
            Words = _page.Words(from, end),
            Who = PartiesIn(sentence.From, end) is { Length: > 0 } named ? named : subject.Who.Count > 0 ? [.. subject.Who.Distinct(StringComparer.Ordinal)] : [.. _parties.Before(i, 0)],
            Sectors = Sectors.In(_tokens, from, end),
        });
    }

    private string? StateAt(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower;
        bool denied = Denied(i, sentence);
        bool never = Find(Math.Max(sentence.From, _clauses.GroupStart(i, sentence) - 1), i, t => t.Lower == "never") >= 0;
        if (word is "effect" or "force" && ((Lower(i - 1, "into", sentence) && Find(Math.Max(sentence.From, i - 4), i, t => t.Lower is "came" or "entered" or "went" or "come") >= 0) || _tokens[Math.Max(sentence.From, i - 1)].Lower is "took" or "take" or "taken"))
        {
            bool not = Find(Math.Max(sentence.From, i - 5), i, t => t.Lower is "never" or "not") >= 0;
            return Find(Math.Max(sentence.From, i - 5), i, t => t.Lower is "will" or "would" or "should" or "to" or "may" or "yet") >= 0 ? null : not ? Lapsed : Delivered;
        }

        if (word is "way" && Lower(i - 1, "under", sentence) || word is "underway" or "operational")
        {
            return Find(Math.Max(sentence.From, i - 5), i, t => t.Lower is "is" or "are" or "was" or "were" or "now" or "became") < 0 || Find(Math.Max(sentence.From, i - 5), i, t => t.Lower is "not" or "be" or "get") >= 0 ? null
                : word == "operational" ? Delivered : Going;
        }

        bool passive = BePassive(i, sentence);
        string? state = passive && Done.TryGetValue(word, out string? done) && !(word == "set" && !Lower(i + 1, "up", sentence)) ? done
            : !passive && Comes.TryGetValue(word, out string? comes) ? comes
            : !passive && word is "extended" or "renewed" or "ratified" or "completed" or "opened" && _tokens[i].Word.Verb?.Tense is not (Tense.Base or Tense.Gerund) && Finite(i, sentence) ? Done[word] : null;
        if (state is Superseded && !Lower(i + 1, "by", sentence) && !Lower(i + 1, "into", sentence))
        {
            return null;
        }

        return state is null ? null : never ? Lapsed : denied ? Stated : state;
    }

    // A form that is past and participle alike is a verb after "has", or before its object or a date: "the extended deterrence" is none.
    private bool Finite(int i, Sentence sentence) => Find(_clauses.GroupStart(i, sentence), i, t => t.Lower is "has" or "have" or "had") >= 0
        || (i > sentence.From && i + 1 < sentence.To && !_tokens[i - 1].Word.Is(Use.Determiner) && !_tokens[i - 1].Word.Is(Use.Preposition) && (_tokens[i + 1].Word.Is(Use.Determiner) || _tokens[i + 1].Lower is "until" or "through" or "in" or "on"));

    private bool BePassive(int i, Sentence sentence) => Find(_clauses.GroupStart(i, sentence), i, t => t.Lower is "was" or "were" or "been" or "being" or "is" or "are") >= 0;

    private int NounBefore(int start, Sentence sentence)
    {
        int from = start;
        while (from > sentence.From && start - from < 14 && !_tokens[from - 1].Word.Mark(',') && !_tokens[from - 1].Word.Mark(';') && _tokens[from - 1].Lower is not ("that" or "but" or "which") && !(_tokens[from - 1].Lower == "and" && (from - 2 < sentence.From || _names.Covering(from - 2) is null)))
        {
            from--;
        }

        return from;
    }

    /// <summary>A thing spoken of before, by its name or with an article: "a centre opened" begins something and ends nothing.</summary>
    private bool Definite(int from, int to) => FirstMechanism(from, to) is not null
        || Find(from, Math.Min(to, from + 4), t => t.Lower is "the" or "this" or "that" or "their" or "its" or "these" or "those" or "both" or "our") >= 0;
}
