using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Commitments;

/// <summary>A commitment as the API writes it; where several sources tell of the same one, it is one with all their claims.</summary>
public sealed record CommitmentJson(
    IReadOnlyList<string> Ids, string? What, IReadOnlyList<NamedJson> By, IReadOnlyList<NamedJson> Countries, string? Act, IReadOnlyList<NamedJson> Sectors, IReadOnlyList<NamedJson> Mechanisms,
    string? Date, string? Due, string State, bool Binds, IReadOnlyList<HeldClaimJson> Claims);

/// <summary>The commitments page and its API.</summary>
internal static class CommitmentRoutes
{
    private const int MostOnPage = 100;

    private static readonly QueryTerm[] Terms =
    [
        new("party", "Only commitments that bind this country, or a body or person of it, ISO 3166 alpha-3; or that bind this body or person, kind/name."), new("sector", "Only commitments of this sector of co-operation."),
        new("state", "stated, in-progress, delivered, lapsed, superseded or unknown."), new("mechanism", "Only commitments of this mechanism, by its name after mechanism/."),
        new("due", "within for what is due within a year, past for what was due and is not shown done, none for what has no due day."), new("silent", "Only what binds and of which no source has said anything for at least so many days."),
        new("sort", "made, due, state or age without evidence; with a minus before it the other way round."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/commitments", Terms, (scope, _) =>
        {
            IReadOnlyList<Promise> all = All(scope);
            return Routes.Page<CommitmentsPage>(scope, ("All", all), ("Found", Of(scope, all)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage)));
        });
        app.MapFiles("/commitments", Terms, scope => Of(scope, All(scope)), scope =>
        [
            new("what", p => p.What.Count > 0 ? p.What[0].Value.Display : null), new("by", p => Names(scope, p.Parties)), new("act", p => p.ActWord), new("made", p => p.Date?.ToString()),
            new("due", p => Due(p)?.ToString()), new("state", p => p.State.Code()), new("days without evidence", p => Age(p, scope)?.ToString(System.Globalization.CultureInfo.InvariantCulture)), new("mechanism", p => Names(scope, p.Mechanisms)), new("sector", p => Names(scope, p.Sectors)),
            new("id", p => string.Join(' ', p.Ids)),
        ], (_, p) => p.Claims);
        app.MapPage("/commitments.ics", Terms, (scope, _) => Results.File(System.Text.Encoding.UTF8.GetBytes(Calendar.Write(scope, Of(scope, All(scope)))), "text/calendar; charset=utf-8", "linchpin.ics"));
        app.MapApi("/api/commitments", "Commitments with their parties, dates, state and claims.", Terms, (scope, _) =>
            ToJson.Page(Of(scope, All(scope)), scope.Number("skip", 0), Routes.Most(scope, MostOnPage), p => Shape(scope.View, p)));
    }

    /// <summary>A promise as the API writes it.</summary>
    public static CommitmentJson Shape(View view, Promise p) => new(
        [.. p.Ids.Select(i => i.ToString())], p.What.Count > 0 ? p.What[0].Value.Display : null, ToJson.Named(view, p.Parties), ToJson.Named(view, p.Countries), p.ActWord,
        ToJson.Named(view, p.Sectors), ToJson.Named(view, p.Mechanisms), p.Date?.ToString(), Due(p)?.ToString(), p.State.Code(), p.Binds, ToJson.Claims(view, p.Claims));

    /// <summary>By when it is to be done; <see langword="null"/> where not stated.</summary>
    public static PartialDate? Due(Promise p) => (p.Due?.Value as DateValue)?.On;

    private static string Names(Scope scope, IEnumerable<EntityId> ids) => string.Join("; ", ids.Select(scope.NameOf));

    private static IReadOnlyList<Promise> All(Scope scope) => scope.Seen.Promises;

    /// <summary>Days since a promise was made of which nothing has been heard; <see langword="null"/> where it is undated, shown to be under way or no longer stands.</summary>
    public static int? Age(Promise p, Scope scope) =>
        p.Stands && !p.HasEvidence && p.Date is { } made ? Math.Max(0, (scope.AsOf.Valid ?? scope.Today).DayNumber - made.Latest.DayNumber) : null;

    private static IReadOnlyList<Promise> Of(Scope scope, IReadOnlyList<Promise> all)
    {
        EntityId? party = scope["party"] is not { } code ? null : code.Contains('/', StringComparison.Ordinal) ? EntityId.Parse(code) : EntityId.Country(Vocabulary.Country(code));
        EntityId? mechanism = scope["mechanism"] is { } name ? EntityId.Of("mechanism", name) : null;
        string[] states = [.. Enum.GetValues<PromiseState>().Select(s => s.Code())];
        string? state = scope["state"] is null ? null : scope.OneOf("state", states);
        string due = scope.OneOf("due", "any", "within", "past", "none");
        int silent = scope.Number("silent", 0);
        DateOnly day = scope.AsOf.Valid ?? scope.Today;
        return all
            .Where(p => party is not { } c || p.Countries.Contains(c) || p.Parties.Contains(c))
            .Where(p => scope["sector"] is null || p.Sectors.Any(s => s.Name == scope["sector"]))
            .Where(p => mechanism is not { } m || p.Mechanisms.Contains(m))
            .Where(p => state is null || p.State.Code() == state)
            .Where(p => due switch
            {
                "none" => Due(p) is null,
                "within" => Due(p) is { } d && p.Stands && d.Latest >= day && d.Latest <= day.AddDays(Entities.Profile.Horizon),
                "past" => Due(p) is { } d && p.Stands && p.State != PromiseState.Delivered && d.Latest < day,
                _ => true,
            })
            .Where(p => silent == 0 || Age(p, scope) >= silent)
            .SortedBy<Promise>(scope, new("made", p => p.Date?.Earliest, true), new("due", p => Due(p)?.Latest), new("state", p => p.State), new("age", p => Age(p, scope), true));
    }
}
