namespace Linchpin.Supply;

/// <summary>The first two tiers behind an industry: who delivers to it, and who delivers to those.</summary>
/// <remarks>
/// <para><b>Equations</b> (the first terms of the power series of the Leontief inverse, Miller and Blair 2009, section 2.4), with m_i = the inputs of the using sectors from industry i:
/// tier 1 of country r = sum over i in r of m_i; tier 2 from q through r = sum over i in r of m_i / x_i times the inputs of i from q.</para>
/// <para><b>Balance:</b> tier 1 of r = tier 2 through r, over all q, + value added in r. Further tiers stand inside tier 2.</para>
/// <para><b>Unit:</b> the table's unit at its prices, a year's flows. Home and the rest of the world are among the countries.</para>
/// </remarks>
/// <param name="Table">The table.</param>
/// <param name="Basis">Which output the coefficients divide by.</param>
/// <param name="User">Code of the using country.</param>
/// <param name="Sectors">Codes of its using sectors.</param>
/// <param name="First">Tier 1 by supplying country, in the table's order.</param>
/// <param name="Second">Tier 2 by origin and the country that it passes through; only what is not 0.</param>
public sealed record SupplyTiers(
    InputOutputTable Table, Basis Basis, string User, IReadOnlyList<string> Sectors, IReadOnlyList<FirstTier> First, IReadOnlyList<SecondTier> Second)
{
    /// <summary>All inputs of the using sectors, home ones included: the base of a share.</summary>
    public double Inputs => First.Sum(f => f.Amount);
}

/// <summary>What a country delivers to the user itself.</summary>
/// <param name="Country">The supplying country's code.</param>
/// <param name="Amount">Inputs from it.</param>
/// <param name="ValueAdded">Of them, the value added of the industries that deliver.</param>
public sealed record FirstTier(string Country, double Amount, double ValueAdded);

/// <summary>What an origin delivers to the industries of a country that deliver to the user, for those deliveries.</summary>
/// <param name="Origin">The origin's code.</param>
/// <param name="Through">The code of the country that it passes through.</param>
/// <param name="Amount">The deliveries.</param>
public sealed record SecondTier(string Origin, string Through, double Amount);
