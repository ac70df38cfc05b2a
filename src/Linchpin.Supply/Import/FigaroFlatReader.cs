using System.Collections;
using System.Text;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Import;

/// <summary>Reads FIGARO's flat file, a row a cell: icioiRow, icioiCol, refArea, rowIi, counterpartArea, colIi, obsValue. A cell that is left
/// out is zero.</summary>
/// <remarks>The file is read twice: the first time for the labels, so that the matrices are made at their size.</remarks>
internal sealed class FigaroFlatReader(TableLimits limits, IProgress<string>? progress, CancellationToken cancel)
{
    internal const string Header = "icioiRow,icioiCol,refArea,rowIi,counterpartArea,colIi,obsValue";

    private const byte Comma = (byte)',';

    internal SourceTable Read(string path)
    {
        string name = Path.GetFileName(path);
        progress?.Report($"reading {name}: labels");
        var rowIndex = new GrowingIndex(2 * limits.Industries);
        var columnIndex = new GrowingIndex(2 * limits.Industries);
        string first = TableFile.ReadLines(path, limits, reader =>
        {
            NeedHeader(reader);
            while (reader.Next(out ReadOnlySpan<byte> line))
            {
                Cancel(reader);
                int one = line.IndexOf(Comma);
                int two = one < 0 ? -1 : line[(one + 1)..].IndexOf(Comma);
                if (two < 0)
                {
                    throw Ragged(line, reader);
                }

                rowIndex.Add(Bare(line[..one]), reader);
                columnIndex.Add(Bare(line.Slice(one + 1, two)), reader);
            }
        });
        AxisLabel[] rowLabels = [.. rowIndex.Labels.Select(LabelledMatrixReader.FigaroLabel)];
        AxisLabel[] columnLabels = [.. columnIndex.Labels.Select(LabelledMatrixReader.FigaroLabel)];
        var axis = new TableAxis([.. rowLabels.Concat(columnLabels).Where(l => l.Kind is LabelKind.Industry or LabelKind.Final).Distinct()], RegionCodes.FromIso2, name, limits);
        var rows = new WideRows(axis);
        progress?.Report($"reading {name}: cells");
        string second = TableFile.ReadLines(path, limits, reader => Cells(reader, rows, axis, rowIndex, columnIndex, rowLabels, columnLabels));
        if (first != second)
        {
            throw SupplyFaults.FileUnreadable.Because("The file changed while it was read.", name);
        }

        if (rows.PrimaryInputs is null)
        {
            throw SupplyFaults.RowsMissing.Because("There is no row of value added (W2_D1 and others).", name);
        }

        rows.NeedNothingLost();
        return SourceTable.Of(axis, rows, null, SectorNames.Of("nace64"), SectorNames.IsManufacturing, c => c == "ROW", [SourceTable.FileOf(path, first)])
            with { Aliases = LabelledMatrixReader.FigaroAliases(axis) };
    }

    private void Cells(
        LineReader reader, WideRows rows, TableAxis axis, GrowingIndex rowIndex, GrowingIndex columnIndex, AxisLabel[] rowLabels, AxisLabel[] columnLabels)
    {
        NeedHeader(reader);
        int[] columnTargets = [.. columnLabels.Select(l => l.Kind == LabelKind.Industry ? axis.Industry(l) : l.Kind == LabelKind.Final ? axis.Industries + axis.Final(l) : -1)];
        int[] rowTargets = [.. rowLabels.Select(l => l.Kind == LabelKind.Industry ? axis.Industry(l) : -1)];
        var seen = new BitArray(checked(rowLabels.Length * columnLabels.Length));
        while (reader.Next(out ReadOnlySpan<byte> line))
        {
            Cancel(reader);
            int one = line.IndexOf(Comma);
            int two = one < 0 ? -1 : line[(one + 1)..].IndexOf(Comma);
            int last = line.LastIndexOf(Comma);
            if (two < 0 || line.Count(Comma) != 6)
            {
                throw Ragged(line, reader);
            }

            int row = rowIndex.Find(Bare(line[..one]));
            int column = columnIndex.Find(Bare(line.Slice(one + 1, two)));
            if (row < 0 || column < 0)
            {
                throw SupplyFaults.FileUnreadable.Because("The file changed while it was read.", reader.Name);
            }

            double value = CellText.Number(line[(last + 1)..], reader, "obsValue");
            if (double.IsNaN(value))
            {
                throw SupplyFaults.NotANumber.Because("The cell is blank.", $"{reader.Place}, obsValue", "Fetch the file again from its source; a cell that is zero has a 0 or no row.");
            }

            int at = (row * columnLabels.Length) + column;
            if (seen[at])
            {
                throw SupplyFaults.DuplicateCell.Because($"{TableAxis.Words(rowLabels[row])} to {TableAxis.Words(columnLabels[column])} stands twice.", reader.Place);
            }

            seen[at] = true;
            rows.Take(rowTargets[row], columnTargets[column], value, rowLabels[row].Kind == LabelKind.PrimaryInput);
        }
    }

    private void Cancel(LineReader reader)
    {
        if ((reader.Line & 0xFFFF) == 0)
        {
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static void NeedHeader(LineReader reader)
    {
        if (!reader.Next(out ReadOnlySpan<byte> line))
        {
            throw SupplyFaults.FileEmpty.Because("The file has no line.", reader.Name);
        }

        string found = string.Join(',', CellText.All(line, Comma, reader));
        if (found != Header)
        {
            throw SupplyFaults.Header.Because($"'{Shown.Short(found, 120)}'; the header is {Header}.", reader.Place);
        }
    }

    private static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> cell) => cell.Length > 1 && cell[0] == '"' && cell[^1] == '"' ? cell[1..^1] : cell;

    private static FaultException Ragged(ReadOnlySpan<byte> line, LineReader reader) =>
        SupplyFaults.RaggedRow.Because($"{line.Count(Comma) + 1} cells under a header of 7: '{Shown.Short(Encoding.UTF8.GetString(line))}'.", reader.Place);
}

/// <summary>Labels in the order in which they are met, found from their bytes without making text of them.</summary>
internal sealed class GrowingIndex(int most)
{
    private readonly List<byte[]> _labels = [];
    private int[] _slots = new int[1024];

    internal IEnumerable<string> Labels => _labels.Select(Encoding.UTF8.GetString);

    internal int Find(ReadOnlySpan<byte> label) => _slots[Slot(label)] - 1;

    internal void Add(ReadOnlySpan<byte> label, LineReader reader)
    {
        int slot = Slot(label);
        if (_slots[slot] != 0)
        {
            return;
        }

        if (_labels.Count == most)
        {
            throw SupplyFaults.TableTooLarge.Because($"More than {most:N0} labels.", reader.Place);
        }

        _labels.Add(label.ToArray());
        _slots[slot] = _labels.Count;
        if (_labels.Count * 4 > _slots.Length)
        {
            _slots = new int[_slots.Length * 2];
            for (int i = 0; i < _labels.Count; i++)
            {
                _slots[Slot(_labels[i])] = i + 1;
            }
        }
    }

    private int Slot(ReadOnlySpan<byte> label)
    {
        // FNV-1a; the slots are at most a quarter full, so that probing stays short.
        uint hash = 2166136261;
        foreach (byte b in label)
        {
            hash = (hash ^ b) * 16777619;
        }

        int mask = _slots.Length - 1;
        int at = (int)(hash ^ (hash >> 15)) & mask;
        while (_slots[at] != 0 && !label.SequenceEqual(_labels[_slots[at] - 1]))
        {
            at = (at + 1) & mask;
        }

        return at;
    }
}
