using Linchpin.Ledger;
using Linchpin.Workbench.Language;

namespace Linchpin.Workbench.Editions;

/// <summary>The pages that only an edition has; and in a workbench the page that gives one out.</summary>
internal static class EditionRoutes
{
    private static readonly SemaphoreSlim One = new(1, 1);
    private static readonly QueryTerm[] Terms = [new("first", "The language of the edition's first page: en or ko."), new("publisher", "Who publishes, as the pages say it.")];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        WorkbenchSettings settings = app.Services.GetRequiredService<WorkbenchSettings>();
        if (settings.Edition is not null)
        {
            app.MapPage("/find", [], (scope, _) => Routes.Page<FindPage>(scope));
            app.MapPage("/cite", [], (scope, _) => Routes.Page<CitePage>(scope));
            return;
        }

        app.MapPage("/publish", Terms, (scope, _) => Routes.Page<PublishPage>(scope, ("Released", settings.Ledger.View(Reader.Public, scope.AsOf)), ("Owner", settings.Ledger.Owner)));
        app.MapGet("/publish.zip", async (Scope scope, HttpContext http) =>
        {
            string first = scope.OneOf("first", [.. Messages.Languages]);
            var asked = new EditionSettings(scope["partners"] is not null ? scope.Partners : [], scope.AsOf, [first, .. Messages.Languages.Where(l => l != first)], scope["publisher"]);

            // One at a time: each asks for every page there is.
            await One.WaitAsync(http.RequestAborted).ConfigureAwait(false);
            try
            {
                EditionFiles edition = await EditionMaker.Make(settings.Ledger, settings.Readers, settings.Clock, asked, null, http.RequestAborted).ConfigureAwait(false);
                var zip = new MemoryStream();
                EditionFiles.Zip(zip, "public-edition", edition.Files);
                zip.Position = 0;
                return Results.File(zip, "application/zip", $"public-edition-{edition.Hash[..8]}.zip");
            }
            finally
            {
                One.Release();
            }
        }).WithMetadata(new QueryTerms([.. Scope.SharedTerms, .. Terms])).ExcludeFromDescription();
    }
}
