using Linchpin.Claims;
using Linchpin.Supply.Minerals;

namespace Linchpin.Supply;

/// <summary>Production, capacity and reserves of minerals from every described file of a folder. Editions and sources that disagree are all kept:
/// nothing is averaged and none is preferred.</summary>
public sealed class MineralSupply
{
    private readonly IReadOnlyList<IndicatorTable> _files;
    private readonly List<MineralObservation> _all;

    internal MineralSupply(IReadOnlyList<IndicatorTable> files)
    {
        _files = files;
        _all = [];
        foreach (IndicatorTable file in files)
        {
            (List<MineralObservation> own, int without) = MineralObservation.Of(file);
            _all.AddRange(own);
            RowsWithoutUnit += without;
        }
    }

    /// <summary>The files that were read.</summary>
    public IReadOnlyList<IndicatorTable> Files => _files;

    /// <summary>Rows that state no unit: they are not used.</summary>
    public int RowsWithoutUnit { get; }

    /// <summary>The names of minerals as the sources write them, in order.</summary>
    public IReadOnlyList<string> Minerals => [.. _all.Select(o => o.Mineral).Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Who supplies a mineral, table by table.</summary>
    /// <param name="mineral">A name: every mineral whose name has its words, at every stage; <see langword="null"/> for all.</param>
    /// <param name="stage"><c>mine</c>, <c>refinery</c> (smelters and primary metal with it), <c>plant</c> or <c>other</c> for production at that stage;
    /// <c>reserves</c>; <c>capacity</c>; <see langword="null"/> for all.</param>
    /// <param name="year">The year; <see langword="null"/> for the newest of each table.</param>
    /// <returns>By mineral, statistic, stage, form and dataset.</returns>
    /// <exception cref="FaultException"><c>supply.mineral-unknown</c>, <c>supply.stage-unknown</c>, <c>supply.indicator-unknown</c> for a year that no
    /// table has.</exception>
    public IReadOnlyList<MineralTable> Tables(string? mineral = null, string? stage = null, int? year = null)
    {
        List<List<MineralObservation>> all = [.. Series(mineral, stage)];
        List<MineralTable> tables =
        [
            .. from series in all
               from table in Years(series, (y, newest) => y == (year ?? newest))
               orderby MineralNames.Base(table.Mineral), table.Statistic, table.Stage, MineralForms.Key(table.Form), table.Dataset.Id, table.Year
               select table,
        ];
        return tables.Count > 0 || all.Count == 0 ? tables
            : throw SupplyFaults.IndicatorUnknown.Because(FormattableString.Invariant($"No table has {year}; they have {all.Min(s => s.Min(f => f.Year))} to {all.Max(s => s.Max(f => f.Year))}."));
    }

    /// <summary>Where sources or editions give one country, year, stage and statistic different figures.</summary>
    /// <param name="mineral">As for <see cref="Tables"/>.</param>
    /// <param name="stage">As for <see cref="Tables"/>.</param>
    /// <param name="year">The year; <see langword="null"/> for every year that several sources have.</param>
    /// <returns>Largest first, by the ratio of the highest figure to the lowest.</returns>
    /// <exception cref="FaultException">As for <see cref="Tables"/>.</exception>
    public IReadOnlyList<MineralDisagreement> Disagreements(string? mineral = null, string? stage = null, int? year = null) =>
        MineralDisagreement.Among([.. Series(mineral, stage).SelectMany(s => Years(s, (y, _) => year is null || y == year))]);

    /// <summary>The figures of each file, mineral, statistic, stage and unit that are asked for.</summary>
    private IEnumerable<List<MineralObservation>> Series(string? mineral, string? stage)
    {
        string? wanted = stage?.Trim().ToLowerInvariant();
        if (wanted is not (null or MineralStages.Mine or MineralStages.Refinery or MineralStages.Plant or MineralStages.Other or MineralStages.Reserves or MineralStages.Capacity))
        {
            throw SupplyFaults.StageUnknown.Because($"'{Shown.Short(stage)}' is not a stage.");
        }

        MineralObservation[] named = mineral is null ? [.. _all] : Named(mineral);
        IEnumerable<MineralObservation> figures = named.Where(o => wanted switch
        {
            null => true,
            MineralStages.Reserves or MineralStages.Capacity => o.Statistic == wanted,
            _ => o.Statistic == "production" && o.Stage == wanted,
        });
        return figures.GroupBy(o => (o.Table, o.Mineral, o.Statistic, o.Stage, o.Unit)).Select(g => g.ToList());
    }

    /// <summary>The tables of those years that are wanted, each form with its own newest year.</summary>
    private static IEnumerable<MineralTable> Years(List<MineralObservation> series, Func<int, int, bool> wanted)
    {
        Dictionary<string, List<MineralObservation>> byForm = series.GroupBy(o => MineralForms.Key(o.Form), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        foreach (IGrouping<int, MineralObservation> one in series.GroupBy(o => o.Year))
        {
            foreach ((string form, List<MineralObservation> rows) in MineralForms.Tables(one))
            {
                List<MineralObservation> years = byForm[MineralForms.Key(form)];
                if (wanted(one.Key, years.Where(o => o.Kind == AreaKind.Country).Max(o => o.Year)))
                {
                    yield return MineralTableMaking.Make(form, rows, years);
                }
            }
        }
    }

    private MineralObservation[] Named(string mineral)
    {
        MineralObservation[] found = [.. _all.Where(o => MineralNames.Fits(mineral, o.Mineral))];
        return found.Length > 0 ? found
            : throw SupplyFaults.MineralUnknown.Because($"'{Shown.Short(mineral)}' is no mineral of {Shown.Short(string.Join(", ", _files.Select(f => f.Descriptor.Id)), 200)}. {MineralNames.Near(mineral, Minerals)}");
    }
}
