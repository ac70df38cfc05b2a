using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Subjects that are lists of names or groups: "Japan and India", "the three countries", "leaders of the two nations".</content>
internal sealed partial class Clauses
{
    private Subject FromMention(Mention last, Sentence sentence)
    {
        int from = OfficeStart(last);
        var who = new List<Mention> { last };
        int i = from - 1;
        while (i >= sentence.From)
        {
            Word word = _tokens[i].Word;
            if (word.Mark(')'))
            {
                i = Back(i, '(', sentence) - 1;
                continue;
            }

            // "President Diego Rojas of Chile": the country is the person's.
            if (word.Lower == "of" && i - 1 >= sentence.From && EndingAt(i - 1, sentence) is { Thing.Kind: ThingKind.Person } citizen)
            {
                who.Add(citizen);
                from = OfficeStart(citizen);
                i = from - 1;
                continue;
            }

            bool link = word.Mark(',') || word.Lower is "and" or "the" or "both" or "&" || word.Kind == WordKind.Possessive || word.Mark('-') || word.Mark('–');
            Mention? m = EndingAt(i, sentence);
            if (m is not null && m.Thing.Kind is not ThingKind.Mechanism)
            {
                bool aside = m.From > sentence.From && _tokens[m.From - 1].Lower is "in" or "at" or "on" or "from" && _tokens[i + 1].Word.Mark(',');
                if (aside && !(m.From - 2 >= sentence.From && _tokens[m.From - 1].Lower == "from" && Members(m.From - 2)))
                {
                    break;
                }

                who.Add(m);
                from = OfficeStart(m);
                i = from - 1;
            }
            else if (link)
            {
                bool both = word.Lower == "both" || word.Lower == "the";
                from = both ? i : from;
                i--;
            }
            else if (word.IsWord && (word.Capital || word.Head is { Class: HeadClass.Title }) && !word.Function && who[^1].Thing.Kind == ThingKind.Person)
            {
                from = i;
                i--;
            }
            else
            {
                break;
            }
        }

        // "Talks between Peru and Chile": what is between them acts, and is theirs.
        if (from - 2 >= sentence.From && _tokens[from - 1].Lower == "between")
        {
            return new Subject(SubjectKind.Other, Plain(from - 2, sentence).From, [.. parties.AsParties(who).Distinct(StringComparer.Ordinal)]);
        }

        // "The memorandum signed by Peru and Chile aims …": what they signed.
        if (from - 3 >= sentence.From && _tokens[from - 1].Lower == "by" && _tokens[from - 2].Word.Verb is { IsParticiple: true } && !_tokens[from - 3].Word.Is(Use.Auxiliary) && !_tokens[from - 3].Word.Mark(','))
        {
            return new Subject(SubjectKind.Other, Plain(from - 3, sentence).From, [.. parties.AsParties(who).Distinct(StringComparer.Ordinal)]);
        }

        if (Owned(from, sentence) is { } holder && last.Thing.Kind is ThingKind.Country)
        {
            return new Subject(SubjectKind.Other, holder, [.. parties.AsParties(who).Distinct(StringComparer.Ordinal)]);
        }

        from = last.Thing.Kind == ThingKind.Mechanism ? WithRound(from, sentence) : WithHolders(from, sentence);
        SubjectKind kind = last.Thing.Kind == ThingKind.Mechanism ? SubjectKind.Mechanism : SubjectKind.Party;
        string[] inName = kind == SubjectKind.Mechanism ? [.. names.In(last.From, last.To).Where(m => m.Thing.Kind == ThingKind.Country).Select(m => m.Thing.Canonical).Distinct(StringComparer.Ordinal)] : [];
        List<string> parts = inName.Length >= 2 ? [.. inName] : kind == SubjectKind.Mechanism
            ? [.. Standing(last)]
            : [.. parties.AsParties(who, acting: true).Distinct(StringComparer.Ordinal)];
        if (kind == SubjectKind.Party && parts.Count == 0 && who.Count >= 2 && who.TrueForAll(w => w.Thing.Kind == ThingKind.Person))
        {
            parts = [.. parties.Before(from, who.Count)];
            parts = parts.Count == 0 ? [.. parties.Usual(who.Count)] : parts;
        }

        if (kind == SubjectKind.Party && parts.Count < who.Count(w => w.Thing.Kind == ThingKind.Person) && parts.Count == 1)
        {
            // One of two people has no stated country: the pair spoken of last has both.
            string[] pair = parties.Before(last.From, 2);
            parts = pair.Contains(parts[0], StringComparer.Ordinal) ? [.. pair] : parts;
        }

        return new Subject(kind, from, parts);
    }

