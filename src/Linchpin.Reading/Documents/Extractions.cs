using Linchpin.Reading.Documents.Docx;
using Linchpin.Reading.Documents.Mail;
using Linchpin.Reading.Documents.Pdf;

namespace Linchpin.Reading.Documents;

/// <summary>The formats whose files are no text: how each is known, and what reads it.</summary>
internal static class Extractions
{
    private const string Pdf = "application/pdf";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Mail = "message/rfc822";

    /// <summary>The media type of a file that is no text; <see langword="null"/> for text, Markdown and HTML.</summary>
    internal static string? MediaTypeOf(string fileName, ReadOnlySpan<byte> file) =>
        PdfText.Is(file) ? Pdf
        : DocxText.Is(file) ? Docx
        : IsCompound(file) ? throw Older(file, fileName)
        : Path.GetExtension(fileName).Equals(".eml", StringComparison.OrdinalIgnoreCase) ? Mail
        : null;

    internal static ExtractedText Read(string mediaType, byte[] file, string fileName, Poppler poppler, long limit, CancellationToken cancel) => mediaType switch
    {
        Pdf => PdfText.Read(file, fileName, poppler, limit, cancel),
        Docx => DocxText.Read(file, fileName, limit, cancel),
        _ => MailText.Read(file, fileName, limit, cancel),
    };

    /// <summary>What is said in the map to have made it; raised whenever the same file may give another text.</summary>
    internal static string VersionOf(string mediaType) => mediaType switch
    {
        Pdf => "pdftotext, layout 1",
        Docx => "docx 1",
        _ => "mail 1",
    };

    private static bool IsCompound(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    /// <summary>The older container of office programs: a document behind a password, or a format from before 2007.</summary>
    private static Claims.FaultException Older(ReadOnlySpan<byte> file, string fileName) => file.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
        ? ReadingFaults.Encrypted.Because("The document is encrypted, and opens only with a password.", fileName)
        : ReadingFaults.Binary.Because("The document is in an office program's format from before 2007.", fileName, "Open it in its program and save it as DOCX or PDF.");
}
