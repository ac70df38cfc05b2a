using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Exposures;

/// <summary>Forms the six measures from the sums over source countries.</summary>
internal sealed class ExposureCalculation
{
    private const int Foreign = -1;
    private readonly InputOutputTable _table;
    private readonly LeontiefModel _model;
    private readonly SourceSums _sums;
    private readonly Sums _all;

    private readonly double[] _weights;

    internal ExposureCalculation(LeontiefModel model, CancellationToken cancel)
        : this(model, model.X, cancel)
    {
    }

    /// <param name="model">The model.</param>
    /// <param name="weights">What <c>MANUF</c> weighs its sectors by, in place of the model's own x.</param>
    /// <param name="cancel">Stops the calculation.</param>
    internal ExposureCalculation(LeontiefModel model, double[] weights, CancellationToken cancel)
    {
        _model = model;
        _weights = weights;
        _table = model.Table;
        _sums = model.Sources(cancel);
        _all = new Sums(Total(_sums.FaceAll), Total(_sums.LookAll), Total(_sums.FaceMan), Total(_sums.LookMan), Total(_sums.ValueAdded));
    }

    /// <summary>Rows for the users and sources asked for, in their order; for each pair the sectors in theirs, then <c>MANUF</c>.</summary>
    internal List<Exposure> Rows(IReadOnlyList<int> users, ExposureSources sources, IReadOnlyList<int> sectors)
    {
        var rows = new List<Exposure>(users.Count * (sources.Countries.Count + 1) * (sectors.Count + 1));
        foreach (int user in users)
        {
            foreach (int source in sources.Countries)
            {
                Add(rows, user, source, sectors);
            }

            if (sources.Foreign)
            {
                Add(rows, user, Foreign, sectors);
            }
        }

        return rows;
    }

    private void Add(List<Exposure> rows, int user, int source, IReadOnlyList<int> sectors)
    {
        TableCountry by = _table.Countries[user];
        string from = source == Foreign ? ExposureSources.ForeignWord : _table.Countries[source].Code;
        SourceKind kind = source == Foreign ? SourceKind.ForeignTotal
            : source == user ? SourceKind.Home
            : _table.Countries[source].RestOfWorld ? SourceKind.RestOfWorld : SourceKind.Country;
        int first = user * _table.Sectors.Count;
        foreach (int s in sectors)
        {
            TableSector sector = _table.Sectors[s];
            rows.Add(Row(by.Code, sector.Code, sector.Name, from, kind, user, source, [first + s]));
        }

        int[] manufacturing = [.. Enumerable.Range(0, _table.Sectors.Count).Where(s => _table.Sectors[s].Manufacturing).Select(s => first + s)];
        if (manufacturing.Length > 0)
        {
            rows.Add(Row(by.Code, ExposureSet.Manufacturing, "All manufacturing", from, kind, user, source, manufacturing));
        }
    }

    private Exposure Row(string user, string sector, string name, string from, SourceKind kind, int home, int source, ReadOnlySpan<int> columns)
    {
        double x = 0, faceAll = 0, faceMan = 0, lookAll = 0, lookMan = 0, va = 0, allFaceAll = 0, allFaceMan = 0, allLookAll = 0, allLookMan = 0;
        foreach (int j in columns)
        {
            double weight = _weights[j];
            if (weight == 0 || _model.X[j] == 0)
            {
                // No output, no column of A: the sector counts for nothing in a sum and alone is unknown.
                continue;
            }

            // Sums of Z are in money of the model's own output.
            double scale = weight / _model.X[j];
            x += weight;
            faceAll += scale * From(_sums.FaceAll, _all.FaceAll, source, home, j);
            faceMan += scale * From(_sums.FaceMan, _all.FaceMan, source, home, j);
            lookAll += weight * From(_sums.LookAll, _all.LookAll, source, home, j);
            lookMan += weight * From(_sums.LookMan, _all.LookMan, source, home, j);
            va += weight * From(_sums.ValueAdded, _all.ValueAdded, source, home, j);
            allFaceAll += scale * _all.FaceAll[j];
            allFaceMan += scale * _all.FaceMan[j];
            allLookAll += weight * _all.LookAll[j];
            allLookMan += weight * _all.LookMan[j];
        }

        return new Exposure(
            user, sector, name, from, kind, x, Share(faceAll, allFaceAll), Share(lookAll, allLookAll), Share(faceMan, allFaceMan), Share(lookMan, allLookMan),
            Share(va, x), Share(lookAll, x));
    }

    private static double From(double[][] sums, double[] all, int source, int home, int j) => source == Foreign ? all[j] - sums[home][j] : sums[source][j];

    private static double? Share(double part, double whole) => whole == 0 ? null : part / whole;

    private static double[] Total(double[][] sums)
    {
        double[] total = new double[sums[0].Length];
        foreach (double[] row in sums)
        {
            Kernels.VectorMath.AddScaled(row, 1, total);
        }

        return total;
    }

    private sealed record Sums(double[] FaceAll, double[] LookAll, double[] FaceMan, double[] LookMan, double[] ValueAdded);
}

/// <summary>The sources asked for: countries by number, and whether all abroad together.</summary>
internal sealed record ExposureSources(IReadOnlyList<int> Countries, bool Foreign)
{
    internal const string ForeignWord = "foreign";
}
