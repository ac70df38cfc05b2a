using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Where a clause ends, what is quoted, what is hedged or denied.</content>
internal sealed partial class Clauses
{
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
        bool straight = false;
        for (int i = sentence.From; i < token; i++)
        {
            depth += _tokens[i].Word.Mark('“') ? 1 : _tokens[i].Word.Mark('”') ? -1 : 0;
            straight ^= _tokens[i].Word.Mark('"');
        }

        return depth > 0 || straight;
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
            if (_tokens[i].Lower is "unlikely" or "if" or "unless" || (_tokens[i].Lower == "whether" && start - i < 9) || (_tokens[i].Lower == "time" && i + 1 < start && _tokens[i + 1].Lower == "that") || (_tokens[i].Lower is "denied" or "rejected" or "dismissed" or "denies" && i + 3 > start - 8 && Enumerable.Range(i + 1, Math.Min(3, start - i)).Any(k => _tokens[k].Lower == "that" || _tokens[k].Lower is "reports" or "claims")) || (_tokens[i].Lower == "had" && i == sentence.From))
            {
                return true;
            }
        }

        return false;
    }
}
