using Linchpin.Supply.Exposures;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Chokepoints;

/// <summary>Every industry's export stop and its effect on every region, in closed form from the one inverse.</summary>
/// <remarks>
/// <para>With A L = L - I the whole of row i of A times column i of L is L_ii - 1, so r_i'L e_i is that less the part inside the own
/// region: no column of L is walked.</para>
/// <para><b>Cost:</b> one pass over Z, and the sums of value added over source countries that exposures need as well.</para>
/// </remarks>
internal sealed class ExportStops
{
    private readonly LeontiefModel _model;
    private readonly InputOutputTable _table;
    private readonly SourceSums _sums;
    private readonly double[] _gdp;

    internal ExportStops(LeontiefModel model, CancellationToken cancel)
    {
        _model = model;
        _table = model.Table;
        _sums = model.Sources(cancel);
        double[] x0 = model.Demanded();
        _gdp = new double[_table.Countries.Count];
        for (int i = 0; i < _table.Industries; i++)
        {
            _gdp[_table.CountryOf(i)] += model.V[i] * x0[i];
        }

        K = Factors(x0);
    }

    /// <summary>k by industry: the change of final use of its product that has the same effect as the stop.</summary>
    internal double[] K { get; }

    /// <summary>Value added that a region loses by the stop of an industry's exports.</summary>
    internal double Loss(int region, int industry) => _sums.ValueAdded[region][industry] * K[industry];

    internal double? Percent(int region, double loss) => _gdp[region] == 0 ? null : 100 * loss / _gdp[region];

    internal ChokepointList Rank(IReadOnlyList<int> partners, int top)
    {
        int[] all = [.. Enumerable.Range(0, _table.Industries).Where(i => K[i] != 0 && !_table.Countries[_table.CountryOf(i)].RestOfWorld)];
        return new ChokepointList(
            _table, _model.Basis, [.. partners.Select(p => _table.Countries[p].Code)],
            [
                .. all.Select(i => (Industry: i, Loss: Group(partners, i)))
                    .OrderByDescending(r => r.Loss).ThenBy(r => r.Industry).Take(top).Select(r => Row(partners, r.Industry, r.Loss)),
            ],
            all.Length);
    }

    private double Group(IReadOnlyList<int> partners, int industry) => partners.Where(p => p != _table.CountryOf(industry)).Sum(p => Loss(p, industry));

    private Chokepoint Row(IReadOnlyList<int> partners, int i, double group) => new(
        _table.Countries[_table.CountryOf(i)].Code,
        _table.Sectors[_table.SectorOf(i)].Code,
        _table.Sectors[_table.SectorOf(i)].Name,
        Enumerable.Range(0, _table.Countries.Count).Sum(r => Loss(r, i)),
        Loss(_table.CountryOf(i), i),
        group,
        [.. partners.Select(p => new PartnerLoss(_table.Countries[p].Code, Loss(p, i), Percent(p, Loss(p, i))))]);

    private double[] Factors(double[] x0)
    {
        int sectors = _table.Sectors.Count;
        GrossExports exports = GrossExports.Of(_table);

        // Z_ij / x_j * x0_j: on the basis rowsum x0 = x, on the other it is not.
        double[] scale = [.. _model.X.Select((x, j) => x == 0 ? 0 : x0[j] / x)];
        double[] k = new double[_table.Industries];
        for (int i = 0; i < k.Length; i++)
        {
            ReadOnlySpan<double> z = _table.Z.Row(i);
            int first = _table.CountryOf(i) * sectors;
            double rx = VectorMath.Dot(z[..first], scale.AsSpan(0, first)) + VectorMath.Dot(z[(first + sectors)..], scale.AsSpan(first + sectors));
            double rl = _model.L[i, i] - 1;
            for (int j = first; j < first + sectors; j++)
            {
                rl -= _model.X[j] == 0 ? 0 : z[j] / _model.X[j] * _model.L[j, i];
            }

            double df = exports.Final[i];
            k[i] = df + ((rx - (df * rl)) / (1 + rl));
        }

        return k;
    }
}
