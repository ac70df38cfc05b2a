using System.Collections;
using Linchpin.Claims;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Import;

/// <summary>Takes the rows of a wide file, one line a supplying industry, into the matrices of a table, adding up what belongs together.</summary>
/// <remarks>
/// <para>A blank cell in an industry's row is refused; in the rows below the industries it is not applicable.</para>
/// <para><see cref="Total"/> is added up from the cells as they are read, apart from the matrices: where the two differ at the end the program
/// is at fault and not the data.</para>
/// </remarks>
internal sealed class WideRows(TableAxis axis)
{
    private readonly BitArray _seen = new(axis.PublishedIndustries.Count + 1);
    private readonly Dictionary<AxisLabel, int> _numbers = axis.PublishedIndustries.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);
    private ExactSum _total;
    private ExactSum _size;

    internal Matrix Z { get; } = new(axis.Industries, axis.Industries);

    internal Matrix Y { get; } = new(axis.Industries, axis.FinalColumns);

    /// <summary>Primary inputs of each using industry, where the file has rows of them.</summary>
    internal double[]? PrimaryInputs { get; private set; }

    /// <summary>Output from the file's row of totals.</summary>
    internal double[]? OutputRow { get; private set; }

    /// <summary>Output from the file's column of totals.</summary>
    internal double[]? OutputColumn { get; private set; }

    /// <summary>Sum of all cells of Z and Y as read.</summary>
    internal double Total => _total.Value;

    /// <summary>Reads the rest of a file.</summary>
    /// <param name="reader">Stands before the first row.</param>
    /// <param name="delimiter">Comma or tab.</param>
    /// <param name="labelCells">Cells before the numbers.</param>
    /// <param name="columns">What each column of numbers is.</param>
    /// <param name="rowOf">What a row is, from its number and its label cells; <see langword="null"/> where nothing may follow.</param>
    /// <param name="cancel">Stops the reading.</param>
    internal void Read(
        LineReader reader, byte delimiter, int labelCells, IReadOnlyList<AxisLabel> columns, Func<int, IReadOnlyList<string>, AxisLabel> rowOf, CancellationToken cancel)
    {
        int[] targets = [.. columns.Select(Target)];
        bool outputColumn = columns.Any(c => c.Kind == LabelKind.Output);
        double[] numbers = new double[columns.Count];
        var labels = new List<string>();
        for (int row = 0; reader.Next(out ReadOnlySpan<byte> line); row++)
        {
            cancel.ThrowIfCancellationRequested();
            if (line.Length == 0)
            {
                NothingFollows(reader);
                return;
            }

            ReadOnlySpan<byte> rest = CellText.Labels(line, delimiter, labelCells, labels, reader);
            AxisLabel label = rowOf(row, labels);
            if (label.Kind == LabelKind.Ignored)
            {
                continue;
            }

            CellText.Numbers(rest, delimiter, numbers, reader, c => Column(columns[c]));
            switch (label.Kind)
            {
                case LabelKind.Industry:
                    Take(Seen(label, columns[0].Kind, reader), numbers, targets, columns, outputColumn, reader);
                    break;
                case LabelKind.PrimaryInput:
                    PrimaryInputs ??= new double[axis.Industries];
                    Add(PrimaryInputs, numbers, targets);
                    break;
                default:
                    OutputRow = new double[axis.Industries];
                    Add(OutputRow, numbers, targets);
                    break;
            }
        }
    }

    /// <summary>Takes one cell of a file that has a row a cell.</summary>
    /// <param name="industry">The supplying industry, or -1.</param>
    /// <param name="target">The using industry, or the final demand column after all industries, or -1.</param>
    /// <param name="value">The cell.</param>
    /// <param name="primary">Whether it is a primary input of the using industry.</param>
    internal void Take(int industry, int target, double value, bool primary)
    {
        if (primary)
        {
            PrimaryInputs ??= new double[axis.Industries];
            if (target >= 0 && target < axis.Industries)
            {
                PrimaryInputs[target] += value;
            }
        }
        else if (industry >= 0 && target >= 0)
        {
            _total.Add(value);
            _size.Add(Math.Abs(value));
            if (target < axis.Industries)
            {
                Z[industry, target] += value;
            }
            else
            {
                Y[industry, target - axis.Industries] += value;
            }
        }
    }

    /// <summary>Multiplies every column of Z by a factor: coefficients become flows.</summary>
    internal void ScaleColumns(double[] factors)
    {
        _total = default;
        _size = default;
        for (int i = 0; i < Z.Rows; i++)
        {
            Span<double> row = Z.Row(i);
            for (int j = 0; j < row.Length; j++)
            {
                row[j] *= factors[j];
            }

            Count(row);
            Count(Y.Row(i));
        }
    }

    /// <summary>Refuses a file whose rows ended before all industries had one.</summary>
    internal void NeedAllRows(string file)
    {
        int missing = 0;
        AxisLabel? first = null;
        foreach ((AxisLabel label, int number) in _numbers)
        {
            if (!_seen[number])
            {
                missing++;
                first ??= label;
            }
        }

        if (missing > 0)
        {
            throw SupplyFaults.RowsMissing.Because($"{missing:N0} of {_numbers.Count:N0} industries have no row; the first is {TableAxis.Words(first!.Value)}.", file);
        }
    }

    /// <summary>Makes the rows ready to be read again from another file of the same industries: final demand after intermediate use.</summary>
    internal void NextFile() => _seen.SetAll(false);

    /// <summary>Holds what was read against what is held; a difference is the program's own.</summary>
    internal void NeedNothingLost()
    {
        ExactSum held = default;
        for (int i = 0; i < Z.Rows; i++)
        {
            foreach (double cell in Z.Row(i))
            {
                held.Add(cell);
            }

            foreach (double cell in Y.Row(i))
            {
                held.Add(cell);
            }
        }

        double lost = Math.Abs(held.Value - _total.Value);
        if (!(lost <= 1e-12 * Math.Max(_size.Value, double.Epsilon)))
        {
            throw SupplyFaults.CellsLost.Because(FormattableString.Invariant($"The cells read add up to {_total.Value:R} and those held to {held.Value:R}."));
        }
    }

    private void Count(ReadOnlySpan<double> cells)
    {
        foreach (double cell in cells)
        {
            _total.Add(cell);
            _size.Add(Math.Abs(cell));
        }
    }

    private int Target(AxisLabel column) => column.Kind switch
    {
        LabelKind.Industry => axis.Industry(column),
        LabelKind.Final => axis.Industries + axis.Final(column),
        LabelKind.Output => -2,
        _ => -1,
    };

    private int Seen(AxisLabel label, LabelKind first, LineReader reader)
    {
        if (!_numbers.TryGetValue(label, out int number))
        {
            throw SupplyFaults.UnknownCode.Because(
                $"{TableAxis.Words(label)} has a row and no column{(first == LabelKind.Final ? " of intermediate use" : "")}.", reader.Place, "Give the file as its provider publishes it.");
        }

        if (_seen[number])
        {
            throw SupplyFaults.DuplicateCell.Because($"{TableAxis.Words(label)} has two rows.", reader.Place);
        }

        _seen[number] = true;
        return axis.Industry(label);
    }

    private void Take(int industry, double[] numbers, int[] targets, IReadOnlyList<AxisLabel> columns, bool outputColumn, LineReader reader)
    {
        Span<double> z = Z.Row(industry);
        Span<double> y = Y.Row(industry);
        for (int c = 0; c < numbers.Length; c++)
        {
            int target = targets[c];
            double value = numbers[c];
            if (target == -1)
            {
                continue;
            }

            if (double.IsNaN(value))
            {
                throw SupplyFaults.NotANumber.Because("The cell is blank.", $"{reader.Place}, {Column(columns[c])}", "Fetch the file again from its source; a cell that is zero has a 0.");
            }

            if (target == -2)
            {
                OutputColumn ??= new double[axis.Industries];
                OutputColumn[industry] += value;
                continue;
            }

            _total.Add(value);
            _size.Add(Math.Abs(value));
            if (target < z.Length)
            {
                z[target] += value;
            }
            else
            {
                y[target - z.Length] += value;
            }
        }

        if (outputColumn && OutputColumn![industry] < 0)
        {
            throw SupplyFaults.NegativeOutput.Because(FormattableString.Invariant($"The output is {OutputColumn[industry]:R}."), reader.Place);
        }
    }

    private static void Add(double[] sums, double[] numbers, int[] targets)
    {
        for (int c = 0; c < numbers.Length; c++)
        {
            if (targets[c] >= 0 && targets[c] < sums.Length && !double.IsNaN(numbers[c]))
            {
                sums[targets[c]] += numbers[c];
            }
        }
    }

    private static void NothingFollows(LineReader reader)
    {
        while (reader.Next(out ReadOnlySpan<byte> line))
        {
            if (line.Length > 0)
            {
                throw SupplyFaults.RaggedRow.Because("A row follows an empty line.", reader.Place);
            }
        }
    }

    private static string Column(AxisLabel column) => column.Country.Length == 0 ? Shown.Short(column.Code) : TableAxis.Words(column);
}
