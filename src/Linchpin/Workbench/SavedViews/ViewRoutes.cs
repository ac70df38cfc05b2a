using Linchpin.Workbench.Access;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Language;

namespace Linchpin.Workbench.SavedViews;

/// <summary>Saved views: their list, and the addresses that save, rename, delete and undo.</summary>
internal static class ViewRoutes
{
    private static readonly QueryTerm[] Terms = [new("address", "The page to be saved, path and query.")];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        ViewsFile views = app.Services.GetRequiredService<ViewsFile>();
        app.MapPage("/views", Terms, (scope, _) => Routes.Page<ViewsPage>(scope, ("Views", scope.Reader.Owner ? views.All() : []), ("Last", scope.MayChange ? views.Last() : null), ("ToSave", ToSave(scope))));
        app.MapApi("/api/views", "The saved views of the person whose workbench it is, by name.", [], (scope, _) => ToJson.Page(scope.Reader.Owner ? views.All() : [], 0, ViewsFile.Most, v => v));
        app.MapChange("/views", (_, form) =>
        {
            views.Save(form["name"].ToString(), form["address"].ToString());
            return Back(form);
        });
        app.MapChange("/views/{id}/rename", (http, form) =>
        {
            views.Rename(Id(http), form["name"].ToString());
            return Back(form);
        });
        app.MapChange("/views/{id}/delete", (http, form) =>
        {
            views.Delete(Id(http));
            return Back(form);
        });
        app.MapChange("/views/undo", (_, form) =>
        {
            views.Undo();
            return Back(form);
        });
    }

    /// <summary>The address that the page asks to be saved, without the language and without how much of a list was passed over; <see langword="null"/> where none is given.</summary>
    private static string? ToSave(Scope scope)
    {
        if (scope["address"] is not { } address || Changes.Own(address) is null || address.Length > ViewsFile.LongestAddress)
        {
            return null;
        }

        string[] parts = address.Split('#')[0].Split('?', 2);
        string query = parts.Length < 2 ? "" : string.Join('&', parts[1].Split('&').Where(p => p.Split('=')[0] is not (Messages.Setting or "skip")));
        return query.Length == 0 ? parts[0] : parts[0] + "?" + query;
    }

    private static string Id(HttpContext http) => http.Request.RouteValues["id"]?.ToString() ?? "";

    private static string Back(IFormCollection form) => Changes.Back(form, "/views");
}
