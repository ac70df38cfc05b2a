using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Names without a head whose head stands beside them: "TIDELINK, a data scheme for ports", "the initiative known as Clear Current", "the “Bright Harbour” programme".</content>
internal sealed partial class Names
{
    private void ReadApposed(Sentence sentence)
    {
        if (sentence.Zone is Documents.ZoneKind.Heading or Documents.ZoneKind.Title)
        {
            return;
        }

        for (int i = sentence.From; i + 2 < sentence.To; i++)
        {
            if (CalledAt(i, sentence) is var called and > 0)
            {
                int from = called + (Quote(called) ? 1 : 0);
                int to = Bare(from, sentence);
                int head = HeadBefore(i, sentence);
                if (head >= 0 && Telling(from, to))
                {
                    Nameless(from, to, head);
                    i = to - 1;
                }
                else if (head >= 0 && _merged < MostHeadless && At(from) is { Thing.Kind: ThingKind.Mechanism } name && At(head) is { Thing: { Kind: ThingKind.Mechanism, WellKnown: false } } noun && name.Thing != noun.Thing)
                {
                    _merged++;
                    Merge(noun.Thing, name.Thing);
                }
            }
            else if (Quote(i) && Bare(i + 1 + Known(i + 1), sentence) is var end && end > i + 1 && end + 1 < sentence.To && Quote(end) && At(end - 1) is null)
            {
                if (_tokens[end + 1].Word.Mark(',') && end + 3 < sentence.To && Telling(i + 1, end) && WhatItIs(end + 2, sentence) is var what and > 0)
                {
                    // "“Bright Harbour”, a programme for ports"
                    Nameless(i + 1, end, what);
                    i = end;
                    continue;
                }

                // "the “Bright Harbour” programme"
                int noun = end + 1;
                while (noun < sentence.To && noun - end < 4 && (_tokens[noun].Word.Is(Use.Modifier) || _tokens[noun].Word is { IsWord: true, Capital: false, Function: false, Verb: null, Head: null }))
                {
                    noun++;
                }

                if (noun < sentence.To && _tokens[noun].Word is { Capital: false, Head.Class: HeadClass.Mechanism } && !Talk(noun) && Telling(i + 1, end))
                {
                    Nameless(i + 1, end, noun);
                }

                i = end;
            }
            else if (At(i) is null && (_tokens[i].Word.Capital || _tokens[i].Word.MixedCaps) && (i == sentence.From || !(_tokens[i - 1].Word.Capital && _tokens[i - 1].Word.IsWord && !_tokens[i - 1].Word.Function)))
            {
                int to = Bare(i, sentence);
                if (to > i && to + 2 < sentence.To && (_tokens[to].Word.Mark(',') || _tokens[to].Word.Mark('–') || _tokens[to].Word.Mark('—')) && Telling(i, to) && WhatItIs(to + 1, sentence) is var head and > 0)
                {
                    Nameless(i, to, head);
                }

                i = Math.Max(i, to - 1);
            }
        }
    }

    /// <summary>The tokens of a well-known group that a name begins with: "“MIKTA Young Sailors”".</summary>
    private int Known(int i) => i < _tokens.Count && At(i) is { Thing.Kind: ThingKind.Mechanism or ThingKind.Country } named && named.From == i ? named.To - i : 0;

    /// <summary>Names the mechanism of the head; what the head alone was taken for is the same.</summary>
    private void Nameless(int from, int to, int head)
    {
        string name = _page.Words(from, to);
        AddNamed(from, to, _tokens[head].Word.Head is { Class: HeadClass.Mechanism } noun ? noun.Type : "programme");
        if (_merged < MostHeadless && At(head) is { Thing: { Kind: ThingKind.Mechanism, WellKnown: false } } described && described.Thing != At(from)!.Thing)
        {
            _merged++;
            Merge(described.Thing, At(from)!.Thing);
        }

        if (_headless.Count < MostHeadless)
        {
            _headless.TryAdd(name, (At(from)!.Thing, to - from));
        }
    }

