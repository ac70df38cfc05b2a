using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;

namespace Linchpin.Workbench.Conflicts;

/// <summary>A conflict as the API writes it: every side with the claims that state it.</summary>
public sealed record ConflictJson(
    string Id, NamedJson Subject, string Property, string Class, string Why, IReadOnlyList<ConflictSideJson> Sides, IReadOnlyList<JudgementJson> Judgements);

/// <summary>One side of a conflict, with the number of independent publishers behind it and of documents whose publisher is not stated.</summary>
public sealed record ConflictSideJson(ValueJson Value, int Publishers, int PublishersUnstated, IReadOnlyList<HeldClaimJson> Claims);

/// <summary>The conflicts page and its API.</summary>
internal static class ConflictRoutes
{
    private const int MostOnPage = 50;
    private static readonly QueryTerm[] Terms = [new("property", "Only conflicts about this property of the vocabulary."), new("kind", "Only conflicts about entities of this kind."), new("class", "Only conflicts of this class."), new("subject", "Only conflicts about this entity, kind/name.")];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/conflicts", Terms, (scope, _) => Routes.Page<ConflictsPage>(scope, ("Found", Find(scope)), ("All", All(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapFiles("/conflicts", Terms, Find, scope =>
        [
            new("about", c => scope.NameOf(c.Subject)), new("property", c => c.Property.Id), new("class", c => c.Class), new("why", c => c.Why),
            new("sides", c => string.Join(" / ", c.Sides.Select(s => s.Value is EntityValue v ? scope.NameOf(v.Id) : s.Value.Display))),
            new("publishers", c => string.Join(" / ", c.Sides.Select(s => s.Support.Publishers))), new("judged", c => string.Join("; ", c.Judgements.Select(j => $"{j.Judgement.Act}: {j.Judgement.Reason}"))),
            new("id", c => c.Id),
        ], (_, c) => c.Sides.SelectMany(s => s.Claims));
        app.MapApi("/api/conflicts", "Where sources disagree or look as if they did, by class, every side with its claims.", Terms, (scope, _) =>
            ToJson.Page(Find(scope), scope.Number("skip", 0), Routes.Most(scope, MostOnPage), c => Shape(scope.View, c)));
    }

    /// <summary>Every conflict of the view; found once.</summary>
    internal static IReadOnlyList<Conflict> All(Scope scope) => All(scope.Seen);

    /// <summary>Every conflict of a view; found once.</summary>
    internal static IReadOnlyList<Conflict> All(Seen seen) => seen.Once("conflicts", seen.View.Conflicts);

    private static IReadOnlyList<Conflict> Find(Scope scope) =>
    [
        .. All(scope).Where(c => scope["property"] is null || c.Property.Id == scope["property"]).Where(c => scope["kind"] is null || c.Subject.Kind == scope["kind"])
            .Where(c => scope["subject"] is null || c.Subject.ToString() == scope["subject"])
            .Where(c => scope["class"] is null || c.Class == scope.OneOf("class", [.. ConflictClassText.Codes])).OrderBy(c => c.Kind),
    ];

    /// <summary>A conflict in the API's form.</summary>
    internal static ConflictJson Shape(View view, Conflict c) => new(
        c.Id, ToJson.Named(view, c.Subject), c.Property.Id, c.Class, c.Why,
        [.. c.Sides.Select(s => new ConflictSideJson(ToJson.Value(view, s.Value), s.Support.Publishers, s.Support.Unstated, ToJson.Claims(view, s.Claims)))],
        [.. c.Judgements.Select(ReviewToJson.Judgement)]);
}
