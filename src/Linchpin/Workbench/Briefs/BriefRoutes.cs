using System.Text;
using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Briefs.Outlines;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Printing;
using Linchpin.Workbench.Access;
using Linchpin.Workbench.Language;

namespace Linchpin.Workbench.Briefs;

/// <summary>A brief as the API writes it: the same sentences with their references.</summary>
public sealed record BriefJson(string Title, string Length, string Language, string Label, IReadOnlyList<BriefLine> Header, IReadOnlyList<string> BottomLine, IReadOnlyList<IReadOnlyList<string>> Findings, IReadOnlyList<BriefSectionJson> Sections, IReadOnlyList<string> Closing, IReadOnlyList<BriefReferenceJson> References);

/// <summary>A section of a brief.</summary>
public sealed record BriefSectionJson(string Id, string Title, IReadOnlyList<BriefPartJson> Parts);

/// <summary>A part of a section: sentences, each with its reference numbers in square brackets.</summary>
public sealed record BriefPartJson(string Title, IReadOnlyList<string> Sentences);

/// <summary>A reference.</summary>
public sealed record BriefReferenceJson(int Number, string Source, string Place, string? Quote);

/// <summary>The brief: its preview, its files, its API.</summary>
internal static class BriefRoutes
{
    private static readonly QueryTerm[] Terms =
    [
        new("length", "short: at most two pages; full: all that the record holds for these partners. Without it, as the brief kept here was saved, else short."),
        new("sector", "Only these sectors of co-operation, joined by commas.", Many: true),
        new("since", "Begin with what changed since the record was as known here on this day, YYYY-MM-DD."),
        new("outline", "The name of a brief kept here: its order of sections and the paragraphs added to it."),
    ];

    private static readonly QueryTerm[] PageTerms = [.. Terms, new("instead-of", "The name that was asked for when a brief was saved under another.")];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        WorkbenchSettings settings = app.Services.GetRequiredService<WorkbenchSettings>();
        var outlines = new OutlineFolder(settings.Home);
        Brief Make(Scope scope) => Of(scope, Wish(scope, scope["outline"] is { } name ? outlines.Read(name).Outline : BriefOutline.None));
        app.MapPage("/brief", PageTerms, (scope, _) =>
        {
            if (scope.Partners.Count < 2)
            {
                return Routes.Page<BriefPage>(scope);
            }

            (BriefOutline outline, string? revision) = scope["outline"] is { } name ? outlines.Read(name) : (BriefOutline.None, null);
            return Routes.Page<BriefPage>(scope, ("Whole", Of(scope, Wish(scope, BriefOutline.None) with { Length = BriefLength.Full })), ("Brief", Of(scope, Wish(scope, outline))), ("Outline", outline), ("Revision", revision), ("Names", scope.MayChange ? outlines.Names : []));
        });
        app.MapChange("/briefs", (_, form) =>
        {
            string name = form["name"].ToString(), opened = form["opened"].ToString();
            BriefOutline before = opened.Length > 0 ? outlines.Read(opened).Outline : BriefOutline.None;
            BriefOutline outline = OutlineForm.Read(form, before, settings.Person, DateOnly.FromDateTime(settings.Clock.GetUtcNow().UtcDateTime));

            // Another name is a copy: it must not overwrite what is kept under it.
            string slug = EntityId.Slug(name);
            string kept = outlines.Save(name, outline, slug == opened ? form["revision"].ToString() : null);
            string to = $"/brief?partners={Uri.EscapeDataString(string.Join(',', outline.Partners)).Replace("%2C", ",", StringComparison.Ordinal)}&outline={kept}{(kept == slug ? "" : "&instead-of=" + slug)}";
            return Messages.Languages.FirstOrDefault(l => form["back"].ToString().Contains($"{Messages.Setting}={l}", StringComparison.Ordinal)) is { } language ? $"{to}&{Messages.Setting}={language}" : to;
        });
        app.MapPage("/brief.html", Terms, (scope, _) => File(Encoding.UTF8.GetBytes(Make(scope).Html()), "text/html; charset=utf-8", scope, "html"));
        app.MapPage("/brief.md", Terms, (scope, _) => File(Encoding.UTF8.GetBytes(Make(scope).Markdown()), "text/markdown; charset=utf-8", scope, "md"));
        app.MapPage("/brief.docx", Terms, (scope, _) => File(Make(scope).Docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", scope, "docx"));
        app.MapGet("/brief.pdf", async (Scope scope, HttpContext http) => File(await PrintedPdf.Of(Make(scope).Html(), http.RequestAborted), "application/pdf", scope, "pdf"))
            .WithMetadata(new QueryTerms([.. Scope.SharedTerms, .. Terms])).ExcludeFromDescription();
        app.MapApi("/api/brief", "A brief for these partners and this reader, every sentence with its references.", Terms, (scope, _) => Shape(Make(scope)));
    }

    /// <summary>How the address wants the brief, in the language of the page.</summary>
    private static BriefWish Wish(Scope scope, BriefOutline outline) => new()
    {
        Length = scope["length"] is null ? outline.Asked : BriefLengthText.Parse(scope.OneOf("length", [.. BriefLengthText.All]))!.Value,
        Sectors = scope["sector"]?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        Language = scope.Words.Language,
        Outline = outline,
    };

    private static Brief Of(Scope scope, BriefWish wish)
    {
        DateOnly day = scope.AsOf.Valid ?? scope.Today;
        Brief brief = Of(scope, scope.Seen, day, wish);
        return scope.Day("since") is { } since ? brief.Since(Of(scope, scope.Earlier(since), since, wish), since) : brief;
    }

    private static Brief Of(Scope scope, Seen seen, DateOnly shown, BriefWish wish) => seen.Once(
        ("brief", string.Join(',', scope.Partners), shown, $"{wish.Length} {wish.Language} {string.Join(',', wish.Sectors)}", wish.Outline == BriefOutline.None ? "" : Encoding.UTF8.GetString(wish.Outline.Write())),
        () => seen.Briefing(LatticeSettings.Default.Threshold, null).Brief(scope.Partners, shown, wish));

    // Served as an attachment: the file carries its own style, which the workbench's policy would not let it show here.
    private static IResult File(byte[] content, string mediaType, Scope scope, string extension) =>
        Results.File(content, mediaType, $"brief-{string.Join('-', scope.Partners)}.{extension}");

    private static BriefJson Shape(Brief brief) => new(
        brief.Title, brief.Length.Code(), brief.Language, brief.LabelText, brief.Header, [.. brief.BottomLine.Select(s => s.ToString())], [.. brief.Findings.Select(f => (IReadOnlyList<string>)[.. f.Sentences.Select(s => s.ToString())])],
        [.. brief.Sections.Select(s => new BriefSectionJson(s.Id, s.Title, [.. s.Parts.Select(p => new BriefPartJson(p.Title, [.. p.Items.SelectMany(i => i.Sentences).Select(x => x.ToString())]))]))],
        [.. brief.Closing.Select(s => s.ToString())], [.. brief.References.SelectMany(g => g.Entries, (g, r) => new BriefReferenceJson(r.Number, g.Title, r.Place, r.Quote))]);
}
