namespace Linchpin.Supply.Minerals;

/// <summary>Makes a table with shares and concentration from the figures that belong to it.</summary>
internal static class MineralTableMaking
{
    /// <summary>The table of a year.</summary>
    /// <param name="form">The form that most countries have.</param>
    /// <param name="rows">The figures of that year.</param>
    /// <param name="years">The figures of every year of the same table.</param>
    internal static MineralTable Make(string form, List<MineralObservation> rows, IEnumerable<MineralObservation> years)
    {
        MineralObservation first = rows.First(r => r.Kind == AreaKind.Country);
        MineralObservation? world = rows.Find(r => r.Kind == AreaKind.Aggregate && r.Amount is not null);
        double? others = rows.Exists(r => r.Kind == AreaKind.Unspecified) ? rows.Where(r => r.Kind == AreaKind.Unspecified).Sum(r => r.Amount ?? 0) : null;
        MineralObservation[] countries = [.. rows.Where(r => r.Kind == AreaKind.Country)];
        double stated = countries.Sum(c => c.Amount ?? 0);
        bool bound = world?.Status.HasFlag(ObservationStatus.MoreThan) ?? false;
        bool withheld = countries.Any(c => c.Amount is null && (c.Status & (ObservationStatus.Withheld | ObservationStatus.Missing | ObservationStatus.InWords)) != 0);
        IReadOnlyList<MissingFigure> missing = world is null ? Missing(countries, years, first.Year) : [];

        // Without a world total, a figure that is withheld, or that a country had in other years, leaves the whole unknown.
        double total = stated + (others ?? 0) + missing.Sum(m => m.Amount);
        bool known = world is not null || (!withheld && (total <= 0 || missing.Sum(m => m.Amount) / total <= MineralTable.MostMissing));
        double rest = world is { Amount: { } amount } ? Math.Max(0, amount - stated - (others ?? 0)) : 0;
        Concentration? concentration = known ? Concentration.Of(countries.Where(c => c.Amount is not null).Select(c => c.Amount!.Value), others ?? 0, rest) : null;
        return new MineralTable(
            first.Table.Descriptor, first.Table.File, first.Table.Hash, first.Mineral, first.Stage, first.Statistic, form, first.Unit, first.Year,
            [
                .. countries.OrderByDescending(c => c.Amount ?? -1).ThenBy(c => c.Country, StringComparer.Ordinal).Select(c => new MineralShare(
                    c.Country, c.Amount, concentration is { Total: > 0 } && c.Amount is { } a ? a / concentration.Total : null, c.Amount is { } s && stated > 0 ? s / stated : null,
                    c.Status, c.Mark, MineralForms.Key(c.Form) == MineralForms.Key(form) ? null : c.Form, c.Note, c.Line)),
            ],
            world?.Amount, bound, others, concentration, missing);
    }

    private static IReadOnlyList<MissingFigure> Missing(MineralObservation[] countries, IEnumerable<MineralObservation> years, int year)
    {
        HashSet<string> here = [.. countries.Where(c => c.Amount is not null).Select(c => c.Country)];
        return
        [
            .. years.Where(o => o.Kind == AreaKind.Country && o.Amount > 0 && o.Year != year && !here.Contains(o.Country)).GroupBy(o => o.Country, StringComparer.Ordinal)
                .Where(g => Lives(g, year))
                .Select(g => g.OrderBy(o => Math.Abs(o.Year - year)).ThenByDescending(o => o.Year).First()).Select(o => new MissingFigure(o.Country, o.Year, o.Amount!.Value))
                .OrderByDescending(m => m.Amount).ThenBy(m => m.Country, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a country's figures stand on both sides of the year, or begin within a generation after it: one that ended long ago is no gap.</summary>
    private static bool Lives(IEnumerable<MineralObservation> figures, int year)
    {
        const int Near = 10;
        int[] all = [.. figures.Select(f => f.Year)];
        return (all.Min() < year && all.Max() > year) || all.Any(y => Math.Abs(y - year) <= Near);
    }
}
