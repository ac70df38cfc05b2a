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
        "convention", "visit", "inauguration", "workshop", "workshops", "seminar", "hackathon", "expo", "round", "rounds", "consultative", "negotiations", "gathering", "reception", "dialog", "trilogue", "retreat", "wargame", "simulation", "briefing", "trip", "launch", "signing", "establishment", "address", "speech", "ceremony", "session", "rollout", "co-signing", "conclusion", "dialogues", "release", "event", "demonstration", "demonstrations", "videoconference", "teleconference", "patrol", "drill", "tour", "edition", "ministerial",
    };

    /// <summary>Whether the token is a noun of meeting; a "call" only where a word before it says what sort of call.</summary>
    private bool Gathers(int i) => (Gatherings.Contains(_tokens[i].Lower) && !(_tokens[i].Lower is "round" or "rounds" && i + 2 < _tokens.Count && _tokens[i + 1].Lower == "of" && _tokens[i + 2].Lower is "funding" or "grants" or "awards" or "investment" or "sanctions" or "tariffs" or "applications" or "cuts")) || (_tokens[i].Lower is "call" or "calls" && i > 0 && _tokens[i - 1].Lower is "video" or "phone" or "telephone" or "conference" or "trilateral" or "virtual");

    private static readonly HashSet<string> Instruments = new(StringComparer.Ordinal)
    {
        "treaty", "agreement", "declaration", "accord", "pact", "statement", "memorandum", "mou", "strategy", "roadmap", "plan", "policy", "framework", "initiative", "partnership", "report", "paper", "sheet", "fact",
        "act", "law", "charter", "protocol", "contract", "deal", "vision", "fund", "programme", "program", "bans", "controls", "measures", "sanctions", "decision", "plans", "summit", "alliance", "group", "ban", "plant", "facility", "factory", "hub", "project", "understanding", "arrangement", "compact", "convention", "mechanism", "council", "committee", "task", "network", "center", "centre", "guidelines", "principles", "rules", "communique", "communiqué", "package", "instrument", "platform", "forum", "dialogue", "programme", "consortium", "corridor", "laboratory", "pacts", "agreements", "roadmaps", "letter", "letters", "declarations", "mous", "memoranda", "contracts", "accords", "initiatives", "readout", "notes",
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

        ByPhrase(sentence, dates, spans);
        ByGap(sentence, dates, spans);
        ByPaper(sentence, dates, spans);
        ByOccasion(sentence, dates, spans);
        BySince(sentence, dates, spans);
        ByAnniversary(sentence, dates, spans);
        ByIncident(sentence, dates, spans);
        ByStatement(sentence, dates, spans);
        ByNoun(sentence, dates, spans);
        ByDeed(sentence, dates, spans);
        ByLead(sentence, dates, spans);
        ByDiscussion(sentence, dates, spans);
        ByHappening(sentence, dates, spans);
        if (sentence.Zone == ZoneKind.Caption && spans.Count == 0 && dates.Exists(d => d.On is { Day: > 0 }) && Enumerable.Range(sentence.From, sentence.To - sentence.From).Any(Gathers))
        {
            spans.Add(new EventSpan(sentence.From, sentence.To, sentence.From, "meeting", true));
        }

        foreach (EventSpan span in spans.OrderBy(s => s.From).ThenBy(s => s.To))
        {
            Tell(span, sentence, dates, spans, told);
        }
    }
}

/// <summary>A stretch of a sentence that tells of an event.</summary>
/// <param name="From">First token.</param>
/// <param name="To">One past the last token.</param>
/// <param name="At">The verb or noun that says so.</param>
/// <param name="Type">Which sort of event.</param>
/// <param name="Clause">Whether it is a clause with a verb, which takes in nouns that stand inside it.</param>
internal sealed record EventSpan(int From, int To, int At, string Type, bool Clause);
