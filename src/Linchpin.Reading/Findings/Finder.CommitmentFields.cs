using Linchpin.Claims;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>What a commitment says besides its passage: when, at which event, about which sectors, in whose words.</content>
internal sealed partial class Finder
{
    private void Tell(Promise promise, Sentence sentence, List<DateMention> dates, Told told)
    {
        int to = promise.To;
        int lead = promise.From;
        while (lead < promise.At && _tokens[lead].Lower is "and" or "but" or "that")
        {
            lead++;
        }

        promise = promise with { From = lead };
        while (to > promise.At + 1 && (_tokens[to - 1].Word.Is(Use.Conjunction) || _tokens[to - 1].Word.Mark(',')))
        {
            to--;
        }

        to = AfterOwnDate(promise, to, dates);
        Item? at = told.EventSpans.Where(e => e.To > promise.From - 30 && e.From < to).Select(e => e.Item).FirstOrDefault() ?? (told.SinceEvent <= Told.Onward && Refers(promise, sentence) ? told.LastEvent : null) ?? (promise.Act is "agreed" or "pledged" or "stated" or "signed" && Refers(promise, sentence) ? told.Opening : null);
        DateMention? own = dates.Where(d => !d.Target && !OfAnother(d, promise.At) && (d.From >= promise.From && d.To <= to || d.To <= promise.From && promise.From - d.To < 14)).OrderBy(d => d.From >= promise.From ? 0 : 1).ThenBy(d => Math.Abs(d.From - promise.From)).FirstOrDefault();
        DateMention? due = dates.FirstOrDefault(d => d.Target && d.From >= promise.From && d.To <= to + 1);
        (PartialDate? on, string precision) = Resolve(own, told);
        if (own is { On: null, After: not null } && told.EventSpans.Exists(e => e.Item == at && own.From >= e.From && own.To <= e.To) && PartialDate.TryParse(at?.Date ?? "", out PartialDate counted))
        {
            // The event has counted from what was told before already.
            (on, precision) = (counted, counted.Precision);
        }

        if (on is null && own is null && at?.Date is { } date && PartialDate.TryParse(date, out PartialDate same))
        {
            (on, precision) = (same, same.Precision);
        }

        bool datedThere = at is { Date: not null } && told.EventSpans.Exists(e => e.Item == at);
        if (own is null && !datedThere && IsStatement && (Stated(told) ?? _published) is { } stated)
        {
            (on, precision) = (stated, stated.Precision);
        }

        if (on is null && own is null && !Advises && Current(promise, sentence) && (Stated(told) ?? _published) is { } today)
        {
            (on, precision) = (today, today.Precision);
        }

        told.LastDate = own?.On is null ? told.LastDate : on;
        Mention? mechanism = _names.In(promise.From, Math.Min(to + 1, sentence.To)).FirstOrDefault(m => m.Thing.Kind == ThingKind.Mechanism);
        bool quoted = _clauses.Quoted(promise.At, sentence);
        told.Commitments.Add(Passage("commitment", promise.From, to) with
        {
            Who = WithOthers(promise, to) is { Count: > 0 } bound ? bound : WhoMet(promise, told),
            What = _page.Words(Math.Min(promise.At, to - 1), to),
            Mechanism = mechanism?.Thing.Canonical ?? at?.Mechanism,
            Sectors = SectorsOf(promise.From, to, sentence, mechanism),
            Date = on?.ToString(),
            Precision = precision,
            Act = promise.Act,
            EventStart = at?.Start,
            Due = due?.On?.ToString(),
            Attribution = quoted ? Attribution(promise.At, sentence) : null,
            Confidence = promise.Party ? 0.8 : 0.6,
        });
    }

    /// <summary>"signed a contract in July, won a tender …", "set up a group in May and …": what is done next is not a part of a promise that has its date.</summary>
    private int AfterOwnDate(Promise promise, int to, List<DateMention> dates)
    {
        if (_tokens[promise.At].Word.Verb is not { Tense: Tense.Past or Tense.Participle } && !Finite(promise.At))
        {
            return to;
        }

        DateMention? own = dates.Find(d => !d.Target && d.From > promise.At && d.To < to);
        int link = own?.To ?? to;
        bool goesOn = own is not null && link < to && (_tokens[link].Word.Mark(',') || _tokens[link].Lower == "and")
            && Enumerable.Range(link + 1, Math.Max(0, Math.Min(to, link + 9) - link - 1)).TakeWhile(k => !_tokens[k].Word.Mark(',') || k == link + 1).Any(k => Finite(k) || _tokens[k].Lower is "have" or "has" or "is" or "are" or "was" or "were" or "will");
        return goesOn && !(_tokens[link + 1].Lower is "which" or "that" or "under" or "when") ? link : to;
    }

