using Linchpin.Claims;
using Linchpin.Supply.Tables;
using Linchpin.Supply.Tiers;

namespace Linchpin.Supply;

/// <content>Tiers of supply.</content>
public sealed partial class Supply
{
    /// <summary>The first two tiers of supply behind sectors of one country.</summary>
    /// <param name="table">The table.</param>
    /// <param name="basis">Which output the coefficients divide by.</param>
    /// <param name="user">Code of the using country.</param>
    /// <param name="sectors">Codes or ranges of its using sectors; <see langword="null"/> for all of them together.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException"><c>supply.country-unknown</c>, <c>supply.sector-unknown</c>, <c>supply.basis-unavailable</c></exception>
    public static SupplyTiers Tiers(InputOutputTable table, Basis basis, string user, string? sectors = null, CancellationToken cancel = default) =>
        TierCalculation.Of(table, basis, TableRequest.Country(table, user), TableRequest.Sectors(table, sectors), cancel);
}
