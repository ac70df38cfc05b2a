using System.Globalization;
using System.Text.Json;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Exports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linchpin.Workbench.Lattices;

/// <summary>The lattice, a page for each of its cells, and its API.</summary>
internal static class LatticeRoutes
{
    private static readonly QueryTerm[] Terms =
    [
        new("sector", "On the page, only these sectors of co-operation, joined by commas; or found for those with anything on record.", Many: true),
        new("finding", "On the page, only sectors in which a cell comes to this finding.", Many: true),
        new("against", "Hold each cell against the record as of this day, YYYY-MM-DD, on the clock named."), new("clock", "Which clock the day against is set on: published-by, known-by or as-of."),
        new("only", "changed for the sectors in which something changed."),
        new("threshold", "The share in percent from which one supplier country counts as an exposure; default 10."), new("year", "The table year; default the latest."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/", Terms, First);
        app.MapPage("/lattice", Terms, (scope, _) => Home(scope));
        app.MapPage("/lattice/{sector}/{column}", Terms, (scope, http) => Cell(scope, http) is var (lattice, row, cell) ? Routes.Page<CellPage>(scope, ("Lattice", lattice), ("Row", row), ("Cell", cell)) : Results.NotFound());
        app.MapClaimFiles("/lattice/{sector}/{column}", Terms, (scope, http) => Behind(Cell(scope, http).Cell));
        app.MapFiles("/lattice", Terms, scope => (IReadOnlyList<LatticeCell>)[.. scope.Partners.Count < 2 ? [] : Make(scope) is var lattice ? Rows(scope, lattice, LatticeChange.Find(scope, lattice, seen => Make(scope, seen))).SelectMany(r => r.Cells) : []], scope =>
        [
            new("sector", c => scope.NameOf(EntityId.Sector(c.Sector))), new("partners", c => scope.NameOf(c.Column)), new("finding", c => c.Finding.Code()), new("in words", scope.Say),
            new("promises", c => Count(c.Promises.Count)), new("mechanisms", c => Count(c.Mechanisms.Count)), new("exposures", c => Count(c.Exposures.Count)),
            new("largest supplier outside", c => c.Exposures.FirstOrDefault(e => e.Place == SupplierPlace.Foreign) is { } top ? scope.NameOf(top.Supplier) : null),
            new("its look-through share", c => c.Exposures.FirstOrDefault(e => e.Place == SupplierPlace.Foreign) is { } top ? Layout.Numbers.Raw(top.Share) : null), new("id", c => $"{c.Sector}/{c.Column.Id}"),
        ], (_, c) => Behind(c));
        app.MapGet("/api/lattice", Json)
            .WithMetadata(new QueryTerms([.. Scope.SharedTerms, .. Terms])).Produces<JsonElement>()
            .WithSummary("Sectors down, partners, pairs and the group across: findings, promises, exposures, with the claims behind them.").ProducesProblem(400);
    }

    /// <summary>The settings of the lattice as the address asks for them, without a value where it does not.</summary>
    public static (string, string?)[] Settings(Scope scope) => [("threshold", scope["threshold"]), ("year", scope["year"])];

    /// <summary>The rows that the address asks for: those of the sectors, with the finding, that changed.</summary>
    public static IReadOnlyList<LatticeRow> Rows(Scope scope, Lattice lattice, LatticeChange? change)
    {
        string[] sectors = scope["sector"]?.Split(',') ?? [];
        string[]? findings = scope["finding"]?.Split(',');
        return
        [
            .. lattice.Rows.Where(r => sectors.Length == 0 || sectors.Contains(r.Sector.Id) || (sectors[0] == "found" && r.Cells.Any(c => c.Finding != Finding.NoData)))
                .Where(r => findings is null || r.Cells.Any(c => findings.Contains(c.Finding.Code())))
                .Where(r => change is null || scope["only"] != "changed" || r.Cells.Any(c => change.Of(c) is not null)),
        ];
    }

    /// <summary>The first page. Where a large record is still being read, a page that says so is there at once, and asks for the lattice.</summary>
    private static IResult First(Scope scope, HttpContext http)
    {
        bool asksAgain = http.Request.Headers.ContainsKey("HX-Request");
        var settings = http.RequestServices.GetRequiredService<WorkbenchSettings>();
        if (asksAgain || http.Request.QueryString.HasValue || scope.Edition is not null || scope.Seen.WasRead || settings.Ledger.LastEntry < settings.LargeRecord)
        {
            return Home(scope);
        }

        _ = Warming.Read(settings, scope.Seen);
        return new RazorComponentResult<WaitingPage>();
    }

    private static IResult Home(Scope scope)
    {
        if (scope.Partners.Count < 2)
        {
            return Routes.Page<LatticePage>(scope);
        }

        Lattice lattice = Make(scope);
        return Routes.Page<LatticePage>(scope, ("Lattice", lattice), ("Change", LatticeChange.Find(scope, lattice, seen => Make(scope, seen))));
    }

    private static (Lattice Lattice, LatticeRow Row, LatticeCell Cell) Cell(Scope scope, HttpContext http)
    {
        string sector = http.Request.RouteValues["sector"]?.ToString() ?? "";
        string column = http.Request.RouteValues["column"]?.ToString() ?? "";
        Lattice? lattice = scope.Partners.Count < 2 ? null : Make(scope);
        LatticeRow? row = lattice?.Rows.FirstOrDefault(r => r.Sector.Id == sector);
        LatticeCell cell = row?.Cells.FirstOrDefault(c => c.Column.Id == column)
            ?? throw WorkbenchFaults.NotFound.Because($"The lattice of {string.Join(", ", scope.Partners)} has no cell '{Shown.Short(sector)}', '{Shown.Short(column)}'.");
        return (lattice!, row!, cell);
    }

    private static IEnumerable<HeldClaim> Behind(LatticeCell cell) => cell.Promises.Concat(cell.PromisesOfSome).SelectMany(p => p.Claims)
        .Concat(cell.Mechanisms.SelectMany(m => m.Claims)).Concat(cell.Exposures.SelectMany(e => e.Claims)).Concat(cell.Chokepoints.SelectMany(c => c.Claims));

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static Lattice Make(Scope scope) => Make(scope, scope.Seen);

    private static Lattice Make(Scope scope, Seen seen) => seen.Lattice(scope.Partners, Threshold(scope), scope["year"] is null ? null : scope.Number("year", 0, 2999));

    private static double Threshold(Scope scope) => scope["threshold"] is not { } text ? LatticeSettings.Default.Threshold
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent is > 0 and <= 100 ? percent / 100
        : throw WorkbenchFaults.Query.Because($"threshold={Shown.Short(text)} is not a percentage above 0 and up to 100.");

    private static async Task Json(Scope scope, HttpContext http)
    {
        Lattice lattice = Make(scope);
        http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter);
        foreach (Utf8JsonWriter part in lattice.JsonParts(json))
        {
            part.Flush();
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
    }
}
