using System.Data;
using System.Text.Json;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Views;

/// <summary>Reads claims of a scope from the file and makes them into what a view shows.</summary>
internal sealed class Recall(Scope scope, Merges merges, Remembered remembered)
{
    private static readonly string Columns = $"""
        SELECT c.seq, c.json, c.recorded, c.handling, c.source, t.seq, {Scope.StandingColumn}
        FROM claim c LEFT JOIN text t ON t.source = c.source AND {Scope.Texts}
        """;

    /// <summary>Claims that the filter lets through, by entry.</summary>
    internal List<HeldClaim> Claims(SqliteConnection db, ClaimFilter filter)
    {
        (string where, DynamicParameters parameters) = Where(filter);
        parameters.Add("skip", Math.Max(filter.Skip, 0));
        parameters.Add("most", Math.Max(filter.Most, 0));
        return Held(db, $"{Columns} WHERE {where} ORDER BY c.seq LIMIT @most OFFSET @skip", parameters);
    }

    /// <summary>The next claims after an entry that the filter lets through, by entry, its skip and most aside; <paramref name="last"/> is the entry of the last of them.</summary>
    internal List<HeldClaim> Page(SqliteConnection db, ClaimFilter filter, long after, int most, out long last)
    {
        (string where, DynamicParameters parameters) = Where(filter);
        parameters.Add("after", after);
        parameters.Add("most", most);
        return Held(db, $"{Columns} WHERE {where} AND c.seq > @after ORDER BY c.seq LIMIT @most", parameters, out last);
    }

    /// <summary>How many claims the filter lets through, skip and most aside.</summary>
    internal int Count(SqliteConnection db, ClaimFilter filter)
    {
        (string where, DynamicParameters parameters) = Where(filter);
        return db.ExecuteScalar<int>($"SELECT count(*) FROM claim c WHERE {where}", parameters);
    }

    private (string Where, DynamicParameters Parameters) Where(ClaimFilter filter)
    {
        DynamicParameters parameters = scope.Parameters();
        var where = new List<string>();
        if (filter.Subject is { } subject)
        {
            parameters.Add("subjects", Ids(merges.Members(subject)));
            where.Add("c.subject IN (SELECT value FROM json_each(@subjects))");
        }

        if (filter.Kind is { } kind)
        {
            where.Add(OfKind(kind, parameters));
        }

        if (filter.Property is { } property)
        {
            parameters.Add("property", property);
            where.Add("c.property = @property");
        }

        if (filter.Source is { } source)
        {
            parameters.Add("source", source.ToString());
            where.Add("c.source IN (SELECT s.seq FROM source s WHERE s.id = @source)");
        }

        if (filter.Names is { } names)
        {
            parameters.Add("names", Ids(merges.Members(names)));
            where.Add("c.entity IN (SELECT value FROM json_each(@names))");
        }

        where.Add(filter.Proposed ? scope.Proposals : scope.Claims);
        return (string.Join(" AND ", where), parameters);
    }

    /// <summary>Claims by a condition on <c>claim c</c>, by entry.</summary>
    internal List<HeldClaim> Claims(SqliteConnection db, string where, DynamicParameters parameters, int most = int.MaxValue) => Held(
        db, $"{Columns} WHERE {where} AND {scope.Claims} ORDER BY c.seq LIMIT {most}", parameters);

    /// <summary>Claims by a condition on <c>claim c</c>, whatever was judged of them, by entry.</summary>
    internal List<HeldClaim> Seen(SqliteConnection db, string where, DynamicParameters parameters) => Held(db, $"{Columns} WHERE {where} AND {scope.Seen} ORDER BY c.seq", parameters);

    /// <summary>Ids as a JSON list, to be taken apart by SQLite.</summary>
    internal static string Ids(IEnumerable<EntityId> ids) => JsonSerializer.Serialize(ids.Select(id => id.ToString()));

    private string OfKind(string kind, DynamicParameters parameters)
    {
        parameters.Add("kind", kind);
        IEnumerable<EntityId> moved = merges.Groups.SelectMany(g => g.Value.Where(id => id.Kind != g.Key.Kind));
        string[] gone = [.. moved.Where(id => id.Kind == kind).Select(id => id.ToString())];
        string[] come = [.. moved.Where(id => id.Kind != kind && merges.Resolve(id).Kind == kind).Select(id => id.ToString())];
        parameters.Add("gone", JsonSerializer.Serialize(gone));
        parameters.Add("come", JsonSerializer.Serialize(come));
        string own = gone.Length == 0 ? "c.kind = @kind" : "c.kind = @kind AND c.subject NOT IN (SELECT value FROM json_each(@gone))";
        return come.Length == 0 ? own : $"(({own}) OR c.subject IN (SELECT value FROM json_each(@come)))";
    }

    private List<HeldClaim> Held(SqliteConnection db, string sql, DynamicParameters parameters) => Held(db, sql, parameters, out _);

    private List<HeldClaim> Held(SqliteConnection db, string sql, DynamicParameters parameters, out long last)
    {
        last = 0;
        var held = new List<HeldClaim>();
        using var quotes = new Quotes(db);
        using IDataReader row = db.ExecuteReader(sql, parameters);
        while (row.Read())
        {
            last = row.GetInt64(0);
            Claim claim = remembered.Claim(last, row.GetString(1)).HeldUnder(scope.Label(row.GetInt64(3)));
            long source = row.GetInt64(4);
            PartialDate? published = remembered.Published(db, source, claim.Source);
            held.Add(new HeldClaim(
                claim,
                merges.Resolve(claim.Subject),
                merges.Resolve(claim.Value),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                published,
                (JudgementAct)row.GetInt64(6) switch { JudgementAct.Accept => Standing.Accepted, JudgementAct.Propose => Standing.Proposed, _ => Standing.Unreviewed },
                scope.Dated(claim.Valid, published),
                claim.Source is DocumentSource from && !row.IsDBNull(5) ? quotes.Words(source, from.At) : null));
        }

        return held;
    }
}
