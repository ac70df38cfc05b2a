using Linchpin.Claims;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Ensembles;

/// <summary>From the numbers of runs to bands.</summary>
internal static class EnsembleStatistics
{
    internal static Ensemble Of(EnsembleDesign design, IReadOnlyList<EnsembleRange> ranges)
    {
        InputOutputTable table = design.Table;
        RunLayout layout = design.Layout;
        (int Run, EnsembleRange Range)[] runs = Runs(design, ranges);
        double[] Across(int at) => [.. runs.Select(r => r.Range.Of(r.Run)[at])];
        var model = new ArioModel(table, design.Scenario.Settings);
        double[][] drawn = [.. Enumerable.Range(0, design.Uncertainty.Settings.Count).Select(_ => new double[runs.Length])];
        for (int k = 0; k < runs.Length; k++)
        {
            IReadOnlyList<double> values = design.Drawn(runs[k].Run);
            for (int d = 0; d < drawn.Length; d++)
            {
                drawn[d][k] = values[d];
            }
        }

        double[][] ranks = [.. drawn.Select(Ranks)];
        var regions = new RegionBands[layout.Regions + 1];
        double?[] world = [];
        Parallel.For(0, layout.Regions + 1, r =>
        {
            Band[] days = new Band[layout.Days];
            double[] losses = new double[runs.Length];
            for (int day = 0; day < layout.Days; day++)
            {
                double[] today = Across(layout.ValueAdded(r, day));
                for (int k = 0; k < losses.Length; k++)
                {
                    losses[k] += today[k];
                }

                days[day] = BandOf(today);
            }

            double[] rank = Ranks(losses);
            double?[] correlations = [.. ranks.Select(d => Correlation(d, rank))];
            if (r == layout.Regions)
            {
                world = correlations;
            }

            double before = Enumerable.Range(0, layout.Industries).Where(i => r == layout.Regions || table.CountryOf(i) == r).Sum(i => model.ValueAdded[i] * model.Output[i] * layout.Days);
            regions[r] = new RegionBands(
                r == layout.Regions ? "world" : table.Countries[r].Code, before, BandOf([.. losses]), BandOf(Across(layout.OutputOf(r))), days, losses, [.. correlations.Select(c => c * c)]);
        });

        var worst = new double[runs.Length];
        var worstDay = new double[runs.Length];
        for (int k = 0; k < runs.Length; k++)
        {
            ReadOnlySpan<double> days = runs[k].Range.Of(runs[k].Run).Slice(layout.ValueAdded(layout.Regions, 0), layout.Days);
            int day = 0;
            for (int other = 1; other < days.Length; other++)
            {
                day = days[other] > days[day] ? other : day;
            }

            (worst[k], worstDay[k]) = (days[day], day);
        }

        IndustryBand[] industries = new IndustryBand[layout.Industries];
        Parallel.For(0, layout.Industries, i => industries[i] = new IndustryBand(
            table.Countries[table.CountryOf(i)].Code, table.Sectors[table.SectorOf(i)].Code, BandOf(Across(layout.Industry(i)))));
        return new Ensemble(
            design, runs.Length, regions[..^1], regions[^1],
            BandOf(Across(layout.Unmet)), BandOf(worst), BandOf(worstDay),
            [.. Enumerable.Range(0, layout.Industries).Where(i => model.Output[i] > 0).Select(i => industries[i]).OrderByDescending(i => i.ValueAdded.P50)],
            [.. table.Sectors.Select((s, k) => (s.Code, BandOf(Sum(k))))],
            [.. design.Uncertainty.Settings.Select((s, k) => new Driver(s, world[k])).OrderByDescending(d => d.Part ?? -1)])
        {
            LeftOut = new ScenarioTimeline(model, design.Scenario.Events).Shocks.Where(s => s.LeftOut.Length > 0)
                .ToDictionary(s => s.Number, IReadOnlyList<string> (s) => [.. s.LeftOut.Select(table.NameOf)]),
        };

        double[] Sum(int sector)
        {
            double[] sum = new double[runs.Length];
            for (int i = sector; i < layout.Industries; i += table.Sectors.Count)
            {
                double[] one = Across(layout.Industry(i));
                for (int k = 0; k < sum.Length; k++)
                {
                    sum[k] += one[k];
                }
            }

            return sum;
        }
    }

    /// <summary>The band of some values; they are sorted.</summary>
    internal static Band BandOf(double[] values)
    {
        double mean = 0;
        foreach (double value in values)
        {
            mean += value;
        }

        mean /= values.Length;
        double squares = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        Array.Sort(values);
        return new Band(
            Quantile(values, 0.05), Quantile(values, 0.25), Quantile(values, 0.5), Quantile(values, 0.75), Quantile(values, 0.95),
            mean, values.Length > 1 ? Math.Sqrt(squares / (values.Length - 1)) : 0, values[0], values[^1]);
    }

    /// <summary>The quantile of ordered values, type 7: at place (n - 1) p, in a straight line between the two beside it.</summary>
    internal static double Quantile(double[] ordered, double p)
    {
        double place = (ordered.Length - 1) * p;
        int below = (int)place;
        double low = ordered[below], high = ordered[Math.Min(below + 1, ordered.Length - 1)];
        return low == high ? low : low + ((place - below) * (high - low));
    }

    /// <summary>Ranks from 1; equal values share the mean of theirs.</summary>
    internal static double[] Ranks(double[] values)
    {
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(k => values[k])];
        double[] ranks = new double[values.Length];
        for (int first = 0; first < order.Length;)
        {
            int last = first;
            while (last + 1 < order.Length && values[order[last + 1]] == values[order[first]])
            {
                last++;
            }

            for (int k = first; k <= last; k++)
            {
                ranks[order[k]] = 1 + ((first + last) / 2.0);
            }

            first = last + 1;
        }

        return ranks;
    }

    /// <summary>Pearson's correlation; <see langword="null"/> where one of the two does not vary.</summary>
    internal static double? Correlation(double[] a, double[] b)
    {
        double meanA = a.Average(), meanB = b.Average(), ab = 0, aa = 0, bb = 0;
        for (int k = 0; k < a.Length; k++)
        {
            ab += (a[k] - meanA) * (b[k] - meanB);
            aa += (a[k] - meanA) * (a[k] - meanA);
            bb += (b[k] - meanB) * (b[k] - meanB);
        }

        return aa > 0 && bb > 0 ? ab / Math.Sqrt(aa * bb) : null;
    }

    /// <summary>The runs in their order, each once.</summary>
    private static (int Run, EnsembleRange Range)[] Runs(EnsembleDesign design, IReadOnlyList<EnsembleRange> ranges)
    {
        var runs = new SortedDictionary<int, EnsembleRange>();
        foreach (EnsembleRange range in ranges)
        {
            if (range.Design != design.Id || range.Values != design.Layout.Values)
            {
                throw SupplyFaults.EnsembleRange.Because(FormattableString.Invariant($"Runs {range.First} to {range.First + range.Count - 1} belong to another design."));
            }

            for (int run = range.First; run < range.First + range.Count; run++)
            {
                if (run < design.Runs && !runs.TryAdd(run, range))
                {
                    throw SupplyFaults.EnsembleRange.Because(FormattableString.Invariant($"Run {run} stands in two ranges."));
                }
            }
        }

        return runs.Count == 0 ? throw SupplyFaults.EnsembleRange.Because("No run was done.", remedy: "Let at least one range of runs be done.") : [.. runs.Select(r => (r.Key, r.Value))];
    }
}
