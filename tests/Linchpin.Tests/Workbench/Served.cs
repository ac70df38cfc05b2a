using System.Net.Http.Json;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Starter;
using Linchpin.Workbench;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Linchpin.Tests.Workbench;

/// <summary>The workbench on a free loopback port, over a ledger of its own with the sample record.</summary>
public class Served : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-served-").FullName;
    private Ledger.Ledger? _ledger;
    private WebApplication? _app;

    /// <summary>The home's folder.</summary>
    public string Folder => _folder;

    /// <summary>The address served.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A client that follows no redirects.</summary>
    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        SampleJobs.Write(_folder);
        _ledger = Ledger.Ledger.Open(Path.Combine(_folder, "ledger.db"), "desk", Clock);
        Fill(_ledger);
        _app = Linchpin.Workbench.Workbench.Build(Adjusted(new WorkbenchSettings
        {
            Ledger = _ledger,
            Readers = Readers.Load(Path.Combine(_folder, "readers.json"), "desk"),
            Home = Home.At(_folder),
            Person = "desk officer",
            Clock = Clock,
            Urls = ["http://127.0.0.1:0"],
            Tables = [StarterRecord.TableFolder],
        }));
        await _app.StartAsync();
        Address = new Uri(_app.Urls.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        _ledger!.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The page or answer as text, whatever its status.</summary>
    public async Task<string> Text(string path) => await (await Client.GetAsync(new Uri(path, UriKind.Relative))).Content.ReadAsStringAsync();

    /// <summary>The answer as JSON.</summary>
    public async Task<JsonElement> Json(string path) => await Client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative));

    /// <summary>The addresses that take a POST, with an id where one is wanted.</summary>
    public IReadOnlyList<string> Changes =>
    [
        .. _app!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/').Replace("{id}", SampleJobs.Interrupted, StringComparison.Ordinal)),
    ];

    /// <summary>The token of the forms that a page gives out; the client keeps its cookie.</summary>
    public async Task<string> Token() => System.Text.RegularExpressions.Regex.Match(await Text("/documents/add"), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>Hands files in as the page's form does.</summary>
    public async Task<HttpResponseMessage> HandIn(string token, IEnumerable<(string Name, string Text)> files, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach ((string name, string value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        foreach ((string name, string text) in files)
        {
            form.Add(new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(text)), "files", name);
        }

        return await Client.PostAsync(new Uri("/documents/add", UriKind.Relative), form);
    }

    /// <summary>The job at that address once it is over: its events are followed to their end.</summary>
    public async Task<JsonElement> Ended(Uri job)
    {
        await Text(job + "/events");
        return await Json("/api" + job);
    }

    /// <summary>Stores something while the workbench runs.</summary>
    internal void Append(Deposit deposit) => _ledger!.Append(deposit);

    /// <summary>What is served otherwise than usual.</summary>
    private protected virtual WorkbenchSettings Adjusted(WorkbenchSettings settings) => settings;

    /// <summary>What the ledger holds.</summary>
    private protected virtual void Fill(Ledger.Ledger ledger)
    {
        foreach (Deposit deposit in SampleRecord.Deposits())
        {
            ledger.Append(deposit);
        }
    }

    /// <summary>Tells the time that it was set to; what waits does so by the real one.</summary>
    private protected SetClock Clock { get; } = new();

    private protected sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2025, 2, 3, 4, 5, 6, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>The workbench over a ledger that holds nothing.</summary>
public sealed class ServedEmpty : Served
{
    private protected override void Fill(Ledger.Ledger ledger)
    {
    }
}

/// <summary>The workbench over a record that counts as large.</summary>
public sealed class ServedLarge : Served
{
    private protected override WorkbenchSettings Adjusted(WorkbenchSettings settings) => settings with { LargeRecord = 1 };
}

/// <summary>The workbench with room for four connections.</summary>
public sealed class ServedNarrow : Served
{
    public const int Most = 4;

    private protected override WorkbenchSettings Adjusted(WorkbenchSettings settings) => settings with { MostConnections = Most };

    private protected override void Fill(Ledger.Ledger ledger)
    {
    }
}

/// <summary>The workbench with small limits: a file of 1 MiB, 3 MiB at once, and little patience with slow clients.</summary>
public sealed class ServedStrict : Served
{
    private protected override WorkbenchSettings Adjusted(WorkbenchSettings settings) => settings with
    {
        MostFile = 1 << 20, MostUpload = 3 << 20, SlowestBody = 1e9, BodyGrace = TimeSpan.FromSeconds(1.5), LongestHead = TimeSpan.FromSeconds(1),
    };

    private protected override void Fill(Ledger.Ledger ledger)
    {
    }
}

/// <summary>The workbench over a record that was made on two days: the readout on 10 January 2025, all else on 3 February.</summary>
public sealed class ServedOverDays : Served
{
    private protected override void Fill(Ledger.Ledger ledger)
    {
        DateTimeOffset now = Clock.Now;
        Clock.Now = new(2025, 1, 10, 9, 0, 0, TimeSpan.Zero);
        ledger.Append(SampleRecord.Deposits().First());
        Clock.Now = now;
        foreach (Deposit deposit in SampleRecord.Deposits().Skip(1))
        {
            ledger.Append(deposit);
        }
    }
}

/// <summary>The folder of the repository, for what tests read from it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "linchpin.slnx")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("linchpin.slnx is in no folder above " + AppContext.BaseDirectory);
    }
}

