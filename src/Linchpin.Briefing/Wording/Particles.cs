using System.Text;

namespace Linchpin.Briefing.Wording;

/// <summary>Korean particles, whose form hangs on the final sound of the word before them: 은/는, 이/가, 을/를, 과/와, 으로/로.</summary>
/// <remarks>
/// After Hangul the syllable's final consonant decides (Unicode 3.12, conjoining jamo: a syllable is base + (lead · 21 + vowel) · 28 + final); after a figure or %, how it is read in Korean.
/// After other scripts, whose sound the spelling does not tell, both forms are written: "을(를)", as Korean offices do.
/// </remarks>
internal static class Particles
{
    private const int FirstSyllable = 0xAC00, LastSyllable = 0xD7A3, Finals = 28, Rieul = 8;

    // After a final consonant, after a vowel, and where neither is known.
    private static readonly Dictionary<string, (string Closed, string Open, string Unknown)> Forms = new(StringComparer.Ordinal)
    {
        ["은"] = ("은", "는", "은(는)"),
        ["이"] = ("이", "가", "이(가)"),
        ["을"] = ("을", "를", "을(를)"),
        ["과"] = ("과", "와", "과(와)"),
        ["으로"] = ("으로", "로", "(으)로"),
    };

    /// <summary>The word with the particle that it takes.</summary>
    /// <param name="word">The word; quotation marks and brackets that close it are passed over.</param>
    /// <param name="particle">The particle as it stands after a final consonant.</param>
    internal static string After(string word, string particle)
    {
        (string closed, string open, string unknown) = Forms[particle];
        return word + Final(word) switch
        {
            null => unknown,
            0 => open,

            // Of 으로/로 the short form stands after ㄹ too.
            Rieul when particle == "으로" => open,
            _ => closed,
        };
    }

    /// <summary>The number of the final consonant, 0 for none; <see langword="null"/> where the script does not tell.</summary>
    private static int? Final(string word)
    {
        foreach (Rune rune in word.EnumerateRunes().Reverse())
        {
            switch (rune.Value)
            {
                case ' ' or '”' or '’' or '"' or '\'' or ')' or ']' or '.' or '…':
                    continue;
                case >= FirstSyllable and <= LastSyllable:
                    return (rune.Value - FirstSyllable) % Finals;

                // 퍼센트; then 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구.
                case '%':
                    return 0;
                case >= '0' and <= '9':
                    return ((int[])[21, Rieul, 0, 16, 0, 0, 1, Rieul, Rieul, 0])[rune.Value - '0'];
                default:
                    return null;
            }
        }

        return null;
    }
}
