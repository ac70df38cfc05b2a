using Linchpin.Claims;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>What full-text search finds things by: the words of claims' values, and those of cited passages.</summary>
/// <remarks>
/// A row of an index is named by its place in the order of hits: names first, then other names, then what else claims say; of each the shorter first, then the earlier.
/// So the best hits of a word that is everywhere are the first rows, and the rest is not read. That order is the row's own: what a reader may not see does not move what the reader may.
/// </remarks>
internal static class WordIndex
{
    /// <summary>The part of a place that is the number of the claim's entry, or of the passage.</summary>
    internal const long Number = (1L << NumberBits) - 1;

    private const int NumberBits = 50, LengthBits = 10;

    /// <summary>Indexes a claim's value, where it is one that is searched.</summary>
    internal static void Value(Writing writing, long entry, Claim claim)
    {
        if (ClaimRow.Searched(claim) is { } words)
        {
            int rank = claim.Property switch { "name" => 0, "alias" => 1, _ => 2 };
            writing.Into("value_words", "rowid, words").Number(Place(rank, words, entry)).Words(words).End();
        }
    }

    /// <summary>Indexes a passage.</summary>
    internal static void Passage(Writing writing, long passage, string words) =>
        writing.Into("passage_words", "rowid, words").Number(Place(0, words, passage)).Words(words).End();

    private static long Place(int rank, string words, long number) =>
        ((long)rank << (NumberBits + LengthBits)) | ((long)Math.Min(words.Length, (1 << LengthBits) - 1) << NumberBits) | number;
}
