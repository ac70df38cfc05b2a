namespace Linchpin.Supply.Warnings;

/// <summary>The trade of one product between one origin and one importer, as one side reports it.</summary>
internal sealed class WatchedFlow
{
    internal required string Product { get; init; }

    internal required string Importer { get; init; }

    internal required string Origin { get; init; }

    /// <summary>Whether the exporter reports it: the mirror of the importer's own report.</summary>
    internal required bool Mirrored { get; init; }

    /// <summary>Whether origin or importer stands for several countries together.</summary>
    internal bool Aggregate { get; init; }

    internal required MonthlyAmounts Value { get; init; }

    internal required MonthlyAmounts Weight { get; init; }

    /// <summary>The months in which the reporting side reports anything of this product: only then does a missing row say something.</summary>
    internal required IReadOnlySet<int> Reported { get; init; }

    /// <summary>The months in which the reporting side reports anything with this partner; <see langword="null"/> where no other product of the
    /// pair was read.</summary>
    internal IReadOnlySet<int>? PairReported { get; init; }

    /// <summary>Whether a missing row of a month can mean that there was no trade: the reporting side reports the product, and the partner.</summary>
    internal bool Speaks(int month) => Reported.Contains(month) && PairReported?.Contains(month) != false;

    /// <summary>The value of the trade that shares are taken of, by month: the importer's from all origins, or the exporter's to all importers.</summary>
    internal required IReadOnlyDictionary<int, double> Whole { get; init; }

    /// <summary>The same flow as the other side reports it; <see langword="null"/> where it does not.</summary>
    internal WatchedFlow? Other { get; init; }

    /// <summary>The file that the rows come from.</summary>
    internal TradeDataset? Dataset { get; init; }

    /// <summary>Months in which the importer reports the product itself; empty where this is its own report, or it has none.</summary>
    internal IReadOnlySet<int> ImporterReports { get; private init; } = new HashSet<int>();

    /// <summary>This mirror flow, to be watched only where the importer has reported nothing for a year.</summary>
    internal WatchedFlow Until(IReadOnlySet<int> importerReports) => new()
    {
        Product = Product,
        Importer = Importer,
        Origin = Origin,
        Mirrored = Mirrored,
        Aggregate = Aggregate,
        Value = Value,
        Weight = Weight,
        Reported = Reported,
        PairReported = PairReported,
        Whole = Whole,
        Dataset = Dataset,
        ImporterReports = importerReports,
    };

    /// <summary>Value over weight, where both are known and over 0.</summary>
    internal MonthlyAmounts UnitValue => field ??= new MonthlyAmounts(
        Enumerable.Range(Value.First, Math.Max(0, Value.Last - Value.First + 1))
            .Where(m => Value.At(m) is > 0 && Weight.At(m) is > 0)
            .Select(m => KeyValuePair.Create(m, Value.At(m) / Weight.At(m))));

    internal MonthlyAmounts Of(TradeMeasure measure) => measure switch
    {
        TradeMeasure.Value => Value,
        TradeMeasure.Weight => Weight,
        _ => UnitValue,
    };

    /// <summary>Share of the whole over the twelve months before a month; <see langword="null"/> where the whole is unknown.</summary>
    internal double? ShareBefore(int month)
    {
        double mine = 0, whole = 0;
        for (int m = month - 12; m < month; m++)
        {
            // A month whose whole is unknown counts on neither side.
            if (Whole.TryGetValue(m, out double all))
            {
                whole += all;
                mine += Value.At(m) ?? 0;
            }
        }

        return whole > 0 ? mine / whole : null;
    }
}
