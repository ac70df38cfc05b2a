using System.Globalization;
using Linchpin.Claims;
using Linchpin.Exports;
using Linchpin.Ledger;
using Linchpin.Workbench.Access;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;
using Linchpin.Workbench.Jobs;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Documents;

/// <summary>A document as the API writes it; its text only where one document is asked for and this node holds it.</summary>
public sealed record DocumentJson(
    string Id, string? Title, string FileName, string MediaType, string? Publisher, string? Published, string? PublishedBasis, string? Genre, string ContentHash, LabelJson Handling, int? Claims,
    string? Text = null, IReadOnlyList<HeldClaimJson>? ClaimsMade = null, string? EarlierVersion = null, string? NextVersion = null);

/// <summary>The documents, a page each with its text beside the claims it gave, and their API.</summary>
internal static class DocumentRoutes
{
    private const int MostOnPage = 100;
    private const int MostVersions = 50;
    private static readonly QueryTerm[] ListTerms =
    [
        new("q", "Only documents whose title, publisher or file name has these letters."), new("publisher", "Only documents of this publisher."), new("genre", "Only documents of this genre."),
        new("year", "Only documents published in this year."), new("sort", "published, title, publisher or genre; with a minus before it the other way round."),
    ];

    private static readonly QueryTerm[] OneTerms =
    [
        new("at", "A passage to point out, first-last character: 120-180."), new("part", "Which part of a long text or which pages, from 1."),
        new("judge", "The thing whose claims are shown with the buttons to judge them, by id."), new("show", "text or pages: pages as printed, where the document has them."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        JobQueue jobs = app.Services.GetRequiredService<JobQueue>();
        WorkbenchSettings settings = app.Services.GetRequiredService<WorkbenchSettings>();
        app.MapPage("/documents/add", [], (scope, _) => Routes.Page<AddPage>(scope, ("Works", jobs.Works), ("Most", settings.MostUpload)));
        app.MapStreamedChange("/documents/add", new Upload(jobs, settings).Take);
        app.MapPage("/documents", ListTerms, (scope, _) =>
            Routes.Page<DocumentsPage>(scope, ("All", scope.View.Citations()), ("Found", List(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapApi("/api/documents", "Documents that the reader may see, by published date.", ListTerms, (scope, _) =>
            ToJson.Page(List(scope), scope.Number("skip", 0), Routes.Most(scope, MostOnPage), d => Shape(d, null)));
        app.MapTables("/documents", ListTerms, (scope, _) => List(scope), scope =>
        [
            new("title", d => d.Title), new("publisher", d => d.Publisher), new("published", d => d.Published?.ToString()), new("date's basis", d => d.PublishedBasis), new("genre", d => d.Genre),
            new("claims", d => scope.View.Count(new ClaimFilter(Source: d.Id)).ToString(CultureInfo.InvariantCulture)), new("label", d => d.Handling.Display), new("file name", d => d.FileName), new("media type", d => d.MediaType),
            new("sha256", d => d.ContentHash), new("id", d => d.Id.ToString()), new("sources", d => $"{d.Title ?? d.FileName}, {d.Published?.ToString() ?? "undated"}, SHA-256 {d.ContentHash}"),
        ]);
        app.MapCited("/documents", ListTerms, (scope, _) => new Cited(List(scope), [], []));
        app.MapPage("/sources.bib", [], (scope, _) =>
        {
            using var entries = new StringWriter { NewLine = "\n" };
            BibTex.Write(scope.View, entries);
            return Results.File(System.Text.Encoding.UTF8.GetBytes(entries.ToString()), "application/x-bibtex; charset=utf-8", "linchpin-sources.bib");
        });
        app.MapPage("/documents/{name}", OneTerms, (scope, http) =>
        {
            Document document = One(scope, http);
            _ = scope.OneOf("show", "text", "pages");
            return Routes.Page<DocumentPage>(scope, ("Document", document), ("Chosen", Place(scope)), ("Versions", Versions(scope, document)), ("Map", settings.Home?.Originals.Map(document)));
        });
        app.MapClaimFiles("/documents/{name}", OneTerms, (scope, http) => scope.View.EachClaim(new ClaimFilter(Source: One(scope, http).Id)));
        app.MapPage("/documents/{name}/pages/{page}", [], (scope, http) => new PageImage(settings, One(scope, http), http.Request.RouteValues["page"]?.ToString()));
        app.MapApi("/api/documents/{name}", "A document with its text where it is held, and the claims made from it.", OneTerms, (scope, http) =>
        {
            Document document = One(scope, http);
            IReadOnlyList<HeldClaim> claims = scope.View.Claims(new ClaimFilter(Source: document.Id));
            return Shape(document, claims.Count) with
            {
                Text = document.Text,
                ClaimsMade = ToJson.Claims(scope.View, claims),
                EarlierVersion = scope.View.EarlierVersion(document.Id)?.ToString(),
                NextVersion = scope.View.NextVersion(document.Id)?.ToString(),
            };
        });
    }

    private static Document One(Scope scope, HttpContext http) =>
        (EntityId.TryParse($"document/{http.Request.RouteValues["name"]}", out EntityId id) ? scope.View.Document(id) : null)
        ?? throw WorkbenchFaults.NotFound.Because($"The record has no document '{Shown.Short(http.Request.RouteValues["name"]?.ToString())}' for {scope.Reader.Name} at the days asked.");

    private static IReadOnlyList<Document> List(Scope scope)
    {
        int? year = scope["year"] is null ? null : scope.Number("year", 0, 2999);
        return scope.View.Citations()
            .Where(d => scope.Only?.Lets(d.Handling) != false)
            .Where(d => scope["q"] is not { } q || $"{d.Title} {d.Publisher} {d.FileName}".Contains(q, StringComparison.OrdinalIgnoreCase))
            .Where(d => scope["publisher"] is null || d.Publisher == scope["publisher"])
            .Where(d => scope["genre"] is null || d.Genre == scope["genre"])
            .Where(d => year is null || d.Published?.Year == year)
            .SortedBy<Document>(scope, new("published", d => d.Published?.Earliest), new("title", d => d.Title ?? d.FileName), new("publisher", d => d.Publisher), new("genre", d => d.Genre));
    }

    private static IReadOnlyList<Document> Versions(Scope scope, Document one) =>
    [
        .. Along(one.Id, scope.View.EarlierVersion).Reverse().Concat(Along(one.Id, scope.View.NextVersion)).Select(scope.View.Citation).OfType<Document>(),
    ];

    private static IEnumerable<EntityId> Along(EntityId from, Func<EntityId, EntityId?> next)
    {
        var seen = new HashSet<EntityId> { from };
        for (EntityId? at = next(from); at is { } version && seen.Add(version) && seen.Count <= MostVersions; at = next(version))
        {
            yield return version;
        }
    }

    private static (int Start, int End)? Place(Scope scope)
    {
        if (scope["at"] is not { } text)
        {
            return null;
        }

        string[] ends = text.Split('-');
        return ends.Length == 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start) && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int end) && start < end
            ? (start, end) : throw WorkbenchFaults.Query.Because($"at={Shown.Short(text)} is not a passage.", remedy: "Write first-last character, such as 120-180.");
    }

    private static DocumentJson Shape(Document d, int? claims) => new(
        d.Id.ToString(), d.Title, d.FileName, d.MediaType, d.Publisher, d.Published?.ToString(), d.PublishedBasis, d.Genre, d.ContentHash, ToJson.Label(d.Handling), claims);
}