    /// <summary>The day of the meeting that a statement or a readout reports.</summary>
    private static PartialDate? Stated(Told told) => PartialDate.TryParse(told.Opening?.Date ?? "", out PartialDate day) ? day : null;

    /// <summary>"will", "is to", "has signed", or words in quotation marks: said on the day of the report, or of the meeting it opens with.</summary>
    private bool Current(Promise promise, Sentence sentence) => _tokens[promise.At].Lower is "will" or "is" or "are" || _clauses.Quoted(promise.At, sentence)
        || Enumerable.Range(_clauses.GroupStart(promise.At, sentence), promise.At - _clauses.GroupStart(promise.At, sentence)).Any(k => _tokens[k].Lower is "has" or "have" or "will");

    private static readonly HashSet<string> DoneWithOthers = new(StringComparer.Ordinal)
        { "sign", "conclude", "agree", "reach", "strike", "ink", "initial", "launch", "establish", "form", "negotiate", "work", "partner", "cooperate", "collaborate", "co-operate", "team", "join", "coordinate", "set", "talks", "negotiations", "discussions" };

    /// <summary>"signed a deal with Japan and Korea", "will work with Korean counterparts": who is bound beside the subject.</summary>
    private IReadOnlyList<string> WithOthers(Promise promise, int to)
    {
        bool aside = _tokens[promise.At].Lower == "set" && promise.At + 1 < to && _tokens[promise.At + 1].Lower == "aside";
        if (promise.Who.Count == 0 || aside || !Enumerable.Range(promise.At, Math.Max(0, Math.Min(3, to - promise.At))).Any(k => DoneWithOthers.Contains(_tokens[k].Word.Verb?.Base ?? _tokens[k].Lower)))
        {
            return promise.Who;
        }

        for (int k = promise.At + 1; k < Math.Min(to, promise.At + 14) && !_tokens[k].Word.Mark(',') && _tokens[k].Lower != "to"; k++)
        {
            if (_tokens[k].Lower == "with" && _names.In(k + 1, to).FirstOrDefault() is { } first && first.From - k <= 4 && first.Thing.Kind is not ThingKind.Mechanism)
            {
                var others = new List<Mention>();
                int end = first.From;
                foreach (Mention m in _names.In(k + 1, to).TakeWhile(m => m.From - end <= 3))
                {
                    others.Add(m);
                    end = m.To;
                }

                return [.. promise.Who.Concat(_parties.AsParties(others)).Distinct(StringComparer.Ordinal)];
            }
        }

        return promise.Who;
    }

    /// <summary>"held talks in Delhi and agreed to …": where the subject's people have no state told, those who took part in what the same sentence tells.</summary>
    private static IReadOnlyList<string> WhoMet(Promise promise, Told told) => !promise.Party ? [] : told.EventSpans.Where(e => e.Item.EventType is "meeting" or "summit" or "signing" && e.From <= promise.From && e.To >= promise.From - 2)
        .Select(e => e.Item.Participants.Where(p => p == "eu" || (p.Length == 3 && char.IsUpper(p[0]))).ToArray()).FirstOrDefault(p => p.Length > 1) ?? [];

    /// <summary>"they agreed", "the trio pledged": whoever is spoken of again promises at the event told last; a party named anew does not.</summary>
    private bool Refers(Promise promise, Sentence sentence) =>
        _clauses.SubjectOf(promise.At, sentence).Kind is Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Group or Clauses.SubjectKind.We or Clauses.SubjectKind.Mechanism;

    /// <summary>Whose words a quotation is: "According to a fact sheet issued by …", or the one who said it.</summary>
    private string? Attribution(int at, Sentence sentence)
    {
        for (int i = sentence.From; i + 2 < sentence.To; i++)
        {
            if (_tokens[i].Lower == "according" && i < at)
            {
                int to = i + 2;
                while (to < at && !_tokens[to].Word.Mark(',') && !_tokens[to].Word.Mark(':'))
                {
                    to++;
                }

                return _page.Words(i + 2, to);
            }

            if (_tokens[i].Word.Verb is { } verb && (verb.Class & VerbClass.Say) != 0)
            {
                Mention? who = _names.In(Math.Max(sentence.From, i - 14), Math.Min(sentence.To, i + 8)).FirstOrDefault(m => m.Thing.Kind is ThingKind.Person or ThingKind.Body);
                if (who is not null)
                {
                    return who.Thing.Name;
                }
            }
        }

        return null;
    }
}
