using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Points under a head that binds: "The leaders decided to:" and then one promise a point.</content>
internal sealed partial class Finder
{
    private const int LongestListOfPromises = 40, LongestListHead = 14;

    /// <summary>The sentences that are points of such a list, with their head; the head itself has none and is no commitment. In the order of the source: a heading is read before the paragraph above it.</summary>
    private Dictionary<int, ListHead?> PromisedInLists()
    {
        var listed = new Dictionary<int, ListHead?>();
        ListHead? head = null;
        int points = 0;
        foreach (Sentence sentence in _page.Sentences.OrderBy(s => _tokens[s.From].Start))
        {
            if (HeadOfList(sentence) is { } begins)
            {
                (head, points) = (begins, 0);
                listed[sentence.Number] = null;
            }
            else if (head is not null && points < LongestListOfPromises && PointFrom(sentence) >= 0)
            {
                listed[sentence.Number] = head;
                points++;
            }
            else
            {
                head = null;
            }
        }

        return listed;
    }

    /// <summary>A short sentence, or a line taken for a heading, that ends in "agreed to:".</summary>
    private ListHead? HeadOfList(Sentence sentence)
    {
        int last = sentence.To - 1;
        if (last - 2 < sentence.From || last - sentence.From > LongestListHead || !_tokens[last].Word.Mark(':') || _tokens[last - 1].Lower != "to")
        {
            return null;
        }

        for (int i = last - 2; i >= Math.Max(sentence.From, last - 5); i--)
        {
            if (_tokens[i].Word.Verb is { Base: "agree" or "decide" or "commit" or "pledge" or "resolve" or "undertake" or "vow" or "promise" or "intend" or "plan" } verb && !_clauses.Hedged(i, sentence))
            {
                Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
                bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.We;
                string act = verb.Base is "intend" or "plan" ? "intended" : verb.Base is "agree" or "decide" ? "agreed" : "pledged";
                return party ? new ListHead(act, subject.Who) : null;
            }
        }

        return null;
    }

    /// <summary>Where the verb of a point stands, after its number, letter or dot; -1 where the sentence is no point.</summary>
    private int PointFrom(Sentence sentence)
    {
        int from = sentence.From;
        while (from < sentence.To && from - sentence.From < 4 && (!_tokens[from].Word.IsWord || (_tokens[from].Word.Text.Length == 1 && from + 1 < sentence.To && _tokens[from + 1].Word.Kind == WordKind.Mark)))
        {
            from++;
        }

        return sentence.To - from > 2 && _tokens[from].Word is { Function: false, Verb.Tense: Tense.Base } ? from : -1;
    }

    private void Point(ListHead head, Sentence sentence, List<DateMention> dates, Told told)
    {
        int from = PointFrom(sentence), to = sentence.To;
        while (to > from + 2 && (_tokens[to - 1].Word.Kind == WordKind.Mark || _tokens[to - 1].Word.Is(Use.Conjunction)))
        {
            to--;
        }

        Tell(new Promise(from, to, from, head.Act, head.Who, true, true), sentence, dates, told);
    }

    /// <summary>What the head of a list says of its points.</summary>
    private sealed record ListHead(string Act, IReadOnlyList<string> Who);
}
