using System.Globalization;
using Linchpin.Claims;
using Linchpin.Workbench.Exports;
using Linchpin.Workbench.Layout;
using Linchpin.Workbench.Mechanisms;

namespace Linchpin.Workbench.Networks;

/// <summary>A year of the network as the API writes it.</summary>
public sealed record NetworkJson(int Year, int Mechanisms, int Countries, double? Density, double? Centralisation, IReadOnlyList<string> Hubs, IReadOnlyList<TieJson> Ties);

/// <summary>A tie.</summary>
public sealed record TieJson(string One, string Other, IReadOnlyList<string> Mechanisms);

/// <summary>The network of mechanisms by year, and its API.</summary>
internal static class NetworkRoutes
{
    private static readonly QueryTerm[] Terms =
    [
        new("year", "The year shown; default this year."), new("sector", "Only mechanisms about this sector of co-operation."),
        new("among", "partners for ties among the chosen partners alone; default all countries."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/network", Terms, (scope, _) => Routes.Page<NetworkPage>(scope, ("Shown", NetworkShown.Of(scope))));
        app.MapFiles("/network", Terms, scope => NetworkShown.Of(scope).Network?.Ties ?? [], scope =>
        [
            new("year", _ => NetworkShown.YearOf(scope).ToString(CultureInfo.InvariantCulture)), new("country", t => scope.NameOf(t.One)), new("other country", t => scope.NameOf(t.Other)),
            new("mechanisms both belong to", t => t.Mechanisms.Count.ToString(CultureInfo.InvariantCulture)), new("mechanisms", t => string.Join("; ", t.Mechanisms.Select(m => m.Entity.Name))),
        ], (_, t) => t.Mechanisms.SelectMany(m => m.Entity.Of("member")));
        app.MapApi("/api/network", "Which countries belong to one and the same mechanism, by year, with density and degree centralisation.", Terms, (scope, _) =>
            NetworkShown.Of(scope).Years.Select(n => new NetworkJson(
                n.Year, n.Mechanisms, n.Countries, n.Density, n.Centralisation, [.. n.Countries == 0 ? [] : n.Hubs.Select(h => h.Name)],
                [.. n.Ties.Select(t => new TieJson(t.One.Name, t.Other.Name, [.. t.Mechanisms.Select(m => m.Entity.Id.ToString())]))])).ToList());
    }
}

/// <summary>What the page shows.</summary>
/// <param name="Years">Every year.</param>
/// <param name="Network">The year asked for; <see langword="null"/> where the record has no dated mechanism.</param>
/// <param name="Nodes">All countries of any year, the chosen partners first: they stand in the same place in every year.</param>
/// <param name="Undated">Mechanisms that no date places in a year.</param>
public sealed record NetworkShown(IReadOnlyList<MechanismNetwork> Years, MechanismNetwork? Network, IReadOnlyList<EntityId> Nodes, IReadOnlyList<MechanismRow> Undated)
{
    private const int MostNodes = 28;

    /// <summary>The year asked for.</summary>
    internal static int YearOf(Scope scope) => scope["year"] is null ? (scope.AsOf.Valid ?? scope.Today).Year : scope.Number("year", 0, 2999);

    /// <summary>What the address asks for.</summary>
    internal static NetworkShown Of(Scope scope)
    {
        bool among = scope.OneOf("among", "all", "partners") == "partners";
        EntityId? sector = scope["sector"] is { } id ? EntityId.Sector(id) : null;
        IReadOnlyList<MechanismRow> mechanisms =
        [
            .. MechanismList.All(scope).Where(m => sector is not { } s || m.Entity.Linked("sector").Contains(s))
                .Select(m => among ? m with { Members = [.. m.Members.Where(c => scope.Partners.Contains(c.Name))] } : m),
        ];
        int last = (scope.AsOf.Valid ?? scope.Today).Year;
        (IReadOnlyList<MechanismNetwork> years, IReadOnlyList<MechanismRow> undated) = MechanismNetwork.ByYear(scope, mechanisms, last);
        int year = Math.Clamp(YearOf(scope), years.Count > 0 ? years[0].Year : 0, last);
        EntityId[] nodes =
        [
            .. years.SelectMany(y => y.Degrees).GroupBy(d => d.Key).OrderByDescending(g => scope.Partners.Contains(g.Key.Name)).ThenByDescending(g => g.Max(d => d.Value)).ThenBy(g => g.Key).Select(g => g.Key).Take(MostNodes),
        ];
        return new NetworkShown(years, years.FirstOrDefault(y => y.Year == year), nodes, undated);
    }
}
