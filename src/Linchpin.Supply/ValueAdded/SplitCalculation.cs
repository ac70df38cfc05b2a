using Linchpin.Supply.Exposures;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.ValueAdded;

/// <summary>The split of every exporter's gross exports from the one inverse.</summary>
/// <remarks>
/// <para>With q_t = v_t B_ts the value added of t in one unit of exports of s, and w_t the part that leaves s for the first time,
/// w_t (I - A_ss) B_ss = q_t: one small system an exporter gives DVA (t = s) and FVA (all other t).</para>
/// <para><b>Cost:</b> one pass over Z and the sums over source countries, a system of as many unknowns as there are sectors for each country,
/// and X = L Y, 2 n^2 flops a country, once a table.</para>
/// </remarks>
internal sealed class SplitCalculation
{
    private readonly LeontiefModel _model;
    private readonly InputOutputTable _table;
    private readonly SourceSums _sums;
    private readonly Matrix _absorbed;
    private readonly Matrix _demand;
    private readonly double[] _local;
    private readonly double[] _share;
    private readonly int _sectors;
    private readonly CancellationToken _cancel;

    internal SplitCalculation(LeontiefModel model, CancellationToken cancel)
    {
        _model = model;
        _table = model.Table;
        _sectors = _table.Sectors.Count;
        _sums = model.Sources(cancel);
        _absorbed = model.Absorbed(cancel);
        _demand = model.FinalDemand();
        _share = [.. model.X.Select(x => x == 0 ? 0 : 1 / x)];
        _cancel = cancel;

        // L_rr Y_rr over x, so that a row of Z times it is A_sr L_rr Y_rr.
        _local = new double[_table.Industries];
        for (int r = 0; r < _table.Countries.Count; r++)
        {
            int first = r * _sectors;
            var home = new Matrix(_sectors, 1);
            for (int i = 0; i < _sectors; i++)
            {
                home[i, 0] = _demand[first + i, r];
            }

            Matrix met = DenseSystem.Solve(OwnBlock(r), home) ?? throw NoLocal(r);
            for (int i = 0; i < _sectors; i++)
            {
                _local[first + i] = met[i, 0] * _share[first + i];
            }
        }
    }

    /// <summary>The rows of the exporters asked for.</summary>
    internal List<ExportSplit> Rows(IReadOnlyList<int> exporters, IReadOnlyList<int> importers, IReadOnlyList<int> sectors, bool bySector, bool detail)
    {
        var found = new List<ExportSplit>[exporters.Count];
        Parallel.For(0, exporters.Count, new ParallelOptions { CancellationToken = _cancel }, k => found[k] = new Exporter(this, exporters[k], sectors, detail).Rows(importers, bySector));
        return [.. found.SelectMany(f => f)];
    }

    private Claims.FaultException NoLocal(int country) =>
        SupplyFaults.Singular.Because($"{_table.Countries[country].Code} alone has no Leontief inverse.");

    /// <summary>I - A_ss.</summary>
    private Matrix OwnBlock(int country)
    {
        int first = country * _sectors;
        var block = new Matrix(_sectors, _sectors);
        for (int i = 0; i < _sectors; i++)
        {
            for (int j = 0; j < _sectors; j++)
            {
                block[i, j] = (i == j ? 1 : 0) - (_table.Z[first + i, first + j] * _share[first + j]);
            }
        }

        return block;
    }

    /// <summary>w_t by origin t (columns) and exporting sector (rows).</summary>
    private Matrix FirstCrossing(int exporter)
    {
        int first = exporter * _sectors;
        Matrix own = OwnBlock(exporter);
        var system = new Matrix(_sectors, _sectors);
        var right = new Matrix(_sectors, _table.Countries.Count);
        for (int i = 0; i < _sectors; i++)
        {
            for (int j = 0; j < _sectors; j++)
            {
                double sum = 0;
                for (int k = 0; k < _sectors; k++)
                {
                    sum += own[i, k] * _model.L[first + k, first + j];
                }

                // Turned over: the unknown is a row.
                system[j, i] = sum;
            }

            for (int t = 0; t < right.Columns; t++)
            {
                right[i, t] = _sums.ValueAdded[t][first + i];
            }
        }

        return DenseSystem.Solve(system, right) ?? throw NoLocal(exporter);
    }

    /// <summary>One exporter: its exports by sector and importer, each with what is absorbed there and what comes back.</summary>
    private sealed class Exporter
    {
        private readonly SplitCalculation _all;
        private readonly int _country;
        private readonly int[] _chosen;
        private readonly bool _detail;
        private readonly Matrix _first;
        private readonly Matrix _gross;
        private readonly Matrix _direct;
        private readonly Matrix _back;

