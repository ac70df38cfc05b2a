using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <summary>The grammar of clauses that findings need: where a clause begins and ends, who its subject is, what is quoted, hedged or denied.</summary>
internal sealed class Clauses(Page page, Names names, Parties parties)
{
    private readonly List<Token> _tokens = page.Tokens;

    /// <summary>The subject of a verb.</summary>
    /// <param name="Kind">What sort of thing it is.</param>
    /// <param name="From">First token of it.</param>
    /// <param name="Who">The parties it names or stands for.</param>
    internal sealed record Subject(SubjectKind Kind, int From, IReadOnlyList<string> Who);

    internal enum SubjectKind : byte
    {
        None,
        Party,
        Group,
        Pronoun,
        We,
        Mechanism,
        Other,
    }

    /// <summary>First token of the verb group that the verb belongs to: auxiliaries and adverbs before it.</summary>
    internal int GroupStart(int verb, Sentence sentence)
    {
        int i = verb;
        while (i > sentence.From && (_tokens[i - 1].Word.Is(Use.Auxiliary) || _tokens[i - 1].Word.Is(Use.Negation) || IsAdverb(i - 1)))
        {
            i--;
        }

        return i;
    }

    private bool IsAdverb(int i) => _tokens[i].Word.Is(Use.Adverb) || (_tokens[i].Word is { IsWord: true, Capital: false } word && word.Lower.Length > 4 && word.Lower.EndsWith("ly", StringComparison.Ordinal) && word.Lower is not ("ally" or "italy" or "family" or "supply" or "early"));

    /// <summary>Who does it: the nearest noun before the verb group that is not inside a bracket, a pair of dashes, or a prepositional phrase.</summary>
    internal Subject SubjectOf(int verb, Sentence sentence)
    {
        int i = GroupStart(verb, sentence) - 1;
        bool comma = false;
        for (int steps = 0; i >= sentence.From && steps < 60; steps++)
        {
            Word word = _tokens[i].Word;
            if (word.Mark(')'))
            {
                i = Back(i, '(', sentence) - 1;
                continue;
            }

            if (word.Mark('—') || word.Mark('–'))
            {
                int open = BackDash(i, sentence);
                if (open < 0)
                {
                    return None(i + 1);
                }

                i = open - 1;
                continue;
            }

            if (word.Mark(','))
            {
                if (comma)
                {
                    return None(i + 1);
                }

                // A comma right before the verb closes an aside, or is a slip: the subject stands before both.
                int aside = i - 1;
                while (aside > sentence.From && !_tokens[aside].Word.Mark(',') && i - aside < 45)
                {
                    aside--;
                }

                bool opened = aside > sentence.From && _tokens[aside].Word.Mark(',') && EndsNoun(aside - 1) && !ListComma(aside, sentence);
                comma = true;
                i = opened ? aside - 1 : i - 1;
                continue;
            }

            if (word.Kind is WordKind.Mark && word.Text[0] is '”' or '"' or '’' or '“')
            {
                i--;
                continue;
            }

            if (word.Kind is WordKind.Mark or WordKind.Url)
            {
                return None(i + 1);
            }

            Mention? m = EndingAt(i, sentence);
            bool bare = m is { Form: MentionForm.Phrase } && m.To - m.From <= 2 && word.Lower is "alliance" or "partnership" or "group";
            if (m is not null && m.Form != MentionForm.Demonym && !bare)
            {
                int before = m.From - 1;
                if (before >= sentence.From && _tokens[before].Word.Is(Use.Determiner))
                {
                    before--;
                }

                // "the Yoon administration through the policy has …", but not "the leaders of India and Japan have …"
                if (before > sentence.From && _tokens[before].Lower is "through" or "with" or "in" or "on" or "under" or "alongside" or "at" or "for" or "to" or "within" or "during" && m.Thing.Kind is not ThingKind.Person)
                {
                    i = before - 1;
                    continue;
                }

                return FromMention(m, sentence);
            }

            if (word.Lower is "they" or "both")
            {
                return new Subject(SubjectKind.Pronoun, i, parties.Before(i, word.Lower == "both" ? 2 : 0));
            }

            if (word.Lower is "we")
            {
                return new Subject(SubjectKind.We, i, parties.Before(i, 0));
            }

            if (word.Lower is "it")
            {
                Mention? country = names.In(Math.Max(0, sentence.From - 40), i).LastOrDefault(c => c.Thing.Kind is ThingKind.Country or ThingKind.Body && c.Form is MentionForm.Name or MentionForm.Seat);
                return new Subject(SubjectKind.Pronoun, i, country is null ? [] : [.. parties.AsParties([country])]);
            }

            if (word.Is(Use.GroupNoun) || word.Lower is "trio" or "sectors" or "government" or "administration" or "group" or "partnership" or "alliance" or "president" or "minister" or "ministry" or "trilateral" or "sector" or "agency" or "ally" or "side")
            {
                return FromGroup(i, sentence);
            }

            if (word.Is(Use.Conjunction) && word.Lower is not "and")
            {
                return None(i + 1);
            }

            if (word.Lower == "and")
            {
                // "Korea has embarked … and is committed": the second verb has the first one's subject.
                Mention? first = names.In(sentence.From, i).FirstOrDefault(p => p.Thing.Kind is ThingKind.Country or ThingKind.Body or ThingKind.Person && p.Form is MentionForm.Name or MentionForm.Seat);
                if (first is null || first.From - sentence.From >= 12)
                {
                    return None(i + 1);
                }

                int verbed = first.To;
                while (verbed < i && !_tokens[verbed].Word.Is(Use.Auxiliary) && _tokens[verbed].Word.Verb is null or { Tense: not (Tense.Past or Tense.Third) })
                {
                    verbed++;
                }

                string[] who = [.. parties.AsParties(names.In(sentence.From, verbed)).Distinct(StringComparer.Ordinal)];
                return who.Length > 0 && verbed < i ? new Subject(SubjectKind.Party, i + 1, who) : None(i + 1);
            }

            if (word.Is(Use.Pronoun))
            {
                return new Subject(SubjectKind.Other, i, []);
            }

            return Plain(i, sentence);
        }

        return None(sentence.From);
    }

