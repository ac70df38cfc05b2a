using System.Globalization;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Ledger.Storage;

/// <summary>The words of a text as full-text search knows them: runs of letters and digits without case and accents, cut at 64 characters.</summary>
/// <remarks>The rule is that of SQLite's tokenizer <c>unicode61 remove_diacritics 2</c>, so that both stores find the same: Unicode categories L, N and Co make a word, and marks on a letter are passed over.</remarks>
internal static class Words
{
    /// <summary>The most characters of a word that count.</summary>
    internal const int MostLength = 64;

    // PostgreSQL takes no tsvector of more than 1 MiB.
    private const int MostLine = 1_000_000;

    /// <summary>The words in their order, each once, with a space between two: what an index stores of a text. Of a longer one, the first that make some 1,000,000 bytes.</summary>
    internal static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        var words = new HashSet<string>(StringComparer.Ordinal);
        int length = 0;
        foreach (string word in Of(text))
        {
            if (length < MostLine && words.Add(word))
            {
                length += Encoding.UTF8.GetByteCount(word) + 3;
                line.Append(line.Length > 0 ? " " : "").Append(word);
            }
        }

        return line.ToString();
    }

    /// <summary>The words in their order, each as often as it is there.</summary>
    internal static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.IsAscii ? char.IsAsciiLetterOrDigit((char)rune.Value) : Within(rune))
            {
                if (word.Length < MostLength)
                {
                    _ = rune.IsBmp ? word.Append(Plain((char)rune.Value)) : word.Append(Rune.ToLowerInvariant(rune).ToString());
                }
            }
            else if (word.Length > 0 && Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static char Plain(char letter) => char.ToLowerInvariant(Letters.Plain(letter));

    private static bool Within(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse
        or UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
