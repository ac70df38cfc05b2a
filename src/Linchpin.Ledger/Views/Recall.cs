using System.Data.Common;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Views;

/// <summary>Reads claims of a scope from the file and makes them into what a view shows.</summary>
internal sealed class Recall(Scope scope, Merges merges, Remembered remembered)
{
    /// <summary>So many claims are read from the store at a time.</summary>
    internal const int PageLength = 1000;

    private readonly string _columns = $"""
        SELECT c.seq, c.json, c.recorded, c.handling, c.source, t.seq, {scope.StandingColumn}
        FROM claim c LEFT JOIN text t ON t.source = c.source AND {Scope.Texts}
        """;

    /// <summary>Claims that the filter lets through, by entry.</summary>
    internal List<HeldClaim> Claims(DbConnection db, ClaimFilter filter)
    {
        if (filter is { Skip: <= 0, Most: int.MaxValue })
        {
            return All(db, filter);
        }

        (string where, DynamicParameters parameters) = Where(filter);
        parameters.Add("skip", Math.Max(filter.Skip, 0));
        parameters.Add("most", Math.Max(filter.Most, 0));
        return Held(db, $"{_columns} WHERE {where} ORDER BY c.seq LIMIT @most OFFSET @skip", parameters);
    }

    /// <summary>The next claims after an entry that the filter lets through, by entry, its skip and most aside; <paramref name="last"/> is the entry of the last of them.</summary>
    internal List<HeldClaim> Page(DbConnection db, ClaimFilter filter, long after, int most, out long last)
    {
        (string where, DynamicParameters parameters) = Where(filter);
        parameters.Add("after", after);
        parameters.Add("most", most);
        long reached = 0;
        List<HeldClaim> page = Held(db, $"{_columns} WHERE {where} AND c.seq > @after ORDER BY c.seq LIMIT @most", parameters, entry => reached = entry);
        last = reached;
        return page;
    }

    // Page by page: the rows of a hundred thousand claims, held whole, weigh more than the claims made from them.
    private List<HeldClaim> All(DbConnection db, ClaimFilter filter)
    {
        var all = new List<HeldClaim>();
        for (long after = 0; ;)
        {
            List<HeldClaim> page = Page(db, filter, after, PageLength, out after);
            all.AddRange(page);
            if (page.Count < PageLength)
            {
                return all;
            }
        }
    }

    /// <summary>How many claims the filter lets through, skip and most aside.</summary>
    internal int Count(DbConnection db, ClaimFilter filter)
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
            where.Add(scope.Dialect.In("c.subject", "subjects"));
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
            where.Add(scope.Dialect.In("c.entity", "names"));
        }

        where.Add(filter.Proposed ? scope.Proposals : scope.Claims);
        return (string.Join(" AND ", where), parameters);
    }

    /// <summary>The claim of the id that the parameters have.</summary>
    internal HeldClaim? Claim(DbConnection db, DynamicParameters parameters) => Held(db, $"{_columns} WHERE c.id = @id AND ({scope.Claims} OR {scope.Proposals})", parameters).SingleOrDefault();

    /// <summary>Claims by a condition on <c>claim c</c>, by entry.</summary>
    internal List<HeldClaim> Claims(DbConnection db, string where, DynamicParameters parameters) => Held(db, $"{_columns} WHERE {where} AND {scope.Claims} ORDER BY c.seq", parameters);

    /// <summary>Claims by their entries.</summary>
    internal Dictionary<long, HeldClaim> Claims(DbConnection db, IEnumerable<long> entries)
    {
        DynamicParameters parameters = scope.Parameters();
        parameters.Add("entries", scope.Dialect.List(entries));
        List<long> found = [];
        return Held(db, $"{_columns} WHERE {scope.Dialect.In("c.seq", "entries")} AND {scope.Claims} ORDER BY c.seq", parameters, found.Add).Zip(found).ToDictionary(p => p.Second, p => p.First);
    }

    /// <summary>Claims by a condition on <c>claim c</c>, whatever was judged of them, by entry.</summary>
    internal List<HeldClaim> Seen(DbConnection db, string where, DynamicParameters parameters) => Held(db, $"{_columns} WHERE {where} AND {scope.Seen} ORDER BY c.seq", parameters);

    /// <summary>Ids as a list for a query.</summary>
    internal object Ids(IEnumerable<EntityId> ids) => scope.Dialect.List(ids.Select(id => id.ToString()));

    private string OfKind(string kind, DynamicParameters parameters)
    {
        parameters.Add("kind", kind);
        IEnumerable<EntityId> moved = merges.Groups.SelectMany(g => g.Value.Where(id => id.Kind != g.Key.Kind));
        EntityId[] gone = [.. moved.Where(id => id.Kind == kind)];
        EntityId[] come = [.. moved.Where(id => id.Kind != kind && merges.Resolve(id).Kind == kind)];
        parameters.Add("gone", Ids(gone));
        parameters.Add("come", Ids(come));
        string own = gone.Length == 0 ? "c.kind = @kind" : $"c.kind = @kind AND NOT {scope.Dialect.In("c.subject", "gone")}";
        return come.Length == 0 ? own : $"(({own}) OR {scope.Dialect.In("c.subject", "come")})";
    }

    private List<HeldClaim> Held(DbConnection db, string sql, DynamicParameters parameters, Action<long>? entry = null)
    {
        // Read whole before a text is looked into: PostgreSQL answers one question at a time.
        List<(long Seq, string Json, long Recorded, long Handling, long Source, long? Text, long Standing)> rows =
            [.. db.Query<(long, string, long, long, long, long?, long)>(sql, parameters)];
        using var quotes = new Quotes(db);
        var held = new List<HeldClaim>(rows.Count);
        foreach ((long seq, string json, long recorded, long handling, long source, long? text, long standing) in rows)
        {
            entry?.Invoke(seq);
            Claim claim = remembered.Claim(seq, json).HeldUnder(scope.Label(handling));
            PartialDate? published = remembered.Published(db, source, claim.Source);
            held.Add(new HeldClaim(
                claim,
                merges.Resolve(claim.Subject),
                merges.Resolve(claim.Value),
                DateTimeOffset.FromUnixTimeMilliseconds(recorded),
                published,
                (JudgementAct)standing switch { JudgementAct.Accept => Standing.Accepted, JudgementAct.Propose => Standing.Proposed, _ => Standing.Unreviewed },
                scope.Dated(claim.Valid, published),
                claim.Source is DocumentSource from && text is not null ? quotes.Words(source, from.At) : null));
        }

        return held;
    }
}
