using System.Numerics;
using Linchpin.Claims;

namespace Linchpin.Supply.Indicators;

/// <summary>Finds rows whose dimensions are all the same.</summary>
internal static class DuplicateRows
{
    /// <summary>Refuses a file in which one thing has two rows: which of them is meant is not ours to guess.</summary>
    internal static void Refuse(CodeColumn[] dimensions, int[] lines, string file)
    {
        int[] slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, lines.Length * 2L))];
        int mask = slots.Length - 1;
        for (int row = 0; row < lines.Length; row++)
        {
            // The seed of HashCode differs from run to run, so that no file can be made whose rows all fall together.
            var hash = new HashCode();
            foreach (CodeColumn dimension in dimensions)
            {
                hash.Add(dimension[row]);
            }

            int at = hash.ToHashCode() & mask;
            while (slots[at] != 0)
            {
                int other = slots[at] - 1;
                if (Array.TrueForAll(dimensions, d => d[row] == d[other]))
                {
                    string what = string.Join(" ", dimensions.Select(d => Shown.Short(d.Text(row), 40)));
                    throw SupplyFaults.DuplicateCell.Because($"{what} stands twice, first on line {lines[other]}.", $"{file}, line {lines[row]}");
                }

                at = (at + 1) & mask;
            }

            slots[at] = row + 1;
        }
    }
}
