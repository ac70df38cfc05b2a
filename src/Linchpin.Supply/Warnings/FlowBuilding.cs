namespace Linchpin.Supply.Warnings;

/// <summary>Turns the monthly rows of a product into the flows that are watched.</summary>
/// <remarks>
/// <para>An importer's own report comes first. Where it has reported nothing of the product in the twelve months up to a month, the flow is
/// watched in that month as its suppliers report it (mirror data).</para>
/// <para>Only countries are watched one by one. All origins together, and all importers together, are watched apart and marked as aggregates;
/// unspecified areas are not watched.</para>
/// <para>Where several datasets of a folder hold the same flow, the one with most months is taken, of equals the first by file name.</para>
/// </remarks>
internal sealed class FlowBuilding
{
    private readonly string _product;
    private readonly Dictionary<(string Importer, string Origin), TradeRecord[]> _imports;
    private readonly Dictionary<(string Importer, string Origin), TradeRecord[]> _exports;
    private readonly HashSet<string> _countries;
    private readonly ILookup<string, int> _importsReported;
    private readonly ILookup<string, int> _exportsReported;
    private readonly PairCoverage _coverage;

    internal FlowBuilding(ProductTrade trade, string product, int to, PairCoverage coverage)
    {
        _product = product;
        _coverage = coverage;
        TradeRecord[] rows = [.. trade.Records(product).Where(r => r.Dataset.Frequency == TradeFrequency.Month && MonthNumber.Of(r.Period) <= to)];
        _imports = Flows(rows.Where(r => r.Flow == TradeFlow.Import), r => (r.Reporter, r.Partner));
        _exports = Flows(rows.Where(r => r.Flow == TradeFlow.Export), r => (r.Partner, r.Reporter));
        _countries = [.. rows.Where(r => r.PartnerKind == AreaKind.Country).Select(r => r.Partner), .. rows.Select(r => r.Reporter)];
        _importsReported = Reported(_imports, k => k.Importer);
        _exportsReported = Reported(_exports, k => k.Origin);
    }

