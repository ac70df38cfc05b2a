using Linchpin.Supply.Exposures;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Changes;

/// <summary>The change of value added in one country's exports, parted: four passes over the columns of L that belong to the exporter.</summary>
internal sealed class ExportChangeCalculation
{
    private readonly LeontiefModel[] _years;
    private readonly double[][] _exports;
    private readonly int _first;
    private readonly int _exporter;

    internal ExportChangeCalculation(LeontiefModel from, LeontiefModel to, int exporter)
    {
        _years = [from, to];
        _exporter = exporter;
        int sectors = from.Table.Sectors.Count;
        _first = exporter * sectors;
        _exports = [.. _years.Select(y =>
        {
            GrossExports all = GrossExports.Of(y.Table);
            return Enumerable.Range(_first, sectors).Select(i => all[i]).ToArray();
        })];
    }

    internal ExportChange Run()
    {
        InputOutputTable table = _years[0].Table;
        double[] gross = [.. _exports.Select(e => VectorMath.Sum(e))];

        // L e with L of one year and e of the other, so that v can be either's.
        double[,][] output = new double[2, 2][];
        foreach ((int l, int e) in new[] { (0, 0), (0, 1), (1, 0), (1, 1) })
        {
            output[l, e] = [.. Enumerable.Range(0, table.Industries).Select(i => VectorMath.Dot(_years[l].L.Row(i).Slice(_first, _exports[e].Length), _exports[e]))];
        }

        int sectors = table.Sectors.Count;
        OriginChange[] origins = [.. table.Countries.Select((c, o) => Change(c.Code, c.RestOfWorld, i => i / sectors == o))];
        OriginChange foreign = Change(ExposureSources.ForeignWord, false, i => i / sectors != _exporter);
        return new ExportChange(table, _years[1].Table, _years[0].Basis, table.Countries[_exporter].Code, gross[0], gross[1], origins, foreign);

        OriginChange Change(string name, bool rest, Func<int, bool> member)
        {
            int[] industries = [.. Enumerable.Range(0, table.Industries).Where(member)];
            double?[] forward = [At(0, 0, 0), At(1, 0, 0), At(1, 1, 0), At(1, 1, 1)];
            double?[] backward = [forward[0], At(0, 0, 1), At(0, 1, 1), forward[3]];
            double?[] forwardShare = [Over(forward[0], 0), Over(forward[1], 0), Over(forward[2], 0), Over(forward[3], 1)];
            double?[] backwardShare = [forwardShare[0], Over(backward[1], 1), Over(backward[2], 1), forwardShare[3]];
            return new OriginChange(name, rest, Parted.Of(forward, backward), Parted.Of(forwardShare, backwardShare));

            double? At(int v, int l, int e) => industries.Sum(i => _years[v].V[i] * output[l, e][i]);
        }

        double? Over(double? amount, int e) => gross[e] == 0 ? null : amount / gross[e];
    }
}