/// <summary>Addresses of every page over the sample record.</summary>
internal static class PageAddresses
{
    public static string[] All { get; } =
    [
        "/", "/?partners=KOR,IND,USA&sector=found", "/?partners=KOR,IND,USA&against=2024-03-15&only=changed", "/network?partners=KOR,IND,USA", "/continuity?partners=KOR,IND,USA", "/continuity?partners=KOR,IND,USA&on=2024-07-15&horizon=365", "/continuity?partners=KOR,DEU&on=1990-01-01", "/changes", "/changes?from=2024-01-01&to=2025-02-03", "/changes?clock=recorded&to=2025-02-03", "/changes?clock=valid&from=2000-01-01&kind=appeared&of=commitment", "/lattice/semiconductors/KOR?partners=KOR,IND,USA", "/lattice/semiconductors/KOR+IND+USA?partners=KOR,IND,USA", "/commitments", "/commitments?state=in-progress",
        "/mechanisms?sort=-last&q=chip", "/actors", "/actors?country=KOR&sort=name", "/actors/KOR", "/actors/packaging-office", "/people", "/people/emmy-noether", "/entities/event?names=person/emmy-noether", "/commitments?party=KOR&due=past&sort=-age",
        "/?partners=KOR,IND,USA&label=clear", "/documents?label=red&releasable-to=desk", "/documents?publisher=Sample%20office&sort=-title", "/views", "/views?address=%2Fcommitments%3Fparty%3DKOR", "/search?q=packaging&kind=person&year=2024", "/search?q=packaging&year=1999",
        "/mechanisms", "/mechanisms/chip-dialogue", "/mechanisms/chip-dialogue/agenda?on=2025-06-01", "/mechanisms/chip-dialogue/agenda?on=2024-03-16&horizon=365", "/mechanisms/chip-dialogue/agenda?on=2020-01-01&reader=KOR", "/exposures?user=KOR", "/exposures?user=KOR&user-sector=wiod2013:14", "/exposures?partners=KOR,IND,USA&user=partners&since=2000&sort=change", "/exposures?user=KOR&view=years", "/exposures?user=KOR&view=tiers", "/chokepoints?partners=KOR,IND,USA", "/chokepoints?partners=KOR,IND,USA&rank=IND&supplier=CHN", "/chokepoints?partners=KOR,DEU", "/scenarios?partners=KOR,IND,USA", "/scenarios/build", "/scenarios/build?partners=KOR,IND,USA&1-kind=tariff&1-from=CHN&1-sector=c14&1-size=25&2-kind=demand&2-from=USA&2-size=-10&psi=0.7", "/trade", "/trade?product=hs-281111&importers=partners", "/plans/sample-2011-plan", "/scenarios/sample-2011-ensemble?partners=KOR,IND,USA", "/conflicts", "/documents", "/documents/" + SampleRecord.ReadoutDocument.Id.Name,
        "/documents/" + SampleRecord.PageDocument.Id.Name, "/sources", "/sources/sample-2011", "/search", "/search?q=gallium", "/search?q=nowhere", "/brief?partners=KOR,IND,USA", "/claims", "/publish", "/entities",
        "/entities/commitment", "/entities/commitment/packaging", "/entities/risk", "/entities/sector/semiconductors", "/entities/event/chip-dialogue-2", "/documents/add", "/review", "/judgements", "/judgements?by=all", "/jobs", "/jobs/" + SampleJobs.Done, "/jobs/" + SampleJobs.Interrupted, "/nothing-here",
    ];
}