    /// <summary>Every importer, all together included where an exporter reports.</summary>
    internal IReadOnlyList<string> Importers => field ??=
        [.. _imports.Keys.Concat(_exports.Keys).Select(k => k.Importer).Where(_countries.Contains).Concat(_exports.Count > 0 ? [TradeCodes.World] : []).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The flows watched of an importer, or of all importers together (<c>W00</c>).</summary>
    internal IReadOnlyList<WatchedFlow> Of(string importer)
    {
        if (importer == TradeCodes.World)
        {
            // An exporter whose rows name one importer only has no total of its own.
            return [.. _exports.Keys.GroupBy(k => k.Origin).Where(o => o.Count() > 1 || o.First().Importer == TradeCodes.World).Select(o => o.Key).Order(StringComparer.Ordinal).Select(ToAll)];
        }

        var flows = new List<WatchedFlow>();
        bool own = _importsReported.Contains(importer);
        IReadOnlySet<int> reported = _importsReported[importer].ToHashSet();
        if (own)
        {
            Dictionary<int, double> whole = Whole(_imports, k => k.Importer == importer, k => k.Origin);
            flows.AddRange(_imports.Where(f => f.Key.Importer == importer && (_countries.Contains(f.Key.Origin) || f.Key.Origin == TradeCodes.World))
                .Select(f => Flow(f.Key.Importer, f.Key.Origin, f.Value, false, reported, whole, Mirror(f.Key))));
        }

        flows.AddRange(_exports.Where(f => f.Key.Importer == importer && f.Key.Origin != importer)
            .Select(f => Mirror(f.Key)!).Select(f => own ? f.Until(reported) : f));
        return flows;
    }

    private WatchedFlow? Mirror((string Importer, string Origin) key) => !_exports.TryGetValue(key, out TradeRecord[]? rows) ? null
        : Flow(key.Importer, key.Origin, rows, true, _exportsReported[key.Origin].ToHashSet(), Whole(_exports, k => k.Origin == key.Origin, k => k.Importer), null);

    /// <summary>An exporter's trade with all importers: as it states it, else added up.</summary>
    private WatchedFlow ToAll(string origin)
    {
        IReadOnlySet<int> reported = _exportsReported[origin].ToHashSet();
        Dictionary<int, double> whole = Whole(_exports, k => k.Origin == origin, k => k.Importer);
        if (_exports.TryGetValue((TradeCodes.World, origin), out TradeRecord[]? stated))
        {
            return Flow(TradeCodes.World, origin, stated, true, reported, whole, null);
        }

        TradeRecord[] rows = [.. _exports.Where(f => f.Key.Origin == origin).SelectMany(f => f.Value)];
        ILookup<int, TradeRecord> months = rows.ToLookup(r => MonthNumber.Of(r.Period));
        return new WatchedFlow
        {
            Product = _product,
            Importer = TradeCodes.World,
            Origin = origin,
            Mirrored = true,
            Aggregate = true,
            Value = new MonthlyAmounts(months.Select(m => KeyValuePair.Create(m.Key, Sum(m, r => r.Value)))),
            Weight = new MonthlyAmounts(months.Select(m => KeyValuePair.Create(m.Key, Sum(m, r => r.Weight)))),
            Reported = reported,
            Whole = whole,
            Dataset = rows[0].Dataset,
        };
    }

    /// <summary>A sum of what is known; unknown where over a tenth of the month's value stands in rows that do not state it.</summary>
    private static double? Sum(IEnumerable<TradeRecord> month, Func<TradeRecord, double?> of)
    {
        double all = month.Sum(r => r.Value ?? 0);
        double without = month.Where(r => of(r) is null).Sum(r => r.Value ?? 0);
        return month.Any(r => of(r) is not null) && without <= 0.1 * all ? month.Sum(r => of(r) ?? 0) : null;
    }

    private WatchedFlow Flow(
        string importer, string origin, TradeRecord[] rows, bool mirrored, IReadOnlySet<int> reported, Dictionary<int, double> whole, WatchedFlow? other) => new()
    {
        Product = _product,
        Importer = importer,
        Origin = origin,
        Mirrored = mirrored,
        Aggregate = importer == TradeCodes.World || origin == TradeCodes.World,
        Value = new MonthlyAmounts(rows.Select(r => KeyValuePair.Create(MonthNumber.Of(r.Period), r.Value))),
        Weight = new MonthlyAmounts(rows.Select(r => KeyValuePair.Create(MonthNumber.Of(r.Period), r.Weight))),
        Reported = reported,
        PairReported = mirrored ? _coverage.Months(TradeFlow.Export, origin, importer) : _coverage.Months(TradeFlow.Import, importer, origin),
        Whole = whole,
        Other = other,
        Dataset = rows[0].Dataset,
    };

    /// <summary>Value by month of what a side trades with all partners: as it states it, else its rows added up.</summary>
    private Dictionary<int, double> Whole(
        Dictionary<(string Importer, string Origin), TradeRecord[]> of, Func<(string Importer, string Origin), bool> side, Func<(string Importer, string Origin), string> partner)
    {
        var stated = of.Where(f => side(f.Key) && partner(f.Key) == TradeCodes.World).SelectMany(f => f.Value).Where(r => r.Value is not null)
            .GroupBy(r => MonthNumber.Of(r.Period)).ToDictionary(m => m.Key, m => m.First().Value!.Value);
        foreach (var month in of.Where(f => side(f.Key) && partner(f.Key) != TradeCodes.World).SelectMany(f => f.Value).GroupBy(r => MonthNumber.Of(r.Period)))
        {
            stated.TryAdd(month.Key, month.Sum(r => r.Value ?? 0));
        }

        return stated;
    }

    private static Dictionary<(string, string), TradeRecord[]> Flows(IEnumerable<TradeRecord> rows, Func<TradeRecord, (string Importer, string Origin)> key) =>
        rows.GroupBy(key).ToDictionary(g => g.Key, g => g.GroupBy(r => r.Dataset).OrderByDescending(d => d.Count()).ThenBy(d => d.Key.File, StringComparer.Ordinal).First().ToArray());

    private static ILookup<string, int> Reported(Dictionary<(string Importer, string Origin), TradeRecord[]> flows, Func<(string Importer, string Origin), string> reporter) =>
        flows.SelectMany(f => f.Value.Select(r => (Reporter: reporter(f.Key), Month: MonthNumber.Of(r.Period)))).Distinct().ToLookup(r => r.Reporter, r => r.Month);
}
