using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;
using Linchpin.Ledger.Views;

namespace Linchpin.Ledger;

/// <summary>
/// The record for one reader as of the clocks given: claims neither rejected nor retracted, names resolved. It never contains, counts or hints at what the
/// reader may not see.
/// </summary>
/// <remarks>
/// A view is what it would be if the ledger held nothing but what its reader may read: a judgement under a label that the reader may not read changes
/// nothing in it either. It holds no transaction open and need not be closed.
/// </remarks>
public sealed partial class View
{
    private static readonly string[] Singles = [.. Vocabulary.Properties.Values.Where(p => p.Single).Select(p => p.Id).Order(StringComparer.Ordinal)];

    private static readonly Comparer<Document> ByDate = Comparer<Document>.Create((a, b) =>
        (a.Published is null, a.Published ?? default, a.Id).CompareTo((b.Published is null, b.Published ?? default, b.Id)));

    private readonly Store _store;
    private readonly Scope _scope;
    private readonly Lazy<(Merges Merges, Recall Recall)> _parts;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<EntityId, string> _names = new();
    private readonly System.Collections.Concurrent.ConcurrentDictionary<EntityId, string?> _files = new();

    internal View(Store store, Scope scope, Remembered remembered)
    {
        _store = store;
        _scope = scope;
        _parts = new(() =>
        {
            Merges merges = remembered.Merges(scope.Key, () => store.Read(db => Views.Merges.Of(db, scope)));
            return (merges, new Recall(scope, merges, remembered));
        });
    }

    /// <summary>For whom it is made.</summary>
    public Reader Reader => _scope.Reader;

    /// <summary>Its clocks.</summary>
    public AsOf AsOf => _scope.AsOf;

    private Merges Merges => _parts.Value.Merges;

    private Recall Recall => _parts.Value.Recall;

    /// <summary>Entities of a kind that some visible claim is about, by id.</summary>
    public IReadOnlyList<Entity> Entities(string kind) =>
        [.. Claims(new ClaimFilter(Kind: kind)).GroupBy(c => c.Subject).OrderBy(g => g.Key).Select(g => Made(g.Key, [.. g]))];

    /// <summary>The entity with all its visible claims, also under an id that was merged into it; <see langword="null"/> where the reader sees no claim about it.</summary>
    public Entity? Entity(EntityId id) => Claims(new ClaimFilter(Subject: id)) is { Count: > 0 } claims ? Made(Merges.Resolve(id), claims) : null;

    /// <summary>Claims by subject, kind, property, source or value, in the order they were recorded.</summary>
    public IReadOnlyList<HeldClaim> Claims(ClaimFilter filter) => _store.Read(db => Recall.Claims(db, filter));

    /// <summary>The same claims one after the other, with a page of them in memory: for exports. The filter's skip and most do not count.</summary>
    public IEnumerable<HeldClaim> EachClaim(ClaimFilter filter)
    {
        for (long after = 0; ;)
        {
            List<HeldClaim> page = _store.Read(db => Recall.Page(db, filter, after, Views.Recall.PageLength, out after));
            foreach (HeldClaim held in page)
            {
                yield return held;
            }

            if (page.Count < Views.Recall.PageLength)
            {
                yield break;
            }
        }
    }

    /// <summary>Writes what the view shows as JSON Lines: a selection for its reader, which cannot be imported as a ledger (docs/exports.md).</summary>
    public void Export(Stream to, CancellationToken cancel = default) => Archives.Selection.Write(this, to, cancel);

    /// <summary>How many claims <see cref="Claims"/> would list, without the filter's skip and most.</summary>
    public int Count(ClaimFilter filter) => _store.Read(db => Recall.Count(db, filter));

    /// <summary>The name to show for an entity: from its claims, from the vocabulary for countries and sectors, else from its id.</summary>
    public string NameOf(EntityId id)
    {
        EntityId kept = Merges.Resolve(id);
        return _names.GetOrAdd(kept, k => Names.OfVocabulary(k)
            ?? Names.OfClaims(Claims(new ClaimFilter(Subject: k, Property: "name")))
            ?? Names.OfWords(k, Claims(new ClaimFilter(Subject: k, Property: Names.WordsOf(k)))) ?? Title(k) ?? Names.OfId(k));
    }

