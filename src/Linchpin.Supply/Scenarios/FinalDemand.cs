using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>Final demand of a day in one run: that before, shifted by events, without what borders keep out.</summary>
/// <remarks>The part of what is kept out that is diverted goes to the sector's other suppliers in proportion to what the country bought from them;
/// where there are none it is lost with the rest.</remarks>
internal sealed class FinalDemand
{
    private readonly ArioModel _model;
    private readonly int _sectors;
    private readonly int _countries;
    private readonly double[,] _turned;
    private double[,]? _shift;
    private RuledDeliveries? _deliveries;

    internal FinalDemand(ArioModel model)
    {
        _model = model;
        _sectors = model.Table.Sectors.Count;
        _countries = model.Table.Countries.Count;
        _turned = new double[_sectors, _countries];
        Stopped = new double[_sectors, _countries];
        ByIndustry = [.. Enumerable.Range(0, model.Table.Industries).Select(i => VectorMath.Sum(model.Final.Row(i)))];
    }

    /// <summary>What final users of all countries ask each industry for, a day.</summary>
    internal double[] ByIndustry { get; }

    /// <summary>What borders keep out and is not diverted, a day: sectors x countries.</summary>
    internal double[,] Stopped { get; }

    /// <summary>The sum of <see cref="Stopped"/>.</summary>
    internal double AllStopped { get; private set; }

    /// <summary>What final users of a country ask an industry for, a day.</summary>
    internal double Of(int industry, int country)
    {
        int s = _model.Table.SectorOf(industry);
        double asked = Shifted(industry, s, country);
        return Held(industry, country) is { } passes ? asked * passes : asked * (1 + _turned[s, country]);
    }

    /// <summary>Sets the day.</summary>
    internal void Set(int day, double[,]? shift, RuledDeliveries deliveries)
    {
        _shift = shift;
        _deliveries = deliveries;
        Array.Clear(_turned);
        Array.Clear(Stopped);
        foreach (RuledRow row in deliveries.Rows.Where(r => r.Active))
        {
            int s = _model.Table.SectorOf(row.Industry);
            for (int k = 0; k < row.Countries.Length; k++)
            {
                double kept = Shifted(row.Industry, s, row.Countries[k]) * (1 - row.Passes[k]);
                double turns = kept * row.About.Diverted(k, day);
                Stopped[s, row.Countries[k]] += kept - turns;
                _turned[s, row.Countries[k]] += turns;
            }
        }

        Turn();
        bool plain = shift is null && deliveries.Rows.Count == 0;
        bool[] touched = Touched(shift, deliveries);
        for (int i = 0; i < ByIndustry.Length; i++)
        {
            ByIndustry[i] = plain ? VectorMath.Sum(_model.Final.Row(i)) : touched[_model.Table.SectorOf(i)] ? Asked(i) : Before(i);
        }
    }

    /// <summary>Sectors whose final demand differs from that before in some country.</summary>
    private bool[] Touched(double[,]? shift, RuledDeliveries deliveries)
    {
        bool[] touched = new bool[_sectors];
        foreach (RuledRow row in deliveries.Rows.Where(r => r.Active))
        {
            touched[_model.Table.SectorOf(row.Industry)] = true;
        }

        for (int s = 0; s < _sectors; s++)
        {
            for (int c = 0; c < _countries && !touched[s]; c++)
            {
                touched[s] = _turned[s, c] != 0 || (shift is not null && shift[s, c] != 1);
            }
        }

        return touched;
    }

    /// <summary>What all countries ask an industry for, added up country by country.</summary>
    private double Asked(int industry)
    {
        int s = _model.Table.SectorOf(industry);
        bool ruled = _deliveries?.Today(industry) is not null;
        double sum = 0;
        for (int c = 0; c < _countries; c++)
        {
            sum += ruled ? Of(industry, c) : Shifted(industry, s, c) * (1 + _turned[s, c]);
        }

        return sum;
    }

    /// <summary>The same where nothing is shifted, ruled or turned.</summary>
    private double Before(int industry)
    {
        double sum = 0;
        foreach (double asked in _model.Final.Row(industry))
        {
            sum += asked;
        }

        return sum;
    }

    /// <summary>Makes the amounts that turn to other suppliers a part of what those are asked for.</summary>
    private void Turn()
    {
        AllStopped = 0;
        for (int s = 0; s < _sectors; s++)
        {
            for (int c = 0; c < _countries; c++)
            {
                if (_turned[s, c] > 0)
                {
                    double others = 0;
                    for (int i = s; i < ByIndustry.Length; i += _sectors)
                    {
                        others += Held(i, c) is null ? Shifted(i, s, c) : 0;
                    }

                    Stopped[s, c] += others > 0 ? 0 : _turned[s, c];
                    _turned[s, c] = others > 0 ? _turned[s, c] / others : 0;
                }

                AllStopped += Stopped[s, c];
            }
        }
    }

    private double Shifted(int industry, int sector, int country) => _model.Final[industry, country] * (_shift is null ? 1 : _shift[sector, country]);

    private double? Held(int industry, int country) =>
        _deliveries?.Today(industry) is { } row && Array.BinarySearch(row.Countries, country) is var k and >= 0 ? row.Passes[k] : null;
}
