namespace Linchpin.Workbench.Access;

/// <summary>Makes few pages at a time, each whole before the first byte of it is sent.</summary>
/// <remarks>A page of a large record takes tens of megabytes while it is made and a fraction of that once it is made: fifty people who ask at once wait for each other rather than
/// for memory. Whoever reads slowly holds up nobody, since sending is not counted.</remarks>
internal static class FewAtATime
{
    private static readonly SemaphoreSlim Places = new(2 * Environment.ProcessorCount);

    /// <summary>Lets the page be made when there is a place, then sends it.</summary>
    public static async Task Make(HttpContext http, Func<Task> make)
    {
        Stream client = http.Response.Body;
        using var made = new MemoryStream();
        await Places.WaitAsync(http.RequestAborted);
        try
        {
            http.Response.Body = made;
            await make();
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        finally
        {
            http.Response.Body = client;
            Places.Release();
        }

        http.Response.ContentLength ??= made.Length;
        made.Position = 0;
        await made.CopyToAsync(client, http.RequestAborted);
    }
}
