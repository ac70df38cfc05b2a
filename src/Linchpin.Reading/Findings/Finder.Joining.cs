using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Joining, policy measures, and meetings appointed: what parties do by themselves that others may count on.</content>
internal sealed partial class Finder
{
    /// <summary>"put their names to the principles", "became the ninth member of …", "which joined in 2021 as the fifth signatory".</summary>
    private Promise? JoinedAt(int i, Sentence sentence)
    {
        if (!Joins(i, sentence) || _clauses.Hedged(i, sentence))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.We or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun;
        int end = _clauses.End(i, sentence, sentence.To);
        end = _tokens[i - 1].Lower is "which" or "who" ? Enumerable.Range(i, end - i).FirstOrDefault(k => _tokens[k].Word.Mark(','), end) : end;
        return party ? new Promise(subject.From, end, i, "signed", subject.Who, true, true) : null;
    }

    /// <summary>Whether the verb says that its subject became one of those who signed, by words that are no list of names.</summary>
    private bool Joins(int i, Sentence sentence)
    {
        string Word(int k) => k < sentence.To ? _tokens[k].Lower : "";
        return _tokens[i].Lower switch
        {
            "put" => Word(i + 1) is "its" or "their" or "his" or "her" && Word(i + 2) is "name" or "names" or "signature" or "signatures",
            "became" or "become" or "becomes" => Enumerable.Range(i + 1, Math.Max(0, Math.Min(8, sentence.To - i - 1))).Any(k => Word(k) is "member" or "members" or "signatory" or "signatories" or "participant" or "party" && Word(k + 1) is "of" or "to" or "in"
                || Word(k) is "country" or "state" or "nation" or "government" or "economy" or "partner" && Word(k + 1) == "to" && Word(k + 2) is "sign" or "join" or "ratify" or "endorse" or "adopt" or "accede"),
            "joined" or "signed" => Enumerable.Range(i + 1, Math.Max(0, Math.Min(8, sentence.To - i - 1))).Any(k => Word(k) == "as" && Word(k + 1) is "a" or "an" or "the" or "its" && Enumerable.Range(k + 2, 3).Any(n => Word(n) is "member" or "signatory" or "partner" or "participant" or "observer")),
            _ => false,
        };
    }

    /// <summary>Past verbs of governments that set or change rules and duties.</summary>
    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal)
        { "implemented", "granted", "imposed", "lifted", "tightened", "eased", "relaxed", "waived", "restricted", "banned", "prohibited", "widened", "adopted", "introduced", "enacted", "issued", "suspended", "scrapped", "abolished", "raised", "cut", "approved", "linked", "added", "exempted", "removed", "doubled", "tripled", "increased" };

    /// <summary>What such verbs set or change.</summary>
    private static readonly HashSet<string> RuledBy = new(StringComparer.Ordinal)
        { "controls", "control", "exemption", "exemptions", "licence", "licences", "license", "licenses", "waiver", "waivers", "ban", "bans", "restriction", "restrictions", "tariff", "tariffs", "quota", "quotas", "duties", "duty", "rules", "regulation", "regulations", "requirement", "requirements", "list", "lists", "moratorium", "embargo", "subsidies", "subsidy", "sanctions", "exports", "imports", "law", "laws", "visa", "visas", "share", "systems", "barriers", "standards", "contribution", "contributions", "aid", "funding", "pledge" };

    /// <summary>"Japan implemented export controls", "Chile granted exemptions to …", "the ministry added 14 items to its list": a measure of one government.</summary>
    private Promise? MeasureAt(int i, Sentence sentence)
    {
        if (!Rules.Contains(_tokens[i].Lower) || i == sentence.From || _tokens[i - 1].Word.Is(Use.Determiner | Use.Preposition) || _clauses.Hedged(i, sentence) || _clauses.Quoted(i, sentence) || (i + 1 < sentence.To && _tokens[i + 1].Lower is "by" or "that"))
        {
            return null;
        }

        int start = _clauses.GroupStart(i, sentence);
        bool passive = Enumerable.Range(start, i - start).Any(k => _tokens[k].Lower is "was" or "were" or "been" or "is" or "are" or "being");
        int end = _clauses.End(i, sentence, sentence.To);
        bool ruled = Enumerable.Range(i + 1, Math.Max(0, Math.Min(end, i + 10) - i - 1)).TakeWhile(k => !(_tokens[k].Word.Mark(',') || _tokens[k].Word.Verb is { Tense: Tense.Past })).Any(k => RuledBy.Contains(_tokens[k].Lower));
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        int link = subject.From - 1 - (subject.From > sentence.From && _tokens[subject.From - 1].Word.Is(Use.Determiner) ? 1 : 0);
        bool beside = link >= sentence.From && _tokens[link].Lower is "when" or "while" or "because" or "since" or "after" or "as" or "although" or "though" or "before" or "until";
        bool governs = !beside && subject.Who.Count > 0 && subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun;
        return governs && ruled && !passive ? new Promise(subject.From, end, i, "done", subject.Who, true, true) : null;
    }

    /// <summary>"The next council is planned for 2026 in Suva": a meeting that has been appointed.</summary>
    private Promise? AppointedAt(int i, Sentence sentence)
    {
        bool passive = _tokens[_clauses.GroupStart(i, sentence)].Lower is "is" or "are";
        bool when = i + 2 < sentence.To && _tokens[i + 1].Lower is "for" or "in" or "on" && (_tokens[i + 2].Word.Kind == WordKind.Number || _tokens[i + 2].Word.Is(Use.Month | Use.Weekday) || _tokens[i + 2].Lower is "the" or "early" or "late" or "next" or "later" or "mid" or "spring" or "autumn" or "summer" or "winter");
        if (!passive || !when || Advises || _clauses.Hedged(i, sentence))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        return subject.Kind != Clauses.SubjectKind.None && Appointable(subject.From, i)
            ? new Promise(subject.From, _clauses.End(i, sentence, sentence.To), i, "intended", subject.Who.Count >= 2 ? subject.Who : _clauses.Present(i), true, true) : null;
    }

    /// <summary>Whether the subject is the next meeting or the next round of something.</summary>
    private bool Appointable(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(k => Gathers(k) || _tokens[k].Lower is "council" or "edition" || _names.Starting(k) is { Thing: { Kind: ThingKind.Mechanism, Type: "dialogue" or "exercise" or "minilateral" } });

    /// <summary>The noun that a subject turns on: "projects" in "New projects on soil sensors".</summary>
    private int HeadOf(int from, int to)
    {
        int head = from;
        for (int k = from; k < to && !(k > from && (_tokens[k].Word.Is(Use.Preposition | Use.Auxiliary) || _tokens[k].Word.Mark(',') || _tokens[k].Lower is "which" or "that")); k++)
        {
            head = _tokens[k].Word.IsWord && !_tokens[k].Word.Is(Use.Adverb) ? k : head;
        }

        return head;
    }

    /// <summary>Whether the subject is a council, network or board, which binds itself.</summary>
    private bool StandingBody(int from, int to) => _names.In(from, to).Any(m => m.Thing.Kind == ThingKind.Mechanism && _tokens[m.To - 1].Lower is "council" or "network" or "board" or "committee" or "commission" or "group" or "forum" or "alliance" or "organisation" or "organization" or "quad" or "bloc" or "dialogue" or "partnership");
}
