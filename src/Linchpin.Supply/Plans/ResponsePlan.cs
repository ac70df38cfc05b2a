using System.Text.Json;
using Linchpin.Supply.Plans;

namespace Linchpin.Supply;

/// <summary>What partners can do together about the deliveries that a scenario takes from them, and what each would bear alone.</summary>
/// <remarks>
/// <para><b>Unit:</b> the table's unit at its prices, summed over the days of the window; a share is from 0 to 1.</para>
/// <para><b>Basis:</b> the accounts of the simulation (row sums, final demand below 0 set to 0); requirements from the Leontief inverse on the basis rowsum.</para>
/// <para><b>Alone and together</b> are one model with one switch: for whom a partner's spare capacity and redirected exports may work. docs/plans.md has
/// the equations.</para>
/// <para>Unknown is <see langword="null"/>: the gain and its shares where a partner's own conditions cannot be met alone, or where there are more than six
/// partners for the shares. Zero means that it was calculated and is none.</para>
/// </remarks>
/// <param name="Table">The table.</param>
/// <param name="Scenario">What happens.</param>
/// <param name="Settings">What the plan counts on.</param>
/// <param name="Partners">Codes of the partners, in the order asked.</param>
/// <param name="FirstDay">The window's first day.</param>
/// <param name="Days">Its days; 0 where no partner loses a delivery.</param>
/// <param name="Lost">Deliveries lost, by partner, input and origin.</param>
/// <param name="Replacements">What takes their place when the partners act together.</param>
/// <param name="Uncovered">What stays without, by partner and input.</param>
/// <param name="AtRisk">Industries whose production is then held back.</param>
/// <param name="Stockpile">Stocks that would bridge the gap, by partner and input.</param>
/// <param name="Alone">What each bears by itself, in the partners' order.</param>
/// <param name="Together">What each bears when all act together, in the partners' order.</param>
/// <param name="Coalitions">The burden of every group of partners that was calculated, the whole group last.</param>
/// <param name="Gain">What joint action saves: the burdens alone less the burden together.</param>
/// <param name="Shapley">Each partner's part of the gain by the Shapley value, in the partners' order.</param>
/// <param name="ShadowPrices">What one unit more of each limit would save, the most valuable first.</param>
/// <param name="Dynamics">The simulation without a response, with each alone and with all together.</param>
/// <param name="Solver">What solved the linear programmes.</param>
/// <param name="NotCounted">Kinds of event in the scenario that take no delivery away and are not in the plan.</param>
/// <param name="LeftOut">By event, from 1: industries of a range or of <c>all</c> that make nothing.</param>
public sealed record ResponsePlan(
    InputOutputTable Table,
    Scenario Scenario,
    PlanSettings Settings,
    IReadOnlyList<string> Partners,
    int FirstDay,
    int Days,
    IReadOnlyList<LostInput> Lost,
    IReadOnlyList<Replacement> Replacements,
    IReadOnlyList<UncoveredInput> Uncovered,
    IReadOnlyList<IndustryAtRisk> AtRisk,
    IReadOnlyList<StockpileNeed> Stockpile,
    IReadOnlyList<PartnerBurden> Alone,
    IReadOnlyList<PartnerBurden> Together,
    IReadOnlyList<CoalitionBurden> Coalitions,
    double? Gain,
    IReadOnlyList<double?> Shapley,
    IReadOnlyList<ShadowPrice> ShadowPrices,
    ResponseDynamics? Dynamics,
    string Solver,
    IReadOnlyList<string> NotCounted,
    IReadOnlyDictionary<int, IReadOnlyList<string>> LeftOut)
{
    /// <summary>What a plan does not know, in sentences.</summary>
    public static IReadOnlyList<string> Limits { get; } =
    [
        "Costs are stated premiums, not market prices; nobody's price moves.",
        "A sector is not a product: what one maker of a sector makes may not be what another one lost. substitutability states how far it does.",
        "Makers in countries that are no partners replace nothing; a partner's supplies from them go on as before.",
        "Deliveries are lost at first hand only; what a partner's own lost production takes from others is in the simulation and not in the plan.",
        "Redirected exports are missed by those who got them before; their loss is in the simulation and not in the plan.",
    ];

    /// <summary>What a partner would have to get from the others, or with a minus pay, to end with its burden alone less its part of the gain.</summary>
    /// <param name="partner">Its number in <see cref="Partners"/>.</param>
    /// <returns>In the table's unit; over all partners it adds up to 0. <see langword="null"/> where the parts of the gain are unknown.</returns>
    public double? Compensation(int partner) => Together[partner].Burden - (Alone[partner].Burden - Shapley[partner]);

    /// <summary>The plan as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json) => ResponsePlanJson.Write(json, this);
}

/// <summary>Deliveries that a partner loses.</summary>
/// <param name="Partner">Who loses them.</param>
/// <param name="Input">Sector of the product.</param>
/// <param name="Origin">Country they came from.</param>
/// <param name="Amount">In the table's unit over the window.</param>
/// <param name="ShareOfUse">The same as a part of all that the partner would have used of the input in the window.</param>
public sealed record LostInput(string Partner, string Input, string Origin, double Amount, double? ShareOfUse);

/// <summary>Where a replacement comes from.</summary>
public enum PlannedKind
{
    /// <summary><c>new-production</c>: spare capacity of a partner.</summary>
    NewProduction,

    /// <summary><c>redirected-exports</c>: exports of a partner to a country that is none.</summary>
    RedirectedExport,

