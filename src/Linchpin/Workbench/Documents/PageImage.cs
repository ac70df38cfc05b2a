using System.Globalization;
using Linchpin.Claims;

namespace Linchpin.Workbench.Documents;

/// <summary>A page of a PDF as a picture, for whoever sees the document in this view. Drawn once by a bounded child process, two at a time, and kept in the home's cache.</summary>
/// <param name="settings">Where the originals are.</param>
/// <param name="document">A document that a view gave.</param>
/// <param name="page">The page as the address has it: <c>3.png</c>.</param>
internal sealed class PageImage(WorkbenchSettings settings, Document document, string? page) : IResult
{
    private const int Width = 1100;
    private const long MostBytes = 64L << 20;
    private static readonly SemaphoreSlim Hands = new(2);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (page?.EndsWith(".png", StringComparison.Ordinal) != true || !int.TryParse(page.AsSpan(0, page.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1
            || document.MediaType != "application/pdf" || settings.Home?.Originals.Open(document) is not { } file)
        {
            throw WorkbenchFaults.NotFound.Because($"The document has no picture of '{Shown.Short(page)}'.");
        }

        await using (file)
        {
            if (file.Length > MostBytes)
            {
                throw WorkbenchFaults.NotFound.Because("The document is too large for pictures of its pages.");
            }

            var cache = new PictureCache(Path.Combine(settings.Home.CacheFolder, "pages"), settings.Clock);
            string name = string.Create(CultureInfo.InvariantCulture, $"{document.ContentHash}-{number}-{Width}.png");
            if (cache.Find(name) is not { } picture)
            {
                picture = await Draw(file, number, httpContext.RequestAborted).ConfigureAwait(false);
                cache.Keep(name, picture);
            }

            httpContext.Response.ContentType = "image/png";
            await httpContext.Response.Body.WriteAsync(picture, httpContext.RequestAborted).ConfigureAwait(false);
        }
    }

    private static async Task<byte[]> Draw(FileStream file, int number, CancellationToken cancel)
    {
        await Hands.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            byte[] pdf = new byte[file.Length];
            await file.ReadExactlyAsync(pdf, cancel).ConfigureAwait(false);
            return await Task.Run(() => new Reading.Reading().PictureOfPage(pdf, number, Width, cancel), cancel).ConfigureAwait(false);
        }
        finally
        {
            Hands.Release();
        }
    }
}
