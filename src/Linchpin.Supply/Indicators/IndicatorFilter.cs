namespace Linchpin.Supply.Indicators;

/// <summary>Which rows of a file are kept while it is read, so that a file of millions of rows can be asked for one product.</summary>
/// <param name="Products">Product codes; <see langword="null"/> for every product.</param>
/// <param name="Country">A country that must be one side of the row's trade; <see langword="null"/> for any.</param>
internal sealed record IndicatorFilter(IReadOnlySet<string>? Products, string? Country)
{
    internal bool HasEither => Country is not null;

    /// <summary>Whether the code of this dimension lets the row through.</summary>
    internal bool Passes(CodeColumn column, int code) => Products is null || column.About.Meaning != "product" || Products.Contains(column.Codes[code]);

    /// <summary>Whether this dimension is the country.</summary>
    internal bool PassesEither(CodeColumn column, int code) => Country is not null && IndicatorDescriptorReader.IsCountry(column.About.Meaning) && column.Codes[code] == Country;
}

/// <summary>Bounds on what is read. docs/indicators.md states them.</summary>
/// <param name="FileBytes">Most bytes of one file as it lies on the disk.</param>
/// <param name="UnpackedBytes">Most bytes that one compressed file may unpack to.</param>
/// <param name="LineBytes">Most bytes of one row.</param>
/// <param name="Rows">Most rows that are kept of one file.</param>
/// <param name="Files">Most files that are looked at in a folder.</param>
internal sealed record IndicatorLimits(long FileBytes, long UnpackedBytes, int LineBytes, int Rows, int Files)
{
    internal static IndicatorLimits Standard { get; } = new(4L << 30, 16L << 30, 64 << 10, 30_000_000, 2_000);

    internal Tables.TableLimits OfFile => Tables.TableLimits.Standard with { FileBytes = FileBytes, UnpackedBytes = UnpackedBytes, LineBytes = LineBytes };
}
