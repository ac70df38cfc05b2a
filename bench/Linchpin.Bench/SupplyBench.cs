using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply;
using Linchpin.Supply.Chokepoints;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Bench;

/// <summary>Supply measured on the starter table of 2011: medians of several runs, and the first run of a new process.</summary>
internal static class SupplyBench
{
    private const int Runs = 31;
    private const int Year = 2011;

    internal static int Run(string[] args)
    {
        string folder = args.FirstOrDefault() ?? Path.Combine("data", "starter", "tables", "wiod2013");
        if (args is [_, "once", var what, var cache])
        {
            Console.WriteLine(Once(folder, what, cache).ToString("R", CultureInfo.InvariantCulture));
            return 0;
        }

        if (args is [_, "inverse"])
        {
            InverseBench.Run(new Dictionary<int, double>());
            return 0;
        }

        string scratch = Directory.CreateTempSubdirectory("linchpin-bench-").FullName;
        try
        {
            Console.WriteLine($"Registers: {TileProduct.Widest}; processors: {Environment.ProcessorCount}; runs: {Runs}; table: {Year}, 41 x 35 = 1435 industries");
            Console.WriteLine();
            Console.WriteLine("| what | median ms | least ms | first in a new process, ms |");
            Console.WriteLine("| --- | ---: | ---: | ---: |");
            Tables(folder, scratch);
            Console.WriteLine();
            InverseBench.Run(new Dictionary<int, double>());
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void Tables(string folder, string scratch)
    {
        string cache = Path.Combine(scratch, "cache");
        var plain = new Supply.Supply();
        var cached = new Supply.Supply(cache);
        InputOutputTable table = cached.Open(folder, Year);
        LeontiefModel model = table.Model(Basis.RowSum);
        Row("load, no cache", () => plain.Open(folder, Year), First(folder, "load", ""));
        Row("load from cache", () => cached.Open(folder, Year), First(folder, "load", cache));
        Row("balance report", () => Supply.Supply.Check(Fresh()), null);
        Row("Leontief model: coefficients, inverse, check", () => LeontiefModel.Of(table, Basis.RowSum, CancellationToken.None), null);
        Row("exposures, one user to all suppliers, inverse included", () => Supply.Supply.Exposures(Fresh(), Basis.RowSum, "KOR", "all"), First(folder, "one", cache));
        Row("exposures, all users to all suppliers, inverse included", () => Supply.Supply.Exposures(Fresh(), Basis.RowSum, "all", "all"), First(folder, "all", cache));
        Row("exposures, all users to all suppliers, inverse kept", () => Supply.Supply.Exposures(table, Basis.RowSum, "all", "all"), null);
        Row("value added by origin, all exporters, inverse kept", () => Supply.Supply.ValueAdded(table, Basis.RowSum, "all"), null);
        Row("positions of all industries, inverse kept", () => Supply.Supply.Positions(table, Basis.RowSum), null);
        Row("all 1,435 export stops, effect on every region, inverse kept", () => Effects(new ExportStops(model, CancellationToken.None)), null);
        Row("all 1,435 export stops, effect on every region, inverse included", () => Effects(new ExportStops(LeontiefModel.Of(table, Basis.RowSum, CancellationToken.None), CancellationToken.None)), null);
        Row("extraction of 14 sectors to 4 countries, inverse kept", () => Supply.Supply.Extract(table, Basis.RowSum, "CHN:c3-c16", "KOR,JPN,USA,IND"), null);
        foreach ((string what, ScenarioEvent happens) in Disruptions)
        {
            Row($"ARIO, 365 days, {what}", () => Supply.Supply.Simulate(table, new Scenario(what, new ScenarioSettings(), [happens])), null);
        }

        ExposureSet four = Supply.Supply.Exposures(table, Basis.RowSum, "KOR,JPN,USA,IND", "all");
        Row("publish four partners as claims", () => Supply.Supply.Publish(four, Handling.Clear("bench")), null);
        Row("all exposures as JSON", () => Json(Supply.Supply.Exposures(table, Basis.RowSum, "all", "all")), null);

        // A table whose inverse has not been made yet, without the time of opening it.
        InputOutputTable Fresh() => new(
            table.Descriptor, table.Year, table.Countries, table.Sectors, table.Categories, table.Hash, new Linchpin.Supply.TableCells(table.Z, table.Y, table.Output));
    }

    private static (string What, ScenarioEvent Happens)[] Disruptions =>
    [
        ("capacity loss", new ScenarioEvent(EventKind.CapitalRecover, "CHN:c14", 0.5, 5, 60, 30, null, new Dictionary<string, double>())),
        ("rebuilding", new ScenarioEvent(EventKind.CapitalRebuild, "CHN:c14", 0.1, 5, 30, 0, null, new Dictionary<string, double> { ["c18"] = 0.7, ["c14"] = 0.3 })),
        ("export ban", new ScenarioEvent(EventKind.ExportBan, "CHN:c14", 1, 5, 60, 30, "all", new Dictionary<string, double>())),
    ];

    private static double Effects(ExportStops stops)
    {
        double sum = 0;
        for (int region = 0; region < 41; region++)
        {
            for (int i = 0; i < 1435; i++)
            {
                sum += stops.Loss(region, i);
            }
        }

        return sum;
    }

    private static long Json(ExposureSet set)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(1 << 20);
        using var json = new Utf8JsonWriter(buffer);
        set.WriteTo(json);
        json.Flush();
        return buffer.WrittenCount;
    }

    private static void Row<T>(string what, Func<T> work, double? first)
    {
        work();
        work();
        double[] times = [.. Enumerable.Range(0, Runs).Select(_ => Time(() => work())).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {times[Runs / 2]:0.0} | {times[0]:0.0} | {(first is { } f ? f.ToString("0", CultureInfo.InvariantCulture) : "")} |"));
    }

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>What the first call of a process takes, its own compilation included: the median of five processes.</summary>
    private static double First(string folder, string what, string cache)
    {
        double[] times = [.. Enumerable.Range(0, 5).Select(_ =>
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
            string[] arguments = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(SupplyBench).Assembly.Location] : [];
            foreach (string argument in arguments.Concat(["supply", folder, "once", what, cache]))
            {
                start.ArgumentList.Add(argument);
            }

            using Process process = Process.Start(start)!;
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return double.Parse(text, CultureInfo.InvariantCulture);
        }).Order()];
        return times[2];
    }

    private static double Once(string folder, string what, string cache)
    {
        var supply = new Supply.Supply(cache.Length == 0 ? null : cache);
        InputOutputTable? table = null;
        double load = Time(() => table = supply.Open(folder, Year));
        return what == "load" ? load : Time(() => Supply.Supply.Exposures(table!, Basis.RowSum, what == "all" ? "all" : "KOR", "all"));
    }
}
