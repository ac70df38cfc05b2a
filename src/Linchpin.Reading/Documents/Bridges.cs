using System.Buffers;

namespace Linchpin.Reading.Documents;

/// <summary>What stands in a text and a reader of its page does not see as such: words broken at a line's end, ligatures, invisible characters, ordinals that scanning cut short. Bridged for reading only; quotes are the source's.</summary>
internal sealed class Bridges(string source)
{
    private const char RightToLeftOverride = '\u202E', LeftToRightOverride = '\u202D', EndOfOverride = '\u202C';

    private const string Invisible = "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF";

    private static readonly SearchValues<char> InOne = SearchValues.Create(Invisible + "ﬀﬁﬂﬃﬄﬅﬆ");

    private static readonly SearchValues<char> AcrossLines = SearchValues.Create(Invisible + "ﬀﬁﬂﬃﬄﬅﬆ\n\r");

    /// <summary>First parts of compounds that keep their hyphen where nothing in the document tells.</summary>
    private static readonly HashSet<string> Compounding = new(StringComparer.OrdinalIgnoreCase)
        { "self", "long", "short", "high", "low", "cross", "well", "far", "full", "two", "three", "four", "first", "second", "third", "large", "small", "so", "non", "mid", "half", "state", "like", "dual", "near" };

    private static readonly string[] Ordinals = ["anniversary", "meeting", "session", "round", "edition", "summit", "dialogue", "century", "conference", "congress"];

    private HashSet<string>? _compounds;

    /// <summary>Whether there is anything to bridge; most texts have nothing.</summary>
    internal static bool Needed(ReadOnlySpan<char> text) => text.IndexOfAny(InOne) >= 0 || text.Contains("-\n", StringComparison.Ordinal) || text.Contains("-\r", StringComparison.Ordinal)
        || text.Contains("\u2010\n", StringComparison.Ordinal) || CutOrdinal(text) >= 0;

    internal void Take(ReadableText into, int start, int end, bool acrossLines)
    {
        int from = start;
        for (int i = start; i < end;)
        {
            int step = source.AsSpan(i, end - i).IndexOfAny(acrossLines ? AcrossLines : InOne);
            if (step < 0)
            {
                break;
            }

            i += step;
            char c = source[i];
            if (c is '\n' or '\r')
            {
                int next = AfterLineEnd(i, end);
                int hyphen = i - 1;
                if (hyphen > from && source[hyphen] is '-' or '\u2010' && next < end && char.IsLetter(source[hyphen - 1]) && char.IsLetter(source[next]) && OneLineEnd(i, next))
                {
                    Plain(into, from, Keeps(hyphen, next, end) ? i : hyphen);
                    from = next;
                }

                i = next;
                continue;
            }

            Plain(into, from, i);
            if (c is RightToLeftOverride or LeftToRightOverride)
            {
                // The page shows these words in another order than they stand: nobody reads what would be read here.
                int close = source.AsSpan(i, end - i).IndexOfAny(EndOfOverride, '\n', '\r');
                i = close < 0 ? end : i + close;
            }
            else if (Letters(c) is { } letters)
            {
                into.Put(letters, i, i + 1);
                i++;
            }
            else
            {
                bool soft = c == '\u00AD' && i + 1 < end && source[i + 1] is '\n' or '\r';
                i = soft && acrossLines ? AfterLineEnd(i + 1, end) : i + 1;
            }

            from = i;
        }

        Plain(into, from, end);
    }

    private void Plain(ReadableText into, int start, int end)
    {
        for (int cut; start < end && (cut = CutOrdinal(source.AsSpan(start, end - start))) >= 0; start += cut)
        {
            into.Take(start, start + cut - 1);
            into.Put("th", start + cut - 1, start + cut);
        }

        into.Take(start, end);
    }

    /// <summary>Where the "t" of "70t anniversary" ends; -1 where there is none.</summary>
    private static int CutOrdinal(ReadOnlySpan<char> text)
    {
        for (int i = 0; ;)
        {
            int step = text[i..].IndexOf("t ", StringComparison.Ordinal);
            if (step < 0)
            {
                return -1;
            }

            i += step;
            int next = i + 2;
            if (i > 0 && char.IsAsciiDigit(text[i - 1]))
            {
                foreach (string noun in Ordinals)
                {
                    if (text[next..].StartsWith(noun, StringComparison.OrdinalIgnoreCase))
                    {
                        return i + 1;
                    }
                }
            }

            i = next;
        }
    }

    private static string? Letters(char c) => c switch
    {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' or 'ﬆ' => "st",
        _ => null,
    };

    private int AfterLineEnd(int i, int end)
    {
        while (i < end && char.IsWhiteSpace(source[i]))
        {
            i++;
        }

        return i;
    }

    private bool OneLineEnd(int from, int to)
    {
        int ends = 0;
        foreach (char c in source.AsSpan(from, to - from))
        {
            ends += c == '\n' ? 1 : 0;
        }

        return ends <= 1;
    }

    /// <summary>Whether the hyphen belongs to the word: before or after a capital, in a compound that the document also has within a line, or after a word that makes compounds.</summary>
    private bool Keeps(int hyphen, int next, int end)
    {
        if (char.IsUpper(source[next]) || char.IsUpper(source[hyphen - 1]))
        {
            return true;
        }

        int from = hyphen, to = next;
        while (from > 0 && hyphen - from < 40 && char.IsLetter(source[from - 1]))
        {
            from--;
        }

        while (to < end && to - next < 40 && char.IsLetter(source[to]))
        {
            to++;
        }

        string first = source[from..hyphen];
        return Compounding.Contains(first) || (_compounds ??= Compounds()).Contains(string.Concat(first, "-", source.AsSpan(next, to - next)));
    }

    private HashSet<string> Compounds()
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = source.IndexOf('-'); i >= 0; i = i + 1 < source.Length ? source.IndexOf('-', i + 1) : -1)
        {
            int from = i, to = i + 1;
            while (from > 0 && i - from < 40 && char.IsLetter(source[from - 1]))
            {
                from--;
            }

            while (to < source.Length && to - i < 40 && char.IsLetter(source[to]))
            {
                to++;
            }

            if (from < i && to > i + 1)
            {
                found.Add(source[from..to]);
            }
        }

        return found;
    }
}
