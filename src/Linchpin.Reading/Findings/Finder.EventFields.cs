using Linchpin.Claims;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>An event's fields: date, place, who took part, which mechanism, which in its series.</content>
internal sealed partial class Finder
{
    private const int OpeningSentences = 5;

    private void Tell(EventSpan span, Sentence sentence, List<DateMention> dates, List<EventSpan> all, Told told)
    {
        while (span.From < span.At && (_tokens[span.From].Lower is "and" or "but" || _tokens[span.From].Word.Mark(',')))
        {
            span = span with { From = span.From + 1 };
        }

        // A noun inside a clause is the same event, unless it has a date of its own that the clause has not.
        DateMention? own = DateOf(span, dates);
        if (own is null && sentence.Zone == Documents.ZoneKind.Caption && dates.Find(d => d.On is { Day: > 0 }) is { } captioned)
        {
            // A caption shows one moment: its date is the event's.
            own = captioned;
            span = span with { From = Math.Min(span.From, captioned.From), To = Math.Max(span.To, captioned.To) };
        }

        foreach (EventSpan other in all)
        {
            if (other.At == span.At && other.Type == span.Type || told.EventSpans.TrueForAll(t => t.From != other.From || t.To != other.To) && !(other.Clause && !span.Clause))
            {
                continue;
            }

            bool inside = span.From >= other.From && span.To <= other.To + 2;
            if (inside && !span.Clause && Beside(span))
            {
                continue;
            }

            bool sameDate = own is null || DateOf(other, dates)?.On == own.On;
            if (inside && (sameDate || other.Clause == span.Clause && other.From == span.From))
            {
                return;
            }
        }

        if (!Beside(span) && told.EventSpans.Exists(t => Math.Min(t.To, span.To) - Math.Max(t.From, span.From) > Math.Min(span.To - span.From, t.To - t.From) / 2 && (own is null || t.Item.DateAsWritten == _page.Words(own.From, own.To))))
        {
            return;
        }

        Mention? mechanism = MechanismOf(span, sentence);
        bool pointsBack = span.Clause && own is null && _tokens[span.From].Lower is "the" or "this" && mechanism is not null && span.At > span.From
            && told.Events.Exists(e => e.Mechanism == mechanism.Thing.Canonical) && _names.In(span.From, span.At).Any(m => m == mechanism);
        if (pointsBack)
        {
            return;
        }

        (PartialDate? on, string precision) = Resolve(own, told);
        if (on is null && Beside(span) && told.EventSpans.LastOrDefault().Item?.Date is { } beside && PartialDate.TryParse(beside, out PartialDate sameTime))
        {
            (on, precision) = (sameTime, sameTime.Precision);
        }

        if (on is null && own is null && !Advises && span.Clause && _published is { Month: > 0 } reported && _tokens[_clauses.GroupStart(span.At, sentence)].Lower is "has" or "have" && span.Type is "announcement" or "signing" or "launch")
        {
            // "has announced" in a report: in the month of the report.
            (on, precision) = (PartialDate.Of(reported.Year, reported.Month), "month");
        }

        bool spokenAt = Enumerable.Range(Math.Max(sentence.From, span.From - 4), Math.Min(4, span.From - sentence.From)).Any(i => _tokens[i].Lower is "speaking" or "addressing" or "remarks");
        if (on is null && own is null && spokenAt && told.LastDate is { } spoken)
        {
            (on, precision) = (spoken, spoken.Precision);
        }

        if (on is null && own is null && HasWord(span, "margins", "sidelines") && (PartialDate.TryParse(told.Opening?.Date ?? "", out PartialDate opened) ? opened : told.LastDate) is { } around)
        {
            (on, precision) = (around, around.Precision);
        }

        Item item = Passage("event", span.From, span.To) with
        {
            What = _page.Words(span.From, span.To),
            EventType = span.Type == "meeting" && HasWord(span, "summit", "summits") ? "summit" : span.Type,
            Mechanism = mechanism?.Thing.Canonical,
            DateAsWritten = own is null ? null : _page.Words(own.From, own.To),
            Date = on?.ToString(),
            Precision = precision,
            Place = PlaceIn(span.From, span.To, sentence) ?? (span.Type == "visit" ? _names.In(span.At + 1, span.To).FirstOrDefault(m => m.Thing.Kind == ThingKind.Country && m.From == span.At + 1) is { } visited ? _page.Words(visited.From, visited.To) : null : null),
            Participants = Participants(span, mechanism, sentence),
            Ordinal = OrdinalIn(span),
            Sectors = Sectors.In(_tokens, span.From, span.To),
            Confidence = span.Clause ? 0.8 : 0.7,
        };
        told.Events.Add(item);
        told.Opening ??= span.Clause && sentence.Number < OpeningSentences && on is { Day: > 0 } && item.EventType is "meeting" or "summit" ? item : null;
        if (span.Clause)
        {
            IReadOnlyList<string> acted = _tokens[span.At].Word.Verb is null ? [] : _clauses.SubjectOf(span.At, sentence).Who;
            _clauses.Met(span.To, acted.Count >= 2 ? acted : [.. item.Participants.Where(p => p.Length == 3 || p == "eu").Where(p => p == "eu" || char.IsUpper(p[0]))]);
        }

        told.EventSpans.Add((span.From, span.To, item));
        told.LastDate = on ?? told.LastDate;
        // What a clause tells is what goes on; a summit mentioned beside it is not.
        if (span.Clause || told.LastEvent is null || told.SinceEvent > Told.Onward)
        {
            told.LastEvent = item;
            told.SinceEvent = 0;
        }
    }

