using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Linchpin.Supply;
using Linchpin.Supply.Kernels;

namespace Linchpin.Bench;

/// <summary>The measures as an analyst writes them in NumPy (bench/peers/numpy_supply.py), run as a process of its own in the same run. Optional:
/// where no Python with NumPy is found, that is said.</summary>
internal static class NumpyPeer
{
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    /// <summary>Milliseconds by measure; empty where it could not be run.</summary>
    internal static IReadOnlyDictionary<string, double> Run(InputOutputTable table, string scratch)
    {
        string script = Path.Combine("bench", "peers", "numpy_supply.py");
        string? python = Pythons.FirstOrDefault(HasNumpy);
        if (python is null || !File.Exists(script))
        {
            Console.WriteLine(python is null ? "NumPy is not on this machine (Debian: python3-numpy); its column is empty." : "Run from the root of the repository for the NumPy column.");
            return new Dictionary<string, double>();
        }

        Write(Path.Combine(scratch, "z.bin"), table.Industries, i => table.Z.Row(i));
        Matrix demand = table.Model(Basis.RowSum).FinalDemand();
        Write(Path.Combine(scratch, "y.bin"), table.Industries, i => demand.Row(i));
        string[] lines = Output(python, script, scratch, table.Countries.Count.ToString(CultureInfo.InvariantCulture), table.Sectors.Count.ToString(CultureInfo.InvariantCulture))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Console.WriteLine($"Peer: {lines[0]}, in the same run: {string.Join("; ", lines.Skip(1).Select(l => l.Split('\t')).Select(c => $"{c[0]} by {c[2]}"))}");
        return lines.Skip(1).Select(l => l.Split('\t')).ToDictionary(c => c[0], c => double.Parse(c[1], CultureInfo.InvariantCulture));
    }

    private static bool HasNumpy(string python)
    {
        try
        {
            return Output(python, "-c", "import numpy; print(numpy.__version__)").Trim().Length > 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string Output(string file, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : "";
    }

    private delegate ReadOnlySpan<double> Row(int i);

    private static void Write(string path, int rows, Row row)
    {
        using FileStream file = File.Create(path);
        for (int i = 0; i < rows; i++)
        {
            file.Write(MemoryMarshal.AsBytes(row(i)));
        }
    }
}
