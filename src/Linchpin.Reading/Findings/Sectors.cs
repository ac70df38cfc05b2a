using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <summary>The sectors of co-operation that a run of words names, by the controlled list. A row marked with "?" lists words that tell a sector only where no other word names one: "research" in "research on quantum sensors" does not.</summary>
internal static class Sectors
{
    private static readonly PhraseTable<(string Sector, bool Hint)> Table = Read();

    internal static List<string> In(IReadOnlyList<Token> tokens, int from, int to)
    {
        var named = new List<string>();
        var hinted = new List<string>();
        for (int i = from; i < to; i++)
        {
            if (!tokens[i].Word.IsWord)
            {
                continue;
            }

            int length = Table.Match(tokens, i, to, out (string Sector, bool Hint) found);
            if (length == 0 || !Meant(tokens, i, length, to))
            {
                continue;
            }

            List<string> sectors = found.Hint ? hinted : named;
            if (!sectors.Contains(found.Sector, StringComparer.Ordinal))
            {
                sectors.Add(found.Sector);
            }

            i += length - 1;
        }

        return named.Count > 0 ? named : hinted;
    }

    /// <summary>"IT" is not "it"; "in the AI space" is not outer space; "trade-offs" are not trade; a political climate is none.</summary>
    private static bool Meant(IReadOnlyList<Token> tokens, int i, int length, int to)
    {
        Word word = tokens[i].Word;
        string before = i > 0 ? tokens[i - 1].Lower : "", after = i + 1 < to ? tokens[i + 1].Lower : "";
        return word.Lower switch
        {
            "it" or "ai" or "ev" or "evs" => word.Text.Length > 1 && char.IsUpper(word.Text[1]),
            "space" when length == 1 => before is not ("ai" or "this" or "safe" or "policy" or "political" or "the" or "that" or "more"),
            "trade" => after != "-",
            "climate" => after is not ("for" or "of" or "in") && before is not ("political" or "investment" or "business" or "security" or "current"),
            "aid" or "port" or "exercise" or "exercises" => before is not ("to" or "will" or "could" or "should"),
            "mining" or "fishing" => before is not ("data" or "text"),
            "magnet" or "magnets" => after is not "for",
            "drugs" => before is not "illegal",
            _ => true,
        };
    }

    private static PhraseTable<(string Sector, bool Hint)> Read()
    {
        var table = new PhraseTable<(string Sector, bool Hint)>(caseCounts: false);
        foreach (string[] row in Lexicon.Rows("sectors.csv"))
        {
            foreach (string phrase in row[1].Split('|'))
            {
                table.Add(phrase, (row[0].TrimEnd('?'), row[0].EndsWith('?')));
            }
        }

        return table;
    }
}
