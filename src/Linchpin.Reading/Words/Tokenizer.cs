namespace Linchpin.Reading.Words;

/// <summary>Cuts clean text into words, numbers and marks in one pass; every form is looked up in the lexicons once for each document.</summary>
internal sealed class Tokenizer(Lexicon lexicon)
{
    /// <summary>A longer run of letters is cut: no word is that long, and a line of 10 MB must not become one.</summary>
    private const int LongestWord = 100;

    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Word> _marks = new(StringComparer.Ordinal);

    internal IEnumerable<Word> Words => _words.Values;

    internal void Read(string text, int start, int end, List<Token> into)
    {
        bool space = true;
        int i = start;
        while (i < end)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c) || Ignored(c))
            {
                space = true;
                i++;
                continue;
            }

            int from = i;
            WordKind kind;
            if (c is 'h' or 'w' && IsUrl(text, i, end))
            {
                kind = WordKind.Url;
                while (i < end && !char.IsWhiteSpace(text[i]) && text[i] is not ('>' or '"' or '”'))
                {
                    i++;
                }
            }
            else if (char.IsDigit(c))
            {
                i = EndOfNumber(text, i, end);
                kind = text.AsSpan(from, i - from).ContainsAnyInRange('a', 'z') || text.AsSpan(from, i - from).ContainsAnyInRange('A', 'Z') ? WordKind.Word : WordKind.Number;
            }
            else if (char.IsLetter(c) || (c == '#' && i + 1 < end && char.IsLetter(text[i + 1])))
            {
                i = EndOfWord(text, i, end);
                kind = WordKind.Word;
            }
            else if (c is '\'' or '’' && Possessive(text, i, end, out int after) && !space)
            {
                i = after;
                kind = WordKind.Possessive;
            }
            else if (c is '\'' or '’' && !space && Contracted(text, i, end))
            {
                i += 3;
                kind = WordKind.Word;
            }
            else
            {
                i += char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
                kind = WordKind.Mark;
            }

            into.Add(new Token(from, i, Get(text.AsSpan(from, i - from), kind), space));
            space = false;
        }
    }

    /// <summary>Marks each form that also stands in lower case; called when the whole document has been read.</summary>
    internal void NoteLowerCase()
    {
        var lower = new HashSet<string>(_words.Values.Where(w => w.IsWord && !w.Capital && !w.AllCaps).Select(w => w.Text), StringComparer.Ordinal);
        foreach (Word word in _words.Values)
        {
            word.SeenInLowerCase = word.Capital && lower.Contains(word.Lower);
        }
    }

    private Word Get(ReadOnlySpan<char> form, WordKind kind)
    {
        Dictionary<string, Word> words = kind == WordKind.Mark ? _marks : _words;
        Dictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(form, out Word? word))
        {
            word = new Word(form.ToString(), kind, lexicon);
            words.Add(word.Text, word);
        }

        return word;
    }

    /// <summary>Emphasis marks of Markdown, superscript note numbers, soft hyphens and invisible characters stand between words without being read.</summary>
    private static bool Ignored(char c) => c is '*' or '_' or '`' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '|' or '\\'
        || c is '¹' or '²' or '³' or (>= '\u2070' and <= '\u209C') || char.IsControl(c);

    private static bool IsUrl(string text, int i, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(i, Math.Min(8, end - i));
        return rest.StartsWith("http://") || rest.StartsWith("https://") || rest.StartsWith("www.");
    }

    private static int EndOfNumber(string text, int i, int end)
    {
        int from = i;
        while (i < end && i - from < LongestWord && (char.IsLetterOrDigit(text[i]) || (text[i] is '.' or ',' && i + 1 < end && char.IsDigit(text[i + 1]))))
        {
            i++;
        }

        return i;
    }

    private static int EndOfWord(string text, int i, int end)
    {
        int from = i;
        i++;
        while (i < end && i - from < LongestWord)
        {
            char c = text[i];
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                i++;
            }
            else if (c is '&' && i + 1 < end && char.IsUpper(text[i + 1]) && char.IsUpper(text[i - 1]))
            {
                i++;
            }
            else if (c is '\'' or '’' && i + 1 < end && char.IsLetter(text[i + 1]) && !Possessive(text, i, end, out _) && !Contracted(text, i, end))
            {
                i++;
            }
            else if (c == '-' && i - from == 2 && ((text[from] is 'c' or 'C' && text[from + 1] is 'o') || (text[from] is 'r' or 'R' && text[from + 1] is 'e')) && i + 1 < end && char.IsLetter(text[i + 1]))
            {
                // "co-operation" and "re-emphasized" are one word.
                i++;
            }
            else if (c == '.' && Dotted(text, from, i, end))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>Whether the point belongs to the word: "U.S.", an initial before a name, or a listed abbreviation.</summary>
    private static bool Dotted(string text, int from, int dot, int end)
    {
        bool single = dot - from == 1 || text[dot - 2] == '.';
        if (single)
        {
            bool chain = dot + 2 < end && char.IsLetter(text[dot + 1]) && text[dot + 2] == '.';
            bool initial = char.IsUpper(text[dot - 1]) && dot + 2 < end && text[dot + 1] == ' ' && char.IsUpper(text[dot + 2]);
            return chain || initial || dot - from > 1;
        }

        return dot - from <= 5 && Lexicon.Shared.UseOf(string.Concat(text.AsSpan(from, dot - from), ".").ToLowerInvariant()).HasFlag(Use.Abbreviation);
    }

    /// <summary>"’ve", "’ll", "’re" after a word: an auxiliary of its own.</summary>
    private static bool Contracted(string text, int i, int end) => i + 2 < end && (i + 3 >= end || !char.IsLetterOrDigit(text[i + 3])) && text.AsSpan(i + 1, 2) is "ve" or "ll" or "re";

    private static bool Possessive(string text, int i, int end, out int after)
    {
        while (i + 1 < end && text[i] is '\'' or '’' && text[i + 1] is '\'' or '’')
        {
            i++;
        }

        after = i + 2;
        return i + 1 < end && text[i + 1] is 's' or 'S' && (i + 2 >= end || !char.IsLetterOrDigit(text[i + 2]));
    }
}
