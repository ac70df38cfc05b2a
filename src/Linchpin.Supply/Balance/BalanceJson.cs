using System.Text.Json;

namespace Linchpin.Supply;

/// <summary>A balance report as JSON.</summary>
internal static class BalanceJson
{
    internal static void Write(Utf8JsonWriter json, BalanceReport report)
    {
        json.WriteStartObject();
        json.WriteString("dataset", report.Dataset.Name);
        json.WriteString("hash", report.Hash);
        json.WriteString("descriptor", report.Descriptor);
        json.WriteNumber("year", report.Year);
        json.WriteString("unit", report.Unit);
        json.WriteString("prices", report.Prices);
        json.WriteNumber("countries", report.Countries);
        json.WriteNumber("sectors", report.Sectors);
        json.WriteNumber("industries", report.Countries * report.Sectors);
        Write(json, "intermediate", report.Intermediate);
        Write(json, "final_demand", report.Final);
        Number(json, "reported_output", report.ReportedOutput);
        json.WriteNumber("rowsum_output", report.RowSumOutput);
        Number(json, "world_gap_share", report.WorldGap);
        Write(json, "largest_row_gaps", report.LargestGaps);
        Write(json, "largest_relative_row_gaps", report.LargestRelativeGaps);
        Number(json, "row_gap_share", report.RowGapShare);
        Number(json, "column_gap_share", report.ColumnGapShare);
        json.WriteStartArray("largest_column_gaps");
        foreach (ColumnGap gap in report.LargestColumnGaps)
        {
            json.WriteStartObject();
            json.WriteString("country", gap.Country);
            json.WriteString("sector", gap.Sector);
            json.WriteNumber("output", gap.Output);
            json.WriteNumber("inputs", gap.Inputs);
            json.WriteNumber("gap", gap.Gap);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("bound", report.Bound);
        json.WriteString("verdict", report.Verdict.Word());
        json.WriteString("scale", report.Scale.Word());
        json.WriteNumber("absent_count", report.Absent.Count);
        json.WriteStartObject("bases");
        foreach (BasisCheck check in report.Bases)
        {
            json.WriteStartObject(check.Basis.Word());
            json.WriteNumber("world_value_added", check.WorldValueAdded);
            json.WriteNumber("zero_output_count", check.ZeroOutput.Count);
            json.WriteStartArray("zero_output");
            foreach (Industry industry in check.ZeroOutput)
            {
                json.WriteStartObject();
                json.WriteString("country", industry.Country);
                json.WriteString("sector", industry.Sector);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Write(json, "negative_output", check.NegativeOutput);
            Write(json, "negative_value_added", check.NegativeValueAdded);
            Write(json, "inputs_without_output", check.InputsWithoutOutput);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteString("words", report.Words);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, CellCount cells)
    {
        json.WriteStartObject(name);
        json.WriteNumber("cells", cells.NonZero);
        json.WriteNumber("negative_cells", cells.Negative);
        json.WriteNumber("total", cells.Total);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<RowGap> gaps)
    {
        json.WriteStartArray(name);
        foreach (RowGap gap in gaps)
        {
            json.WriteStartObject();
            json.WriteString("country", gap.Country);
            json.WriteString("sector", gap.Sector);
            json.WriteNumber("reported", gap.Reported);
            json.WriteNumber("rowsum", gap.RowSum);
            json.WriteNumber("gap", gap.Gap);
            Number(json, "relative", gap.Relative);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<IndustryAmount> amounts)
    {
        json.WriteNumber(name + "_count", amounts.Count);
        json.WriteStartArray(name);
        foreach (IndustryAmount amount in amounts)
        {
            json.WriteStartObject();
            json.WriteString("country", amount.Country);
            json.WriteString("sector", amount.Sector);
            json.WriteNumber("amount", amount.Amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
