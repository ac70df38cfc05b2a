using System.Text.Json;
using Linchpin.Supply.Minerals;

namespace Linchpin.Supply;

/// <summary>Different figures for one thing: a country's production, capacity or reserves of a mineral in one year.</summary>
/// <remarks>Figures are held against each other in kilograms. They may differ because the sources count different things (see each one's form), because
/// a later edition revised an estimate, or by rounding; the program does not say which is right.</remarks>
/// <param name="Mineral">The mineral's name, without words for its stage.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Statistic">Production, capacity or reserves.</param>
/// <param name="Year">The year.</param>
/// <param name="Country">The country.</param>
/// <param name="Figures">One for each table that has one, lowest first.</param>
/// <param name="Ratio">The highest over the lowest; <see langword="null"/> where the lowest is zero.</param>
public sealed record MineralDisagreement(string Mineral, string Stage, string Statistic, int Year, string Country, IReadOnlyList<MineralFigure> Figures, double? Ratio)
{
    // Sources round to two or three digits: nearer than this is one figure.
    private const double Same = 0.005;

    /// <summary>Whether the figures lie nearly a factor of a thousand apart, as they do where one source states thousands and prints another unit.</summary>
    public bool UnitSuspected => Ratio is > 800 and < 1300 or > 800_000 and < 1_300_000;

    /// <summary>The disagreement as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("mineral", Mineral);
        json.WriteString("stage", Stage);
        json.WriteString("statistic", Statistic);
        json.WriteNumber("year", Year);
        json.WriteString("country", Country);
        TableJson.Write(json, "ratio", Ratio);
        json.WriteBoolean("unit_suspected", UnitSuspected);
        json.WriteStartArray("figures");
        foreach (MineralFigure figure in Figures)
        {
            json.WriteStartObject();
            json.WriteString("dataset", figure.Table.Dataset.Id);
            json.WriteNumber("amount", figure.Amount);
            json.WriteString("unit", figure.Table.Unit);
            json.WriteNumber("kg", figure.Kilograms);
            json.WriteString("form", figure.Row.Form ?? figure.Table.Form);
            json.WriteBoolean("estimated", figure.Row.Status.HasFlag(ObservationStatus.Estimated));
            json.WriteString("file", figure.Table.File);
            json.WriteNumber("line", figure.Row.Line);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static IReadOnlyList<MineralDisagreement> Among(IReadOnlyList<MineralTable> tables) =>
    [
        .. (from table in tables
            let kilograms = MassUnits.Kilograms(table.Unit)
            where kilograms is not null
            from row in table.Rows
            where row.Amount is not null
            group new MineralFigure(table, row, row.Amount!.Value, row.Amount.Value * kilograms!.Value)
                by (Mineral: MineralNames.Base(table.Mineral), table.Stage, table.Statistic, table.Year, row.Country) into figures
            let datasets = figures.GroupBy(f => f.Table.Dataset.Id, StringComparer.Ordinal).ToList()
            // A source that counts one mineral in several forms is not in disagreement with itself.
            where datasets.Count > 1 && datasets.TrueForAll(d => d.Count() == 1) && OfOneThing([.. figures], tables)
            let ordered = figures.OrderBy(f => f.Kilograms).ToList()
            let ratio = ordered[0].Kilograms > 0 ? ordered[^1].Kilograms / ordered[0].Kilograms : (double?)null
            where ordered[^1].Kilograms > 0 && (ratio is null || ratio > 1 + Same)
            select new MineralDisagreement(figures.Key.Mineral, figures.Key.Stage, figures.Key.Statistic, figures.Key.Year, figures.Key.Country, ordered, ratio))
            .OrderByDescending(d => d.Ratio ?? double.MaxValue).ThenBy(d => d.Mineral, StringComparer.Ordinal).ThenBy(d => d.Country, StringComparer.Ordinal),
    ];

    /// <summary>Whether no figure's form is that of another figure's sister: a source that counts scrap and sheet apart says by those words which of
    /// another's two forms is the same.</summary>
    private static bool OfOneThing(IReadOnlyList<MineralFigure> figures, IReadOnlyList<MineralTable> tables)
    {
        foreach (MineralFigure one in figures)
        {
            HashSet<string> own = [.. MineralNames.Words(one.Table.Form)];
            own.ExceptWith(Sisters(one.Table, tables).SelectMany(t => MineralNames.Words(t.Form)));
            if (figures.Any(f => f != one && !own.Overlaps(MineralNames.Words(f.Table.Form)) && Sisters(f.Table, tables).Any(t => own.Overlaps(MineralNames.Words(t.Form)))))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The other forms in which the same source counts the same mineral.</summary>
    private static IEnumerable<MineralTable> Sisters(MineralTable table, IReadOnlyList<MineralTable> tables) => tables.Where(t =>
        t != table && t.Dataset.Id == table.Dataset.Id && t.Year == table.Year && t.Statistic == table.Statistic && t.Stage == table.Stage && t.Mineral == table.Mineral);
}

/// <summary>One of the figures that disagree.</summary>
/// <param name="Table">The table it is in.</param>
/// <param name="Row">Its row.</param>
/// <param name="Amount">In the table's unit.</param>
/// <param name="Kilograms">The same in kilograms.</param>
public sealed record MineralFigure(MineralTable Table, MineralShare Row, double Amount, double Kilograms);
