namespace Linchpin.Reading.Words;

/// <summary>Phrases of several words, found at a token in one step: the longest that fits wins.</summary>
/// <remarks>Where case counts, a word must stand as listed; else lower case is compared. A listed word may end in <c>*</c> for any ending.</remarks>
internal sealed class PhraseTable<T>(bool caseCounts)
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(string Prefix, T Value)>> _byPrefix = [];

    internal void Add(string phrase, T value)
    {
        var tokens = new List<Token>();
        string plain = phrase.Replace('*', '\u0001');
        new Tokenizer(Lexicon.Shared).Read(plain.Replace("\u0001", "", StringComparison.Ordinal), 0, plain.Replace("\u0001", "", StringComparison.Ordinal).Length, tokens);
        string[] words = [.. tokens.Select(t => caseCounts ? t.Word.Text.Replace('\'', '’') : t.Word.Lower)];
        if (phrase.EndsWith('*'))
        {
            words[^1] += "*";
        }

        if (words.Length == 1 && words[0].EndsWith('*'))
        {
            char initial = words[0][0];
            if (!_byPrefix.TryGetValue(initial, out List<(string, T)>? prefixes))
            {
                _byPrefix.Add(initial, prefixes = []);
            }

            prefixes.Add((words[0][..^1], value));
            return;
        }

        if (!_byFirst.TryGetValue(words[0], out List<(string[], T)>? list))
        {
            _byFirst.Add(words[0], list = []);
        }

        list.Add((words, value));
        list.Sort((a, b) => b.Item1.Length.CompareTo(a.Item1.Length));
    }

    /// <summary>What is listed for exactly these words; <see langword="default"/> where nothing is.</summary>
    internal T? Find(string phrase)
    {
        var tokens = new List<Token>();
        new Tokenizer(Lexicon.Shared).Read(phrase, 0, phrase.Length, tokens);
        return tokens.Count > 0 && Match(tokens, 0, tokens.Count, out T value) == tokens.Count ? value : default;
    }

    /// <summary>The longest phrase that begins at the token; its length in tokens, 0 where there is none.</summary>
    internal int Match(IReadOnlyList<Token> tokens, int at, int end, out T value)
    {
        value = default!;
        string first = Form(tokens[at].Word);
        if (_byFirst.TryGetValue(first, out List<(string[] Words, T Value)>? list))
        {
            foreach ((string[] words, T found) in list)
            {
                if (at + words.Length <= end && Fits(tokens, at, words))
                {
                    value = found;
                    return words.Length;
                }
            }
        }

        if (_byPrefix.TryGetValue(first[0], out List<(string Prefix, T Value)>? candidates))
        {
            foreach ((string prefix, T found) in candidates)
            {
                if (first.StartsWith(prefix, StringComparison.Ordinal))
                {
                    value = found;
                    return 1;
                }
            }
        }

        return 0;
    }

    private bool Fits(IReadOnlyList<Token> tokens, int at, string[] words)
    {
        for (int k = 1; k < words.Length; k++)
        {
            string form = Form(tokens[at + k].Word);
            bool fits = words[k].EndsWith('*') && words[k].Length > 1 ? form.AsSpan().StartsWith(words[k].AsSpan(0, words[k].Length - 1), StringComparison.Ordinal) : form == words[k];
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    private string Form(Word word) => caseCounts ? (word.Text.Contains('\'', StringComparison.Ordinal) ? word.Text.Replace('\'', '’') : word.Text) : word.Lower;
}
