using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <summary>The grammar of clauses that findings need: where a clause begins and ends, who its subject is, what is quoted, hedged or denied.</summary>
internal sealed partial class Clauses(Page page, Names names, Parties parties)
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
        i -= i - 2 > sentence.From && _tokens[i - 2].Lower is "last" or "this" && _tokens[i - 1].Lower is "month" or "week" or "year" or "spring" or "summer" or "autumn" or "fall" or "winter" ? 2 : 0;
        while (i > sentence.From && (_tokens[i - 1].Word.Is(Use.Auxiliary) || _tokens[i - 1].Word.Is(Use.Negation) || IsAdverb(i - 1) || (i == verb && _tokens[i - 1].Lower is "remain" or "remains" or "remained" && _tokens[i].Lower is "committed" or "determined" or "resolved")))
        {
            i--;
        }

        // "could and should share": one group of two modals.
        return i - 1 > sentence.From && _tokens[i].Word.Is(Use.Modal) && _tokens[i - 1].Lower is "and" or "or" && _tokens[i - 2].Word.Is(Use.Modal) ? GroupStart(i - 2, sentence) : i;
    }

    private bool IsAdverb(int i) => _tokens[i].Word.Is(Use.Adverb) || (_tokens[i].Lower is "since" or "long" or "once" && i > 0 && _tokens[i - 1].Lower is "has" or "have" or "had") || (_tokens[i].Word is { IsWord: true, Capital: false } word && word.Lower.Length > 4 && word.Lower.EndsWith("ly", StringComparison.Ordinal) && word.Lower is not ("ally" or "italy" or "family" or "supply" or "early"));

    /// <summary>"they" are the parties that were the subject last, within so many words.</summary>
    private const int Recent = 120;

    private (int At, IReadOnlyList<string> Who)? _lastGroup;

    private (int At, IReadOnlyList<string> Who)? _met;

    /// <summary>An event was told: "the leaders" after it are those who took part.</summary>
    internal void Met(int at, IReadOnlyList<string> who) => _met = who.Count >= 2 ? (at, who) : _met;

    /// <summary>Those who met last, else those the text is about: who is bound by what "will be established".</summary>
    internal IReadOnlyList<string> Present(int at) => _met is { } met && met.At <= at ? met.Who : parties.Usual();

    /// <summary>Who does it; several of them are remembered for a later "they".</summary>
    internal Subject SubjectOf(int verb, Sentence sentence)
    {
        Subject subject = Find(verb, sentence);
        if ((subject.Who.Count >= 2 && subject.Kind is SubjectKind.Party or SubjectKind.Group) || (subject.Who.Count == 1 && subject.Kind == SubjectKind.Group && _tokens[Math.Max(0, GroupStart(verb, sentence) - 1)].Word.Is(Use.GroupNoun) && subject.Who[0].Length > 0 && char.IsLower(subject.Who[0][0])))
        {
            _lastGroup = (subject.From, subject.Who);
        }

        return subject;
    }

    /// <summary>Who does it: the nearest noun before the verb group that is not inside a bracket, a pair of dashes, or a prepositional phrase.</summary>
    private Subject Find(int verb, Sentence sentence)
    {
        int i = BackOverTime(GroupStart(verb, sentence) - 1, sentence);
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

            if (word.Mark('-') && i > sentence.From && _tokens[i - 1].Word.Mark('-') && BackDoubleDash(i, sentence) is var opening and > 0)
            {
                i = opening - 1;
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

                aside = Composition(aside, sentence) is var composed and > 0 ? composed : aside;
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
            // "the trilateral group" with no name and no members told: those spoken of, not itself.
            bare |= m is { Thing: { Kind: ThingKind.Mechanism, Members.Count: < 2 } } && Enumerable.Range(m.From, m.To - m.From).All(k => !_tokens[k].Word.Capital) && Enumerable.Range(m.From, m.To - m.From).Any(k => _tokens[k].Word.Is(Use.Minilateral));
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
                bool again = word.Lower == "they" && _lastGroup is { } last && last.At < i && i - last.At < Recent;
                bool those = word.Lower == "they" && !again && _met is { } present && present.At < i && i - present.At < Recent * 2;
                if (word.Lower == "they" && Speaker(i, sentence) is { } they)
                {
                    return they with { Kind = SubjectKind.Pronoun, From = i };
                }

                return new Subject(SubjectKind.Pronoun, i, those ? _met!.Value.Who : again ? _lastGroup!.Value.Who : parties.Before(i, word.Lower == "both" ? 2 : 0));
            }

            if (word.Lower is "we")
            {
                if (Quoted(i, sentence) && SpeakersOf(sentence) is { Count: > 0 } speakers)
                {
                    return new Subject(SubjectKind.We, i, speakers);
                }

                if (Quoted(i, sentence) && FromPaper(i, sentence) && _lastGroup is { Who.Count: > 1 } group)
                {
                    return new Subject(SubjectKind.We, i, group.Who);
                }

                return new Subject(SubjectKind.We, i, _met is { } met && met.At < i && !parties.OneSetLeads ? met.Who : parties.Usual() is { Length: > 0 } usual ? usual : parties.Before(i, 0));
            }

            // "the Commission", "the Bank": the one whose name has the word.
            if (word.Lower is "commission" or "council" or "bank" or "department" or "authority" or "secretariat" or "board" or "agency" && i > sentence.From && _tokens[i - 1].Lower == "the"
                && names.In(Math.Max(0, i - 300), i - 1).LastOrDefault(b => b.Thing.Kind == ThingKind.Body && Enumerable.Range(b.From, b.To - b.From).Any(k => _tokens[k].Lower == word.Lower)) is { } named)
            {
                return new Subject(SubjectKind.Party, i - 1, [.. parties.AsParties([named])]);
            }

            // "the company", "the ministry": the one named last.
            if (word.Lower is "company" or "firm" or "ministry" or "agency" or "bloc" && i > sentence.From && _tokens[i - 1].Lower is "the" or "both" or "this")
            {
                Mention? body = names.In(Math.Max(0, i - 200), i).LastOrDefault(b => b.Thing.Kind == ThingKind.Body && (word.Lower is "company" or "firm") == (b.Thing.Type == "company"));
                return new Subject(SubjectKind.Group, i - 1, body is null ? [] : [.. parties.AsParties([body])]);
            }

            if (word.Lower is "it")
            {
                // "the council said it would": who says it. Else "it" is what the sentence is about, else what was named last.
                if (Speaker(i, sentence) is { } speaker)
                {
                    return speaker with { Kind = SubjectKind.Pronoun, From = i };
                }

                Mention? country = names.In(sentence.From, i).FirstOrDefault(c => c.Thing.Kind is ThingKind.Country or ThingKind.Body && c.Form != MentionForm.Place)
                    ?? names.In(Math.Max(0, sentence.From - 40), i).LastOrDefault(c => c.Thing.Kind is ThingKind.Country or ThingKind.Body && c.Form is MentionForm.Name or MentionForm.Seat);
                return new Subject(SubjectKind.Pronoun, i, country is null ? [] : [.. parties.AsParties([country])]);
            }

            bool eachOf = word.Lower is "country" or "nation" or "partner" or "party" or "member" && i > sentence.From && _tokens[i - 1].Lower is "each" or "every" or "either";
            if (eachOf || word.Is(Use.GroupNoun) || word.Lower is "trio" or "sectors" or "government" or "administration" or "group" or "partnership" or "alliance" or "president" or "minister" or "ministry" or "trilateral" or "sector" or "agency" or "ally" or "side" or "quartet" or "duo" or "bloc" or "delegation" or "delegations" or "co-chairs" or "chairs" or "envoys" or "advisors" or "advisers" or "secretaries" or "councils" or "ministries" or "signatories" or "scholars" or "experts" or "chiefs" or "navies" or "armies" or "militaries" or "forces" or "coastguards" or "banks" or "neighbours" or "neighbors" or "representatives" or "negotiators" or "diplomats" or "heads" or "cabinet" or "parliament" or "commission" or "department" or "authorities" or "secretary" or "chancellor" or "premier" or "ambassador" or "envoy" or "commissioner" or "secretary-general" or "navy" or "army" or "chair" or "chairman")
            {
                return FromGroup(i, sentence);
            }

            if (word.Is(Use.Conjunction) && word.Lower is not "and")
            {
                return None(i + 1);
            }

            if (word.Lower is "he" or "she")
            {
                Mention? person = names.In(Math.Max(0, sentence.From - 80), i).LastOrDefault(m => m.Thing.Kind == ThingKind.Person);
                return new Subject(SubjectKind.Pronoun, i, person is null ? [] : [.. parties.AsParties([person])]);
            }

            if (word.Lower == "and")
            {
                return Shared(i, sentence);
            }

            if (word.Lower is "which" or "who" && Antecedent(i, sentence) is { } antecedent)
            {
                return FromMention(antecedent, sentence);
            }

            if (BareNumber(i, sentence) is var several and > 0)
            {
                return new Subject(SubjectKind.Group, i - 1, parties.Before(i - 1, several));
            }

            if (word.Is(Use.Pronoun))
            {
                return new Subject(SubjectKind.Other, i, []);
            }

            Subject plain = Plain(i, sentence);
            return _tokens[plain.From].Lower == "our" && Enumerable.Range(plain.From, i + 1 - plain.From).Any(k => Members(k) || _tokens[k].Lower is "guards" or "forces" or "teams" or "militaries" or "navies" or "institutions" or "universities") ? plain with { Kind = SubjectKind.We, Who = parties.Usual() } : plain;
        }

        return None(sentence.From);
    }

    /// <summary>"Harbour Steel": two capitals at the head of a clause that no list knows.</summary>
    private bool Firm(int i, Sentence sentence)
    {
        return i > sentence.From && Name(i) && Name(i - 1) && !(_tokens[i].Word.Is(Use.StopName) && _tokens[i - 1].Word.Is(Use.StopName)) && (i - 1 == sentence.From || !Name(i - 2) && _tokens[i - 2].Word is { Kind: WordKind.Mark } or { Function: true });

        bool Name(int k) => _tokens[k].Word is { IsWord: true, Capital: true, Function: false, Head: null, SeenInLowerCase: false } word && !word.Is(Use.Month | Use.Weekday | Use.Honorific) && names.Covering(k) is null;
    }

    /// <summary>"Korea has embarked … and is committed": the second verb has the subject of the first that has one.</summary>
    private Subject Shared(int and, Sentence sentence)
    {
        int from = sentence.From;
        for (int i = and - 1; i > sentence.From; i--)
        {
            if (_tokens[i].Word.Mark(';') || _tokens[i].Word.Mark(':'))
            {
                from = i + 1;
                break;
            }
        }

        for (int i = from; i < and; i++)
        {
            Word word = _tokens[i].Word;
            bool finite = word.Lower is "has" or "have" or "had" or "is" or "are" or "was" or "were" or "will" or "would" || (word.Verb is { Tense: Tense.Past or Tense.Third } && !word.Capital) || (i > from && _tokens[i - 1].Lower is "we" or "they" && word is { Function: false, IsWord: true })
                || word.Lower is "stood" or "set" or "spoke" or "came" or "went" or "sat" or "won" or "put" or "agreed" || (word is { Verb: null, Capital: false, Function: false } && word.Lower.EndsWith("ed", StringComparison.Ordinal) && i > from && EndsNoun(i - 1) && names.Ending(i, from) is not null);
            if (!finite || (i > from && _tokens[i - 1].Lower is "which" or "that" or "who") || names.Covering(i) is { Thing.Kind: not ThingKind.Country })
            {
                continue;
            }

            Subject first = Find(i, sentence);
            if (first.Kind is SubjectKind.None or SubjectKind.Other && first.Who.Count == 0)
            {
                continue;
            }

            SubjectKind kind = first.Kind is SubjectKind.Other ? SubjectKind.Other : first.Kind;
            return first.From < i ? new Subject(kind, and + 1, first.Who) : None(and + 1);
        }

        return None(and + 1);
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

        // A firm that is not known, at the end of a list of names that are.
        string[] who = [.. parties.AsParties(names.In(from, i + 1)).Distinct(StringComparer.Ordinal)];
        bool named = who.Length > 0 && i > from && _tokens[i].Word is { IsWord: true, Capital: true, Function: false } && Enumerable.Range(from, i - from).Any(k => _tokens[k].Lower == "and" && k + 1 < i && _tokens[k + 1].Word.Capital);
        named |= Firm(i, sentence);
        return new Subject(named ? SubjectKind.Party : SubjectKind.Other, from, who);
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
}
