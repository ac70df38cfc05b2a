using System.Runtime.CompilerServices;
using System.Text;

namespace Linchpin.Supply.Tables;

/// <summary>Finds the number of a country, sector or category from its code as bytes, without making text of it.</summary>
internal sealed class CodeIndex
{
    private readonly byte[]?[] _codes;
    private readonly int[] _numbers;
    private readonly int _mask;

    /// <summary>Codes in order, and other spellings with the number that they stand for.</summary>
    internal CodeIndex(IReadOnlyList<string> codes, IEnumerable<KeyValuePair<string, int>> aliases)
    {
        KeyValuePair<string, int>[] all = [.. codes.Select((c, i) => KeyValuePair.Create(c, i)), .. aliases];
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(all.Length * 4) + 1);
        _codes = new byte[]?[size];
        _numbers = new int[size];
        _mask = size - 1;
        foreach ((string code, int number) in all)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(code);
            int at = Slot(bytes);
            if (_codes[at] is null)
            {
                _codes[at] = bytes;
                _numbers[at] = number;
            }
        }
    }

    /// <summary>The number of a code, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> code)
    {
        int at = Slot(code);
        return _codes[at] is null ? -1 : _numbers[at];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Slot(ReadOnlySpan<byte> code)
    {
        // FNV-1a. The codes come from the table's own list, and the table of slots is a quarter full: probing stays short.
        uint hash = 2166136261;
        foreach (byte b in code)
        {
            hash = (hash ^ b) * 16777619;
        }

        int at = (int)(hash ^ (hash >> 15)) & _mask;
        while (_codes[at] is { } held && !code.SequenceEqual(held))
        {
            at = (at + 1) & _mask;
        }

        return at;
    }
}
