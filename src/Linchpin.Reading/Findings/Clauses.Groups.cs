using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Subjects that are lists of names or groups: "Japan and India", "the three countries", "leaders of the two nations".</content>
internal sealed partial class Clauses
{
    private Subject FromMention(Mention last, Sentence sentence)
    {
        int from = last.From;
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

            bool link = word.Mark(',') || word.Lower is "and" or "the" or "both" or "&" || word.Kind == WordKind.Possessive || word.Mark('-') || word.Mark('–');
            Mention? m = EndingAt(i, sentence);
            if (m is not null && m.Thing.Kind is not ThingKind.Mechanism)
            {
                if (m.From > sentence.From && _tokens[m.From - 1].Lower is "in" or "at" or "on" or "from" && _tokens[i + 1].Word.Mark(','))
                {
                    break;
                }

                who.Add(m);
                from = m.From;
                i = m.From - 1;
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

        SubjectKind kind = last.Thing.Kind == ThingKind.Mechanism ? SubjectKind.Mechanism : SubjectKind.Party;
        List<string> parts = kind == SubjectKind.Mechanism
            ? [.. last.Thing.Members]
            : [.. parties.AsParties(who).Distinct(StringComparer.Ordinal)];
        if (kind == SubjectKind.Party && parts.Count < who.Count(w => w.Thing.Kind == ThingKind.Person) && parts.Count == 1)
        {
            // One of two people has no stated country: the pair spoken of last has both.
            string[] pair = parties.Before(last.From, 2);
            parts = pair.Contains(parts[0], StringComparer.Ordinal) ? [.. pair] : parts;
        }

        return new Subject(kind, from, parts);
    }

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
                || word.Kind == WordKind.Possessive || (word.Kind == WordKind.Mark && word.Text[0] is '-' or '–') || word.Kind == WordKind.Number || (word.IsWord && word.Capital && !word.Function);
            if (!goes)
            {
                break;
            }

            from--;
        }

        IReadOnlyList<string> who = [.. parties.AsParties(owners).Distinct(StringComparer.Ordinal)];
        if (who.Count == 0 && owners.FirstOrDefault(o => o.Thing.Kind == ThingKind.Mechanism) is { } mechanism)
        {
            who = [.. mechanism.Thing.Members];
        }

        if (who.Count == 0 && (!other || _tokens[from].Lower is "each" or "every"))
        {
            string noun = _tokens[i].Lower;
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

        return names.Starting(next) is { Thing.Kind: ThingKind.Country or ThingKind.Body or ThingKind.Person };
    }
}
