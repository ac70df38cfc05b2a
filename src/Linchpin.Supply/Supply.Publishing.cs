using Linchpin.Claims;
using Linchpin.Supply.Chokepoints;
using Linchpin.Supply.Ensembles;
using Linchpin.Supply.Exposures;
using Linchpin.Supply.Extraction;
using Linchpin.Supply.Minerals;
using Linchpin.Supply.Plans;
using Linchpin.Supply.Scenarios;
using Linchpin.Supply.ValueAdded;
using Linchpin.Supply.Warnings;

namespace Linchpin.Supply;

/// <content>Results as claims: each names the dataset, its hash, and the calculation with its settings. The rest of the world is never
/// published as a country.</content>
public sealed partial class Supply
{
    /// <summary>The share that a published exposure reaches in at least one of its four input shares, where sources or users were asked for
    /// as <c>all</c>.</summary>
    public const double StandardFloor = 0.01;

    /// <summary>The share of its value added that a published chokepoint costs at least one partner, where no floor is given: 0.02 %.</summary>
    public const double StandardLossFloor = 0.0002;

    /// <summary>The exposures as claims about <c>exposure/…</c>, with the dataset they stand on.</summary>
    /// <param name="exposures">What to publish. Home supply, the rest of the world, <c>foreign</c>, and codes that are no ISO country are
    /// not published: they stay in the set's rows.</param>
    /// <param name="handling">The label of every claim and of the dataset.</param>
    /// <param name="floor">Share from 0 to 1 that one of the four input shares must reach; <see langword="null"/> for 0 where users and
    /// sources were named, else <see cref="StandardFloor"/>.</param>
    /// <exception cref="FaultException"><c>supply.floor</c></exception>
    public static Deposit Publish(ExposureSet exposures, Handling handling, double? floor = null)
    {
        double least = floor ?? (exposures.Named ? 0 : StandardFloor);
        return least is >= 0 and <= 1 ? new ExposurePublication(exposures, handling, least).Make()
            : throw SupplyFaults.Floor.Because(FormattableString.Invariant($"{least} is not a share."));
    }

    /// <summary>Chokepoints as claims about <c>chokepoint/…</c>, with a <c>loss/…</c> for each partner, and the dataset they stand on.</summary>
    /// <param name="chokepoints">What to publish: all its rows that reach the floor.</param>
    /// <param name="handling">The label of every claim and of the dataset.</param>
    /// <param name="floor">Share from 0 to 1 of its value added that an industry's stop must cost at least one partner, the supplier left out.</param>
    /// <exception cref="FaultException"><c>supply.floor</c></exception>
    public static Deposit Publish(ChokepointList chokepoints, Handling handling, double floor = StandardLossFloor) => floor is >= 0 and <= 1
        ? new ChokepointPublication(chokepoints, handling, floor).Make()
        : throw SupplyFaults.Floor.Because(FormattableString.Invariant($"{floor} is not a share."));

    /// <summary>Value added in exports as claims about <c>export-content/…</c>, with the dataset they stand on.</summary>
    public static Deposit Publish(ValueAddedInExports exports, Handling handling) => new ValueAddedPublication(exports, handling).Make();

    /// <summary>A simulation as claims about <c>scenario/…</c>, with a <c>loss/…</c> for each country, and the dataset they stand on.</summary>
    public static Deposit Publish(Simulation simulation, Handling handling) => new SimulationPublication(simulation, handling).Make();

    /// <summary>A trade report as claims: <c>concentration/…</c> and <c>supply-share/…</c> down to <see cref="StandardFloor"/>, <c>trade-warning/…</c>, with the dataset
    /// they stand on. Nothing where the importer is the world.</summary>
    public static Deposit Publish(TradeReport report, Handling handling) => TradePublication.Of(report, handling);

    /// <summary>Early warnings as claims about <c>trade-warning/…</c>, with the dataset they stand on; those of aggregates are left out.</summary>
    public static Deposit Publish(WarningList warnings, Handling handling) => TradePublication.Of(warnings, handling);

    /// <summary>An ensemble as claims about <c>scenario/…</c>, with a <c>loss/…</c> for each country: the median, and the band from the 5 % to the 95 % quantile.</summary>
    public static Deposit Publish(Ensemble ensemble, Handling handling) => new EnsemblePublication(ensemble, handling).Make();

    /// <summary>A response plan as claims about <c>response-plan/…</c>, <c>plan-burden/…</c> and <c>replacement/…</c>, and the dataset they stand on.</summary>
    public static Deposit Publish(ResponsePlan plan, Handling handling) => new PlanPublication(plan, handling).Make();

    /// <summary>Tables of minerals as claims: <c>concentration/…</c> and <c>supply-share/…</c> down to <see cref="StandardFloor"/>, for tables whose shares are known, with the datasets
    /// they stand on. Editions and sources that disagree stay apart.</summary>
    public static Deposit Publish(IReadOnlyList<MineralTable> tables, Handling handling) => MineralPublication.Of(tables, handling);

    /// <summary>An extraction as claims about <c>scenario/…</c>, with a <c>loss/…</c> for each country, and the dataset they stand on.</summary>
    public static Deposit Publish(HypotheticalExtraction extraction, Handling handling) => new ExtractionPublication(extraction, handling).Make();
}