    /// <summary>Whether the capitals are more than topics, adverbs or words that only begin a sentence.</summary>
    private bool Telling(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(k => _tokens[k].Word is { IsWord: true, Function: false, Verb: null } word && (word.Capital || word.MixedCaps) && !word.Is(Use.StopName | Use.Modifier) && !word.Lower.EndsWith("ly", StringComparison.Ordinal));

    /// <summary>How many names were joined with their nouns; bounded, because each joining walks all mentions.</summary>
    private int _merged;

    private bool Quote(int i) => i < _tokens.Count && _tokens[i].Word.Kind == WordKind.Mark && _tokens[i].Word.Text[0] is '“' or '”' or '"' or '‘' or '’';

    private bool Talk(int noun) => _tokens[noun].Lower is "policy" or "strategy" or "law" or "act" or "statement" or "meeting" or "conference" or "deal" or "plan" or "vision" or "concept" or "doctrine" or "approach";

    /// <summary>One past a run of capitals that has no head and names nothing known; the token itself where there is none.</summary>
    private int Bare(int i, Sentence sentence)
    {
        int to = i;
        while (to < sentence.To && to - i < 7)
        {
            Word word = _tokens[to].Word;
            bool part = Capital(to, sentence) && word.Head is null && At(to) is null && !word.Is(Use.Honorific);
            bool number = to > i && word.Kind == WordKind.Number && word.Text.Length <= 4;
            bool link = to > i && to + 1 < sentence.To && (word.Lower is "of" or "the" or "for" or "and" || Glue(to, sentence)) && (Capital(to + 1, sentence) && At(to + 1) is null || (Glue(to, sentence) && _tokens[to + 1].Word.Kind == WordKind.Number));
            if (!part && !number && !link)
            {
                break;
            }

            to++;
        }

        return to;
    }

    /// <summary>"called", "known as", "dubbed", "named", "titled": one past it and an article; 0 where it is something else.</summary>
    private int CalledAt(int i, Sentence sentence)
    {
        int at = _tokens[i].Lower is "called" or "dubbed" or "named" or "titled" or "codenamed" or "branded" ? i + 1 : _tokens[i].Lower is "known" && i + 1 < sentence.To && _tokens[i + 1].Lower == "as" ? i + 2 : 0;
        at += at > 0 && at < sentence.To && _tokens[at].Lower == "the" ? 1 : 0;
        return at > 0 && at < sentence.To ? at : 0;
    }

    /// <summary>The head noun that a word such as "called" belongs to: the nearest within a few words before it; -1 where there is none.</summary>
    private int HeadBefore(int i, Sentence sentence)
    {
        for (int k = i - 1; k >= sentence.From && i - k < 14; k--)
        {
            Word word = _tokens[k].Word;
            if (word.Head is { Class: HeadClass.Mechanism } && !Talk(k))
            {
                return k;
            }

            if (word.Mark('.') || word.Mark(';') || word.Lower is "company" or "firm" or "minister" or "village" or "town" or "ship" or "he" or "she")
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>After "Name,": "a data scheme for ports", "the satellite mission built by …": the head of what it is said to be; -1 where it is something else.</summary>
    private int WhatItIs(int i, Sentence sentence)
    {
        if (_tokens[i].Lower is not ("a" or "an" or "the" or "their" or "its" or "our"))
        {
            return -1;
        }

        int last = -1;
        for (int k = i + 1; k < Math.Min(sentence.To, i + 12); k++)
        {
            Word word = _tokens[k].Word;
            if (!word.Capital && (word.Head is { Class: HeadClass.Mechanism } && !Talk(k) || word.Lower is "satellite" or "mission" or "observatory" or "telescope" or "constellation" or "rover" or "lander"))
            {
                last = k;
                continue;
            }

            bool named = word.Head is { Class: HeadClass.Title or HeadClass.Body };
            bool within = word.Is(Use.Modifier) || word.Kind is WordKind.Number or WordKind.Possessive || word.Mark('-') || word.Lower == "and" || (word.IsWord && !word.Function && word.Verb is null or { Tense: Tense.Base or Tense.Participle or Tense.Gerund } && !named);
            bool noun = word is { IsWord: true, Function: false, Verb: null, Capital: false };
            if (!within || (last >= 0 && (word.Head is not null || noun)))
            {
                return named || (last >= 0 && within) ? -1 : last;
            }
        }

        return last;
    }
}
