using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Supply;
using Linchpin.Workbench.Tables;

namespace Linchpin.Workbench.Exposures;

/// <summary>The two tiers of supply behind a user's sector as flows from origin to user, the small ones added up.</summary>
/// <param name="Tiers">The tiers.</param>
/// <param name="Flows">Each flow as a part of all inputs of the user: from origin to the country it passes through, then from there to the user; the largest first in each.</param>
public sealed record TierFlows(SupplyTiers Tiers, IReadOnlyList<TierFlow> Flows)
{
    /// <summary>The name of an end that stands for all countries not listed.</summary>
    public const string Others = "others";

    /// <summary>The name of an end that stands for the value added of the first tier itself.</summary>
    public const string Made = "made";

    private const int MostCountries = 8;

    /// <summary>The tiers that the address asks for; <see langword="null"/> where this reader may use no table of that year.</summary>
    internal static TierFlows? Find(Scope scope, TableShelf tables, ExposureList list)
    {
        if (list.Chosen is not [var user] || tables.Open(scope, null, null) is not { } any)
        {
            return null;
        }

        InputOutputTable? table = any.Year == list.Year ? any : tables.Open(scope, null, list.Year);
        if (table is null || !table.Countries.Any(c => c.Code == user.Name))
        {
            return null;
        }

        string? sector = scope["user-sector"] is not { } asked ? null
            : asked == NameOf(table, ExposureSet.Manufacturing) ? string.Join(',', table.Sectors.Where(s => s.Manufacturing).Select(s => s.Code))
            : table.Sectors.FirstOrDefault(s => NameOf(table, s.Code) == asked)?.Code;
        return Of(Supply.Supply.Tiers(table, Basis.RowSum, user.Name, sector));
    }

    /// <summary>The name that a table's sector has in the record, after <c>sector/</c>.</summary>
    private static string NameOf(InputOutputTable table, string sector) => $"{table.Descriptor.ClassificationId}:{sector.ToLowerInvariant()}";

    private static TierFlows Of(SupplyTiers tiers)
    {
        double all = tiers.Inputs;
        HashSet<string> first = [.. tiers.First.OrderByDescending(f => f.Amount).Take(MostCountries).Select(f => f.Country)];
        HashSet<string> origins = [.. tiers.Second.GroupBy(s => s.Origin).OrderByDescending(g => g.Sum(s => s.Amount)).Take(MostCountries).Select(g => g.Key)];
        string Through(string country) => first.Contains(country) ? country : Others;
        return new TierFlows(tiers, all <= 0 ? [] :
        [
            .. tiers.Second.GroupBy(s => (From: origins.Contains(s.Origin) ? s.Origin : Others, To: Through(s.Through)))
                .Select(g => new TierFlow(2, g.Key.From, g.Key.To, g.Sum(s => s.Amount) / all)).OrderByDescending(f => f.Share),
            .. tiers.First.GroupBy(f => Through(f.Country)).Select(g => new TierFlow(2, Made, g.Key, g.Sum(f => f.ValueAdded) / all)).OrderByDescending(f => f.Share),
            .. tiers.First.GroupBy(f => Through(f.Country)).Select(g => new TierFlow(1, g.Key, tiers.User, g.Sum(f => f.Amount) / all)).OrderByDescending(f => f.Share),
        ]);
    }
}

/// <summary>A flow of the picture.</summary>
/// <param name="Tier">2 from an origin to the country that it passes through; 1 from there to the user.</param>
/// <param name="From">Country code, <see cref="TierFlows.Others"/> or <see cref="TierFlows.Made"/>.</param>
/// <param name="To">Country code or <see cref="TierFlows.Others"/>.</param>
/// <param name="Share">Of all inputs of the user, from 0 to 1.</param>
public sealed record TierFlow(int Tier, string From, string To, double Share);
