using Linchpin.Claims;
using Linchpin.Reading.Documents;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Events: something that took place. Either a verb says so (held, signed, unveiled), or a meeting or instrument is named with its date, place or number.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Gatherings = new(StringComparer.Ordinal)
    {
        "summit", "summits", "meeting", "meetings", "dialogue", "consultations", "consultation", "talks", "forum", "roundtable", "roundtables", "conference", "symposium", "exercise", "exercises", "drills",
        "convention", "visit", "inauguration", "workshop", "workshops", "seminar", "hackathon", "expo", "round", "rounds", "consultative", "negotiations", "gathering", "reception", "dialog", "trilogue", "retreat", "wargame", "simulation", "briefing", "trip", "launch", "signing", "establishment", "address", "speech", "ceremony", "session", "rollout", "co-signing", "conclusion", "dialogues", "release", "event",
    };

    private static readonly HashSet<string> Instruments = new(StringComparer.Ordinal)
    {
        "treaty", "agreement", "declaration", "accord", "pact", "statement", "memorandum", "mou", "strategy", "roadmap", "plan", "policy", "framework", "initiative", "partnership", "report", "paper", "sheet", "fact",
        "act", "law", "charter", "protocol", "contract", "deal", "vision", "fund", "programme", "program", "bans", "controls", "measures", "sanctions", "decision", "plans", "summit", "alliance", "group", "ban", "plant", "facility", "factory", "hub", "project", "understanding", "arrangement", "compact", "convention", "mechanism", "council", "committee", "task", "network", "center", "centre", "guidelines", "principles", "rules", "communique", "communiqué", "package", "instrument", "platform", "forum", "dialogue", "programme", "consortium", "corridor", "laboratory", "pacts", "agreements", "roadmaps", "letter", "declarations", "mous", "memoranda", "contracts", "accords", "initiatives", "readout", "notes",
    };

    private void Events(Sentence sentence, List<DateMention> dates, Told told)
    {
        var spans = new List<EventSpan>();
        for (int i = sentence.From; i < sentence.To; i++)
        {
            if (_tokens[i].Word.Verb is { } verb && (verb.Class & VerbClass.Event) != 0 && (verb.Tense is Tense.Past or Tense.Participle || Implied(i, verb, sentence)))
            {
                ByVerb(i, verb, sentence, dates, spans);
            }
            else if (_tokens[i].Lower == "took" && i + 1 < sentence.To && _tokens[i + 1].Lower == "place")
            {
                TookPlace(i, sentence, dates, spans);
            }
            else if (dates.Count > 0)
            {
                Dated(i, sentence, dates, spans);
            }
        }

        ByStatement(sentence, dates, spans);
        ByNoun(sentence, dates, spans);
        ByLead(sentence, dates, spans);
        ByDiscussion(sentence, dates, spans);
        if (sentence.Zone == ZoneKind.Caption && spans.Count == 0 && dates.Exists(d => d.On is { Day: > 0 }) && Enumerable.Range(sentence.From, sentence.To - sentence.From).Any(i => Gatherings.Contains(_tokens[i].Lower)))
        {
            spans.Add(new EventSpan(sentence.From, sentence.To, sentence.From, "meeting", true));
        }

        foreach (EventSpan span in spans.OrderBy(s => s.From).ThenBy(s => s.To))
        {
            Tell(span, sentence, dates, spans, told);
        }
    }

    /// <summary>A party did it, or it was done: held, convened, signed, launched, announced.</summary>
    private void ByVerb(int i, VerbForm verb, Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        if ((_clauses.Hedged(i, sentence) && !Implied(i, verb, sentence)) || (_clauses.Quoted(i, sentence) && verb.Detail != "meeting"))
        {
            return;
        }

        int governor = Governor(i, verb, sentence);
        int start = governor > 0 ? governor : _clauses.GroupStart(i, sentence);
        string auxiliary = start < i ? _tokens[start].Lower : "";
        bool passive = governor == 0 && Enumerable.Range(start, i - start).Any(k => _tokens[k].Lower is "was" or "were" or "been" or "is" or "are" or "being");
        bool reduced = verb.IsParticiple && start == i && _tokens[Math.Max(sentence.From, i - 1)].Word is { IsWord: true, Function: false } or { Kind: WordKind.Mark };
        int end = _clauses.End(i, sentence, sentence.To);
        Clauses.Subject subject = _clauses.SubjectOf(governor > 0 ? governor : i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We;
        reduced &= !party;
        end = Enumerable.Range(i + 1, Math.Max(0, end - i - 1)).FirstOrDefault(k => _tokens[k].Lower is "following" && !_tokens[k - 1].Word.Is(Use.Determiner), end);
        bool dated = dates.Exists(d => !d.Target && d.From >= sentence.From && d.To <= end);
        bool mechanism = _names.In(i + 1, end).Any(m => m.Thing.Kind == ThingKind.Mechanism && m.From - i < 22);
        bool thing = Enumerable.Range(i + 1, Math.Max(0, Math.Min(end, i + 16) - i - 1)).Any(k => Gatherings.Contains(_tokens[k].Lower) || (Instruments.Contains(_tokens[k].Lower) && verb.Detail is not "meeting"));
        bool meetingVerb = verb.Detail is "meeting" or "visit" or "exercise";
        bool asObject = verb.Base is "hold" && !(mechanism || thing);
        if (verb.Base is "reach" or "strike" && !passive && !Enumerable.Range(i + 1, Math.Max(0, Math.Min(end, i + 8) - i - 1)).Any(k => _tokens[k].Lower is "agreement" or "agreements" or "understanding" or "deal" or "accord" or "consensus" or "arrangement" or "pact" or "deals"))
        {
            return;
        }

        bool byAgent = reduced && i + 1 < sentence.To && _tokens[i + 1].Lower == "by" && _tokens[Math.Max(sentence.From, i - 1)].Lower is "recently" or "newly" or "jointly" or ",";
        bool meets = meetingVerb && party && MeetsWhom(i, verb, subject, end, sentence);
        bool told = passive || reduced
            ? (dated || byAgent || BetweenParties(i + 1, end) || PlaceIn(i, end, sentence) is not null) && (subject.Kind is Clauses.SubjectKind.Mechanism || SubjectIsThing(subject, i) || passive) && verb.Base is not ("set" or "create" or "elect" or "start" or "kick" or "found")
            : (party || subject.Kind is Clauses.SubjectKind.Mechanism && subject.Who.Count > 0) && !asObject && (mechanism || thing || meets || (dated && verb.Base is not ("set" or "start" or "create" or "kick")) || (meetingVerb && subject.Kind == Clauses.SubjectKind.Party && verb.Base is "meet" or "convene" or "gather"));
        if (!told || (auxiliary.Length > 0 && auxiliary is "will") || (verb.Base == "welcome" && !meets) || (verb.Base is "elevate" or "upgrade" or "expand" or "join" && !dated))
        {
            return;
        }

        if (verb.Base is "meet" && i + 1 < sentence.To && _tokens[i + 1].Lower is "the" or "its" or "their" && !_tokens[i + 1].Word.Capital && !thing && !mechanism)
        {
            return;
        }

        int from = subject.Kind == Clauses.SubjectKind.None ? start : Math.Min(subject.From, start);
        from = WithAntecedent(from, sentence);
        DateMention? lead = dates.FirstOrDefault(d => d.To <= from && d.From >= sentence.From && from - d.To <= 12 && !Clause(d.To, from));
        from = lead is null ? from : Math.Min(from, lead.From);
        spans.Add(new EventSpan(from, end, i, verb.Detail == "meeting" ? "meeting" : verb.Detail, true));

        bool Clause(int a, int b) => Enumerable.Range(a, b - a).Any(k => _tokens[k].Word.Mark(';') || _tokens[k].Lower is "while" or "that" or "which");
    }

    /// <summary>"hosted the prime minister at the White House", "met in Geneva", "met their counterparts": who met whom, or where.</summary>
    private bool MeetsWhom(int i, VerbForm verb, Clauses.Subject subject, int end, Sentence sentence)
    {
        bool people = _names.In(i + 1, Math.Min(end, i + 14)).Any(m => m.Thing.Kind == ThingKind.Person || (m.Thing.Kind == ThingKind.Country && verb.Base is "visit" or "host" or "welcome" && m.From <= i + 3));
        return verb.Base switch
        {
            "lead" or "chair" or "co-chair" or "open" or "address" or "organize" or "organise" => false,
            "meet" or "gather" or "convene" => PlaceIn(i + 1, end, sentence) is not null || people || subject.Who.Count >= 2 || (i + 1 < sentence.To && _tokens[i + 1].Lower is "with" or "in" or "again" or "virtually"),
            "host" or "visit" => people,
            "reach" or "strike" => false,
            "welcome" => people && Enumerable.Range(i + 2, Math.Max(0, Math.Min(end, i + 30) - i - 2)).Any(k => _tokens[k].Lower == "to" && (_names.Starting(k + 1) is { Form: MentionForm.Place or MentionForm.Seat or MentionForm.Name } || PlaceAfter(k + 1, end, false) > 0)),
            _ => false,
        };
    }

    /// <summary>"used the occasion to sign", "met to launch": what the parties came together for, they did.</summary>
    private bool Implied(int i, VerbForm verb, Sentence sentence) => Governor(i, verb, sentence) > 0;

    /// <summary>The verb that an infinitive hangs on, where what it says was done; else 0.</summary>
    private int Governor(int i, VerbForm verb, Sentence sentence)
    {
        if (verb.Tense != Tense.Base || i - 2 <= sentence.From || _tokens[i - 1].Lower != "to" || verb.Detail is not ("signing" or "launch"))
        {
            return 0;
        }

        for (int k = i - 2; k > Math.Max(sentence.From, i - 14); k--)
        {
            if (_tokens[k].Word.Mark(';') || _tokens[k].Word.Mark(','))
            {
                return 0;
            }

            if (_tokens[k].Lower is "used" or "met" or "gathered" or "convened" or "reunited" or "travelled" or "traveled" or "flew")
            {
                return k;
            }
        }

        return 0;
    }

    private static readonly HashSet<string> Steady = new(StringComparer.Ordinal)
    {
        "had", "accounted", "imported", "exported", "spent", "produced", "consumed", "recorded", "registered", "ranked", "totalled", "totaled", "grew", "rose", "fell", "remained", "became", "seemed", "needed", "wanted", "hoped", "expected", "planned", "intended", "relied", "depended",
        "faced", "considered", "believed", "feared", "saw", "used", "supposed", "based", "sought", "aimed", "scheduled", "related", "increased", "decreased", "declined", "amounted", "reported", "located", "called", "named", "titled", "according", "united", "experienced", "suffered", "stood", "lived", "worked", "held",
    };

    /// <summary>"The ministry added 23 items to its list on 23 July": whatever a party did on a stated date took place.</summary>
    private void Dated(int i, Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        Word word = _tokens[i].Word;
        bool known = word.Verb is { Tense: Tense.Past } listed && ((listed.Class & VerbClass.Say) == 0 || (word.Lower == "added" && i + 1 < sentence.To && _tokens[i + 1].Word is { IsWord: true } or { Kind: WordKind.Number } && _tokens[i + 1].Lower != "that"));
        bool regular = word.Verb is null && word is { IsWord: true, Capital: false, Function: false } && word.Lower.Length > 4 && word.Lower.EndsWith("ed", StringComparison.Ordinal) && !word.Lower.EndsWith("eed", StringComparison.Ordinal);
        if ((!known && !regular) || Steady.Contains(word.Lower) || word.Capital || _clauses.Hedged(i, sentence) || _clauses.Quoted(i, sentence) || i == sentence.From || _tokens[i - 1].Word.Is(Use.Determiner) || _tokens[i - 1].Word.Mark('-'))
        {
            return;
        }

        int end = _clauses.End(i, sentence, sentence.To);
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        int start = _clauses.GroupStart(i, sentence);
        bool passive = Enumerable.Range(start, i - start).Any(k => _tokens[k].Lower is "was" or "were" or "been" or "is" or "are" or "being" or "be");
        if (passive && Enumerable.Range(start, i - start).Any(k => _tokens[k].Lower is "is" or "are" or "be"))
        {
            return;
        }

        Mention? begun = i > sentence.From + 1 && _tokens[i - 1].Lower is "which" or "that" ? _names.Ending(i - 1 - (_tokens[i - 2].Word.Mark(',') ? 1 : 0), sentence.From) : null;
        if (begun is { Thing.Kind: ThingKind.Mechanism })
        {
            subject = new Clauses.Subject(Clauses.SubjectKind.Mechanism, begun.From, [.. begun.Thing.Members]);
        }

        bool actor = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Mechanism || (subject.Kind is Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We && subject.Who.Count > 0) || (InForce(i, sentence) && subject.Kind != Clauses.SubjectKind.None);
        DateMention? date = dates.FirstOrDefault(d => !d.Target && (d.On is not null || d.Shift is not null) && ((d.From > i && d.To <= end) || (d.To <= subject.From && subject.From - d.To <= 3 && (d.From == sentence.From || _tokens[d.From - 1].Word.Kind == WordKind.Mark || _tokens[d.From - 1].Word.Is(Use.Adverb | Use.Conjunction)))));
        bool share = Enumerable.Range(i, Math.Max(0, Math.Min(end, i + 14) - i)).Any(k => _tokens[k].Lower is "percent" or "%" or "cent" or "share");
        if (!actor || date is null || share || (passive && !InForce(i, sentence) && subject.Kind != Clauses.SubjectKind.Mechanism) || subject.From >= i || spans.Exists(s => s.Clause && i > s.From && i < s.To && !Separate(s, i)) || Since(date))
        {
            return;
        }

        spans.Add(new EventSpan(date.To <= subject.From ? Math.Min(date.From, subject.From) : subject.From, end, i, InForce(i, sentence) ? "launch" : "other", true));

        bool Separate(EventSpan before, int at) => Enumerable.Range(before.At, at - before.At).Any(k => _tokens[k].Word.Mark(';') || _tokens[k].Lower is "while" or "after" or "before" or "when");
    }

    /// <summary>"since 2022", "from 2019 to 2021": a time that lasts, not when something took place.</summary>
    private bool Since(DateMention date) => Enumerable.Range(date.From, date.To - date.From).Any(k => _tokens[k].Lower is "since") || (date.From > 0 && _tokens[date.From - 1].Lower is "since" or "from" or "between" or "of" or "than" or "until");

    private bool InForce(int i, Sentence sentence) => (_tokens[i].Lower is "entered" or "came" or "went" && i + 2 < sentence.To && _tokens[i + 1].Lower is "into" && _tokens[i + 2].Lower is "force" or "effect" or "operation" or "being")
        || (_tokens[i].Lower == "took" && i + 1 < sentence.To && _tokens[i + 1].Lower == "effect") || _tokens[i].Lower is "expired" or "lapsed";

    /// <summary>"The first joint exercise took place in the gulf in September": a gathering with its date or place.</summary>
    private void TookPlace(int i, Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        int end = _clauses.End(i, sentence, sentence.To);
        bool told = subject.Kind != Clauses.SubjectKind.None && SubjectIsThing(subject, i) && (dates.Exists(d => !d.Target && d.From >= subject.From && d.To <= end) || PlaceIn(i + 1, end, sentence) is not null);
        if (told && !_clauses.Hedged(i, sentence))
        {
            bool exercise = Enumerable.Range(subject.From, i - subject.From).Any(k => _tokens[k].Lower is "exercise" or "exercises" or "drill" or "drills");
            spans.Add(new EventSpan(subject.From, end, i, exercise ? "exercise" : "meeting", true));
        }
    }

    /// <summary>"signed between India and France": the parties to it stand for a date or a place.</summary>
    private bool BetweenParties(int from, int end) => from < end && _tokens[from].Lower == "between" && _parties.AsParties(_names.In(from + 1, end)).Distinct(StringComparer.Ordinal).Count() >= 2;

    /// <summary>"the first meeting, which was held in …": the gathering belongs to what is told of it.</summary>
    private int WithAntecedent(int from, Sentence sentence)
    {
        int head = from - 1;
        if (_tokens[from].Lower is not ("which" or "that") || head <= sentence.From)
        {
            return from;
        }

        head -= _tokens[head].Word.Mark(',') ? 1 : 0;
        return Gatherings.Contains(_tokens[head].Lower) ? NounStart(head, sentence) : from;
    }

    private bool SubjectIsThing(Clauses.Subject subject, int verb) =>
        Enumerable.Range(subject.From, Math.Max(0, verb - subject.From)).Any(k => Gatherings.Contains(_tokens[k].Lower) || Instruments.Contains(_tokens[k].Lower))
        || _names.In(subject.From, verb).Any(m => m.Thing.Kind == ThingKind.Mechanism);

    /// <summary>A meeting, exercise or instrument with a date, a number or a place of its own.</summary>
    private void ByNoun(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From; i < sentence.To; i++)
        {
            bool gathering = Gatherings.Contains(_tokens[i].Lower);
            Mention? m = _names.Starting(i) is { Thing.Kind: ThingKind.Mechanism, Form: not MentionForm.Phrase } named ? named : null;
            bool instrument = Instruments.Contains(_tokens[i].Lower) && (i == sentence.From || !_tokens[i - 1].Word.Is(Use.Determiner));
            if (!gathering && m is null && !instrument)
            {
                continue;
            }

            Mention? around = m ?? _names.Starting(NameStart(i, sentence));
            int from = around is { Thing.Kind: ThingKind.Mechanism } && around.From <= i ? around.From : NounStart(i, sentence);
            int to = Math.Max(i + 1, around is { Thing.Kind: ThingKind.Mechanism } ? around.To : i + 1);
            bool meeting = gathering || (m is not null && Enumerable.Range(m.From, m.To - m.From).Any(k => Gatherings.Contains(_tokens[k].Lower)));
            DateMention? date = dates.FirstOrDefault(d => !d.Target && ((d.From >= to && d.From - to <= 7 && !Broken(to, d.From)) || (d.From >= from - 3 && d.To <= to && d.To > from && around?.Thing.Type != "law")
                || (d.To <= from && from - d.To <= 1 && d.To - d.From <= 2) || (meeting && d.To < from && from - d.To <= 3 && _tokens[d.To].Lower is "by" or "with")))
                ?? (meeting && dates.Count == 1 && !dates[0].Target && dates[0].To <= from && from - dates[0].To <= 5 && !Broken(dates[0].To, from) ? dates[0] : null);
            bool first = Enumerable.Range(Math.Max(sentence.From, from - 2), Math.Max(0, i + 1 - Math.Max(sentence.From, from - 2))).Any(k => _tokens[k].Lower is "inaugural" or "first-ever" || (Ordinal(k) > 0 && meeting && (_tokens[i].Word.Capital || char.IsAsciiDigit(_tokens[k].Word.Text[0]))));
            string? place = meeting ? PlaceIn(i, Math.Min(sentence.To, to + 6), sentence, near: true) : null;
            bool opening = gathering && _tokens[i].Lower is "inauguration" or "launch" or "signing" or "establishment" or "co-signing" or "rollout" && i + 1 < sentence.To && _tokens[i + 1].Lower == "of"
                && _names.In(i + 1, Math.Min(sentence.To, i + 24)).Any(n => n.Thing.Kind is ThingKind.Mechanism or ThingKind.Person);
            bool ahead = Enumerable.Range(Math.Max(sentence.From, from - 3), from - Math.Max(sentence.From, from - 3)).Any(k => _tokens[k].Lower is "ahead" or "before" or "prior" or "towards" or "toward");
            bool told = ahead && opening ? false : opening ? dates.Exists(d => !d.Target && d.From > i && d.From - to < 24) || Welcomed(i, sentence) : meeting ? date is not null || first || place is not null || around is { Thing.Name: var name } && Bilateral(name, around)
                : date is not null && (m is not null ? m.Thing.Type is not ("law" or "multilateral-org") : date.From >= to && _tokens[date.From].Lower == "in") && date.From - to <= (_tokens[i].Lower is "bans" or "measures" or "sanctions" or "controls" or "tariffs" ? 6 : 2) && !InOther(date, around);
            if (!told || Planned(i, sentence))
            {
                continue;
            }

            if (opening)
            {
                to = Math.Max(to, _names.In(i + 1, Math.Min(sentence.To, i + 24)).First(n => n.Thing.Kind is ThingKind.Mechanism or ThingKind.Person).To);
                date = dates.FirstOrDefault(d => !d.Target && d.From >= i && d.From - to <= 6) ?? date;
            }

            to = date is not null ? Math.Max(to, date.To) : to;
            from = date is not null ? Math.Min(from, date.From) : from;
            to = place is not null && PlaceEnd(i, to + 6, sentence) is var end and > 0 ? Math.Max(to, end) : to;
            // "the first meeting of the Ports Council": of what belongs to it.
            if (meeting && to == i + 1 && to + 2 < sentence.To && _tokens[to].Lower == "of" && _names.In(to, Math.Min(sentence.To, to + 14)).FirstOrDefault(n => n.Thing.Kind == ThingKind.Mechanism && n.From <= to + 2) is { } held)
            {
                to = held.To;
            }

            while (from < i && _tokens[from].Word.Kind == WordKind.Mark)
            {
                from++;
            }

            if (to < sentence.To && _tokens[to].Word.Mark(')'))
            {
                to++;
            }

            if (from > sentence.From && _tokens[from - 1].Lower is "the" or "his" or "their" or "its")
            {
                from--;
            }

            bool publication = !meeting && _tokens[i].Lower is "report" or "sheet" or "paper" or "statement" or "fact";
            string sort = around?.Thing.Type ?? "";
            string type = publication ? "publication" : !meeting ? (sort is "agreement" or "treaty" or "mou" && !_tokens[to - 1].Lower.StartsWith("declaration", StringComparison.Ordinal) || _tokens[i].Lower is "treaty" or "agreement" or "accord" or "pact" or "mou" or "memorandum" ? "signing" : "announcement") : _tokens[i].Lower switch
            {
                "summit" or "summits" => "summit",
                "inauguration" or "launch" or "establishment" or "rollout" => "launch",
                "signing" or "co-signing" or "conclusion" => "signing",
                "exercise" or "exercises" or "drills" => "exercise",
                "visit" or "trip" => "visit",
                _ => around?.Thing.Type == "exercise" ? "exercise" : "meeting",
            };
            spans.Add(new EventSpan(from, to, i, type, false));
            i = Math.Max(i, to - 1);
        }

        bool InOther(DateMention date, Mention? around) => _names.In(Math.Max(sentence.From, date.From - 8), Math.Min(sentence.To, date.To + 12))
            .Any(o => o != around && o.Thing.Kind == ThingKind.Mechanism && o.From <= date.To - 1 && o.To >= date.To);

        bool Broken(int a, int b)
        {
            for (int k = a; k < b; k++)
            {
                if (_tokens[k].Word.Mark(';') || (_tokens[k].Word.Mark(',') && k > a) || _tokens[k].Word.Is(Use.Auxiliary) || _tokens[k].Lower is "and" or "that" or "which" || _tokens[k].Word.Mark(')') || _tokens[k].Word.Verb is { Tense: Tense.Past or Tense.Third, IsParticiple: false } || (_tokens[k].Word.Verb is { Tense: Tense.Past } && b - k > 3))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>"welcomed the signing of …", "following the launch of …": spoken of as done.</summary>
    private bool Welcomed(int i, Sentence sentence) => _tokens[i].Lower is "signing" or "co-signing" or "launch" or "establishment" or "conclusion" or "inauguration" && Enumerable.Range(Math.Max(sentence.From, i - 3), Math.Min(3, i - sentence.From))
        .Any(k => _tokens[k].Lower is "welcomed" or "welcome" or "after" or "following" or "through" or "celebrated" or "hailed" or "applauded" or "witnessed" or "marked" or "noted" or "commended");

    /// <summary>"the Biden-Yoon Summit": two names joined before it make it one that took place.</summary>
    private bool Bilateral(string name, Mention around) => name.Length > 0 && around.Form == MentionForm.Name && around.Thing.Type == "dialogue"
        && (_names.In(around.From, around.To).Count(m => m.Thing.Kind == ThingKind.Person) >= 2) && _tokens[around.To - 1].Lower is "summit" or "summits" or "meeting";

    /// <summary>"During a review meeting …", "in their trilateral technology dialogue, the three explored …": a meeting without a date.</summary>
    private void ByDiscussion(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From; i < Math.Min(sentence.To, sentence.From + 14); i++)
        {
            if (!(_tokens[i].Lower is "during" or "at" or "in") || i + 2 >= sentence.To)
            {
                continue;
            }

            int head = -1;
            for (int k = i + 1; k < Math.Min(sentence.To, i + 14) && head < 0; k++)
            {
                head = _tokens[k].Lower is "meeting" or "dialogue" or "summit" or "talks" or "consultations" or "forum" or "convention" or "conference" ? k : -1;
                if (_tokens[k].Word.Mark(','))
                {
                    break;
                }
            }

            if (head < 0)
            {
                continue;
            }

            for (int v = head + 1; v < Math.Min(sentence.To, head + 40); v++)
            {
                bool acted = _tokens[v].Word.Verb is { Tense: Tense.Past } verb && (verb.Class & (VerbClass.Discuss | VerbClass.Commit | VerbClass.Event | VerbClass.Action)) != 0 || _tokens[v].Lower is "saw" or "convened" or "re-emphasized" or "reemphasized";
                if (acted && !_clauses.Hedged(v, sentence) && _clauses.SubjectOf(v, sentence) is { Kind: Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Other } subject
                    && (subject.Kind != Clauses.SubjectKind.Other || _tokens[v].Lower == "saw"))
                {
                    DateMention? lead = dates.FirstOrDefault(d => d.To <= i && d.From >= sentence.From);
                    spans.Add(new EventSpan(lead?.From ?? i, _clauses.End(v, sentence, sentence.To), head, "meeting", true));
                    return;
                }
            }
        }
    }

    /// <summary>"the envoy said on Wednesday (August 28, 2024)", "the advisor remarked earlier this year": words with a date of their own.</summary>
    private void ByStatement(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From; i < sentence.To; i++)
        {
            bool says = _tokens[i].Word.Verb is { Tense: Tense.Past } saying && (saying.Class & VerbClass.Say) != 0;
            if (says && dates.FirstOrDefault(d => !d.Target && d.On is not null && d.From == sentence.From) is { } lead && _clauses.SubjectOf(i, sentence) is { Kind: Clauses.SubjectKind.Party } speaker && speaker.From > lead.To - 1
                && speaker.From - lead.To <= 3 && _names.In(lead.To, i).Any(m => m.Thing.Kind is ThingKind.Person or ThingKind.Body) && !spans.Exists(s => s.From <= lead.From && s.To > i))
            {
                spans.Add(new EventSpan(lead.From, _clauses.End(i, sentence, sentence.To), i, "announcement", true));
                return;
            }

            if (_tokens[i].Word.Verb is { Tense: Tense.Past } verb && ((verb.Class & VerbClass.Say) != 0 || verb.Base is "announce" or "declare") && dates.FirstOrDefault(d => !d.Target && d.From > i && d.From - i <= 6) is { } date
                && _clauses.SubjectOf(i, sentence) is { Kind: not Clauses.SubjectKind.None } subject && _names.In(subject.From, i).Any(m => m.Thing.Kind is ThingKind.Person or ThingKind.Body))
            {
                spans.Add(new EventSpan(subject.From, date.To + (date.To < sentence.To && _tokens[date.To].Word.Mark(')') ? 1 : 0), i, "announcement", true));
            }
        }
    }

    /// <summary>"In May 2022, the partners' framework drew attention …": a date that leads a sentence about a mechanism dates what the sentence tells.</summary>
    private void ByLead(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        DateMention? lead = dates.FirstOrDefault(d => !d.Target && d.On is { Month: > 0 } && d.From - sentence.From <= 2);
        if (lead is null || lead.To >= sentence.To || spans.Exists(s => s.From <= lead.From && s.To >= lead.To))
        {
            return;
        }

        int verb = Enumerable.Range(lead.To, sentence.To - lead.To).FirstOrDefault(k => _tokens[k].Word.Verb is { Tense: Tense.Past } || _tokens[k].Lower is "drew" or "saw" or "became", -1);
        if (verb > 0 && _names.In(lead.To, sentence.To).Any(m => m.Thing.Kind == ThingKind.Mechanism))
        {
            bool signing = Enumerable.Range(lead.To, verb - lead.To).Any(k => _tokens[k].Lower is "signing" or "co-signing");
            spans.Add(new EventSpan(lead.From, _clauses.End(verb, sentence, sentence.To), verb, signing ? "signing" : "announcement", true));
        }
    }

    private int NameStart(int i, Sentence sentence)
    {
        for (int k = i; k >= sentence.From && i - k < 16; k--)
        {
            if (_names.Starting(k) is { Thing.Kind: ThingKind.Mechanism } m && m.To > i)
            {
                return k;
            }
        }

        return i;
    }

    private int NounStart(int i, Sentence sentence)
    {
        int from = i;
        while (from > sentence.From && i - from < 8)
        {
            Word word = _tokens[from - 1].Word;
            bool part = word.IsWord && !word.Function && !word.Is(Use.Auxiliary) && (word.Verb is null || word.Capital || word.Verb.Tense == Tense.Base) || word.Kind == WordKind.Number || word.Mark('-') || word.Mark('–');
            if (!part)
            {
                break;
            }

            from--;
        }

        return from;
    }

    private bool Planned(int i, Sentence sentence)
    {
        for (int k = Math.Max(sentence.From, i - 6); k < Math.Min(sentence.To, i + 6); k++)
        {
            if (_tokens[k].Lower is "upcoming" or "planned" or "future" or "should" or "proposed" || (_tokens[k].Lower == "next" && k < i && _tokens[k + 1].Lower is not ("-" or "generation" or "generational")))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A stretch of a sentence that tells of an event.</summary>
/// <param name="From">First token.</param>
/// <param name="To">One past the last token.</param>
/// <param name="At">The verb or noun that says so.</param>
/// <param name="Type">Which sort of event.</param>
/// <param name="Clause">Whether it is a clause with a verb, which takes in nouns that stand inside it.</param>
internal sealed record EventSpan(int From, int To, int At, string Type, bool Clause);
