using System.Globalization;
using System.Text;

namespace Linchpin.Supply;

/// <summary>A balance report in sentences.</summary>
internal static class BalanceWords
{
    internal static string Of(BalanceReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{report.Countries} countries by {report.Sectors} sectors in {report.Unit}, {report.Prices}, described by {report.Descriptor}. ");
        text.Append(CultureInfo.InvariantCulture, $"Z holds {report.Intermediate.NonZero:N0} cells ({Negative(report.Intermediate)}), Y {report.Final.NonZero:N0} ({Negative(report.Final)}). ");
        if (report.WorldGap is { } gap)
        {
            text.Append(CultureInfo.InvariantCulture, $"Rows: published output is {Math.Abs(gap) * 100:0.####} % {(gap >= 0 ? "more" : "less")} than the rows add up to");
            text.Append(report.LargestGaps is [{ } worst, ..]
                ? string.Create(CultureInfo.InvariantCulture, $"; the largest gap is {worst.Gap:N2} at {worst.Country} {worst.Sector}. ")
                : "; no row has a gap. ");
        }
        else
        {
            text.Append("Rows: no output is published to hold them to. ");
        }

        if (report.ColumnGapShare is { } columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"Columns: output and published inputs differ by {columns * 100:0.####} % of world output in all");
            text.Append(report.LargestColumnGaps is [{ } worst, ..]
                ? string.Create(CultureInfo.InvariantCulture, $"; the largest gap is {worst.Gap:N2} at {worst.Country} {worst.Sector}. ")
                : "; no column has a gap. ");
        }
        else
        {
            text.Append("Columns: value added is the residual, so only its sign is checked. ");
        }

        foreach (BasisCheck check in report.Bases)
        {
            text.Append(CultureInfo.InvariantCulture, $"Basis {check.Basis.Word()}: {Count(check.ZeroOutput.Count, "industry", "industries")} without output, {check.NegativeOutput.Count} with negative output, ");
            text.Append(CultureInfo.InvariantCulture, $"{check.NegativeValueAdded.Count} with negative value added, {check.InputsWithoutOutput.Count} with inputs and no output. ");
        }

        if (report.Absent.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Count(report.Absent.Count, "place is", "places are")} absent from the source and not zero. ");
        }

        text.Append(Verdict(report));
        return text.ToString().TrimEnd();
    }

    private static string Verdict(BalanceReport report)
    {
        string bound = string.Create(CultureInfo.InvariantCulture, $"the bound of {report.Bound * 100:0.####} % of world output");
        string gaps = report.Verdict switch
        {
            BalanceVerdict.Balanced => "Verdict: balanced. ",
            BalanceVerdict.WithinBound => $"Verdict: all gaps together keep within {bound}; they are the data's own. ",
            BalanceVerdict.Unbalanced => $"Verdict: unbalanced, all gaps together go beyond {bound}; the fault is in the data. ",
            _ => "Verdict: not checked, for neither output nor primary inputs are published. ",
        };
        return report.Scale == ScaleVerdict.Doubtful ? gaps + $"World value added in {report.Unit} is not of the size of the world's: check the unit. " : gaps;
    }

    private static string Negative(CellCount cells) => cells.Negative == 0 ? "none negative" : string.Create(CultureInfo.InvariantCulture, $"{cells.Negative:N0} negative");

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
