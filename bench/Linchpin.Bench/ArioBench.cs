using System.Diagnostics;
using System.Globalization;
using Linchpin.Supply;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Bench;

/// <summary>Simulations of 365 days on the starter table of 2011, in one run: with the flows packed as the program does, with the whole matrix, and as a textbook writes the model.</summary>
internal static class ArioBench
{
    private const int Runs = 15;
    private const int TextbookDays = 10;

    private static (string What, ScenarioEvent Happens)[] Disruptions =>
    [
        ("capacity loss", new(EventKind.CapitalRecover, "CHN:c14", 0.5, 5, 60, 30)),
        ("rebuilding", new(EventKind.CapitalRebuild, "CHN:c14", 0.1, 5, 30, RebuildSectors: new Dictionary<string, double> { ["c18"] = 0.7, ["c14"] = 0.3 })),
        ("rebuilding of 14 industries", new(EventKind.CapitalRebuild, "JPN:c3-c16", 0.1, 5, 30, RebuildSectors: new Dictionary<string, double> { ["c18"] = 0.7, ["c14"] = 0.3 })),
        ("export ban", new(EventKind.ExportBan, "CHN:c14", 1, 5, 60, 30, "all")),
        ("quota", new(EventKind.Quota, "CHN:c14", 0.8, 5, 60, 30, "all")),
        ("strait closed", new(EventKind.ExportBan, "CHN,JPN,KOR,TWN:c1-c16", 1, 5, 60, 30, "DEU,FRA,GBR,ITA,NLD,ESP,POL,TUR") { BothWays = true }),
    ];

    internal static void Run(string folder)
    {
        InputOutputTable table = new Supply.Supply().Open(folder, 2011);
        double textbook = 365.0 / TextbookDays * Time(() => Textbook(table));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"A textbook's form of the same step (orders as a matrix, plain loops, one thread): {textbook:0} ms for 365 days, counted from {TextbookDays}."));
        Console.WriteLine();
        Console.WriteLine($"| ARIO, 365 days, n = {table.Industries}, {Runs} runs | median ms | least ms | textbook / median | whole matrix, median ms |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        foreach ((string what, ScenarioEvent happens) in Disruptions)
        {
            var scenario = new Scenario(what, new ScenarioSettings(), [happens]);
            double[] packed = Times(() => Supply.Supply.Simulate(table, scenario), Runs);
            double[] whole = Times(() => Whole(table, scenario), 5);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {what} | {packed[Runs / 2]:0.0} | {packed[0]:0.0} | {textbook / packed[Runs / 2]:0} | {whole[2]:0.0} |"));
        }

        Console.WriteLine();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] first = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ArioBench).Assembly.Location] : [];
        foreach (string argument in first.Concat(["supply", folder, "peak"]))
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        Console.WriteLine($"Peak memory of a new process that opens the table and runs one simulation: {process.StandardOutput.ReadToEnd().Trim()} MB");
        process.WaitForExit();
    }

    /// <summary>One simulation and nothing else; prints the peak of memory in MB.</summary>
    internal static void Peak(string folder)
    {
        InputOutputTable table = new Supply.Supply().Open(folder, 2011);
        Supply.Supply.Simulate(table, new Scenario("peak", new ScenarioSettings(), [Disruptions[0].Happens]));
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine((self.PeakWorkingSet64 / 1e6).ToString("0", CultureInfo.InvariantCulture));
    }

    private static void Whole(InputOutputTable table, Scenario scenario)
    {
        var model = new ArioModel(table, scenario.Settings, pack: false);
        var run = new ArioRun(model, new ScenarioForces(model, new ScenarioTimeline(model, scenario.Events)));
        for (int day = 0; day < scenario.Settings.Steps; day++)
        {
            run.Step(day);
        }
    }

    /// <summary>Days without an event, orders held as a matrix: deliver, produce, use, order anew by the suppliers' capacity.</summary>
    private static double Textbook(InputOutputTable table)
    {
        var settings = new ScenarioSettings();
        var model = new ArioModel(table, settings, pack: false);
        int n = table.Industries;
        int sectors = table.Sectors.Count;
        double[,] orders = new double[n, n];
        double[,] stock = new double[sectors, n];
        double[] output = [.. model.Output];
        for (int j = 0; j < n; j++)
        {
            for (int i = 0; i < n; i++)
            {
                orders[i, j] = model.Flow[i, j];
            }

            for (int s = 0; s < sectors; s++)
            {
                stock[s, j] = model.Coefficient[s, j] * output[j] * settings.InventoryDays;
            }
        }

        for (int day = 0; day < TextbookDays; day++)
        {
            double[] met = new double[n];
            for (int i = 0; i < n; i++)
            {
                double demand = 0;
                for (int j = 0; j < n; j++)
                {
                    demand += orders[i, j];
                }

                for (int c = 0; c < table.Countries.Count; c++)
                {
                    demand += model.Final[i, c];
                }

                output[i] = Math.Min(model.Output[i], demand);
                for (int s = 0; s < sectors; s++)
                {
                    double goal = model.Limiting[s, i] * output[i] * settings.Psi * settings.InventoryDays;
                    output[i] = stock[s, i] < goal ? output[i] * stock[s, i] / goal : output[i];
                }

                met[i] = demand > 0 ? output[i] / demand : 0;
            }

            double[,] supply = new double[sectors, n];
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    stock[i % sectors, j] += orders[i, j] * met[i];
                    supply[i % sectors, j] += model.Flow[i, j];
                }
            }

            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    int s = i % sectors;
                    double use = model.Coefficient[s, j] * output[j];
                    double gap = Math.Max(0, (use * settings.InventoryDays) - stock[s, j] + use);
                    orders[i, j] = supply[s, j] > 0 ? (use + (gap / settings.RestorationDays)) * model.Flow[i, j] / supply[s, j] : 0;
                }
            }

            for (int s = 0; s < sectors; s++)
            {
                for (int j = 0; j < n; j++)
                {
                    stock[s, j] -= model.Coefficient[s, j] * output[j];
                }
            }
        }

        return output.Sum();
    }

    private static double[] Times(Action work, int runs)
    {
        work();
        return [.. Enumerable.Range(0, runs).Select(_ => Time(work)).Order()];
    }

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Time<T>(Func<T> work) => Time(() => { _ = work(); });
}
