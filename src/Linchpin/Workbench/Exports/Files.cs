using System.Text;
using Linchpin.Claims;
using Linchpin.Exports;
using Linchpin.Ledger;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Exports;

/// <summary>What a page shows as files beside it: <c>.csv</c> and <c>.xlsx</c> of its rows, <c>.jsonld</c> of the claims behind them, <c>.bib</c> of their sources. Always the whole, with the page's own settings.</summary>
internal static class Files
{
    /// <summary>The most claims of one file; a whole record is written by the command line, which keeps one claim in memory at a time.</summary>
    private const int MostClaims = 50_000;

    /// <summary>Maps a list. Where its columns have none of their own, each row says its sources and its label by the claims it is made of.</summary>
    public static void MapFiles<T>(
        this WebApplication app, string path, IReadOnlyList<QueryTerm> terms, Func<Scope, HttpContext, IReadOnlyList<T>> list, Func<Scope, IReadOnlyList<Column<T>>> columns, Func<Scope, T, IEnumerable<HeldClaim>> claims)
    {
        app.MapTables(path, terms, list, scope => columns(scope) is var own && own.Any(c => c.Name == "sources") ? own
            : [.. own, new("sources", r => Csv.Sources(scope, claims(scope, r))), new("label", r => Csv.Label(claims(scope, r)))]);
        app.MapCited(path, terms, (scope, http) => Cited.Of(scope.View, Few(list(scope, http).SelectMany(r => claims(scope, r)))));
    }

    /// <summary>Maps a list that the address has no name for.</summary>
    public static void MapFiles<T>(
        this WebApplication app, string path, IReadOnlyList<QueryTerm> terms, Func<Scope, IReadOnlyList<T>> list, Func<Scope, IReadOnlyList<Column<T>>> columns, Func<Scope, T, IEnumerable<HeldClaim>> claims) =>
        app.MapFiles(path, terms, (scope, _) => list(scope), columns, claims);

    /// <summary>Maps the claims of a page.</summary>
    public static void MapClaimFiles(this WebApplication app, string path, IReadOnlyList<QueryTerm> terms, Func<Scope, HttpContext, IEnumerable<HeldClaim>> claims) =>
        app.MapFiles(path, terms, (scope, http) => (IReadOnlyList<HeldClaim>)[.. Few(claims(scope, http)).DistinctBy(c => c.Claim.Id)], scope =>
        [
            new("about", c => scope.NameOf(c.Subject)), new("subject", c => c.Subject.ToString()), new("property", c => c.Claim.Property), new("value", c => c.Value is EntityValue v ? scope.NameOf(v.Id) : c.Value.Display),
            new("from", c => c.Claim.Valid.From?.ToString()), new("to", c => c.Claim.Valid.To?.ToString()), new("by", c => c.Claim.Author.Name),
            new("confidence", c => c.Claim.Confidence is { } sure ? Numbers.Raw(sure) : null), new("standing", c => c.Standing.ToString().ToLowerInvariant()), new("id", c => c.Claim.Id),
        ], (_, c) => [c]);

    /// <summary>Maps rows as <c>.csv</c> and <c>.xlsx</c>; every row says who sees it and as of which days.</summary>
    public static void MapTables<T>(this WebApplication app, string path, IReadOnlyList<QueryTerm> terms, Func<Scope, HttpContext, IReadOnlyList<T>> list, Func<Scope, IReadOnlyList<Column<T>>> columns)
    {
        app.MapPage(path + ".csv", terms, (scope, http) => File(scope, Encoding.UTF8.GetBytes(Csv.Write(list(scope, http), All(scope))), "text/csv; charset=utf-8"));
        app.MapPage(path + ".xlsx", terms, (scope, http) => File(scope, Xlsx.Write(list(scope, http), All(scope)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

        Column<T>[] All(Scope scope) => [.. columns(scope), new("seen by", _ => scope.Reader.Name), new("days asked", _ => Csv.Days(scope))];
    }

    /// <summary>Maps claims as <c>.jsonld</c> and their sources as <c>.bib</c>.</summary>
    public static void MapCited(this WebApplication app, string path, IReadOnlyList<QueryTerm> terms, Func<Scope, HttpContext, Cited> cited)
    {
        app.MapPage(path + ".jsonld", terms, (scope, http) =>
        {
            using var file = new MemoryStream();
            JsonLd.Write(scope.View, cited(scope, http), file);
            return File(scope, file.ToArray(), "application/ld+json");
        });
        app.MapPage(path + ".bib", terms, (scope, http) =>
        {
            using var entries = new StringWriter { NewLine = "\n" };
            Cited of = cited(scope, http);
            BibTex.Write(of.Documents, of.Datasets, entries);
            return File(scope, Encoding.UTF8.GetBytes(entries.ToString()), "application/x-bibtex; charset=utf-8");
        });
    }

    private static IResult File(Scope scope, byte[] bytes, string type) => Results.File(bytes, type, "linchpin-" + scope.Path[1..].Replace('/', '-'));

    private static IEnumerable<HeldClaim> Few(IEnumerable<HeldClaim> claims)
    {
        int count = 0;
        foreach (HeldClaim claim in claims)
        {
            yield return ++count <= MostClaims ? claim
                : throw WorkbenchFaults.Query.Because($"More than {MostClaims} claims fit.", remedy: "Narrow the list by kind, property or source, or write the whole record with 'linchpin export'.");
        }
    }
}
