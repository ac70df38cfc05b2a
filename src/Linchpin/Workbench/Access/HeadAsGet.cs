namespace Linchpin.Workbench.Access;

/// <summary>Answers HEAD as GET is answered; the server leaves the body out. What is sent without an end is not begun.</summary>
internal sealed class HeadAsGet(RequestDelegate next)
{
    private static readonly object Mark = new();

    /// <summary>Passes the request on.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Items[Mark] = Mark;
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }

    /// <summary>Whether only the head of the answer was asked for.</summary>
    public static bool Asked(HttpContext http) => http.Items.ContainsKey(Mark);
}
