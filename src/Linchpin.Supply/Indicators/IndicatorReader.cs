using System.Text;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Indicators;

/// <summary>Reads a described file row by row: header held to the descriptor, every cell checked, codes brought to one form, rows that stand
/// twice refused.</summary>
internal sealed class IndicatorReader
{
    private readonly IndicatorDescriptor _about;
    private readonly IndicatorFilter? _filter;
    private readonly IndicatorLimits _limits;
    private readonly string _name;
    private readonly List<(int Cell, CodeColumn Codes)> _codes = [];
    private readonly List<(int Cell, IndicatorColumn About)> _measures = [];
    private readonly List<(int Cell, byte[][] Values)> _only = [];
    private readonly bool _states;
    private int _marks = -1;
    private int _estimates = -1;
    private int _periodCell = -1;
    private byte[][] _estimatedCells = [];
    private byte[][] _estimatedEndings = [];
    private double[][] _values = [];
    private ushort[]? _status;
    private int[] _lines = new int[1024];
    private int _rows;
    private long _passed;
    private int _cells;

    private IndicatorReader(IndicatorDescriptor about, string name, IndicatorFilter? filter, IndicatorLimits limits)
    {
        _about = about;
        _name = name;
        _filter = filter;
        _limits = limits;
        _states = about.Marks.Count > 0 || about.Columns.Any(c => c.Estimated.Count > 0);
    }

    /// <summary>Reads a file whole, or those of its rows that a filter lets through.</summary>
    internal static IndicatorTable Read(string path, IndicatorDescriptor about, IndicatorFilter? filter, IndicatorLimits limits, CancellationToken cancel)
    {
        var reader = new IndicatorReader(about, Path.GetFileName(path), filter, limits);
        string hash = TableFile.ReadLines(path, limits.OfFile, lines => reader.Read(new CsvRow(lines, limits.LineBytes + 2), cancel));
        return reader.Finish(hash);
    }

    /// <summary>The cells of a file's first row; <see langword="null"/> where it has none or cannot be read.</summary>
    internal static string[]? Header(string path, IndicatorLimits limits)
    {
        string[]? header = null;
        try
        {
            TableFile.ReadFirst(path, limits.OfFile, lines =>
            {
                var row = new CsvRow(lines, limits.LineBytes + 2);
                header = row.Next() ? Cells(row) : null;
            });
        }
        catch (FaultException)
        {
            return null;
        }

        return header;
    }

    private static string[] Cells(CsvRow row) => [.. Enumerable.Range(0, row.Count).Select(i => Encoding.UTF8.GetString(row[i]))];

