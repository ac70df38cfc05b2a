using System.Data.Common;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Views;

/// <summary>Full-text search over the values and passages of visible claims.</summary>
/// <remarks>
/// The index is common to all readers, so its own ranking would let what a reader may not see move what the reader may. Hits are therefore ordered by
/// themselves alone: names first, then other values, then passages, the shorter first. Each word of the query is matched from its beginning, which also
/// finds a Korean word with its particle.
/// </remarks>
internal static class Search
{
    private const int MostWords = 16, MostMatches = 2000, ExcerptLength = 200;

    internal static List<Hit> Run(DbConnection db, Scope scope, Recall recall, string words, int most, Func<EntityId, string> nameOf)
    {
        string[] sought = [.. Words.Of(words).Distinct().Take(MostWords)];
        if (sought.Length == 0 || most <= 0)
        {
            return [];
        }

        DynamicParameters parameters = scope.Parameters();
        parameters.Add("match", scope.Dialect.Match(sought));
        List<HeldClaim> byValue = recall.Claims(db, $"c.seq IN ({Rows("value_words")})", parameters, MostMatches);
        List<HeldClaim> byPassage = recall.Claims(db, $"c.passage IN ({Rows("passage_words")}) AND t.seq IS NOT NULL", parameters, MostMatches);
        return
        [
            .. byValue.Select(c => (Claim: c, Rank: Rank(c.Claim.Property), Text: c.Value is TextValue t ? t.Words : c.Quote ?? nameOf(c.Subject)))
                .Concat(byPassage.Where(c => c.Quote is not null).Select(c => (Claim: c, Rank: 3, Text: c.Quote!)))
                .OrderBy(h => h.Rank).ThenBy(h => h.Text.Length).ThenBy(h => h.Claim.Recorded).ThenBy(h => h.Claim.Claim.Id, StringComparer.Ordinal)
                .DistinctBy(h => (h.Claim.Subject, h.Claim.Claim.Source))
                .Take(most)
                .Select(h => new Hit(h.Claim, nameOf(h.Claim.Subject), Excerpt(h.Text, sought))),
        ];

        string Rows(string index)
        {
            (string from, string where) = scope.Dialect.Matching(index);
            return $"SELECT w.rowid FROM {from} WHERE {where}";
        }
    }

    private static int Rank(string property) => property switch
    {
        "name" => 0,
        "alias" => 1,
        _ => 2,
    };

    /// <summary>The words around the first of those sought, on one line.</summary>
    internal static string Excerpt(string text, string[] sought)
    {
        // The index takes accents off; plain words are as long as the words themselves, so a place in the one is a place in the other.
        string plain = Letters.Plain(text);
        int at = sought.Select(w => plain.IndexOf(Letters.Plain(w), StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(0).Min();
        int start = Math.Max(0, Math.Min(at - (ExcerptLength / 3), text.Length - ExcerptLength));
        int end = Math.Min(text.Length, start + ExcerptLength);
        start = start > 0 && char.IsLowSurrogate(text[start]) ? start - 1 : start;
        end = end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end;
        string line = string.Join(' ', text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return (start > 0 ? "…" : "") + line + (end < text.Length ? "…" : "");
    }
}
