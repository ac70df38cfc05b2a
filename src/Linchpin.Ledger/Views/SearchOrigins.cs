using System.Data.Common;
using System.Globalization;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger.Views;

/// <summary>Where what a search found comes from: source, publisher, year of publication, label.</summary>
internal sealed class SearchOrigins(DbConnection db, Scope scope)
{
    private const int MostFacets = 40;

    /// <summary>The numbers of the sources that the filter asks for; <see langword="null"/> where it asks for none.</summary>
    internal List<long>? Sources(SearchFilter filter) => filter is { Source: null, Publisher: null, Year: null } ? null
    : [
        .. Read("s.seq >= 0").Where(s => (filter.Source is not { } id || s.Id == id)
            && (filter.Publisher is not { } publisher || string.Equals(s.Publisher, publisher, StringComparison.OrdinalIgnoreCase)) && (filter.Year is not { } year || s.Published?.Year == year)).Select(s => s.Seq),
    ];

    /// <summary>The page with what it may be narrowed to by origin. What has no publisher or date is in no facet.</summary>
    internal SearchPage Told(SearchPage page, IReadOnlyList<(long Entry, EntityId Subject, long Source)> matches)
    {
        DynamicParameters parameters = scope.Parameters();
        parameters.Add("entries", scope.Dialect.List(matches.Select(m => m.Entry)));
        Dictionary<long, long> labels = db.Query<(long, long)>($"SELECT c.seq, c.handling FROM claim c WHERE {scope.Dialect.In("c.seq", "entries")} AND {scope.Claims}", parameters).ToDictionary(r => r.Item1, r => r.Item2);
        parameters.Add("sources", scope.Dialect.List(matches.Select(m => m.Source).Distinct()));
        Dictionary<long, Origin> origins = Read(scope.Dialect.In("s.seq", "sources"), parameters).ToDictionary(s => s.Seq);
        return page with
        {
            Sources = Facets(matches.Select(m => (m.Subject, origins.GetValueOrDefault(m.Source)?.Id.ToString()))),
            Publishers = Facets(matches.Select(m => (m.Subject, origins.GetValueOrDefault(m.Source)?.Publisher))),
            Years = [.. Facets(matches.Select(m => (m.Subject, origins.GetValueOrDefault(m.Source)?.Published?.Year.ToString(CultureInfo.InvariantCulture)))).OrderByDescending(f => f.Id, StringComparer.Ordinal)],
            Labels = Facets(matches.Where(m => labels.ContainsKey(m.Entry)).Select(m => (m.Subject, (string?)LabelFilter.Code(scope.Label(labels[m.Entry]).Tlp)))),
        };
    }

    private IEnumerable<Origin> Read(string where, DynamicParameters? parameters = null) =>
        db.Query<(long Seq, string Id, string Json)>($"SELECT s.seq, s.id, s.json FROM source s WHERE {where} AND {scope.Sources}", parameters ?? scope.Parameters())
            .Select(row => EntityId.Parse(row.Id) is { Kind: "document" } document ? Of(row.Seq, document, Remembered.Whole(row.Seq, () => Payload.ReadDocument(row.Json)))
                : Of(row.Seq, EntityId.Parse(row.Id), Remembered.Whole(row.Seq, () => Payload.ReadDataset(row.Json))));

    private static Origin Of(long seq, EntityId id, Document d) => new(seq, id, d.Publisher, d.Published);

    private static Origin Of(long seq, EntityId id, Dataset d) => new(seq, id, d.Publisher, d.Published);

    private static List<Facet> Facets(IEnumerable<(EntityId Subject, string? Of)> found) =>
    [
        .. found.Where(f => f.Of is not null).Distinct().GroupBy(f => f.Of!, StringComparer.Ordinal).Select(g => new Facet(g.Key, g.Count()))
            .OrderByDescending(f => f.Entities).ThenBy(f => f.Id, StringComparer.Ordinal).Take(MostFacets),
    ];

    private sealed record Origin(long Seq, EntityId Id, string? Publisher, PartialDate? Published);
}
