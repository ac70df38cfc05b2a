using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Phrases that refer back: "the trio", "the four-nation group", "this MOU", "the tech dialogue", "the existing special strategic partnership".</content>
internal sealed partial class Names
{
    /// <summary>Found while the mentions are in order, added when all are found.</summary>
    private readonly List<(Thing Thing, int From, int To)> _references = [];

    private void AddReferences()
    {
        foreach ((Thing thing, int from, int to) in _references)
        {
            Add(thing, from, to, MentionForm.Phrase);
        }
    }

    private void ReadReferences(Sentence sentence)
    {
        if (sentence.Zone is Documents.ZoneKind.Heading or Documents.ZoneKind.Title)
        {
            return;
        }

        for (int i = sentence.From; i < sentence.To; i++)
        {
            Word word = _tokens[i].Word;
            if (word.Is(Use.Determiner) && word.Lower is "the" or "this" or "that" or "its" or "their")
            {
                int headAt = ReferenceHead(i + 1, sentence);
                if (headAt > 0 && At(headAt) is null && Referent(i + 1, headAt) is { } thing)
                {
                    _references.Add((thing, word.Lower is "its" or "their" ? i : i + 1, headAt + 1));
                    i = headAt;
                }
            }
        }
    }

    private int ReferenceHead(int from, Sentence sentence)
    {
        for (int i = from; i < Math.Min(sentence.To, from + 6); i++)
        {
            Word word = _tokens[i].Word;
            if (word.Lower is "trio" or "threesome" or "quartet")
            {
                return i;
            }

            if (word.Head is { Class: HeadClass.Mechanism } && word.Lower is not ("law" or "act" or "plan" or "project" or "program" or "programme" or "training" or "relations" or "process" or "policy" or "movement" or "fund" or "talks" or "statement" or "club" or "architecture"))
            {
                bool goesOn = i + 1 < sentence.To && _tokens[i + 1].Word is { IsWord: true, Function: false, Verb: null } next && (next.Head is not null || next.Is(Use.Modifier));
                return goesOn ? 0 : i;
            }

            if (!(word.Is(Use.Modifier) || Glue(i, sentence) || word.Lower is "four" or "three" or "nation" or "way" or "country" or "member" or "party"))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>What the phrase stands for: the last mechanism before it of the same head, or of the size that a number in it states; else none.</summary>
    private Thing? Referent(int from, int head)
    {
        string word = _tokens[head].Lower;
        int size = Enumerable.Range(from, head - from).Select(i => Number(_tokens[i].Lower)).FirstOrDefault(n => n > 0);
        bool trio = word is "trio" or "threesome";
        size = trio ? 3 : word == "quartet" ? 4 : size;
        string[] modifiers = [.. Enumerable.Range(from, head - from).Select(i => MechanismName.Singular(_tokens[i].Lower)).Where(m => m is not ("-" or "existing" or "new" or "current"))];
        string headWord = MechanismName.Singular(word);
        int at = First(from) - 1;
        bool bare = modifiers.Length == 0 && word is "alliance" or "partnership";
        Thing? latest = null;
        for (int k = at, looked = 0; k >= 0 && looked < 200; k--, looked++)
        {
            Mention m = _mentions[k];
            if (m.Thing.Kind != ThingKind.Mechanism || m.Form == MentionForm.Phrase || m.To > from)
            {
                continue;
            }

            latest ??= bare && m.Thing.Members.Count >= 2 ? m.Thing : null;
            if (bare && from - m.To > Nearby)
            {
                return latest;
            }

            IReadOnlyList<string> words = _significant.TryGetValue(m.Thing, out IReadOnlyList<string>? w) ? w : _significant[m.Thing] = MechanismName.Significant(m.Thing.Name);
            if (size > 0 && (modifiers.Length == 0 || word is "group" or "grouping" or "trio" or "partnership" or "alliance" or "framework"))
            {
                if (m.Thing.Size == size || (m.Thing.Members.Count == size && size >= 3))
                {
                    return m.Thing;
                }

                continue;
            }

            bool headFits = words.Contains(headWord, StringComparer.Ordinal) || m.Thing.ShortNames.Contains(headWord)
                || (m.Thing.Type == "mou" && word == "mou");
            if (headFits && modifiers.All(x => words.Contains(x, StringComparer.Ordinal) || m.Thing.Aliases.Any(a => a.Contains(x, StringComparison.OrdinalIgnoreCase)) || x is "nation" or "way" or "country"))
            {
                return m.Thing;
            }
        }

        return null;
    }

    /// <summary>"the alliance" by itself means the alliance named within so many words before it, else the last group named.</summary>
    private const int Nearby = 150;

    private static int Number(string word) => word switch
    {
        "two" or "bilateral" => 2,
        "three" or "trilateral" or "tripartite" => 3,
        "four" or "quadrilateral" => 4,
        _ => 0,
    };
}
