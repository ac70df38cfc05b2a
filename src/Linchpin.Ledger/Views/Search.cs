using System.Data.Common;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Appending;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Views;

/// <summary>Full-text search over the values and passages of visible claims.</summary>
/// <remarks>
/// The index is common to all readers, so its own ranking would let what a reader may not see move what the reader may. Hits are therefore ordered by
/// themselves alone (<see cref="WordIndex"/>): names first, then other values, then passages, the shorter first. Each word of the query is matched from its
/// beginning, which also finds a Korean word with its particle.
/// </remarks>
internal sealed class Search(DbConnection db, Scope scope, Merges merges, Recall recall)
{
    private const int MostWords = 16, MostMatches = 1000, ExcerptLength = 200;

    internal SearchPage Run(string words, SearchFilter filter, int skip, int most, Func<EntityId, string> nameOf)
    {
        string[] sought = [.. Words.Of(words).Distinct().Take(MostWords)];
        if (sought.Length == 0)
        {
            return new SearchPage([], 0, false, [], [], []);
        }

        List<Match> values = Matches("value_words", "c.seq", sought, filter), passages = Matches("passage_words", "c.passage", sought, filter);
        List<Match> matches = [.. values.Concat(passages).DistinctBy(m => (m.Subject, m.Source, m.Passage))];
        ILookup<EntityId, EntityId> named = Named(matches);
        matches = [.. matches.Where(m => Within(m.Subject, named, filter))];
        Match[] page = [.. matches.Skip(Math.Max(skip, 0)).Take(Math.Max(most, 0))];
        Dictionary<long, HeldClaim> held = recall.Claims(db, page.Select(m => m.Entry));
        EntityId[] subjects = [.. matches.Select(m => m.Subject).Distinct()];
        return new SearchPage(
            [.. page.Where(m => held.ContainsKey(m.Entry)).Select(m => Hit(held[m.Entry], m.IsPassage, sought, nameOf))],
            matches.Count,
            values.Count >= MostMatches || passages.Count >= MostMatches,
            Facets(subjects.Select(s => s.Kind)),
            Facets(subjects.SelectMany(s => named[s].Where(id => id.Kind == "sector").Select(id => id.ToString()))),
            Facets(subjects.SelectMany(s => named[s].Where(id => id.Kind == "country").Select(id => id.ToString()))));
    }

    private static Hit Hit(HeldClaim claim, bool passage, string[] sought, Func<EntityId, string> nameOf)
    {
        string name = nameOf(claim.Subject);
        string text = passage ? claim.Quote ?? name : claim.Value is TextValue words ? words.Words : claim.Quote ?? name;
        return new Hit(claim, name, Excerpt(text, sought));
    }

    /// <summary>The best rows of an index that the view may show, in their order.</summary>
    private List<Match> Matches(string index, string number, string[] sought, SearchFilter filter)
    {
        (string from, string where) = scope.Dialect.Matching(index);
        DynamicParameters parameters = scope.Parameters();
        parameters.Add("match", scope.Dialect.Match(sought));
        parameters.Add("number", WordIndex.Number);
        parameters.Add("most", MostMatches);
        bool passage = index == "passage_words";
        string sql = $"""
            SELECT c.seq, c.subject, c.source, c.passage, w.rowid FROM {from} JOIN claim c ON {number} = (w.rowid & @number)
            {(passage ? $"JOIN text t ON t.source = c.source AND {Scope.Texts}" : "")}
            WHERE {where} AND {scope.Claims} {Narrowed(filter, parameters)} ORDER BY w.rowid, c.seq LIMIT @most
            """;

        // A passage has its number from whoever cited it first, which the reader may not see: of places as good, the claims' own order counts.
        return [.. db.Query<(long Entry, string, long, long?, long Place)>(sql, parameters)
            .OrderBy(row => row.Place & ~WordIndex.Number).ThenBy(row => row.Entry)
            .Select(row => new Match(row.Item1, merges.Resolve(EntityId.Parse(row.Item2)), row.Item3, row.Item4, passage))];
    }

    // Merged ids are let through here and looked at afterwards, when what is said of the whole entity is known.
    private string Narrowed(SearchFilter filter, DynamicParameters parameters)
    {
        string sql = "";
        if (filter == new SearchFilter())
        {
            return sql;
        }

        parameters.Add("merged", recall.Ids(merges.Groups.SelectMany(g => g.Value)));
        string merged = scope.Dialect.In("c.subject", "merged");
        if (filter.Kind is { } kind)
        {
            parameters.Add("kind", kind);
            sql += $" AND (c.kind = @kind OR {merged})";
        }

        foreach ((string name, EntityId? wanted) in (ReadOnlySpan<(string, EntityId?)>)[("sector", filter.Sector), ("country", filter.Country)])
        {
            if (wanted is { } id)
            {
                parameters.Add(name, recall.Ids(merges.Members(id)));
                sql += $" AND (EXISTS (SELECT 1 FROM claim n WHERE n.subject = c.subject AND {scope.Dialect.In("n.entity", name)} AND {scope.SeenAs("n")}) OR {merged})";
            }
        }

        return sql;
    }

    /// <summary>The sectors and countries that visible claims about the entities name.</summary>
    private ILookup<EntityId, EntityId> Named(List<Match> matches)
    {
        DynamicParameters parameters = scope.Parameters();
        parameters.Add("subjects", recall.Ids(matches.Select(m => m.Subject).Distinct().SelectMany(merges.Members)));
        return db.Query<(string Subject, string Entity)>(
            $"""
            SELECT DISTINCT c.subject, c.entity FROM claim c
            WHERE {scope.Dialect.In("c.subject", "subjects")} AND (c.entity LIKE 'sector/%' OR c.entity LIKE 'country/%') AND {scope.Claims}
            """, parameters)
            .Select(row => (Subject: merges.Resolve(EntityId.Parse(row.Subject)), Entity: merges.Resolve(EntityId.Parse(row.Entity)))).Distinct()
            .ToLookup(row => row.Subject, row => row.Entity);
    }

    private bool Within(EntityId subject, ILookup<EntityId, EntityId> named, SearchFilter filter) =>
        (filter.Kind is null || subject.Kind == filter.Kind)
        && (filter.Sector is not { } sector || named[subject].Contains(merges.Resolve(sector)))
        && (filter.Country is not { } country || named[subject].Contains(merges.Resolve(country)));

    private static List<Facet> Facets(IEnumerable<string> ids) =>
        [.. ids.GroupBy(id => id, StringComparer.Ordinal).Select(g => new Facet(g.Key, g.Count())).OrderByDescending(f => f.Entities).ThenBy(f => f.Id, StringComparer.Ordinal)];

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

    private sealed record Match(long Entry, EntityId Subject, long Source, long? Passage, bool IsPassage);
}
