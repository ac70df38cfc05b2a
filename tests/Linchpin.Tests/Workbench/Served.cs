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

    /// <summary>The address served.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A client that follows no redirects.</summary>
    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        SampleJobs.Write(_folder);
        _ledger = Ledger.Ledger.Open(Path.Combine(_folder, "ledger.db"), "desk", new FixedClock());
        Fill(_ledger);
        _app = Linchpin.Workbench.Workbench.Build(new WorkbenchSettings
        {
            Ledger = _ledger,
            Readers = Readers.Load(Path.Combine(_folder, "readers.json"), "desk"),
            Home = Home.At(_folder),
            Clock = new FixedClock(),
            Urls = ["http://127.0.0.1:0"],
            Tables = [StarterRecord.TableFolder],
        });
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

    /// <summary>Stores something while the workbench runs.</summary>
    internal void Append(Deposit deposit) => _ledger!.Append(deposit);

    /// <summary>What the ledger holds.</summary>
    private protected virtual void Fill(Ledger.Ledger ledger)
    {
        foreach (Deposit deposit in SampleRecord.Deposits())
        {
            ledger.Append(deposit);
        }
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 2, 3, 4, 5, 6, TimeSpan.Zero);
    }
}

/// <summary>The workbench over a ledger that holds nothing.</summary>
public sealed class ServedEmpty : Served
{
    private protected override void Fill(Ledger.Ledger ledger)
    {
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
        "/", "/?partners=KOR,IND,USA&sector=found", "/lattice/semiconductors/KOR?partners=KOR,IND,USA", "/lattice/semiconductors/KOR+IND+USA?partners=KOR,IND,USA", "/commitments", "/commitments?state=in-progress",
        "/mechanisms", "/mechanisms/chip-dialogue", "/exposures?user=KOR", "/exposures?user=KOR&user-sector=wiod2013:14", "/exposures?partners=KOR,IND,USA&user=partners&since=2000&sort=change", "/exposures?user=KOR&view=years", "/exposures?user=KOR&view=tiers", "/chokepoints?partners=KOR,IND,USA", "/chokepoints?partners=KOR,IND,USA&rank=IND&supplier=CHN", "/chokepoints?partners=KOR,DEU", "/scenarios?partners=KOR,IND,USA", "/trade", "/trade?product=hs-281111&importers=partners", "/plans/sample-2011-plan", "/scenarios/sample-2011-ensemble?partners=KOR,IND,USA", "/conflicts", "/documents", "/documents/" + SampleRecord.ReadoutDocument.Id.Name,
        "/documents/" + SampleRecord.PageDocument.Id.Name, "/sources", "/sources/sample-2011", "/search", "/search?q=gallium", "/search?q=nowhere", "/brief?partners=KOR,IND,USA", "/claims", "/entities",
        "/entities/commitment", "/entities/commitment/packaging", "/entities/country/KOR", "/entities/sector/semiconductors", "/entities/event/chip-dialogue-2", "/documents/add", "/jobs", "/jobs/" + SampleJobs.Done, "/jobs/" + SampleJobs.Interrupted, "/nothing-here",
    ];
}
