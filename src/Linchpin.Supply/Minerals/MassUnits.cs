namespace Linchpin.Supply.Minerals;

/// <summary>Units of mass as sources write them.</summary>
internal static class MassUnits
{
    /// <summary>Kilograms in one of the unit; <see langword="null"/> where it is no unit of mass.</summary>
    internal static double? Kilograms(string unit)
    {
        string words = unit.ToLowerInvariant();
        double scale = words.StartsWith("thousand", StringComparison.Ordinal) ? 1e3 : words.StartsWith("million", StringComparison.Ordinal) ? 1e6 : 1;
        return words.Contains("carat", StringComparison.Ordinal) ? scale * 2e-4
            : words.Contains("kilogram", StringComparison.Ordinal) || words == "kg" ? scale
            : words.Contains("metric ton", StringComparison.Ordinal) || words.Contains("metric dry ton", StringComparison.Ordinal) || words.StartsWith("tonnes", StringComparison.Ordinal) ? scale * 1e3
            : null;
    }
}
