using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Linchpin.Workbench.Editions;

/// <summary>Answers the requests of this process alone: the workbench without a network, so that an edition's pages are the workbench's own.</summary>
internal sealed class EditionServer : IServer
{
    private Func<FeatureCollection, Task>? _answer;

    /// <summary>An edition's server; it is known under <c>http://localhost</c>.</summary>
    public EditionServer()
    {
        var addresses = new ServerAddressesFeature();
        addresses.Addresses.Add("http://localhost:80");
        Features.Set<IServerAddressesFeature>(addresses);
    }

    /// <inheritdoc/>
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Asks for an address, path and query.</summary>
    public async Task<EditionAnswer> Get(string address, CancellationToken cancel)
    {
        int at = address.IndexOf('?', StringComparison.Ordinal);
        using var body = new MemoryStream();
        var response = new HttpResponseFeature();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Scheme = "http",
            Protocol = HttpProtocol.Http11,
            Path = Uri.UnescapeDataString(at < 0 ? address : address[..at]),
            QueryString = at < 0 ? "" : address[at..],
            Headers = new HeaderDictionary { ["Host"] = "localhost" },
        });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = cancel });
        await _answer!(features).ConfigureAwait(false);
        return new EditionAnswer(response.StatusCode, response.Headers.ContentType.ToString(), response.Headers.Location.ToString(), body.ToArray());
    }

    /// <inheritdoc/>
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        _answer = async features =>
        {
            TContext context = application.CreateContext(features);
            try
            {
                await application.ProcessRequestAsync(context).ConfigureAwait(false);
                await features.GetRequiredFeature<IHttpResponseBodyFeature>().CompleteAsync().ConfigureAwait(false);
                application.DisposeContext(context, null);
            }
            catch (Exception e)
            {
                application.DisposeContext(context, e);
                throw;
            }
        };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}

/// <summary>What was answered.</summary>
internal sealed record EditionAnswer(int Status, string MediaType, string Location, byte[] Content);
