using System.Text.RegularExpressions;

namespace Linchpin.Briefing.Wording;

/// <summary>Which runs of a text are of another language than the text around them, told by their script, for readers that speak it and for spelling.</summary>
/// <remarks>Hangul is Korean, kana Japanese, Devanagari Hindi. Latin letters are English, which is what the program reads: two words or more, since a single one may be a name or a unit.</remarks>
internal static partial class Scripts
{
    /// <summary>The text in runs, each with its BCP 47 tag; <see langword="null"/> where it is the language of the text.</summary>
    internal static IEnumerable<(string Text, string? Language)> Runs(string text, string language)
    {
        int at = 0;
        foreach (Match run in Foreign().Matches(text))
        {
            string of = run.Groups["ko"].Success ? "ko" : run.Groups["ja"].Success ? "ja" : run.Groups["hi"].Success ? "hi" : "en";
            if (of == language)
            {
                continue;
            }

            if (run.Index > at)
            {
                yield return (text[at..run.Index], null);
            }

            yield return (run.Value, of);
            at = run.Index + run.Length;
        }

        if (at < text.Length)
        {
            yield return (text[at..], null);
        }
    }

    [GeneratedRegex(
        @"(?<ko>\p{IsHangulSyllables}+(?:[\s\p{P}0-9]+\p{IsHangulSyllables}+)*)|(?<ja>[\p{IsHiragana}\p{IsKatakana}][\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]*)|(?<hi>\p{IsDevanagari}+(?:\s+\p{IsDevanagari}+)*)|(?<en>[A-Za-z][A-Za-z'’.&-]+(?:[\s,;:()‘’0-9/-]+[A-Za-z][A-Za-z'’.&-]*)+)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();
}
