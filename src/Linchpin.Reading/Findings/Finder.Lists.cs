using Linchpin.Reading.Documents;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Points under a head that binds: "The leaders decided to:" or "are launching the following initiatives:" and then one promise a point.</content>
internal sealed partial class Finder
{
    private const int LongestListOfPromises = 60, LongestShortHead = 14;

    /// <summary>The sentences that are points of such a list, with their head; a short head itself has none and is no commitment. In the order of the source: a heading is read before the paragraph above it.</summary>
    private Dictionary<int, ListHead?> PromisedInLists()
    {
        var listed = new Dictionary<int, ListHead?>();
        ListHead? head = IsFactSheet ? new ListHead("announced", [], true, true) : null;
        ListHead? standing = head;
        int points = 0;
        Block? item = null;
        Sentence[] inOrder = [.. _page.Sentences.OrderBy(s => _tokens[s.From].Start)];
        for (int at = 0; at < inOrder.Length; at++)
        {
            Sentence sentence = inOrder[at];
            bool above = at + 1 < inOrder.Length && inOrder[at + 1].Block != sentence.Block && inOrder[at + 1].Zone == ZoneKind.Prose && Itemised(inOrder[at + 1]);
            if (HeadOfList(sentence, above) is { } begins)
            {
                (head, points, item) = (begins, 0, null);
                if (!begins.Named)
                {
                    listed[sentence.Number] = null;
                }
            }
            else if (head is not null && points < LongestListOfPromises && (item != sentence.Block || !head.Named) && IsPoint(sentence, head))
            {
                listed[sentence.Number] = head;
                item = sentence.Block;
                points++;
            }
            else if (Itemised(sentence) && head is { Named: true })
            {
                item = sentence.Block;
            }
            else if (sentence.Zone == ZoneKind.Prose && item != sentence.Block && !(points == 0 && head is { Named: true }))
            {
                head = standing;
            }
        }

        return listed;
    }

    /// <summary>Whether the sentence stands in a point of a list: after a bullet, or a number or letter with its stop or bracket.</summary>
    private bool Itemised(Sentence sentence)
    {
        if (sentence.Block.Mark == BlockMark.Item)
        {
            return true;
        }

        int open = _tokens[sentence.From].Word.Mark('(') ? sentence.From + 1 : sentence.From;
        return open + 2 < sentence.To && _tokens[open].Word.Text.Length <= 2 && (_tokens[open].Word.Kind == WordKind.Number || open > sentence.From) && _tokens[open + 1].Word.Kind == WordKind.Mark && _tokens[open + 1].Word.Text[0] is '.' or ')' && _tokens[sentence.From].Start - sentence.Block.Start < 4;
    }

    private bool IsPoint(Sentence sentence, ListHead head)
    {
        int from = PointFrom(sentence, head);
        return from >= 0 && (!head.Named || Itemised(sentence));
    }

