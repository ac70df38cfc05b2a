using System.Text.Json;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Views;

/// <summary>Reads claims of a scope from the file and makes them into what a view shows.</summary>
internal sealed class Recall(Scope scope, Merges merges)
{
    private const string Columns = "c.json, c.recorded, c.handling, c.source";

    private readonly Dictionary<long, PartialDate?> _published = [];

    /// <summary>Claims that the filter lets through, by entry.</summary>
    internal List<HeldClaim> Claims(SqliteConnection db, ClaimFilter filter)
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

        parameters.Add("skip", Math.Max(filter.Skip, 0));
        parameters.Add("most", Math.Max(filter.Most, 0));
        where.Add(scope.Claims);
        return Held(db, $"SELECT {Columns}, {Scope.StandingColumn} FROM claim c WHERE {string.Join(" AND ", where)} ORDER BY c.seq LIMIT @most OFFSET @skip", parameters);
    }

    /// <summary>Claims by a condition on <c>claim c</c>, by entry.</summary>
    internal List<HeldClaim> Claims(SqliteConnection db, string where, DynamicParameters parameters, int most = int.MaxValue) => Held(
        db, $"SELECT {Columns}, {Scope.StandingColumn} FROM claim c WHERE {where} AND {scope.Claims} ORDER BY c.seq LIMIT {most}", parameters);

    /// <summary>Ids as a JSON list, to be taken apart by SQLite.</summary>
    internal static string Ids(IEnumerable<EntityId> ids) => JsonSerializer.Serialize(ids.Select(id => id.ToString()));

    private string OfKind(string kind, DynamicParameters parameters)
    {
        // '0' follows '/' in ASCII, so the range is all ids that begin with the kind and a slash.
        parameters.Add("first", kind + "/");
        parameters.Add("end", kind + "0");
        IEnumerable<EntityId> moved = merges.Groups.SelectMany(g => g.Value.Where(id => id.Kind != g.Key.Kind));
        string[] gone = [.. moved.Where(id => id.Kind == kind).Select(id => id.ToString())];
        string[] come = [.. moved.Where(id => id.Kind != kind && merges.Resolve(id).Kind == kind).Select(id => id.ToString())];
        parameters.Add("gone", JsonSerializer.Serialize(gone));
        parameters.Add("come", JsonSerializer.Serialize(come));
        string range = "c.subject >= @first AND c.subject < @end";
        string own = gone.Length == 0 ? range : range + " AND c.subject NOT IN (SELECT value FROM json_each(@gone))";
        return come.Length == 0 ? own : $"(({own}) OR c.subject IN (SELECT value FROM json_each(@come)))";
    }

    private List<HeldClaim> Held(SqliteConnection db, string sql, DynamicParameters parameters)
    {
        var held = new List<HeldClaim>();
        using System.Data.IDataReader row = db.ExecuteReader(sql, parameters);
        while (row.Read())
        {
            held.Add(Held(db, row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)));
        }

        return held;
    }

    private HeldClaim Held(SqliteConnection db, string json, long recorded, long label, long source, long standing)
    {
        Claim claim = ClaimJson.Read(json).HeldUnder(scope.Label(label));
        PartialDate? published = Published(db, source, claim.Source);
        return new HeldClaim(
            claim,
            merges.Resolve(claim.Subject),
            merges.Resolve(claim.Value),
            DateTimeOffset.FromUnixTimeMilliseconds(recorded),
            published,
            standing == (int)JudgementAct.Accept ? Standing.Accepted : Standing.Unreviewed,
            scope.Dated(claim.Valid, published),
            claim.Source is DocumentSource from ? Quote(db, source, from.At) : null);
    }

    private PartialDate? Published(SqliteConnection db, long source, Source kind)
    {
        if (!_published.TryGetValue(source, out PartialDate? published))
        {
            string json = db.ExecuteScalar<string>("SELECT json FROM source WHERE seq = @source", new { source })!;
            published = kind is DocumentSource ? Payload.ReadDocument(json).Published : Payload.ReadDataset(json).Published;
            _published[source] = published;
        }

        return published;
    }

    // A text that came after the claim may not have the passage; words that do not bear the claim's hash are not its quote.
    private string? Quote(SqliteConnection db, long source, Passage at)
    {
        DynamicParameters parameters = scope.Parameters();
        parameters.Add("source", source);
        return db.ExecuteScalar<long?>($"SELECT 1 FROM text t WHERE t.source = @source AND {Scope.Texts}", parameters) is not null
            && DocumentText.Words(db, source, at.Start, at.End) is { } words && Passage.HashOf(words) == at.QuoteHash ? words : null;
    }
}
