using Linchpin.Supply.Exposures;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Changes;

/// <summary>Changes of exposures between two tables, parted into technology, sourcing and mix.</summary>
/// <remarks><b>Cost:</b> the inverse of each year and of the two tables that take technology from one year and sourcing from the other; each gives
/// every exposure in one pass.</remarks>
internal sealed class ExposureChangeCalculation
{
    private readonly LeontiefModel _from;
    private readonly LeontiefModel _to;
    private readonly CancellationToken _cancel;

    internal ExposureChangeCalculation(LeontiefModel from, LeontiefModel to, CancellationToken cancel)
    {
        _from = from;
        _to = to;
        _cancel = cancel;
    }

    internal IReadOnlyList<ExposureChange> Rows(IReadOnlyList<int> users, ExposureSources sources, IReadOnlyList<int> sectors)
    {
        LeontiefModel moved = Mixed(technology: _to, sourcing: _from);
        LeontiefModel turned = Mixed(technology: _from, sourcing: _to);

        // Forward: technology, sourcing, mix. Backward: mix, sourcing, technology.
        List<Exposure>[] forward = [Of(_from, _from.X), Of(moved, _from.X), Of(_to, _from.X), Of(_to, _to.X)];
        List<Exposure>[] backward = [forward[0], Of(_from, _to.X), Of(turned, _to.X), forward[3]];
        return [.. Enumerable.Range(0, forward[0].Count).Select(Change)];

        List<Exposure> Of(LeontiefModel model, double[] weights) => new ExposureCalculation(model, weights, _cancel).Rows(users, sources, sectors);

        ExposureChange Change(int row) => new(
            forward[0][row].User, forward[0][row].Sector, forward[0][row].Source,
            Part(row, e => e.FaceAll), Part(row, e => e.LookAll), Part(row, e => e.FaceMan), Part(row, e => e.LookMan), Part(row, e => e.VaShare), Part(row, e => e.LookCoef));

        Parted Part(int row, Func<Exposure, double?> measure)
        {
            Parted parted = Parted.Of([.. forward.Select(f => measure(f[row]))], [.. backward.Select(b => measure(b[row]))]);
            return forward[0][row].Sector == ExposureSet.Manufacturing || parted.Parts.Count == 0 ? parted : parted with { Parts = [parted.Parts[0], parted.Parts[1], null] };
        }
    }

    /// <summary>The model with the technology t of one year and the sourcing c of the other: A_ij = t_sj c_ij. Where a year uses no inputs of a
    /// sector it has no sourcing of them, and the other's stands in.</summary>
    private LeontiefModel Mixed(LeontiefModel technology, LeontiefModel sourcing)
    {
        InputOutputTable table = technology.Table;
        int n = table.Industries;
        Matrix wanted = BySector(technology);
        Matrix shared = BySector(sourcing);
        var z = new Matrix(n, n);
        for (int i = 0; i < n; i++)
        {
            int s = table.SectorOf(i);
            for (int j = 0; j < n; j++)
            {
                // In money of the technology's year: t x_j c = t x_j (Z'_ij / sum of Z' over the sector).
                double whole = shared[s, j];
                z[i, j] = whole == 0 ? table.Z[i, j] : wanted[s, j] * (sourcing.Table.Z[i, j] / whole);
            }
        }

        var mixed = new InputOutputTable(
            table.Descriptor, table.Year, table.Countries, table.Sectors, table.Categories, table.Hash,
            new TableCells(z, new Matrix(n, table.Countries.Count * table.Categories.Count), technology.X));
        return mixed.Model(Basis.Reported, _cancel);
    }

    /// <summary>Inputs of each sector's goods (rows) by using industry, from every country together.</summary>
    private static Matrix BySector(LeontiefModel model)
    {
        InputOutputTable table = model.Table;
        var sums = new Matrix(table.Sectors.Count, table.Industries);
        for (int i = 0; i < table.Industries; i++)
        {
            VectorMath.AddScaled(table.Z.Row(i), 1, sums.Row(table.SectorOf(i)));
        }

        return sums;
    }
}