    private void Read(CsvRow row, CancellationToken cancel)
    {
        if (!row.Next())
        {
            throw SupplyFaults.FileEmpty.Because("The file has no line.", _name);
        }

        Bind(Cells(row), row.Place);
        cancel.ThrowIfCancellationRequested();
        while (row.Next())
        {
            if ((row.Line & 0x3FFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            if (row.Count != _cells)
            {
                throw SupplyFaults.RaggedRow.Because($"{row.Count} cells under a header of {_cells}.", row.Place);
            }

            if (Passes(row))
            {
                Take(row);
            }
            else
            {
                _passed++;
            }
        }

        if (_rows == 0 && _passed == 0)
        {
            throw SupplyFaults.TableEmpty.Because("The file has a header and no row.", _name);
        }
    }

    /// <summary>Finds every described column in the header.</summary>
    private void Bind(string[] header, string place)
    {
        string? misfit = IndicatorFolder.Misfit(_about, header);
        if (misfit is not null)
        {
            throw SupplyFaults.Header.Because($"'{Shown.Short(string.Join(',', header), 160)}': {misfit}", place, $"Write the columns that {_about.Origin} describes: {Shown.Short(string.Join(',', _about.Columns.Select(c => c.Name)), 300)}.");
        }

        _cells = header.Length;
        int Cell(IndicatorColumn column) => _about.OtherColumnsIgnored ? Array.IndexOf(header, column.Name) : _about.Columns.ToList().IndexOf(column);
        foreach (IndicatorColumn column in _about.Columns)
        {
            int cell = Cell(column);
            if (_about.Only.TryGetValue(column.Name, out IReadOnlyList<string>? only))
            {
                _only.Add((cell, [.. only.Select(Encoding.UTF8.GetBytes)]));
            }

            switch (column.Role)
            {
                case ColumnRole.Measure:
                    _measures.Add((cell, column));
                    break;
                case ColumnRole.Attribute when column.Meaning == "estimated" && column.Estimated.Count > 0:
                    _estimates = cell;
                    _estimatedCells = [.. column.Estimated.Select(Encoding.UTF8.GetBytes)];
                    break;
                case ColumnRole.Attribute:
                    _marks = column.Meaning == "mark" ? cell : _marks;
                    _codes.Add((cell, new CodeColumn(column, c => c)));
                    break;
                case ColumnRole.Dimension:
                    if (column.Meaning == IndicatorPeriod.Dimension)
                    {
                        _periodCell = cell;
                        _estimatedEndings = [.. column.Estimated.Select(Encoding.UTF8.GetBytes)];
                    }

                    _codes.Add((cell, new CodeColumn(column, c => Normal(column, c))));
                    break;
                default:
                    break;
            }
        }

        _values = [.. _measures.Select(_ => new double[1024])];
        _status = _states ? new ushort[1024] : null;
    }

    private string Normal(IndicatorColumn column, string cell)
    {
        if (cell.Length == 0 && !column.Aliases.ContainsKey(""))
        {
            throw SupplyFaults.IndicatorCode.Because("The cell is empty: nothing says what the row is about.", column.Name);
        }

        return IndicatorCodes.Normal(column, cell)
            ?? throw SupplyFaults.IndicatorPeriod.Because($"'{Shown.Short(cell)}' is not a period of the form {column.Form}.", column.Name);
    }

    private bool Passes(CsvRow row)
    {
        foreach ((int cell, byte[][] values) in _only)
        {
            if (!Among(row[cell], values))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Among(ReadOnlySpan<byte> cell, byte[][] values)
    {
        foreach (byte[] value in values)
        {
            if (cell.SequenceEqual(value))
            {
                return true;
            }
        }

        return false;
    }

    private void Take(CsvRow row)
    {
        if (_rows >= _limits.Rows)
        {
            throw SupplyFaults.TableTooLarge.Because($"More than {_limits.Rows:N0} rows are wanted of it.", _name, "Ask for fewer products, or cut the file by year.");
        }

        ObservationStatus status = _estimates >= 0 && Among(row[_estimates], _estimatedCells) ? ObservationStatus.Estimated : ObservationStatus.Normal;
        bool either = _filter is null || !_filter.HasEither;
        foreach ((int cell, CodeColumn codes) in _codes)
        {
            ReadOnlySpan<byte> text = row[cell];
            if (cell == _periodCell)
            {
                foreach (byte[] ending in _estimatedEndings)
                {
                    if (text.EndsWith(ending))
                    {
                        text = text[..^ending.Length];
                        status |= ObservationStatus.Estimated;
                        break;
                    }
                }
            }

            int code = Code(codes, text, row);
            if (_filter is not null && codes.About.Role == ColumnRole.Dimension)
            {
                if (!_filter.Passes(codes, code))
                {
                    _passed++;
                    return;
                }

                either |= _filter.PassesEither(codes, code);
            }

            codes.Set(_rows, code);
        }

        if (!either)
        {
            _passed++;
            return;
        }

        Grow();
        string? mark = _marks >= 0 ? Encoding.UTF8.GetString(row[_marks]) : null;
        for (int m = 0; m < _measures.Count; m++)
        {
            _values[m][_rows] = IndicatorNumber.Read(row, _measures[m].Cell, _measures[m].About, _about.Marks, mark, ref status);
        }

        if (_status is not null)
        {
            _status[_rows] = (ushort)status;
        }

        _lines[_rows] = (int)Math.Min(row.Line, int.MaxValue);
        _rows++;
    }

    private static int Code(CodeColumn codes, ReadOnlySpan<byte> cell, CsvRow row)
    {
        try
        {
            return codes.Number(cell);
        }
        catch (FaultException e) when (e.Fault.Place == codes.About.Name)
        {
            throw e.Fault.Kind.Because(e.Fault.Cause, $"{row.Place}, {codes.About.Name}", inner: e);
        }
    }

    private void Grow()
    {
        if (_rows < _lines.Length)
        {
            return;
        }

        int size = _lines.Length * 2;
        Array.Resize(ref _lines, size);
        for (int m = 0; m < _values.Length; m++)
        {
            Array.Resize(ref _values[m], size);
        }

        if (_status is not null)
        {
            Array.Resize(ref _status, size);
        }
    }

    private IndicatorTable Finish(string hash)
    {
        CodeColumn[] columns = [.. _codes.Select(c => c.Codes)];
        foreach (CodeColumn column in columns)
        {
            column.Close(_rows);
        }

        Array.Resize(ref _lines, _rows);
        for (int m = 0; m < _values.Length; m++)
        {
            Array.Resize(ref _values[m], _rows);
        }

        if (_status is not null)
        {
            Array.Resize(ref _status, _rows);
        }

        CodeColumn[] dimensions = [.. columns.Where(c => c.About.Role == ColumnRole.Dimension)];
        if (!_about.RepeatsAllowed)
        {
            DuplicateRows.Refuse(dimensions, _lines, _name);
        }

        return new IndicatorTable(_about, _name, hash, _passed, dimensions, [.. columns.Where(c => c.About.Role == ColumnRole.Attribute)], _values, _status, _lines);
    }
}
