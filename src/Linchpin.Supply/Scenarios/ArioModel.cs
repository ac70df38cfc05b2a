using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>What ARIO starts from: a table made daily, without negative final demand, and its inventories.</summary>
/// <remarks>
/// <para><b>Preparation:</b> final demand is summed to one column a region, sums below 0 are set to 0; x = row sum of Z + that; value added
/// = max(0, x - column sum of Z);
/// capital = ratio x value added. Divided by 365, all flows are a day's.</para>
/// <para><b>Layout:</b> Flow is n x n, rows = supplying industry; Coefficient and Supply are sectors x n: input sector by using industry.</para>
/// </remarks>
internal sealed class ArioModel
{
    internal const double DaysAYear = 365;
    private const double LeastCoefficient = 1e-5;

    /// <param name="table">The table.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="pack">Whether to leave out empty places of the flows; without it the whole matrix is read.</param>
    internal ArioModel(InputOutputTable table, ScenarioSettings settings, bool pack = true)
    {
        Table = table;
        Settings = settings;
        int n = table.Industries;
        int sectors = table.Sectors.Count;
        Final = FinalDemand(table);
        Output = new double[n];
        Flow = new Matrix(n, n);
        Supply = new Matrix(sectors, n);
        double[] used = new double[n];
        for (int i = 0; i < n; i++)
        {
            VectorMath.AddScaled(table.Z.Row(i), 1 / DaysAYear, Flow.Row(i));
            VectorMath.AddScaled(Flow.Row(i), 1, Supply.Row(table.SectorOf(i)));
            VectorMath.AddScaled(Flow.Row(i), 1, used);
            Output[i] = VectorMath.Sum(Flow.Row(i)) + VectorMath.Sum(Final.Row(i));
        }

        Coefficient = new Matrix(sectors, n);
        Limiting = new Matrix(sectors, n);
        ValueAdded = new double[n];
        for (int j = 0; j < n; j++)
        {
            double x = Output[j];
            ValueAdded[j] = x > 0 ? Math.Max(0, x - used[j]) / x : 0;
            for (int s = 0; s < sectors && x > 0; s++)
            {
                double a = Supply[s, j] / x;
                Coefficient[s, j] = a;

                // The reference compares a year's inputs with a day's output: inputs 365 times smaller still hold it back.
                double least = settings.Mode == ModelMode.Compatible ? LeastCoefficient / DaysAYear : LeastCoefficient;
                Limiting[s, j] = a > least ? a : 0;
            }
        }

        Packed = pack ? PackedRows.Of(Flow) : null;
    }

    private ArioModel(ArioModel from, ScenarioSettings settings)
    {
        Table = from.Table;
        Settings = settings;
        Final = from.Final;
        Output = from.Output;
        Flow = from.Flow;
        Packed = from.Packed;
        Supply = from.Supply;
        Coefficient = from.Coefficient;
        Limiting = from.Limiting;
        ValueAdded = from.ValueAdded;
    }

    internal InputOutputTable Table { get; }

    internal ScenarioSettings Settings { get; }

    /// <summary>The same table with other settings; the matrices are shared, so the mode stays.</summary>
    internal ArioModel With(ScenarioSettings settings) => settings.Mode == Settings.Mode ? new ArioModel(this, settings) : new ArioModel(Table, settings);

    /// <summary>Final demand a day, industries x regions.</summary>
    internal Matrix Final { get; }

    /// <summary>Intermediate use a day.</summary>
    internal Matrix Flow { get; }

    /// <summary>The same flows without their empty places; <see langword="null"/> where the table is too full for that to gain anything.</summary>
    internal PackedRows? Packed { get; }

    /// <summary>Output a day before the event.</summary>
    internal double[] Output { get; }

    /// <summary>Value added in one unit of output.</summary>
    internal double[] ValueAdded { get; }

    /// <summary>Inputs a day from all suppliers of a sector.</summary>
    internal Matrix Supply { get; }

    /// <summary>Inputs from a sector in one unit of output.</summary>
    internal Matrix Coefficient { get; }

    /// <summary>The coefficients of inputs whose lack holds production back; the others are 0.</summary>
    internal Matrix Limiting { get; }

    /// <summary>Capital of an industry, in the table's unit.</summary>
    internal double Capital(int industry) => Settings.CapitalRatio * ValueAdded[industry] * Output[industry] * DaysAYear;

    private static Matrix FinalDemand(InputOutputTable table)
    {
        int categories = table.Categories.Count;
        var final = new Matrix(table.Industries, table.Countries.Count);
        for (int i = 0; i < table.Industries; i++)
        {
            ReadOnlySpan<double> row = table.Y.Row(i);
            for (int c = 0; c < table.Countries.Count; c++)
            {
                final[i, c] = Math.Max(0, VectorMath.Sum(row.Slice(c * categories, categories))) / DaysAYear;
            }
        }

        return final;
    }
}
