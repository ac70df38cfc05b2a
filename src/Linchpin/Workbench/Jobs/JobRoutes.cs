using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Linchpin.Claims;
using Linchpin.Workbench.Access;
using Linchpin.Workbench.Api;

namespace Linchpin.Workbench.Jobs;

/// <summary>A job as the API writes it.</summary>
public sealed record JobJson(
    string Id, string Kind, string Title, JobState State, DateTimeOffset Asked, DateTimeOffset? Began, DateTimeOffset? Ended, int Done, int? Total, string? Now, string? Result, JobFault? Fault,
    IReadOnlyList<JobItem>? Items = null);

/// <summary>The list of jobs, a page each, the events that a page follows, and what can be done with a job. All of it is for the node's owner alone.</summary>
internal static class JobRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        JobQueue jobs = app.Services.GetRequiredService<JobQueue>();
        app.MapPage("/jobs", [], (scope, _) =>
        {
            OwnerOnly(scope);
            return Routes.Page<JobsPage>(scope, ("Jobs", jobs.All), ("Works", jobs.Works));
        });
        app.MapPage("/jobs/{id}", [], (scope, http) => Routes.Page<JobPage>(scope, ("Job", One(jobs, scope, http))));
        app.MapApi("/api/jobs", "Long work of this node: what waits, runs or has ended, the latest first. For the node's owner.", [], (scope, _) =>
        {
            OwnerOnly(scope);
            return ToJson.Page(jobs.All, scope.Number("skip", 0), Routes.Most(scope, 100), j => Shape(j));
        });
        app.MapApi("/api/jobs/{id}", "A job with its steps.", [], (scope, http) =>
        {
            Job job = One(jobs, scope, http);
            return Shape(job) with { Items = job.Items };
        });
        app.MapGet("/jobs/{id}/events", IResult (Scope scope, HttpContext http) =>
        {
            Job job = One(jobs, scope, http);
            return HeadAsGet.Asked(http) ? TypedResults.Ok() : TypedResults.ServerSentEvents(Events(jobs, job.Id, http.RequestAborted));
        }).WithMetadata(new QueryTerms(Scope.SharedTerms)).ExcludeFromDescription();
        app.MapChange("/jobs/{id}/cancel", (http, form) => Then(http, form, jobs.Cancel));
        app.MapChange("/jobs/{id}/resume", (http, form) => Then(http, form, jobs.Resume));
    }

    /// <summary>The page of a job.</summary>
    public static string Address(Job job) => "/jobs/" + job.Id;

    /// <summary>A job in the API's form, without its steps.</summary>
    internal static JobJson Shape(Job j) => new(j.Id, j.Kind, j.Title, j.State, j.Asked, j.Began, j.Ended, j.Done, j.Total, j.Now, j.Result, j.Fault);

    private static string Then(HttpContext http, IFormCollection form, Action<string> change)
    {
        string id = http.Request.RouteValues["id"]?.ToString() ?? "";
        change(id);
        return Changes.Back(form, "/jobs/" + id);
    }

    private static void OwnerOnly(Scope scope)
    {
        if (!scope.Reader.Owner)
        {
            throw WorkbenchFaults.NotFound.Because("Jobs are shown to the node's owner only.");
        }
    }

    private static Job One(JobQueue jobs, Scope scope, HttpContext http)
    {
        OwnerOnly(scope);
        return jobs.Find(http.Request.RouteValues["id"]?.ToString()) ?? throw WorkbenchFaults.NotFound.Because("There is no such job; those that ended long ago are not kept.");
    }

    private static async IAsyncEnumerable<SseItem<JobJson>> Events(JobQueue jobs, string id, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (Job job in jobs.Watch(id, cancel).ConfigureAwait(false))
        {
            yield return new SseItem<JobJson>(Shape(job), job.IsOpen ? "progress" : "over");
        }
    }
}