    /// <summary>A claim by its id, one that a model proposes included; <see langword="null"/> where this reader sees none of that id, or it was rejected or retracted.</summary>
    public HeldClaim? Claim(string id) => !IsId(id) ? null : _store.Read(db => Recall.Claim(db, Parameters(p => p.Add("id", Convert.FromHexString(id)))));

    /// <summary>A claim by its id, whatever was judged of it; <see langword="null"/> where this reader may not see it.</summary>
    public HeldClaim? Judged(string id) => !IsId(id) ? null
        : _store.Read(db => Recall.Seen(db, "c.id = @id", Parameters(p => p.Add("id", Convert.FromHexString(id))))).SingleOrDefault();

    /// <summary>Full-text search over names, values and the passages of visible claims, best first.</summary>
    /// <remarks>Every word must be there, or begin a word that is. Marks and operators in the query are read as spaces between words.</remarks>
    public IReadOnlyList<Hit> Search(string words, int most = 50) => Search(words, new SearchFilter(), 0, most).Hits;

    /// <summary>A page of the same, narrowed, with what it may be narrowed to further.</summary>
    /// <param name="words">The words.</param>
    /// <param name="filter">What to narrow it to.</param>
    /// <param name="skip">How many hits to pass over.</param>
    /// <param name="most">At most so many hits.</param>
    public SearchPage Search(string words, SearchFilter filter, int skip = 0, int most = 50) =>
        _store.Read(db => new Search(db, _scope, Merges, Recall).Run(words, filter, skip, most, NameOf));

    /// <summary>Documents whose label lets the reader see them, by published date, then id. Undated ones come last.</summary>
    public IReadOnlyList<Document> Documents() => [.. Sources("document").Select(row => Read(row, withText: true)).Order(ByDate)];

    /// <summary>The same documents without their texts, for lists and references: the text of each is <see langword="null"/>, held or not.</summary>
    public IReadOnlyList<Document> Citations() => [.. Sources("document").Select(row => Read(row, withText: false)).Order(ByDate)];

    /// <summary>A document, or <see langword="null"/> where there is none for this reader.</summary>
    public Document? Document(EntityId id) => Sources("document", id).Select(row => Read(row, withText: true)).SingleOrDefault();

    /// <summary>A document without its text, or <see langword="null"/> where there is none for this reader.</summary>
    public Document? Citation(EntityId id) => Sources("document", id).Select(row => Read(row, withText: false)).SingleOrDefault();

    /// <summary>Whether the text of the document is held, for this reader.</summary>
    public bool HoldsText(EntityId document) => Sources("document", document).Any(row => row.HasText);

    /// <summary>The id kept for an entity by same-as judgements; the id itself where there are none.</summary>
    public EntityId Resolve(EntityId id) => Merges.Resolve(id);

    /// <summary>The name a document came under; <see langword="null"/> where there is none for this reader.</summary>
    public string? FileNameOf(EntityId document) =>
        _files.GetOrAdd(document, d => Citation(d)?.FileName);

    /// <summary>Datasets, by id; of each the version recorded last.</summary>
    public IReadOnlyList<Dataset> Datasets() =>
        [.. Sources("dataset").Select(row => Dataset(row)).GroupBy(d => d.Id).OrderBy(g => g.Key).Select(g => g.Last())];

    /// <summary>A dataset, the version recorded last, or <see langword="null"/> where there is none for this reader.</summary>
    public Dataset? Dataset(EntityId id) => Sources("dataset", id).Select(row => Dataset(row)).LastOrDefault();

    /// <summary>Judgements of which the reader may see every claim concerned, in the order they were recorded.</summary>
    public IReadOnlyList<HeldJudgement> Judgements() => _store.Read(db =>
    {
        HashSet<long> undone = _scope.Undone(db);
        var shown = new HashSet<long>();
        string sql = $"SELECT j.seq, j.id, j.recorded, j.json, j.act, j.target, j.handling FROM judgement j WHERE {_scope.Judgements} ORDER BY j.seq";
        return db.Query<(long Seq, byte[] Id, long Recorded, string Json, long Act, long? Target, long Handling)>(sql, _scope.Parameters())
            .AsList()
            .Select(row => (Row: row, Judgement: Remembered.Whole(row.Seq, () => Payload.ReadJudgement(row.Json)) with { Handling = _scope.Label(row.Handling) }))
            .Where(j => (j.Row.Act != (long)JudgementAct.Undo || shown.Contains(j.Row.Target ?? 0))
                && (Reader.Owner || !j.Judgement.OnConflict || Seen(db, j.Judgement.Into!)) && shown.Add(j.Row.Seq))
            .Select(j => new HeldJudgement(
                Convert.ToHexStringLower(j.Row.Id), j.Judgement, DateTimeOffset.FromUnixTimeMilliseconds(j.Row.Recorded), undone.Contains(j.Row.Seq)))
            .ToList();
    });

