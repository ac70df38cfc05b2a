using System.Diagnostics.CodeAnalysis;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Supply.Indicators;

/// <summary>The codes of one column, each kept once, and the number of the code of every row.</summary>
/// <remarks>A cell is found by its bytes; only a cell that was never met before becomes text.</remarks>
internal sealed class CodeColumn(IndicatorColumn about, Func<string, string> normal)
{
    private const int MostCodes = 2_000_000;
    private readonly Dictionary<byte[], int> _byCell = new(ByteComparer.Instance);
    private readonly Dictionary<string, int> _byCode = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];
    private int[] _rows = [];
    private byte[] _lastCell = [0];
    private int _last = -1;

    internal IndicatorColumn About { get; } = about;

    /// <summary>The codes in the order in which they were first met.</summary>
    internal IReadOnlyList<string> Codes => _codes;

    /// <summary>The number of the row's code.</summary>
    internal int this[int row] => _rows[row];

    internal string Text(int row) => _codes[_rows[row]];

    /// <summary>The number of a code, or -1.</summary>
    internal int Find(string code) => _byCode.GetValueOrDefault(code, -1);

    /// <summary>The number of the code that a cell stands for. A fault has the column's name for its place: the caller knows the line.</summary>
    internal int Number(ReadOnlySpan<byte> cell)
    {
        // Rows are mostly sorted: a cell is often the one above it.
        if (_last >= 0 && cell.SequenceEqual(_lastCell))
        {
            return _last;
        }

        var lookup = _byCell.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(cell, out byte[]? held, out int number))
        {
            string code = normal(Encoding.UTF8.GetString(cell));
            if (!_byCode.TryGetValue(code, out number))
            {
                number = _codes.Count;
                _codes.Add(code);
                _byCode.Add(code, number);
            }

            if (_byCell.Count >= MostCodes)
            {
                throw SupplyFaults.TableTooLarge.Because($"The column \"{Shown.Short(About.Name)}\" has more than {MostCodes:N0} different cells.", About.Name);
            }

            held = cell.ToArray();
            _byCell.Add(held, number);
        }

        _lastCell = held;
        _last = number;
        return number;
    }

    internal void Set(int row, int code)
    {
        if (row >= _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(1024, _rows.Length * 2));
        }

        _rows[row] = code;
    }

    /// <summary>Lets go of what only reading needs, and of codes that no kept row has.</summary>
    internal void Close(int rows)
    {
        _byCell.Clear();
        _byCell.TrimExcess();
        _last = -1;
        Array.Resize(ref _rows, rows);
        var used = new System.Collections.BitArray(_codes.Count);
        foreach (int code in _rows)
        {
            used[code] = true;
        }

        if (!used.HasAllSet())
        {
            int[] moved = new int[_codes.Count];
            string[] all = [.. _codes];
            _codes.Clear();
            _byCode.Clear();
            for (int code = 0; code < all.Length; code++)
            {
                if (used[code])
                {
                    moved[code] = _codes.Count;
                    _byCode.Add(all[code], _codes.Count);
                    _codes.Add(all[code]);
                }
            }

            for (int row = 0; row < rows; row++)
            {
                _rows[row] = moved[_rows[row]];
            }
        }
    }

    /// <summary>Bytes compared by content, with the process's own seed: a file cannot be made whose cells all fall into one slot.</summary>
    private sealed class ByteComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        internal static readonly ByteComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
