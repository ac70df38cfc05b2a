using Linchpin.Supply.Kernels;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Plans;

/// <summary>What each partner's industries and final demand no longer get, by input sector, summed over the window and by day.</summary>
/// <remarks>
/// <para><b>Equation:</b> lost_sq(t) = sum over the suppliers i of sector s of c_iq(t) (sum over the users j in q of Z_ij + y_iq) / 365.</para>
/// <para><b>Window:</b> from the first to the last day within the scenario's steps on which a cut is at least a hundredth of the largest cut: the end of a
/// rebuilding that fades for ever is left out.</para>
/// </remarks>
internal sealed class LostDeliveries
{
    private const double Felt = 0.01;

    internal LostDeliveries(ArioModel ario, DeliveryCuts cuts, int[] partners, int steps, CancellationToken cancel)
    {
        InputOutputTable table = ario.Table;
        int sectors = table.Sectors.Count;
        var cutOf = new Dictionary<(int Supplier, int Partner), double[]>();
        double[] most = new double[steps];
        foreach (int i in cuts.Suppliers)
        {
            cancel.ThrowIfCancellationRequested();
            for (int q = 0; q < partners.Length; q++)
            {
                double[] cut = [.. Enumerable.Range(0, steps).Select(t => cuts.Of(i, partners[q], t))];
                bool any = Delivered(ario, i, partners[q]) > 0 && cut.Any(c => c > 0);
                for (int t = 0; t < steps && any; t++)
                {
                    most[t] = Math.Max(most[t], cut[t]);
                }

                if (any)
                {
                    cutOf[(i, q)] = cut;
                }
            }
        }

        double largest = most.DefaultIfEmpty(0).Max();
        First = largest > 0 ? Array.FindIndex(most, c => c >= Felt * largest) : 0;
        Days = largest > 0 ? Array.FindLastIndex(most, c => c >= Felt * largest) - First + 1 : 0;
        Total = Table(partners.Length, sectors);
        Final = Table(partners.Length, sectors);
        Harmless = Table(partners.Length, sectors);
        UseADay = Table(partners.Length, sectors);
        OfUser = [.. partners.Select(_ => Table(sectors, sectors))];
        UseOfUser = [.. partners.Select(_ => Table(sectors, sectors))];
        ByDay = [.. partners.Select(_ => Table(sectors, Days))];
        ByOrigin = [.. partners.Select(_ => Table(sectors, table.Countries.Count))];
        CutShare = cutOf.ToDictionary(c => c.Key, c => Days == 0 ? 0 : c.Value.AsSpan(First, Days).ToArray().Average());
        foreach (((int i, int q), double[] cut) in cutOf.OrderBy(c => c.Key))
        {
            Add(ario, i, q, partners[q], cut.AsSpan(First, Days));
        }

        for (int q = 0; q < partners.Length; q++)
        {
            for (int s = 0; s < sectors; s++)
            {
                for (int j = 0; j < sectors; j++)
                {
                    int user = (partners[q] * sectors) + j;
                    UseOfUser[q][s][j] = Math.Max(ario.Supply[s, user] * Days, OfUser[q][s][j]);
                    UseADay[q][s] += ario.Supply[s, user];

                    // Inputs under the simulation's threshold hold nothing back.
                    if (ario.Limiting[s, user] <= 0)
                    {
                        Harmless[q][s] += OfUser[q][s][j];
                        OfUser[q][s][j] = 0;
                    }
                }

                for (int i = s; i < table.Industries; i += sectors)
                {
                    UseADay[q][s] += ario.Final[i, partners[q]];
                }
            }
        }

        Affected = [.. Enumerable.Range(0, sectors).Where(s => Total.Any(t => t[s] > 0))];
    }

    /// <summary>The window's first day.</summary>
    internal int First { get; }

    /// <summary>The window's days.</summary>
    internal int Days { get; }

    /// <summary>Sectors of which some partner loses deliveries.</summary>
    internal int[] Affected { get; }

    /// <summary>Lost by partner and input sector.</summary>
    internal double[][] Total { get; }

    /// <summary>Of that, lost to final demand.</summary>
    internal double[][] Final { get; }

    /// <summary>Of that, lost to industries that make do without so small an input.</summary>
    internal double[][] Harmless { get; }

    /// <summary>Of that, lost to each industry that it holds back.</summary>
    internal double[][][] OfUser { get; }

    /// <summary>What each industry uses of the input, from all suppliers.</summary>
    internal double[][][] UseOfUser { get; }

    /// <summary>What the partner uses of the input a day, in production and final demand.</summary>
    internal double[][] UseADay { get; }

    /// <summary>Lost by partner, input sector and day of the window.</summary>
    internal double[][][] ByDay { get; }

    /// <summary>Lost by partner, input sector and country of origin.</summary>
    internal double[][][] ByOrigin { get; }

    /// <summary>The mean part of a supplier's deliveries to a partner that is gone over the window.</summary>
    internal IReadOnlyDictionary<(int Supplier, int Partner), double> CutShare { get; }

    private void Add(ArioModel ario, int i, int q, int country, ReadOnlySpan<double> cut)
    {
        int sectors = ario.Table.Sectors.Count;
        int s = ario.Table.SectorOf(i);
        double days = VectorMath.Sum(cut);
        double delivered = Delivered(ario, i, country);
        ReadOnlySpan<double> flow = ario.Flow.Row(i).Slice(country * sectors, sectors);
        for (int j = 0; j < sectors; j++)
        {
            OfUser[q][s][j] += days * Math.Max(0, flow[j]);
        }

        Total[q][s] += days * delivered;
        Final[q][s] += days * ario.Final[i, country];
        ByOrigin[q][s][ario.Table.CountryOf(i)] += days * delivered;
        VectorMath.AddScaled(cut, delivered, ByDay[q][s]);
    }

    private static double Delivered(ArioModel ario, int i, int country)
    {
        // A negative cell of the table is no delivery.
        int sectors = ario.Table.Sectors.Count;
        double sum = ario.Final[i, country];
        foreach (double flow in ario.Flow.Row(i).Slice(country * sectors, sectors))
        {
            sum += Math.Max(0, flow);
        }

        return sum;
    }

    private static double[][] Table(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
}