    /// <summary>A short sentence, or a line taken for a heading, that ends in "agreed to:"; or a clause in which parties announce or launch what the points name.</summary>
    private ListHead? HeadOfList(Sentence sentence, bool above)
    {
        int last = sentence.To - 1;
        bool colon = _tokens[last].Word.Mark(':');
        if (above && !colon && !Itemised(sentence))
        {
            // A head right above the points needs no colon: what it ends in tells.
            last += _tokens[last].Word.Kind == WordKind.Mark ? 0 : 1;
            colon = last - 1 > sentence.From && (_tokens[last - 1].Lower is "to" or "will" || HeadNoun(sentence, last) is not null);
        }

        if (last - 1 < sentence.From || !colon)
        {
            return null;
        }

        if (!Advises && HeadNoun(sentence, last) is { } noun && (above || noun.Stated))
        {
            return new ListHead(noun.Act, [], true, false);
        }

        if (last - 2 < sentence.From)
        {
            return null;
        }

        if (_tokens[last - 1].Lower == "to" && last - sentence.From <= LongestShortHead * 2)
        {
            for (int i = last - 2; i >= Math.Max(sentence.From, last - 5); i--)
            {
                if (_tokens[i].Word.Verb is { Base: "agree" or "decide" or "commit" or "pledge" or "resolve" or "undertake" or "vow" or "promise" or "intend" or "plan" } verb && !_clauses.Hedged(i, sentence))
                {
                    string act = verb.Base is "intend" or "plan" ? "intended" : verb.Base is "agree" or "decide" ? "agreed" : "pledged";
                    return PartyHead(i, act, sentence, named: false);
                }
            }
        }

        if (_tokens[last - 1].Lower == "will")
        {
            return PartyHead(last - 1, "agreed", sentence, named: false);
        }

        if (Following(sentence, last) is { } following)
        {
            return following;
        }

        for (int i = last - 1; i > sentence.From; i--)
        {
            bool finite = _tokens[i].Word.Verb is { } verb && ((verb.Class & VerbClass.Commit) != 0 || verb.Base == "welcome") && (verb.Tense is Tense.Past or Tense.Participle || (verb.Tense == Tense.Gerund && _tokens[_clauses.GroupStart(i, sentence)].Lower is "are" or "is"));
            if (finite && !_clauses.Hedged(i, sentence) && PartyHead(i, "announced", sentence, named: true) is { } head)
            {
                return head;
            }
        }

        return null;
    }