    /// <summary>A mechanism's members; itself where they are not told and it is well known or a standing body.</summary>
    private IReadOnlyList<string> Standing(Mention mechanism) => mechanism.Thing.Members.Count > 1 ? [.. mechanism.Thing.Members]
        : mechanism.Thing.WellKnown || _tokens[mechanism.To - 1].Lower is "council" or "network" or "board" or "committee" or "commission" or "secretariat" ? [mechanism.Thing.Canonical] : [];

    /// <summary>A person's office stands before the name and belongs to it.</summary>
    private int OfficeStart(Mention m) => m.Thing.Kind == ThingKind.Person && Starts.TryGetValue(m.From, out int from) ? from : m.From;

    private Dictionary<int, int> Starts => _starts ??= names.Offices.Where(o => o.Shape == OfficeShape.Before && o.OfficeFrom < o.NameFrom && o.NameFrom - o.OfficeTo < 3).GroupBy(o => o.NameFrom).ToDictionary(g => g.Key, g => g.First().OfficeFrom);

    private Dictionary<int, int>? _starts;

    /// <summary>"the first round of the India-Japan Dialogue": what is held belongs to the mechanism.</summary>
    private int WithRound(int from, Sentence sentence)
    {
        int of = from - 1;
        of -= of > sentence.From && _tokens[of].Word.Is(Use.Determiner) ? 1 : 0;
        if (of - 1 < sentence.From || _tokens[of].Lower != "of" || _tokens[of - 1].Lower is not ("meeting" or "round" or "session" or "edition" or "summit" or "dialogue" or "conference" or "iteration"))
        {
            return from;
        }

        int start = of - 1;
        while (start > sentence.From && of - start < 6 && _tokens[start - 1].Word is { IsWord: true, Verb: null } or { Kind: WordKind.Number } && !_tokens[start - 1].Word.Is(Use.Preposition | Use.Conjunction))
        {
            start--;
        }

        return start;
    }

    /// <summary>"the private sector of Norway", "the economy of Japan": what belongs to a country is not the country. First token of it.</summary>
    private int? Owned(int from, Sentence sentence)
    {
        int noun = from - 2;
        if (noun < sentence.From || _tokens[from - 1].Lower != "of" || _tokens[noun].Word is not { IsWord: true, Function: false, Capital: false, Verb: null } word
            || Members(noun) || word.Head is not null || word.Lower is "capital" or "state" or "people" or "part" || names.Covering(noun) is not null)
        {
            return null;
        }

        int start = noun;
        while (start > sentence.From && noun - start < 6 && _tokens[start - 1].Word is { IsWord: true, Verb: null } before && (before.Is(Use.Determiner) || !before.Function))
        {
            start--;
        }

        return start;
    }

    /// <summary>"the leaders of Japan, Korea and the United States": who acts for the parties belongs to the subject.</summary>
    private int WithHolders(int from, Sentence sentence)
    {
        int link = from - 1;
        if (link - 1 < sentence.From || _tokens[link].Lower is not ("of" or "from") || !Members(link - 1))
        {
            return from;
        }

        int start = link - 1;
        while (start > sentence.From && link - start < 9)
        {
            Word word = _tokens[start - 1].Word;
            bool goes = word.Is(Use.GroupNoun | Use.Modifier | Use.StopName) || word.Head is { Class: HeadClass.Title } || Members(start - 1) || word.Lower is "and" or "the" or "all" or "four" or "three" or "two" or "five" or "both" || word.Mark('-') || word.Kind == WordKind.Number || (word.IsWord && !word.Function && word.Verb is null && word.Capital);
            if (!goes)
            {
                break;
            }

            start--;
        }

        while (start < link - 1 && _tokens[start].Lower == "and")
        {
            start++;
        }

        return start;
    }

    /// <summary>A plural noun of those who act for others: leaders, officials, delegates.</summary>
    private bool Members(int i) => _tokens[i].Word.Is(Use.GroupNoun) || _tokens[i].Lower is "scholars" or "experts" or "delegates" or "representatives" or "envoys" or "advisors" or "advisers" or "secretaries" or "executives" or "companies" or "delegations" or "negotiators" or "diplomats" or "heads" or "councils" or "ministries" or "banks" or "navies" or "regulators" or "agencies" or "universities" or "academies" or "coastguards" or "armies" or "firms" or "lawmakers" or "researchers" or "neighbours" or "neighbors" or "chiefs";

