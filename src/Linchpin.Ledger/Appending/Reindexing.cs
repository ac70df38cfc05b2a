using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>Fills the full-text indexes, which are empty, from what is stored: for a ledger of an earlier version.</summary>
internal static class Reindexing
{
    private const int PageLength = 2000;

    internal static void Run(Writing writing)
    {
        var words = new WordIndex(writing);
        Pages<(long Entry, string Json, long Handling)>(writing, "SELECT seq, json, handling FROM claim WHERE seq > @after ORDER BY seq LIMIT @PageLength", row => row.Entry, row =>
        {
            Claim claim = ClaimJson.Read(row.Json);
            words.Value(row.Entry, ClaimRow.Searched(claim) is { } text ? SoughtBy.Of(text) : null, claim.Property, row.Handling);
        });
        using var quotes = new Quotes(writing.Db);
        Pages<(long Id, long Source, long Start, long Until, long Handling)>(
            writing,
            """
            SELECT p.id, p.source, p.start, p.until, s.handling FROM passage p JOIN text t ON t.source = p.source JOIN source s ON s.seq = p.source
            WHERE p.id > @after ORDER BY p.id LIMIT @PageLength
            """,
            row => row.Id,
            row =>
            {
                if (quotes.Words(row.Source, (int)row.Start, (int)row.Until) is { } text)
                {
                    words.Passage(row.Id, SoughtBy.Of(text), row.Handling);
                }
            });
        words.Flush();
    }

    // A page is read whole before anything is written: PostgreSQL answers one question at a time.
    private static void Pages<T>(Writing writing, string sql, Func<T, long> key, Action<T> each)
    {
        for (long after = 0; ;)
        {
            List<T> page = [.. writing.Db.Query<T>(sql, new { after, PageLength })];
            page.ForEach(each);
            if (page.Count < PageLength)
            {
                return;
            }

            after = key(page[^1]);
        }
    }
}
