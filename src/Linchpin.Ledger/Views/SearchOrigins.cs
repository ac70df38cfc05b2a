using System.Data.Common;
using System.Globalization;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger.Views;

/// <summary>Where what a search found comes from: source, publisher, year of publication, label. Only sources of hits are read, each once a search.</summary>
internal sealed class SearchOrigins(DbConnection db, Scope scope)
{
    private const int MostFacets = 40;

    private readonly Dictionary<long, Origin> _read = [];

    /// <summary>Which of the sources are of the publisher, as the record writes it, in whatever case.</summary>
    internal HashSet<long> Of(string publisher, IEnumerable<long> sources) =>
        [.. Read(sources).Where(s => string.Equals(s.Publisher, publisher, StringComparison.OrdinalIgnoreCase)).Select(s => s.Seq)];

    /// <summary>The page with what it may be narrowed to by origin. What has no publisher or date is in no facet.</summary>
    internal SearchPage Told(SearchPage page, IReadOnlyList<(long Entry, EntityId Subject, long Source)> matches)
    {
        DynamicParameters parameters = scope.Parameters();
        parameters.Add("entries", scope.Dialect.List(matches.Select(m => m.Entry)));
        Dictionary<long, long> labels = db.Query<(long, long)>($"SELECT c.seq, c.handling FROM claim c WHERE {scope.Dialect.In("c.seq", "entries")} AND {scope.Claims}", parameters).ToDictionary(r => r.Item1, r => r.Item2);
        Dictionary<long, Origin> origins = Read(matches.Select(m => m.Source)).ToDictionary(s => s.Seq);
        return page with
        {
            Sources = Facets(matches.Select(m => (m.Subject, origins.GetValueOrDefault(m.Source)?.Id.ToString()))),
            Publishers = Facets(matches.Select(m => (m.Subject, origins.GetValueOrDefault(m.Source)?.Publisher))),
            Years = [.. Facets(matches.Select(m => (m.Subject, origins.GetValueOrDefault(m.Source)?.Published?.Year.ToString(CultureInfo.InvariantCulture)))).OrderByDescending(f => f.Id, StringComparer.Ordinal)],
            Labels = Facets(matches.Where(m => labels.ContainsKey(m.Entry)).Select(m => (m.Subject, (string?)LabelFilter.Code(scope.Label(labels[m.Entry]).Tlp)))),
        };
    }

    private List<Origin> Read(IEnumerable<long> sources)
    {
        long[] wanted = [.. sources.Distinct()];
        DynamicParameters parameters = scope.Parameters();
        parameters.Add("sources", scope.Dialect.List(wanted.Where(s => !_read.ContainsKey(s))));
        foreach ((long seq, string id, string json) in db.Query<(long, string, string)>(
            $"SELECT s.seq, s.id, s.json FROM source s WHERE {scope.Dialect.In("s.seq", "sources")} AND {scope.Sources}", parameters))
        {
            EntityId of = EntityId.Parse(id);
            _read.Add(seq, of.Kind == "document" ? Of(seq, of, Remembered.Whole(seq, () => Payload.ReadDocument(json))) : Of(seq, of, Remembered.Whole(seq, () => Payload.ReadDataset(json))));
        }

        return [.. wanted.Where(_read.ContainsKey).Select(s => _read[s])];
    }

    private static Origin Of(long seq, EntityId id, Document d) => new(seq, id, d.Publisher, d.Published);

    private static Origin Of(long seq, EntityId id, Dataset d) => new(seq, id, d.Publisher, d.Published);

    private static List<Facet> Facets(IEnumerable<(EntityId Subject, string? Of)> found) =>
    [
        .. found.Where(f => f.Of is not null).Distinct().GroupBy(f => f.Of!, StringComparer.Ordinal).Select(g => new Facet(g.Key, g.Count()))
            .OrderByDescending(f => f.Entities).ThenBy(f => f.Id, StringComparer.Ordinal).Take(MostFacets),
    ];

    private sealed record Origin(long Seq, EntityId Id, string? Publisher, PartialDate? Published);
}
