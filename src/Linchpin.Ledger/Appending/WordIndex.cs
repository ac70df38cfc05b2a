using System.Globalization;
using System.Runtime.InteropServices;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>What full-text search finds things by, within one transaction: the words of claims' values, those of cited passages, and how many rows of each index have a word.</summary>
/// <remarks>
/// <para>A row of an index is named by its place in the order of hits: names first, then other names, then what else claims say; of each the shorter first, then the earlier.
/// So the best hits of a word that is everywhere are the first rows, and the rest is not read. That order is the row's own: what a reader may not see does not move what the reader may.</para>
/// <para>Rows wait here and go over in the order of their places: FTS5 begins a new segment with each row that is before the last.</para>
/// </remarks>
internal sealed class WordIndex(Writing writing)
{
    /// <summary>The part of a place that is the number of the claim's entry, or of the passage.</summary>
    internal const long Number = (1L << NumberBits) - 1;

    private const int NumberBits = 50, LengthBits = 10, MostWaiting = 8_000_000;

    private readonly List<(long Place, string Words)> _values = [], _passages = [];
    private readonly Dictionary<string, (long Values, long Passages)> _counts = new(StringComparer.Ordinal);
    private long _waiting;

    /// <summary>A word of the index that no text has: that a row is of something under the labels of that number.</summary>
    internal static string LabelWord(long handling) => "\u0080" + handling.ToString(CultureInfo.InvariantCulture);

    /// <summary>Indexes a claim's value, where it is one that is searched.</summary>
    internal void Value(long entry, SoughtBy? sought, string property, long handling)
    {
        if (sought is { } by)
        {
            int rank = property switch { "name" => 0, "alias" => 1, _ => 2 };
            Add(_values, Place(rank, by.Length, entry), by.Words, handling);
        }
    }

    /// <summary>Indexes a passage.</summary>
    internal void Passage(long passage, SoughtBy by, long handling) => Add(_passages, Place(0, by.Length, passage), by.Words, handling);

    /// <summary>Writes what waits; to be called before the transaction ends.</summary>
    internal void Flush()
    {
        Write("value_words", _values, (count, by) => (count.Values + by, count.Passages));
        Write("passage_words", _passages, (count, by) => (count.Values, count.Passages + by));
        if (_counts.Count > 0)
        {
            writing.Count(_counts);
            _counts.Clear();
        }

        _waiting = 0;
    }

    private void Add(List<(long, string)> rows, long place, string words, long handling)
    {
        rows.Add((place, words.Length > 0 ? words + " " + LabelWord(handling) : LabelWord(handling)));
        _waiting += words.Length;
        if (_waiting > MostWaiting)
        {
            Flush();
        }
    }

    private void Write(string index, List<(long Place, string Words)> rows, Func<(long Values, long Passages), int, (long, long)> more)
    {
        rows.Sort((a, b) => a.Place.CompareTo(b.Place));
        Dictionary<string, (long Values, long Passages)>.AlternateLookup<ReadOnlySpan<char>> counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach ((long place, string words) in rows)
        {
            writing.Into(index, "rowid, words").Number(place).Words(words).End();
            foreach (Range word in words.AsSpan().Split(' '))
            {
                ref (long, long) count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, words.AsSpan(word), out _);
                count = more(count, 1);
            }
        }

        // No word is empty: under that name all rows are counted.
        if (rows.Count > 0)
        {
            _counts[""] = more(_counts.GetValueOrDefault(""), rows.Count);
        }

        rows.Clear();
    }

    private static long Place(int rank, int length, long number) =>
        ((long)rank << (NumberBits + LengthBits)) | ((long)Math.Min(length, (1 << LengthBits) - 1) << NumberBits) | number;
}

/// <summary>What something is found by.</summary>
/// <param name="Words">Its words, each once, with a space between two.</param>
/// <param name="Length">Characters of the text that they are of.</param>
internal readonly record struct SoughtBy(string Words, int Length)
{
    internal static SoughtBy Of(string text) => new(Storage.Words.Line(text), text.Length);
}
