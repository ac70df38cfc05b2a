using System.Data.Common;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Appending;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Views;

/// <summary>Full-text search over the values and passages of visible claims.</summary>
/// <remarks>
/// <para>The index is common to all readers, so its own ranking would let what a reader may not see move what the reader may. Hits are therefore ordered by
/// themselves alone (<see cref="WordIndex"/>): names first, then other values, then passages, the shorter first.</para>
/// <para>Each word of the query is matched from its beginning, which also finds a Korean word with its particle; one or two letters of the Latin script, such as AI or EU, as a whole.</para>
/// <para>Only the best are looked at, and their number does not depend on what the reader may not see.</para>
/// </remarks>
internal sealed class Search(DbConnection db, Scope scope, Merges merges, Recall recall)
{
    private const int MostWords = 16, MostMatches = 1000, MostNarrowed = 4000, MostForms = 1000, CommonShare = 20, ExcerptLength = 200;

    private readonly SearchOrigins _origins = new(db, scope);

    internal SearchPage Run(string words, SearchFilter filter, int skip, int most, Func<EntityId, string> nameOf)
    {
        string[] sought = [.. Words.Of(words).Distinct().Take(MostWords)];
        List<Form> forms = [.. sought.Select(Forms)];
        if (sought.Length == 0 || forms.Exists(f => f.Sought.Words.Count == 0) || scope.LabelWords is { Words.Count: 0 })
        {
            return new SearchPage([], 0, false, [], [], []);
        }

        (List<Match> values, bool moreValues) = Matches("value_words", "c.seq", forms, filter);
        (List<Match> passages, bool morePassages) = Matches("passage_words", "c.passage", forms, filter);
        List<Match> matches = [.. values.Concat(passages).DistinctBy(m => (m.Subject, m.Source, m.Passage))];
        ILookup<EntityId, EntityId> named = Named(matches);
        matches = [.. matches.Where(m => Within(m.Subject, named, filter))];
        Match[] page = [.. matches.Skip(Math.Max(skip, 0)).Take(Math.Max(most, 0))];
        Dictionary<long, HeldClaim> held = recall.Claims(db, page.Select(m => m.Entry));
        EntityId[] subjects = [.. matches.Select(m => m.Subject).Distinct()];
        var found = new SearchPage(
            [.. page.Where(m => held.ContainsKey(m.Entry)).Select(m => Hit(held[m.Entry], m.IsPassage, sought, nameOf))],
            matches.Count,
            moreValues || morePassages,
            Facets(subjects.Select(s => s.Kind)),
            Facets(subjects.SelectMany(s => named[s].Where(id => id.Kind == "sector").Select(id => id.ToString()))),
            Facets(subjects.SelectMany(s => named[s].Where(id => id.Kind == "country").Select(id => id.ToString()))));
        return _origins.Told(found, [.. matches.Select(m => (m.Entry, m.Subject, m.Source))]);
    }

    /// <summary>The words of the indexes that a word of the query finds. They are named one by one, since an index puts all rows of a beginning together before it gives the first.</summary>
    private Form Forms(string word)
    {
        bool whole = word.Length < 3 && word.All(char.IsAscii);
        List<(string Word, long Values, long Passages)> forms =
        [
            .. db.Query<(string, long, long)>(
                "SELECT word, in_values, in_passages FROM word WHERE word >= @word AND word <= @last ORDER BY word LIMIT @MostForms",
                new { word, last = whole ? word : word + "\U0010FFFF", MostForms }),
        ];
        return new Form(
            forms.Count < MostForms ? new SoughtWord([.. forms.Select(f => f.Word)]) : new SoughtWord([word], Beginning: true), forms.Sum(f => f.Values), forms.Sum(f => f.Passages));
    }

    private static Hit Hit(HeldClaim claim, bool passage, string[] sought, Func<EntityId, string> nameOf)
    {
        string name = nameOf(claim.Subject);
        string text = passage ? claim.Quote ?? name : claim.Value is TextValue words ? words.Words : claim.Quote ?? name;
        return new Hit(claim, name, Excerpt(text, sought));
    }

