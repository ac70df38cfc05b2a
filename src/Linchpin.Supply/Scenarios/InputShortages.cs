using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>The shortest input of each region's industries in one run, and when it was shortest.</summary>
internal sealed class InputShortages
{
    // Under this part of the goal a stock counts as short: above it are roundings of sums.
    private const double Short = 1 - 1e-9;

    private readonly ArioModel _model;
    private readonly InputShortage?[] _worst;
    private readonly double[] _least;

    internal InputShortages(ArioModel model)
    {
        _model = model;
        _worst = new InputShortage?[model.Table.Countries.Count];
        HeldBack = new int[_worst.Length];
        _least = new double[_worst.Length];
        Array.Fill(_least, Short);
    }

    /// <summary>By region, in the table's order; <see langword="null"/> where no stock fell short of its goal.</summary>
    internal IReadOnlyList<InputShortage?> Worst => _worst;

    /// <summary>By region: days on which a lack of inputs held an industry's output back.</summary>
    internal int[] HeldBack { get; }

    /// <summary>Takes up a day; ratio = stock over psi times its goal, of each user's shortest input.</summary>
    internal void Note(int day, double[] ratio, double[] wished, Matrix stock)
    {
        InputOutputTable table = _model.Table;
        int width = table.Sectors.Count;
        double psi = _model.Settings.Psi;
        for (int r = 0; r < _worst.Length; r++)
        {
            int least = r * width;
            for (int j = least + 1; j < (r + 1) * width; j++)
            {
                least = ratio[j] < ratio[least] ? j : least;
            }

            double cover = ratio[least] * psi;
            HeldBack[r] += ratio[least] < 1 ? 1 : 0;
            if (cover < _least[r])
            {
                _least[r] = cover;
                int input = Enumerable.Range(0, width).Where(s => _model.Limiting[s, least] > 0)
                    .MinBy(s => stock[s, least] / (_model.Limiting[s, least] * wished[least]));
                _worst[r] = new InputShortage(
                    day, table.Countries[r].Code, table.Sectors[table.SectorOf(least)].Code, table.Sectors[input].Code, cover, ratio[least] < 1);
            }
        }
    }
}