    /// <summary>A noun that is no party: its first token, and whom it belongs to where it says so.</summary>
    private Subject Plain(int i, Sentence sentence)
    {
        int from = i;
        while (from > sentence.From && i - from < 14)
        {
            Word word = _tokens[from - 1].Word;
            if (word.Kind is WordKind.Mark && word.Text[0] is ',' or ';' or ':' or '—' or '(' or '“' || word.Is(Use.Conjunction) && word.Lower is not ("and" or "or") || word.Is(Use.Auxiliary))
            {
                break;
            }

            from--;
        }

        return new Subject(SubjectKind.Other, from, [.. parties.AsParties(names.In(from, i + 1)).Distinct(StringComparer.Ordinal)]);
    }

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
            who = noun is "alliance" or "partnership" or "trilateral" or "group" && size == 0 ? parties.Before(from, 0) : parties.Before(from, size);
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

    private int Back(int i, char open, Sentence sentence)
    {
        while (i > sentence.From && !_tokens[i].Word.Mark(open))
        {
            i--;
        }

        return i;
    }

    private int BackDash(int i, Sentence sentence)
    {
        for (int k = i - 1; k > sentence.From && i - k < 40; k--)
        {
            if (_tokens[k].Word.Mark('—') || _tokens[k].Word.Mark('–'))
            {
                return k;
            }
        }

        return -1;
    }

    /// <summary>One past the last token of the clause: before a participle after a comma, a relative, or a new clause with its own subject.</summary>
    internal int End(int verb, Sentence sentence, int limit)
    {
        for (int i = verb + 1; i < Math.Min(limit, sentence.To); i++)
        {
            Word word = _tokens[i].Word;
            if (word.Mark(';') || (word.Mark('—') && i > verb + 3 && !Closes(i, sentence)))
            {
                return i;
            }

            if (word.Lower is "while" or "whereas" or "although" or "though" && i > verb + 2)
            {
                return _tokens[i - 1].Word.Mark(',') ? i - 1 : i;
            }

            if (word.Mark(',') && i + 1 < sentence.To)
            {
                Word next = _tokens[i + 1].Word;
                bool participle = next.IsWord && next.Lower.EndsWith("ing", StringComparison.Ordinal) && next.Lower is not ("including" or "building") && !InList(i, sentence) && i - verb > 5;
                bool relative = next.Lower is "which" or "where" or "who" or "whose" or "marking" or "thus" or "thereby" or "as" or "though" or "although" or "but";
                relative |= next.Is(Use.Preposition) && i + 2 < sentence.To && _tokens[i + 2].Lower is "which" or "whom" or "whose";
                if (participle || relative)
                {
                    return i;
                }
            }
        }

        int end = Math.Min(limit, sentence.To);
        while (end > verb + 1 && _tokens[end - 1].Word.Kind == WordKind.Mark && _tokens[end - 1].Word.Text[0] is '.' or ',' or ';')
        {
            end--;
        }

        return end;
    }

    private bool Closes(int dash, Sentence sentence)
    {
        for (int k = dash + 1; k < Math.Min(sentence.To, dash + 40); k++)
        {
            if (_tokens[k].Word.Mark('—'))
            {
                return true;
            }
        }

        return false;
    }

    private bool InList(int comma, Sentence sentence)
    {
        // "…, building X, and doing Y": a list of gerunds goes on.
        for (int k = comma - 1; k > sentence.From && comma - k < 14; k--)
        {
            if (_tokens[k].Word.Mark(',') || _tokens[k].Lower is "by" or "of" or "on" or "for" or "to" or "include")
            {
                return _tokens[k + 1].Lower.EndsWith("ing", StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>Whether the token stands between quotation marks.</summary>
    internal bool Quoted(int token, Sentence sentence)
    {
        int depth = 0;
        for (int i = sentence.From; i < token; i++)
        {
            depth += _tokens[i].Word.Mark('“') ? 1 : _tokens[i].Word.Mark('”') ? -1 : 0;
        }

        return depth > 0;
    }

    /// <summary>Whether the verb is denied, hedged or only wished for: "did not agree", "may sign", "unlikely that".</summary>
    internal bool Hedged(int verb, Sentence sentence)
    {
        int start = GroupStart(verb, sentence);
        for (int i = Math.Max(sentence.From, start - 1); i < verb; i++)
        {
            if (_tokens[i].Word.Is(Use.Negation) || _tokens[i].Lower is "could" or "can" or "may" or "might" or "should" or "would" or "must" or "to" or "if" or "whether" or "shall")
            {
                return _tokens[i].Lower != "to" || i == verb - 1;
            }
        }

        for (int i = sentence.From; i < start; i++)
        {
            if (_tokens[i].Lower is "unlikely" or "if" or "unless" || (_tokens[i].Lower == "had" && i == sentence.From))
            {
                return true;
            }
        }

        return false;
    }
}
