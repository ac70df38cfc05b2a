using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply;
using Linchpin.Supply.Chokepoints;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;
using Linchpin.Supply.Propagation;

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

        if (args is [_, "inverse" or "bandwidth"])
        {
            (args[1] == "inverse" ? (Action)InverseBench.Run : BandwidthBench.Run)();
            return 0;
        }

        if (args is [_, "ario" or "peak"])
        {
            (args[1] == "ario" ? (Action<string>)ArioBench.Run : ArioBench.Peak)(folder);
            return 0;
        }

        string scratch = Directory.CreateTempSubdirectory("linchpin-bench-").FullName;
        try
        {
            Console.WriteLine($"Registers: {TileProduct.Widest}; processors: {Environment.ProcessorCount}; runs: {Runs}; table: {Year}, 41 x 35 = 1435 industries");
            Tables(folder, scratch);
            Console.WriteLine();
            InverseBench.Run();
            Console.WriteLine();
            BandwidthBench.Run();
            Console.WriteLine();
            ArioBench.Run(folder);
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
        IReadOnlyDictionary<string, double> numpy = NumpyPeer.Run(table, scratch);
        Console.WriteLine();
        Console.WriteLine("| what | median ms | least ms | first in a new process, ms | NumPy, ms | NumPy / median |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        Row("load, no cache", () => plain.Open(folder, Year), First(folder, "load", ""));
        Row("load from cache", () => cached.Open(folder, Year), First(folder, "load", cache));
        Row("balance report", () => Supply.Supply.Check(Fresh()), null);
        Row("Leontief model: coefficients, inverse, check", () => LeontiefModel.Of(table, Basis.RowSum, CancellationToken.None), null, Peer("inverse"));
        Row("exposures, one user to all suppliers, inverse included", () => Supply.Supply.Exposures(Fresh(), Basis.RowSum, "KOR", "all"), First(folder, "one", cache));
        Row("exposures, all users to all suppliers, inverse included", () => Supply.Supply.Exposures(Fresh(), Basis.RowSum, "all", "all"), First(folder, "all", cache), Peer("exposures"));
        Row("exposures, all users to all suppliers, inverse kept", () => Supply.Supply.Exposures(table, Basis.RowSum, "all", "all"), null);
        Row("value added by origin, all exporters, inverse kept", () => Supply.Supply.ValueAdded(table, Basis.RowSum, "all"), null);
        Row("positions of all industries, inverse kept", () => Supply.Supply.Positions(table, Basis.RowSum), null);
        Row("all 1,435 export stops, effect on every region, inverse kept", () => Effects(new ExportStops(model, CancellationToken.None)), null);
        Row("all 1,435 export stops, effect on every region, inverse included", () => Effects(new ExportStops(LeontiefModel.Of(table, Basis.RowSum, CancellationToken.None), CancellationToken.None)), null, Peer("export-stops"));
        Row("extraction of 14 sectors to 4 countries, inverse kept", () => Supply.Supply.Extract(table, Basis.RowSum, "CHN:c3-c16", "KOR,JPN,USA,IND"), null);
        Row("extraction of all 35 sectors of 6 countries to each other, inverse kept", () => Supply.Supply.Extract(table, Basis.RowSum, "CHN:all,TWN:all,KOR:all,JPN:all,USA:all,IND:all", "CHN,TWN,KOR,JPN,USA,IND"), null);
        Row("split of gross exports, all exporters to all importers, inverse kept", () => Supply.Supply.Split(table, Basis.RowSum, "all"), null);
        Row("the same by exporting sector", () => Supply.Supply.Split(table, Basis.RowSum, "all", bySector: true), null);
        Row("propagation lengths, all countries to all industries, inverse kept", () => Supply.Supply.Propagation(table, Basis.RowSum, "all", "all"), null);
        Row("propagation lengths, all industries to all industries, inverse included", () => MatrixProduct.Of(PropagationCalculation.Beyond(Fresh().Model(Basis.RowSum)), model.L), null, Peer("propagation"));
        Row("linkages of all industries, inverse kept", () => Supply.Supply.Linkages(table, Basis.RowSum), null);
        Row("allocation of all industries to all markets, inverse kept", () => Supply.Supply.Allocations(table, Basis.RowSum, "all", "all"), null);
        InputOutputTable before = cached.Open(folder, 2000);
        Row("change of all exposures of four users 2000 to 2011, four inverses, two of them kept", () => Supply.Supply.Change(before, table, Basis.RowSum, "KOR,JPN,USA,IND", "all"), null);
        Row("change of value added in one country's exports, inverses kept", () => Supply.Supply.ChangeInExports(before, table, Basis.RowSum, "KOR"), null);
        ExposureSet four = Supply.Supply.Exposures(table, Basis.RowSum, "KOR,JPN,USA,IND", "all");
        Row("publish four partners as claims", () => Supply.Supply.Publish(four, Handling.Clear("bench")), null);
        Row("all exposures as JSON", () => Json(Supply.Supply.Exposures(table, Basis.RowSum, "all", "all")), null);

        double? Peer(string name) => numpy.TryGetValue(name, out double ms) ? ms : null;

        // A table whose inverse has not been made yet, without the time of opening it.
        InputOutputTable Fresh() => new(
            table.Descriptor, table.Year, table.Countries, table.Sectors, table.Categories, table.Hash, new Linchpin.Supply.TableCells(table.Z, table.Y, table.Output));
    }

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

    private static void Row<T>(string what, Func<T> work, double? first, double? peer = null)
    {
        work();
        work();
        double[] times = [.. Enumerable.Range(0, Runs).Select(_ => Time(() => work())).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {times[Runs / 2]:0.0} | {times[0]:0.0} | {Whole(first)} | {Whole(peer)} | {Whole(peer / times[Runs / 2])} |"));
    }

    private static string Whole(double? number) => number is { } n ? n.ToString(n < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture) : "";

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
