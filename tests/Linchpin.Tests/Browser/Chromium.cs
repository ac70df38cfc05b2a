using Linchpin.Tests.Workbench;
using Microsoft.Playwright;

namespace Linchpin.Tests.Browser;

/// <summary>One headless chromium for all tests of this folder, and the workbench that it opens.</summary>
public sealed class Chromium : Served, IAsyncLifetime
{
    private static readonly string[] UsualPaths =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium"];

    private IPlaywright? _playwright;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright!.Dispose();
        await DisposeAsync();
    }

    /// <summary>A fresh browser window on the workbench; every request it makes and every complaint of a page is kept.</summary>
    public Task<Window> Open(BrowserNewContextOptions? options = null) => Open(Address, options);

    /// <summary>A fresh browser window on another workbench.</summary>
    public async Task<Window> Open(Uri address, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = address.ToString();
        IBrowserContext context = await Browser.NewContextAsync(options);

        // A shared machine may be slow for a while; a page that is broken fails just the same.
        context.SetDefaultTimeout(60_000);
        return new Window(context, await context.NewPageAsync(), address);
    }

    private static string Find()
    {
        string? named = Environment.GetEnvironmentVariable("LINCHPIN_CHROMIUM");
        string? found = named is { Length: > 0 } ? named : UsualPaths.FirstOrDefault(File.Exists);
        return found is not null && File.Exists(found) ? found : throw new FileNotFoundException(
            $"No chromium at {named ?? string.Join(", ", UsualPaths)}. Install it ('apt-get install chromium' on Debian) or name it in LINCHPIN_CHROMIUM.");
    }
}

/// <summary>A browser window.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _address;
    private readonly List<string> _requests = [];
    private readonly List<string> _complaints = [];

    internal Window(IBrowserContext context, IPage page, Uri address)
    {
        _context = context;
        _address = address;
        Page = page;
        context.Request += (_, request) => Keep(_requests, request.Url);
        page.Console += (_, message) =>
        {
            // A page that answers 404 is one line of the console in itself.
            if (message.Type is "error" or "warning" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
            {
                Keep(_complaints, message.Text);
            }
        };
        page.PageError += (_, error) => Keep(_complaints, error);
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors and warnings of scripts and of the Content-Security-Policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Requests that went anywhere but to the workbench.</summary>
    public IReadOnlyList<string> Strays => [.. _requests.Where(r => !r.StartsWith(_address.ToString(), StringComparison.Ordinal) && !r.StartsWith("data:", StringComparison.Ordinal))];

    /// <summary>How many requests were made.</summary>
    public int Requests => _requests.Count;

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static void Keep(List<string> list, string text)
    {
        lock (list)
        {
            list.Add(text);
        }
    }
}

/// <summary>The tests that share the browser; xunit runs them one after another.</summary>
[CollectionDefinition("browser")]
public sealed class BrowserTests : ICollectionFixture<Chromium>;
