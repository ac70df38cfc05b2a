using Linchpin.Claims;
using Linchpin.Workbench.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linchpin.Workbench.Faults;

/// <summary>Answers a request that ends in a fault: a page for people, problem+json (RFC 9457) for the API. Never a stack trace; a bug gets a number that the log carries too.</summary>
internal sealed class FaultResponses(RequestDelegate next, ILogger<FaultResponses> log)
{
    /// <summary>Passes the request on and answers the faults that come back.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (!http.Response.HasStarted && http.Response is { StatusCode: 405, ContentLength: null })
            {
                await Answer(http, WorkbenchFaults.Method.At($"{Shown.Short(http.Request.Method)} {Shown.Short(http.Request.Path)}."));
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await Answer(http, FaultOf(e, http));
        }
    }

    private Fault FaultOf(Exception e, HttpContext http)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is FaultException fault)
            {
                return fault.Fault;
            }

            if (inner is BadHttpRequestException bad)
            {
                return (bad.StatusCode == 413 ? WorkbenchFaults.TooLarge : WorkbenchFaults.Request).At(Shown.Short(bad.Message, 200));
            }
        }

        log.LogError(e, "Bug {Number} at {Path}", http.TraceIdentifier, http.Request.Path);
        return WorkbenchFaults.Bug.At($"The program failed on this request. Its number is {http.TraceIdentifier}.");
    }

    private static async Task Answer(HttpContext http, Fault fault)
    {
        http.Response.Clear();
        ResponseHeaders.Set(http.Response.Headers);
        http.Response.StatusCode = fault.Kind.Status;
        if (http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/openapi") || http.Request.Path.StartsWithSegments("/healthz"))
        {
            await Problem(fault).ExecuteAsync(http);
            return;
        }

        await new RazorComponentResult<FaultPage>(new { Fault = fault }) { StatusCode = fault.Kind.Status }.ExecuteAsync(http);
    }

    private static ProblemHttpResult Problem(Fault fault) => TypedResults.Problem(
        detail: fault.Cause,
        statusCode: fault.Kind.Status,
        title: fault.Kind.Title,
        type: "urn:linchpin:fault:" + fault.Kind.Code,
        extensions: new Dictionary<string, object?> { ["code"] = fault.Kind.Code, ["remedy"] = fault.Remedy, ["place"] = fault.Place });
}
