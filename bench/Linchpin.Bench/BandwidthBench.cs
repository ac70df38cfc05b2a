using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using Linchpin.Supply;
using Linchpin.Supply.Kernels;

namespace Linchpin.Bench;

/// <summary>A dense ARIO step held against what the memory allows: bytes of a step over the bandwidth of a triad, both measured in this run.</summary>
/// <remarks>Tables by formula: Z_ij = ((37 i + 101 j + 13) mod 97) + 1; final demand at home equals the row sum of Z, so that half of output is used up.</remarks>
internal static class BandwidthBench
{
    private const int Days = 60;
    private static readonly (int Countries, int Sectors)[] Sizes = [(41, 35), (44, 56), (77, 45)];

    internal static void Run()
    {
        double triad = Triad();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Memory triad a = b + s c, three arrays of 128 MB, 2 threads: {triad / 1e9:0.0} GB/s (24 bytes an element)"));
        Console.WriteLine();
        Console.WriteLine("| n | countries x sectors | a step, ms | processor time a step / 2, ms | both readings of F (16 n²), MB | at triad speed, ms | step / that | processor time / that |");
        Console.WriteLine("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach ((int countries, int sectors) in Sizes)
        {
            InputOutputTable table = ByFormula(countries, sectors);
            int n = table.Industries;
            var loss = new ScenarioEvent(EventKind.CapacityLoss, $"{table.Countries[0].Code}:{table.Sectors[0].Code}", 0.5, 5, 30, 10, null, new Dictionary<string, double>());

            // What is done once a run falls out of the difference. Processor time stands beside the clock's: on a busy machine the clock waits for a core.
            (double wall, double busy) = Least(2 * Days);
            (double wallHalf, double busyHalf) = Least(Days);
            double step = (wall - wallHalf) / Days;
            double processor = (busy - busyHalf) / Days / 2;
            double bytes = 16.0 * n * n;
            double least = bytes / triad * 1000;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {n} | {countries} x {sectors} | {step:0.00} | {processor:0.00} | {bytes / 1e6:0} | {least:0.00} | {step / least:0.0} | {processor / least:0.0} |"));

            (double Wall, double Busy) Least(int days)
            {
                (double Wall, double Busy)[] runs = [.. Enumerable.Range(0, 4).Select(_ =>
                {
                    TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
                    double ms = Time(() => Supply.Supply.Simulate(table, new Scenario("bandwidth", new ScenarioSettings { Steps = days }, [loss])));
                    return (ms, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
                })];
                return (runs.Min(r => r.Wall), runs.Min(r => r.Busy));
            }
        }
    }

    private static double Triad()
    {
        const int N = 16 << 20;
        double[] a = new double[N], b = new double[N], c = new double[N];
        Array.Fill(b, 1);
        Array.Fill(c, 2);
        double best = double.MaxValue;
        for (int run = 0; run < 6; run++)
        {
            best = Math.Min(best, Time(() => Parallel.For(0, 2, half => Add(a.AsSpan(half * (N / 2), N / 2), b.AsSpan(half * (N / 2), N / 2), c.AsSpan(half * (N / 2), N / 2)))));
        }

        return 24.0 * N / best * 1000;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Span<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c)
    {
        var factor = new Vector<double>(3);
        for (int i = 0; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(b[i..]) + (factor * new Vector<double>(c[i..]))).CopyTo(a[i..]);
        }
    }

    internal static InputOutputTable ByFormula(int countries, int sectors)
    {
        int n = countries * sectors;
        var z = new Matrix(n, n);
        var y = new Matrix(n, countries);
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int j = 0; j < n; j++)
            {
                z[i, j] = (((37L * i) + (101L * j) + 13) % 97) + 1;
                sum += z[i, j];
            }

            y[i, i / sectors] = sum;
        }

        TableDescriptor about = new Supply.Supply().Open(Path.Combine("data", "starter", "tables", "wiod2013"), 2011).Descriptor;
        return new InputOutputTable(
            about, 2011, [.. Enumerable.Range(0, countries).Select(c => new TableCountry($"C{c:00}", $"Country {c}", false))],
            [.. Enumerable.Range(0, sectors).Select(s => new TableSector($"s{s}", $"Sector {s}", s == 0))], ["f"], new string('0', 64), new TableCells(z, y, null));
    }

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
