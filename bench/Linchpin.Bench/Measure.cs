using System.Diagnostics;
using System.Globalization;

namespace Linchpin.Bench;

/// <summary>Times an action over several runs after one that does not count, and prints a line of a Markdown table.</summary>
internal sealed class Measure
{
    /// <summary>Prints the table's head.</summary>
    public static void Head()
    {
        Console.WriteLine("| what | runs | median | fastest | slowest |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
    }

    /// <summary>Runs and prints; gives the median in seconds.</summary>
    /// <param name="what">What is measured, with its size.</param>
    /// <param name="runs">Counted runs.</param>
    /// <param name="act">One run.</param>
    /// <param name="rate">Where set: work a run, and the unit, printed as work per second beside the times.</param>
    public double Of(string what, int runs, Action act, (double Work, string Unit)? rate = null)
    {
        act();
        double[] seconds = new double[runs];
        for (int i = 0; i < runs; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            long start = Stopwatch.GetTimestamp();
            act();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return Print(what, seconds, rate);
    }

    /// <summary>Prints runs that were timed elsewhere.</summary>
    public double Print(string what, double[] seconds, (double Work, string Unit)? rate = null)
    {
        double[] sorted = [.. seconds.Order()];
        double median = sorted[sorted.Length / 2];
        string note = rate is { } r ? string.Create(CultureInfo.InvariantCulture, $" ({r.Work / median:#,0.##} {r.Unit}/s)") : "";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {seconds.Length} | {Shown(median)}{note} | {Shown(sorted[0])} | {Shown(sorted[^1])} |"));
        return median;
    }

    private static string Shown(double seconds) => seconds >= 1
        ? seconds.ToString("0.00 s", CultureInfo.InvariantCulture) : (seconds * 1000).ToString("0.0 ms", CultureInfo.InvariantCulture);
}
