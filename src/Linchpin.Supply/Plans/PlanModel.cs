using Linchpin.Supply.Kernels;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Plans;

/// <summary>What every coalition's programme is made from: lost deliveries, spare capacity, exports, and what new production calls for.</summary>
/// <remarks>
/// <para><b>Accounts:</b> those of the simulation (<see cref="ArioModel"/>): a year's flows over 365, final demand below 0 set to 0. Requirements come from the
/// Leontief inverse on the basis rowsum.</para>
/// <para><b>Unit:</b> the table's unit, summed over the window: the days from the first to the last on which a partner loses a delivery.</para>
/// <para><b>Arrays:</b> [partner][sector] or [partner][input sector][using sector], partners by their number in the request.</para>
/// </remarks>
internal sealed class PlanModel
{
    private readonly ArioModel _ario;
    private readonly DeliveryCuts _cuts;
    private readonly double[][] _spareShare;

    internal PlanModel(InputOutputTable table, Scenario scenario, IReadOnlyList<int> partners, PlanSettings settings, CancellationToken cancel)
    {
        Table = table;
        Settings = settings;
        Partners = [.. partners];
        Sectors = table.Sectors.Count;
        _ario = new ArioModel(table, scenario.Settings);
        var timeline = new ScenarioTimeline(_ario, scenario.Events);
        LeftOut = timeline.Shocks.Where(s => s.LeftOut.Length > 0).ToDictionary(s => s.Number, IReadOnlyList<string> (s) => [.. s.LeftOut.Select(table.NameOf)]);
        _cuts = new DeliveryCuts(_ario, timeline);
        _spareShare = PlacedShares.Spread(table, partners, settings.SpareCapacity ?? -1, settings.SpareCapacityOf, "spare_capacity_of");
        Substitutability = PlacedShares.BySector(table, settings.Substitutability, settings.SubstitutabilityOf);
        Losses = new LostDeliveries(_ario, _cuts, Partners, scenario.Settings.Steps, cancel);
        Spare = OfPartners(p => Enumerable.Range(0, Sectors).Select(i => Enumerable.Range(Losses.First, Days).Sum(t => SpareOn(p, i, t))));
        Output = OfPartners(p => Enumerable.Range(0, Sectors).Select(s => _ario.Output[Industry(p, s)] * Days));
        ValueAdded = OfPartners(p => Enumerable.Range(0, Sectors).Select(s => _ario.ValueAdded[Industry(p, s)] * Output[p][s]));
        Exports = OfPartners(p => Enumerable.Range(0, Sectors).Select(s => Sent(p, s, outsideOnly: false) * Days));
        ExportsOutside = OfPartners(p => Enumerable.Range(0, Sectors).Select(s => Sent(p, s, outsideOnly: true) * Days));
        double[][] redirect = PlacedShares.Spread(table, partners, settings.RedirectShare, settings.RedirectShareOf, "redirect_share_of");
        Redirectable = OfPartners(p => Enumerable.Range(0, Sectors).Select(s =>
            _cuts.Ruled(Industry(p, s)) ? 0 : redirect[p][s] * Sent(p, s, outsideOnly: true) * Enumerable.Range(Losses.First, Days).Sum(t => 1 - _cuts.Capacity(Industry(p, s), t))));
        double[][] days = PlacedShares.Spread(table, partners, settings.StockDays, settings.StockDaysOf, "stock_days_of");
        Stock = OfPartners(p => Enumerable.Range(0, Sectors).Select(s => days[p][s] * Losses.UseADay[p][s]));
        Required = new Requirements(this, _ario, _cuts, cancel);
    }

    internal InputOutputTable Table { get; }

    internal PlanSettings Settings { get; }

    /// <summary>The partners' countries by number.</summary>
    internal int[] Partners { get; }

    internal int Sectors { get; }

    /// <summary>What partners lose.</summary>
    internal LostDeliveries Losses { get; }

    /// <summary>Days of the window; 0 where no partner loses anything.</summary>
    internal int Days => Losses.Days;

    /// <summary>What new production calls for.</summary>
    internal Requirements Required { get; }

    /// <summary>Output that an industry can add.</summary>
    internal double[][] Spare { get; }

    /// <summary>Output before the event.</summary>
    internal double[][] Output { get; }

    /// <summary>Value added before the event.</summary>
    internal double[][] ValueAdded { get; }

    /// <summary>Exports before the event to every other country.</summary>
    internal double[][] Exports { get; }

    /// <summary>Of them, to countries that are no partners.</summary>
    internal double[][] ExportsOutside { get; }

    /// <summary>Exports to countries that are no partners, as far as they may be sent elsewhere; none where a ban, quota or tariff rules the industry's exports.</summary>
    internal double[][] Redirectable { get; }

    /// <summary>Stocks that may be used up.</summary>
    internal double[][] Stock { get; }

    /// <summary>Part of a loss that another maker can stand in for, by sector.</summary>
    internal double[] Substitutability { get; }

    /// <summary>Kinds of event that the plan does not count.</summary>
    internal IReadOnlyList<string> NotCounted => _cuts.NotCounted;

    /// <summary>By event, from 1: industries that make nothing.</summary>
    internal IReadOnlyDictionary<int, IReadOnlyList<string>> LeftOut { get; }

    internal string Code(int partner) => Table.Countries[Partners[partner]].Code;

    internal int Industry(int partner, int sector) => (Partners[partner] * Sectors) + sector;

    /// <summary>Whether an industry can send anything more to a partner.</summary>
    internal bool CanSend(int from, int sector, int to) =>
        _ario.Output[Industry(from, sector)] > 0 && (from == to || !_cuts.Barred(Industry(from, sector), Partners[to]));

    /// <summary>Output that an industry can add on a day.</summary>
    /// <remarks>By the law of the simulation at full scarcity: alpha - 1 = (alpha_max - 1) (1 - (1 - 1 / alpha_tau)^d), d the days since the first loss; or the share that
    /// the settings state, from the first day on. Capacity that the industry itself has lost adds nothing.</remarks>
    internal double SpareOn(int partner, int sector, int day)
    {
        double share = _spareShare[partner][sector];
        ScenarioSettings s = _ario.Settings;
        double more = share >= 0 ? share : (s.AlphaMax - 1) * (1 - Math.Pow(1 - (1 / s.AlphaTau), day - Losses.First));
        int i = Industry(partner, sector);
        return _ario.Output[i] * more * (1 - _cuts.Capacity(i, day));
    }

    private double[][] OfPartners(Func<int, IEnumerable<double>> of) => [.. Enumerable.Range(0, Partners.Length).Select(p => of(p).ToArray())];

    /// <summary>Deliveries abroad a day.</summary>
    private double Sent(int partner, int sector, bool outsideOnly)
    {
        int i = Industry(partner, sector);
        double sum = 0;
        for (int c = 0; c < Table.Countries.Count; c++)
        {
            if (c != Partners[partner] && !(outsideOnly && Partners.Contains(c)))
            {
                sum += VectorMath.Sum(_ario.Flow.Row(i).Slice(c * Sectors, Sectors)) + _ario.Final[i, c];
            }
        }

        return sum;
    }
}