        internal Exporter(SplitCalculation all, int country, IReadOnlyList<int> sectors, bool detail)
        {
            _all = all;
            _country = country;
            _chosen = [.. sectors];
            _detail = detail;
            _first = all.FirstCrossing(country);
            int countries = all._table.Countries.Count;
            _gross = new Matrix(all._sectors, countries);
            _direct = new Matrix(all._sectors, countries);
            _back = new Matrix(all._sectors, countries);
            double[] own = [.. Enumerable.Range(0, all._table.Industries).Select(j => all._absorbed[j, country] * all._share[j])];
            foreach (int s in _chosen)
            {
                int i = (country * all._sectors) + s;
                ReadOnlySpan<double> z = all._table.Z.Row(i);
                for (int r = 0; r < countries; r++)
                {
                    if (r != country)
                    {
                        int at = r * all._sectors;
                        ReadOnlySpan<double> block = z.Slice(at, all._sectors);
                        _gross[s, r] = VectorMath.Sum(block) + all._demand[i, r];
                        _direct[s, r] = VectorMath.Dot(block, all._local.AsSpan(at, all._sectors)) + all._demand[i, r];
                        _back[s, r] = VectorMath.Dot(block, own.AsSpan(at, all._sectors));
                    }
                }
            }
        }

        internal List<ExportSplit> Rows(IReadOnlyList<int> importers, bool bySector)
        {
            int[] others = [.. Enumerable.Range(0, _gross.Columns).Where(r => r != _country)];
            var rows = new List<ExportSplit>();
            foreach (int r in importers.Where(r => r != _country))
            {
                Add(rows, _all._table.Countries[r].Code, [r], bySector);
            }

            Add(rows, ExportSplit.World, others, bySector);
            return rows;
        }

        private void Add(List<ExportSplit> rows, string to, int[] importers, bool bySector)
        {
            foreach (int s in bySector ? _chosen : [])
            {
                rows.Add(Row(to, _all._table.Sectors[s].Code, importers, [s]));
            }

            rows.Add(Row(to, ExportSplit.AllSectors, importers, _chosen));
        }

        private ExportSplit Row(string to, string sector, int[] importers, int[] sectors)
        {
            double gross = 0, dva = 0, davax = 0, back = 0, ddc = 0, fva = 0, fdc = 0;
            int countries = _gross.Columns;
            double[]? origin = _detail ? new double[countries] : null;
            foreach (int s in sectors)
            {
                int i = (_country * _all._sectors) + s;
                double e = 0, direct = 0, own = 0;
                foreach (int r in importers)
                {
                    e += _gross[s, r];
                    direct += _direct[s, r];
                    own += _back[s, r];
                }

                double home = _first[s, _country];
                gross += e;
                dva += home * e;
                davax += home * direct;
                back += home * own;
                ddc += (_all._sums.ValueAdded[_country][i] - home) * e;
                for (int t = 0; t < countries; t++)
                {
                    if (t != _country)
                    {
                        fva += _first[s, t] * e;
                        fdc += (_all._sums.ValueAdded[t][i] - _first[s, t]) * e;
                        if (origin is not null)
                        {
                            origin[t] += _first[s, t] * e;
                        }
                    }
                }
            }

            return new ExportSplit(
                _all._table.Countries[_country].Code, to, sector, gross, dva, davax, back, ddc, fva, fdc, origin, _detail ? Absorbed(importers, sectors) : null);
        }

        /// <summary>v_s L_ss (Y_sr in r itself, and A_sr X_r^d in every d).</summary>
        private double[] Absorbed(int[] importers, int[] sectors)
        {
            double[] absorbed = new double[_gross.Columns];
            double[] sold = new double[_all._table.Industries];
            foreach (int s in sectors)
            {
                int i = (_country * _all._sectors) + s;
                VectorMath.AddScaled(_all._table.Z.Row(i), _first[s, _country], sold);
                foreach (int r in importers)
                {
                    absorbed[r] += _first[s, _country] * _all._demand[i, r];
                }
            }

            foreach (int r in importers)
            {
                for (int j = r * _all._sectors; j < (r + 1) * _all._sectors; j++)
                {
                    VectorMath.AddScaled(_all._absorbed.Row(j), sold[j] * _all._share[j], absorbed);
                }
            }

            return absorbed;
        }
    }
}