    private bool HasWord(EventSpan span, params string[] words) => Enumerable.Range(span.From, span.To - span.From).Any(i => words.Contains(_tokens[i].Lower, StringComparer.Ordinal));

    /// <summary>"on the sidelines of the leaders' summit": an event of its own beside the one told.</summary>
    private bool Beside(EventSpan span) => Enumerable.Range(Math.Max(0, span.From - 5), Math.Min(5, span.From)).Any(i => _tokens[i].Lower is "sidelines" or "margins");

    /// <summary>The date nearest to what says that it took place, inside the span or leading it.</summary>
    private DateMention? DateOf(EventSpan span, List<DateMention> dates) => dates
        .Where(d => !d.Target && d.From >= span.From && d.To <= span.To && !OfAnother(d, span.At) && !InAside(d, span))
        .OrderBy(d => Since(d) ? 1 : 0).ThenBy(d => d.On is { Day: > 0 } ? 0 : 1).ThenBy(d => d.To <= span.At ? span.At - d.To : d.From - span.At).FirstOrDefault();

    /// <summary>"The meeting, which followed the summit of August 2019, adopted …": the date belongs to what is said by the way.</summary>
    private bool InAside(DateMention date, EventSpan span)
    {
        int open = Enumerable.Range(span.From, Math.Max(0, Math.Min(date.From, span.At) - span.From)).LastOrDefault(k => _tokens[k].Lower is "which" or "whose" or "who" && k > span.From && _tokens[k - 1].Word.Mark(','), -1);
        return open > 0 && date.From > open && date.To < span.At && Enumerable.Range(date.To, span.At - date.To).Any(k => _tokens[k].Word.Mark(','));
    }

    /// <summary>"signed a deal that follows the contract signed in 2017": the date belongs to the participle before it.</summary>
    private bool OfAnother(DateMention date, int at) => date.From - 1 > at + 1 && _tokens[date.From - 1].Word.Verb is { IsParticiple: true } participle && (participle.Class & VerbClass.Event) != 0 && participle.Base is not ("hold" or "convene");

    private static (PartialDate? On, string Precision) Resolve(DateMention? date, Told told)
    {
        PartialDate? on = date?.On ?? (date?.After is { } after && told.LastDate is { } last ? after(last) : null);
        return (on, on?.Precision ?? "none");
    }

    private Mention? MechanismOf(EventSpan span, Sentence sentence) =>
        _names.In(span.From, span.To).Where(m => m.Thing.Kind == ThingKind.Mechanism).OrderBy(m => Occasion(m) ? 1 : 0).ThenBy(m => Math.Abs(m.From - span.At)).FirstOrDefault()
        ?? _names.In(Math.Max(sentence.From, span.From - 3), Math.Min(sentence.To, span.To + 3)).FirstOrDefault(m => m.Thing.Kind == ThingKind.Mechanism && m.From <= span.At && m.To > span.At);

