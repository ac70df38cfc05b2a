using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>What some runs of an ensemble gave, as bytes that can be kept, sent and joined with others.</summary>
/// <remarks>
/// <para><b>Form</b>, little-endian: <c>LPRUNS01</c>; 32 bytes of the design's id; first run, runs, numbers a run as 32-bit integers; 4 zeros; the
/// numbers as doubles, run after run; SHA-256 of all before it.</para>
/// </remarks>
public sealed class EnsembleRange
{
    private const int Head = 56, Check = SHA256.HashSizeInBytes;
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("LPRUNS01");

    internal EnsembleRange(string design, int first, int count, int values)
        : this(design, first, count, new double[checked(count * values)])
    {
    }

    private EnsembleRange(string design, int first, int count, double[] numbers)
    {
        Design = design;
        First = first;
        Count = count;
        Numbers = numbers;
    }

    /// <summary>Id of the design that was run.</summary>
    public string Design { get; }

    /// <summary>The first run, from 0.</summary>
    public int First { get; }

    /// <summary>How many runs.</summary>
    public int Count { get; }

    internal double[] Numbers { get; }

    /// <summary>Numbers a run.</summary>
    internal int Values => Numbers.Length / Count;

    /// <summary>The numbers of a run, in the design's layout.</summary>
    internal Span<double> Of(int run) => Numbers.AsSpan((run - First) * Values, Values);

    /// <summary>The range as bytes.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[Head + (Numbers.Length * sizeof(double)) + Check];
        Magic.CopyTo(bytes, 0);
        Convert.FromHexString(Design).CopyTo(bytes, 8);
        MemoryMarshal.Write(bytes.AsSpan(40), First);
        MemoryMarshal.Write(bytes.AsSpan(44), Count);
        MemoryMarshal.Write(bytes.AsSpan(48), Values);
        MemoryMarshal.AsBytes(Numbers.AsSpan()).CopyTo(bytes.AsSpan(Head));
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - Check), bytes.AsSpan(bytes.Length - Check));
        return bytes;
    }

    /// <summary>Reads a range of a design back; refuses one that is damaged or belongs to another design.</summary>
    /// <param name="bytes">As <see cref="ToBytes"/> wrote them.</param>
    /// <param name="design">The design.</param>
    /// <param name="place">Where they come from, for the fault.</param>
    /// <exception cref="FaultException"><c>supply.ensemble-range</c></exception>
    public static EnsembleRange Read(ReadOnlySpan<byte> bytes, EnsembleDesign design, string place)
    {
        if (bytes.Length < Head + Check || !bytes.StartsWith(Magic))
        {
            throw SupplyFaults.EnsembleRange.Because("This is not a range of runs, or its beginning is lost.", place);
        }

        string id = Convert.ToHexStringLower(bytes.Slice(8, 32));
        if (id != design.Id)
        {
            throw SupplyFaults.EnsembleRange.Because($"The runs belong to the design {id[..12]}…, not to {design.Id[..12]}…: engine, table, scenario, what varies or seed differ.", place);
        }

        int first = MemoryMarshal.Read<int>(bytes[40..]), count = MemoryMarshal.Read<int>(bytes[44..]), values = MemoryMarshal.Read<int>(bytes[48..]);
        if (first < 0 || count < 1 || values != design.Layout.Values || bytes.Length - Head - Check != (long)count * values * sizeof(double)
            || !SHA256.HashData(bytes[..^Check]).AsSpan().SequenceEqual(bytes[^Check..]))
        {
            throw SupplyFaults.EnsembleRange.Because("The runs are cut off or damaged.", place);
        }

        return new EnsembleRange(id, first, count, MemoryMarshal.Cast<byte, double>(bytes[Head..^Check]).ToArray());
    }
}
