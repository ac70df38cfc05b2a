namespace Linchpin.Supply.Tables;

/// <summary>Bounds on what is read: a table folder is input from anywhere. docs/tables.md states them.</summary>
/// <param name="FileBytes">Most bytes of one file as it lies on the disk.</param>
/// <param name="UnpackedBytes">Most bytes that one compressed file may unpack to.</param>
/// <param name="LineBytes">Most bytes of one line.</param>
/// <param name="ListRows">Most rows of a list of countries, sectors or categories.</param>
/// <param name="Industries">Most industries: the matrices are dense, 8 bytes a cell.</param>
internal sealed record TableLimits(long FileBytes, long UnpackedBytes, int LineBytes, int ListRows, int Industries)
{
    internal static TableLimits Standard { get; } = new(1L << 30, 8L << 30, 4096, 2000, 10_000);

    /// <summary>For files as providers publish them: a line holds a whole row of the widest table.</summary>
    internal static TableLimits Import { get; } = new(8L << 30, 8L << 30, 4 << 20, 2000, 10_000);
}