    /// <summary>The best rows of an index that the view may show, in their order, and whether there may be more.</summary>
    private (List<Match> Matches, bool More) Matches(string index, string number, List<Form> forms, SearchFilter filter)
    {
        bool passage = index == "passage_words";
        DynamicParameters parameters = scope.Parameters();
        parameters.Add("match", scope.Dialect.Match([.. forms.Select(f => f.Sought), .. scope.LabelWords is { } labels ? [labels] : Array.Empty<SoughtWord>()]));
        parameters.Add("number", WordIndex.Number);
        string? narrowed = Narrowed(filter, parameters);
        int most = narrowed is null ? MostMatches : MostNarrowed;
        parameters.Add("most", most);
        string sql = $"""
            SELECT c.seq, c.subject, c.source, c.passage, w.rowid, {(narrowed is null ? "1" : $"CASE WHEN {narrowed} THEN 1 ELSE 0 END")}
            FROM ({scope.Dialect.Matching(index, Common(passage, forms))}) w CROSS JOIN claim c {(passage ? "CROSS JOIN text t" : "")}
            WHERE {number} = (w.rowid & @number) {(passage ? $"AND t.source = c.source AND {Scope.Texts}" : "")} AND {scope.Claims} ORDER BY {scope.Dialect.ByPlace} LIMIT @most
            """;
        List<(long Entry, string Subject, long Source, long? Passage, long Place, long Within)> rows = [.. db.Query<(long, string, long, long?, long, long)>(sql, parameters)];
        bool more = rows.Count >= most;
        rows.RemoveAll(row => row.Within == 0);
        if (filter.Publisher is { } publisher)
        {
            HashSet<long> its = _origins.Of(publisher, rows.Select(row => row.Source));
            rows.RemoveAll(row => !its.Contains(row.Source));
        }

        // A passage has its number from whoever cited it first, which the reader may not see: of places as good, the claims' own order counts.
        return (
            [
                .. rows.OrderBy(row => row.Place & ~WordIndex.Number).ThenBy(row => row.Entry)
                    .Select(row => new Match(row.Entry, merges.Resolve(EntityId.Parse(row.Subject)), row.Source, row.Passage, passage)).Take(MostMatches),
            ],
            more);
    }

    /// <summary>Whether a good part of an index's rows have all the words, as far as it can be told from how many have each.</summary>
    private bool Common(bool passage, List<Form> forms)
    {
        (long values, long passages) = db.QuerySingleOrDefault<(long, long)>("SELECT in_values, in_passages FROM word WHERE word = ''");
        double rows = passage ? passages : values;
        return forms.Aggregate(rows, (share, form) => share * (passage ? form.Passages : form.Values) / rows) * CommonShare > rows;
    }

    // Merged ids are let through here and looked at afterwards, when what is said of the whole entity is known; so is the publisher, which stands in the source's own record.
    private string? Narrowed(SearchFilter filter, DynamicParameters parameters)
    {
        if (filter == new SearchFilter())
        {
            return null;
        }

        var all = new List<string>();
        if (filter.Source is { } source)
        {
            parameters.Add("source", source.ToString());
            all.Add("c.source IN (SELECT s.seq FROM source s WHERE s.id = @source)");
        }

        if (filter.Year is { } year)
        {
            // A claim has the first day that its source's date may mean, which is of the date's year.
            bool exists = year >= DateOnly.MinValue.Year && year <= DateOnly.MaxValue.Year;
            parameters.Add("yearFrom", exists ? new DateOnly(year, 1, 1).DayNumber : 1);
            parameters.Add("yearTo", exists ? new DateOnly(year, 12, 31).DayNumber : 0);
            all.Add("c.published >= @yearFrom AND c.published <= @yearTo");
        }

        parameters.Add("merged", recall.Ids(merges.Groups.SelectMany(g => g.Value)));
        string merged = scope.Dialect.In("c.subject", "merged");
        if (filter.Kind is { } kind)
        {
            parameters.Add("kind", kind);
            all.Add($"(c.kind = @kind OR {merged})");
        }

        foreach ((string name, EntityId? wanted) in (ReadOnlySpan<(string, EntityId?)>)[("sector", filter.Sector), ("country", filter.Country)])
        {
            if (wanted is { } id)
            {
                parameters.Add(name, recall.Ids(merges.Members(id)));
                all.Add($"(EXISTS (SELECT 1 FROM claim n WHERE n.subject = c.subject AND {scope.Dialect.In("n.entity", name)} AND {scope.SeenAs("n")}) OR {merged})");
            }
        }

        return all.Count == 0 ? "1 = 1" : string.Join(" AND ", all);
    }

    /// <summary>The sectors and countries that visible claims about the entities name.</summary>
    private ILookup<EntityId, EntityId> Named(List<Match> matches)
    {
        DynamicParameters parameters = scope.Parameters();
        parameters.Add("subjects", recall.Ids(matches.Select(m => m.Subject).Distinct().SelectMany(merges.Members)));

        // Each pair that some claim has is found in the index alone; of its claims one that the view may show is enough. '0' follows '/' in ASCII.
        return new[] { "country", "sector" }.SelectMany(kind => db.Query<(string Subject, string Entity)>(
            $"""
            SELECT d.subject, d.entity FROM (
                SELECT DISTINCT n.subject, n.entity FROM claim n WHERE {scope.Dialect.In("n.subject", "subjects")} AND n.entity >= '{kind}/' AND n.entity < '{kind}0') d
            WHERE EXISTS (SELECT 1 FROM claim c WHERE c.subject = d.subject AND c.entity = d.entity AND {scope.Claims})
            """, parameters))
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

    /// <summary>The words of the indexes that a word of the query finds, and in how many rows of each they are.</summary>
    private sealed record Form(SoughtWord Sought, long Values, long Passages);

    private sealed record Match(long Entry, EntityId Subject, long Source, long? Passage, bool IsPassage);
}
