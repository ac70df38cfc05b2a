namespace Linchpin.Workbench.Access;

/// <summary>Sets on every response what a browser may do with it: run and show nothing but this workbench's own files, send no address on, guess no type.</summary>
internal sealed class ResponseHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Passes the request on with the headers set.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        Set(http.Response.Headers);
        return next(http);
    }

    /// <summary>Sets the headers.</summary>
    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";

        // Nothing goes to another site. With "no-referrer" a browser would hide the origin of the workbench's own forms too, and they would be refused.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.XFrameOptions = "DENY";

        // What one reader may see must not stay in a cache for the next.
        headers.CacheControl = "no-store";
    }
}