    /// <summary><c>stock</c>: a stock that the receiver holds.</summary>
    Stock,
}

/// <summary>A delivery of the plan.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="Input">Sector of the product.</param>
/// <param name="FromLost">Countries whose deliveries it replaces, the largest loss first, parted by commas.</param>
/// <param name="By">Who makes it.</param>
/// <param name="To">Who receives it.</param>
/// <param name="Amount">In the table's unit over the window.</param>
/// <param name="ShareOfSpareCapacity">New production: the part of the maker's spare capacity that it takes; else <see langword="null"/>: not applicable.</param>
/// <param name="ShareOfOutput">The same as a part of the maker's present output in the window; <see langword="null"/> for a stock.</param>
/// <param name="ShareOfPresentExports">The same as a part of the maker's present exports in the window; <see langword="null"/> where it has none, and for
/// a stock.</param>
/// <param name="Cost">Premium over the usual price, in the table's unit.</param>
public sealed record Replacement(
    PlannedKind Kind, string Input, string FromLost, string By, string To, double Amount,
    double? ShareOfSpareCapacity, double? ShareOfOutput, double? ShareOfPresentExports, double Cost);

/// <summary>What a partner goes without.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Input">Sector of the product.</param>
/// <param name="Amount">In the table's unit over the window.</param>
/// <param name="Lost">What it lost of the input, with what new production called for on top.</param>
/// <param name="Final">Of the amount, what final users go without.</param>
public sealed record UncoveredInput(string Partner, string Input, double Amount, double Lost, double Final);

/// <summary>An industry that missing inputs hold back.</summary>
/// <param name="Partner">Its country.</param>
/// <param name="Sector">Its sector.</param>
/// <param name="ShareOfOutput">The part of its output in the window that is not made.</param>
/// <param name="ValueAdded">The value added of that part, in the table's unit.</param>
public sealed record IndustryAtRisk(string Partner, string Sector, double ShareOfOutput, double ValueAdded);

/// <summary>A stock of an input that would bridge the gap between what is lost and what the plan delivers.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Input">Sector of the product.</param>
/// <param name="Days">In days of the partner's use of the input from all sources.</param>
/// <param name="Amount">In the table's unit: the most by which losses run ahead of deliveries on any day of the window.</param>
/// <param name="UntilRampedUp">The part of the amount that the plan's own deliveries make good by the window's end.</param>
/// <param name="HeldDays">Stocks that the simulation starts from, in days of use.</param>
public sealed record StockpileNeed(string Partner, string Input, double Days, double Amount, double UntilRampedUp, double HeldDays);

/// <summary>What a partner bears.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Lost">Deliveries lost.</param>
/// <param name="Covered">Of them, replaced.</param>
/// <param name="Uncovered">What it goes without.</param>
/// <param name="ValueAddedAtRisk">Value added of the production that the missing inputs hold back; never more than the partner's value added.</param>
/// <param name="ValueAddedAtRiskPercent">The same in percent of the partner's value added in the window; <see langword="null"/> where that is 0.</param>
/// <param name="FinalUnserved">Final use that goes without.</param>
/// <param name="Cost">Premiums on what it receives.</param>
/// <param name="Burden">harm_weight (value added at risk + final_weight x final use unserved) + cost.</param>
/// <param name="SentToPartners">What it delivers to the other partners.</param>
/// <param name="Impossible">The conditions that it cannot meet, in words; its numbers are then all 0 and mean nothing. <see langword="null"/> where it can.</param>
public sealed record PartnerBurden(
    string Partner, double Lost, double Covered, double Uncovered, double ValueAddedAtRisk, double? ValueAddedAtRiskPercent, double FinalUnserved, double Cost,
    double Burden, double SentToPartners, string? Impossible);

/// <summary>What a group of partners bears when it acts together and the others do not join.</summary>
/// <param name="Members">Codes, in the partners' order.</param>
/// <param name="Burden">The sum of its members' burdens, as small as it can be; <see langword="null"/> where a condition cannot be met.</param>
public sealed record CoalitionBurden(IReadOnlyList<string> Members, double? Burden);

/// <summary>What one unit more of a limit would save the partners acting together.</summary>
/// <param name="Kind"><see cref="PlannedKind.NewProduction"/> for spare capacity, <see cref="PlannedKind.RedirectedExport"/> for exports that may be redirected.</param>
/// <param name="Partner">Whose limit.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Worth">Burden saved by one more unit, in units of burden a unit.</param>
/// <param name="Limit">The limit as it is, in the table's unit over the window.</param>
public sealed record ShadowPrice(PlannedKind Kind, string Partner, string Sector, double Worth, double Limit);

/// <summary>Value added that the simulation loses without a response and with the plan's deliveries, over all its days.</summary>
/// <param name="Partners">By partner, in the partners' order.</param>
/// <param name="World">In all regions.</param>
public sealed record ResponseDynamics(IReadOnlyList<SimulatedLoss> Partners, SimulatedLoss World);

/// <summary>Value added lost in the table's unit; a loss is positive.</summary>
/// <param name="Region">Code of the country, or <c>world</c>.</param>
/// <param name="WithoutResponse">Nobody carries out a plan.</param>
/// <param name="Alone">Each partner carries out the plan that it can make by itself.</param>
/// <param name="Together">All carry out the joint plan.</param>
public sealed record SimulatedLoss(string Region, double WithoutResponse, double Alone, double Together);
