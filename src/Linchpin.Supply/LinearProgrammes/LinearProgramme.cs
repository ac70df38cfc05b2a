namespace Linchpin.Supply.LinearProgrammes;

/// <summary>A linear programme: minimise c'x where every row's sum a'x lies between the row's bounds and every x between its own.</summary>
/// <remarks>
/// <para><b>Layout:</b> column after column; a column holds the numbers of its rows and its coefficients. Rows come before columns.</para>
/// <para><b>Bounds:</b> an infinity is no bound; a row or column whose bounds are equal is fixed.</para>
/// </remarks>
internal sealed class LinearProgramme
{
    private readonly List<double> _rowLower = [];
    private readonly List<double> _rowUpper = [];
    private readonly List<double> _cost = [];
    private readonly List<double> _lower = [];
    private readonly List<double> _upper = [];
    private readonly List<int> _start = [0];
    private readonly List<int> _row = [];
    private readonly List<double> _value = [];

    internal int Rows => _rowLower.Count;

    internal int Columns => _cost.Count;

    /// <summary>Coefficients held, zeros left out.</summary>
    internal int Entries => _row.Count;

    internal IReadOnlyList<double> RowLower => _rowLower;

    internal IReadOnlyList<double> RowUpper => _rowUpper;

    internal IReadOnlyList<double> Cost => _cost;

    internal IReadOnlyList<double> Lower => _lower;

    internal IReadOnlyList<double> Upper => _upper;

    /// <summary>Where each column's entries begin, and one more for the end.</summary>
    internal IReadOnlyList<int> Start => _start;

    /// <summary>Row of each entry.</summary>
    internal IReadOnlyList<int> EntryRow => _row;

    /// <summary>Coefficient of each entry.</summary>
    internal IReadOnlyList<double> EntryValue => _value;

    /// <summary>Adds a row; its number is given back.</summary>
    internal int AddRow(double lower, double upper)
    {
        Check(lower, upper);
        _rowLower.Add(lower);
        _rowUpper.Add(upper);
        return Rows - 1;
    }

    /// <summary>Adds a column with its entries, each row at most once; its number is given back.</summary>
    internal int AddColumn(double cost, double lower, double upper, params ReadOnlySpan<(int Row, double Value)> entries)
    {
        Check(lower, upper);
        _cost.Add(double.IsFinite(cost) ? cost : throw new ArgumentOutOfRangeException(nameof(cost)));
        _lower.Add(lower);
        _upper.Add(upper);
        foreach ((int row, double value) in entries)
        {
            if ((uint)row >= (uint)Rows || !double.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(nameof(entries));
            }

            if (value != 0)
            {
                _row.Add(row);
                _value.Add(value);
            }
        }

        _start.Add(_row.Count);
        return Columns - 1;
    }

    /// <summary>The same rows and columns with other costs and bounds.</summary>
    internal LinearProgramme With(IReadOnlyList<double> cost, IReadOnlyList<double> lower, IReadOnlyList<double> upper, IReadOnlyList<double> rowLower, IReadOnlyList<double> rowUpper)
    {
        var other = new LinearProgramme();
        other._rowLower.AddRange(rowLower);
        other._rowUpper.AddRange(rowUpper);
        other._cost.AddRange(cost);
        other._lower.AddRange(lower);
        other._upper.AddRange(upper);
        other._start.Clear();
        other._start.AddRange(_start);
        other._row.AddRange(_row);
        other._value.AddRange(_value);
        return other;
    }

    private static void Check(double lower, double upper)
    {
        if (double.IsNaN(lower) || double.IsNaN(upper) || lower == double.PositiveInfinity || upper == double.NegativeInfinity)
        {
            throw new ArgumentOutOfRangeException(nameof(lower), FormattableString.Invariant($"Bounds {lower} and {upper}."));
        }
    }
}
