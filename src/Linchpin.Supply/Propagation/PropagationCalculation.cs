using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Propagation;

/// <summary>Average propagation lengths from the one inverse.</summary>
/// <remarks>
/// <para>Lengths are formed as 1 + [N N] / N, so that nothing is lost where L and I are nearly equal; the diagonal of N is A_i L_i and not L_ii - 1
/// for the same reason.</para>
/// <para><b>Cost:</b> for all countries as suppliers, 2 n^2 flops a country; for all industries, one product of 2 n^3.</para>
/// </remarks>
internal sealed class PropagationCalculation
{
    private readonly LeontiefModel _model;
    private readonly InputOutputTable _table;
    private readonly CancellationToken _cancel;
    private readonly Matrix _beyond;
    private readonly int[] _manufacturing;

    internal PropagationCalculation(LeontiefModel model, CancellationToken cancel)
    {
        _model = model;
        _table = model.Table;
        _cancel = cancel;
        _beyond = Beyond(model);
        _manufacturing = [.. Enumerable.Range(0, _table.Sectors.Count).Where(s => _table.Sectors[s].Manufacturing)];
    }

    /// <summary>N = L - I, with the diagonal added up from A L.</summary>
    internal static Matrix Beyond(LeontiefModel model)
    {
        const int Square = 64;
        int n = model.X.Length;
        var beyond = new Matrix(n, n);
        double[] diagonal = new double[n];
        double[] share = [.. model.X.Select(x => x == 0 ? 0 : 1 / x)];
        for (int i0 = 0; i0 < n; i0 += Square)
        {
            for (int k0 = 0; k0 < n; k0 += Square)
            {
                // Squares of both matrices that stay in cache: L is read by columns.
                for (int i = i0; i < Math.Min(n, i0 + Square); i++)
                {
                    ReadOnlySpan<double> z = model.Table.Z.Row(i);
                    for (int k = k0; k < Math.Min(n, k0 + Square); k++)
                    {
                        diagonal[i] += z[k] * share[k] * model.L[k, i];
                    }
                }
            }
        }

        for (int i = 0; i < n; i++)
        {
            model.L.Row(i).CopyTo(beyond.Row(i));
            beyond[i, i] = diagonal[i];
        }

        return beyond;
    }

    internal List<PropagationLength> Rows(IReadOnlyList<int> users, IReadOnlyList<int> suppliers, IReadOnlyList<int> sectors, IReadOnlyList<int>? supplierSectors)
    {
        (string Country, string Sector)[] names = supplierSectors is null
            ? [.. suppliers.Select(c => (_table.Countries[c].Code, PropagationLength.AllSectors))]
            : [.. suppliers.SelectMany(c => supplierSectors.Select(s => (_table.Countries[c].Code, _table.Sectors[s].Code)))];
        Matrix strength = supplierSectors is null ? Countries(suppliers) : Industries(suppliers, supplierSectors);
        Matrix further = MatrixProduct.Of(strength, _beyond, _cancel);
        var rows = new List<PropagationLength>();
        foreach (int user in users)
        {
            for (int g = 0; g < names.Length; g++)
            {
                foreach (int s in sectors)
                {
                    rows.Add(Row(names[g], user, _table.Sectors[s].Code, strength.Row(g), further.Row(g), [s]));
                }

                if (_manufacturing.Length > 0)
                {
                    rows.Add(Row(names[g], user, ExposureSet.Manufacturing, strength.Row(g), further.Row(g), _manufacturing));
                }

                rows.Add(Row(names[g], user, PropagationLength.AllSectors, strength.Row(g), further.Row(g), [.. Enumerable.Range(0, _table.Sectors.Count)]));
            }
        }

        return rows;
    }

    private PropagationLength Row((string Country, string Sector) supplier, int user, string sector, ReadOnlySpan<double> strength, ReadOnlySpan<double> further, ReadOnlySpan<int> columns)
    {
        double x = 0, part = 0, more = 0;
        foreach (int s in columns)
        {
            int j = (user * _table.Sectors.Count) + s;
            x += _model.X[j];
            part += _model.X[j] * strength[j];
            more += _model.X[j] * further[j];
        }

        return new PropagationLength(
            _table.Countries[user].Code, sector, supplier.Country, supplier.Sector, part == 0 ? null : 1 + (more / part), x == 0 ? null : part / x);
    }

    private Matrix Countries(IReadOnlyList<int> suppliers)
    {
        int sectors = _table.Sectors.Count;
        var sums = new Matrix(suppliers.Count, _table.Industries);
        for (int g = 0; g < suppliers.Count; g++)
        {
            for (int i = suppliers[g] * sectors; i < (suppliers[g] + 1) * sectors; i++)
            {
                VectorMath.AddScaled(_beyond.Row(i), 1, sums.Row(g));
            }
        }

        return sums;
    }

    private Matrix Industries(IReadOnlyList<int> suppliers, IReadOnlyList<int> sectors)
    {
        var rows = new Matrix(suppliers.Count * sectors.Count, _table.Industries);
        for (int g = 0; g < rows.Rows; g++)
        {
            _beyond.Row((suppliers[g / sectors.Count] * _table.Sectors.Count) + sectors[g % sectors.Count]).CopyTo(rows.Row(g));
        }

        return rows;
    }
}
