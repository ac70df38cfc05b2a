using System.Diagnostics;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Printing;

/// <summary>An HTML file of our own as PDF, printed by a chromium that is installed on this machine.</summary>
/// <remarks>
/// The page has no script; chromium resolves no name and runs in a folder of its own that is removed afterwards, and is stopped after <see cref="Longest"/>.
/// Which one: LINCHPIN_CHROMIUM, else <c>chromium</c>, <c>chromium-browser</c>, <c>google-chrome</c> on the PATH.
/// </remarks>
internal static class PrintedPdf
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>How long a print may take.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether a chromium is there.</summary>
    public static bool Possible => Chromium() is not null;

    /// <summary>The page as PDF.</summary>
    /// <exception cref="FaultException"><c>program.no-chromium</c>, <c>program.printing</c></exception>
    public static async Task<byte[]> Of(string html, CancellationToken cancel)
    {
        string chromium = Chromium() ?? throw ProgramFaults.NoChromium.Because($"None of {string.Join(", ", Names)} is on the PATH, and LINCHPIN_CHROMIUM names none.");
        string folder = Directory.CreateTempSubdirectory("linchpin-print-").FullName;
        try
        {
            string page = Path.Combine(folder, "brief.html"), printed = Path.Combine(folder, "brief.pdf");
            await File.WriteAllTextAsync(page, html, new UTF8Encoding(false), cancel).ConfigureAwait(false);
            await Run(chromium, folder, page, printed, cancel).ConfigureAwait(false);
            return File.Exists(printed) ? await File.ReadAllBytesAsync(printed, cancel).ConfigureAwait(false)
                : throw ProgramFaults.Printing.Because("It ended without writing the file.", chromium);
        }
        finally
        {
            Remove(folder);
        }
    }

    private static async Task Run(string chromium, string folder, string page, string printed, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(chromium)
        {
            RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
            ArgumentList =
            {
                "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
                "--host-resolver-rules=MAP * ~NOTFOUND", "--no-pdf-header-footer", "--generate-pdf-document-outline",
                "--user-data-dir=" + Path.Combine(folder, "profile"), "--print-to-pdf=" + printed, new Uri(page).AbsoluteUri,
            },
        };

        // Chromium's sandbox refuses to start for root.
        if (Environment.IsPrivilegedProcess)
        {
            start.ArgumentList.Insert(1, "--no-sandbox");
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(Longest);
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            throw ProgramFaults.Printing.Because($"It did not end within {Longest.TotalSeconds:0} seconds.", chromium, inner: e);
        }
    }

    private static string? Chromium() => Environment.GetEnvironmentVariable("LINCHPIN_CHROMIUM") is { Length: > 0 } named ? File.Exists(named) ? named : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A helper of chromium's that still ends may hold a file; the folder is in the machine's own place for what may go.
        }
    }
}
