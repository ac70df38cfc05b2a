using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>Capital that was destroyed and what is still to be delivered to rebuild it: a demand on the rebuilding sectors of every region.</summary>
/// <remarks>Nothing is demanded until the event's duration is over; then what remains is demanded evenly over rebuild_tau days, and
/// capacity comes back with every delivery.</remarks>
internal sealed class Rebuilding
{
    private readonly ArioModel _model;
    private readonly Shock _shock;
    private readonly double[][] _remaining;
    private readonly double[] _destroyed;
    private bool _begun;

    internal Rebuilding(ArioModel model, Shock shock)
    {
        _model = model;
        _shock = shock;
        int regions = model.Table.Countries.Count;
        Suppliers = [.. shock.Rebuild.SelectMany(r => Enumerable.Range(0, regions).Select(c => (c * model.Table.Sectors.Count) + r.Sector))];
        _destroyed = [.. shock.Industries.Select(i => model.Capital(i) * shock.About.Share)];
        _remaining = [.. shock.Industries.Select(_ => new double[Suppliers.Length])];
    }

    /// <summary>The industries that rebuild, of every region.</summary>
    internal int[] Suppliers { get; }

    /// <summary>Adds what is gone of the affected industries' capacity, and the day's demand for rebuilding.</summary>
    internal void Begin(int day, double[] cut, double[] demand)
    {
        if (day == _shock.RebuildFrom)
        {
            Begin();
        }

        for (int q = 0; q < Suppliers.Length && _begun; q++)
        {
            demand[Suppliers[q]] += Total(q) / _model.Settings.RebuildTau;
        }

        for (int k = 0; k < _shock.Industries.Length && day >= _shock.About.Start; k++)
        {
            double capital = _model.Capital(_shock.Industries[k]);
            cut[_shock.Industries[k]] += capital == 0 ? 0 : (_begun ? VectorMath.Sum(_remaining[k]) : _destroyed[k]) / capital;
        }
    }

    /// <summary>Takes what was delivered off what remains; met = part of its demand that each industry delivered.</summary>
    internal void Deliver(double[] met)
    {
        for (int k = 0; k < _remaining.Length && _begun; k++)
        {
            for (int q = 0; q < Suppliers.Length; q++)
            {
                double left = _remaining[k][q] - (_remaining[k][q] / _model.Settings.RebuildTau * met[Suppliers[q]]);
                _remaining[k][q] = _model.Settings.Mode == ModelMode.Compatible ? Math.Round(left, 7, MidpointRounding.ToEven) : left;
            }
        }
    }

    private double Total(int q)
    {
        double total = 0;
        foreach (double[] remaining in _remaining)
        {
            total += remaining[q];
        }

        return total;
    }

    private void Begin()
    {
        _begun = true;
        int regions = _model.Table.Countries.Count;
        for (int k = 0; k < _remaining.Length; k++)
        {
            for (int r = 0; r < _shock.Rebuild.Length; r++)
            {
                // The reference shares rebuilding out as the industry's running inputs; the corrected model as the region's final demand, which holds its investment.
                double[] weights = [.. Enumerable.Range(r * regions, regions).Select(q => _model.Settings.Mode == ModelMode.Compatible
                    ? _model.Flow[Suppliers[q], _shock.Industries[k]] : _model.Final[Suppliers[q], _model.Table.CountryOf(_shock.Industries[k])])];
                double whole = weights.Sum();
                for (int c = 0; c < regions; c++)
                {
                    _remaining[k][(r * regions) + c] = whole == 0 ? 0 : _destroyed[k] * _shock.Rebuild[r].Share * weights[c] / whole;
                }
            }
        }
    }
}
