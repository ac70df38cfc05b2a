using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;
using Linchpin.Workbench.Entities;

namespace Linchpin.Workbench.Mechanisms;

/// <summary>A mechanism as the API lists it.</summary>
public sealed record MechanismJson(
    string Id, string Name, string? Type, IReadOnlyList<NamedJson> Members, string? Established, string? Expires, IReadOnlyList<NamedJson> Sectors, int Events, int Commitments, string? LastEvent);

/// <summary>The list of mechanisms and its API.</summary>
internal static class MechanismRoutes
{
    private const int MostOnPage = 100;

    private static readonly QueryTerm[] Terms =
    [
        new("member", "Only mechanisms with this member, ISO 3166 alpha-3."), new("type", "Only mechanisms of this type."), new("sector", "Only mechanisms of this sector of co-operation."),
        new("q", "Only mechanisms whose name has these letters."), new("sort", "name, type, established, last, members, events or commitments; with a minus before it the other way round."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/mechanisms", Terms, (scope, _) =>
        {
            IReadOnlyList<MechanismRow> all = MechanismList.All(scope);
            return Routes.Page<MechanismsPage>(scope, ("All", all), ("Found", MechanismList.Of(scope, all)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage)));
        });
        app.MapClaimFiles("/mechanisms/{name}", [], (scope, http) => EntityRoutes.About(scope, EntityRoutes.One(scope, http, "mechanism")));
        app.MapPage("/mechanisms/{name}", [], (scope, http) => ProfileRoutes.Page(scope, EntityRoutes.One(scope, http, "mechanism")));
        app.MapFiles("/mechanisms", Terms, scope => MechanismList.Of(scope, MechanismList.All(scope)), scope =>
        [
            new("name", r => r.Entity.Name), new("type", r => r.Type), new("members", r => string.Join("; ", r.Members.Select(scope.NameOf))), new("established", r => r.Established?.ToString()),
            new("latest event", r => r.Last?.ToString()), new("events", r => r.Events.ToString(CultureInfo.InvariantCulture)), new("commitments", r => r.Commitments.ToString(CultureInfo.InvariantCulture)),
            new("id", r => r.Entity.Id.ToString()),
        ], (_, r) => r.Entity.Claims);
        app.MapApi("/api/mechanisms", "Mechanisms with their members, type and how much the record has on them.", Terms, (scope, _) =>
            ToJson.Page(MechanismList.Of(scope, MechanismList.All(scope)), scope.Number("skip", 0), Routes.Most(scope, MostOnPage), r => new MechanismJson(
                r.Entity.Id.ToString(), r.Entity.Name, r.Type, ToJson.Named(scope.View, r.Members), r.Established?.ToString(), (r.Entity.First("expires")?.Value as DateValue)?.On.ToString(),
                ToJson.Named(scope.View, r.Entity.Linked("sector")), r.Events, r.Commitments, r.Last?.ToString())));
    }
}
