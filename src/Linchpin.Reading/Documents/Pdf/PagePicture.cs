using Linchpin.Claims;

namespace Linchpin.Reading.Documents.Pdf;

/// <summary>One page of a PDF as a PNG, by poppler's <c>pdftoppm</c>.</summary>
internal static class PagePicture
{
    private const int MostBytes = 64 << 20;

    private static readonly ProgramLimits Limits = new(1L << 30, 20);

    internal static byte[] Draw(Poppler poppler, ReadOnlyMemory<byte> pdf, int page, int width, CancellationToken cancel)
    {
        string number = $"{page}", across = $"{Math.Clamp(width, 16, 4000)}";
        using var picture = new MemoryStream();
        string program = poppler.PictureProgram("a page");
        ProgramEnd end = ForeignProgram.Run(program, ["-png", "-f", number, "-l", number, "-scale-to-x", across, "-scale-to-y", "-1", "-W", across, "-H", "8000", "-"], pdf, Limits, output =>
        {
            byte[] part = new byte[1 << 16];
            for (int n; (n = output.Read(part, 0, part.Length)) > 0;)
            {
                if (picture.Length + n > MostBytes)
                {
                    throw ReadingFaults.TooLarge.Because($"The picture of page {page} has more than {MostBytes} bytes.", $"page {page}");
                }

                picture.Write(part, 0, n);
            }
        }, cancel);
        return end.Code == 0 && picture.Length > 0 ? picture.ToArray()
            : throw ReadingFaults.Damaged.Because($"pdftoppm could not draw page {page} (exit code {end.Code}): {Shown.Short(end.Messages.ReplaceLineEndings(" ").Trim(), 160)}", $"page {page}");
    }
}
