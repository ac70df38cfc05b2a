using Linchpin.Tests.Workbench;
using Microsoft.Playwright;

namespace Linchpin.Tests.Browser;

/// <summary>A workbench of one test's own, which it may change, with a window on it.</summary>
internal sealed class Own<T> : IAsyncDisposable
    where T : Served, new()
{
    private Own(T served, Window window) => (Served, Window) = (served, window);

    public T Served { get; }

    public Window Window { get; }

    public IPage Page => Window.Page;

    /// <summary>Starts it and opens the window, empty.</summary>
    public static async Task<Own<T>> Open(Chromium chromium, BrowserNewContextOptions? options = null)
    {
        var served = new T();
        await served.InitializeAsync();
        return new Own<T>(served, await chromium.Open(served.Address, options));
    }

    public async ValueTask DisposeAsync()
    {
        await Window.DisposeAsync();
        await Served.DisposeAsync();
    }
}
