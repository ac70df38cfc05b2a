using System.Text.Encodings.Web;
using System.Text.Unicode;
using Linchpin.Workbench.Access;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Faults;
using Linchpin.Workbench.Jobs;
using Linchpin.Workbench.Language;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Linchpin.Workbench;

/// <summary>The web workbench: pages for people and the same as JSON, from one open ledger.</summary>
/// <remarks>Server-rendered HTML with every setting in the address. It sends no request to any other machine. Beside what it appends to the ledger it keeps its jobs, as files below the home.</remarks>
public static class Workbench
{
    /// <summary>Builds the web application, not yet started.</summary>
    public static WebApplication Build(WorkbenchSettings settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(Workbench).Assembly.GetName().Name });

        // Nothing in the environment or the working folder may open another address.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)

            // It warns whenever a page with a form is not to be kept, which no page is.
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.UseUrls([.. settings.Urls]);
        builder.WebHost.ConfigureKestrel(server => Limit(server, settings));
        builder.Services.AddSingleton(settings);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<Shelf>();
        builder.Services.AddSingleton<Tables.TableShelf>();
        builder.Services.AddScoped(s => Scope.Of(s.GetRequiredService<IHttpContextAccessor>().HttpContext!, settings, s.GetRequiredService<Shelf>()));
        builder.Services.AddScoped(s => Messages.For(s.GetRequiredService<IHttpContextAccessor>().HttpContext));
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<IJobKind, Documents.ReadingJob>();
        builder.Services.AddSingleton<IJobKind, Scenarios.Builder.ScenarioJob>();
        builder.Services.AddSingleton<Scenarios.Builder.AnswerFolder>();
        builder.Services.AddSingleton<SavedViews.ViewsFile>();
        builder.Services.AddSingleton<JobQueue>();
        if (settings.Edition is null)
        {
            builder.Services.AddHostedService(s => s.GetRequiredService<JobQueue>());
            builder.Services.AddHostedService<Warming>();
        }
        else
        {
            builder.Services.AddSingleton<IServer, Editions.EditionServer>();
        }

        // Korean as Korean, not as numbers of characters: a page is a third of the size. What has a meaning in HTML is encoded all the same.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

        // Keys of forms live as long as the process: nothing of them is written to disk.
        builder.Services.AddDataProtection();
        builder.Services.Configure<KeyManagementOptions>(o => o.XmlRepository = new KeysInMemory());
        builder.Services.AddAntiforgery(o => o.Cookie.Name = "linchpin-form");
        builder.Services.ConfigureHttpJsonOptions(o => JsonForm.Set(o.SerializerOptions));
        builder.Services.AddOpenApi("v1", ApiDescription.Set);

        WebApplication app = builder.Build();
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<FaultResponses>();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<ResponseHeaders>();
        app.UseRouting();
        app.UseAntiforgery();
        AssetFiles.Map(app);
        Routes.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapFallback(http => throw WorkbenchFaults.NotFound.Because($"There is no page at {Linchpin.Claims.Shown.Short(http.Request.Path)}."));
        return app;
    }

    private static void Limit(KestrelServerOptions server, WorkbenchSettings settings)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = settings.MostBody;
        server.Limits.MaxConcurrentConnections = settings.MostConnections;
        server.Limits.MaxRequestLineSize = 16 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        server.Limits.RequestHeadersTimeout = settings.LongestHead;
        server.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        server.Limits.MinRequestBodyDataRate = new MinDataRate(settings.SlowestBody, settings.BodyGrace);
    }
}
