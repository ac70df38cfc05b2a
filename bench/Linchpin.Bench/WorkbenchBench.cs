using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Linchpin.Claims;
using Linchpin.Ledger;
using Microsoft.Playwright;

namespace Linchpin.Bench;

/// <summary>The built program as a process, with a real browser, on the starter record and on one of 100,000 claims: first paint, pages, slider, table, memory.</summary>
internal static class WorkbenchBench
{
    private const int Documents = 1000;
    private const int ClaimsEach = 80;
    private const int People = 50;
    private const int ClicksEach = 20;

    private static readonly string[] Pages =
    [
        "/", "/?against=2023-06-30", "/network", "/commitments", "/mechanisms", "/exposures", "/exposures?view=years", "/exposures?view=tiers", "/chokepoints", "/trade", "/scenarios", "/conflicts", "/documents", "/sources", "/brief",
        "/search?q=semiconductor", "/api/lattice", "/claims?most=500",
    ];

    private const string Scenario = "/scenarios/build?partners=KOR,JPN,USA&1-kind=export-ban&1-from=CHN&1-sector=c14&1-size=";

    /// <param name="measure">Where times are written.</param>
    /// <param name="kept">A folder for the home of 100,000 claims, made where it is not there and left for the next run; a temporary one where it is <see langword="null"/>.</param>
    public static async Task<int> Run(Measure measure, string? kept)
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("linchpin-bench-");
        try
        {
            string used = kept ?? Path.Combine(home.FullName, "used");
            if (!Directory.Exists(used))
            {
                Prepare(used);
            }

            Assets();
            Measure.Head();
            await Paints(measure, "new home", () => Path.Combine(home.FullName, Guid.NewGuid().ToString("N")), 3).ConfigureAwait(false);
            await Paints(measure, "100,000 claims", () => used, 5).ConfigureAwait(false);
            using Served served = Served.Start(used);
            using var client = new HttpClient { BaseAddress = served.Address };
            foreach (string page in Pages)
            {
                measure.Of($"GET {page}, warm", 15, () => client.GetByteArrayAsync(page).GetAwaiter().GetResult());
            }

            int size = 0;
            measure.Of("slider to new figures, served", 30, () => client.GetByteArrayAsync(Scenario + (++size % 100).ToString(CultureInfo.InvariantCulture)).GetAwaiter().GetResult());
            await Slider(measure, served.Address).ConfigureAwait(false);
            await Clicking(served).ConfigureAwait(false);
        }
        finally
        {
            home.Delete(recursive: true);
        }