    /// <summary>"on the sidelines of the G20 meeting": where it took place, not what it was.</summary>
    private bool Occasion(Mention m) => Enumerable.Range(Math.Max(0, m.From - 6), Math.Min(6, m.From)).Any(i => _tokens[i].Lower is "sidelines" or "occasion" or "margins");

    private IReadOnlyList<string> Participants(EventSpan span, Mention? mechanism, Sentence sentence)
    {
        var who = new List<string>();
        int about = Enumerable.Range(span.At, Math.Max(0, span.To - span.At)).FirstOrDefault(k => _tokens[k].Lower is "discuss" or "about" or "amid" or "condemn" or "counter" or "address" or "deter", span.To);
        // Those who meet or sign are all who are named; what one announces may be about others.
        bool together = !span.Clause || span.Type is "meeting" or "summit" or "signing" or "visit" or "exercise" || _names.In(span.From, span.At).Select(m => m.Thing).Distinct().Count(t => t.Kind == ThingKind.Person) > 1;
        foreach (Mention m in _names.In(span.From, about))
        {
            bool nested = mechanism is not null && m.From >= mechanism.From && m.To <= mechanism.To;
            bool acts = m.Thing.Kind == ThingKind.Person || (m.Thing.Kind == ThingKind.Country && m.Form is MentionForm.Name or MentionForm.Demonym or MentionForm.Seat) || m.Thing.Kind == ThingKind.Body;
            bool asPlace = m.From > 0 && _tokens[m.From - 1].Lower is "in" or "at" or "against" or "about";
            int of = m.From - 1 - (m.From > span.From && _tokens[m.From - 1].Lower == "the" ? 1 : 0);
            asPlace |= m.Thing.Kind == ThingKind.Body && of > span.From && _tokens[of].Lower == "of" && Gathers(of - 1);
            // "the U.S. Navy" is not the United States.
            nested |= m.Thing.Kind == ThingKind.Country && _names.Covering(m.From) is { Thing.Kind: ThingKind.Body or ThingKind.Person } outer && outer.To >= m.To;
            if (acts && !nested && !asPlace && (together || m.From <= span.At + 1 || With(m, span)) && !who.Contains(m.Thing.Canonical, StringComparer.Ordinal))
            {
                who.Add(m.Thing.Canonical);
                string? country = !together ? null : m.Thing.Kind == ThingKind.Person ? _parties.CountryOf(m.Thing) : m.Thing is { Kind: ThingKind.Body, Type: "government-body" } && span.Type is "meeting" or "summit" ? m.Thing.Country : null;
                if (country is not null && !who.Contains(country, StringComparer.Ordinal))
                {
                    who.Add(country);
                }
            }
        }

        // As many people as the text has partners, and nobody's country told: they are the partners'.
        Thing[] people = [.. _names.In(span.From, about).Select(m => m.Thing).Where(t => t.Kind == ThingKind.Person).Distinct()];
        if (together && people.Length is >= 2 and <= 4 && !who.Exists(w => w.Length == 3 && char.IsUpper(w[0])) && _parties.Usual(people.Length) is { Length: > 0 } theirs)
        {
            who.AddRange(theirs.Where(t => !who.Contains(t, StringComparer.Ordinal)));
        }

        if (Beside(span) && who.Count == 0)
        {
            who.AddRange(_names.In(sentence.From, span.From).Where(m => m.Thing.Kind == ThingKind.Person).Select(m => m.Thing.Canonical).Distinct(StringComparer.Ordinal));
        }

        if (who.Count == 0 && span.Clause && _tokens[span.At].Word.Verb is not null && _clauses.SubjectOf(span.At, sentence).Who is { Count: > 1 } several)
        {
            who.AddRange(several);
        }

        // Who meets in a mechanism of few members are its members.
        if (mechanism is not null && (who.Count == 0 || (mechanism.Thing.Members.Count is >= 2 and <= 4 && mechanism.From >= span.From && span.Type is "meeting" or "summit" && !Beside(span))))
        {
            who.AddRange(mechanism.Thing.Members.Where(m => !who.Contains(m, StringComparer.Ordinal)));
        }

        if (who.Count == 0 && span.Clause && (_tokens[span.At].Word.Verb is not null || Finite(span.At)))
        {
            who.AddRange(_clauses.SubjectOf(span.At, sentence).Who);
        }

        if (who.Count == 0 && span.Type is "meeting" or "summit" or "signing" && (IsStatement || _parties.OneSetLeads))
        {
            // In a text of one set of parties, theirs is a meeting that names nobody.
            who.AddRange(_parties.Usual());
        }

        return who;
    }

