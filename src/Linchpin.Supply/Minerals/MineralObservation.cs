using Linchpin.Supply.Indicators;

namespace Linchpin.Supply.Minerals;

/// <summary>One figure for one country, area or the world.</summary>
internal sealed record MineralObservation(
    IndicatorTable Table, string Mineral, string Statistic, string Stage, string Form, string Unit, int Year, string Country, AreaKind Kind, double? Amount, ObservationStatus Status, string Mark, string Note, int Line)
{
    /// <summary>All figures of a table that have a unit and one year; those without are counted.</summary>
    internal static (List<MineralObservation> All, int WithoutUnit) Of(IndicatorTable table)
    {
        var all = new List<MineralObservation>();
        int without = 0;
        foreach (IndicatorRow row in table.Rows)
        {
            string? unit = row.Unit("quantity");
            if (unit is null)
            {
                without++;
                continue;
            }

            string period = row[IndicatorPeriod.Dimension]!;
            if (period.Length != 4)
            {
                continue;
            }

            string country = row["country"]!;
            AreaKind kind = table.Area("country", country);
            if (row["country-name"] is { } name)
            {
                // A list of names says which rows are totals; the code alone says only that a row is of no one country.
                IndicatorColumn names = table.Descriptor.Columns.First(c => c.Meaning == "country-name");
                kind = names.Aggregates.Contains(name) ? AreaKind.Aggregate : names.Unspecified.Contains(name) ? AreaKind.Unspecified : kind;
                country = kind == AreaKind.Country ? country : name;
            }

            string mineral = row["mineral"]!;
            string statistic = row["statistic"]!.ToLowerInvariant();
            string form = row["form"] ?? "";
            all.Add(new MineralObservation(
                table, mineral, statistic, statistic == MineralStages.Reserves ? statistic : row["stage"] ?? MineralStages.Of(mineral, form), form, unit, int.Parse(period, System.Globalization.CultureInfo.InvariantCulture), country, kind,
                row.Number("quantity"), row.Status, row.Text("mark") ?? "", row.Text("note") ?? "", row.Line));
        }

        return (all, without);
    }
}
