using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Extraction;

/// <summary>Hypothetical extraction of the deliveries of a few industries without a second inverse.</summary>
/// <remarks>
/// <para>The deliveries of m industries are cells in m rows of A, so A2 = A - E D with E = the columns of the identity for those rows and D
/// = the cells.
/// By the Woodbury identity dx = L_S (g + k), with g the extracted final demand, y = L f - L_S g, (I + D L_S) k = D y, and L_S the columns
/// of L for those industries.</para>
/// <para><b>Cost:</b> one product of L with a vector, then work that grows with m n and m^3.</para>
/// </remarks>
internal sealed class ExtractionCalculation
{
    private readonly LeontiefModel _model;
    private readonly InputOutputTable _table;
    private readonly int[] _industries;
    private readonly int[] _to;
    private readonly Flows _flows;

    internal ExtractionCalculation(LeontiefModel model, int from, IReadOnlyList<int> sectors, IReadOnlyList<int> to, Flows flows)
    {
        _model = model;
        _table = model.Table;
        _industries = [.. sectors.Select(s => (from * _table.Sectors.Count) + s)];
        _to = [.. to];
        _flows = flows;
        From = _table.Countries[from].Code;
        Sectors = [.. sectors.Select(s => _table.Sectors[s].Code)];
    }

    private string From { get; }

    private string[] Sectors { get; }

    internal HypotheticalExtraction Run()
    {
        double[] before = _model.Demanded();
        double[] g = [.. _industries.Select(i => _flows == Flows.Intermediate ? 0 : _to.Sum(c => Delivered(_table.Y, i, c, _table.Categories.Count)))];
        double[] y = [.. before];
        AddColumns(y, g, -1);
        double[] k = _flows == Flows.Final ? new double[g.Length] : Adjustment(y);
        double[] loss = new double[_table.Industries];
        AddColumns(loss, [.. g.Zip(k, (a, b) => a + b)], 1);

        RegionLoss[] regions = [.. Enumerable.Range(0, _table.Countries.Count).Select(c => Loss(_table.Countries[c].Code, c * _table.Sectors.Count, _table.Sectors.Count, before, loss))];
        return new HypotheticalExtraction(
            _table, _model.Basis, From, Sectors, [.. _to.Select(c => _table.Countries[c].Code)], _flows, regions, Loss("world", 0, _table.Industries, before, loss));
    }

    private static double Delivered(Matrix matrix, int row, int country, int width) => VectorMath.Sum(matrix.Row(row).Slice(country * width, width));

    /// <summary>target += sign * L_S weights.</summary>
    private void AddColumns(double[] target, double[] weights, double sign)
    {
        for (int i = 0; i < target.Length; i++)
        {
            ReadOnlySpan<double> row = _model.L.Row(i);
            double sum = 0;
            for (int s = 0; s < weights.Length; s++)
            {
                sum += row[_industries[s]] * weights[s];
            }

            target[i] += sign * sum;
        }
    }

    /// <summary>k of (I + D L_S) k = D y.</summary>
    private double[] Adjustment(double[] y)
    {
        int m = _industries.Length;
        int sectors = _table.Sectors.Count;
        double[,] system = new double[m, m];
        double[] right = new double[m];
        for (int s = 0; s < m; s++)
        {
            system[s, s] = 1;
            foreach (int country in _to)
            {
                for (int j = country * sectors; j < (country + 1) * sectors; j++)
                {
                    double a = _model.X[j] == 0 ? 0 : _table.Z[_industries[s], j] / _model.X[j];
                    right[s] += a * y[j];
                    for (int t = 0; t < m && a != 0; t++)
                    {
                        system[s, t] += a * _model.L[j, _industries[t]];
                    }
                }
            }
        }

        return SmallSystem.Solve(system, right)
            ?? throw SupplyFaults.Singular.Because($"Without the deliveries of {From} {string.Join(",", Sectors)} the table has no Leontief inverse.");
    }

    private RegionLoss Loss(string region, int first, int count, double[] before, double[] loss)
    {
        double output = 0;
        double gdp = 0;
        double whole = 0;
        for (int i = first; i < first + count; i++)
        {
            output += loss[i];
            gdp += _model.V[i] * loss[i];
            whole += _model.V[i] * before[i];
        }

        return new RegionLoss(region, output, gdp, whole == 0 ? null : 100 * gdp / whole);
    }
}
