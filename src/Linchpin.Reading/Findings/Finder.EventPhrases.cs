using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Events told by set phrases: spoke by phone, wrapped up talks, put their names to, lifted off, applied to join, the visit of, agreed in a place.</content>
internal sealed partial class Finder
{
    private void ByPhrase(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From; i + 1 < sentence.To; i++)
        {
            if (_tokens[i].Lower is "visit" or "trip" or "tour" && _tokens[i + 1].Lower is "of" or "by")
            {
                VisitOf(i, sentence, dates, spans);
                continue;
            }

            if (Phrased(i, sentence, dates) is not { } type || _clauses.Hedged(i, sentence) || _clauses.Quoted(i, sentence))
            {
                continue;
            }

            Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
            if (subject.Kind == Clauses.SubjectKind.None || _tokens[subject.From].Lower is "no" or "neither")
            {
                continue;
            }

            type = Enumerable.Range(subject.From, Math.Max(0, i - subject.From)).Any(k => _tokens[k].Lower is "exercise" or "exercises" or "drill" or "drills") ? "exercise" : type;
            if (spans.FindIndex(s => s.Clause && s.At == i) is var there and >= 0)
            {
                // Told by its verb already: the phrase knows its sort better.
                spans[there] = spans[there] with { Type = type };
                continue;
            }

            int end = OwnEnd(i, _clauses.End(i, sentence, sentence.To), sentence, dates);
            DateMention? lead = dates.FirstOrDefault(d => !d.Target && d.From >= sentence.From && d.To <= subject.From && subject.From - d.To <= 2);
            int from = lead?.From ?? subject.From;
            spans.RemoveAll(s => s.From >= from && s.To <= end && !s.Clause);
            if (!spans.Exists(s => s.Clause && s.From <= i && s.To > i && s.At < i && s.At >= subject.From))
            {
                spans.Add(new EventSpan(from, end, i, type, true));
            }
        }
    }

    /// <summary>Which sort of event a phrase at the token tells of; <see langword="null"/> where none begins there.</summary>
    private string? Phrased(int i, Sentence sentence, List<DateMention> dates)
    {
        string Word(int k) => k < sentence.To ? _tokens[k].Lower : "";
        bool dated = dates.Exists(d => !d.Target && (d.From > i && d.From - i <= 22 || d.From <= sentence.From + 1));
        bool placed = PlaceIn(i + 1, Math.Min(sentence.To, i + 9), sentence) is not null;
        bool gathered = Enumerable.Range(i + 1, Math.Max(0, Math.Min(sentence.To, i + 10) - i - 1)).Any(Gathers);
        return _tokens[i].Lower switch
        {
            "spoke" or "talked" or "conferred" when Word(i + 1) is "by" or "over" or "via" && Enumerable.Range(i + 2, 3).Any(k => Word(k) is "phone" or "telephone" or "video" or "videoconference") => "meeting",
            "spoke" or "talked" or "conferred" when Enumerable.Range(i + 1, 3).Any(k => Word(k) == "with") && _names.In(i + 1, Math.Min(sentence.To, i + 12)).Any(m => m.Thing.Kind == ThingKind.Person) => "meeting",
            "wrapped" or "rounded" or "kicked" when Word(i + 1) is "up" or "off" && (gathered && (dated || placed) || (dated || placed) && Told(i)) => "meeting",
            "opened" or "began" or "resumed" or "ended" or "closed" or "concluded" or "started" or "followed" when (dated || placed) && Told(i) => "meeting",
            "conducted" or "ran" or "carried" or "staged" or "completed" when dated && Enumerable.Range(i + 1, Math.Max(0, Math.Min(sentence.To, i + 7) - i - 1)).Any(k => Word(k) is "drill" or "drills" or "exercise" or "exercises" or "patrol" or "patrols") => "exercise",
            "put" or "became" or "joined" or "signed" when dated && Joins(i, sentence) => Word(i) is "put" or "signed" ? "signing" : "accession",
            "lifted" or "blasted" when Word(i + 1) == "off" && dated => "launch",
            "went" when Word(i + 1) == "up" && Word(i + 2) is "from" or "on" && dated => "launch",
            "begun" when dated && Word(i - 1) is "was" or "were" => "launch",
            "born" when (dated || placed) && Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(3, i - sentence.From)).Any(k => Word(k) is "was" or "were") => "launch",
            "collapsed" or "expired" or "lapsed" or "ended" or "dissolved" when dated && _clauses.SubjectOf(i, sentence) is { Kind: not Clauses.SubjectKind.None } ends && Instrument(ends.From, i) => "other",
            "applied" when Word(i + 1) == "to" && Word(i + 2) == "join" || Word(i + 1) == "for" && Word(i + 2) is "membership" or "accession" => "announcement",
            "agreed" or "pledged" or "promised" or "vowed" or "decided" when Word(i + 1) is "in" or "at" && PlaceAfter(i + 2, sentence.To, false) > 0 && _clauses.SubjectOf(i, sentence).Who.Count >= 2 => "announcement",
            _ => null,
        };

        // "Talks between Peru and Chile opened": the subject is a meeting.
        bool Told(int verb) => _tokens[verb - 1].Lower is not ("which" or "that" or "who") && _clauses.SubjectOf(verb, sentence) is { Kind: not Clauses.SubjectKind.None } subject && (Gathers(subject.From) || Gathers(HeadOf(subject.From, verb)) || subject.From + 1 < verb && Gathers(subject.From + 1));
    }

    /// <summary>"The visit of Foreign Minister Jean Roy to Santiago": who came where, with a date or without.</summary>
    private void VisitOf(int i, Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        Mention? who = _names.In(i + 2, Math.Min(sentence.To, i + 14)).FirstOrDefault(m => m.Thing.Kind == ThingKind.Person);
        int to = who is null ? -1 : Enumerable.Range(who.To, Math.Max(0, Math.Min(sentence.To - 1, who.To + 4) - who.To)).FirstOrDefault(k => _tokens[k].Lower == "to", -1);
        int end = to < 0 ? 0 : _names.Starting(to + 1) is { Thing.Kind: ThingKind.Country } country ? country.To : PlaceAfter(to + 1, sentence.To, false);
        if (end > 0 && !Planned(i, sentence))
        {
            int from = NounStart(i, sentence);
            from -= from > sentence.From && _tokens[from - 1].Word.Is(Use.Determiner) ? 1 : 0;
            end = dates.Find(d => !d.Target && d.From >= end && d.From - end <= 1)?.To ?? end;
            spans.Add(new EventSpan(from, end, i, "visit", false));
        }
    }
}