    /// <summary>"with Chile and Peru", "by the two agencies": named after the verb as acting too.</summary>
    private bool With(Mention m, EventSpan span)
    {
        for (int k = m.From - 1; k > span.At && m.From - k < 12; k--)
        {
            if (_tokens[k].Lower is "with" or "by" or "between" or "alongside")
            {
                return true;
            }

            if (!(_tokens[k].Word.Mark(',') || _tokens[k].Lower is "and" or "the" or "its" || _tokens[k].Word.Capital || _names.Covering(k) is not null))
            {
                return false;
            }
        }

        return false;
    }

    private int? OrdinalIn(EventSpan span)
    {
        for (int i = Math.Max(span.From, span.At - 12); i <= Math.Min(span.To - 1, span.At + 8); i++)
        {
            if (Ordinal(i) is var n and > 0)
            {
                return n;
            }
        }

        return null;
    }

    private int Ordinal(int i)
    {
        Word word = _tokens[i].Word;
        if (word.Text.Length > 2 && char.IsAsciiDigit(word.Text[0]) && word.Lower[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word.Text[..^2], out int n)
            && !(i + 1 < _tokens.Count && _tokens[i + 1].Lower is "century" or "anniversary" or "-" or "birthday"))
        {
            return n;
        }

        bool before = i + 1 < _tokens.Count && _tokens[i + 1].Word is { IsWord: true, Function: false };
        return !before ? 0 : word.Lower switch
        {
            "inaugural" => 1,
            "first" when i > 0 && _tokens[i - 1].Lower is "the" or "their" or "its" => 1,
            "second" when i > 0 && _tokens[i - 1].Lower is "the" or "their" or "its" => 2,
            "third" when i > 0 && _tokens[i - 1].Lower is "the" or "their" or "its" => 3,
            "fourth" => 4,
            "fifth" => 5,
            _ => 0,
        };
    }

    /// <summary>A place after "in" or "at": a seat of government, or capitals that name no party.</summary>
    private string? PlaceIn(int from, int to, Sentence sentence, bool near = false)
    {
        for (int i = from; i + 1 < Math.Min(to, sentence.To); i++)
        {
            int end = _tokens[i].Lower is "in" or "at" ? PlaceAfter(i + 1, Math.Min(to + 2, sentence.To), near) : 0;
            if (end > 0)
            {
                return _page.Words(i + 1, end);
            }
        }

        return null;
    }

    private int PlaceEnd(int from, int to, Sentence sentence)
    {
        for (int i = from; i + 1 < Math.Min(to, sentence.To); i++)
        {
            int end = _tokens[i].Lower is "in" or "at" ? PlaceAfter(i + 1, sentence.To, false) : 0;
            if (end > 0)
            {
                return end;
            }
        }

        return 0;
    }

    private int PlaceAfter(int i, int to, bool near)
    {
        Mention? m = _names.Starting(i);
        if (m is { Form: MentionForm.Place })
        {
            return m.To;
        }

        int end = i;
        while (end < to && _names.Starting(end) is null && _tokens[end].Word is { IsWord: true, Capital: true, Function: false } word && !word.Is(Use.Month) && !word.Is(Use.Weekday) && word.Head is null && !word.AllCaps)
        {
            end++;
        }

        bool region = end > i && _tokens[i].Lower is "indo" or "asia" or "europe" or "africa" or "pacific" or "east" or "northeast" or "southeast" or "south";
        bool goesOn = end < to && (_tokens[end].Word.Mark('-') || (_tokens[end].Word.Capital && _tokens[end].Word.IsWord));
        return end > i && end - i <= 3 && !region && !goesOn && !(near && end - i > 2) ? end : 0;
    }
}
