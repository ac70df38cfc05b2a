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

    /// <summary>The words in their order, each as often as it is there.</summary>
    internal static IEnumerable<string> Of(string text)
    {
        var word = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Within(rune))
            {
                if (word.Length < MostLength)
                {
                    word.Append(rune.IsBmp ? Plain((char)rune.Value).ToString() : Rune.ToLowerInvariant(rune).ToString());
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