    // A judgement on two claims is kept under the label of the one: whoever may not read the other may not read it either.
    private bool Seen(System.Data.Common.DbConnection db, string claim) => db.ExecuteScalar<long>(
        $"SELECT count(*) FROM claim c WHERE c.id = @id AND {_scope.Seen}", Parameters(p => p.Add("id", Convert.FromHexString(claim)))) > 0;

    // Claims that a conflict may be made of, by what the index tells of single-valued properties.
    private List<HeldClaim> ContestedClaims()
    {
        // Subjects with two values of a single-valued property in anybody's claims, found in the index alone; what of them this view may see, and whether
        // that differs, is looked at afterwards. Merged ids are looked at in any case.
        string contested = $"""
            c.single IS NOT NULL AND ((c.property, c.subject) IN (
                SELECT property, subject FROM claim WHERE {_store.Dialect.In("property", "singles")} AND single IS NOT NULL
                GROUP BY property, subject HAVING min(single) <> max(single))
                OR {_store.Dialect.In("c.subject", "merged")})
            """;
        return _store.Read(db => Recall.Claims(db, contested, Parameters(p =>
        {
            p.Add("singles", _store.Dialect.List(Singles));
            p.Add("merged", Recall.Ids(Merges.Groups.SelectMany(g => g.Value)));
        })));
    }

    private static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigitLower);

    private Entity Made(EntityId id, IReadOnlyList<HeldClaim> claims)
    {
        string name = Names.OfVocabulary(id) ?? Names.OfClaims(claims) ?? Names.OfWords(id, claims) ?? Title(id) ?? Names.OfId(id);
        return new Entity(id, name, claims);
    }

    private string? Title(EntityId id) => id.Kind switch
    {
        "document" => Citation(id) is { } cited ? cited.Title ?? cited.FileName : null,
        "dataset" => Dataset(id)?.Title,
        _ => null,
    };

    // What was recorded has the first label; a later one may be stricter.
    private Dataset Dataset(SourceRow row) => Remembered.Whole(row.Seq, () => Payload.ReadDataset(row.Json)) with { Handling = _scope.Label(row.Handling) };

    private DynamicParameters Parameters(Action<DynamicParameters> more)
    {
        DynamicParameters parameters = _scope.Parameters();
        more(parameters);
        return parameters;
    }

    private Document Read(SourceRow row, bool withText)
    {
        Document document = Remembered.Whole(row.Seq, () => Payload.ReadDocument(row.Json)) with { Handling = _scope.Label(row.Handling) };
        return !withText || !row.HasText ? document : document with { Text = _store.Read(db => DocumentText.Whole(db, row.Seq)) };
    }

    private List<SourceRow> Sources(string kind, EntityId? id = null) => _store.Read(db => db.Query<(long, string, long?, long)>(
        $"""
        SELECT s.seq, s.json, t.seq, s.handling FROM source s LEFT JOIN text t ON t.source = s.seq AND {Scope.Texts}
        WHERE {(id is null ? "s.id >= @first AND s.id < @end" : "s.id = @id")} AND {_scope.Sources} ORDER BY s.seq
        """,
        Parameters(p =>
        {
            p.Add("id", id?.ToString());
            // '0' follows '/' in ASCII, so the range is all ids that begin with the kind and a slash.
            p.Add("first", kind + "/");
            p.Add("end", kind + "0");
        })).Select(row => new SourceRow(row.Item1, row.Item2, row.Item3 is not null, row.Item4)).ToList());

    private sealed record SourceRow(long Seq, string Json, bool HasText, long Handling);
}
