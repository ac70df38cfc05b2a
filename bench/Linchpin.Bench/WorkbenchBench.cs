using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Linchpin.Bench;

/// <summary>The built program as a process: from start to the first page on a new home and on a used one, then pages served warm on the starter record.</summary>
internal static class WorkbenchBench
{
    private static readonly string[] Pages = ["/", "/commitments", "/mechanisms", "/exposures", "/conflicts", "/documents", "/sources", "/brief", "/search?q=semiconductor", "/api/lattice"];

    public static int Run(Measure measure)
    {
        Measure.Head();
        DirectoryInfo home = Directory.CreateTempSubdirectory("linchpin-bench-");
        try
        {
            measure.Print("start to first page, new home", [.. Enumerable.Range(0, 3).Select(i => Start(Path.Combine(home.FullName, $"new{i}"), _ => { }))]);
            string used = Path.Combine(home.FullName, "used");
            Prepare(used);
            measure.Print("start to first page, used home", [.. Enumerable.Range(0, 5).Select(_ => Start(used, _ => { }))]);
            Start(used, address =>
            {
                using var client = new HttpClient { BaseAddress = address };
                foreach (string page in Pages)
                {
                    measure.Of($"GET {page}, warm", 15, () => client.GetByteArrayAsync(page).GetAwaiter().GetResult());
                }
            });
        }
        finally
        {
            home.Delete(recursive: true);
        }

        return 0;
    }

    private static void Prepare(string home)
    {
        using Process process = Program("starter", "--home", home);
        process.WaitForExit();
    }

    /// <summary>Seconds from starting the process to the last byte of the first page; then <paramref name="then"/> with the server still up.</summary>
    private static double Start(string home, Action<Uri> then)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var client = new HttpClient { BaseAddress = address };
        long start = Stopwatch.GetTimestamp();
        using Process process = Program("serve", "--home", home, "--urls", address.GetLeftPart(UriPartial.Authority));
        try
        {
            // The line that says where the workbench is comes once it listens.
            while (process.StandardError.ReadLine() is { } line && !line.Contains("workbench is at", StringComparison.Ordinal))
            {
            }

            client.GetByteArrayAsync("/").GetAwaiter().GetResult();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            _ = process.StandardError.ReadToEndAsync();
            then(address);
            return seconds;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }

    private static Process Program(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Linchpin.dll"));
        foreach (string arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