    private ListHead? PartyHead(int verb, string act, Sentence sentence, bool named)
    {
        Clauses.Subject subject = _clauses.SubjectOf(verb, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We;
        // "Have agreed as follows:": its parties stand lines above.
        party |= !Advises && subject.Kind == Clauses.SubjectKind.None && _tokens[sentence.From].Lower is "have" or "has" or "agreed" or "decided";
        return party ? new ListHead(act, subject.Who, named, false) : null;
    }

    /// <summary>Where the verb of a point stands, after its number, letter or dot; -1 where the sentence is no point.</summary>
    private int PointFrom(Sentence sentence, ListHead head)
    {
        int from = sentence.From;
        while (from < sentence.To && from - sentence.From < 4 && (!_tokens[from].Word.IsWord || (_tokens[from].Word.Text.Length == 1 && from + 1 < sentence.To && _tokens[from + 1].Word.Kind == WordKind.Mark)))
        {
            from++;
        }

        from += from + 2 < sentence.To && _tokens[from].Lower == "to" && !head.Standing ? 1 : 0;

        // "A new partnership between …", "$50 million in …": what was announced, by its name.
        bool named = head.Named && (!head.Standing || FirstOfItem(sentence)) && sentence.To - sentence.From > 4 && Enumerable.Range(sentence.From, 3).Where(k => _tokens[k].Word.IsWord || "$€£¥".Contains(_tokens[k].Word.Text, StringComparison.Ordinal)).Take(1).Any(k => _tokens[k].Lower is "a" or "an" or "the" or "new" || _tokens[k].Word.Mark('$') || _tokens[k].Word.Mark('€') || _tokens[k].Word.Mark('£') || _tokens[k].Word.Mark('¥'));
        if (named && Itemised(sentence))
        {
            return Enumerable.Range(sentence.From, 3).First(k => _tokens[k].Word.IsWord || "$€£¥".Contains(_tokens[k].Word.Text, StringComparison.Ordinal));
        }

        if (sentence.To - from <= 2 || _tokens[from].Word is not { IsWord: true, Function: false } word)
        {
            return -1;
        }

        if (head.Named)
        {
            bool says = word.Verb is { } verb && (verb.Class & (VerbClass.Say | VerbClass.Discuss)) != 0 && (verb.Class & VerbClass.Commit) == 0;
            bool noun = word.Lower is "expansion" or "establishment" or "creation" or "launch" or "signing" or "opening" or "conclusion" or "extension" or "renewal" or "adoption" or "elevation" or "completion" or "announcement" or "announcements" or "formation" or "deployment" or "co-production" or "development" && _tokens[from + 1].Lower == "of";
            if (noun)
            {
                return from;
            }

            if (!head.Standing && (NamesAgreed(from, sentence) || (Orders.Contains(word.Lower) && _tokens[from + 1].Word.Kind != WordKind.Mark)))
            {
                return from;
            }

            return word.Lower.Length > 5 && word.Lower.EndsWith("ing", StringComparison.Ordinal) && !says && word.Lower is not ("welcoming" or "recognizing" or "recognising" or "acknowledging" or "recalling" or "during" or "something" or "according" or "including" or "regarding") && !(_tokens[from + 1].Word.Kind == WordKind.Mark && !_tokens[from + 1].Word.Mark(',')) ? from : -1;
        }

        bool unknown = word.Verb is null && word.Head is null && (_tokens[from + 1].Word.Is(Use.Determiner) || _tokens[from + 1].Lower is "with" or "on" or "in") && _tokens[from].Word is { AllCaps: false } && _names.Starting(from) is null;
        return word.Verb is { Tense: Tense.Base } || Orders.Contains(word.Lower) || unknown ? from : -1;
    }

    /// <summary>In a fact sheet only the sentence that opens a point names what is announced, and only where it has no verb of its own.</summary>
    private bool FirstOfItem(Sentence sentence) => sentence.Block.Mark == BlockMark.Item && _tokens[sentence.From].Start - sentence.Block.Start < 4
        && !Enumerable.Range(sentence.From + 1, sentence.To - sentence.From - 1).Any(k => _tokens[k].Word.Is(Use.Modal) || _tokens[k].Lower is "is" or "are" or "was" or "were" or "has" or "have" || _tokens[k].Word.Verb is { Tense: Tense.Third or Tense.Past });

    private void Point(ListHead head, Sentence sentence, List<DateMention> dates, Told told)
    {
        int from = PointFrom(sentence, head), to = sentence.To;
        while (to > from + 2 && (_tokens[to - 1].Word.Kind == WordKind.Mark || _tokens[to - 1].Word.Is(Use.Conjunction)))
        {
            to--;
        }

        string act = head.Named && _tokens[from].Word.Verb is { } verb && (verb.Class & VerbClass.Commit) != 0 && ActOf(verb) is "signed" or "launched" ? ActOf(_tokens[from].Word.Verb!) : head.Act;
        IReadOnlyList<string> who = head.Who.Count > 0 ? head.Who : _clauses.Present(sentence.From) is { Count: > 0 } present ? present : _parties.Before(sentence.From, 0);
        if (head.Named)
        {
            // A point may go on to a clause of its own: "Enhancing collaboration …, both countries intend to …".
            to = Enumerable.Range(from + 3, Math.Max(0, to - from - 3)).FirstOrDefault(k => _tokens[k].Word.Mark(',') && OwnClause(k, sentence), to);
            Commitments(sentence, dates, told, to);
        }

        Tell(new Promise(from, to, from, act, who, true, true), sentence, dates, told);
    }

    private bool OwnClause(int comma, Sentence sentence)
    {
        for (int k = comma + 1; k < Math.Min(sentence.To, comma + 9); k++)
        {
            if (_tokens[k].Word.Verb is { Base: "intend" or "plan" or "agree" or "commit" or "pledge" } && _clauses.SubjectOf(k, sentence).From > comma)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the head of a list says of its points.</summary>
    /// <param name="Act">The act of each point.</param>
    /// <param name="Who">Whom they bind; empty for the parties that the text is about.</param>
    /// <param name="Named">Whether the points name what is done ("Launching a …") rather than go on with the head's own clause ("to: launch a …").</param>
    /// <param name="Standing">Whether the whole text is the head.</param>
    private sealed record ListHead(string Act, IReadOnlyList<string> Who, bool Named, bool Standing);
}
