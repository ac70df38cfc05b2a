using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Plans;

/// <summary>What one unit of new production for delivery calls for in the maker's own country: output of its industries, and inputs that are being lost.</summary>
/// <remarks>
/// <para><b>Equations:</b> output of industry i of partner p for a unit delivered by its industry s: L_i,ps. Inputs of sector s' that it calls for and that are gone:
/// the sum over the abroad suppliers i* of s' of the mean cut of i* to p times the sum over k in p of a_i*k L_k,ps.</para>
/// <para>Only the maker's own country is counted: capacity and losses of every other country are its own affair. So each condition belongs to one
/// partner, and the plans of two groups put side by side are a plan of both.</para>
/// </remarks>
internal sealed class Requirements
{
    internal Requirements(PlanModel model, ArioModel ario, DeliveryCuts cuts, CancellationToken cancel)
    {
        int sectors = model.Sectors;
        int[] affected = model.Losses.Affected;
        Matrix? inverse = affected.Length == 0 ? null : model.Table.Model(Basis.RowSum, cancel).L;
        Own = [.. model.Partners.Select(_ => Square(sectors))];
        Lost = [.. model.Partners.Select(_ => Square(sectors))];
        for (int p = 0; p < model.Partners.Length && inverse is not null; p++)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (int s in affected)
            {
                double[] column = [.. Enumerable.Range(0, sectors).Select(k => inverse[model.Industry(p, k), model.Industry(p, s)])];
                for (int k = 0; k < sectors; k++)
                {
                    // A negative requirement comes of a negative cell of the table and frees nothing.
                    Own[p][k][s] = Math.Max(0, column[k]);
                }

                foreach (int supplier in cuts.Suppliers.Where(i => ario.Table.CountryOf(i) != model.Partners[p]))
                {
                    if (model.Losses.CutShare.TryGetValue((supplier, p), out double cut))
                    {
                        double used = 0;
                        for (int k = 0; k < sectors; k++)
                        {
                            int user = model.Industry(p, k);
                            used += ario.Output[user] > 0 ? ario.Flow[supplier, user] / ario.Output[user] * column[k] : 0;
                        }

                        Lost[p][ario.Table.SectorOf(supplier)][s] += cut * Math.Max(0, used);
                    }
                }
            }
        }
    }

    /// <summary>Output of the maker's own industries: [partner][industry][maker].</summary>
    internal double[][][] Own { get; }

    /// <summary>Lost inputs: [partner][input sector][maker].</summary>
    internal double[][][] Lost { get; }

    private static double[][] Square(int n) => [.. Enumerable.Range(0, n).Select(_ => new double[n])];
}
