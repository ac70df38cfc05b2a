using System.Data.Common;
using System.Text;
using Dapper;

namespace Linchpin.Ledger.Storage;

/// <summary>A document's decoded text as stored: parts of at most 32,768 UTF-16 code units in UTF-8, so that a passage is read without the whole.</summary>
internal static class DocumentText
{
    private const int PartLength = 32768;

    /// <summary>Where a text is cut: never inside a surrogate pair. The empty text has no parts.</summary>
    internal static IEnumerable<(int Start, int End)> Parts(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = Math.Min(start + PartLength, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]) && char.IsLowSurrogate(text[end]))
            {
                end--;
            }

            yield return (start, end);
            start = end;
        }
    }

    /// <summary>The text as it can be stored: UTF-8 has no lone surrogates, and one U+FFFD for each keeps every position.</summary>
    internal static string Storable(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }
        }

        return text;
    }

    /// <summary>The whole text of a document whose text is held.</summary>
    internal static string Whole(DbConnection db, long source) => string.Concat(
        db.Query<byte[]>("SELECT words FROM text_part WHERE source = @source ORDER BY start", new { source }).Select(Encoding.UTF8.GetString));

    /// <summary>The passages that claims cite of a document.</summary>
    internal static List<(long Id, int Start, int End)> Passages(DbConnection db, long source) =>
        [.. db.Query<(long, long, long)>("SELECT id, start, until FROM passage WHERE source = @source", new { source })
            .Select(p => (p.Item1, (int)p.Item2, (int)p.Item3))];
}
