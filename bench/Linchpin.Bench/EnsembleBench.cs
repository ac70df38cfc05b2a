using System.Diagnostics;
using System.Globalization;
using Linchpin.Supply;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Bench;

/// <summary>Ensembles on the starter table of 2011, n = 1435: against single runs one after another and against a step as a textbook writes it, in one run.</summary>
internal static class EnsembleBench
{
    private const int Year = 2011;
    private const int Singles = 4;
    private const int TextbookDays = 3;

    private static readonly (string What, string Events)[] Disruptions =
    [
        ("capacity loss", """{ "kind": "capital-recover", "target": "CHN:c14", "share": 0.5, "start": 5, "duration": 60, "recovery": 30 }"""),
        ("export ban", """{ "kind": "export-ban", "target": "CHN:c14", "to": "all", "share": 1, "start": 5, "duration": 60, "recovery": 30 }"""),
        ("rebuilding", """{ "kind": "capital-rebuild", "target": "JPN:c3-c16", "share": 0.1, "start": 5, "duration": 30, "rebuild_sectors": { "c18": 0.6, "c13": 0.25, "c14": 0.15 } }"""),
    ];

    /// <summary>Runs; the first argument may be a number of runs, the second the table's folder.</summary>
    internal static int Run(string[] args)
    {
        int runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1000;
        string folder = args.ElementAtOrDefault(1) ?? Path.Combine("data", "starter", "tables", "wiod2013");
        InputOutputTable table = new Supply.Supply().Open(folder, Year);
        Console.WriteLine($"Registers: {TileProduct.Widest}; processors: {Environment.ProcessorCount}; table: {Year}, 41 x 35 = 1435 industries; standard uncertainty, seed 1");
        Console.WriteLine();
        Console.WriteLine("| ensemble of 365 days | runs | s | ms a run | GFLOP/s | single run, ms | ratio | peak memory, MB |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach ((string what, string events) in Disruptions)
        {
            Scenario scenario = Scenario.Parse(System.Text.Encoding.UTF8.GetBytes($$"""{ "events": [ {{events}} ] }"""), what);
            foreach (int size in new[] { 24, runs }.Distinct())
            {
                Row(table, scenario, what, size);
            }
        }

        Console.WriteLine();
        Textbook(table);
        return 0;
    }

    private static void Row(InputOutputTable table, Scenario scenario, string what, int runs)
    {
        EnsembleDesign design = Supply.Supply.Ensemble(table, scenario, runs, 1);
        design.Run(0, 1);
        Supply.Supply.Simulate(table, design.OfRun(0));
        double seconds = Time(() => design.RunAll());

        // Alone, each run has both processors to itself too.
        double single = Time(() =>
        {
            for (int run = 0; run < Singles; run++)
            {
                Supply.Supply.Simulate(table, design.OfRun(run));
            }
        }) / Singles;
        double n = table.Industries, flops = 6 * n * n * design.Scenario.Settings.Steps * runs;
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {runs} | {seconds:0.0} | {1000 * seconds / runs:0} | {flops / seconds / 1e9:0} | {1000 * single:0} | {single * runs / seconds:0.0} | {self.PeakWorkingSet64 >> 20} |"));
    }

    /// <summary>A day as the equations are written: an order for each supplier and user, added up in plain loops.</summary>
    private static void Textbook(InputOutputTable table)
    {
        var model = new ArioModel(table, new ScenarioSettings());
        var run = new ArioRun(model, new ScenarioForces(model, new ScenarioTimeline(model, [new ScenarioEvent(EventKind.CapitalRecover, "CHN:c14", 0.5, 1, 60)])));
        run.Step(0);
        double ours = Time(() =>
        {
            for (int day = 1; day <= 100; day++)
            {
                run.Step(day);
            }
        }) / 100;
        var book = new TextbookStep(model);
        book.Step();
        double plain = Time(() =>
        {
            for (int day = 0; day < TextbookDays; day++)
            {
                book.Step();
            }
        }) / TextbookDays;
        Console.WriteLine("| a day of one run | ms | ratio |");
        Console.WriteLine("| --- | ---: | ---: |");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| as a textbook writes it | {1000 * plain:0.0} | |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| the single run | {1000 * ours:0.00} | {plain / ours:0} |"));
    }

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>ARIO in plain loops over jagged arrays, with orders held for every supplier and user; no events.</summary>
    private sealed class TextbookStep
    {
        private readonly ArioModel _model;
        private readonly int _n;
        private readonly int _sectors;
        private readonly double[][] _orders;
        private readonly double[][] _stock;
        private readonly double[] _final;

        internal TextbookStep(ArioModel model)
        {
            _model = model;
            _n = model.Table.Industries;
            _sectors = model.Table.Sectors.Count;
            _orders = [.. Enumerable.Range(0, _n).Select(i => model.Flow.Row(i).ToArray())];
            _final = [.. Enumerable.Range(0, _n).Select(i => model.Final.Row(i).ToArray().Sum())];
            _stock = [.. Enumerable.Range(0, _sectors).Select(s => Enumerable.Range(0, _n).Select(j => model.Supply[s, j] * model.Settings.InventoryDays).ToArray())];
        }

        internal void Step()
        {
            double[] made = new double[_n];
            double[] wished = new double[_n];
            double[] met = new double[_n];
            for (int j = 0; j < _n; j++)
            {
                double demand = _orders[j].Sum() + _final[j];
                wished[j] = Math.Min(_model.Output[j], demand);
                double ratio = 1;
                for (int s = 0; s < _sectors; s++)
                {
                    double wanted = _model.Coefficient[s, j] * wished[j] * _model.Settings.Psi * _model.Settings.InventoryDays;
                    ratio = wanted > 0 ? Math.Min(ratio, _stock[s][j] / wanted) : ratio;
                }

                made[j] = wished[j] * ratio;
                met[j] = demand > 0 ? made[j] / demand : 0;
            }

            for (int s = 0; s < _sectors; s++)
            {
                for (int j = 0; j < _n; j++)
                {
                    double received = 0, supply = 0;
                    for (int i = s; i < _n; i += _sectors)
                    {
                        received += _orders[i][j] * met[i];
                        supply += _model.Flow[i, j];
                    }

                    double a = _model.Coefficient[s, j];
                    _stock[s][j] += received - (a * made[j]);
                    double need = (a * made[j]) + (Math.Max(0, (a * wished[j] * _model.Settings.InventoryDays) - _stock[s][j]) / _model.Settings.RestorationDays);
                    for (int i = s; i < _n; i += _sectors)
                    {
                        _orders[i][j] = supply > 0 ? need * _model.Flow[i, j] / supply : 0;
                    }
                }
            }
        }
    }
}
