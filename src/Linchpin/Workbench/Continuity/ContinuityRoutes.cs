using System.Globalization;
using Linchpin.Briefing.Continuity;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;

namespace Linchpin.Workbench.Continuity;

/// <summary>A line of continuity as the API and <c>linchpin continuity --json</c> write it.</summary>
public sealed record ContinuityLineJson(
    string Kind, NamedJson Subject, IReadOnlyList<NamedJson> Parties, string What, string Why, string? Date, int? Days, IReadOnlyList<HeldClaimJson> Claims)
{
    /// <summary>The line in English, as the view names things.</summary>
    internal static ContinuityLineJson Of(View view, ContinuityLine line) => new(
        line.Kind.Code(), ToJson.Named(view, line.Subject), ToJson.Named(view, line.Parties), line.What, Phrases.English.Say(line.Why, view.NameOf), line.On?.ToString(), line.Days, ToJson.Claims(view, line.Claims));
}

/// <summary>The continuity page, its files and its API.</summary>
internal static class ContinuityRoutes
{
    /// <summary>How many days ahead what is due or lapses is told, where nobody says.</summary>
    public const int Horizon = 180;

    private const int MostHorizon = 36_500, MostOnPage = 100;

    private static readonly QueryTerm[] Terms =
    [
        new("on", "The day, YYYY-MM-DD; without it, today. What was published after it is left out unless published-by says otherwise."),
        new("horizon", "How many days ahead what is due or lapses is told; without it, 180."), new("kind", "Only lines of this kind: due, lapses, silent, held, unsigned or fragile."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/continuity", Terms, (scope, _) => scope.Partners.Count < 2 ? Routes.Page<ContinuityPage>(scope) : Routes.Page<ContinuityPage>(scope, ("Report", Report(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapFiles("/continuity", Terms, Lines, scope =>
        [
            new("kind", l => l.Kind.Code()), new("what", l => l.What), new("by", l => string.Join("; ", l.Parties.Select(scope.NameOf))), new("why", l => scope.Say(l.Why)), new("date", l => l.On?.ToString()),
            new("days", l => l.Days?.ToString(CultureInfo.InvariantCulture)), new("id", l => l.Subject.ToString()),
        ], (_, l) => l.Claims);
        app.MapApi("/api/continuity", "What is due, what lapses, what has no later evidence, who held which office, what was never formalised and what is fragile on a day.", Terms, (scope, _) =>
            ToJson.Page(Lines(scope), scope.Number("skip", 0), Routes.Most(scope, Routes.MostItems), l => ContinuityLineJson.Of(scope.View, l)));
    }

    /// <summary>The day asked for, or today.</summary>
    public static DateOnly On(Scope scope) => scope.Day("on") ?? scope.AsOf.Valid ?? scope.Today;

    /// <summary>The lines of the report of the kind that the address asks for.</summary>
    public static IReadOnlyList<ContinuityLine> Shown(Scope scope, ContinuityReport report)
    {
        ContinuityKind[] kinds = Enum.GetValues<ContinuityKind>();
        string? kind = scope["kind"] is null ? null : scope.OneOf("kind", [.. kinds.Select(k => k.Code())]);
        return kind is null ? report.Lines : [.. report.Lines.Where(l => l.Kind.Code() == kind)];
    }

    private static IReadOnlyList<ContinuityLine> Lines(Scope scope) => scope.Partners.Count < 2 ? [] : Shown(scope, Report(scope));

    private static ContinuityReport Report(Scope scope)
    {
        DateOnly on = On(scope);
        int horizon = scope.Number("horizon", Horizon, MostHorizon);
        Seen seen = scope.SeenAt(scope.AsOf with { PublishedBy = scope.AsOf.PublishedBy ?? on });
        return seen.Once(("continuity", string.Join(',', scope.Partners), on, horizon), () => seen.Briefing(LatticeSettings.Default.Threshold, null).Continuity(scope.Partners, on, horizon));
    }
}
