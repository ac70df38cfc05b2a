using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Workbench.Scenarios.Builder;

/// <summary>What hangs on the deliveries that each event cuts, at once: hypothetical extraction for the days of the event, nothing replaced and no stocks.</summary>
/// <remarks>
/// <para><b>Equation:</b> the yearly loss of value added of an extraction of the part that is cut (<see cref="HypotheticalExtraction"/>), times (days in full force + half of the days of recovery) / 365.
/// A tariff of rate t and elasticity e cuts 1 − (1 + t)^−e, a quota of q cuts 1 − q.</para>
/// <para>Events are taken one by one: two that meet in one chain do not add up. Shifts of demand and stock releases cut no delivery and have no line.</para>
/// </remarks>
/// <param name="Event">The event.</param>
/// <param name="Losses">Value added lost by partner, then the world, in the table's unit; <see langword="null"/> where the event cuts no delivery.</param>
internal sealed record QuickAnswer(EventDraft Event, IReadOnlyList<QuickLoss>? Losses)
{
    /// <summary>The code of the line for all regions.</summary>
    public const string World = "world";

    /// <summary>The answers of all events, in their order.</summary>
    /// <exception cref="FaultException">As for <see cref="Supply.Supply.Extract(InputOutputTable, Basis, IReadOnlyList{ValueTuple{string, string}}, Flows, double, CancellationToken)"/>.</exception>
    public static IReadOnlyList<QuickAnswer> Of(ScenarioDraft draft, IReadOnlyList<string> partners, CancellationToken cancel) =>
        [.. draft.Events.Select(e => new QuickAnswer(e, Calculate(draft, e, partners, cancel)))];

    /// <summary>The part of the deliveries that an event cuts, 0 to 1; <see langword="null"/> where it cuts none.</summary>
    public static double? Cut(EventDraft e) => e.Kind switch
    {
        "quota" => 1 - (e.Size / 100),
        "tariff" => 1 - Math.Pow(1 + (e.Size / 100), -e.Elasticity),
        "demand" or "stock-release" => null,
        _ => e.Size / 100,
    };

    private static List<QuickLoss>? Calculate(ScenarioDraft draft, EventDraft e, IReadOnlyList<string> partners, CancellationToken cancel)
    {
        if (Cut(e) is not { } cut)
        {
            return null;
        }

        string to = e.Kind == "capacity-loss" ? "all,home" : e.To;
        List<(string, string)> sets = [($"{e.From}:{e.Sector}", to)];
        if (e.Kind == "strait" && to != "all")
        {
            sets.Add(($"{to}:{e.Sector}", e.From));
        }

        HypotheticalExtraction loss = Supply.Supply.Extract(draft.Table, Basis.RowSum, sets, share: Math.Clamp(cut, 0, 1), cancel: cancel);
        double days = Math.Min(e.Days + (e.Recovery / 2.0), Math.Max(0, draft.Scenario.Settings.Steps - e.Start)) / 365;
        return [.. loss.ByRegion.Where(r => partners.Contains(r.Region)).OrderBy(r => partners.ToList().IndexOf(r.Region)).Append(loss.World).Select(r => new QuickLoss(r.Region, r.Gdp * days, r.GdpPercent * days))];
    }
}

/// <summary>A region's line.</summary>
/// <param name="Region">Code of the country, or <c>world</c>.</param>
/// <param name="Amount">Value added lost, in the table's unit; a gain is negative.</param>
/// <param name="Percent">The same in per cent of its value added of a year; <see langword="null"/> where that is 0.</param>
internal sealed record QuickLoss(string Region, double Amount, double? Percent);