        return 0;
    }

    /// <summary>The starter record, and documents until the record has 100,000 claims.</summary>
    private static void Prepare(string home)
    {
        using (Process process = Served.Program("starter", "--home", home))
        {
            process.WaitForExit();
        }

        using var ledger = Ledger.Ledger.Open(Path.Combine(home, "ledger.db"), "this node", TimeProvider.System);
        for (int d = 0; d < Documents; d++)
        {
            ledger.Append(Deposit(d));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Record: {ledger.View(Reader.OwnerOf("this node")).Count(new ClaimFilter()):#,0} claims.\n"));
    }

    private static Deposit Deposit(int number)
    {
        string[] sectors = [.. Vocabulary.Sectors.Select(s => s.Id)];
        string[] partners = ["KOR", "JPN", "USA", "IND", "AUS"];
        string text = string.Join(' ', Enumerable.Range(0, ClaimsEach / 4).Select(i => $"Readout {number}: promise number {i} was made."));
        string hash = Passage.HashOf(text);
        var label = Handling.Clear("this node");
        var document = new Document(Document.IdOf(hash), hash, $"{number}.txt", "text/plain", $"Readout {number}", "Bench", PartialDate.Of(2000 + (number % 24)), "stated", "readout", text, label);
        var author = new Author(AuthorKind.Extractor, "bench", "1");
        var claims = new List<Claim>(ClaimsEach);
        for (int i = 0; i < ClaimsEach / 4; i++)
        {
            int start = text.IndexOf($"promise number {i} ", StringComparison.Ordinal);
            var source = new DocumentSource(document.Id, Passage.In(text, start, start + 20));
            EntityId id = EntityId.Of("commitment", $"bench-{number}-{i}");
            foreach ((string property, Value value) in new (string, Value)[]
            {
                ("what", new TextValue($"promise {i} of readout {number}")), ("act", new TextValue("agreed")),
                ("who", new EntityValue(EntityId.Country(partners[(number + i) % partners.Length]))), ("sector", new EntityValue(EntityId.Sector(sectors[(number + i) % sectors.Length]))),
            })
            {
                claims.Add(new Claim(id, property, value, default, source, author, label));
            }
        }

        return Claims.Deposit.Of(document, claims);
    }

    private static void Assets()
    {
        System.Reflection.Assembly program = typeof(Linchpin.Workbench.Workbench).Assembly;
        long bytes = program.GetManifestResourceNames().Where(n => n.EndsWith(".js.br", StringComparison.Ordinal)).Sum(n => program.GetManifestResourceStream(n)!.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"JavaScript, Brotli: {bytes / 1024.0:0} kB in all (bar 300).\n"));
    }

    /// <summary>First contentful paint of a browser that never saw the workbench, as soon as it listens.</summary>
    private static async Task Paints(Measure measure, string what, Func<string> home, int runs)
    {
        var start = new List<double>();
        var paint = new List<double>();
        using IPlaywright playwright = await Playwright.CreateAsync().ConfigureAwait(false);
        for (int run = 0; run < runs; run++)
        {
            await using IBrowser browser = await Browser(playwright).ConfigureAwait(false);
            IPage page = await browser.NewPageAsync().ConfigureAwait(false);
            long begun = Stopwatch.GetTimestamp();
            using Served served = Served.Start(home());
            start.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            await page.GotoAsync(served.Address.ToString()).ConfigureAwait(false);
            paint.Add(await page.EvaluateAsync<double>(
                """
                () => new Promise(done => new PerformanceObserver(list => {
                  const paint = list.getEntriesByName("first-contentful-paint")[0];
                  if (paint) done(paint.startTime);
                }).observe({ type: "paint", buffered: true }))
                """).ConfigureAwait(false) / 1000);
        }

        measure.Print($"{what}: start to listening", [.. start]);
        measure.Print($"{what}: first contentful paint after it", [.. paint]);
    }

    /// <summary>From the movement of the slider to the new figures in the page.</summary>
    private static async Task Slider(Measure measure, Uri address)
    {
        using IPlaywright playwright = await Playwright.CreateAsync().ConfigureAwait(false);
        await using IBrowser browser = await Browser(playwright).ConfigureAwait(false);
        IPage page = await browser.NewPageAsync().ConfigureAwait(false);
        await page.GotoAsync(new Uri(address, Scenario + "20").ToString()).ConfigureAwait(false);
        var seconds = new List<double>();
        for (int size = 21; size < 42; size++)
        {
            seconds.Add(await page.EvaluateAsync<double>(
                """
                size => new Promise(done => {
                  const slider = document.querySelector("input[type=range]");
                  const from = performance.now();
                  document.addEventListener("htmx:afterSettle", () => requestAnimationFrame(() => done(performance.now() - from)), { once: true });
                  slider.value = size;
                  slider.dispatchEvent(new Event("input", { bubbles: true }));
                })
                """, size).ConfigureAwait(false) / 1000);
        }

        measure.Print("slider to new figures, in the browser", [.. seconds.Skip(1)]);
    }

    /// <summary>Fifty people who ask for one page after another.</summary>
    private static async Task Clicking(Served served)
    {
        long begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            using var client = new HttpClient { BaseAddress = served.Address };
            for (int click = 0; click < ClicksEach; click++)
            {
                await client.GetByteArrayAsync(Pages[((person * 7) + click) % Pages.Length]).ConfigureAwait(false);
            }
        })).ConfigureAwait(false);
        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        (long now, long peak) = served.Memory();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n{People} people with {ClicksEach} pages each: {seconds:0.0} s, {People * ClicksEach / seconds:0} pages/s; memory {now} MB, at its peak {peak} MB (bar 300)."));
    }

    private static Task<IBrowser> Browser(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Environment.GetEnvironmentVariable("LINCHPIN_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });

    /// <summary>A workbench as a process of its own.</summary>
    private sealed class Served : IDisposable
    {
        private readonly Process _process;

        private Served(Process process, Uri address) => (_process, Address) = (process, address);

        public Uri Address { get; }

        /// <summary>Starts it and waits until it listens.</summary>
        public static Served Start(string home)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}");
            Process process = Program("serve", "--home", home, "--urls", address.GetLeftPart(UriPartial.Authority));
            while (process.StandardError.ReadLine() is { } line && !line.Contains("workbench is at", StringComparison.Ordinal))
            {
            }

            _ = process.StandardError.ReadToEndAsync();
            return new Served(process, address);
        }

        public static Process Program(params string[] args)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Linchpin.dll"));
            foreach (string arg in args)
            {
                start.ArgumentList.Add(arg);
            }

            return Process.Start(start)!;
        }

        /// <summary>Resident memory in MB, now and at its peak.</summary>
        public (long Now, long Peak) Memory()
        {
            string[] lines = File.ReadAllLines($"/proc/{_process.Id}/status");
            long Of(string name) => long.Parse(lines.First(l => l.StartsWith(name, StringComparison.Ordinal)).Split(':')[1].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) / 1024;
            return (Of("VmRSS"), Of("VmHWM"));
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }

        public void Dispose()
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
            _process.Dispose();
        }
    }
}
