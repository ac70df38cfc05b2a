using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <summary>The sectors of co-operation that a run of words names, by the controlled list.</summary>
internal static class Sectors
{
    private static readonly PhraseTable<string> Table = Read();

    internal static List<string> In(IReadOnlyList<Token> tokens, int from, int to)
    {
        var sectors = new List<string>();
        for (int i = from; i < to; i++)
        {
            if (!tokens[i].Word.IsWord)
            {
                continue;
            }

            int length = Table.Match(tokens, i, to, out string sector);
            if (length == 0 || !Meant(tokens, i, length, to))
            {
                continue;
            }

            if (!sectors.Contains(sector, StringComparer.Ordinal))
            {
                sectors.Add(sector);
            }

            i += length - 1;
        }

        return sectors;
    }

    /// <summary>"IT" is not "it"; "in the AI space" is not outer space; "trade-offs" are not trade; "security" alone is no sector.</summary>
    private static bool Meant(IReadOnlyList<Token> tokens, int i, int length, int to)
    {
        Word word = tokens[i].Word;
        return word.Lower switch
        {
            "it" or "ai" or "ev" or "evs" => word.Text.Length > 1 && char.IsUpper(word.Text[1]),
            "space" when length == 1 => i == 0 || tokens[i - 1].Lower is not ("ai" or "this" or "safe" or "policy" or "political" or "the" or "that" or "more"),
            "trade" => i + 1 >= to || !tokens[i + 1].Word.Mark('-'),
            "rail" or "ports" => true,
            _ => true,
        };
    }

    private static PhraseTable<string> Read()
    {
        var table = new PhraseTable<string>(caseCounts: false);
        foreach (string[] row in Lexicon.Rows("sectors.csv"))
        {
            foreach (string phrase in row[1].Split('|'))
            {
                table.Add(phrase, row[0]);
            }
        }

        return table;
    }
}
