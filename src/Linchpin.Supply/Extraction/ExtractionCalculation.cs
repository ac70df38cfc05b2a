using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Extraction;

/// <summary>Hypothetical extraction of any set of flows without a second inverse.</summary>
/// <remarks>
/// <para>The flows of m supplier industries are cells in m rows of A, so A2 = A - E D with E = the columns of the identity for those rows and D
/// = the part of the cells that is taken out. By the Woodbury identity (Miller and Blair 2009, app. A) dx = L_S (g + k), with g the extracted
/// final demand, y = L f - L_S g, (I + D L_S) k = D y, and L_S the columns of L for those industries.</para>
/// <para><b>Cost:</b> one product of L with a vector, then work that grows with m^2 n and m^3.</para>
/// </remarks>
internal sealed class ExtractionCalculation
{
    private readonly LeontiefModel _model;
    private readonly InputOutputTable _table;
    private readonly ExtractedFlows _taken;
    private readonly Flows _flows;
    private readonly double _share;
    private readonly int[] _industries;
    private readonly CancellationToken _cancel;

    internal ExtractionCalculation(LeontiefModel model, ExtractedFlows taken, Flows flows, double share, CancellationToken cancel)
    {
        _model = model;
        _table = model.Table;
        _taken = taken;
        _flows = flows;
        _share = share;
        _cancel = cancel;
        _industries = [.. taken.Rows.Keys];
    }

    internal HypotheticalExtraction Run()
    {
        double[] before = _model.Demanded();
        Matrix columns = Columns();
        double[] g = [.. _industries.Select(FinalTaken)];
        double[] y = [.. before];
        AddColumns(columns, y, g, -1);
        double[] k = _flows == Flows.Final ? new double[g.Length] : Adjustment(columns, y);
        double[] loss = new double[_table.Industries];
        AddColumns(columns, loss, [.. g.Zip(k, (a, b) => a + b)], 1);

        RegionLoss[] regions = [.. Enumerable.Range(0, _table.Countries.Count).Select(c => Loss(_table.Countries[c].Code, c * _table.Sectors.Count, _table.Sectors.Count, before, loss))];
        return new HypotheticalExtraction(_table, _model.Basis, _taken.Words, _flows, _share, regions, Loss("world", 0, _table.Industries, before, loss));
    }

    private double FinalTaken(int industry)
    {
        if (_flows == Flows.Intermediate)
        {
            return 0;
        }

        int categories = _table.Categories.Count;
        bool[] users = _taken.Rows[industry].Final;
        double sum = 0;
        for (int c = 0; c < users.Length; c++)
        {
            sum += users[c] ? VectorMath.Sum(_table.Y.Row(industry).Slice(c * categories, categories)) : 0;
        }

        return _share * sum;
    }

    /// <summary>L_S: the columns of L for the supplier industries.</summary>
    private Matrix Columns()
    {
        var columns = new Matrix(_table.Industries, _industries.Length);
        for (int i = 0; i < _table.Industries; i++)
        {
            ReadOnlySpan<double> row = _model.L.Row(i);
            for (int s = 0; s < _industries.Length; s++)
            {
                columns[i, s] = row[_industries[s]];
            }
        }

        return columns;
    }

    /// <summary>target += sign * L_S weights.</summary>
    private static void AddColumns(Matrix columns, double[] target, double[] weights, double sign)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += sign * VectorMath.Dot(columns.Row(i), weights);
        }
    }

    /// <summary>k of (I + D L_S) k = D y.</summary>
    private double[] Adjustment(Matrix columns, double[] y)
    {
        int m = _industries.Length;
        var cells = new Matrix(m, _table.Industries);
        for (int s = 0; s < m; s++)
        {
            bool[] users = _taken.Rows[_industries[s]].Production;
            for (int j = 0; j < users.Length; j++)
            {
                cells[s, j] = users[j] && _model.X[j] != 0 ? _share * _table.Z[_industries[s], j] / _model.X[j] : 0;
            }
        }

        Matrix system = MatrixProduct.Of(cells, columns, _cancel);
        var right = new Matrix(m, 1);
        for (int s = 0; s < m; s++)
        {
            system[s, s] += 1;
            right[s, 0] = VectorMath.Dot(cells.Row(s), y);
        }

        Matrix k = DenseSystem.Solve(system, right)
            ?? throw SupplyFaults.Singular.Because($"Without the deliveries of {string.Join("; ", _taken.Words.Select(w => $"{w.From} {string.Join(",", w.Sectors)}").Take(5))} the table has no Leontief inverse.");
        return [.. Enumerable.Range(0, m).Select(s => k[s, 0])];
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
