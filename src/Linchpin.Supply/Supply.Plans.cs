using Linchpin.Claims;
using Linchpin.Supply.Plans;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply;

/// <content>Response plans: docs/plans.md gives the model.</content>
public sealed partial class Supply
{
    /// <summary>What partners can do together about the deliveries that a scenario takes from them, and what each would bear alone.</summary>
    /// <param name="table">The table.</param>
    /// <param name="scenario">What happens.</param>
    /// <param name="partners">Codes of the partners parted by commas, from 1 to 12; the gain is shared among them up to 6.</param>
    /// <param name="settings">What the plan may count on; <see langword="null"/> for the standard.</param>
    /// <param name="progress">Told in words how far it is.</param>
    /// <param name="cancel">Stops the calculation.</param>
    /// <exception cref="FaultException"><c>supply.plan-partners</c>, <c>supply.plan-settings</c>, <c>supply.plan-infeasible</c> with the conditions that
    /// contradict each other, <c>supply.plan-unsolved</c>, and as for <see cref="Simulate"/> and <see cref="Exposures"/>.</exception>
    public static ResponsePlan Plan(
        InputOutputTable table, Scenario scenario, string partners, PlanSettings? settings = null, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        const int MostPartners = 12;
        IReadOnlyList<int> group = IsAll(partners) ? [] : TableRequest.Countries(table, partners);
        if (group.Count is 0 or > MostPartners || group.Any(c => table.Countries[c].RestOfWorld))
        {
            throw SupplyFaults.PlanPartners.Because($"'{Shown.Short(partners)}'.");
        }

        return new PlanCalculation(table, scenario, group, settings ?? PlanSettings.Standard, progress, cancel).Run();
    }
}
