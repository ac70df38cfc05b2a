using Linchpin.Claims;
using Linchpin.Reading.Documents.Pdf;

namespace Linchpin.Reading.Documents;

/// <summary>The formats whose files are no text: how each is known, and what reads it.</summary>
internal static class Extractions
{
    internal const string Pdf = "application/pdf";

    /// <summary>The media type of a file that is no text; <see langword="null"/> for text, Markdown and HTML.</summary>
    internal static string? MediaTypeOf(string fileName, ReadOnlySpan<byte> file)
    {
        _ = fileName;
        return PdfText.Is(file) ? Pdf : null;
    }

    internal static ExtractedText Read(string mediaType, byte[] file, string fileName, Poppler poppler, long limit, CancellationToken cancel) => mediaType switch
    {
        Pdf => PdfText.Read(file, fileName, poppler, limit, cancel),
        _ => throw ReadingFaults.Binary.Because($"There is no reader for {mediaType}.", fileName),
    };

    /// <summary>What is said in the map to have made it; raised whenever the same file may give another text.</summary>
    internal static string VersionOf(string mediaType) => mediaType switch
    {
        Pdf => "poppler and layout 1",
        _ => "1",
    };
}
