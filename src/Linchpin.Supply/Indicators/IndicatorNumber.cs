using System.Buffers.Text;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Supply.Indicators;

/// <summary>Reads the number of a measure, with the mark that stands beside it.</summary>
internal static class IndicatorNumber
{
    /// <summary>The number in the measure's unit, or NaN where it is not known; the mark is added to the row's state.</summary>
    internal static double Read(
        CsvRow row, int cell, IndicatorColumn about, IReadOnlyDictionary<string, ObservationStatus> marks, string? mark, ref ObservationStatus status)
    {
        ReadOnlySpan<byte> text = row[cell];
        bool missing = text.IsEmpty || MissingMark(text, about);
        if (!string.IsNullOrEmpty(mark))
        {
            ObservationStatus said = marks.TryGetValue(mark, out ObservationStatus known) ? known
                : missing ? ObservationStatus.InWords
                : throw SupplyFaults.IndicatorMark.Because($"The mark '{Shown.Short(mark)}' stands beside a number, and the descriptor does not say what it means.", $"{row.Place}, {about.Name}");
            const ObservationStatus Unknown = ObservationStatus.Missing | ObservationStatus.Withheld | ObservationStatus.NotApplicable | ObservationStatus.InWords | ObservationStatus.Small | ObservationStatus.Zero;
            if (!missing && (said & Unknown) != 0)
            {
                throw SupplyFaults.IndicatorMark.Because($"The mark '{Shown.Short(mark)}' says that there is no number, and '{Shown.Short(Encoding.UTF8.GetString(text))}' stands beside it.", $"{row.Place}, {about.Name}");
            }

            status |= said;
            if (said == ObservationStatus.Zero)
            {
                return 0;
            }
        }

        if (missing)
        {
            status |= (status & ~ObservationStatus.Estimated) == 0 ? ObservationStatus.Missing : 0;
            return double.NaN;
        }

        if (!Utf8Parser.TryParse(text, out double value, out int used) || used != text.Length)
        {
            string shown = Shown.Short(Encoding.UTF8.GetString(text));
            bool odd = shown.Trim('+', '-').ToUpperInvariant() is "NAN" or "INF" or "INFINITY";
            throw (odd ? SupplyFaults.IndicatorNotFinite : SupplyFaults.IndicatorNotANumber).Because(
                $"'{shown}' is not a {(odd ? "finite " : "")}number and not a missing mark of the descriptor.", $"{row.Place}, {about.Name}");
        }

        value *= about.Factor;
        if (!double.IsFinite(value))
        {
            throw SupplyFaults.IndicatorNotFinite.Because($"'{Shown.Short(Encoding.UTF8.GetString(text))}' is not a finite number.", $"{row.Place}, {about.Name}");
        }

        return value < 0 && !about.MayBeNegative
            ? throw SupplyFaults.IndicatorNegative.Because($"'{Shown.Short(Encoding.UTF8.GetString(text))}' is below zero.", $"{row.Place}, {about.Name}")
            : value == 0 && about.ZeroIsUnknown ? double.NaN : value;
    }

    private static bool MissingMark(ReadOnlySpan<byte> text, IndicatorColumn about)
    {
        foreach (string mark in about.Missing)
        {
            if (text.Length == mark.Length && Encoding.UTF8.GetString(text) == mark)
            {
                return true;
            }
        }

        return false;
    }
}