    /// <summary>"the two countries", "the US government", "leaders of the three nations", "the trilateral group".</summary>
    private Subject FromGroup(int i, Sentence sentence)
    {
        int from = i, size = 0;
        var owners = new List<Mention>();
        bool other = false;
        while (from > sentence.From && i - from < 9)
        {
            Word word = _tokens[from - 1].Word;
            Mention? m = EndingAt(from - 1, sentence);
            if (m is not null && m.Form != MentionForm.Phrase)
            {
                owners.Add(m);
                from = m.From;
                continue;
            }

            size = size == 0 ? (word.Lower == "and" && _tokens[i].Lower is "administrations" or "governments" ? 2 : SizeOf(word.Lower)) : size;
            other |= word.Lower is "other" or "many" or "some" or "several" or "like-minded" or "likeminded" or "recipient" or "each" or "every" or "senior";
            bool goes = word.Is(Use.Determiner) || word.Is(Use.Modifier) || word.Is(Use.GroupNoun) || SizeOf(word.Lower) > 0 || word.Lower is "of" or "and" or "other" or "like-minded" or "likeminded" or "private" or "public" or "s" or "respective" or "allied" or "partner" or "company"
                || word.Kind == WordKind.Possessive || (word.Kind == WordKind.Mark && word.Text[0] is '-' or '–') || word.Kind == WordKind.Number || (word.IsWord && word.Capital && !word.Function && !word.Is(Use.Month | Use.Weekday));
            if (!goes || (word.Lower is "this" or "that" && _tokens[from].Word.Is(Use.Determiner)))
            {
                break;
            }

            from--;
        }

        IReadOnlyList<string> who = [.. parties.AsParties(owners).Distinct(StringComparer.Ordinal)];
        if (who.Count == 0 && owners.FirstOrDefault(o => o.Thing.Kind == ThingKind.Mechanism) is { } mechanism)
        {
            who = mechanism.Thing.Members.Count > 0 ? [.. mechanism.Thing.Members] : [mechanism.Thing.Canonical];
        }

        if (who.Count == 0 && (!other || _tokens[from].Lower is "each" or "every"))
        {
            string noun = _tokens[i].Lower;
            if (Enumerable.Range(from, i - from).Any(k => _tokens[k].Lower == "its") && names.In(Math.Max(0, from - 45), from).LastOrDefault(m => m.Form is MentionForm.Name or MentionForm.Seat && m.Thing.Kind is not ThingKind.Person) is { } owner)
            {
                // "its cabinet", "its leaders": of the one named last.
                return new Subject(SubjectKind.Group, from, owner.Thing.Kind == ThingKind.Mechanism ? Standing(owner) : [.. parties.AsParties([owner])]);
            }

            if (_met is { } met && met.At < i && i - met.At < Recent * 2 && (size == 0 || size == met.Who.Count) && _tokens[i].Word.Is(Use.GroupNoun) && !(parties.OneSetLeads && size == 0 && i - met.At > Recent / 2))
            {
                return new Subject(SubjectKind.Group, from, met.Who);
            }

            bool states = noun is "countries" or "nations" or "powers" or "partners" or "capitals" or "democracies";
            who = states && size == 0 && parties.OneSetLeads ? parties.Usual() : noun is "alliance" or "partnership" or "trilateral" or "group" && size == 0 ? parties.Before(from, 0) : parties.Before(from, size);
        }

        return new Subject(SubjectKind.Group, from, who);
    }

    private static int SizeOf(string word) => word switch
    {
        "two" or "both" or "bilateral" => 2,
        "three" or "trilateral" or "tripartite" or "trio" => 3,
        "four" or "quadrilateral" => 4,
        _ => 0,
    };

    private Subject None(int at) => new(SubjectKind.None, at, []);

    private Mention? EndingAt(int i, Sentence sentence) => names.Ending(i + 1, sentence.From);

    private bool EndsNoun(int i) => names.Ending(i + 1, Math.Max(0, i - 12)) is not null || (_tokens[i].Word is { IsWord: true, Function: false } word && word.Verb is null or { Tense: Tense.Base });

    private bool ListComma(int comma, Sentence sentence)
    {
        int next = comma + 1;
        while (next < sentence.To && _tokens[next].Lower is "and" or "the")
        {
            next++;
        }

        // "Jane Doe, Norway's prime minister,": an office, not the next of a list.
        return names.Starting(next) is { Thing.Kind: ThingKind.Country or ThingKind.Body or ThingKind.Person } name && !(name.To < sentence.To && _tokens[name.To].Word.Kind == WordKind.Possessive);
    }
}
